import { listFiles } from '@helder/server/sites/files/schema'
import { listReleases } from '@helder/server/sites/releases/schema'
import { getSite, listSites, listStarters } from '@helder/server/sites/sites/schema'
import { text } from '@helder/words'
import { IconWorld } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ahead, workspaceRoute } from '../core/routes.tsx'
import type { StudioSlice } from '../core/slice.ts'
import { readCodeSearch, readPublishSearch } from './addresses.ts'

const sitesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sites',
  loader: ahead(listSites, {}),
  component: lazyRouteComponent(() => import('./sites.tsx'), 'Sites'),
})

const newSiteRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sites/new',
  loader: ahead(listStarters, {}),
  component: lazyRouteComponent(() => import('./new-site.tsx'), 'NewSite'),
})

/** Around every screen of a site: its publication can be opened on each. */
const siteRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sites/$siteId',
  validateSearch: readPublishSearch,
  loader: route => ahead(getSite, { params: { siteId: route.params.siteId } })(route),
  component: lazyRouteComponent(() => import('./site.tsx'), 'Site'),
})

/** Around the screens of a site that are a page to read: its name and its tabs. */
const frameRoute = createRoute({
  getParentRoute: () => siteRoute,
  id: 'site-frame',
  component: lazyRouteComponent(() => import('./site-frame.tsx'), 'SiteFrame'),
})

const overviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./overview.tsx'), 'Overview'),
})

const releasesRoute = createRoute({
  getParentRoute: () => siteRoute,
  path: '/releases',
  loader: route =>
    ahead(listReleases, { params: { siteId: route.params.siteId }, query: { limit: 30 } })(route),
  component: lazyRouteComponent(() => import('./releases/releases.tsx'), 'Releases'),
})

const releaseRoute = createRoute({
  getParentRoute: () => releasesRoute,
  path: '/$releaseId',
  component: lazyRouteComponent(() => import('./releases/release.tsx'), 'Release'),
})

const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings.tsx'), 'SiteSettings'),
})

const previewRoute = createRoute({
  getParentRoute: () => siteRoute,
  path: '/preview',
  validateSearch: readCodeSearch,
  component: lazyRouteComponent(() => import('./preview/preview-screen.tsx'), 'PreviewScreen'),
})

// The path of a file stands in the address as it is: `code/pages/index.liquid`.
const codeRoute = createRoute({
  getParentRoute: () => siteRoute,
  path: '/code/$',
  validateSearch: readCodeSearch,
  loader: route => ahead(listFiles, { params: { siteId: route.params.siteId } })(route),
  component: lazyRouteComponent(() => import('./code/code.tsx'), 'Code'),
})

/** Its screens, by what is around them. */
export const routes = {
  workspace: [
    sitesRoute,
    newSiteRoute,
    siteRoute.addChildren([
      frameRoute.addChildren([overviewRoute, settingsRoute]),
      releasesRoute.addChildren([releaseRoute]),
      codeRoute,
      previewRoute,
    ]),
  ],
} as const

/** Websites: making, previewing and publishing them. */
export const sites: StudioSlice = {
  name: 'sites',
  label: text('Websites', 'Websites'),
  places: [
    {
      to: '/w/$slug/sites',
      label: text('Websites', 'Websites'),
      permission: 'sites.sites.read',
      kind: 'client',
      keywords: text('site, pagina’s, code, publiceren', 'site, pages, code, publish'),
      keys: 'g s',
      rail: { icon: IconWorld, order: 10 },
    },
  ],
  acts: {
    'sites.site-made': text('maakte een website', 'made a website'),
    'sites.site-changed': text('veranderde een website', 'changed a website'),
    'sites.site-removed': text('verwijderde een website', 'removed a website'),
    'sites.files-replaced': text('verving de bestanden van een website', 'replaced the files of a website'),
    'sites.preview-opened': text('opende een voorbeeld', 'opened a preview'),
    'sites.publication-asked': text('vroeg om te publiceren', 'asked to publish'),
    'sites.release-built': text('bouwde een uitgave', 'built a release'),
    'sites.published': text('zette een uitgave live', 'put a release live'),
    'sites.publication-failed': text('kon een uitgave niet bouwen', 'could not build a release'),
    'sites.releases-withdrawn': text('haalde uitgaven weg', 'took releases away'),
  },
  home: () => import('./home.tsx').then(({ homePart }) => homePart),
  around: () => import('./around.tsx').then(({ Around }) => Around),
}
