import type { CollectionPrivacy, Field, Label } from '@helder/fields'
import { text } from '@helder/words'
import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import { notFound } from '../../core/errors.ts'
import type { Definition, Slots } from './rules.ts'
import type { DefinitionBody } from './schema.ts'

/** A collection as it stands, without what it defines. */
export interface CollectionRow {
  collectionId: string
  siteId: string
  kind: 'content' | 'form'
  key: string
  draftVersion: number
  liveVersion: number | null
  slots: Slots
}

const columns = [
  'collection_id as collectionId',
  'site_id as siteId',
  'kind',
  'key',
  'draft_version as draftVersion',
  'live_version as liveVersion',
  'slots',
] as const

function rowOf(row: { kind: string; slots: unknown } & Omit<CollectionRow, 'kind' | 'slots'>): CollectionRow {
  return { ...row, kind: row.kind === 'form' ? 'form' : 'content', slots: row.slots as Slots }
}

export async function listCollections(
  tx: TxCtx,
  only: { siteId?: string | undefined; kind?: string | undefined } = {},
): Promise<CollectionRow[]> {
  let query = tx.db
    .selectFrom('records.collections')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .orderBy('collection_id')
  if (only.siteId) query = query.where('site_id', '=', only.siteId)
  if (only.kind) query = query.where('kind', '=', only.kind)
  return (await query.execute()).map(rowOf)
}

export async function findCollection(
  tx: TxCtx,
  collectionId: string,
  lock = false,
): Promise<CollectionRow | null> {
  const query = tx.db
    .selectFrom('records.collections')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('collection_id', '=', collectionId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? rowOf(row) : null
}

export async function getCollection(tx: TxCtx, collectionId: string, lock = false): Promise<CollectionRow> {
  const row = await findCollection(tx, collectionId, lock)
  if (row === null) throw notFound(text('Deze verzameling', 'This collection'))
  return row
}

export async function findCollectionByKey(
  tx: TxCtx,
  siteId: string,
  key: string,
): Promise<CollectionRow | null> {
  const row = await tx.db
    .selectFrom('records.collections')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? rowOf(row) : null
}

/** How many records a collection has, and how many of those are not on the site as they are. */
export interface RecordCount {
  records: number
  waiting: number
}

/** Counts the records of each collection, the bin left out. */
export async function countRecords(tx: TxCtx): Promise<Map<string, RecordCount>> {
  const rows = await tx.db
    .selectFrom('records.records as r')
    .leftJoin('records.bin as b', join =>
      join.onRef('b.workspace_id', '=', 'r.workspace_id').onRef('b.record_id', '=', 'r.record_id'),
    )
    .select(['r.collection_id', eb => eb.fn.countAll<number>().as('records')])
    .select(
      sql<number>`count(*) filter (where r.wanted_number is distinct from r.draft_number
        or r.published_number is distinct from r.draft_number)`.as('waiting'),
    )
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('b.record_id', 'is', null)
    .groupBy('r.collection_id')
    .execute()
  return new Map(rows.map(({ collection_id, records, waiting }) => [collection_id, { records, waiting }]))
}

export async function insertCollection(
  tx: TxCtx,
  input: Pick<CollectionRow, 'collectionId' | 'siteId' | 'kind' | 'key' | 'slots'>,
): Promise<void> {
  await tx.db
    .insertInto('records.collections')
    .values({
      workspace_id: tx.workspaceId,
      collection_id: input.collectionId,
      site_id: input.siteId,
      kind: input.kind,
      key: input.key,
      slots: JSON.stringify(input.slots),
      draft_version: 1,
      created_at: tx.now,
    })
    .execute()
}

/** Writes down a definition; it never changes after that. */
export async function insertDefinition(
  tx: TxCtx,
  collectionId: string,
  version: number,
  body: DefinitionBody,
): Promise<void> {
  await tx.db
    .insertInto('records.definitions')
    .values({
      workspace_id: tx.workspaceId,
      collection_id: collectionId,
      version,
      name: JSON.stringify(body.name),
      fields: JSON.stringify(body.fields),
      privacy: body.privacy === null ? null : JSON.stringify(body.privacy),
      settings: JSON.stringify(body.settings),
      created_by: tx.actor.kind === 'account' ? tx.actor.accountId : null,
      created_at: tx.now,
    })
    .execute()
}

export async function updateDraft(
  tx: TxCtx,
  collectionId: string,
  version: number,
  slots: Slots,
): Promise<void> {
  await tx.db
    .updateTable('records.collections')
    .set({ draft_version: version, slots: JSON.stringify(slots) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('collection_id', '=', collectionId)
    .execute()
}

export async function updateLive(tx: TxCtx, collectionId: string, version: number): Promise<void> {
  await tx.db
    .updateTable('records.collections')
    .set({ live_version: version })
    .where('workspace_id', '=', tx.workspaceId)
    .where('collection_id', '=', collectionId)
    .execute()
}

export async function deleteCollection(tx: TxCtx, collectionId: string): Promise<void> {
  await tx.db
    .deleteFrom('records.collections')
    .where('workspace_id', '=', tx.workspaceId)
    .where('collection_id', '=', collectionId)
    .execute()
}

/** A definition with when it was made. */
export type DatedDefinition = Definition & { createdAt: Date }

/** The definitions with these versions, in the order of the collections. */
export async function listDefinitions(
  tx: TxCtx,
  wanted: { collectionId: string; version: number }[],
): Promise<DatedDefinition[]> {
  if (wanted.length === 0) return []
  const rows = await tx.db
    .selectFrom('records.definitions as d')
    .innerJoin('records.collections as c', join =>
      join.onRef('c.workspace_id', '=', 'd.workspace_id').onRef('c.collection_id', '=', 'd.collection_id'),
    )
    .select([
      'd.collection_id',
      'c.site_id',
      'c.kind',
      'c.key',
      'd.version',
      'd.name',
      'd.fields',
      'd.privacy',
      'd.settings',
      'd.created_at',
    ])
    .where('d.workspace_id', '=', tx.workspaceId)
    .where(({ eb, or, and }) =>
      or(
        wanted.map(({ collectionId, version }) =>
          and([eb('d.collection_id', '=', collectionId), eb('d.version', '=', version)]),
        ),
      ),
    )
    .orderBy('d.collection_id')
    .execute()
  return rows.map(row => ({
    collectionId: row.collection_id,
    siteId: row.site_id,
    kind: row.kind === 'form' ? ('form' as const) : ('content' as const),
    key: row.key,
    version: row.version,
    name: row.name as Label,
    fields: row.fields as Field[],
    privacy: row.privacy as CollectionPrivacy | null,
    settings: row.settings as DefinitionBody['settings'],
    createdAt: row.created_at,
  }))
}

export async function getDefinition(
  tx: TxCtx,
  collectionId: string,
  version: number,
): Promise<DatedDefinition> {
  const [definition] = await listDefinitions(tx, [{ collectionId, version }])
  if (definition === undefined) throw notFound(text('Deze verzameling', 'This collection'))
  return definition
}

/** The definition that a collection is worked on with. */
export async function getDraft(tx: TxCtx, collection: CollectionRow): Promise<DatedDefinition> {
  return getDefinition(tx, collection.collectionId, collection.draftVersion)
}
