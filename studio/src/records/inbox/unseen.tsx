import { RailCount } from '../../core/shell/rail.tsx'
import { useTexts } from '../../ui/language.tsx'
import { texts } from './texts.ts'
import { useUnseen } from './use-unseen.ts'

/** How many submissions nobody has read yet, beside the inbox in the rail. */
export function Unseen() {
  const t = useTexts(texts)
  const count = useUnseen() ?? 0
  return <RailCount count={count} words={t.unseen(count)} />
}
