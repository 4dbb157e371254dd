import { type Area, contract } from '@helder/client'
import { languages } from '@helder/words'
import { z } from 'zod'
import { normalEmail } from '../personal-data.ts'
import { newPassword } from './rules.ts'

/** An address as people type it, made comparable. */
export const email = z.string().max(254).transform(normalEmail).pipe(z.email())

const name = z.string().trim().min(1).max(120)
const secret = z.string().regex(/^[a-z2-7]{32}$/)
const language = z.enum(languages)

const account = z.object({
  accountId: z.uuid(),
  name: z.string(),
  email: z.string(),
  language,
  hasPassword: z.boolean(),
})

const session = z.object({
  sessionId: z.uuid(),
  device: z.string(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  current: z.boolean(),
})

/** What a link by mail is for, before it is used. */
const linkView = z.object({
  purpose: z.enum(['sign-in', 'set-password', 'verify', 'change-email']),
  name: z.string(),
  hasPassword: z.boolean(),
})

/**
 * The addresses of signing in, the same for both realms: people of the platform on the studio's host, customers
 * and pupils of a client on that client's own site.
 */
export function identityContracts(
  everyone: Area & ('open' | 'visitor'),
  known: Area & ('account' | 'visitor'),
) {
  return {
    signUp: contract({
      area: everyone,
      method: 'POST',
      path: '/identity/sign-up',
      about:
        'Makes an account and mails a link that proves the address. Says the same for an address that has one.',
      body: z.object({ name, email, language: language.default('nl'), password: newPassword.optional() }),
    }),
    signIn: contract({
      area: everyone,
      method: 'POST',
      path: '/identity/sign-in',
      about: 'Signs in with a password.',
      body: z.object({ email, password: z.string().max(200) }),
    }),
    sendLink: contract({
      area: everyone,
      method: 'POST',
      path: '/identity/links/send',
      about: 'Mails a link that signs in or sets a password. Says the same for an unknown address.',
      body: z.object({ email, purpose: z.enum(['sign-in', 'set-password']) }),
    }),
    lookAtLink: contract({
      area: everyone,
      method: 'POST',
      path: '/identity/links/look',
      about: 'What a link is for. Looking does not use it, so that a scanner of mail can do no harm.',
      body: z.object({ secret }),
      reply: linkView,
    }),
    useLink: contract({
      area: everyone,
      method: 'POST',
      path: '/identity/links/use',
      about: 'Uses a link: signs in, and sets the password where that is what it is for.',
      body: z.object({ secret, password: newPassword.optional() }),
    }),
    signOut: contract({
      area: everyone,
      method: 'POST',
      path: '/identity/sign-out',
      about: 'Ends this session.',
    }),
    getAccount: contract({
      area: known,
      method: 'GET',
      path: '/identity/account',
      about: 'The account of whoever is signed in.',
      reply: account,
    }),
    changeAccount: contract({
      area: known,
      method: 'PATCH',
      path: '/identity/account',
      about: 'Changes your name or language.',
      body: z.object({ name: name.optional(), language: language.optional() }),
      reply: account,
    }),
    changePassword: contract({
      area: known,
      method: 'PUT',
      path: '/identity/account/password',
      about: 'Changes your password and ends all other sessions.',
      body: z.object({ current: z.string().max(200).optional(), next: newPassword }),
    }),
    changeEmail: contract({
      area: known,
      method: 'PUT',
      path: '/identity/account/email',
      about: 'Mails a link to a new address; it becomes yours when you use the link.',
      body: z.object({ email }),
    }),
    listSessions: contract({
      area: known,
      method: 'GET',
      path: '/identity/sessions',
      about: 'The devices on which you are signed in.',
      reply: z.array(session),
    }),
    endSession: contract({
      area: known,
      method: 'DELETE',
      path: '/identity/sessions/:sessionId',
      about: 'Signs out one of your devices.',
      params: z.object({ sessionId: z.uuid() }),
    }),
  }
}

/** The addresses for people of the platform. */
export const platformIdentity = identityContracts('open', 'account')

/** The addresses for customers and pupils, on their client's own site. */
export const visitorIdentity = identityContracts('visitor', 'visitor')

const token = z.object({
  tokenId: z.uuid(),
  name: z.string(),
  permissions: z.array(z.string()),
  createdAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
})

export const listTokens = contract({
  area: 'workspace',
  method: 'GET',
  path: '/identity/tokens',
  about: 'Your keys for programs in this workspace.',
  reply: z.array(token),
})

export const makeToken = contract({
  area: 'workspace',
  method: 'POST',
  path: '/identity/tokens',
  about: 'Makes a key for a program. The secret is shown once.',
  body: z.object({
    name: z.string().trim().min(1).max(60),
    permissions: z.array(z.string().max(60)).min(1).max(100),
    days: z.number().int().min(1).max(366).default(90),
  }),
  reply: z.object({ tokenId: z.uuid(), secret: z.string() }),
})

export const endToken = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/identity/tokens/:tokenId',
  about: 'Ends one of your keys for programs.',
  params: z.object({ tokenId: z.uuid() }),
})
