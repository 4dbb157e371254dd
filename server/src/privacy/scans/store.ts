import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'

/** A table as the running catalogue has it, whether or not anyone declared it. */
export interface ScannedTable {
  name: string
  columns: string[]
  /** The primary key with the type of each column, the workspace included where it is in it. */
  key: { column: string; type: string }[]
  walled: boolean
  /** Whether the application may read it; what it may not read, it can't vouch for. */
  readable: boolean
}

/** Every table that there is, read from the catalogue and not from any declaration. */
export async function listTables(tx: TxCtx): Promise<ScannedTable[]> {
  const { rows } = await sql<ScannedTable>`
    select n.nspname || '.' || c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(json_build_object('column', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
          order by k.position), '[]')
        from pg_constraint p cross join unnest(p.conkey) with ordinality as k(attnum, position)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where p.conrelid = c.oid and p.contype = 'p') as key,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as walled,
      has_table_privilege(c.oid, 'select') as readable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm')
      and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and n.nspname not like 'pg\\_%'
    order by 1`.execute(tx.db)
  return rows
}

/** The next rows of a table, every column as text, in the order of its key; `after` is the key of the row before. */
export async function readPage(
  tx: TxCtx,
  table: ScannedTable,
  after: string[] | null,
  size: number,
): Promise<Record<string, string | null>[]> {
  const key = table.key.filter(part => part.column !== 'workspace_id')
  const columns = sql.join(key.map(part => sql.ref(part.column)))
  const values = key.map((part, index) => sql`${after?.[index] ?? ''}::text::${sql.raw(part.type)}`)
  const beyond = after === null || key.length === 0 ? sql`true` : sql`(${columns}) > (${sql.join(values)})`
  const { rows } = await sql<Record<string, string | null>>`
    select ${sql.join(table.columns.map(column => sql`${sql.ref(column)}::text as ${sql.ref(column)}`))}
    from ${sql.table(table.name)}
    where ${table.walled ? sql`workspace_id = ${tx.workspaceId}` : sql`true`} and ${beyond}
    ${key.length > 0 ? sql`order by ${columns}` : sql``} limit ${size}`.execute(tx.db)
  return rows
}

/** What waits in the queue for this workspace. */
export async function readQueue(tx: TxCtx): Promise<{ jobId: string; task: string; payload: string }[]> {
  const { rows } = await sql<{ jobId: string; task: string; payload: string }>`
    select job_id as "jobId", task, payload from privacy.queue_payloads()`.execute(tx.db)
  return rows
}
