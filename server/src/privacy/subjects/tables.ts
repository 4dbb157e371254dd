import { categories } from '@helder/fields'
import type { TxCtx } from '../../core/ctx.ts'
import { releaseObjects } from '../../core/objects/objects.ts'
import {
  type FoundItem,
  normalEmail,
  type PersonalData,
  type Place,
  type RegisterEntry,
  type SubjectKeys,
  type SubjectLink,
  type SubjectSource,
  type TableDeclaration,
} from '../../core/personal-data.ts'
import {
  eraseOrder,
  type ForeignKey,
  factsOf,
  fateOf,
  findOrder,
  keepWords,
  type PeopleTable,
  type PeopleTables,
  peopleTables,
  rowId,
} from './rules.ts'
import {
  blankRows,
  type Condition,
  deleteRows,
  distinctValues,
  findOlder,
  findRows,
  findRowsById,
  type Relations,
  type Row,
  readRelations,
  type TableFacts,
} from './store.ts'

/**
 * The source that is derived from declarations of tables: who is in a row, what it says, how it goes and when are
 * read from the declaration, the keys and the order from the running catalogue. Nobody writes an eraser for a table.
 */
export function tableSource(
  declared: Record<string, TableDeclaration>,
  objectKinds: PersonalData['objects'],
): SubjectSource {
  const tables = peopleTables(declared)
  const order = findOrder(tables)
  let known: Promise<Relations> | undefined
  const relationsOf = (tx: TxCtx) => {
    known ??= readRelations(tx)
    return known
  }
  return {
    register: async () => Object.entries(tables).flatMap(registerEntries),
    async find(tx, keys) {
      const relations = await relationsOf(tx)
      const found = new Map<string, Row[]>()
      for (const name of order) {
        const table = tableNamed(tables, name)
        const conditions = table.people.links.flatMap(link => conditionOf(link, keys, found, relations, name))
        const rows = (await findRows(tx, name, conditions)).filter(row =>
          belongs(table, row, keys, parentsIn(found, relations, name)),
        )
        found.set(name, rows)
        if (table.people.identifies) widen(table, rows, keys)
      }
      return [...found].flatMap(([name, rows]) => rows.map(row => itemOf(tables, name, row, relations)))
    },
    async at(tx, places) {
      const relations = await relationsOf(tx)
      const items: FoundItem[] = []
      for (const [name, ids] of idsByTable(tables, places)) {
        const rows = await findRowsById(tx, name, factsOfTable(relations, name), ids)
        items.push(...rows.map(row => itemOf(tables, name, row, relations)))
      }
      return items
    },
    erase: async (tx, items) => eraseRows(tx, tables, await relationsOf(tx), items),
    keys: tx => keysOf(tx, tables),
    expire: async tx => expireRows(tx, tables, await relationsOf(tx), objectKinds),
  }
}

function tableNamed(tables: PeopleTables, name: string): PeopleTable {
  const table = tables[name]
  if (table === undefined) throw new Error(`${name} is not declared`)
  return table
}

function factsOfTable(relations: Relations, name: string): TableFacts {
  const facts = relations.tables.get(name)
  if (facts === undefined) throw new Error(`${name} is declared, but the database has no such table`)
  return facts
}

function conditionOf(
  link: SubjectLink,
  keys: SubjectKeys,
  found: Map<string, Row[]>,
  relations: Relations,
  table: string,
): Condition[] {
  if ('email' in link) return [{ email: link.email, among: [...keys.emails] }]
  if ('account' in link) return [{ account: link.account, among: [...keys.accounts] }]
  const foreignKey = throughKey(relations.foreignKeys, table, link)
  const { types } = factsOfTable(relations, table)
  const parents = found.get(link.through) ?? []
  return [
    {
      columns: foreignKey.columns,
      types: foreignKey.columns.map(column => types[column] ?? 'text'),
      among: parents.map(parent => foreignKey.targetColumns.map(column => String(parent[column]))),
    },
  ]
}

function throughKey(
  foreignKeys: ForeignKey[],
  table: string,
  link: { through: string; columns: string[] },
): ForeignKey {
  const found = foreignKeys.find(
    key =>
      key.table === table &&
      key.target === link.through &&
      link.columns.every(column => key.columns.includes(column)),
  )
  if (found === undefined)
    throw new Error(`${table} has no foreign key to ${link.through} by ${link.columns}`)
  return found
}

type ParentsOf = (link: Extract<SubjectLink, { through: string }>, row: Row) => boolean

function parentsIn(found: Map<string, Row[]>, relations: Relations, table: string): ParentsOf {
  return (link, row) => {
    const { columns, targetColumns } = throughKey(relations.foreignKeys, table, link)
    const same = (parent: Row) =>
      columns.every((column, index) => String(parent[targetColumns[index] ?? '']) === String(row[column]))
    return (found.get(link.through) ?? []).some(same)
  }
}

// The query lets through what it can't compare as we do; this is the comparison that counts.
function belongs(table: PeopleTable, row: Row, keys: SubjectKeys, hasParent: ParentsOf): boolean {
  return table.people.links.some(link => {
    if ('email' in link) return keys.emails.has(normalEmail(String(row[link.email] ?? '')))
    if ('account' in link) return keys.accounts.has(String(row[link.account] ?? ''))
    return hasParent(link, row)
  })
}

