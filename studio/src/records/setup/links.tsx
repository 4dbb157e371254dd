import { IconPlus, IconSettings } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useWorkspace } from '../../core/place.tsx'
import { useTexts } from '../../ui/language.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { texts } from './texts.ts'

/** From content to how it is set up: the collection that is on screen, and a new one. */
export function SetupLinks({ siteId }: { siteId: string }) {
  const t = useTexts(texts)
  const { slug, can } = useWorkspace()
  const { collectionId } = useParams({ strict: false })
  if (!can('records.definitions.write')) return null
  return (
    <>
      <ButtonLink
        to="/w/$slug/sites/$siteId/content/new"
        params={{ slug, siteId }}
        variant="subtle"
        leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
      >
        {t.newCollection}
      </ButtonLink>
      {collectionId === undefined ? null : (
        <ButtonLink
          to="/w/$slug/sites/$siteId/content/$collectionId/setup"
          params={{ slug, siteId, collectionId }}
          search={{}}
          variant="default"
          leftSection={<IconSettings size={18} stroke={1.75} aria-hidden />}
        >
          {t.setUp}
        </ButtonLink>
      )}
    </>
  )
}
