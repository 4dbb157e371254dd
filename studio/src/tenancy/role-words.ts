import type { Reply } from '@helder/client'
import type { listRoles } from '@helder/server/core/tenancy/schema'
import type { Spoken } from '@helder/words'
import type { texts } from './texts.ts'

/** A role as the server tells it. */
export type Role = Reply<typeof listRoles>['roles'][number]

/** What a role is for, in a sentence. */
export function roleAbout(role: Pick<Role, 'key'>, t: Spoken<typeof texts>): string {
  const { owner, manager, developer, editor, expert, teacher, support, admin, administration } = t
  const own: Record<string, string> = {
    ...{ owner, manager, developer, editor, expert },
    ...{ teacher, support, admin, administration },
  }
  return (role.key === null ? undefined : own[role.key]) ?? t.ownRole
}

/** Whether somebody with these permissions can give or take this role: nobody deals in more than they have. */
export function isWithinReach(
  role: Pick<Role, 'permissions'>,
  can: (permission: string) => boolean,
): boolean {
  return role.permissions.every(can)
}
