import { text } from '@helder/words'
import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import { notFound } from '../../core/errors.ts'
import { listUses } from '../../core/objects/objects.ts'
import { keptReleases, type ReleaseInputs, releaseInputs } from './rules.ts'
import type { SiteProblem } from './schema.ts'

/** The kind of owner under which a release holds on to its pages. */
export const releaseOwner = 'sites.release'

/** A release, without what it is made of. */
export interface ReleaseRow {
  releaseId: string
  siteId: string
  number: number
  note: string
  createdBy: string | null
  createdAt: Date
  finishedAt: Date | null
  manifestSha: string | null
  pages: number | null
  problems: SiteProblem[]
  failed: boolean
  withdrawnAt: Date | null
}

const releaseColumns = [
  'release_id as releaseId',
  'site_id as siteId',
  'number',
  'note',
  'created_by as createdBy',
  'created_at as createdAt',
  'finished_at as finishedAt',
  'manifest_sha256 as manifestSha',
  'pages',
  'problems',
  'failed',
  'withdrawn_at as withdrawnAt',
] as const

function rowOf<T extends { problems: unknown }>(row: T): T & { problems: SiteProblem[] } {
  return { ...row, problems: row.problems as SiteProblem[] }
}

function selectReleases(tx: TxCtx) {
  return tx.db.selectFrom('sites.releases').select(releaseColumns).where('workspace_id', '=', tx.workspaceId)
}

/** The releases of a site, newest first. */
export async function listReleases(
  tx: TxCtx,
  input: { siteId: string; before?: number | undefined; limit: number },
): Promise<ReleaseRow[]> {
  const rows = await selectReleases(tx)
    .where('site_id', '=', input.siteId)
    .$if(input.before !== undefined, query => query.where('number', '<', input.before ?? 0))
    .orderBy('number', 'desc')
    .limit(input.limit)
    .execute()
  return rows.map(rowOf)
}

