import { text } from '@helder/words'
import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import { notFound } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { useEach } from '../../core/objects/objects.ts'

/** A file of a site, as builders have it now. */
export interface FileRow {
  path: string
  version: number
  sha256: string
  sizeBytes: number
  changedAt: Date
}

const fileColumns = [
  'path',
  'version',
  'sha256',
  'size_bytes as sizeBytes',
  'changed_at as changedAt',
] as const

/** The kind of owner under which a version of a file holds on to its bytes. */
export const fileVersionOwner = 'sites.file-version'

/** The files of a site, by path. */
export async function listFiles(tx: TxCtx, siteId: string): Promise<FileRow[]> {
  return tx.db
    .selectFrom('sites.files')
    .select(fileColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .orderBy('path')
    .execute()
}

/** A file by its path, or undefined. With `lock` nobody else changes it until the transaction ends. */
export async function findFile(
  tx: TxCtx,
  siteId: string,
  path: string,
  lock = false,
): Promise<FileRow | undefined> {
  const query = tx.db
    .selectFrom('sites.files')
    .select(fileColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .where('path', '=', path)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** A file by its path; refuses when it is not there. */
export async function getFile(tx: TxCtx, siteId: string, path: string): Promise<FileRow> {
  const row = await findFile(tx, siteId, path)
  if (row === undefined) throw notFound(text('Dit bestand', 'This file'))
  return row
}

/** A file as it is put in place. */
export interface FilePut {
  path: string
  sha256: string
  sizeBytes: number
}

/** Puts files in place, each as its next version; gives the versions by path. */
export async function putFiles(tx: TxCtx, siteId: string, files: FilePut[]): Promise<Map<string, number>> {
  if (files.length === 0) return new Map()
  const versions = await insertVersions(tx, siteId, files)
  const rows = files.map(({ path, sha256, sizeBytes }) => ({
    path,
    sha256,
    size_bytes: sizeBytes,
    version: versions.get(path) ?? 1,
  }))
  await sql`
    insert into sites.files (workspace_id, site_id, path, version, sha256, size_bytes, changed_by, changed_at)
    select ${tx.workspaceId}, ${siteId}, f.path, f.version, f.sha256, f.size_bytes, ${changedBy(tx)}, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as f(path text, version int, sha256 text, size_bytes bigint)
    on conflict (workspace_id, site_id, path) do update
    set version = excluded.version, sha256 = excluded.sha256, size_bytes = excluded.size_bytes,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(tx.db)
  return versions
}

/** Removes files; their versions stay, so that they can come back. */
export async function removeFiles(tx: TxCtx, siteId: string, paths: string[]): Promise<void> {
  if (paths.length === 0) return
  await insertVersions(
    tx,
    siteId,
    paths.map(path => ({ path, sha256: null, sizeBytes: null })),
  )
  await tx.db
    .deleteFrom('sites.files')
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .where('path', '=', sql<string>`any(${paths})`)
    .execute()
}

// A version's number goes on where the path's last one was, also when the file was away for a while.
async function insertVersions(
  tx: TxCtx,
  siteId: string,
  files: { path: string; sha256: string | null; sizeBytes: number | null }[],
): Promise<Map<string, number>> {
  const now = tx.now.getTime()
  const rows = files.map(({ path, sha256, sizeBytes }) => ({
    path,
    sha256,
    size_bytes: sizeBytes,
    version_id: newId(now),
  }))
  const inserted = await sql<{ path: string; version: number }>`
    insert into sites.file_versions
      (workspace_id, site_id, path, version, version_id, sha256, size_bytes, changed_by, changed_at)
    select ${tx.workspaceId}, ${siteId}, f.path, coalesce(
        (select max(v.version) from sites.file_versions v
         where v.workspace_id = ${tx.workspaceId} and v.site_id = ${siteId} and v.path = f.path), 0) + 1,
      f.version_id, f.sha256, f.size_bytes, ${changedBy(tx)}, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as f(path text, sha256 text, size_bytes bigint, version_id uuid)
    returning path, version`.execute(tx.db)
  const uses = rows.flatMap(({ sha256, version_id }) =>
    sha256 === null ? [] : [{ sha: sha256, ownerId: version_id }],
  )
  await useEach(tx, fileVersionOwner, uses)
  return new Map(inserted.rows.map(row => [row.path, row.version]))
}

function changedBy(tx: TxCtx): string | null {
  return tx.actor.kind === 'account' ? tx.actor.accountId : null
}

/** A version of a file, also of one that was removed since. */
export interface FileVersionRow {
  version: number
  sha256: string | null
  sizeBytes: number | null
  changedBy: string | null
  changedAt: Date
}

const versionColumns = [
  'version',
  'sha256',
  'size_bytes as sizeBytes',
  'changed_by as changedBy',
  'changed_at as changedAt',
] as const

/** The versions of a file, newest first. */
export async function listFileVersions(tx: TxCtx, siteId: string, path: string): Promise<FileVersionRow[]> {
  return tx.db
    .selectFrom('sites.file_versions')
    .select(versionColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .where('path', '=', path)
    .orderBy('version', 'desc')
    .limit(200)
    .execute()
}

/** A version of a file that has bytes; refuses when it is not there. */
export async function getFileVersion(
  tx: TxCtx,
  siteId: string,
  path: string,
  version: number,
): Promise<{ sha256: string; sizeBytes: number }> {
  const row = await tx.db
    .selectFrom('sites.file_versions')
    .select(versionColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .where('path', '=', path)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row?.sha256 == null) throw notFound(text('Deze versie van het bestand', 'This version of the file'))
  return { sha256: row.sha256, sizeBytes: row.sizeBytes ?? 0 }
}

/** The ids under which the versions of a site's files hold on to bytes. */
export async function listVersionIds(tx: TxCtx, siteId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('sites.file_versions')
    .select('version_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('site_id', '=', siteId)
    .execute()
  return rows.map(row => row.version_id)
}
