import { text } from '@helder/words'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reachable } from '../core/reachable.ts'
import { settingsRoute } from '../core/routes.tsx'
import type { StudioSlice } from '../core/slice.ts'

const auditRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): { action?: string } =>
    typeof search.action === 'string' && search.action !== '' ? { action: search.action } : {},
  component: lazyRouteComponent(
    reachable(() => import('./log.tsx')),
    'Log',
  ),
})

/** Its screens, by what is around them. */
export const routes = { settings: [auditRoute] } as const

/** What was done, by whom, when. */
export const audit: StudioSlice = {
  name: 'audit',
  label: text('Logboek', 'Audit log'),
  places: [
    {
      to: '/w/$slug/settings/audit',
      label: text('Logboek', 'Audit log'),
      permission: 'audit.read',
      keywords: text('wie deed wat, geschiedenis', 'who did what, history'),
      keys: 'g b',
      settings: { order: 60 },
    },
  ],
  home: () => import('./home.tsx').then(({ homePart }) => homePart),
}
