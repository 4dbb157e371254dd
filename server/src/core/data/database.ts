import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { isUuid, platformWorkspaceId } from '../ids.ts'
import type { Tables } from './tables.ts'

/** The queries of one open transaction. */
export type Queries = Kysely<Tables>

/** Whose rows a transaction may see: one workspace's, or, for a stated reason, those of all. */
export type Scope = { workspaceId: string } | { withoutWorkspace: string }

/** How a transaction is opened. `snapshot` sees one moment throughout, however long it reads. */
export type Mode = 'read' | 'write' | 'snapshot'

/** The way to the data: short transactions in which row-level security knows the workspace. */
export interface Database {
  /** Runs `work` in one transaction, rolled back when it throws; a deadlock is tried again. */
  transaction<T>(scope: Scope, mode: Mode, work: (queries: Queries) => Promise<T>): Promise<T>
  /** A connection outside the pool that listens to what the database announces. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

// PostgreSQL's int8 comes as a string by default. Helder's are cents, bytes and counts, all below 2^53.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, value => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 ${value} does not fit a number`)
  return number
})
// A day is not a moment: it must not move with a time zone.
types.setTypeParser(pg.types.builtins.DATE, value => value)

/** A statement as it goes to PostgreSQL. */
export interface Statement {
  sql: string
  parameters: readonly unknown[]
}

/**
 * A pool whose broken connections end nothing but what is done with them: one that breaks while idle is replaced, and
 * one that breaks while it is in use tells whoever uses it.
 */
export function quietPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** Connects to a database as the role of the application; `heard` sees every statement that is built or written. */
export function openDatabase(connection: pg.PoolConfig, heard?: (statement: Statement) => void): Database {
  const pool = quietPool({ ...connection, types, max: connection.max ?? 20 })
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    ...(heard ? { log: event => heard(event.query) } : {}),
  })
  return {
    transaction: (scope, mode, work) => withRetry(() => inTransaction(kysely, scope, mode, work)),
    listen: (channel, heard) => listen({ ...connection }, channel, heard),
    close: () => kysely.destroy(),
  }
}

const begins: Record<Mode, string> = {
  read: 'begin read only',
  write: 'begin',
  snapshot: 'begin isolation level repeatable read read only',
}

// One round trip opens the transaction and tells row-level security who asks; both settings end with it.
function opening(scope: Scope, mode: Mode): string {
  const everywhere = 'withoutWorkspace' in scope
  const workspaceId = everywhere ? platformWorkspaceId : scope.workspaceId
  if (!isUuid(workspaceId)) throw new TypeError('not a workspace id')
  return `${begins[mode]}; select set_config('app.workspace', '${workspaceId}', true), set_config('app.scope', '${everywhere ? 'platform' : ''}', true)`
}

function inTransaction<T>(
  kysely: Queries,
  scope: Scope,
  mode: Mode,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  return kysely.connection().execute(async queries => {
    await sql.raw(opening(scope, mode)).execute(queries)
    try {
      const result = await work(queries)
      await sql.raw('commit').execute(queries)
      return result
    } catch (error) {
      await sql.raw('rollback').execute(queries)
      throw error
    }
  })
}

const retryable = new Set(['40001', '40P01'])

async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 2; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || !isDatabaseError(error) || !retryable.has(error.code ?? '')) throw error
    }
  }
}

/** Whether an error comes from PostgreSQL; `code` is its SQLSTATE. */
export function isDatabaseError(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError
}

/** Whether an error says that a unique constraint was broken; with a name, that one. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  return (
    isDatabaseError(error) &&
    error.code === '23505' &&
    (constraint === undefined || error.constraint === constraint)
  )
}

async function listen(connection: pg.ClientConfig, channel: string, heard: (payload: string) => void) {
  let client: pg.Client | undefined
  let closed = false
  const connect = async (): Promise<void> => {
    client = new pg.Client(connection)
    client.on('notification', message => heard(message.payload ?? ''))
    client.on('error', () => {})
    client.on('end', () => {
      if (!closed) setTimeout(() => connect().catch(() => client?.emit('end')), 1000)
    })
    await client.connect()
    await client.query(`listen ${channel}`)
  }
  await connect()
  return async () => {
    closed = true
    await client?.end()
  }
}
