import { listPages } from '@helder/server/sites/pages/schema'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useEditing } from './editing.tsx'

/** The pages of the site, as suggestions for an address. */
export function ListedPages({ id }: { id: string }) {
  const { siteId } = useEditing()
  const { can } = useWorkspace()
  const { data } = useReply(
    listPages,
    { params: { siteId } },
    { topics: ['sites'], when: can('sites.sites.read') },
  )
  return (
    <datalist id={id}>
      {data?.pages.map(({ path }) => (
        <option key={path} value={path} />
      ))}
    </datalist>
  )
}
