import type { Actor, Services } from '../ctx.ts'
import type { Identity } from '../identity/identify.ts'
import { platformWorkspaceId } from '../ids.ts'
import { permissionsOf, supportPermissions } from './rules.ts'

type AccountActor = Extract<Actor, { kind: 'account' }>

/** The person as an actor in a workspace, or null where they have no business there. */
export async function actorInWorkspace(
  services: Services,
  identity: Identity,
  workspaceId: string,
): Promise<AccountActor | null> {
  if (identity.realmId !== platformWorkspaceId) return null
  if (identity.token && identity.token.workspaceId !== workspaceId) return null
  const { accountId } = identity
  const access = await services.database.transaction({ workspaceId }, 'read', async db => {
    const role = await db
      .selectFrom('tenancy.members as m')
      .innerJoin('tenancy.roles as r', join =>
        join.onRef('r.workspace_id', '=', 'm.workspace_id').onRef('r.role_id', '=', 'm.role_id'),
      )
      .select(['r.key', 'r.permissions'])
      .where('m.workspace_id', '=', workspaceId)
      .where('m.account_id', '=', accountId)
      .executeTakeFirst()
    if (role) return { role }
    const support = await db
      .selectFrom('tenancy.support_sessions')
      .select('support_session_id')
      .where('workspace_id', '=', workspaceId)
      .where('account_id', '=', accountId)
      .where('ends_at', '>', services.now())
      .executeTakeFirst()
    return support ? { support: support.support_session_id } : null
  })
  if (access === null) return null
  if ('support' in access) {
    const permissions = supportPermissions(services.permissions)
    return { kind: 'account', accountId, permissions, supportSessionId: access.support }
  }
  const permissions = permissionsOf(access.role, services.permissions, workspaceId === platformWorkspaceId)
  return { kind: 'account', accountId, permissions: narrowed(permissions, identity) }
}

// A token can do what its owner can, and no more than was written on it when it was made.
function narrowed(permissions: Set<string>, identity: Identity): Set<string> {
  const { token } = identity
  return token ? new Set(token.permissions.filter(key => permissions.has(key))) : permissions
}
