import {
  getWorkspace,
  listMembers,
  listRoles,
  listSupport,
  listWorkspaces,
} from '@helder/server/core/tenancy/schema'
import { text } from '@helder/words'
import { IconBuildingCommunity } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { reachable } from '../core/reachable.ts'
import { ahead, rootRoute, settingsRoute, signedInRoute, workspaceRoute } from '../core/routes.tsx'
import type { StudioSlice } from '../core/slice.ts'
import { readKept } from '../ui/kept.ts'
import { type Sort, sortText } from '../ui/table/sorting.ts'

/** A table whose order stands in the address. */
export interface SortSearch {
  sort?: string
}

const sortSearch = (search: Record<string, unknown>): SortSearch =>
  typeof search.sort === 'string' ? { sort: search.sort } : {}

/** The search of an address with a table in this order. */
export function searchOf(sort: Sort): SortSearch {
  return { sort: sortText(sort) }
}

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(
    reachable(() => import('./invitation.tsx')),
    'Invitation',
  ),
})

// Whoever works in one place goes there at once; whoever was somewhere goes back there.
const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    const { workspaces } = context.me
    const last = workspaces.find(({ slug }) => slug === readKept('workspace'))
    const one = last ?? (workspaces.length === 1 ? workspaces[0] : undefined)
    throw one ? redirect({ to: '/w/$slug', params: { slug: one.slug } }) : redirect({ to: '/workspaces' })
  },
})

const workspacesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/workspaces',
  component: lazyRouteComponent(
    reachable(() => import('./workspaces.tsx')),
    'Workspaces',
  ),
})

const newWorkspaceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/workspaces/new',
  component: lazyRouteComponent(
    reachable(() => import('./new-workspace.tsx')),
    'NewWorkspace',
  ),
})

const workspaceSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/workspace',
  loader: ahead(getWorkspace, {}),
  component: lazyRouteComponent(
    reachable(() => import('./workspace-settings.tsx')),
    'WorkspaceSettings',
  ),
})

const membersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/members',
  validateSearch: sortSearch,
  loader: ahead(listMembers, {}),
  component: lazyRouteComponent(
    reachable(() => import('./members.tsx')),
    'Members',
  ),
})

const rolesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/roles',
  loader: ahead(listRoles, {}),
  component: lazyRouteComponent(
    reachable(() => import('./roles.tsx')),
    'Roles',
  ),
})

const supportRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/support',
  loader: ahead(listSupport, {}),
  component: lazyRouteComponent(
    reachable(() => import('./support.tsx')),
    'Support',
  ),
})

const platformRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/platform',
  validateSearch: sortSearch,
  loader: ahead(listWorkspaces, {}),
  component: lazyRouteComponent(
    reachable(() => import('./platform.tsx')),
    'Platform',
  ),
})

/** Its screens, by what is around them. */
export const routes = {
  root: [invitationRoute],
  signedIn: [startRoute, workspacesRoute, newWorkspaceRoute],
  workspace: [platformRoute],
  settings: [workspaceSettingsRoute, membersRoute, rolesRoute, supportRoute],
} as const

/** Workspaces, and who may do what in them. */
export const tenancy: StudioSlice = {
  name: 'tenancy',
  label: text('Werkruimte', 'Workspace'),
  places: [
    {
      to: '/w/$slug/platform',
      label: text('Werkruimtes', 'Workspaces'),
      permission: 'tenancy.workspaces.read',
      kind: 'platform',
      keywords: text('klanten, platform, meekijken', 'clients, platform, look in'),
      keys: 'g w',
      rail: { icon: IconBuildingCommunity, order: 60 },
    },
    {
      to: '/w/$slug/settings/workspace',
      label: text('Werkruimte', 'Workspace'),
      permission: 'tenancy.settings.read',
      keywords: text('naam, taal, instellingen', 'name, language, settings'),
      keys: 'g i',
      settings: { order: 10 },
    },
    {
      to: '/w/$slug/settings/members',
      label: text('Leden', 'Members'),
      permission: 'tenancy.members.read',
      keywords: text('mensen, uitnodigen, collega’s', 'people, invite, colleagues'),
      keys: 'g l',
      settings: { order: 20 },
    },
    {
      to: '/w/$slug/settings/roles',
      label: text('Rollen', 'Roles'),
      permission: 'tenancy.members.read',
      keywords: text('rechten, mag', 'permissions, may'),
      keys: 'g r',
      settings: { order: 30 },
    },
    {
      to: '/w/$slug/settings/support',
      label: text('Ondersteuning', 'Support'),
      permission: 'tenancy.support.read',
      kind: 'client',
      keywords: text('meekijken, beheerder', 'look in, operator'),
      settings: { order: 50 },
    },
  ],
  acts: {
    'tenancy.workspace-made': text('maakte de werkruimte', 'made the workspace'),
    'tenancy.member-added': text('voegde een lid toe', 'added a member'),
    'tenancy.invited': text('nodigde iemand uit', 'invited someone'),
    'tenancy.invitation-withdrawn': text('trok een uitnodiging in', 'withdrew an invitation'),
    'tenancy.member-joined': text('nam een uitnodiging aan', 'accepted an invitation'),
    'tenancy.member-changed': text('gaf een lid een andere rol', 'gave a member another role'),
    'tenancy.member-removed': text('verwijderde een lid', 'removed a member'),
    'tenancy.role-made': text('maakte een rol', 'made a role'),
    'tenancy.role-changed': text('veranderde een rol', 'changed a role'),
    'tenancy.role-removed': text('verwijderde een rol', 'removed a role'),
    'tenancy.support-started': text('begon met meekijken', 'started looking in'),
    'tenancy.support-ended': text('beëindigde het meekijken', 'ended looking in'),
  },
  letters: { 'tenancy.invitation': text('Uitnodiging', 'Invitation') },
  home: () => import('./home.tsx').then(({ homePart }) => homePart),
}
