import { route } from '../../core/http/route.ts'
import { changeCollection, makeCollection, removeCollection } from './actions.ts'
import { type Definition, definitionProblems } from './rules.ts'
import * as schema from './schema.ts'
import {
  countRecords,
  type DatedDefinition,
  getCollection,
  getDefinition,
  getDraft,
  listCollections,
  listDefinitions,
} from './store.ts'

function shownDefinition({ version, name, fields, privacy, settings, createdAt }: DatedDefinition) {
  return { version, name, fields, privacy, settings, createdAt: createdAt.toISOString() }
}

function body({ name, fields, privacy, settings }: Definition) {
  return { name, fields, privacy, settings }
}

export const routes = [
  route(schema.listCollections, 'records.content.read', async (ctx, { query }) =>
    ctx.read(async tx => {
      const collections = await listCollections(tx, query)
      const drafts = await listDefinitions(
        tx,
        collections.map(row => ({ collectionId: row.collectionId, version: row.draftVersion })),
      )
      const names = new Map(drafts.map(draft => [draft.collectionId, draft.name]))
      const counts = await countRecords(tx)
      return collections.map(({ slots: _slots, ...row }) => ({
        ...row,
        name: names.get(row.collectionId) ?? { nl: row.key },
        records: counts.get(row.collectionId) ?? 0,
      }))
    }),
  ),
  route(schema.makeCollection, 'records.definitions.write', async (ctx, { body: given }) => ({
    collectionId: await makeCollection(ctx, given),
  })),
  route(schema.getCollection, 'records.content.read', async (ctx, { params }) =>
    ctx.read(async tx => {
      const { slots: _slots, ...collection } = await getCollection(tx, params.collectionId)
      const draft = await getDraft(tx, { ...collection, slots: {} })
      const live =
        collection.liveVersion === null
          ? null
          : await getDefinition(tx, collection.collectionId, collection.liveVersion)
      return {
        ...collection,
        name: draft.name,
        draft: shownDefinition(draft),
        live: live && shownDefinition(live),
        problems: definitionProblems(collection.kind, body(draft)),
      }
    }),
  ),
  route(
    schema.changeCollection,
    'records.definitions.write',
    async (ctx, { params, body: { base, ...definition } }) =>
      changeCollection(ctx, params.collectionId, base, definition),
  ),
  route(schema.removeCollection, 'records.definitions.write', async (ctx, { params, query }) =>
    removeCollection(ctx, params.collectionId, query.key),
  ),
]
