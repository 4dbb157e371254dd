import { useTexts } from '../ui/language.tsx'
import { texts } from './texts.ts'

/** Who did something: a name where it is still known, else what can be said. */
export function Actor({
  entry,
}: {
  entry: { actor: string | null; actorKind: 'account' | 'visitor' | 'system' }
}) {
  const t = useTexts(texts)
  const others = { account: t.formerMember, visitor: t.visitor, system: t.system }
  return <>{entry.actor ?? others[entry.actorKind]}</>
}
