import { isLanguage, type Language, type Text, text } from '@helder/words'
import { audit } from '../audit/audit.ts'
import { type Ctx, makeCtx, type Services, type TxCtx, withoutWorkspace } from '../ctx.ts'
import { isDuplicate } from '../data/database.ts'
import { invalidField, notFound, Refusal } from '../errors.ts'
import { announce } from '../events/events.ts'
import type { Http } from '../http/route.ts'
import { startSession } from '../identity/actions.ts'
import { findAccountByEmail, insertAccount, updateAccount } from '../identity/store.ts'
import { hashSecret, newId, newSecret, platformWorkspaceId } from '../ids.ts'
import { sendMail } from '../mail/actions.ts'
import { invitationLetter } from './letters.ts'
import {
  type BuiltInRole,
  builtInRoles,
  isBuiltInRole,
  permissionsOf,
  staffRoles,
  supportSessionMinutes,
} from './rules.ts'
import {
  closeSupportSession,
  countMembersWithRole,
  deleteInvitation,
  deleteMember,
  deleteRole,
  findIdBySlug,
  findInvitation,
  findMember,
  getRole,
  getWorkspace,
  insertInvitation,
  insertMember,
  insertRole,
  insertSupportSession,
  insertWorkspace,
  listRoles,
  updateRole,
} from './store.ts'

/** The name of a role on screen: Helder's own in both languages, others as they were named. */
export function roleName(role: { roleKey: string | null; roleName: string }): Text {
  const { roleKey } = role
  return roleKey !== null && isBuiltInRole(roleKey)
    ? builtInRoles[roleKey]
    : text(role.roleName, role.roleName)
}

/** Makes a workspace for whoever asks, where this installation lets people do so or the person is its staff. */
export async function makeOwnWorkspace(
  ctx: Ctx,
  accountId: string,
  input: { name: string; slug: string; language: Language },
): Promise<string> {
  const may = await ctx.read(
    async tx => (await getWorkspace(tx)).openForSignUp || (await findMember(tx, accountId)) !== undefined,
  )
  if (!may) {
    throw new Refusal(
      'not-allowed',
      text(
        'Hier kun je niet zelf een werkruimte maken. Vraag het aan de beheerder van deze Helder.',
        'You can not make a workspace here yourself. Ask whoever runs this Helder.',
      ),
    )
  }
  return makeWorkspace(ctx.services, { ...input, ownerId: accountId })
}

/** Makes a workspace with Helder's roles and its first owner. */
export async function makeWorkspace(
  services: Services,
  input: {
    workspaceId?: string
    kind?: 'client' | 'platform'
    name: string
    slug: string
    language: Language
    ownerId?: string
  },
): Promise<string> {
  const workspaceId = input.workspaceId ?? newId()
  const kind = input.kind ?? 'client'
  const ctx = makeCtx({
    services,
    workspaceId,
    language: input.language,
    actor: input.ownerId
      ? { kind: 'account', accountId: input.ownerId, permissions: new Set() }
      : { kind: 'system', reason: 'a workspace is made' },
  })
  try {
    await ctx.write(async tx => {
      await insertWorkspace(tx, { kind, slug: input.slug, name: input.name, language: input.language })
      const ownerRoleId = await insertOwnRoles(tx, kind)
      if (input.ownerId) await insertMember(tx, input.ownerId, ownerRoleId)
      await audit(tx, { action: 'tenancy.workspace-made', targetId: workspaceId })
    })
  } catch (error) {
    if (isDuplicate(error, 'workspaces_slug_key')) throw invalidField('slug', slugTaken)
    throw error
  }
  return workspaceId
}

const slugTaken = text(
  'Deze naam is al in gebruik. Kies een andere.',
  'This name is in use already. Choose another.',
)

async function insertOwnRoles(tx: TxCtx, kind: 'client' | 'platform'): Promise<string> {
  const keys = (Object.keys(builtInRoles) as BuiltInRole[]).filter(
    key => key === 'owner' || staffRoles.includes(key) === (kind === 'platform'),
  )
  let ownerRoleId = ''
  for (const key of keys) {
    const roleId = newId()
    if (key === 'owner') ownerRoleId = roleId
    await insertRole(tx, { roleId, key, name: builtInRoles[key].nl, permissions: [] })
  }
  return ownerRoleId
}

/** The id of the workspace with a slug, for seeds and the command line; null where there is none. */
export function findWorkspaceId(services: Services, slug: string): Promise<string | null> {
  return withoutWorkspace(services, 'a slug says which workspace is meant', 'read', db =>
    findIdBySlug(db, slug),
  )
}

