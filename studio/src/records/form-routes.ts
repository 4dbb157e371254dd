import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reachable } from '../core/reachable.ts'
import { workspaceRoute } from '../core/routes.tsx'
import { inboxSearch } from './inbox/search.ts'
import { setupSearch } from './setup/search.ts'

const formsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sites/$siteId/forms',
  component: lazyRouteComponent(
    reachable(() => import('./forms/forms.tsx')),
    'Forms',
  ),
})

const formRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sites/$siteId/forms/$collectionId',
  validateSearch: setupSearch,
  component: lazyRouteComponent(
    reachable(() => import('./setup/setup.tsx')),
    'Setup',
  ),
})

const newCollectionRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sites/$siteId/content/new',
  component: lazyRouteComponent(
    reachable(() => import('./forms/new-collection.tsx')),
    'NewCollection',
  ),
})

const setupRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/sites/$siteId/content/$collectionId/setup',
  validateSearch: setupSearch,
  component: lazyRouteComponent(
    reachable(() => import('./setup/setup.tsx')),
    'Setup',
  ),
})

const inboxRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(
    reachable(() => import('./inbox/inbox.tsx')),
    'Inbox',
  ),
})

const submissionRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/$recordId',
  component: lazyRouteComponent(
    reachable(() => import('./inbox/submission.tsx')),
    'Submission',
  ),
})

/** The screens of forms and of what comes in by them, by what is around them. */
export const formRoutes = {
  workspace: [
    formsRoute,
    formRoute,
    newCollectionRoute,
    setupRoute,
    inboxRoute.addChildren([submissionRoute]),
  ],
} as const
