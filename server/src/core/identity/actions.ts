import { isLanguage, type Language, text } from '@helder/words'
import { audit } from '../audit/audit.ts'
import type { Ctx, TxCtx } from '../ctx.ts'
import { isDuplicate } from '../data/database.ts'
import { invalidField, Refusal } from '../errors.ts'
import type { Http } from '../http/route.ts'
import { hashSecret, newId, newSecret, platformWorkspaceId } from '../ids.ts'
import { sendMail } from '../mail/actions.ts'
import { findWorkspace } from '../tenancy/store.ts'
import { sessionDays } from './identify.ts'
import { accountExistsLetter, emailChangedLetter, linkLetter } from './letters.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { deviceName, type LinkPurpose, linkMinutes, wrongCredentials } from './rules.ts'
import {
  type AccountRow,
  deleteOtherSessions,
  deleteSession,
  deleteSessionByHash,
  deleteToken,
  findAccountByEmail,
  findLink,
  getAccount,
  insertAccount,
  insertLink,
  insertSession,
  insertToken,
  markLinkUsed,
  updateAccount,
} from './store.ts'
import { refuseTooManyTries } from './tries.ts'

/** Where in a realm a link is opened; the secret goes behind the `#`, so that no log on the way sees it. */
export function linkAddress(ctx: Ctx, originOfHost: string, secret: string): string {
  const path = ctx.workspaceId === platformWorkspaceId ? '/link' : '/_helder/link'
  return `${originOfHost}${path}#${secret}`
}

/** Makes an account and mails a link that proves the address; an address that has one gets a letter that says so. */
export async function signUp(
  ctx: Ctx,
  input: { name: string; email: string; language: Language; password?: string | undefined },
  http: Http,
): Promise<void> {
  await refuseTooManyTries(ctx, 'mail', input.email, http.ip)
  await refuseClosedRealm(ctx)
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password)
  await ctx.write(async tx => {
    const existing = await findAccountByEmail(tx, input.email)
    if (existing) return mailExisting(tx, existing, http)
    const accountId = newId(ctx.now.getTime())
    await insertAccount(tx, { ...input, accountId, passwordHash, verifiedAt: null })
    await audit(tx, { action: 'identity.signed-up', targetId: accountId })
    await mailLink(tx, { ...input, accountId }, 'verify', http)
  })
}

async function refuseClosedRealm(ctx: Ctx): Promise<void> {
  const workspace = await ctx.read(findWorkspace)
  if (workspace?.openForSignUp) return
  throw new Refusal(
    'not-allowed',
    text(
      'Hier kun je niet zelf een account maken. Vraag de organisatie om een uitnodiging.',
      'You can not make an account here yourself. Ask the organisation for an invitation.',
    ),
  )
}

async function mailExisting(tx: TxCtx, account: AccountRow, http: Http): Promise<void> {
  const address = linkAddress(tx, http.origin, await makeLink(tx, account.accountId, 'sign-in'))
  const language = spoken(account)
  const letter = accountExistsLetter(account.name, await placeName(tx), address, language)
  await sendMail(tx, { to: account.email, template: 'identity.account-exists', language, letter })
}

/** Makes an account for somebody whose address the operator vouches for: for seeds and the command line. */
export async function addAccount(
  tx: TxCtx,
  input: { name: string; email: string; language: Language },
): Promise<string> {
  const accountId = newId(tx.now.getTime())
  await insertAccount(tx, { ...input, accountId, passwordHash: null, verifiedAt: tx.now })
  await audit(tx, { action: 'identity.account-made', targetId: accountId })
  return accountId
}

/** Signs in with a password; a wrong password and an unknown address are answered alike, in the same time. */
export async function signIn(
  ctx: Ctx,
  input: { email: string; password: string },
  http: Http,
): Promise<void> {
  await refuseTooManyTries(ctx, 'sign-in', input.email, http.ip)
  const account = await ctx.read(tx => findAccountByEmail(tx, input.email))
  const right = await isPassword(account?.passwordHash ?? null, input.password)
  if (!right || account === null)
    throw new Refusal('invalid', wrongCredentials, {
      fields: [{ path: 'password', message: wrongCredentials }],
    })
  if (account.verifiedAt === null) {
    await ctx.write(tx => mailLink(tx, { ...account, language: spoken(account) }, 'verify', http))
    throw new Refusal('not-allowed', notVerified)
  }
  await ctx.write(tx => startSession(tx, account.accountId, http))
}

const notVerified = text(
  'Je e-mailadres is nog niet bevestigd. We hebben je opnieuw een link gestuurd.',
  'Your e-mail address is not confirmed yet. We sent you another link.',
)

