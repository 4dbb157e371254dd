import { referencesIn } from '@helder/fields'
import { type Text, text } from '@helder/words'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { Refusal } from '../../core/errors.ts'
import { route } from '../../core/http/route.ts'
import { listMemberAccounts } from '../../core/tenancy/store.ts'
import { type Definition, type Slots, titleOf } from '../collections/rules.ts'
import { getCollection, getDraft, listCollections, listDefinitions } from '../collections/store.ts'
import {
  changeRecord,
  makeRecord,
  missingIn,
  openRecord,
  removeRecord,
  restoreRecord,
  unpublishRecord,
} from './actions.ts'
import {
  type Condition,
  columnsOf,
  conditionOf,
  readCursor,
  type Sorting,
  sortingOf,
  stateOf,
  writeCursor,
} from './rules.ts'
import * as schema from './schema.ts'
import { getRevision, listRecords, listRecordsById, listRevisions, type RecordRow } from './store.ts'

function shownRow(definition: Definition, row: RecordRow, language: string) {
  return {
    recordId: row.recordId,
    title: titleOf(definition, row.values, language),
    state: stateOf(row),
    values: columnsOf(definition.fields, row.values),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function readOrRefuse<T extends object>(read: T | Text, path: string): T {
  if ('nl' in read && 'en' in read)
    throw new Refusal('invalid', read as Text, { fields: [{ path, message: read as Text }] })
  return read as T
}

function readQuery(
  query: { sort: string; filter?: string | string[] | undefined; after?: string | undefined },
  definition: Definition,
  slots: Slots,
) {
  const after = query.after === undefined ? null : readCursor(query.after)
  if (query.after !== undefined && after === null) {
    throw new Refusal(
      'invalid',
      text(
        'Deze pagina is er niet. Begin de lijst opnieuw.',
        'This page is not there. Begin the list again.',
      ),
    )
  }
  return {
    after,
    sorting: readOrRefuse<Sorting>(sortingOf(query.sort, slots), 'sort'),
    conditions: [query.filter ?? []]
      .flat()
      .map(filter => readOrRefuse<Condition>(conditionOf(filter, definition.fields, slots), 'filter')),
  }
}

// Titles of what a record refers to, so that a form can show names rather than numbers.
async function referencedTitles(
  tx: TxCtx,
  definition: Definition,
  values: RecordRow['values'],
  language: string,
) {
  const ids = referencesIn(definition.fields, values).map(reference => reference.recordId)
  const rows = await listRecordsById(tx, [...new Set(ids)])
  const collections = await listCollections(tx, { siteId: definition.siteId })
  const drafts = await listDefinitions(
    tx,
    collections.map(row => ({ collectionId: row.collectionId, version: row.draftVersion })),
  )
  const byId = new Map(drafts.map(draft => [draft.collectionId, draft]))
  return Object.fromEntries(
    rows.flatMap(row => {
      const target = byId.get(row.collectionId)
      return target ? [[row.recordId, titleOf(target, row.values, language)]] : []
    }),
  )
}

async function showRecord(ctx: Ctx, recordId: string) {
  return ctx.read(async tx => {
    const { record, definition } = await openRecord(tx, recordId)
    return {
      ...shownRow(definition, record, ctx.language),
      values: record.values,
      collectionId: record.collectionId,
      collection: definition.name,
      number: record.draftNumber,
      publishedNumber: record.publishedNumber,
      inBin: record.inBin,
      problems: missingIn(definition, record.values),
      references: await referencedTitles(tx, definition, record.values, ctx.language),
    }
  })
}

export const routes = [
  route(schema.listRecords, 'records.content.read', async (ctx, { params, query }) =>
    ctx.read(async tx => {
      const collection = await getCollection(tx, params.collectionId)
      // A form's submissions have addresses and permissions of their own.
      if (collection.kind === 'form') return { records: [], next: null }
      const definition = await getDraft(tx, collection)
      const { sorting, conditions, after } = readQuery(query, definition, collection.slots)
      const { limit, bin } = query
      const rows = await listRecords(tx, {
        collectionId: params.collectionId,
        sorting,
        conditions,
        bin,
        after,
        limit,
      })
      const last = rows.length === limit ? rows.at(-1) : undefined
      return {
        records: rows.map(row => shownRow(definition, row, ctx.language)),
        next: last ? writeCursor({ value: last.sortedBy, recordId: last.recordId }) : null,
      }
    }),
  ),
  route(schema.makeRecord, 'records.content.write', async (ctx, { params, body }) => ({
    recordId: await makeRecord(ctx, params.collectionId, body.values),
    savedAt: ctx.now.toISOString(),
  })),
  route(schema.getRecord, 'records.content.read', async (ctx, { params }) =>
    showRecord(ctx, params.recordId),
  ),
  route(schema.changeRecord, 'records.content.write', async (ctx, { params, body }) =>
    changeRecord(ctx, params.recordId, body),
  ),
  route(schema.removeRecord, 'records.content.write', async (ctx, { params }) =>
    removeRecord(ctx, params.recordId),
  ),
  route(schema.restoreRecord, 'records.content.write', async (ctx, { params }) =>
    restoreRecord(ctx, params.recordId),
  ),
  route(schema.unpublishRecord, 'records.content.write', async (ctx, { params }) =>
    unpublishRecord(ctx, params.recordId),
  ),
  route(schema.listRevisions, 'records.content.read', async (ctx, { params }) =>
    ctx.read(async tx => {
      const { record } = await openRecord(tx, params.recordId)
      const names = new Map((await listMemberAccounts(tx)).map(row => [row.account_id, row.name]))
      const revisions = await listRevisions(tx, params.recordId)
      return revisions.map(({ number, createdBy, createdAt }) => ({
        number,
        by: names.get(createdBy ?? '') ?? null,
        createdAt: createdAt.toISOString(),
        published: number === record.publishedNumber,
      }))
    }),
  ),
  route(schema.getRevision, 'records.content.read', async (ctx, { params }) =>
    ctx.read(async tx => {
      await openRecord(tx, params.recordId)
      const { values } = await getRevision(tx, params.recordId, params.number)
      return { number: params.number, values }
    }),
  ),
]
