import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx, EnqueueOptions, TxCtx } from '../ctx.ts'

/** A kind of work that is done later, by name. Its payload holds ids, never personal data. */
export interface JobDefinition<P extends object> {
  name: string
  payload: z.ZodType<P>
  /** Whether the payload must pass through: `workspaceId` says in whose name the job runs. */
  enqueue(tx: TxCtx, payload: P, options?: EnqueueOptions): Promise<void>
  run(ctx: Ctx, payload: P): Promise<void>
}

/** A job of any payload: what a slice lists. */
export interface AnyJob {
  name: string
  payload: z.ZodType<object>
  /** Checks the payload and runs it. */
  start(ctx: Ctx, payload: unknown): Promise<void>
  /** When the job runs by itself for every workspace, or once for the platform, in cron's five fields (UTC). */
  schedule?: { cron: string; each: 'workspace' | 'platform' }
}

const wrapping = z.object({ workspaceId: z.uuid(), payload: z.record(z.string(), z.unknown()) })

/** What lies in the queue: the workspace and the job's own payload. */
export const jobEnvelope = wrapping

/**
 * Defines a job. `run` must be safe to run twice: a server that dies after the work and before the tick in the
 * queue runs it again. A Refusal ends the job; any other error is tried again, later each time.
 */
export function job<P extends object>(
  name: string,
  payload: z.ZodType<P>,
  run: (ctx: Ctx, payload: P) => Promise<void>,
  schedule?: AnyJob['schedule'],
): JobDefinition<P> & AnyJob {
  return {
    name,
    payload,
    run,
    start: (ctx, given) => run(ctx, payload.parse(given)),
    enqueue: (tx, given, options) => enqueue(tx, name, payload.parse(given), options),
    ...(schedule ? { schedule } : {}),
  }
}

async function enqueue(
  tx: TxCtx,
  name: string,
  payload: object,
  options: EnqueueOptions = {},
): Promise<void> {
  const envelope = JSON.stringify({ workspaceId: tx.workspaceId, payload })
  const key = options.key === undefined ? null : `${tx.workspaceId}:${name}:${options.key}`
  await sql`select core.add_job(${name}, ${envelope}::jsonb, ${options.runAt ?? null}, ${key})`.execute(tx.db)
}
