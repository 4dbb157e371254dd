import { text } from '@helder/words'
import { IconInbox } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import { workspaceRoute } from '../core/routes.tsx'
import type { StudioSlice } from '../core/slice.ts'
import { formRoutes } from './form-routes.ts'
import { listSearch, versionSearch } from './search.ts'

const contentRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sites/$siteId/content',
  component: lazyRouteComponent(() => import('./content/content.tsx'), 'Content'),
})

const firstCollectionRoute = createRoute({
  getParentRoute: () => contentRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./content/content.tsx'), 'FirstCollection'),
})

const collectionRoute = createRoute({
  getParentRoute: () => contentRoute,
  path: '/$collectionId',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./content/collection.tsx'), 'Collection'),
})

const recordRoute = createRoute({
  getParentRoute: () => collectionRoute,
  path: '/$recordId',
  component: lazyRouteComponent(() => import('./record/record.tsx'), 'RecordScreen'),
})

const versionsRoute = createRoute({
  getParentRoute: () => collectionRoute,
  path: '/$recordId/versions',
  validateSearch: versionSearch,
  component: lazyRouteComponent(() => import('./record/versions.tsx'), 'Versions'),
})

/** Its screens, by what is around them. */
export const routes = {
  workspace: [
    contentRoute.addChildren([
      firstCollectionRoute,
      collectionRoute.addChildren([recordRoute, versionsRoute]),
    ]),
    ...formRoutes.workspace,
  ],
} as const

/** The content of sites, their forms, and what comes in. */
export const records: StudioSlice = {
  name: 'records',
  label: text('Inhoud en formulieren', 'Content and forms'),
  places: [
    {
      to: '/w/$slug/inbox',
      label: text('Postvak', 'Inbox'),
      permission: 'records.submissions.read',
      keywords: text('inzendingen, formulieren, berichten', 'submissions, forms, messages'),
      keys: 'g k',
      rail: {
        icon: IconInbox,
        order: 20,
        New: lazy(() => import('./inbox/unseen.tsx').then(({ Unseen }) => ({ default: Unseen }))),
      },
    },
  ],
  acts: {
    'records.collection-made': text('maakte een verzameling of formulier', 'made a collection or form'),
    'records.collection-changed': text(
      'veranderde de inrichting van een verzameling of formulier',
      'changed the set-up of a collection or form',
    ),
    'records.collection-removed': text(
      'verwijderde een verzameling of formulier',
      'removed a collection or form',
    ),
    'records.record-made': text('maakte een item', 'made an item'),
    'records.record-changed': text('veranderde een item', 'changed an item'),
    'records.record-unpublished': text('haalde een item van de site', 'took an item off the site'),
    'records.record-binned': text('gooide iets weg', 'threw something away'),
    'records.record-restored': text('zette iets terug uit de prullenbak', 'put something back from the bin'),
    'records.submitted': text('stuurde een formulier in', 'sent a form'),
  },
  letters: {
    'records.submission': text('Nieuwe inzending', 'New submission'),
  },
  home: () => import('./home.tsx').then(({ homePart }) => homePart),
  around: () => import('./around.tsx').then(({ Around }) => Around),
}
