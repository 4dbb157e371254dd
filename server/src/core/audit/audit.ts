import type { Actor, TxCtx } from '../ctx.ts'
import { newId } from '../ids.ts'

/** What is written of an act besides who and when. */
export interface AuditInput {
  /** The permission-like name of what was done: `sites.published`, `privacy.request-approved`. */
  action: string
  /** The id of what it was done to. */
  targetId?: string
  /** Ids, counts and names of fields; never the content of personal data. */
  detail?: Record<string, string | number | boolean | null | string[]>
}

/** Writes down who did what, in the transaction of the act itself: no act without its entry. */
export async function audit(tx: TxCtx, input: AuditInput): Promise<void> {
  await tx.db
    .insertInto('audit.entries')
    .values({
      workspace_id: tx.workspaceId,
      entry_id: newId(tx.now.getTime()),
      at: tx.now,
      actor_kind: tx.actor.kind,
      actor_id: actorId(tx.actor),
      action: input.action,
      target_id: input.targetId ?? null,
      detail: JSON.stringify({ ...input.detail, ...supportDetail(tx.actor) }),
    })
    .execute()
}

function actorId(actor: Actor): string | null {
  return actor.kind === 'system' ? null : (actor.accountId ?? null)
}

// What staff do inside a support session must be recognisable as such ever after.
function supportDetail(actor: Actor): Record<string, string> {
  return actor.kind === 'account' && actor.supportSessionId ? { supportSession: actor.supportSessionId } : {}
}
