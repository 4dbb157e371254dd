import { Navigate, Outlet, useParams } from '@tanstack/react-router'
import { useWorkspace } from '../../core/place.tsx'
import { Permitted } from '../../core/shell/dead-ends.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useCollections, useSite } from '../site.ts'
import { ContentScreen } from './content-screen.tsx'
import { PublicationProvider } from './publication.tsx'
import { SiteContentProvider, useSiteContent } from './site-content.tsx'
import { texts } from './texts.ts'

/** Around the content of one site. */
export function Content() {
  const { siteId = '' } = useParams({ strict: false })
  return (
    <Permitted to="records.content.read">
      <ContentOf key={siteId} siteId={siteId} />
    </Permitted>
  )
}

function ContentOf({ siteId }: { siteId: string }) {
  const site = useSite(siteId)
  const collections = useCollections(siteId)
  return (
    <Loaded from={site}>
      {facts => (
        <Loaded from={collections}>
          {all => (
            <SiteContentProvider site={facts} all={all}>
              <PublicationProvider siteId={siteId}>
                <Outlet />
              </PublicationProvider>
            </SiteContentProvider>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

/** Leads to the first collection, or says what collections are where there are none. */
export function FirstCollection() {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  const { site, collections } = useSiteContent()
  const [first] = collections
  if (first === undefined) {
    return (
      <ContentScreen>
        <EmptyState drawing="book" title={t.none}>
          {t.noneAbout}
        </EmptyState>
      </ContentScreen>
    )
  }
  const { collectionId } = first
  return (
    <Navigate
      to="/w/$slug/sites/$siteId/content/$collectionId"
      params={{ slug, siteId: site.siteId, collectionId }}
      replace
    />
  )
}
