import { IconPlus } from '@tabler/icons-react'
import { useWorkspace } from '../../core/place.tsx'
import { useTexts } from '../../ui/language.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { useSiteContent } from './site-content.tsx'
import { texts } from './texts.ts'

/** The word in an address for an item that is not there yet. */
export const newRecord = 'new'

/** Begins a new item of a collection. */
export function NewItem({ collectionId }: { collectionId: string }) {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  const { site } = useSiteContent()
  return (
    <ButtonLink
      to="/w/$slug/sites/$siteId/content/$collectionId/$recordId"
      params={{ slug, siteId: site.siteId, collectionId, recordId: newRecord }}
      leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
    >
      {t.newItem}
    </ButtonLink>
  )
}
