import type { Values } from '@helder/fields'
import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import type { ContentStanding } from './rules.ts'

/** A record of content as a site shows it. */
export interface ContentRecord {
  recordId: string
  collectionId: string
  number: number
  values: Values
  createdAt: Date
  updatedAt: Date
}

/** All records of content of a site that are on it, should be, or could be. */
export async function listStandings(tx: TxCtx, siteId: string): Promise<ContentStanding[]> {
  const rows = await tx.db
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
    .select([
      'r.record_id as recordId',
      'r.collection_id as collectionId',
      'r.draft_number as draftNumber',
      'r.wanted_number as wantedNumber',
      'r.published_number as publishedNumber',
      'v.doc as values',
    ])
    .select(sql<boolean>`b.record_id is not null`.as('inBin'))
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('c.site_id', '=', siteId)
    .where('c.kind', '=', 'content')
    .orderBy('r.record_id', 'desc')
    .execute()
  return rows.map(row => ({ ...row, values: row.values as Values }))
}

/** Revisions by record and number, newest record first; those that are gone are left out. */
export async function listRevisionsAt(
  tx: TxCtx,
  collectionId: string,
  wanted: { recordId: string; number: number }[],
): Promise<ContentRecord[]> {
  if (wanted.length === 0) return []
  const pairs = JSON.stringify(wanted.map(({ recordId, number }) => ({ record_id: recordId, number })))
  const result = await sql<Omit<ContentRecord, 'values'> & { values: unknown }>`
    select r.record_id as "recordId", r.collection_id as "collectionId", v.number, v.doc as values,
      r.created_at as "createdAt", v.created_at as "updatedAt"
    from jsonb_to_recordset(${pairs}::jsonb) as w(record_id uuid, number int)
    join records.revisions v on v.workspace_id = ${tx.workspaceId} and v.record_id = w.record_id and v.number = w.number
    join records.records r on r.workspace_id = v.workspace_id and r.record_id = v.record_id
    where r.collection_id = ${collectionId}
    order by r.record_id desc`.execute(tx.db)
  return result.rows.map(row => ({ ...row, values: row.values as Values }))
}

/** Says what the site shows now: these revisions, and of no other record any. */
export async function setPublished(
  tx: TxCtx,
  siteId: string,
  shown: { recordId: string; number: number }[],
): Promise<void> {
  const pairs = JSON.stringify(shown.map(({ recordId, number }) => ({ record_id: recordId, number })))
  await sql`
    update records.records r set published_number = w.number
    from records.collections c, records.records all_records
    left join jsonb_to_recordset(${pairs}::jsonb) as w(record_id uuid, number int) on w.record_id = all_records.record_id
    where c.workspace_id = ${tx.workspaceId} and c.site_id = ${siteId} and c.kind = 'content'
      and r.workspace_id = c.workspace_id and r.collection_id = c.collection_id
      and all_records.workspace_id = r.workspace_id and all_records.record_id = r.record_id
      and r.published_number is distinct from w.number`.execute(tx.db)
}
