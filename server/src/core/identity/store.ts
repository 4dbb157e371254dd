import { text } from '@helder/words'
import type { TxCtx } from '../ctx.ts'
import type { Queries } from '../data/database.ts'
import { notFound } from '../errors.ts'
import type { LinkPurpose } from './rules.ts'

/** An account as it stands in its realm, which is the workspace of the ctx. */
export type AccountRow = NonNullable<Awaited<ReturnType<typeof findAccount>>>

const columns = [
  'account_id as accountId',
  'email',
  'name',
  'language',
  'password_hash as passwordHash',
  'verified_at as verifiedAt',
] as const

export async function findAccount(tx: TxCtx, accountId: string) {
  const row = await tx.db
    .selectFrom('identity.accounts')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

export async function getAccount(tx: TxCtx, accountId: string): Promise<AccountRow> {
  const row = await findAccount(tx, accountId)
  if (row === null) throw notFound(text('Dit account', 'This account'))
  return row
}

export async function findAccountByEmail(tx: TxCtx, email: string): Promise<AccountRow | null> {
  const row = await tx.db
    .selectFrom('identity.accounts')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('email', '=', email)
    .executeTakeFirst()
  return row ?? null
}

/** Every account of a realm. */
export async function listAccounts(tx: TxCtx): Promise<AccountRow[]> {
  return tx.db
    .selectFrom('identity.accounts')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('email')
    .execute()
}

/** What a new account starts with. */
export interface AccountInput {
  accountId: string
  email: string
  name: string
  language: string
  passwordHash: string | null
  verifiedAt: Date | null
}

export async function insertAccount(tx: TxCtx, input: AccountInput): Promise<void> {
  await tx.db
    .insertInto('identity.accounts')
    .values({
      workspace_id: tx.workspaceId,
      account_id: input.accountId,
      email: input.email,
      name: input.name,
      language: input.language,
      password_hash: input.passwordHash,
      verified_at: input.verifiedAt,
      created_at: tx.now,
    })
    .execute()
}

/** What may change of an account. */
export interface AccountChange {
  name?: string | undefined
  language?: string | undefined
  email?: string
  password_hash?: string
  verified_at?: Date
}

export async function updateAccount(tx: TxCtx, accountId: string, change: AccountChange): Promise<void> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await tx.db
    .updateTable('identity.accounts')
    .set(given)
    .where('workspace_id', '=', tx.workspaceId)
    .where('account_id', '=', accountId)
    .execute()
}

/** A session of an account on one device. */
export interface SessionInput {
  sessionId: string
  accountId: string
  tokenHash: string
  device: string
  expiresAt: Date
}

export async function insertSession(tx: TxCtx, input: SessionInput): Promise<void> {
  await tx.db
    .insertInto('identity.sessions')
    .values({
      workspace_id: tx.workspaceId,
      session_id: input.sessionId,
      account_id: input.accountId,
      token_hash: input.tokenHash,
      device: input.device,
      created_at: tx.now,
      seen_at: tx.now,
      expires_at: input.expiresAt,
    })
    .execute()
}

