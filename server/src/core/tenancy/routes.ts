import { isLanguage } from '@helder/words'
import { origin } from '../config.ts'
import { type Ctx, withoutWorkspace } from '../ctx.ts'
import { open, route, signedIn } from '../http/route.ts'
import { getAccount } from '../identity/store.ts'
import { platformWorkspaceId } from '../ids.ts'
import {
  acceptInvitation,
  changeMember,
  changeRole,
  endSupport,
  invite,
  leaveSupport,
  lookAtInvitation,
  makeOwnWorkspace,
  makeRole,
  removeMember,
  removeRole,
  roleName,
  startSupport,
  withdrawInvitation,
} from './actions.ts'
import { permissionsOf, supportPermissions } from './rules.ts'
import * as schema from './schema.ts'
import {
  getWorkspace,
  listInvitations,
  listMembers,
  listMemberships,
  listRoles,
  listSupportSessions,
  listWorkspaces,
  updateWorkspace,
} from './store.ts'

function accountOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'account') throw new Error('a route for members was reached without one')
  return ctx.actor.accountId
}

function spoken(language: string) {
  return isLanguage(language) ? language : ('nl' as const)
}

async function memberships(ctx: Ctx) {
  const reason = 'a person sees all workspaces that they work in'
  const rows = await withoutWorkspace(ctx.services, reason, 'read', db =>
    listMemberships(db, accountOf(ctx), ctx.now),
  )
  const all = ctx.services.permissions
  return rows.map(row => {
    const isPlatform = row.workspaceId === platformWorkspaceId
    const permissions =
      row.supportEndsAt === null
        ? permissionsOf({ key: row.roleKey, permissions: row.permissions }, all, isPlatform)
        : supportPermissions(all)
    return {
      workspaceId: row.workspaceId,
      slug: row.slug,
      name: row.name,
      kind: isPlatform ? ('platform' as const) : ('client' as const),
      role: roleName(row),
      permissions: [...permissions],
      supportEndsAt: row.supportEndsAt?.toISOString() ?? null,
    }
  })
}

export const routes = [
  route(schema.getMe, signedIn('everyone may see who they are'), async ctx => {
    const { config } = ctx.services
    const [account, platform] = await ctx.read(async tx => [
      await getAccount(tx, accountOf(ctx)),
      await getWorkspace(tx),
    ])
    const workspaces = await memberships(ctx)
    return {
      account: {
        accountId: account.accountId,
        name: account.name,
        email: account.email,
        language: spoken(account.language),
      },
      workspaces,
      mayMakeWorkspaces:
        platform.openForSignUp || workspaces.some(workspace => workspace.kind === 'platform'),
      operator: config.operator,
      version: config.version,
      sitesBase: config.sitesBase,
      sitesOrigin: origin(config, config.sitesBase),
    }
  }),
  route(
    schema.makeWorkspace,
    signedIn('the action itself asks whether this installation is open'),
    async (ctx, { body }) => {
      const workspaceId = await makeOwnWorkspace(ctx, accountOf(ctx), body)
      return { workspaceId, slug: body.slug }
    },
  ),
  route(schema.getWorkspace, 'tenancy.settings.read', async ctx => {
    const { name, slug, language, openForSignUp } = await ctx.read(getWorkspace)
    return { name, slug, language: spoken(language), openForSignUp }
  }),
  route(schema.changeWorkspace, 'tenancy.settings.write', async (ctx, { body }) =>
    ctx.write(tx => updateWorkspace(tx, body)),
  ),
  route(schema.listRoles, 'tenancy.members.read', async ctx => {
    const rows = await ctx.read(listRoles)
    const isPlatform = ctx.workspaceId === platformWorkspaceId
    return {
      roles: rows.map(row => ({
        roleId: row.roleId,
        key: row.key,
        name: roleName({ roleKey: row.key, roleName: row.name }),
        permissions: [...permissionsOf(row, ctx.services.permissions, isPlatform)],
        members: row.members ?? 0,
      })),
      permissions: ctx.services.permissions
        .filter(permission => isPlatform || !permission.platform)
        .map(({ key, name, platform }) => ({ key, name, platform: platform ?? false })),
    }
  }),
  route(schema.makeRole, 'tenancy.members.write', async (ctx, { body }) => ({
    roleId: await makeRole(ctx, body),
  })),
  route(schema.changeRole, 'tenancy.members.write', async (ctx, { params, body }) =>
    changeRole(ctx, params.roleId, body),
  ),
  route(schema.removeRole, 'tenancy.members.write', async (ctx, { params }) =>
    removeRole(ctx, params.roleId),
  ),
  route(schema.listMembers, 'tenancy.members.read', async ctx =>
    ctx.read(async tx => ({
      members: (await listMembers(tx)).map(({ roleKey, roleName: name, joinedAt, ...row }) => ({
        ...row,
        role: roleName({ roleKey, roleName: name }),
        isOwner: roleKey === 'owner',
        joinedAt: joinedAt.toISOString(),
      })),
      invitations: (await listInvitations(tx)).map(({ roleKey, roleName: name, expiresAt, ...row }) => ({
        ...row,
        role: roleName({ roleKey, roleName: name }),
        expiresAt: expiresAt.toISOString(),
      })),
    })),
  ),
  route(schema.invite, 'tenancy.members.write', async (ctx, { body }, http) => ({
    invitationId: await invite(ctx, { ...body, invitedBy: accountOf(ctx) }, http),
  })),
  route(schema.withdrawInvitation, 'tenancy.members.write', async (ctx, { params }) =>
    withdrawInvitation(ctx, params.invitationId),
  ),
  route(
    schema.lookAtInvitation,
    open('whoever holds the secret of an invitation may see it'),
    async (ctx, { body }) => lookAtInvitation(ctx, body.secret),
  ),
  route(
    schema.acceptInvitation,
    open('the secret of an invitation proves the address'),
    async (ctx, { body }, http) => acceptInvitation(ctx, body, http),
  ),
  route(schema.changeMember, 'tenancy.members.write', async (ctx, { params, body }) =>
    changeMember(ctx, params.accountId, body.roleId),
  ),
  route(schema.removeMember, 'tenancy.members.write', async (ctx, { params }) =>
    removeMember(ctx, params.accountId),
  ),
  route(schema.listWorkspaces, 'tenancy.workspaces.read', async ctx => {
    const reason = 'staff see which clients there are'
    const rows = await withoutWorkspace(ctx.services, reason, 'read', db =>
      listWorkspaces(db, accountOf(ctx), ctx.now),
    )
    return rows.map(row => ({
      ...row,
      members: row.members ?? 0,
      createdAt: row.createdAt.toISOString(),
      supportEndsAt: row.supportEndsAt?.toISOString() ?? null,
    }))
  }),
  route(schema.startSupport, 'tenancy.support.write', async (ctx, { body }) =>
    startSupport(ctx, { ...body, accountId: accountOf(ctx) }),
  ),
  route(schema.listSupport, 'tenancy.support.read', async ctx => {
    const rows = await ctx.read(listSupportSessions)
    return rows.map(row => ({
      supportSessionId: row.supportSessionId,
      reason: row.reason,
      startedAt: row.startedAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      active: row.endsAt > ctx.now,
    }))
  }),
  route(
    schema.leaveSupport,
    signedIn('who looks in may stop looking; the action asks whether they do'),
    async ctx => leaveSupport(ctx),
  ),
  route(schema.endSupport, 'tenancy.settings.write', async (ctx, { params }) =>
    endSupport(ctx, params.supportSessionId),
  ),
]
