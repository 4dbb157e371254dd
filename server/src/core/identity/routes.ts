import { isLanguage } from '@helder/words'
import type { Ctx } from '../ctx.ts'
import { Refusal } from '../errors.ts'
import { open, type Route, route, signedIn } from '../http/route.ts'
import { hashSecret } from '../ids.ts'
import {
  changeEmail,
  changePassword,
  endSession,
  endToken,
  lookAtLink,
  makeToken,
  sendLink,
  signIn,
  signOut,
  signUp,
  useLink,
} from './actions.ts'
import * as schema from './schema.ts'
import { type AccountRow, getAccount, listSessions, listTokens, updateAccount } from './store.ts'

/** The account of whoever asks; the route has made sure that there is one. */
function accountOf(ctx: Ctx): string {
  const accountId = ctx.actor.kind === 'system' ? undefined : ctx.actor.accountId
  if (accountId === undefined) throw new Error('a route for accounts was reached without one')
  return accountId
}

function shownAccount(row: AccountRow) {
  return {
    accountId: row.accountId,
    name: row.name,
    email: row.email,
    language: isLanguage(row.language) ? row.language : ('nl' as const),
    hasPassword: row.passwordHash !== null,
  }
}

const beforeSignIn = open('one signs in before one is known; tries are counted')
const ownAccount = signedIn('everyone may see and change what is their own')

function routesOf(contracts: ReturnType<typeof schema.identityContracts>): Route[] {
  return [
    route(contracts.signUp, beforeSignIn, async (ctx, { body }, http) => signUp(ctx, body, http)),
    route(contracts.signIn, beforeSignIn, async (ctx, { body }, http) => signIn(ctx, body, http)),
    route(contracts.sendLink, beforeSignIn, async (ctx, { body }, http) => sendLink(ctx, body, http)),
    route(contracts.lookAtLink, beforeSignIn, async (ctx, { body }) => lookAtLink(ctx, body.secret)),
    route(contracts.useLink, beforeSignIn, async (ctx, { body }, http) => useLink(ctx, body, http)),
    route(contracts.signOut, beforeSignIn, async (ctx, _input, http) => signOut(ctx, http)),
    route(contracts.getAccount, ownAccount, async ctx =>
      shownAccount(await ctx.read(tx => getAccount(tx, accountOf(ctx)))),
    ),
    route(contracts.changeAccount, ownAccount, async (ctx, { body }) =>
      ctx.write(async tx => {
        await updateAccount(tx, accountOf(ctx), body)
        return shownAccount(await getAccount(tx, accountOf(ctx)))
      }),
    ),
    route(contracts.changePassword, ownAccount, async (ctx, { body }, http) =>
      changePassword(ctx, accountOf(ctx), body, http),
    ),
    route(contracts.changeEmail, ownAccount, async (ctx, { body }, http) =>
      changeEmail(ctx, accountOf(ctx), body.email, http),
    ),
    route(contracts.listSessions, ownAccount, async (ctx, _input, http) => {
      const sessions = await ctx.read(tx => listSessions(tx, accountOf(ctx)))
      const ownHash = http.sessionToken ? hashSecret(http.sessionToken) : ''
      return sessions.map(({ tokenHash, ...session }) => ({
        ...session,
        createdAt: session.createdAt.toISOString(),
        seenAt: session.seenAt.toISOString(),
        current: tokenHash === ownHash,
      }))
    }),
    route(contracts.endSession, ownAccount, async (ctx, { params }) =>
      endSession(ctx, accountOf(ctx), params.sessionId),
    ),
  ]
}

const tokenRoutes = [
  route(schema.listTokens, 'identity.tokens.write', async ctx => {
    const tokens = await ctx.read(tx => listTokens(tx, accountOf(ctx)))
    return tokens.map(token => ({
      ...token,
      createdAt: token.createdAt.toISOString(),
      usedAt: token.usedAt?.toISOString() ?? null,
      expiresAt: token.expiresAt?.toISOString() ?? null,
    }))
  }),
  route(schema.makeToken, 'identity.tokens.write', async (ctx, { body }) => {
    refuseMoreThanOwn(ctx, body.permissions)
    return makeToken(ctx, { ...body, accountId: accountOf(ctx) })
  }),
  route(schema.endToken, 'identity.tokens.write', async (ctx, { params }) =>
    endToken(ctx, accountOf(ctx), params.tokenId),
  ),
]

function refuseMoreThanOwn(ctx: Ctx, permissions: string[]): void {
  const own = ctx.actor.kind === 'account' ? ctx.actor.permissions : new Set<string>()
  const missing = permissions.filter(key => !own.has(key))
  if (missing.length === 0) return
  throw new Refusal('not-allowed', {
    nl: `Een sleutel kan niet meer dan jijzelf: ${missing.join(', ')}.`,
    en: `A key can do no more than you can: ${missing.join(', ')}.`,
  })
}

export const routes = [
  ...routesOf(schema.platformIdentity),
  ...routesOf(schema.visitorIdentity),
  ...tokenRoutes,
]
