import type { Values } from '@helder/fields'
import { text } from '@helder/words'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import { notFound } from '../../core/errors.ts'
import type { Definition, Slots } from '../collections/rules.ts'
import { type Condition, type Cursor, type Sorting, slotsOf } from './rules.ts'

/** A record with its newest revision. */
export interface RecordRow {
  recordId: string
  collectionId: string
  draftNumber: number
  wantedNumber: number | null
  publishedNumber: number | null
  createdAt: Date
  updatedAt: Date
  values: Values
  inBin: boolean
}

const recordColumns = [
  'r.record_id as recordId',
  'r.collection_id as collectionId',
  'r.draft_number as draftNumber',
  'r.wanted_number as wantedNumber',
  'r.published_number as publishedNumber',
  'r.created_at as createdAt',
  'r.updated_at as updatedAt',
] as const

// A record, its newest revision, and whether it is in the bin.
function selectRecords(tx: TxCtx) {
  return tx.db
    .selectFrom('records.records as r')
    .innerJoin('records.revisions as v', join =>
      join
        .onRef('v.workspace_id', '=', 'r.workspace_id')
        .onRef('v.record_id', '=', 'r.record_id')
        .onRef('v.number', '=', 'r.draft_number'),
    )
    .leftJoin('records.bin as b', join =>
      join.onRef('b.workspace_id', '=', 'r.workspace_id').onRef('b.record_id', '=', 'r.record_id'),
    )
    .select(recordColumns)
    .select(['v.doc as values', sql<boolean>`b.record_id is not null`.as('inBin')])
    .where('r.workspace_id', '=', tx.workspaceId)
}

function rowOf<T extends { values: unknown }>(row: T): T & { values: Values } {
  return { ...row, values: row.values as Values }
}

/** What a page of a list is asked for with. */
export interface ListInput {
  collectionId: string
  sorting: Sorting
  conditions: Condition[]
  bin: boolean
  after: Cursor | null
  limit: number
}

/** A row of a list, with the value that it is sorted by. */
export type ListedRow = RecordRow & { sortedBy: string | number | boolean | null }

/**
 * A page of a collection's records. Rows without a value to sort by come last: they are a second list, read when
 * the first has run out, because an index that leaves them out is what keeps unused columns free of charge.
 */
export async function listRecords(tx: TxCtx, input: ListInput): Promise<ListedRow[]> {
  const inTail = input.after !== null && input.after.value === null && input.sorting.nullable
  const first = inTail ? [] : await listValued(tx, input)
  if (!input.sorting.nullable || first.length >= input.limit) return first
  const tail = await listUnvalued(tx, {
    ...input,
    after: inTail ? input.after : null,
    limit: input.limit - first.length,
  })
  return [...first, ...tail]
}

async function listValued(tx: TxCtx, input: ListInput): Promise<ListedRow[]> {
  const { sorting, after } = input
  const column = sql.ref(`r.${sorting.column}`)
  const direction = sql.raw(sorting.descending ? 'desc' : 'asc')
  let query = listBase(tx, input)
    .select(sql<ListedRow['sortedBy']>`${column}`.as('sortedBy'))
    .orderBy(sql`${column} ${direction}, r.record_id ${direction}`)
  if (sorting.nullable) query = query.where(sql<SqlBool>`${column} is not null`)
  if (after !== null) {
    const beyond = sql.raw(sorting.descending ? '<' : '>')
    query = query.where(
      sorting.column === 'record_id'
        ? sql<SqlBool>`r.record_id ${beyond} ${after.recordId}`
        : sql<SqlBool>`(${column}, r.record_id) ${beyond} (${after.value}, ${after.recordId}::uuid)`,
    )
  }
  return (await query.execute()).map(rowOf)
}

async function listUnvalued(tx: TxCtx, input: ListInput): Promise<ListedRow[]> {
  let query = listBase(tx, input)
    .select(sql<null>`null`.as('sortedBy'))
    .where(sql<SqlBool>`${sql.ref(`r.${input.sorting.column}`)} is null`)
    .orderBy('r.record_id', 'desc')
  if (input.after !== null) query = query.where('r.record_id', '<', input.after.recordId)
  return (await query.execute()).map(rowOf)
}

