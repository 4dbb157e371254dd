import { useKept } from '../../ui/kept.ts'

/** Whether an item opens beside its list or takes the whole screen, as this person likes it. */
export function useRecordWidth() {
  return useKept('record-width', ['beside', 'whole'])
}
