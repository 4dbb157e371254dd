import { text } from '@helder/words'
import type { Slice } from '../slice.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export { addMember, findWorkspaceId, makeWorkspace } from './actions.ts'
export { findMember, listMembers } from './store.ts'

/** Workspaces, who works in them, and what they may do there. */
export const tenancy: Slice = {
  name: 'tenancy',
  routes,
  jobs: [],
  permissions: [
    {
      key: 'tenancy.settings.read',
      name: text('Instellingen zien', 'See settings'),
      // Every role that works in a workspace: who has this hears what changes in it.
      roles: ['manager', 'developer', 'editor', 'expert', 'teacher', 'support', 'admin', 'administration'],
    },
    {
      key: 'tenancy.settings.write',
      name: text('Instellingen veranderen', 'Change settings'),
      roles: ['manager'],
    },
    {
      key: 'tenancy.members.read',
      name: text('Leden zien', 'See members'),
      roles: ['manager', 'developer', 'editor', 'teacher', 'admin'],
    },
    {
      key: 'tenancy.members.write',
      name: text('Leden uitnodigen en rollen geven', 'Invite members and give roles'),
      roles: ['manager'],
    },
    {
      key: 'tenancy.support.read',
      name: text('Zien wanneer de beheerder meekeek', 'See when the operator looked in'),
      roles: ['manager'],
    },
    {
      key: 'tenancy.workspaces.read',
      name: text('Alle werkruimtes zien', 'See all workspaces'),
      roles: ['support', 'admin', 'administration'],
      platform: true,
    },
    {
      key: 'tenancy.support.write',
      name: text('Meekijken in een werkruimte', 'Look into a workspace'),
      roles: ['support', 'admin'],
      platform: true,
    },
  ],
  personalData,
}
