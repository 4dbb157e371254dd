import type { Values } from '@helder/fields'
import { text } from '@helder/words'
import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import { notFound } from '../../core/errors.ts'

/** A submission with the version of the definition that it was made with. */
export interface SubmissionRow {
  recordId: string
  collectionId: string
  definitionVersion: number
  values: Values
  createdAt: Date
  seen: boolean
  inBin: boolean
}

function selectSubmissions(tx: TxCtx) {
  return tx.db
    .selectFrom('records.records as r')
    .innerJoin('records.collections as c', join =>
      join.onRef('c.workspace_id', '=', 'r.workspace_id').onRef('c.collection_id', '=', 'r.collection_id'),
    )
    .innerJoin('records.revisions as v', join =>
      join
        .onRef('v.workspace_id', '=', 'r.workspace_id')
        .onRef('v.record_id', '=', 'r.record_id')
        .onRef('v.number', '=', 'r.draft_number'),
    )
    .leftJoin('records.bin as b', join =>
      join.onRef('b.workspace_id', '=', 'r.workspace_id').onRef('b.record_id', '=', 'r.record_id'),
    )
    .leftJoin('records.seen as s', join =>
      join.onRef('s.workspace_id', '=', 'r.workspace_id').onRef('s.record_id', '=', 'r.record_id'),
    )
    .select([
      'r.record_id as recordId',
      'r.collection_id as collectionId',
      'v.definition_version as definitionVersion',
      'v.doc as values',
      'r.created_at as createdAt',
    ])
    .select([
      sql<boolean>`s.record_id is not null`.as('seen'),
      sql<boolean>`b.record_id is not null`.as('inBin'),
    ])
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('c.kind', '=', 'form')
}

/** Which submissions are asked for; `before` continues after the one with that id. */
export interface SubmissionQuery {
  collectionIds: string[]
  /** Only what nobody has read. */
  unseen: boolean
  /** The bin rather than the inbox. */
  bin: boolean
  before: string | undefined
  limit: number
}

/** The newest submissions to some forms. */
export async function listSubmissions(tx: TxCtx, input: SubmissionQuery): Promise<SubmissionRow[]> {
  if (input.collectionIds.length === 0) return []
  let query = selectSubmissions(tx)
    .where('r.collection_id', 'in', input.collectionIds)
    .where('b.record_id', input.bin ? 'is not' : 'is', null)
    // Ids sort by the time they were made.
    .orderBy('r.record_id', 'desc')
    .limit(input.limit)
  if (input.unseen) query = query.where('s.record_id', 'is', null)
  if (input.before) query = query.where('r.record_id', '<', input.before)
  return (await query.execute()).map(row => ({ ...row, values: row.values as Values }))
}

export async function countUnseen(tx: TxCtx, collectionIds: string[]): Promise<number> {
  if (collectionIds.length === 0) return 0
  const row = await tx.db
    .selectFrom('records.records as r')
    .leftJoin('records.bin as b', join =>
      join.onRef('b.workspace_id', '=', 'r.workspace_id').onRef('b.record_id', '=', 'r.record_id'),
    )
    .leftJoin('records.seen as s', join =>
      join.onRef('s.workspace_id', '=', 'r.workspace_id').onRef('s.record_id', '=', 'r.record_id'),
    )
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('r.collection_id', 'in', collectionIds)
    .where('b.record_id', 'is', null)
    .where('s.record_id', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}

export async function getSubmission(tx: TxCtx, recordId: string): Promise<SubmissionRow> {
  const row = await selectSubmissions(tx).where('r.record_id', '=', recordId).executeTakeFirst()
  if (row === undefined) throw notFound(text('Deze inzending', 'This submission'))
  return { ...row, values: row.values as Values }
}

export async function insertSeen(tx: TxCtx, recordId: string): Promise<void> {
  await tx.db
    .insertInto('records.seen')
    .values({
      workspace_id: tx.workspaceId,
      record_id: recordId,
      seen_by: tx.actor.kind === 'account' ? tx.actor.accountId : null,
      seen_at: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function deleteSeen(tx: TxCtx, recordId: string): Promise<void> {
  await tx.db
    .deleteFrom('records.seen')
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .execute()
}