function widen(table: PeopleTable, rows: Row[], keys: SubjectKeys): void {
  for (const row of rows) {
    for (const link of table.people.links) {
      if ('email' in link && row[link.email]) keys.emails.add(normalEmail(String(row[link.email])))
      if ('account' in link && row[link.account]) keys.accounts.add(String(row[link.account]))
    }
  }
}

function itemOf(tables: PeopleTables, name: string, row: Row, relations: Relations): FoundItem {
  const table = tableNamed(tables, name)
  const key = factsOfTable(relations, name).key.map(part => part.column)
  return {
    store: name,
    id: rowId(key, row),
    about: table.about,
    purpose: table.people.purpose,
    facts: factsOf(table, row),
    objects: [],
    fate: fateOf(table, leaderOf(table, name, row, relations), heldBy(tables, name, row, relations)),
  }
}

// The row that takes this one along when it goes.
function leaderOf(table: PeopleTable, name: string, row: Row, relations: Relations): Place | undefined {
  const { erase } = table.people
  if (typeof erase === 'string' || !('cascade' in erase)) return undefined
  return referredTo(relations, name, row).find(place => place.store === erase.cascade)
}

// A row that stays keeps what it refers to: erasing that would take the row along, or break the reference.
function heldBy(tables: PeopleTables, name: string, row: Row, relations: Relations): Place[] {
  return referredTo(relations, name, row).filter(place => place.store in tables)
}

function referredTo(relations: Relations, name: string, row: Row): Place[] {
  return relations.foreignKeys.flatMap(foreignKey => {
    if (foreignKey.table !== name || foreignKey.columns.some(column => row[column] === null)) return []
    const target = factsOfTable(relations, foreignKey.target).key.map(part => part.column)
    const values = Object.fromEntries(
      foreignKey.targetColumns.map((column, index) => [column, row[foreignKey.columns[index] ?? '']]),
    )
    return target.every(column => column in values)
      ? [{ store: foreignKey.target, id: rowId(target, values) }]
      : []
  })
}

function idsByTable(tables: PeopleTables, places: Place[]): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const { store, id } of places) {
    if (store in tables) ids.set(store, [...(ids.get(store) ?? []), id])
  }
  return ids
}

async function eraseRows(
  tx: TxCtx,
  tables: PeopleTables,
  relations: Relations,
  items: FoundItem[],
): Promise<void> {
  const byTable = new Map<string, FoundItem[]>()
  for (const item of items) byTable.set(item.store, [...(byTable.get(item.store) ?? []), item])
  for (const name of eraseOrder([...byTable.keys()], relations.foreignKeys)) {
    const facts = factsOfTable(relations, name)
    const withFate = (does: FoundItem['fate']['does']) =>
      (byTable.get(name) ?? []).filter(item => item.fate.does === does).map(item => item.id)
    const gone = withFate('delete')
    const blanked = withFate('blank')
    if (gone.length > 0) await deleteRows(tx, name, facts, gone)
    if (blanked.length > 0) await blankRows(tx, name, facts, blanked, blanksOf(tableNamed(tables, name)))
  }
}

function blanksOf(table: PeopleTable): Record<string, string | null> {
  const { erase } = table.people
  if (typeof erase === 'string' || !('blank' in erase))
    throw new Error('a row is to be blanked that has no blanks')
  return erase.blank
}

async function keysOf(tx: TxCtx, tables: PeopleTables): Promise<{ emails: string[]; accounts: string[] }> {
  const emails = new Set<string>()
  const accounts = new Set<string>()
  for (const [name, { people }] of Object.entries(tables)) {
    for (const link of people.links) {
      if ('email' in link)
        for (const value of await distinctValues(tx, name, link.email)) emails.add(normalEmail(value))
      if ('account' in link)
        for (const value of await distinctValues(tx, name, link.account)) accounts.add(value)
    }
  }
  return { emails: [...emails], accounts: [...accounts] }
}

const dayMs = 24 * 3_600_000

async function expireRows(
  tx: TxCtx,
  tables: PeopleTables,
  relations: Relations,
  objectKinds: PersonalData['objects'],
): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const name of eraseOrder(Object.keys(tables), relations.foreignKeys)) {
    const { keep } = tableNamed(tables, name).people
    if ('aslong' in keep) continue
    const facts = factsOfTable(relations, name)
    const rows = await findOlder(tx, name, keep.after, new Date(tx.now.getTime() - keep.days * dayMs))
    if (rows.length === 0) continue
    const key = facts.key.map(part => part.column)
    const ids = rows.map(row => rowId(key, row))
    await deleteRows(tx, name, facts, ids)
    for (const [kind, { store }] of Object.entries(objectKinds)) {
      if (store === name) await releaseObjects(tx, kind, ids)
    }
    gone[name] = rows.length
  }
  return gone
}

function registerEntries([name, table]: [string, PeopleTable]): RegisterEntry[] {
  const { purpose, seenWith } = table.people
  const common = { store: name, about: table.about, purpose, keep: keepWords(table), seenWith }
  return Object.entries(table.columns).flatMap(([column, declared]) => {
    if (typeof declared === 'string') return []
    if ('personal' in declared) {
      const { personal: category, label = categories[category] } = declared
      return [{ ...common, field: column, category, label }]
    }
    return Object.entries(declared.json).flatMap(([path, leaf]) =>
      typeof leaf === 'string'
        ? []
        : [
            {
              ...common,
              field: `${column}.${path}`,
              category: leaf.personal,
              label: categories[leaf.personal],
            },
          ],
    )
  })
}