/** Makes somebody a member with one of Helder's roles: for seeds and the command line. */
export async function addMember(ctx: Ctx, accountId: string, key: BuiltInRole): Promise<void> {
  await ctx.write(async tx => {
    const role = (await listRoles(tx)).find(candidate => candidate.key === key)
    if (role === undefined) throw notFound(text(`De rol ${key}`, `The role ${key}`))
    await insertMember(tx, accountId, role.roleId)
    await audit(tx, { action: 'tenancy.member-added', targetId: accountId, detail: { role: key } })
  })
}

const invitationDays = 14

/** Invites someone by mail; an outsider only after the inviter has confirmed what that means. */
export async function invite(
  ctx: Ctx,
  input: { email: string; roleId: string; outsider: boolean; confirmed: boolean; invitedBy: string },
  http: Pick<Http, 'origin'>,
): Promise<string> {
  if (input.outsider && !input.confirmed) throw invalidField('confirmed', outsiderWarning)
  const secret = newSecret()
  const invitationId = newId(ctx.now.getTime())
  await ctx.write(async tx => {
    const role = await getRole(tx, input.roleId)
    await refuseMightierRole(tx, role)
    const workspace = await getWorkspace(tx)
    await insertInvitation(tx, {
      invitationId,
      email: input.email,
      roleId: input.roleId,
      outsider: input.outsider,
      invitedBy: input.invitedBy,
      tokenHash: hashSecret(secret),
      expiresAt: new Date(tx.now.getTime() + invitationDays * 24 * 3_600_000),
    })
    await audit(tx, {
      action: 'tenancy.invited',
      targetId: invitationId,
      detail: { roleId: input.roleId, outsider: input.outsider, confirmed: input.confirmed },
    })
    await announce(tx, { topic: 'tenancy.member' })
    const name = roleName({ roleKey: role.key, roleName: role.name })
    const address = `${http.origin}/invitation#${secret}`
    const language = isLanguage(workspace.language) ? workspace.language : 'nl'
    const letter = invitationLetter(workspace.name, name[language], address, language)
    await sendMail(tx, { to: input.email, template: 'tenancy.invitation', language, letter })
  })
  return invitationId
}

const outsiderWarning = text(
  'Wie niet in dienst is van de organisatie valt buiten de verwerkersovereenkomst, en kan met deze rol formulierinzendingen lezen. Bevestig dat je dat weet.',
  'Someone who is not employed by the organisation falls outside the processor agreement, and can read form submissions with this role. Confirm that you know this.',
)

/** Withdraws an invitation. */
export async function withdrawInvitation(ctx: Ctx, invitationId: string): Promise<void> {
  await ctx.write(async tx => {
    const withdrawn = await deleteInvitation(tx, invitationId)
    if (!withdrawn) throw notFound(text('Deze uitnodiging', 'This invitation'))
    await audit(tx, { action: 'tenancy.invitation-withdrawn', targetId: invitationId })
    await announce(tx, { topic: 'tenancy.member' })
  })
}

/** What an invitation is for. */
export async function lookAtInvitation(ctx: Ctx, secret: string) {
  const invitation = await liveInvitation(ctx, secret)
  const account = await ctx.read(tx => findAccountByEmail(tx, invitation.email))
  return {
    workspace: invitation.workspaceName,
    role: roleName(invitation),
    email: invitation.email,
    outsider: invitation.outsider,
    hasAccount: account !== null,
  }
}

async function liveInvitation(ctx: Ctx, secret: string) {
  const reason = 'an invitation says itself which workspace it is for'
  const invitation = await withoutWorkspace(ctx.services, reason, 'read', db =>
    findInvitation(db, hashSecret(secret)),
  )
  if (invitation === undefined) throw new Refusal('gone', invitationGone)
  if (invitation.expiresAt < ctx.now) throw new Refusal('gone', invitationStale)
  return invitation
}

const invitationGone = text(
  'Deze uitnodiging is al aangenomen of ingetrokken. Meld je aan, of vraag om een nieuwe.',
  'This invitation was accepted or withdrawn. Sign in, or ask for a new one.',
)
const invitationStale = text(
  'Deze uitnodiging is te oud. Vraag om een nieuwe.',
  'This invitation is too old. Ask for a new one.',
)

