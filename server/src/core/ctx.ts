import type { Language } from '@helder/words'
import type { Config } from './config.ts'
import type { Database, Queries, Scope } from './data/database.ts'
import type { Events } from './events/events.ts'
import type { JobDefinition } from './jobs/jobs.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'
import type { ObjectStore } from './objects/store.ts'
import type { PersonalData } from './personal-data.ts'
import type { Permission } from './tenancy/rules.ts'

/** Who acts. Only an account that is a member (or a token or support session of one) has permissions. */
export type Actor =
  | { kind: 'account'; accountId: string; permissions: ReadonlySet<string>; supportSessionId?: string }
  | { kind: 'visitor'; accountId?: string }
  | { kind: 'system'; reason: string }

/** What the program as a whole offers to every request and job. */
export interface Services {
  config: Config
  database: Database
  objects: ObjectStore
  keys: Keys
  /** What this process hears of changes that any process made. */
  events: Events
  /** What members may do, as all slices state it. */
  permissions: Permission[]
  /** What is held about people, as all slices declare it. */
  personalData: PersonalData[]
  log: Log
  now: () => Date
}

/** One request or job in one workspace: who asks, when, and the ways to the data. */
export interface Ctx {
  readonly workspaceId: string
  readonly actor: Actor
  readonly now: Date
  readonly language: Language
  readonly log: Log
  readonly services: Services
  /** Reads in one transaction that can't write. */
  read<T>(work: (ctx: TxCtx) => Promise<T>): Promise<T>
  /** Reads in one transaction that sees a single moment: for exports and anything that pages through much. */
  snapshot<T>(work: (ctx: TxCtx) => Promise<T>): Promise<T>
  /** Writes in one transaction; inside another one it takes part in that. Never hold it over a mail or a rendering. */
  write<T>(work: (ctx: TxCtx) => Promise<T>): Promise<T>
}

/** A ctx inside its transaction: what stores get. */
export interface TxCtx extends Ctx {
  readonly db: Queries
  /** Puts a job in the queue; it exists when this transaction commits, and not otherwise. */
  enqueue<P extends object>(job: JobDefinition<P>, payload: P, options?: EnqueueOptions): Promise<void>
}

/** When a job runs, and which waiting job it replaces. */
export interface EnqueueOptions {
  runAt?: Date
  key?: string
}

/** What a ctx is made of. */
export interface CtxInput {
  services: Services
  workspaceId: string
  actor: Actor
  language: Language
  log?: Log
  now?: Date
}

/** Makes the ctx of one request or job. */
export function makeCtx(input: CtxInput): Ctx {
  return makeScopedCtx(input, { workspaceId: input.workspaceId })
}

/**
 * Runs with a view over all workspaces, in the few tables that allow it. The reason is for the reader of the
 * code: say what must be found before its workspace is known, or what the operator does for all.
 */
export function withoutWorkspace<T>(
  services: Services,
  reason: string,
  mode: 'read' | 'write',
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  return services.database.transaction({ withoutWorkspace: reason }, mode, work)
}

function makeScopedCtx(input: CtxInput, scope: Scope): Ctx {
  const { services, workspaceId, actor, language } = input
  const run = <T>(mode: 'read' | 'snapshot' | 'write', work: (ctx: TxCtx) => Promise<T>) =>
    services.database.transaction(scope, mode, db => work(insideTransaction(ctx, db, mode)))
  const ctx: Ctx = {
    workspaceId,
    actor,
    language,
    services,
    now: input.now ?? services.now(),
    log: input.log ?? services.log,
    read: work => run('read', work),
    snapshot: work => run('snapshot', work),
    write: work => run('write', work),
  }
  return ctx
}

function insideTransaction(ctx: Ctx, db: Queries, mode: 'read' | 'snapshot' | 'write'): TxCtx {
  const tx: TxCtx = {
    ...ctx,
    db,
    read: work => work(tx),
    snapshot: work => work(tx),
    write: work => {
      if (mode !== 'write') throw new Error('a write inside a transaction that only reads')
      return work(tx)
    },
    enqueue: (job, payload, options) => job.enqueue(tx, payload, options),
  }
  return tx
}

/** The same request in another workspace, as the system: the few places where one workspace serves another. */
export function asSystem(ctx: Ctx, workspaceId: string, reason: string): Ctx {
  return makeCtx({
    services: ctx.services,
    workspaceId,
    actor: { kind: 'system', reason },
    language: ctx.language,
    log: ctx.log,
    now: ctx.now,
  })
}
