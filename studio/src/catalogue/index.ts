import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reachable } from '../core/reachable.ts'
import { rootRoute } from '../core/routes.tsx'

/** The catalogue of the kit, in builds for development only. */
export const catalogueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/catalogue',
  component: lazyRouteComponent(
    reachable(() => import('./catalogue.tsx')),
    'Catalogue',
  ),
})
