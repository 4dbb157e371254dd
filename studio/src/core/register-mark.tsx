import { getRegister } from '@helder/server/privacy/register/schema'
import type { Text } from '@helder/words'
import { DaylightMark } from '../ui/daylight-mark.tsx'
import { useReply } from './api.tsx'
import { useWorkspace } from './place.tsx'

/**
 * The daylight mark of a column of ours, read from the register of the workspace. Without an entry there is no mark:
 * it says nothing that the register does not.
 */
export function RegisterMark({ store, field, whose }: { store: string; field: string; whose: Text }) {
  const { can } = useWorkspace()
  const { data } = useReply(getRegister, {}, { when: can('privacy.register.read') })
  const entry = data?.find(one => one.store === store && one.field === field)
  if (entry === undefined) return null
  const { category, purpose, keep, seenBy } = entry
  return <DaylightMark daylight={{ category, whose, purpose, keep, seenBy }} />
}
