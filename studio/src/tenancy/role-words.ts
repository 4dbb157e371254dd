import type { Reply } from '@helder/client'
import { builtInRoles } from '@helder/server/core/tenancy/rules'
import type { listRoles } from '@helder/server/core/tenancy/schema'
import type { Language, Spoken } from '@helder/words'
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

/** Whether somebody can give or take a role: nobody deals in more than they have, and owners are made by owners. */
export function isWithinReach(
  role: Pick<Role, 'key' | 'permissions'>,
  own: { can: (permission: string) => boolean; isOwner: boolean },
): boolean {
  return own.isOwner || (role.key !== 'owner' && role.permissions.every(own.can))
}

const order = Object.keys(builtInRoles)

/** Helder's own roles from the mightiest down, then those of the workspace by name. */
export function inOrder(roles: readonly Role[], language: Language): Role[] {
  const place = ({ key }: Role) => (key === null ? order.length : order.indexOf(key))
  return [...roles].sort(
    (a, b) => place(a) - place(b) || a.name[language].localeCompare(b.name[language], language),
  )
}
