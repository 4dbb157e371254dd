import type { TxCtx } from '../ctx.ts'

/** The newest entries first; `before` continues after the entry with that id, `action` keeps one kind. */
export async function listEntries(
  tx: TxCtx,
  page: { before?: string | undefined; action?: string | undefined; limit: number },
) {
  let query = tx.db
    .selectFrom('audit.entries')
    .select([
      'entry_id as entryId',
      'at',
      'action',
      'actor_kind as actorKind',
      'actor_id as actorId',
      'target_id as targetId',
      'detail',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    // Ids sort by the time they were made.
    .orderBy('entry_id', 'desc')
    .limit(page.limit)
  if (page.before) query = query.where('entry_id', '<', page.before)
  if (page.action) query = query.where('action', '=', page.action)
  return query.execute()
}
