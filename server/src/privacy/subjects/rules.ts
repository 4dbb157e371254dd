import { type Category, categories } from '@helder/fields'
import { type Text, term, text } from '@helder/words'
import type { Fact, Fate, FoundItem, Place, TableDeclaration } from '../../core/personal-data.ts'
import type { StoreOutcome } from '../requests/schema.ts'

/** A foreign key as the running database has it. */
export interface ForeignKey {
  table: string
  columns: string[]
  target: string
  targetColumns: string[]
  /** Whether the row goes when the row it refers to goes. */
  cascades: boolean
}

/** The tables that hold something about people, by full name. */
export type PeopleTables = Record<string, PeopleTable>

/** A declaration of a table that holds something about people. */
export type PeopleTable = TableDeclaration & { people: NonNullable<TableDeclaration['people']> }

/** Keeps the tables that hold something about people. */
export function peopleTables(tables: Record<string, TableDeclaration>): PeopleTables {
  return Object.fromEntries(
    Object.entries(tables).filter((entry): entry is [string, PeopleTable] => entry[1].people !== undefined),
  )
}

/** The tables in the order in which they can be searched: what is reached through another comes after it. */
export function findOrder(tables: PeopleTables): string[] {
  const parentsOf = (name: string) =>
    (tables[name]?.people.links ?? []).flatMap(link => ('through' in link ? [link.through] : []))
  return sorted(Object.keys(tables), parentsOf)
}

/** The tables in the order in which rows can be erased: what refers to another goes before it. */
export function eraseOrder(tables: string[], foreignKeys: ForeignKey[]): string[] {
  const parentsOf = (name: string) =>
    foreignKeys.filter(key => key.table === name && key.target !== name).map(key => key.target)
  return sorted(tables, parentsOf).reverse()
}

// Parents first; a circle of references has no order, and is cut where it is entered.
function sorted(names: string[], parentsOf: (name: string) => string[]): string[] {
  const known = new Set(names)
  const done = new Set<string>()
  const visit = (name: string, above: string[]): void => {
    if (done.has(name) || above.includes(name)) return
    for (const parent of parentsOf(name)) if (known.has(parent)) visit(parent, [...above, name])
    done.add(name)
  }
  for (const name of [...names].sort()) visit(name, [])
  return [...done]
}

/** What a row says about its person, in the order of the declaration; secrets are left out. */
export function factsOf(table: TableDeclaration, row: Record<string, unknown>): Fact[] {
  return Object.entries(table.columns).flatMap(([column, declared]) => {
    const value = row[column]
    if (typeof declared === 'string' || value === null || value === undefined) return []
    if ('json' in declared) return jsonFacts(column, declared.json, value)
    if (declared.secret) return []
    return [
      {
        field: column,
        label: declared.label ?? categories[declared.personal],
        category: declared.personal,
        value: asJson(value),
      },
    ]
  })
}

type JsonDeclaration = Record<string, 'id' | 'plain' | 'actor' | { personal: Category }>

function jsonFacts(column: string, declared: JsonDeclaration, value: unknown): Fact[] {
  return leavesOf(value).flatMap(leaf => {
    const said = declaredLeaf(declared, leaf.path)
    if (said === undefined || typeof said === 'string' || leaf.value === null) return []
    return [
      {
        field: `${column}.${leaf.path.join('.')}`,
        label: categories[said.personal],
        category: said.personal,
        value: leaf.value,
      },
    ]
  })
}

/** What a declaration says of a leaf of JSON, by its path; undefined where it says nothing. */
export function declaredLeaf(declared: JsonDeclaration, path: string[]): JsonDeclaration[string] | undefined {
  const pattern = Object.keys(declared).find(candidate => fits(candidate, path))
  return pattern === undefined ? undefined : declared[pattern]
}

/**
 * Whether a pattern such as `stores.*.found` fits a path; `*` is any key, or any place in a list, and a last `**` all
 * that lies deeper.
 */
export function fits(pattern: string, path: string[]): boolean {
  const parts = pattern.split('.')
  const deep = parts.at(-1) === '**'
  const fixed = deep ? parts.slice(0, -1) : parts
  const longEnough = deep ? path.length > fixed.length : path.length === fixed.length
  return longEnough && fixed.every((part, index) => part === '*' || part === path[index])
}

