import type { Text } from '@helder/words'
import type { TxCtx } from '../../core/ctx.ts'
import { platformWorkspaceId } from '../../core/ids.ts'
import { roleName } from '../../core/tenancy/actions.ts'
import { builtInRoles, permissionsOf } from '../../core/tenancy/rules.ts'
import { listRoles } from '../../core/tenancy/store.ts'

/** Gives the names of the roles that have one of some permissions, Helder's own and those of the workspace. */
export async function rolesThatSee(tx: TxCtx): Promise<(seenWith: string[]) => Text[]> {
  const isPlatform = tx.workspaceId === platformWorkspaceId
  const roles = (await listRoles(tx)).sort(byRank).map(role => ({
    name: roleName({ roleKey: role.key, roleName: role.name }),
    permissions: permissionsOf(role, tx.services.permissions, isPlatform),
  }))
  return seenWith =>
    roles.filter(({ permissions }) => seenWith.some(key => permissions.has(key))).map(({ name }) => name)
}

// Helder's own roles in their own order, then those of the workspace by name.
function byRank(a: { key: string | null; name: string }, b: { key: string | null; name: string }): number {
  const ranks = Object.keys(builtInRoles)
  const rank = (key: string | null) => (key === null ? ranks.length : ranks.indexOf(key))
  return rank(a.key) - rank(b.key) || (a.name < b.name ? -1 : 1)
}
