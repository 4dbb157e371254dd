import { contract } from '@helder/client'
import { languages } from '@helder/words'
import { z } from 'zod'
import { both } from '../http/validation.ts'
import { email } from '../identity/schema.ts'
import { isFreeSlug } from './rules.ts'

const text = z.object({ nl: z.string(), en: z.string() })
const instant = z.iso.datetime()
const name = z.string().trim().min(1).max(120)

/** A name that becomes part of addresses. */
export const slug = z.string().refine(isFreeSlug, {
  error: both(
    'Gebruik kleine letters, cijfers en streepjes, hoogstens 40 tekens; een paar namen zijn bezet.',
    'Use lower-case letters, digits and dashes, at most 40 characters; a few names are taken.',
  ),
})

const membership = z.object({
  workspaceId: z.uuid(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(['client', 'platform']),
  role: text,
  permissions: z.array(z.string()),
  /** Set during a support session: when it ends. */
  supportEndsAt: instant.nullable(),
})

export const getMe = contract({
  area: 'account',
  method: 'GET',
  path: '/me',
  about: 'Who is signed in, and the workspaces they work in.',
  reply: z.object({
    account: z.object({
      accountId: z.uuid(),
      name: z.string(),
      email: z.string(),
      language: z.enum(languages),
    }),
    workspaces: z.array(membership),
    mayMakeWorkspaces: z.boolean(),
    operator: z.string(),
    version: z.string(),
    sitesBase: z.string(),
    sitesOrigin: z.string(),
  }),
})

export const makeWorkspace = contract({
  area: 'account',
  method: 'POST',
  path: '/workspaces',
  about: 'Makes a workspace of which you are the owner.',
  body: z.object({ name, slug, language: z.enum(languages).default('nl') }),
  reply: z.object({ workspaceId: z.uuid(), slug: z.string() }),
})

export const getWorkspace = contract({
  area: 'workspace',
  method: 'GET',
  path: '/tenancy/workspace',
  about: 'The settings of the workspace.',
  reply: z.object({
    name: z.string(),
    slug: z.string(),
    language: z.enum(languages),
    openForSignUp: z.boolean(),
  }),
})

export const changeWorkspace = contract({
  area: 'workspace',
  method: 'PATCH',
  path: '/tenancy/workspace',
  about: 'Changes the settings of the workspace.',
  body: z.object({
    name: name.optional(),
    language: z.enum(languages).optional(),
    openForSignUp: z.boolean().optional(),
  }),
})

const role = z.object({
  roleId: z.uuid(),
  key: z.string().nullable(),
  name: text,
  permissions: z.array(z.string()),
  members: z.number().int(),
})

export const listRoles = contract({
  area: 'workspace',
  method: 'GET',
  path: '/tenancy/roles',
  about: 'The roles of the workspace, and every permission that there is.',
  reply: z.object({
    roles: z.array(role),
    permissions: z.array(z.object({ key: z.string(), name: text, platform: z.boolean() })),
  }),
})

const roleBody = z.object({
  name: z.string().trim().min(1).max(60),
  permissions: z.array(z.string().max(60)).max(200),
})

export const makeRole = contract({
  area: 'workspace',
  method: 'POST',
  path: '/tenancy/roles',
  about: 'Makes a role of your own.',
  body: roleBody,
  reply: z.object({ roleId: z.uuid() }),
})

export const changeRole = contract({
  area: 'workspace',
  method: 'PUT',
  path: '/tenancy/roles/:roleId',
  about: 'Changes a role of your own. Helder’s roles stay as they are.',
  params: z.object({ roleId: z.uuid() }),
  body: roleBody,
})

export const removeRole = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/tenancy/roles/:roleId',
  about: 'Removes a role of your own that nobody has.',
  params: z.object({ roleId: z.uuid() }),
})

const member = z.object({
  accountId: z.uuid(),
  name: z.string(),
  email: z.string(),
  roleId: z.uuid(),
  role: text,
  isOwner: z.boolean(),
  joinedAt: instant,
})

