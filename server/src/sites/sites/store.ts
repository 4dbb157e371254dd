import { text } from '@helder/words'
import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import type { Queries } from '../../core/data/database.ts'
import { notFound } from '../../core/errors.ts'

/** A website. */
export interface SiteRow {
  siteId: string
  name: string
  slug: string
  languages: string[]
  liveReleaseId: string | null
}

const siteColumns = [
  'site_id as siteId',
  'name',
  'slug',
  'languages',
  'live_release_id as liveReleaseId',
] as const

/** A website with the release that visitors see. */
export interface ListedSite extends SiteRow {
  number: number | null
  publishedAt: Date | null
}

/** The websites of the workspace, by name. */
export async function listSites(tx: TxCtx): Promise<ListedSite[]> {
  return tx.db
    .selectFrom('sites.sites as s')
    .leftJoin('sites.releases as r', join =>
      join.onRef('r.workspace_id', '=', 's.workspace_id').onRef('r.release_id', '=', 's.live_release_id'),
    )
    .select([
      's.site_id as siteId',
      's.name',
      's.slug',
      's.languages',
      's.live_release_id as liveReleaseId',
      'r.number',
      'r.finished_at as publishedAt',
    ])
    .where('s.workspace_id', '=', tx.workspaceId)
    .orderBy('s.name')
    .orderBy('s.site_id')
    .execute()
}

/** A website; refuses when it is not there. With `lock` nobody else changes it until the transaction ends. */
export async function getSite(tx: TxCtx, siteId: string, lock = false): Promise<SiteRow> {
  const query = tx.db
    .selectFrom('sites.sites')
    .select(siteColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) throw notFound(text('Deze website', 'This website'))
  return row
}

/** The website of a slug, in whichever workspace it is. */
export async function findSiteBySlug(
  queries: Queries,
  slug: string,
): Promise<(SiteRow & { workspaceId: string }) | undefined> {
  return queries
    .selectFrom('sites.sites')
    .select([...siteColumns, 'workspace_id as workspaceId'])
    .where('slug', '=', slug)
    .executeTakeFirst()
}

export async function insertSite(
  tx: TxCtx,
  site: { siteId: string; name: string; slug: string; languages: string[] },
): Promise<void> {
  await tx.db
    .insertInto('sites.sites')
    .values({
      workspace_id: tx.workspaceId,
      site_id: site.siteId,
      name: site.name,
      slug: site.slug,
      languages: site.languages,
      created_at: tx.now,
    })
    .execute()
}

export async function updateSite(
  tx: TxCtx,
  siteId: string,
  change: { name?: string | undefined; slug?: string | undefined; languages?: string[] | undefined },
): Promise<void> {
  await tx.db
    .updateTable('sites.sites')
    .set(eb => ({
      name: change.name ?? eb.ref('name'),
      slug: change.slug ?? eb.ref('slug'),
      languages: change.languages ?? eb.ref('languages'),
    }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .execute()
}

/** Says which release visitors see; null for none. */
export async function pointLive(tx: TxCtx, siteId: string, releaseId: string | null): Promise<void> {
  await tx.db
    .updateTable('sites.sites')
    .set({ live_release_id: releaseId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .execute()
}

/** Removes a website, and by the foreign keys its files, releases and previews. */
export async function deleteSite(tx: TxCtx, siteId: string): Promise<void> {
  await pointLive(tx, siteId, null)
  await tx.db
    .deleteFrom('sites.sites')
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .execute()
}

/** Counts a submission that was dropped as spam. */
export async function countDropped(tx: TxCtx, siteId: string, key: string): Promise<void> {
  await sql`
    insert into sites.dropped_submissions (workspace_id, site_id, key, on_day, count)
    values (${tx.workspaceId}, ${siteId}, ${key}, ${tx.now}::date, 1)
    on conflict (workspace_id, site_id, key, on_day)
    do update set count = sites.dropped_submissions.count + 1`.execute(tx.db)
}
