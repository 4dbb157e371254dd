import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reachable } from '../core/reachable.ts'
import { workspaceRoute } from '../core/routes.tsx'
import { inboxSearch } from './inbox/search.ts'

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
  workspace: [inboxRoute.addChildren([submissionRoute])],
} as const
