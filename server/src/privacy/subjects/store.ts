import { sql } from 'kysely'
import type { TxCtx } from '../../core/ctx.ts'
import { type ForeignKey, keyValues } from './rules.ts'

/** What the running catalogue says of a table. */
export interface TableFacts {
  /** The primary key without the workspace, with the type of each column. */
  key: { column: string; type: string }[]
  /** The types of all columns. */
  types: Record<string, string>
}

/** How tables hang together, read from the running catalogue rather than written down twice. */
export interface Relations {
  tables: Map<string, TableFacts>
  foreignKeys: ForeignKey[]
}

/** Reads keys, types and foreign keys of every table of Helder's own. */
export async function readRelations(tx: TxCtx): Promise<Relations> {
  const tables = await sql<{ name: string; key: TableFacts['key']; types: Record<string, string> }>`
    select n.nspname || '.' || c.relname as name,
      (select json_object_agg(a.attname, format_type(a.atttypid, a.atttypmod))
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as types,
      (select coalesce(json_agg(json_build_object('column', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
          order by k.position), '[]')
        from pg_constraint p cross join unnest(p.conkey) with ordinality as k(attnum, position)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where p.conrelid = c.oid and p.contype = 'p' and a.attname <> 'workspace_id') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${ownSchema('n.nspname')}`.execute(tx.db)
  const foreignKeys = await sql<ForeignKey>`
    select n.nspname || '.' || c.relname as table, tn.nspname || '.' || t.relname as target,
      p.confdeltype = 'c' as cascades,
      (select json_agg(a.attname order by k.position) from unnest(p.conkey) with ordinality as k(attnum, position)
        join pg_attribute a on a.attrelid = p.conrelid and a.attnum = k.attnum) as columns,
      (select json_agg(a.attname order by k.position) from unnest(p.confkey) with ordinality as k(attnum, position)
        join pg_attribute a on a.attrelid = p.confrelid and a.attnum = k.attnum) as "targetColumns"
    from pg_constraint p
    join pg_class c on c.oid = p.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class t on t.oid = p.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where p.contype = 'f' and ${ownSchema('n.nspname')}`.execute(tx.db)
  return {
    tables: new Map(tables.rows.map(({ name, key, types }) => [name, { key, types }])),
    foreignKeys: foreignKeys.rows,
  }
}

// The queue's tables are graphile-worker's; what Helder puts in them holds ids only, and the scan reads it.
function ownSchema(column: string) {
  return sql`${sql.ref(column)} not in ('pg_catalog', 'information_schema', 'graphile_worker', 'pg_toast')`
}

/** A row as it stands. */
export type Row = Record<string, unknown>

/** One way to find rows: a column with an address or an account, or columns that refer to rows found before. */
export type Condition =
  | { email: string; among: string[] }
  | { account: string; among: string[] }
  | { columns: string[]; types: string[]; among: string[][] }

/**
 * The rows of a table that fit any of the conditions. Addresses with letters beyond ASCII come along whatever they
 * are, since PostgreSQL folds their case otherwise than we do: the caller compares them once more.
 */
export async function findRows(tx: TxCtx, table: string, conditions: Condition[]): Promise<Row[]> {
  const possible = conditions.filter(condition => condition.among.length > 0)
  if (possible.length === 0) return []
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} where workspace_id = ${tx.workspaceId}
    and (${sql.join(possible.map(conditionSql), sql` or `)})`.execute(tx.db)
  return rows
}

function conditionSql(condition: Condition) {
  if ('email' in condition) {
    const column = sql.ref(condition.email)
    return sql`(${column} = any(${condition.among})
      or lower(btrim(normalize(${column}, nfc))) = any(${condition.among}) or ${column} ~ '[^\\x01-\\x7f]')`
  }
  if ('account' in condition) return sql`${sql.ref(condition.account)} = any(${condition.among}::uuid[])`
  return amongKeys(condition.columns, condition.types, condition.among)
}

function amongKeys(columns: string[], types: string[], values: string[][]) {
  const lists = types.map(
    (type, index) => sql`${values.map(value => value[index])}::text[]::${sql.raw(type)}[]`,
  )
  return sql`(${sql.join(columns.map(column => sql.ref(column)))}) in (select * from unnest(${sql.join(lists)}))`
}

/** The rows with these ids that are still there. */
export async function findRowsById(
  tx: TxCtx,
  table: string,
  facts: TableFacts,
  ids: string[],
): Promise<Row[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)}
    where workspace_id = ${tx.workspaceId} and ${withIds(facts, ids)}`.execute(tx.db)
  return rows
}

function withIds({ key }: TableFacts, ids: string[]) {
  return amongKeys(
    key.map(part => part.column),
    key.map(part => part.type),
    ids.map(keyValues),
  )
}

export async function deleteRows(tx: TxCtx, table: string, facts: TableFacts, ids: string[]): Promise<void> {
  await sql`
    delete from ${sql.table(table)}
    where workspace_id = ${tx.workspaceId} and ${withIds(facts, ids)}`.execute(tx.db)
}

/** Writes other values over columns of rows. */
export async function blankRows(
  tx: TxCtx,
  table: string,
  facts: TableFacts,
  ids: string[],
  values: Record<string, string | null>,
): Promise<void> {
  const changes = Object.entries(values).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}::${sql.raw(facts.types[column] ?? 'text')}`,
  )
  await sql`
    update ${sql.table(table)} set ${sql.join(changes)}
    where workspace_id = ${tx.workspaceId} and ${withIds(facts, ids)}`.execute(tx.db)
}

/** Every value of a column, as text. */
export async function distinctValues(tx: TxCtx, table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select distinct ${sql.ref(column)}::text as value from ${sql.table(table)}
    where workspace_id = ${tx.workspaceId} and ${sql.ref(column)} is not null`.execute(tx.db)
  return rows.map(row => row.value)
}

/** The rows in which the moment of a column lies before another. */
export async function findOlder(tx: TxCtx, table: string, column: string, before: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)}
    where workspace_id = ${tx.workspaceId} and ${sql.ref(column)} < ${before} limit 10000`.execute(tx.db)
  return rows
}