/** Accepts an invitation: the mail proves the address, so an account that it makes is verified. */
export async function acceptInvitation(
  ctx: Ctx,
  input: { secret: string; name?: string | undefined; language: Language },
  http: Http,
): Promise<{ slug: string }> {
  const invitation = await liveInvitation(ctx, input.secret)
  const accountId = await ctx.write(tx => accountFor(tx, invitation.email, input))
  // Who comes in is who did it: the workspace's own log says so by name.
  const actor = { kind: 'account', accountId, permissions: new Set<string>() } as const
  await makeCtx({ ...ctx, workspaceId: invitation.workspaceId, actor }).write(async tx => {
    const taken = await deleteInvitation(tx, invitation.invitationId)
    if (!taken) throw new Refusal('gone', invitationGone)
    await insertMember(tx, accountId, invitation.roleId)
    await audit(tx, {
      action: 'tenancy.member-joined',
      targetId: accountId,
      detail: { outsider: invitation.outsider },
    })
    await announce(tx, { topic: 'tenancy.member' })
  })
  await ctx.write(tx => startSession(tx, accountId, http))
  return { slug: invitation.slug }
}

async function accountFor(
  tx: TxCtx,
  email: string,
  input: { name?: string | undefined; language: Language },
): Promise<string> {
  const existing = await findAccountByEmail(tx, email)
  if (existing) {
    if (existing.verifiedAt === null) await updateAccount(tx, existing.accountId, { verified_at: tx.now })
    return existing.accountId
  }
  const { name, language } = input
  if (name === undefined) throw invalidField('name', text('Vul je naam in.', 'Fill in your name.'))
  const accountId = newId(tx.now.getTime())
  await insertAccount(tx, { accountId, email, name, language, passwordHash: null, verifiedAt: tx.now })
  return accountId
}

/** Gives a member another role; a workspace always keeps an owner. */
export async function changeMember(ctx: Ctx, accountId: string, roleId: string): Promise<void> {
  await ctx.write(async tx => {
    const member = await memberOf(tx, accountId)
    const role = await getRole(tx, roleId)
    await refuseMightierRole(tx, await getRole(tx, member.roleId))
    await refuseMightierRole(tx, role)
    if (member.roleKey === 'owner' && role.key !== 'owner') await refuseLastOwner(tx)
    await insertMember(tx, accountId, roleId)
    await audit(tx, { action: 'tenancy.member-changed', targetId: accountId, detail: { roleId } })
    await announce(tx, { topic: 'tenancy.member' })
  })
}

/** Ends a membership; it works from the next request on. */
export async function removeMember(ctx: Ctx, accountId: string): Promise<void> {
  await ctx.write(async tx => {
    const member = await memberOf(tx, accountId)
    await refuseMightierRole(tx, await getRole(tx, member.roleId))
    if (member.roleKey === 'owner') await refuseLastOwner(tx)
    await deleteMember(tx, accountId)
    await audit(tx, { action: 'tenancy.member-removed', targetId: accountId })
    await announce(tx, { topic: 'tenancy.member' })
  })
}

// Whoever may manage members must not become an owner that way, nor put one out: what a role may do decides, and
// an owner is made and unmade by owners only.
async function refuseMightierRole(
  tx: TxCtx,
  role: { key: string | null; permissions: string[] },
): Promise<void> {
  const own = tx.actor.kind === 'account' ? tx.actor : null
  const theirs = permissionsOf(role, tx.services.permissions, tx.workspaceId === platformWorkspaceId)
  const isOwner = own !== null && (await findMember(tx, own.accountId))?.roleKey === 'owner'
  if (isOwner || (role.key !== 'owner' && [...theirs].every(key => own?.permissions.has(key)))) return
  throw new Refusal(
    'not-allowed',
    text(
      'Deze rol mag meer dan jij. Vraag een eigenaar om dit te doen.',
      'This role may do more than you. Ask an owner to do this.',
    ),
  )
}

async function memberOf(tx: TxCtx, accountId: string) {
  const member = await findMember(tx, accountId)
  if (member === undefined) throw notFound(text('Dit lid', 'This member'))
  return member
}

async function refuseLastOwner(tx: TxCtx): Promise<void> {
  if ((await countMembersWithRole(tx, 'owner')) > 1) return
  throw new Refusal(
    'conflict',
    text(
      'Dit is de enige eigenaar. Maak eerst iemand anders eigenaar.',
      'This is the only owner. Make someone else an owner first.',
    ),
  )
}

