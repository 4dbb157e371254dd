import type { Text } from '@helder/words'
import { DaylightMark } from '../ui/daylight-mark.tsx'
import { useDaylight } from './register.ts'

/**
 * The daylight mark of a field that is held, read from the register of the workspace. Without an entry there is no
 * mark: it says nothing that the register does not.
 */
export function RegisterMark(props: { store: string; field: string; whose?: Text }) {
  const { store, field, whose } = props
  const daylight = useDaylight()(store, field, whose)
  return daylight === undefined ? null : <DaylightMark daylight={daylight} />
}
