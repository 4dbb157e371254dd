import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import { platformWorkspaceId } from '../../core/ids.ts'
import { beginning, type LedgerEntry, type LedgerPosition } from './ledger.ts'

/** One erasure at a time in a workspace: two would each find half of what the other erases. */
export async function lockErasures(tx: TxCtx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('privacy.erasures ' || ${tx.workspaceId}, 0))`.execute(
    tx.db,
  )
}

/** How far this database has followed the ledger; nobody else adds to it until this transaction ends. */
export async function lockLedgerPosition(tx: TxCtx): Promise<LedgerPosition> {
  const { rows } =
    await sql<LedgerPosition>`select sequence, hash from privacy.lock_ledger_position()`.execute(tx.db)
  return rows[0] ?? beginning
}

export async function setLedgerPosition(tx: TxCtx, { sequence, hash }: LedgerPosition): Promise<void> {
  await sql`select privacy.set_ledger_position(${platformWorkspaceId}, ${sequence}, ${hash})`.execute(tx.db)
}

/** Keeps what the ledger says, for the screen. */
export async function insertErasure(tx: TxCtx, entry: LedgerEntry): Promise<void> {
  await tx.db
    .insertInto('privacy.erasures')
    .values({
      workspace_id: tx.workspaceId,
      sequence: entry.sequence,
      request_id: entry.requestId,
      kind: entry.kind,
      at: new Date(entry.at),
      entry: JSON.stringify(entry),
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** What the ledger says of this workspace, or of one request in it, in its order. */
export async function listErasures(tx: TxCtx, requestId?: string): Promise<LedgerEntry[]> {
  let query = tx.db
    .selectFrom('privacy.erasures')
    .select('entry')
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('sequence')
  if (requestId !== undefined) query = query.where('request_id', '=', requestId)
  return (await query.execute()).map(row => row.entry as LedgerEntry)
}

/** A time that an erasure was done again. */
export interface RepetitionRow {
  sequence: number
  repeatedAt: Date
  erasedAgain: number
  remaining: number
}

export async function listRepetitions(tx: TxCtx): Promise<RepetitionRow[]> {
  return tx.db
    .selectFrom('privacy.repetitions')
    .select(['sequence', 'repeated_at as repeatedAt', 'erased_again as erasedAgain', 'remaining'])
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('repeated_at')
    .execute()
}

export async function insertRepetition(tx: TxCtx, row: Omit<RepetitionRow, 'repeatedAt'>): Promise<void> {
  await tx.db
    .insertInto('privacy.repetitions')
    .values({
      workspace_id: tx.workspaceId,
      sequence: row.sequence,
      repeated_at: tx.now,
      erased_again: row.erasedAgain,
      remaining: row.remaining,
    })
    .execute()
}
