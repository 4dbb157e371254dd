import { Outlet, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { TitlePlace } from '../ui/title.tsx'
import { usePublishing } from './publish/publishing.ts'
import { useSiteReply } from './reads.ts'
import { useSiteCommands } from './site-commands.ts'
import { SiteProvider } from './site-context.tsx'

/** Around every screen of a website. */
export function Site() {
  const { siteId } = useParams({ from: '/signed-in/w/$slug/sites/$siteId' })
  const site = useSiteReply(siteId)
  return (
    <Permitted to="sites.sites.read">
      <Loaded from={site}>
        {data => (
          <SiteProvider key={siteId} site={data}>
            <TitlePlace name={data.name}>
              <Outlet />
              <Commands />
              <Publication />
            </TitlePlace>
          </SiteProvider>
        )}
      </Loaded>
    </Permitted>
  )
}

function Commands() {
  useSiteCommands()
  return null
}

const Publish = lazy(() => import('./publish/publish.tsx').then(module => ({ default: module.Publish })))

function Publication() {
  const { open } = usePublishing()
  return <Suspense>{open === undefined ? null : <Publish open={open} />}</Suspense>
}
