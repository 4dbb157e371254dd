import { listSubmissions } from '@helder/server/records/submissions/schema'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'

/** How many submissions nobody has read yet; undefined as long as that is being read, or may not be known. */
export function useUnseen(): number | undefined {
  const { can } = useWorkspace()
  const query = { unseen: 'true', limit: 1 }
  const options = { topics: ['records.submission'], when: can('records.submissions.read') }
  return useReply(listSubmissions, { query }, options).data?.unseen
}
