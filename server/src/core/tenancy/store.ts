import { text } from '@helder/words'
import { sql } from 'kysely'
import type { TxCtx } from '../ctx.ts'
import type { Queries } from '../data/database.ts'
import { notFound } from '../errors.ts'

/** A workspace as its settings show it. */
export interface WorkspaceRow {
  workspaceId: string
  kind: string
  slug: string
  name: string
  language: string
  openForSignUp: boolean
}

const workspaceColumns = [
  'workspace_id as workspaceId',
  'kind',
  'slug',
  'name',
  'language',
  'open_for_sign_up as openForSignUp',
] as const

export async function findWorkspace(tx: TxCtx): Promise<WorkspaceRow | undefined> {
  return tx.db
    .selectFrom('tenancy.workspaces')
    .select(workspaceColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirst()
}

export async function getWorkspace(tx: TxCtx): Promise<WorkspaceRow> {
  const row = await findWorkspace(tx)
  if (row === undefined) throw notFound(text('Deze werkruimte', 'This workspace'))
  return row
}

/** The id of the workspace with a slug; needs the view over all. */
export async function findIdBySlug(db: Queries, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('tenancy.workspaces')
    .select('workspace_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.workspace_id ?? null
}

export async function insertWorkspace(
  tx: TxCtx,
  input: { kind: string; slug: string; name: string; language: string },
): Promise<void> {
  await tx.db
    .insertInto('tenancy.workspaces')
    .values({ workspace_id: tx.workspaceId, ...input, created_at: tx.now })
    .execute()
}

export async function updateWorkspace(
  tx: TxCtx,
  change: { name?: string | undefined; language?: string | undefined; openForSignUp?: boolean | undefined },
): Promise<void> {
  await tx.db
    .updateTable('tenancy.workspaces')
    .set(eb => ({
      name: change.name ?? eb.ref('name'),
      language: change.language ?? eb.ref('language'),
      open_for_sign_up: change.openForSignUp ?? eb.ref('open_for_sign_up'),
    }))
    .where('workspace_id', '=', tx.workspaceId)
    .execute()
}

/** The workspaces that an account works in, as a member or in a support session; needs the view over all. */
export async function listMemberships(db: Queries, accountId: string, now: Date) {
  const members = db
    .selectFrom('tenancy.members as m')
    .innerJoin('tenancy.workspaces as w', 'w.workspace_id', 'm.workspace_id')
    .innerJoin('tenancy.roles as r', join =>
      join.onRef('r.workspace_id', '=', 'm.workspace_id').onRef('r.role_id', '=', 'm.role_id'),
    )
    .select([
      'w.workspace_id as workspaceId',
      'w.slug',
      'w.name',
      'w.kind',
      'r.key as roleKey',
      'r.name as roleName',
      'r.permissions',
    ])
    .select(sql<Date | null>`null`.as('supportEndsAt'))
    .where('m.account_id', '=', accountId)
  const supported = db
    .selectFrom('tenancy.support_sessions as s')
    .innerJoin('tenancy.workspaces as w', 'w.workspace_id', 's.workspace_id')
    .select(['w.workspace_id as workspaceId', 'w.slug', 'w.name', 'w.kind'])
    .select([
      sql<string | null>`'support'`.as('roleKey'),
      sql<string>`''`.as('roleName'),
      sql<string[]>`'{}'::text[]`.as('permissions'),
    ])
    .select('s.ends_at as supportEndsAt')
    .where('s.account_id', '=', accountId)
    .where('s.ends_at', '>', now)
  const [own, looking] = await Promise.all([members.orderBy('w.name').execute(), supported.execute()])
  const ownIds = new Set(own.map(row => row.workspaceId))
  return [...own, ...looking.filter(row => !ownIds.has(row.workspaceId))]
}

const roleColumns = ['role_id as roleId', 'key', 'name', 'permissions'] as const

export async function listRoles(tx: TxCtx) {
  return tx.db
    .selectFrom('tenancy.roles as r')
    .select(roleColumns)
    .select(eb =>
      eb
        .selectFrom('tenancy.members as m')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('m.workspace_id', '=', 'r.workspace_id')
        .whereRef('m.role_id', '=', 'r.role_id')
        .as('members'),
    )
    .where('r.workspace_id', '=', tx.workspaceId)
    .orderBy('r.role_id')
    .execute()
}

export async function getRole(tx: TxCtx, roleId: string) {
  const row = await tx.db
    .selectFrom('tenancy.roles')
    .select(roleColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('role_id', '=', roleId)
    .executeTakeFirst()
  if (row === undefined) throw notFound(text('Deze rol', 'This role'))
  return row
}

export async function insertRole(
  tx: TxCtx,
  input: { roleId: string; key: string | null; name: string; permissions: string[] },
): Promise<void> {
  await tx.db
    .insertInto('tenancy.roles')
    .values({
      workspace_id: tx.workspaceId,
      role_id: input.roleId,
      key: input.key,
      name: input.name,
      permissions: input.permissions,
    })
    .execute()
}

export async function updateRole(
  tx: TxCtx,
  roleId: string,
  change: { name: string; permissions: string[] },
): Promise<void> {
  await tx.db
    .updateTable('tenancy.roles')
    .set(change)
    .where('workspace_id', '=', tx.workspaceId)
    .where('role_id', '=', roleId)
    .execute()
}

export async function deleteRole(tx: TxCtx, roleId: string): Promise<void> {
  await tx.db
    .deleteFrom('tenancy.roles')
    .where('workspace_id', '=', tx.workspaceId)
    .where('role_id', '=', roleId)
    .execute()
}

/** The name and address of every member. */
export async function listMemberAccounts(tx: TxCtx) {
  const result = await sql<{ account_id: string; name: string; email: string; language: string }>`
    select * from tenancy.member_accounts()`.execute(tx.db)
  return result.rows
}

/** Where accounts of the platform are members, in whichever workspace. */
export async function listMembershipsOf(tx: TxCtx, accountIds: string[]) {
  const result = await sql<{ workspaceId: string; accountId: string; name: string; joinedAt: Date }>`
    select workspace_id as "workspaceId", account_id as "accountId", name, joined_at as "joinedAt"
    from tenancy.memberships_of(${accountIds}::uuid[])`.execute(tx.db)
  return result.rows
}

export async function listMembers(tx: TxCtx) {
  const accounts = new Map((await listMemberAccounts(tx)).map(row => [row.account_id, row]))
  const rows = await tx.db
    .selectFrom('tenancy.members as m')
    .innerJoin('tenancy.roles as r', join =>
      join.onRef('r.workspace_id', '=', 'm.workspace_id').onRef('r.role_id', '=', 'm.role_id'),
    )
    .select([
      'm.account_id as accountId',
      'm.joined_at as joinedAt',
      'r.role_id as roleId',
      'r.key as roleKey',
      'r.name as roleName',
    ])
    .where('m.workspace_id', '=', tx.workspaceId)
    .orderBy('m.joined_at')
    .execute()
  return rows.map(row => ({
    ...row,
    name: accounts.get(row.accountId)?.name ?? '',
    email: accounts.get(row.accountId)?.email ?? '',
  }))
}

export async function findMember(tx: TxCtx, accountId: string) {
  return tx.db
    .selectFrom('tenancy.members as m')
    .innerJoin('tenancy.roles as r', join =>
      join.onRef('r.workspace_id', '=', 'm.workspace_id').onRef('r.role_id', '=', 'm.role_id'),
    )
    .select(['m.account_id as accountId', 'r.key as roleKey', 'r.role_id as roleId'])
    .where('m.workspace_id', '=', tx.workspaceId)
    .where('m.account_id', '=', accountId)
    .executeTakeFirst()
}

/** How many members have a role of Helder's; locks them, so that two owners can't leave at once. */
export async function countMembersWithRole(tx: TxCtx, key: string): Promise<number> {
  const rows = await tx.db
    .selectFrom('tenancy.members as m')
    .innerJoin('tenancy.roles as r', join =>
      join.onRef('r.workspace_id', '=', 'm.workspace_id').onRef('r.role_id', '=', 'm.role_id'),
    )
    .select('m.account_id')
    .where('m.workspace_id', '=', tx.workspaceId)
    .where('r.key', '=', key)
    .forUpdate('m')
    .execute()
  return rows.length
}

export async function insertMember(tx: TxCtx, accountId: string, roleId: string): Promise<void> {
  await tx.db
    .insertInto('tenancy.members')
    .values({ workspace_id: tx.workspaceId, account_id: accountId, role_id: roleId, joined_at: tx.now })
    .onConflict(conflict => conflict.columns(['workspace_id', 'account_id']).doUpdateSet({ role_id: roleId }))
    .execute()
}

export async function deleteMember(tx: TxCtx, accountId: string): Promise<void> {
  await tx.db
    .deleteFrom('tenancy.members')
    .where('workspace_id', '=', tx.workspaceId)
    .where('account_id', '=', accountId)
    .execute()
}

export async function listInvitations(tx: TxCtx) {
  return tx.db
    .selectFrom('tenancy.invitations as i')
    .innerJoin('tenancy.roles as r', join =>
      join.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.role_id', '=', 'i.role_id'),
    )
    .select([
      'i.invitation_id as invitationId',
      'i.email',
      'i.outsider',
      'i.expires_at as expiresAt',
      'r.role_id as roleId',
      'r.key as roleKey',
      'r.name as roleName',
    ])
    .where('i.workspace_id', '=', tx.workspaceId)
    .orderBy('i.invitation_id')
    .execute()
}

/** An invitation; a second one to the same address replaces the first. */
export interface InvitationInput {
  invitationId: string
  email: string
  roleId: string
  outsider: boolean
  invitedBy: string
  tokenHash: string
  expiresAt: Date
}

export async function insertInvitation(tx: TxCtx, input: InvitationInput): Promise<void> {
  await deleteInvitationByEmail(tx, input.email)
  await tx.db
    .insertInto('tenancy.invitations')
    .values({
      workspace_id: tx.workspaceId,
      invitation_id: input.invitationId,
      email: input.email,
      role_id: input.roleId,
      outsider: input.outsider,
      invited_by: input.invitedBy,
      token_hash: input.tokenHash,
      created_at: tx.now,
      expires_at: input.expiresAt,
    })
    .execute()
}

async function deleteInvitationByEmail(tx: TxCtx, email: string): Promise<void> {
  await tx.db
    .deleteFrom('tenancy.invitations')
    .where('workspace_id', '=', tx.workspaceId)
    .where('email', '=', email)
    .execute()
}

/** Takes an invitation away, and gives whether there was one. */
export async function deleteInvitation(tx: TxCtx, invitationId: string): Promise<boolean> {
  const result = await tx.db
    .deleteFrom('tenancy.invitations')
    .where('workspace_id', '=', tx.workspaceId)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Finds an invitation by the hash of its secret, in whichever workspace; needs the view over all. */
export async function findInvitation(db: Queries, tokenHash: string) {
  return db
    .selectFrom('tenancy.invitations as i')
    .innerJoin('tenancy.workspaces as w', 'w.workspace_id', 'i.workspace_id')
    .innerJoin('tenancy.roles as r', join =>
      join.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.role_id', '=', 'i.role_id'),
    )
    .select([
      'i.workspace_id as workspaceId',
      'i.invitation_id as invitationId',
      'i.email',
      'i.role_id as roleId',
      'i.outsider',
      'i.expires_at as expiresAt',
    ])
    .select(['w.name as workspaceName', 'w.slug', 'w.language', 'r.key as roleKey', 'r.name as roleName'])
    .where('i.token_hash', '=', tokenHash)
    .executeTakeFirst()
}

/** The ids of all workspaces, the operator's too; needs the view over all. */
export async function listWorkspaceIds(db: Queries): Promise<string[]> {
  const rows = await db
    .selectFrom('tenancy.workspaces')
    .select('workspace_id')
    .orderBy('workspace_id')
    .execute()
  return rows.map(row => row.workspace_id)
}

/** Every client's workspace, for staff; needs the view over all. */
export async function listWorkspaces(db: Queries, accountId: string, now: Date) {
  return db
    .selectFrom('tenancy.workspaces as w')
    .select(['w.workspace_id as workspaceId', 'w.slug', 'w.name', 'w.created_at as createdAt'])
    .select(eb => [
      eb
        .selectFrom('tenancy.members as m')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('m.workspace_id', '=', 'w.workspace_id')
        .as('members'),
      eb
        .selectFrom('tenancy.support_sessions as s')
        .select(max => max.fn.max('s.ends_at').as('endsAt'))
        .whereRef('s.workspace_id', '=', 'w.workspace_id')
        .where('s.account_id', '=', accountId)
        .where('s.ends_at', '>', now)
        .as('supportEndsAt'),
    ])
    .where('w.kind', '=', 'client')
    .orderBy('w.name')
    .execute()
}

export async function insertSupportSession(
  tx: TxCtx,
  input: { supportSessionId: string; accountId: string; reason: string; endsAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('tenancy.support_sessions')
    .values({
      workspace_id: tx.workspaceId,
      support_session_id: input.supportSessionId,
      account_id: input.accountId,
      reason: input.reason,
      started_at: tx.now,
      ends_at: input.endsAt,
    })
    .execute()
}

export async function listSupportSessions(tx: TxCtx) {
  return tx.db
    .selectFrom('tenancy.support_sessions')
    .select([
      'support_session_id as supportSessionId',
      'reason',
      'started_at as startedAt',
      'ends_at as endsAt',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('support_session_id', 'desc')
    .limit(100)
    .execute()
}

/** Ends a support session now; gives whether one was running. */
export async function closeSupportSession(tx: TxCtx, supportSessionId: string): Promise<boolean> {
  const result = await tx.db
    .updateTable('tenancy.support_sessions')
    .set({ ends_at: tx.now })
    .where('workspace_id', '=', tx.workspaceId)
    .where('support_session_id', '=', supportSessionId)
    .where('ends_at', '>', tx.now)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
