import type { TxCtx } from '../../core/ctx.ts'
import type { Queries } from '../../core/data/database.ts'

/** A preview of a site, found by its host. */
export interface PreviewRow {
  workspaceId: string
  siteId: string
  expiresAt: Date
}

export async function insertPreview(
  tx: TxCtx,
  preview: { previewId: string; siteId: string; hostHash: string; accountId: string; expiresAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('sites.previews')
    .values({
      workspace_id: tx.workspaceId,
      preview_id: preview.previewId,
      site_id: preview.siteId,
      host_hash: preview.hostHash,
      account_id: preview.accountId,
      created_at: tx.now,
      expires_at: preview.expiresAt,
    })
    .execute()
}

/** The preview whose secret has this hash, in whichever workspace it is. */
export async function findPreview(queries: Queries, hostHash: string): Promise<PreviewRow | undefined> {
  return queries
    .selectFrom('sites.previews')
    .select(['workspace_id as workspaceId', 'site_id as siteId', 'expires_at as expiresAt'])
    .where('host_hash', '=', hostHash)
    .executeTakeFirst()
}
