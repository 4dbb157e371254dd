import { useMe } from '../core/place.tsx'
import { useTexts } from '../ui/language.tsx'
import { texts } from './texts.ts'

/** What must be known of an act to say who did it. */
export interface Acted {
  actor: string | null
  actorKind: 'account' | 'visitor' | 'system'
  action: string
  detail: Record<string, unknown>
}

/** Who did something: a name where it is known here, else what can be said. */
export function Actor({ entry }: { entry: Acted }) {
  const t = useTexts(texts)
  const { operator } = useMe()
  const isStaff = 'supportSession' in entry.detail || entry.action === 'tenancy.support-started'
  const others = { account: isStaff ? t.staff(operator) : t.stranger, visitor: t.visitor, system: t.system }
  return entry.actor ?? others[entry.actorKind]
}