/** Every leaf of a JSON document with the keys that lead to it; an empty list or object is none. */
export function leavesOf(value: unknown, path: string[] = []): { path: string[]; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
}

function asJson(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}

/** The name of a row within its table: the values of its key, without the workspace. */
export function rowId(key: string[], row: Record<string, unknown>): string {
  return key.map(column => encodeURIComponent(String(asJson(row[column])))).join('/')
}

/** The values of a key that `rowId` put together. */
export function keyValues(id: string): string[] {
  return id.split('/').map(decodeURIComponent)
}

/** One word for a place, to look it up by. */
export function placeKey({ store, id }: Place): string {
  return `${store} ${id}`
}

/** The table of a store: the part before the colon. */
export function tableOf(store: string): string {
  return store.split(':')[0] ?? store
}

/**
 * Settles what becomes of each item once all are known: what is held back by something that stays, stays too, and
 * so does what goes along with it. The reason is that of whatever holds it.
 */
export function settleFates(items: FoundItem[]): FoundItem[] {
  const byPlace = new Map(items.map(item => [placeKey(item), item.fate]))
  const stay = (place: Place, because: Text): boolean => {
    const fate = byPlace.get(placeKey(place))
    // A row that is blanked stays already.
    if (fate?.does !== 'delete') return false
    byPlace.set(placeKey(place), { does: 'stay', because })
    return true
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const item of items) {
      const fate = byPlace.get(placeKey(item)) ?? item.fate
      if (item.fate.does === 'stay') {
        for (const held of item.fate.holds ?? []) changed = stay(held, item.fate.because) || changed
      } else if (fate.does === 'delete' && fate.with) {
        const leader = byPlace.get(placeKey(fate.with))
        if (leader?.does === 'stay') changed = stay(item, leader.because) || changed
      }
    }
  }
  return items.map(item => ({ ...item, fate: byPlace.get(placeKey(item)) ?? item.fate }))
}

/** What an erasure does with a row, as its table declares it. */
export function fateOf(table: PeopleTable, leader: Place | undefined, holds: Place[]): Fate {
  const { erase } = table.people
  if (erase === 'delete') return { does: 'delete' }
  if ('cascade' in erase) return leader ? { does: 'delete', with: leader } : { does: 'delete' }
  if ('blank' in erase) return { does: 'blank', because: erase.because }
  return { does: 'stay', because: erase.stays, ...(holds.length > 0 ? { holds } : {}) }
}

const moments: Record<string, Text> = {
  created_at: text('nadat het is vastgelegd', 'after it was written down'),
  expires_at: text('nadat het verliep', 'after it ran out'),
  finished_at: text('nadat het is afgehandeld', 'after it was dealt with'),
  ended_at: text('nadat het is beëindigd', 'after it ended'),
}

/** How long a row stays, as words that follow on *bewaard*. */
export function keepWords(table: PeopleTable): Text {
  const { keep } = table.people
  if ('aslong' in keep) return keep.aslong
  const after = moments[keep.after]
  if (after === undefined)
    throw new Error(`no words say what ${keep.after} is; add them in subjects/rules.ts`)
  const { days } = keep
  return text(`tot ${term(days, 'nl')} ${after.nl}`, `until ${term(days, 'en')} ${after.en}`)
}

/** What becomes of the items of each store, in words and counts. */
export function outcomesOf(items: FoundItem[]): StoreOutcome[] {
  const stores = new Map<string, FoundItem[]>()
  for (const item of items) stores.set(item.store, [...(stores.get(item.store) ?? []), item])
  return [...stores].map(([store, held]) => {
    const fated = (does: Fate['does']) => held.filter(item => item.fate.does === does).length
    const reasons = held.flatMap(item => ('because' in item.fate ? [item.fate.because] : []))
    return {
      store,
      about: held[0]?.about ?? text(store, store),
      found: held.length,
      erased: fated('delete'),
      blanked: fated('blank'),
      stayed: fated('stay'),
      because: [...new Map(reasons.map(reason => [reason.nl, reason])).values()],
    }
  })
}
