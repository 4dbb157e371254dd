import { sql } from 'kysely'
import type { TxCtx } from '../ctx.ts'
import type { Database } from '../data/database.ts'
import type { Log } from '../log.ts'

/** Something that changed: where, what kind of thing, and which one. Ids only. */
export interface LiveEvent {
  workspaceId: string
  /** The kind of thing: `records.record`, `sites.release`, `privacy.request`. */
  topic: string
  id?: string
  /** Numbers for a bar of progress. */
  progress?: { done: number; total: number }
}

/** What this process hears of changes that any process made. */
export interface Events {
  /** Calls `heard` for each event until the returned function is called. */
  subscribe(heard: (event: LiveEvent) => void): () => void
  close(): Promise<void>
}

const channel = 'helder_events'

/** Announces a change; it is heard when the transaction commits, and not otherwise. */
export async function announce(tx: TxCtx, event: Omit<LiveEvent, 'workspaceId'>): Promise<void> {
  const payload = JSON.stringify({ workspaceId: tx.workspaceId, ...event })
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx.db)
}

/** Starts listening: one connection for the whole process. */
export async function startEvents(database: Database, log: Log): Promise<Events> {
  const listeners = new Set<(event: LiveEvent) => void>()
  const stop = await database.listen(channel, payload => {
    const event: LiveEvent = JSON.parse(payload)
    for (const heard of listeners) {
      try {
        heard(event)
      } catch (error) {
        log.error({ err: error, topic: event.topic }, 'a listener failed')
      }
    }
  })
  return {
    subscribe(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    close: stop,
  }
}