/** Mails a link to sign in or to set a password; an unknown address gets nothing, and the answer is the same. */
export async function sendLink(
  ctx: Ctx,
  input: { email: string; purpose: 'sign-in' | 'set-password' },
  http: Http,
): Promise<void> {
  await refuseTooManyTries(ctx, 'mail', input.email, http.ip)
  await ctx.write(async tx => {
    const account = await findAccountByEmail(tx, input.email)
    if (account) await mailLink(tx, { ...account, language: spoken(account) }, input.purpose, http)
  })
}

/** Makes a link that works once and gives its secret, which is kept nowhere. */
export async function makeLink(
  tx: TxCtx,
  accountId: string,
  purpose: LinkPurpose,
  options: { newEmail?: string; minutes?: number } = {},
): Promise<string> {
  const secret = newSecret()
  await insertLink(tx, {
    linkId: newId(tx.now.getTime()),
    accountId,
    purpose,
    newEmail: options.newEmail ?? null,
    tokenHash: hashSecret(secret),
    expiresAt: new Date(tx.now.getTime() + (options.minutes ?? linkMinutes[purpose]) * 60_000),
  })
  return secret
}

async function mailLink(
  tx: TxCtx,
  to: { accountId: string; name: string; email: string; language: Language },
  purpose: LinkPurpose,
  http: Http,
): Promise<void> {
  const address = linkAddress(tx, http.origin, await makeLink(tx, to.accountId, purpose))
  const letter = linkLetter({
    purpose,
    name: to.name,
    place: await placeName(tx),
    address,
    language: to.language,
  })
  await sendMail(tx, { to: to.email, template: `identity.${purpose}`, language: to.language, letter })
}

// In a client's realm one signs in with the client; on the platform with the operator.
async function placeName(tx: TxCtx): Promise<string> {
  if (tx.workspaceId === platformWorkspaceId) return tx.services.config.operator
  return (await findWorkspace(tx))?.name ?? tx.services.config.operator
}

function spoken(account: AccountRow): Language {
  return isLanguage(account.language) ? account.language : 'nl'
}

/** What a link is for; refuses one that was used, has run out, or never was. */
export async function lookAtLink(ctx: Ctx, secret: string) {
  return ctx.read(async tx => {
    const link = await liveLink(tx, secret, false)
    const account = await getAccount(tx, link.accountId)
    return { purpose: link.purpose, name: account.name, hasPassword: account.passwordHash !== null }
  })
}

/** Uses a link: proves the address, sets what the link is for, and signs in. */
export async function useLink(
  ctx: Ctx,
  input: { secret: string; password?: string | undefined },
  http: Http,
) {
  const passwordHash = input.password === undefined ? undefined : await hashPassword(input.password)
  await ctx.write(async tx => {
    const link = await liveLink(tx, input.secret, true)
    if (link.purpose === 'set-password' && passwordHash === undefined) {
      throw invalidField('password', text('Kies een wachtwoord.', 'Choose a password.'))
    }
    await markLinkUsed(tx, link.linkId)
    if (link.purpose === 'change-email' && link.newEmail) await moveAccount(tx, link.accountId, link.newEmail)
    await updateAccount(tx, link.accountId, {
      verified_at: tx.now,
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
    })
    if (passwordHash !== undefined) await deleteOtherSessions(tx, link.accountId, null)
    await audit(tx, {
      action: `identity.link-used`,
      targetId: link.accountId,
      detail: { purpose: link.purpose },
    })
    await startSession(tx, link.accountId, http)
  })
}

async function liveLink(tx: TxCtx, secret: string, lock: boolean) {
  const link = await findLink(tx, hashSecret(secret), lock)
  if (link === undefined) throw new Refusal('not-found', unknownLink)
  if (link.usedAt !== null) throw new Refusal('gone', usedLink)
  if (link.expiresAt < tx.now) throw new Refusal('gone', staleLink)
  return { ...link, purpose: link.purpose as LinkPurpose }
}

const unknownLink = text(
  'Deze link klopt niet. Kopieer hem helemaal uit de mail, of vraag een nieuwe aan.',
  'This link is not right. Copy all of it from the mail, or ask for a new one.',
)
const usedLink = text(
  'Deze link is al gebruikt; hij werkt één keer. Vraag een nieuwe aan.',
  'This link has been used; it works once. Ask for a new one.',
)
const staleLink = text(
  'Deze link is te oud. Vraag een nieuwe aan.',
  'This link is too old. Ask for a new one.',
)