export async function listSessions(tx: TxCtx, accountId: string) {
  return tx.db
    .selectFrom('identity.sessions')
    .select([
      'session_id as sessionId',
      'device',
      'created_at as createdAt',
      'seen_at as seenAt',
      'token_hash as tokenHash',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', tx.now)
    .orderBy('seen_at', 'desc')
    .execute()
}

/** Ends one session of an account; gives whether there was one. */
export async function deleteSession(tx: TxCtx, accountId: string, sessionId: string): Promise<boolean> {
  const result = await tx.db
    .deleteFrom('identity.sessions')
    .where('workspace_id', '=', tx.workspaceId)
    .where('account_id', '=', accountId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function deleteSessionByHash(tx: TxCtx, tokenHash: string): Promise<void> {
  await tx.db
    .deleteFrom('identity.sessions')
    .where('workspace_id', '=', tx.workspaceId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** Ends the sessions of an account, but for the one with this hash. */
export async function deleteOtherSessions(
  tx: TxCtx,
  accountId: string,
  keepHash: string | null,
): Promise<void> {
  let query = tx.db
    .deleteFrom('identity.sessions')
    .where('workspace_id', '=', tx.workspaceId)
    .where('account_id', '=', accountId)
  if (keepHash !== null) query = query.where('token_hash', '<>', keepHash)
  await query.execute()
}

/** Ends every session and every link of everyone; needs the view over all. */
export async function endAllSessions(db: Queries): Promise<void> {
  await db.deleteFrom('identity.sessions').execute()
  await db.deleteFrom('identity.links').execute()
}

/** A link that works once. */
export interface LinkInput {
  linkId: string
  accountId: string
  purpose: LinkPurpose
  newEmail: string | null
  tokenHash: string
  expiresAt: Date
}

export async function insertLink(tx: TxCtx, input: LinkInput): Promise<void> {
  await tx.db
    .insertInto('identity.links')
    .values({
      workspace_id: tx.workspaceId,
      link_id: input.linkId,
      account_id: input.accountId,
      purpose: input.purpose,
      new_email: input.newEmail,
      token_hash: input.tokenHash,
      created_at: tx.now,
      expires_at: input.expiresAt,
    })
    .execute()
}

/** Finds a link by its hash, used or not; a write locks it, so that it can't be used twice at once. */
export async function findLink(tx: TxCtx, tokenHash: string, lock: boolean) {
  const query = tx.db
    .selectFrom('identity.links')
    .select([
      'link_id as linkId',
      'account_id as accountId',
      'purpose',
      'new_email as newEmail',
      'expires_at as expiresAt',
      'used_at as usedAt',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    .where('token_hash', '=', tokenHash)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function markLinkUsed(tx: TxCtx, linkId: string): Promise<void> {
  await tx.db
    .updateTable('identity.links')
    .set({ used_at: tx.now })
    .where('workspace_id', '=', tx.workspaceId)
    .where('link_id', '=', linkId)
    .execute()
}

/** Counts a try in its window and gives the count and when the window ends. */
export async function countTry(
  tx: TxCtx,
  keyHash: string,
  windowMs: number,
): Promise<{ count: number; resetsAt: Date }> {
  const resetsAt = new Date(tx.now.getTime() + windowMs)
  return tx.db
    .insertInto('identity.attempts')
    .values({ workspace_id: tx.workspaceId, key_hash: keyHash, count: 1, resets_at: resetsAt })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'key_hash']).doUpdateSet(({ eb, ref, val }) => ({
        count: eb
          .case()
          .when(ref('identity.attempts.resets_at'), '<', val(tx.now))
          .then(1)
          .else(eb(ref('identity.attempts.count'), '+', 1))
          .end(),
        resets_at: eb
          .case()
          .when(ref('identity.attempts.resets_at'), '<', val(tx.now))
          .then(resetsAt)
          .else(ref('identity.attempts.resets_at'))
          .end(),
      })),
    )
    .returning(['count', 'resets_at as resetsAt'])
    .executeTakeFirstOrThrow()
}

/** Removes what has run out: sessions, links a week after their end, and counts of tries. */
export async function deleteExpired(tx: TxCtx): Promise<void> {
  const weekAgo = new Date(tx.now.getTime() - 7 * 24 * 3_600_000)
  const { db, workspaceId } = tx
  await db
    .deleteFrom('identity.sessions')
    .where('workspace_id', '=', workspaceId)
    .where('expires_at', '<', tx.now)
    .execute()
  await db
    .deleteFrom('identity.links')
    .where('workspace_id', '=', workspaceId)
    .where('expires_at', '<', weekAgo)
    .execute()
  await db
    .deleteFrom('identity.attempts')
    .where('workspace_id', '=', workspaceId)
    .where('resets_at', '<', tx.now)
    .execute()
}

const tokenColumns = [
  'token_id as tokenId',
  'name',
  'permissions',
  'created_at as createdAt',
  'used_at as usedAt',
  'expires_at as expiresAt',
] as const

export async function listTokens(tx: TxCtx, accountId: string) {
  return tx.db
    .selectFrom('identity.tokens')
    .select(tokenColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('account_id', '=', accountId)
    .orderBy('token_id', 'desc')
    .execute()
}

/** A key for a program. */
export interface TokenInput {
  tokenId: string
  accountId: string
  name: string
  tokenHash: string
  permissions: string[]
  expiresAt: Date
}

export async function insertToken(tx: TxCtx, input: TokenInput): Promise<void> {
  await tx.db
    .insertInto('identity.tokens')
    .values({
      workspace_id: tx.workspaceId,
      token_id: input.tokenId,
      account_id: input.accountId,
      name: input.name,
      token_hash: input.tokenHash,
      permissions: input.permissions,
      created_at: tx.now,
      expires_at: input.expiresAt,
    })
    .execute()
}

/** Ends one key of an account; gives whether there was one. */
export async function deleteToken(tx: TxCtx, accountId: string, tokenId: string): Promise<boolean> {
  const result = await tx.db
    .deleteFrom('identity.tokens')
    .where('workspace_id', '=', tx.workspaceId)
    .where('account_id', '=', accountId)
    .where('token_id', '=', tokenId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
