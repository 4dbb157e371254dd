import type { TxCtx } from '../../core/ctx.ts'
import { route } from '../../core/http/route.ts'
import { type Definition, summaryOf } from '../collections/rules.ts'
import { type CollectionRow, getDefinition, listCollections, listDefinitions } from '../collections/store.ts'
import { markSeen, removeSubmission, restoreSubmission } from './actions.ts'
import * as schema from './schema.ts'
import { countUnseen, getSubmission, listSubmissions, type SubmissionRow } from './store.ts'

function shown(row: SubmissionRow, definition: Definition) {
  return {
    recordId: row.recordId,
    collectionId: row.collectionId,
    form: definition.name,
    summary: summaryOf(definition, row.values),
    receivedAt: row.createdAt.toISOString(),
    seen: row.seen,
  }
}

// A submission is read with the definition that it was made with: fields that are gone since still have a name.
async function definitionsFor(tx: TxCtx, rows: SubmissionRow[]): Promise<(row: SubmissionRow) => Definition> {
  const wanted = new Map(
    rows.map(row => [
      `${row.collectionId} ${row.definitionVersion}`,
      { collectionId: row.collectionId, version: row.definitionVersion },
    ]),
  )
  const found = await listDefinitions(tx, [...wanted.values()])
  const byVersion = new Map(
    found.map(definition => [`${definition.collectionId} ${definition.version}`, definition]),
  )
  return row => {
    const definition = byVersion.get(`${row.collectionId} ${row.definitionVersion}`)
    if (definition === undefined) throw new Error('a submission without its definition')
    return definition
  }
}

function goesAt(createdAt: Date, keepDays: number | null): string | null {
  return keepDays === null ? null : new Date(createdAt.getTime() + keepDays * 86_400_000).toISOString()
}

/** The definition whose promises count now: the live one, else the newest. */
function currentVersion(collection: CollectionRow): number {
  return collection.liveVersion ?? collection.draftVersion
}

export const routes = [
  route(schema.listSubmissions, 'records.submissions.read', async (ctx, { query }) =>
    ctx.read(async tx => {
      const forms = await listCollections(tx, { siteId: query.siteId, kind: 'form' })
      const collectionIds = forms
        .map(form => form.collectionId)
        .filter(id => query.collectionId === undefined || id === query.collectionId)
      const { unseen, bin, before, limit } = query
      const rows = await listSubmissions(tx, { collectionIds, unseen, bin, before, limit })
      const definitionOf = await definitionsFor(tx, rows)
      return {
        submissions: rows.map(row => shown(row, definitionOf(row))),
        unseen: await countUnseen(tx, collectionIds),
      }
    }),
  ),
  route(schema.getSubmission, 'records.submissions.read', async (ctx, { params }) =>
    ctx.read(async tx => {
      const row = await getSubmission(tx, params.recordId)
      const definition = await getDefinition(tx, row.collectionId, row.definitionVersion)
      const [collection] = (await listCollections(tx, { kind: 'form' })).filter(
        form => form.collectionId === row.collectionId,
      )
      const current = collection
        ? await getDefinition(tx, row.collectionId, currentVersion(collection))
        : definition
      return {
        ...shown(row, definition),
        fields: definition.fields,
        values: row.values,
        goesAt: goesAt(row.createdAt, current.privacy?.keepDays ?? null),
        inBin: row.inBin,
      }
    }),
  ),
  route(schema.markSeen, 'records.submissions.write', async (ctx, { params, body }) =>
    markSeen(ctx, params.recordId, body.seen),
  ),
  route(schema.removeSubmission, 'records.submissions.write', async (ctx, { params }) =>
    removeSubmission(ctx, params.recordId),
  ),
  route(schema.restoreSubmission, 'records.submissions.write', async (ctx, { params }) =>
    restoreSubmission(ctx, params.recordId),
  ),
]
