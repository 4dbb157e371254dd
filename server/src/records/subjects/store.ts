import { sortable, type Values } from '@helder/fields'
import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import type { Slots } from '../collections/rules.ts'

/** The records of a collection whose newest revision has one of these values in a typed text column. */
export async function recordsWithText(
  tx: TxCtx,
  collectionId: string,
  column: string,
  values: string[],
): Promise<string[]> {
  if (values.length === 0) return []
  const rows = await tx.db
    .selectFrom('records.records')
    .select('record_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('collection_id', '=', collectionId)
    .where(sql.ref(column), 'in', values.map(sortable))
    .execute()
  return rows.map(row => row.record_id)
}

/** A revision that is not the newest of its record. */
export interface OlderRevision {
  recordId: string
  values: Values
}

/** The older revisions of a collection: what a record said once. */
export async function olderRevisions(tx: TxCtx, collectionId: string): Promise<OlderRevision[]> {
  const rows = await tx.db
    .selectFrom('records.revisions as v')
    .innerJoin('records.records as r', join =>
      join.onRef('r.workspace_id', '=', 'v.workspace_id').onRef('r.record_id', '=', 'v.record_id'),
    )
    .select(['v.record_id as recordId', 'v.doc as values'])
    .where('v.workspace_id', '=', tx.workspaceId)
    .where('r.collection_id', '=', collectionId)
    .whereRef('v.number', '<', 'r.draft_number')
    .execute()
  return rows.map(row => ({ recordId: row.recordId, values: row.values as Values }))
}

/** Every value of one field in the newest revisions of a collection. */
export async function fieldValues(tx: TxCtx, collectionId: string, key: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('records.records as r')
    .innerJoin('records.revisions as v', join =>
      join
        .onRef('v.workspace_id', '=', 'r.workspace_id')
        .onRef('v.record_id', '=', 'r.record_id')
        .onRef('v.number', '=', 'r.draft_number'),
    )
    .select(sql<string | null>`v.doc ->> ${key}`.as('value'))
    .distinct()
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('r.collection_id', '=', collectionId)
    .execute()
  return rows.flatMap(row => row.value ?? [])
}

/** Every revision of a record with its number. */
export async function revisionsOf(
  tx: TxCtx,
  recordId: string,
): Promise<{ number: number; values: Values }[]> {
  const rows = await tx.db
    .selectFrom('records.revisions')
    .select(['number', 'doc'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .orderBy('number')
    .execute()
  return rows.map(row => ({ number: row.number, values: row.doc as Values }))
}

/** Writes over a revision: only an erasure may, since otherwise revisions never change. */
export async function overwriteRevision(
  tx: TxCtx,
  recordId: string,
  number: number,
  values: Values,
): Promise<void> {
  await tx.db
    .updateTable('records.revisions')
    .set({ doc: JSON.stringify(values) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .where('number', '=', number)
    .execute()
}

/** Empties the typed columns of a record that hold these fields. */
export async function emptySlots(
  tx: TxCtx,
  recordId: string,
  slots: Slots,
  keys: ReadonlySet<string>,
): Promise<void> {
  const columns = Object.entries(slots).filter(([key]) => keys.has(key))
  if (columns.length === 0) return
  await tx.db
    .updateTable('records.records')
    .set(Object.fromEntries(columns.map(([, column]) => [column, null])))
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .execute()
}

/** The records of a collection that were made before a moment, oldest first. */
export async function recordsMadeBefore(
  tx: TxCtx,
  collectionId: string,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('records.records')
    .select('record_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('collection_id', '=', collectionId)
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map(row => row.record_id)
}

/** The records that were put in the bin before a moment. */
export async function recordsBinnedBefore(tx: TxCtx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('records.bin')
    .select('record_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('removed_at', '<', before)
    .orderBy('removed_at')
    .limit(limit)
    .execute()
  return rows.map(row => row.record_id)
}
