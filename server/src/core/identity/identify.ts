import { isLanguage, type Language } from '@helder/words'
import { type Services, withoutWorkspace } from '../ctx.ts'
import { hashSecret, platformWorkspaceId } from '../ids.ts'

/** Who a request comes from: an account in a realm, by a session or by a token for programs. */
export interface Identity {
  /** The workspace in which the account lives: the operator's, or the client's whose customer it is. */
  realmId: string
  accountId: string
  language: Language
  sessionId?: string
  token?: { workspaceId: string; permissions: string[] }
}

// Writing down that a session was seen costs a write; once in ten minutes is enough to show 'seen today'.
const seenEveryMs = 10 * 60_000

/** How long a session lives without being used. */
export const sessionDays = 30

/** Finds who a secret belongs to in a realm; null for no secret, an unknown one, and one that has run out. */
export async function identify(
  services: Services,
  realmId: string,
  secret: string | undefined,
): Promise<Identity | null> {
  if (secret === undefined || !/^[a-z2-7]{32}$/.test(secret)) return null
  const tokenHash = hashSecret(secret)
  return (
    (await bySession(services, realmId, tokenHash)) ??
    (realmId === platformWorkspaceId ? await byToken(services, tokenHash) : null)
  )
}

async function bySession(services: Services, realmId: string, tokenHash: string): Promise<Identity | null> {
  const now = services.now()
  const row = await services.database.transaction({ workspaceId: realmId }, 'read', db =>
    db
      .selectFrom('identity.sessions as s')
      .innerJoin('identity.accounts as a', join =>
        join.onRef('a.workspace_id', '=', 's.workspace_id').onRef('a.account_id', '=', 's.account_id'),
      )
      .select(['s.session_id', 's.account_id', 's.seen_at', 'a.language'])
      .where('s.token_hash', '=', tokenHash)
      .where('s.workspace_id', '=', realmId)
      .where('s.expires_at', '>', now)
      .executeTakeFirst(),
  )
  if (row === undefined) return null
  if (now.getTime() - row.seen_at.getTime() > seenEveryMs) await noteSeen(services, realmId, row.session_id)
  return {
    realmId,
    accountId: row.account_id,
    sessionId: row.session_id,
    language: isLanguage(row.language) ? row.language : 'nl',
  }
}

async function noteSeen(services: Services, realmId: string, sessionId: string): Promise<void> {
  const now = services.now()
  const expires = new Date(now.getTime() + sessionDays * 24 * 3_600_000)
  await services.database.transaction({ workspaceId: realmId }, 'write', db =>
    db
      .updateTable('identity.sessions')
      .set({ seen_at: now, expires_at: expires })
      .where('workspace_id', '=', realmId)
      .where('session_id', '=', sessionId)
      .execute(),
  )
}

async function byToken(services: Services, tokenHash: string): Promise<Identity | null> {
  const now = services.now()
  const row = await withoutWorkspace(services, 'a token says itself which workspace it is for', 'read', db =>
    db
      .selectFrom('identity.tokens as t')
      .innerJoin('identity.accounts as a', join =>
        join.onRef('a.workspace_id', '=', 't.account_realm').onRef('a.account_id', '=', 't.account_id'),
      )
      .select(['t.workspace_id', 't.account_id', 't.permissions', 'a.language'])
      .where('t.token_hash', '=', tokenHash)
      .where(({ or, eb }) => or([eb('t.expires_at', 'is', null), eb('t.expires_at', '>', now)]))
      .executeTakeFirst(),
  )
  if (row === undefined) return null
  return {
    realmId: platformWorkspaceId,
    accountId: row.account_id,
    language: isLanguage(row.language) ? row.language : 'nl',
    token: { workspaceId: row.workspace_id, permissions: row.permissions },
  }
}
