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
    .leftJoin('records.unseen as u', join =>
      join.onRef('u.workspace_id', '=', 'r.workspace_id').onRef('u.record_id', '=', 'r.record_id'),
    )
    .select([
      'r.record_id as recordId',
      'r.collection_id as collectionId',
      'v.definition_version as definitionVersion',
      'v.doc as values',
      'r.created_at as createdAt',
    ])
    .select([sql<boolean>`u.record_id is null`.as('seen'), sql<boolean>`b.record_id is not null`.as('inBin')])
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
  if (input.unseen) query = query.where('u.record_id', 'is not', null)
  if (input.before) query = query.where('r.record_id', '<', input.before)
  return (await query.execute()).map(row => ({ ...row, values: row.values as Values }))
}

export async function countUnseen(tx: TxCtx, collectionIds: string[]): Promise<number> {
  if (collectionIds.length === 0) return 0
  const row = await tx.db
    .selectFrom('records.unseen as u')
    .innerJoin('records.records as r', join =>
      join.onRef('r.workspace_id', '=', 'u.workspace_id').onRef('r.record_id', '=', 'u.record_id'),
    )
    .leftJoin('records.bin as b', join =>
      join.onRef('b.workspace_id', '=', 'r.workspace_id').onRef('b.record_id', '=', 'r.record_id'),
    )
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('u.workspace_id', '=', tx.workspaceId)
    .where('r.collection_id', 'in', collectionIds)
    .where('b.record_id', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}

export async function getSubmission(tx: TxCtx, recordId: string): Promise<SubmissionRow> {
  const row = await selectSubmissions(tx).where('r.record_id', '=', recordId).executeTakeFirst()
  if (row === undefined) throw notFound(text('Deze inzending', 'This submission'))
  return { ...row, values: row.values as Values }
}

/** Notes that a submission waits to be read. */
export async function insertUnseen(tx: TxCtx, recordId: string): Promise<void> {
  await tx.db
    .insertInto('records.unseen')
    .values({ workspace_id: tx.workspaceId, record_id: recordId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Notes that a submission no longer waits to be read. */
export async function deleteUnseen(tx: TxCtx, recordId: string): Promise<void> {
  await tx.db
    .deleteFrom('records.unseen')
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .execute()
}