/** Makes a role of the workspace's own. */
export async function makeRole(ctx: Ctx, input: { name: string; permissions: string[] }): Promise<string> {
  const roleId = newId(ctx.now.getTime())
  await ctx.write(async tx => {
    refuseUnknownPermissions(ctx, input.permissions)
    await insertRole(tx, { roleId, key: null, ...input })
    await audit(tx, {
      action: 'tenancy.role-made',
      targetId: roleId,
      detail: { permissions: input.permissions },
    })
  })
  return roleId
}

/** Changes a role of the workspace's own. */
export async function changeRole(
  ctx: Ctx,
  roleId: string,
  input: { name: string; permissions: string[] },
): Promise<void> {
  await ctx.write(async tx => {
    refuseUnknownPermissions(ctx, input.permissions)
    await refuseOwnRole(tx, roleId)
    await updateRole(tx, roleId, input)
    await audit(tx, {
      action: 'tenancy.role-changed',
      targetId: roleId,
      detail: { permissions: input.permissions },
    })
  })
}

/** Removes a role of the workspace's own, unless somebody has it. */
export async function removeRole(ctx: Ctx, roleId: string): Promise<void> {
  await ctx.write(async tx => {
    await refuseOwnRole(tx, roleId)
    const role = (await listRoles(tx)).find(candidate => candidate.roleId === roleId)
    const waiting = role?.members ?? 0
    if (waiting > 0) throw new Refusal('conflict', roleInUse(waiting))
    await deleteRole(tx, roleId)
    await audit(tx, { action: 'tenancy.role-removed', targetId: roleId })
  })
}

function roleInUse(members: number): Text {
  return text(
    `Deze rol heeft nog ${members} ${members === 1 ? 'lid' : 'leden'}. Geef die eerst een andere rol.`,
    `This role still has ${members} ${members === 1 ? 'member' : 'members'}. Give them another role first.`,
  )
}

async function refuseOwnRole(tx: TxCtx, roleId: string): Promise<void> {
  const role = await getRole(tx, roleId)
  if (role.key === null) return
  throw new Refusal(
    'not-allowed',
    text(
      'Deze rol hoort bij Helder. Maak een eigen rol.',
      'This role belongs to Helder. Make one of your own.',
    ),
  )
}

// Nobody can hand out what they do not have themselves.
function refuseUnknownPermissions(ctx: Ctx, permissions: string[]): void {
  const own = ctx.actor.kind === 'account' ? ctx.actor.permissions : new Set<string>()
  const beyond = permissions.filter(key => !own.has(key))
  if (beyond.length === 0) return
  throw invalidField(
    'permissions',
    text(
      `Dit mag je zelf niet: ${beyond.join(', ')}.`,
      `You may not do this yourself: ${beyond.join(', ')}.`,
    ),
  )
}

/** Lets a member of staff look into a client's workspace; the client sees it, with the reason. */
export async function startSupport(
  ctx: Ctx,
  input: { workspaceId: string; accountId: string; reason: string },
): Promise<void> {
  if (input.workspaceId === platformWorkspaceId) throw notFound(text('Deze werkruimte', 'This workspace'))
  const endsAt = new Date(ctx.now.getTime() + supportSessionMinutes * 60_000)
  const supportSessionId = newId(ctx.now.getTime())
  const there = makeCtx({ ...ctx, workspaceId: input.workspaceId })
  await there.write(async tx => {
    await getWorkspace(tx)
    await insertSupportSession(tx, {
      supportSessionId,
      accountId: input.accountId,
      reason: input.reason,
      endsAt,
    })
    await audit(tx, { action: 'tenancy.support-started', targetId: supportSessionId })
    await announce(tx, { topic: 'tenancy.support' })
  })
}

/** Ends the support session of whoever asks: nobody needs to see a client's data for longer than they do. */
export async function leaveSupport(ctx: Ctx): Promise<void> {
  const own = ctx.actor.kind === 'account' ? ctx.actor.supportSessionId : undefined
  if (own === undefined) throw notFound(supportSession)
  await endSupport(ctx, own)
}

const supportSession = text('Deze ondersteuning', 'This support session')

/** Ends a support session at once. */
export async function endSupport(ctx: Ctx, supportSessionId: string): Promise<void> {
  await ctx.write(async tx => {
    const ended = await closeSupportSession(tx, supportSessionId)
    if (!ended) throw notFound(supportSession)
    await audit(tx, { action: 'tenancy.support-ended', targetId: supportSessionId })
    await announce(tx, { topic: 'tenancy.support' })
  })
}