function listBase(tx: TxCtx, { collectionId, conditions, bin, limit }: ListInput) {
  return selectRecords(tx)
    .where('r.collection_id', '=', collectionId)
    .where('b.record_id', bin ? 'is not' : 'is', null)
    .where(eb => eb.and(conditions.flatMap(bounds)))
    .limit(limit)
}

function bounds({ column, from, below, equals }: Condition): Expression<SqlBool>[] {
  const reference = sql.ref(`r.${column}`)
  const bound = (operator: string, value: Condition['from']) =>
    value === undefined ? [] : [sql<SqlBool>`${reference} ${sql.raw(operator)} ${value}`]
  return [...bound('>=', from), ...bound('<', below), ...bound('=', equals)]
}

export async function findRecord(tx: TxCtx, recordId: string): Promise<RecordRow | null> {
  const row = await selectRecords(tx).where('r.record_id', '=', recordId).executeTakeFirst()
  return row ? rowOf(row) : null
}

export async function getRecord(tx: TxCtx, recordId: string): Promise<RecordRow> {
  const row = await findRecord(tx, recordId)
  if (row === null) throw recordGone()
  return row
}

function recordGone() {
  return notFound(text('Dit item', 'This item'))
}

/** Locks a record until the end of the transaction, so that of two savings at once one comes after the other. */
export async function lockRecord(tx: TxCtx, recordId: string): Promise<void> {
  const row = await tx.db
    .selectFrom('records.records')
    .select('record_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw recordGone()
}

/** Which of these ids are records of a collection. */
export async function knownRecords(
  tx: TxCtx,
  collectionId: string,
  recordIds: string[],
): Promise<Set<string>> {
  if (recordIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('records.records')
    .select('record_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('collection_id', '=', collectionId)
    .where('record_id', 'in', recordIds)
    .execute()
  return new Set(rows.map(row => row.record_id))
}

/** Records by id, in any order; those that are gone are left out. */
export async function listRecordsById(tx: TxCtx, recordIds: string[]): Promise<RecordRow[]> {
  if (recordIds.length === 0) return []
  return (await selectRecords(tx).where('r.record_id', 'in', recordIds).execute()).map(rowOf)
}

/** A new record with its first revision. */
export interface RecordInput {
  recordId: string
  definition: Definition
  slots: Slots
  values: Values
}

export async function insertRecord(
  tx: TxCtx,
  { recordId, definition, slots, values }: RecordInput,
): Promise<void> {
  await tx.db
    .insertInto('records.records')
    .values({
      workspace_id: tx.workspaceId,
      record_id: recordId,
      collection_id: definition.collectionId,
      draft_number: 1,
      created_by: actorId(tx),
      created_at: tx.now,
      updated_at: tx.now,
      ...slotsOf(definition.fields, slots, values),
    })
    .execute()
  await insertRevision(tx, { recordId, number: 1, definitionVersion: definition.version, values })
}

function actorId(tx: TxCtx): string | null {
  return tx.actor.kind === 'system' ? null : (tx.actor.accountId ?? null)
}

async function insertRevision(
  tx: TxCtx,
  input: { recordId: string; number: number; definitionVersion: number; values: Values },
): Promise<void> {
  await tx.db
    .insertInto('records.revisions')
    .values({
      workspace_id: tx.workspaceId,
      record_id: input.recordId,
      number: input.number,
      definition_version: input.definitionVersion,
      doc: JSON.stringify(input.values),
      created_by: actorId(tx),
      created_at: tx.now,
    })
    .execute()
}

/** Saves values as a next revision, or over the newest one where that may be. Gives the number. */
export async function saveRevision(
  tx: TxCtx,
  record: Pick<RecordRow, 'recordId' | 'draftNumber'>,
  input: { definition: Definition; slots: Slots; values: Values; over: boolean },
): Promise<number> {
  const { definition, slots, values, over } = input
  const number = over ? record.draftNumber : record.draftNumber + 1
  if (over) await overwriteRevision(tx, record.recordId, number, definition.version, values)
  else
    await insertRevision(tx, {
      recordId: record.recordId,
      number,
      definitionVersion: definition.version,
      values,
    })
  await tx.db
    .updateTable('records.records')
    .set({ draft_number: number, updated_at: tx.now, ...slotsOf(definition.fields, slots, values) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', record.recordId)
    .execute()
  return number
}

async function overwriteRevision(
  tx: TxCtx,
  recordId: string,
  number: number,
  definitionVersion: number,
  values: Values,
): Promise<void> {
  await tx.db
    .updateTable('records.revisions')
    .set({ doc: JSON.stringify(values), definition_version: definitionVersion })
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .where('number', '=', number)
    .execute()
}

/** Who made a revision, and when. */
export interface RevisionRow {
  number: number
  createdBy: string | null
  createdAt: Date
}

export async function listRevisions(tx: TxCtx, recordId: string): Promise<RevisionRow[]> {
  return tx.db
    .selectFrom('records.revisions')
    .select(['number', 'created_by as createdBy', 'created_at as createdAt'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
}

export async function getRevision(
  tx: TxCtx,
  recordId: string,
  number: number,
): Promise<{ values: Values; definitionVersion: number } & RevisionRow> {
  const row = await tx.db
    .selectFrom('records.revisions')
    .select([
      'number',
      'doc',
      'definition_version as definitionVersion',
      'created_by as createdBy',
      'created_at as createdAt',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (row === undefined) throw notFound(text('Deze versie', 'This version'))
  const { doc, ...rest } = row
  return { ...rest, values: doc as Values }
}

/** Writes down to which records a record refers. */
export async function replaceEdges(
  tx: TxCtx,
  recordId: string,
  edges: { path: string; recordId: string }[],
): Promise<void> {
  await tx.db
    .deleteFrom('records.edges')
    .where('workspace_id', '=', tx.workspaceId)
    .where('from_record', '=', recordId)
    .execute()
  if (edges.length === 0) return
  const rows = edges.map(edge => ({
    workspace_id: tx.workspaceId,
    from_record: recordId,
    path: edge.path,
    to_record: edge.recordId,
  }))
  await tx.db
    .insertInto('records.edges')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/**
 * Says which revision should be on the site from the next publication on: the newest one, or the one that is there
 * now, if any; null takes a record off it.
 */
export async function setWanted(
  tx: TxCtx,
  recordIds: string[],
  wanted: 'newest' | 'published' | null,
): Promise<void> {
  if (recordIds.length === 0) return
  const column = wanted === 'newest' ? 'draft_number' : 'published_number'
  await tx.db
    .updateTable('records.records')
    .set(eb => ({ wanted_number: wanted === null ? null : eb.ref(column) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', 'in', recordIds)
    .execute()
}

export async function insertInBin(tx: TxCtx, recordId: string): Promise<void> {
  await tx.db
    .insertInto('records.bin')
    .values({
      workspace_id: tx.workspaceId,
      record_id: recordId,
      removed_by: actorId(tx),
      removed_at: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function deleteFromBin(tx: TxCtx, recordId: string): Promise<void> {
  await tx.db
    .deleteFrom('records.bin')
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', '=', recordId)
    .execute()
}

/** Removes records for good, with their revisions. */
export async function deleteRecords(tx: TxCtx, recordIds: string[]): Promise<void> {
  if (recordIds.length === 0) return
  await tx.db
    .deleteFrom('records.records')
    .where('workspace_id', '=', tx.workspaceId)
    .where('record_id', 'in', recordIds)
    .execute()
}

/** The ids of the records of a collection, in batches that fit a statement. */
export async function listRecordIds(tx: TxCtx, collectionId: string, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('records.records')
    .select('record_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('collection_id', '=', collectionId)
    .orderBy('record_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => row.record_id)
}

const refillBatch = 500

/** Fills the typed columns of the next records after an id; gives the id to go on from, null at the end. */
export async function refillSlots(
  tx: TxCtx,
  definition: Definition,
  slots: Slots,
  after: string,
): Promise<string | null> {
  let query = selectRecords(tx)
    .where('r.collection_id', '=', definition.collectionId)
    .orderBy('r.record_id')
    .limit(refillBatch)
  if (after !== '') query = query.where('r.record_id', '>', after)
  const rows = (await query.execute()).map(rowOf)
  for (const row of rows) {
    await tx.db
      .updateTable('records.records')
      .set(slotsOf(definition.fields, slots, row.values))
      .where('workspace_id', '=', tx.workspaceId)
      .where('record_id', '=', row.recordId)
      .execute()
  }
  return rows.length < refillBatch ? null : (rows.at(-1)?.recordId ?? null)
}
