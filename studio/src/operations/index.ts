import { listBackups } from '@helder/server/operations/backups/schema'
import { text } from '@helder/words'
import { IconLifebuoy } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reachable } from '../core/reachable.ts'
import { ahead, workspaceRoute } from '../core/routes.tsx'
import type { StudioSlice } from '../core/slice.ts'

const backupsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/operations',
  loader: ahead(listBackups, {}),
  component: lazyRouteComponent(
    reachable(() => import('./backups.tsx')),
    'Backups',
  ),
})

/** Its screens, by what is around them. */
export const routes = { workspace: [backupsRoute] } as const

/** What keeps the installation itself safe, for the operator. */
export const operations: StudioSlice = {
  name: 'operations',
  label: text('Beheer', 'Operations'),
  places: [
    {
      to: '/w/$slug/operations',
      label: text('Beheer', 'Operations'),
      permission: 'operations.read',
      kind: 'platform',
      keywords: text('reservekopieën, backup, terugzetten, herstellen', 'backups, restore, recover'),
      keys: 'g h',
      rail: { icon: IconLifebuoy, order: 70 },
    },
  ],
  acts: { 'operations.backup-ordered': text('liet een reservekopie maken', 'had a backup made') },
  home: () => import('./home.tsx').then(({ homePart }) => homePart),
}