async function moveAccount(tx: TxCtx, accountId: string, newEmail: string): Promise<void> {
  const account = await getAccount(tx, accountId)
  try {
    await updateAccount(tx, accountId, { email: newEmail })
  } catch (error) {
    if (isDuplicate(error, 'accounts_email_key')) throw new Refusal('conflict', emailTaken)
    throw error
  }
  const language = spoken(account)
  const letter = emailChangedLetter(account.name, await placeName(tx), language)
  await sendMail(tx, { to: account.email, template: 'identity.email-changed', language, letter })
}

const emailTaken = text(
  'Een ander account heeft dit e-mailadres. Meld je daarmee aan, of kies een ander adres.',
  'Another account has this e-mail address. Sign in with that, or choose another address.',
)

/** Signs this browser in: a new session, whose secret only the cookie holds. */
export async function startSession(
  tx: TxCtx,
  accountId: string,
  http: Pick<Http, 'setSession' | 'headers'>,
): Promise<void> {
  const secret = newSecret()
  await insertSession(tx, {
    sessionId: newId(tx.now.getTime()),
    accountId,
    tokenHash: hashSecret(secret),
    device: deviceName(http.headers['user-agent']),
    expiresAt: new Date(tx.now.getTime() + sessionDays * 24 * 3_600_000),
  })
  http.setSession(secret)
}

/** Ends the session of this browser. */
export async function signOut(ctx: Ctx, http: Http): Promise<void> {
  const { sessionToken } = http
  if (sessionToken !== undefined) await ctx.write(tx => deleteSessionByHash(tx, hashSecret(sessionToken)))
  http.setSession(null)
}

/** Changes a password and ends all other sessions of the account. */
export async function changePassword(
  ctx: Ctx,
  accountId: string,
  input: { current?: string | undefined; next: string },
  http: Http,
): Promise<void> {
  const account = await ctx.read(tx => getAccount(tx, accountId))
  await refuseTooManyTries(ctx, 'sign-in', account.email, http.ip)
  if (account.passwordHash !== null && !(await isPassword(account.passwordHash, input.current ?? ''))) {
    throw invalidField(
      'current',
      text('Dit is niet je huidige wachtwoord.', 'This is not your current password.'),
    )
  }
  const passwordHash = await hashPassword(input.next)
  await ctx.write(async tx => {
    await updateAccount(tx, accountId, { password_hash: passwordHash })
    await deleteOtherSessions(tx, accountId, http.sessionToken ? hashSecret(http.sessionToken) : null)
    await audit(tx, { action: 'identity.password-changed', targetId: accountId })
  })
}

/** Mails a link to a new address; the account moves when the link is used. */
export async function changeEmail(ctx: Ctx, accountId: string, newEmail: string, http: Http): Promise<void> {
  await refuseTooManyTries(ctx, 'mail', newEmail, http.ip)
  await ctx.write(async tx => {
    const account = await getAccount(tx, accountId)
    const language = spoken(account)
    const address = linkAddress(ctx, http.origin, await makeLink(tx, accountId, 'change-email', { newEmail }))
    const letter = linkLetter({
      purpose: 'change-email',
      name: account.name,
      place: await placeName(tx),
      address,
      language,
    })
    await sendMail(tx, { to: newEmail, template: 'identity.change-email', language, letter })
  })
}

/** Signs out one device of an account. */
export async function endSession(ctx: Ctx, accountId: string, sessionId: string): Promise<void> {
  const ended = await ctx.write(tx => deleteSession(tx, accountId, sessionId))
  if (!ended)
    throw new Refusal('not-found', text('Dit apparaat is al afgemeld.', 'This device is signed out already.'))
}

/** Makes a key for a program, with no more permissions than its owner has now; gives the secret, once. */
export async function makeToken(
  ctx: Ctx,
  input: { accountId: string; name: string; permissions: string[]; days: number },
): Promise<{ tokenId: string; secret: string }> {
  const secret = newSecret()
  const tokenId = newId(ctx.now.getTime())
  await ctx.write(async tx => {
    await insertToken(tx, {
      tokenId,
      accountId: input.accountId,
      name: input.name,
      permissions: input.permissions,
      tokenHash: hashSecret(secret),
      expiresAt: new Date(tx.now.getTime() + input.days * 24 * 3_600_000),
    })
    await audit(tx, {
      action: 'identity.token-made',
      targetId: tokenId,
      detail: { permissions: input.permissions },
    })
  })
  return { tokenId, secret }
}

/** Ends a key for a program. */
export async function endToken(ctx: Ctx, accountId: string, tokenId: string): Promise<void> {
  await ctx.write(async tx => {
    const ended = await deleteToken(tx, accountId, tokenId)
    if (!ended)
      throw new Refusal('not-found', text('Deze sleutel is al ingetrokken.', 'This key has ended already.'))
    await audit(tx, { action: 'identity.token-ended', targetId: tokenId })
  })
}