/** A release, or undefined. With `lock` nobody else changes it until the transaction ends. */
export async function findRelease(
  tx: TxCtx,
  releaseId: string,
  lock = false,
): Promise<ReleaseRow | undefined> {
  const query = selectReleases(tx).where('release_id', '=', releaseId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && rowOf(row)
}

/** A release of a site; refuses when it is not there. */
export async function getRelease(tx: TxCtx, siteId: string, releaseId: string): Promise<ReleaseRow> {
  const row = await findRelease(tx, releaseId)
  if (row?.siteId !== siteId) throw notFound(text('Deze uitgave', 'This release'))
  return row
}

/** What a release is made of. */
export async function getInputs(tx: TxCtx, releaseId: string): Promise<ReleaseInputs> {
  const row = await tx.db
    .selectFrom('sites.releases')
    .select('inputs')
    .where('workspace_id', '=', tx.workspaceId)
    .where('release_id', '=', releaseId)
    .executeTakeFirst()
  if (row === undefined) throw notFound(text('Deze uitgave', 'This release'))
  return releaseInputs.parse(row.inputs)
}

/** The records that a release shows, by revision. */
export async function listReleaseRecords(
  tx: TxCtx,
  releaseId: string,
): Promise<{ recordId: string; number: number }[]> {
  return tx.db
    .selectFrom('sites.release_records')
    .select(['record_id as recordId', 'revision as number'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('release_id', '=', releaseId)
    .orderBy('record_id')
    .execute()
}

/** The number that the next release of a site gets. The site must be locked. */
export async function nextNumber(tx: TxCtx, siteId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('sites.releases')
    .select('number')
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.number ?? 0) + 1
}

/** A release as it is begun. */
export interface NewRelease {
  releaseId: string
  siteId: string
  number: number
  note: string
  inputs: ReleaseInputs
  records: { recordId: string; number: number }[]
}

export async function insertRelease(tx: TxCtx, release: NewRelease): Promise<void> {
  await tx.db
    .insertInto('sites.releases')
    .values({
      workspace_id: tx.workspaceId,
      release_id: release.releaseId,
      site_id: release.siteId,
      number: release.number,
      note: release.note,
      created_by: tx.actor.kind === 'account' ? tx.actor.accountId : null,
      created_at: tx.now,
      inputs: JSON.stringify(release.inputs),
      problems: '[]',
    })
    .execute()
  const rows = release.records.map(({ recordId, number }) => ({ record_id: recordId, revision: number }))
  await sql`
    insert into sites.release_records (workspace_id, release_id, record_id, revision)
    select ${tx.workspaceId}, ${release.releaseId}, r.record_id, r.revision
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(record_id uuid, revision int)`.execute(tx.db)
}

/** Notes that a release is whole. */
export async function markReady(
  tx: TxCtx,
  releaseId: string,
  made: { manifestSha: string; pages: number },
): Promise<void> {
  await tx.db
    .updateTable('sites.releases')
    .set({
      manifest_sha256: made.manifestSha,
      pages: made.pages,
      finished_at: tx.now,
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('release_id', '=', releaseId)
    .execute()
}

/** Notes that a release can't be made, and why. */
export async function markFailed(tx: TxCtx, releaseId: string, problems: SiteProblem[]): Promise<void> {
  await tx.db
    .updateTable('sites.releases')
    .set({ failed: true, problems: JSON.stringify(problems), finished_at: tx.now })
    .where('workspace_id', '=', tx.workspaceId)
    .where('release_id', '=', releaseId)
    .execute()
}

/** Notes that releases are no longer there to be shown. */
export async function markWithdrawn(tx: TxCtx, releaseIds: string[]): Promise<void> {
  if (releaseIds.length === 0) return
  await tx.db
    .updateTable('sites.releases')
    .set({ withdrawn_at: tx.now, manifest_sha256: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('release_id', 'in', releaseIds)
    .execute()
}

/** Whether a newer release of the site is whole: then an older one that is late does not go live. */
export async function hasNewerReady(tx: TxCtx, siteId: string, number: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('sites.releases')
    .select('number')
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .where('number', '>', number)
    .where('manifest_sha256', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The releases that show any of these records, withdrawn ones left out. */
export async function listReleasesShowing(tx: TxCtx, recordIds: string[]): Promise<ReleaseRow[]> {
  if (recordIds.length === 0) return []
  const rows = await selectReleases(tx)
    .where('withdrawn_at', 'is', null)
    .where(
      'release_id',
      'in',
      sql<string>`(select release_id from sites.release_records
        where workspace_id = ${tx.workspaceId} and record_id = any(${recordIds}))`,
    )
    .orderBy('number')
    .execute()
  return rows.map(rowOf)
}

/** The releases that lie too far back to be gone back to. */
export async function listOutdated(tx: TxCtx): Promise<string[]> {
  const before = new Date(tx.now.getTime() - keptReleases.days * 86_400_000)
  const result = await sql<{ releaseId: string }>`
    select r.release_id as "releaseId"
    from sites.releases r
    join sites.sites s on s.workspace_id = r.workspace_id and s.site_id = r.site_id
    where r.workspace_id = ${tx.workspaceId} and r.manifest_sha256 is not null and r.created_at < ${before}
      and r.release_id is distinct from s.live_release_id
      and r.number <= (
        select n.number from sites.releases n
        where n.workspace_id = r.workspace_id and n.site_id = r.site_id and n.manifest_sha256 is not null
        order by n.number desc offset ${keptReleases.count} limit 1)`.execute(tx.db)
  return result.rows.map(row => row.releaseId)
}

/** The ids of all releases of a site. */
export async function listReleaseIds(tx: TxCtx, siteId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('sites.releases')
    .select('release_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .execute()
  return rows.map(row => row.release_id)
}

/** The objects that releases hold on to. */
export async function listReleaseObjects(tx: TxCtx, releaseIds: string[]): Promise<string[]> {
  return listUses(tx, releaseOwner, releaseIds)
}