const invitation = z.object({
  invitationId: z.uuid(),
  email: z.string(),
  roleId: z.uuid(),
  role: text,
  outsider: z.boolean(),
  expiresAt: instant,
})

export const listMembers = contract({
  area: 'workspace',
  method: 'GET',
  path: '/tenancy/members',
  about: 'The people who work in the workspace, and the invitations that wait for an answer.',
  reply: z.object({ members: z.array(member), invitations: z.array(invitation) }),
})

export const invite = contract({
  area: 'workspace',
  method: 'POST',
  path: '/tenancy/invitations',
  about:
    'Invites someone by mail. Someone without an employment contract falls outside the processor agreement.',
  body: z.object({
    email,
    roleId: z.uuid(),
    outsider: z.boolean(),
    /** The inviter has read what it means to invite an outsider. */
    confirmed: z.boolean().default(false),
  }),
  reply: z.object({ invitationId: z.uuid() }),
})

export const withdrawInvitation = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/tenancy/invitations/:invitationId',
  about: 'Withdraws an invitation.',
  params: z.object({ invitationId: z.uuid() }),
})

const invitationSecret = z.object({ secret: z.string().regex(/^[a-z2-7]{32}$/) })

export const lookAtInvitation = contract({
  area: 'open',
  method: 'POST',
  path: '/tenancy/invitations/look',
  about: 'What an invitation is for.',
  body: invitationSecret,
  reply: z.object({
    workspace: z.string(),
    role: text,
    email: z.string(),
    hasAccount: z.boolean(),
    outsider: z.boolean(),
  }),
})

export const acceptInvitation = contract({
  area: 'open',
  method: 'POST',
  path: '/tenancy/invitations/accept',
  about: 'Accepts an invitation, signs in, and makes an account where there is none.',
  body: invitationSecret.extend({
    name: name.optional(),
    language: z.enum(languages).default('nl'),
  }),
  reply: z.object({ slug: z.string() }),
})

export const changeMember = contract({
  area: 'workspace',
  method: 'PATCH',
  path: '/tenancy/members/:accountId',
  about: 'Gives a member another role.',
  params: z.object({ accountId: z.uuid() }),
  body: z.object({ roleId: z.uuid() }),
})

export const removeMember = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/tenancy/members/:accountId',
  about: 'Ends a membership; the person can no longer enter the workspace.',
  params: z.object({ accountId: z.uuid() }),
})

export const listWorkspaces = contract({
  area: 'workspace',
  method: 'GET',
  path: '/tenancy/workspaces',
  about: 'All workspaces of this installation, for staff of the operator.',
  reply: z.array(
    z.object({
      workspaceId: z.uuid(),
      slug: z.string(),
      name: z.string(),
      createdAt: instant,
      members: z.number().int(),
      supportEndsAt: instant.nullable(),
    }),
  ),
})

export const startSupport = contract({
  area: 'workspace',
  method: 'POST',
  path: '/tenancy/support-sessions',
  about: 'Lets a member of staff look into a workspace for an hour, for a reason that the workspace sees.',
  body: z.object({ workspaceId: z.uuid(), reason: z.string().trim().min(10).max(500) }),
})

export const listSupport = contract({
  area: 'workspace',
  method: 'GET',
  path: '/tenancy/support-sessions',
  about: 'When staff of the operator looked into this workspace, and why.',
  reply: z.array(
    z.object({
      supportSessionId: z.uuid(),
      reason: z.string(),
      startedAt: instant,
      endsAt: instant,
      active: z.boolean(),
    }),
  ),
})

export const leaveSupport = contract({
  area: 'workspace',
  method: 'POST',
  path: '/tenancy/support-sessions/leave',
  about: 'Ends your own looking into this workspace, before its hour is over.',
})

export const endSupport = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/tenancy/support-sessions/:supportSessionId',
  about: 'Ends a support session at once.',
  params: z.object({ supportSessionId: z.uuid() }),
})
