import type pg from 'pg'
import { type CatalogueTable, readCatalogue, tableName } from '../../server/src/core/data/catalogue.ts'

/**
 * Fills tables by copying the rows that a workspace has in them, until each holds about `rows`. Copies keep their
 * relations: the id of a copy follows from the id that it was copied from, wherever it is referred to. Gives the
 * tables that had nothing to copy.
 */
export async function multiply(
  owner: pg.Client,
  workspaceId: string,
  names: string[],
  rows: number,
): Promise<string[]> {
  await owner.query("select set_config('app.workspace', $1, false)", [workspaceId])
  const { tables } = await readCatalogue(owner)
  const wanted = parentsFirst(tables.filter(table => names.includes(tableName(table))))
  const copies = new Map<string, number>()
  const empty: string[] = []
  for (const table of wanted) {
    const name = tableName(table)
    const count = await owner.query<{ count: number }>(
      `select count(*)::int from ${name} where workspace_id = $1`,
      [workspaceId],
    )
    const templates = count.rows[0]?.count ?? 0
    if (templates === 0) {
      empty.push(name)
      continue
    }
    const parents = parentsOf(table).flatMap(parent => copies.get(parent) ?? [])
    const times = Math.min(Math.ceil(rows / templates), ...parents)
    copies.set(name, times)
    const columns = table.columns.filter(column => !column.generated).map(column => column.name)
    const values = columns.map(column => copiedValue(table, column, new Set(names)))
    await owner.query(
      `insert into ${name} (${columns.join(', ')})
       select ${values.join(', ')} from ${name} t cross join generate_series(1, ${times}) g where t.workspace_id = $1`,
      [workspaceId],
    )
  }
  await owner.query(`analyze ${names.join(', ')}`)
  return empty
}

function parentsFirst(tables: CatalogueTable[]): CatalogueTable[] {
  const done: CatalogueTable[] = []
  const visit = (table: CatalogueTable): void => {
    if (done.includes(table)) return
    for (const parent of tables.filter(one => one !== table && parentsOf(table).includes(tableName(one))))
      visit(parent)
    done.push(table)
  }
  for (const table of tables) visit(table)
  return done
}

function parentsOf(table: CatalogueTable): string[] {
  return table.constraints.flatMap(({ kind, references }) => (kind === 'f' && references ? [references] : []))
}

function copiedValue(table: CatalogueTable, column: string, multiplied: Set<string>): string {
  const type = table.columns.find(one => one.name === column)?.type ?? 'text'
  if (column === 'workspace_id') return `t.${column}`
  if (type === 'uuid' && isOwnId(table, column, multiplied)) return `md5(t.${column}::text || '/' || g)::uuid`
  const mustDiffer = isUnique(table, column, multiplied) || /^[tn]\d$/.test(column)
  if (type === 'text' && mustDiffer) return `t.${column} || g`
  if (['integer', 'bigint'].includes(type) && mustDiffer) return `t.${column} + g * 1000`
  if (type.startsWith('timestamp')) return `t.${column} - g * interval '1 minute'`
  return `t.${column}`
}

function isId(table: CatalogueTable, column: string): boolean {
  return table.columns.some(({ name, type }) => name === column && type === 'uuid')
}

function isOwnId(table: CatalogueTable, column: string, multiplied: Set<string>): boolean {
  const refers = table.constraints.filter(
    ({ kind, definition }) => kind === 'f' && keyColumns(definition).includes(column),
  )
  if (refers.length > 0) return refers.every(({ references }) => multiplied.has(references ?? ''))
  return table.primaryKey.includes(column)
}

function isUnique(table: CatalogueTable, column: string, multiplied: Set<string>): boolean {
  const keys = [
    // A key with an id in it already differs.
    ...(table.primaryKey.some(one => isId(table, one) && isOwnId(table, one, multiplied))
      ? []
      : [table.primaryKey]),
    ...table.constraints.filter(({ kind }) => kind === 'u').map(({ definition }) => keyColumns(definition)),
    ...table.indexes
      .filter(({ definition }) => definition.includes('UNIQUE'))
      .map(({ definition }) => keyColumns(definition)),
  ]
  // Of a key of several columns one that differs is enough.
  return keys.some(key => key.filter(one => one !== 'workspace_id').at(-1) === column)
}

function keyColumns(definition: string): string[] {
  return (/\(([^)]+)\)/.exec(definition)?.[1] ?? '').split(', ')
}
