import { route } from '../../core/http/route.ts'
import { rolesThatSee } from '../../privacy/index.ts'
import { changeCollection, makeCollection, removeCollection } from './actions.ts'
import { type Definition, definitionProblems, seenWith, titleField } from './rules.ts'
import * as schema from './schema.ts'
import {
  type CollectionRow,
  countRecords,
  type DatedDefinition,
  getCollection,
  getDefinition,
  getDraft,
  listCollections,
  listDefinitions,
  type RecordCount,
} from './store.ts'

function shownDefinition({ version, name, fields, privacy, settings, createdAt }: DatedDefinition) {
  return { version, name, fields, privacy, settings, createdAt: createdAt.toISOString() }
}

function body({ name, fields, privacy, settings }: Definition) {
  return { name, fields, privacy, settings }
}

function shownCollection(
  { slots, ...row }: CollectionRow,
  draft: Definition | undefined,
  counts: Map<string, RecordCount>,
) {
  const count = counts.get(row.collectionId)
  const title = draft && titleField(draft)?.key
  return {
    ...row,
    name: draft?.name ?? { nl: row.key },
    records: count?.records ?? 0,
    waiting: row.kind === 'content' ? (count?.waiting ?? 0) : 0,
    single: draft?.settings.content?.single ?? false,
    searchBy: title !== undefined && title in slots ? title : null,
  }
}

export const routes = [
  route(schema.listCollections, 'records.content.read', async (ctx, { query }) =>
    ctx.read(async tx => {
      const collections = await listCollections(tx, query)
      const drafts = await listDefinitions(
        tx,
        collections.map(row => ({ collectionId: row.collectionId, version: row.draftVersion })),
      )
      const byId = new Map(drafts.map(draft => [draft.collectionId, draft]))
      const counts = await countRecords(tx)
      return collections.map(row => shownCollection(row, byId.get(row.collectionId), counts))
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
        seenBy: (await rolesThatSee(tx))([seenWith[collection.kind]]),
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
