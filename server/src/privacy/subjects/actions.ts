import type { Services, TxCtx } from '../../core/ctx.ts'
import { listObjectsOf, releaseObjects } from '../../core/objects/objects.ts'
import type {
  FoundItem,
  PersonalData,
  Place,
  RegisterEntry,
  SubjectKeys,
  SubjectSource,
} from '../../core/personal-data.ts'
import type { StoreOutcome } from '../requests/schema.ts'
import { outcomesOf, placeKey, settleFates, tableOf } from './rules.ts'
import { tableSource } from './tables.ts'

/** What is held about somebody, each item with the source that knows how to erase it. */
export interface Held {
  items: FoundItem[]
  sourceOf: Map<string, SubjectSource>
}

const sources = new WeakMap<PersonalData[], SubjectSource[]>()

/** Every source of what is held about people: one derived from all declared tables, and those of other shapes. */
export function sourcesOf({ personalData }: Services): SubjectSource[] {
  const known = sources.get(personalData)
  if (known) return known
  const tables = Object.assign({}, ...personalData.map(declared => declared.tables))
  const made = [
    tableSource(tables, objectKindsOf(personalData)),
    ...personalData.flatMap(declared => declared.sources ?? []),
  ]
  sources.set(personalData, made)
  return made
}

function objectKindsOf(personalData: PersonalData[]): PersonalData['objects'] {
  return Object.assign({}, ...personalData.map(declared => declared.objects))
}

// Each round finds more ways to recognise someone, or is the last. More rounds than there are kinds of stores
// would mean that one person leads to another, and so on.
const mostRounds = 10

/** Finds all that is held about a person, walking every source until no more ways to recognise them turn up. */
export async function findSubject(tx: TxCtx, keys: SubjectKeys): Promise<Held> {
  for (let round = 0; round < mostRounds; round++) {
    const before = keys.emails.size + keys.accounts.size
    const held = await collect(tx, source => source.find(tx, keys))
    if (keys.emails.size + keys.accounts.size === before) return held
  }
  throw new Error('the search for a person does not come to an end')
}

/** Finds the items at these places that are still there. */
export function findPlaces(tx: TxCtx, places: Place[]): Promise<Held> {
  return collect(tx, source => source.at(tx, places))
}

/** Two finds as one. */
export function together(one: Held, other: Held): Held {
  const known = new Set(one.items.map(placeKey))
  const items = settleFates([...one.items, ...other.items.filter(item => !known.has(placeKey(item)))])
  return { items, sourceOf: new Map([...other.sourceOf, ...one.sourceOf]) }
}

async function collect(tx: TxCtx, ask: (source: SubjectSource) => Promise<FoundItem[]>): Promise<Held> {
  const items = new Map<string, FoundItem>()
  const sourceOf = new Map<string, SubjectSource>()
  for (const source of sourcesOf(tx.services)) {
    for (const item of await ask(source)) {
      if (items.has(placeKey(item))) continue
      items.set(placeKey(item), item)
      sourceOf.set(placeKey(item), source)
    }
  }
  return { items: settleFates(await withObjects(tx, [...items.values()])), sourceOf }
}

// Which files belong to a row is known to the store of objects; nobody has to say it twice.
async function withObjects(tx: TxCtx, items: FoundItem[]): Promise<FoundItem[]> {
  const objects = new Map<string, FoundItem['objects']>()
  for (const [kind, { store }] of Object.entries(objectKindsOf(tx.services.personalData))) {
    const owners = items.filter(item => tableOf(item.store) === store)
    const uses = await listObjectsOf(
      tx,
      kind,
      owners.map(item => item.id),
    )
    for (const { ownerId, sha } of uses) {
      objects.set(ownerId, [...(objects.get(ownerId) ?? []), { sha }])
    }
  }
  return items.map(item => {
    const named = new Set(item.objects.map(object => object.sha))
    const others = (objects.get(item.id) ?? []).filter(object => !named.has(object.sha))
    return { ...item, objects: [...item.objects, ...others] }
  })
}

/**
 * Does what each item's fate says and looks whether it was done. Gives what became of each store, and the places
 * that are gone.
 */
export async function eraseHeld(tx: TxCtx, held: Held): Promise<{ stores: StoreOutcome[]; gone: Place[] }> {
  const doomed = held.items.filter(item => item.fate.does !== 'stay')
  for (const [kind, { store }] of Object.entries(objectKindsOf(tx.services.personalData))) {
    const owners = doomed.filter(item => tableOf(item.store) === store)
    await releaseObjects(
      tx,
      kind,
      owners.map(item => item.id),
    )
  }
  for (const source of sourcesOf(tx.services)) {
    const own = doomed.filter(item => held.sourceOf.get(placeKey(item)) === source)
    if (own.length > 0) await source.erase(tx, own)
  }
  const gone = doomed.filter(item => item.fate.does === 'delete').map(({ store, id }) => ({ store, id }))
  const left = await findPlaces(tx, gone)
  if (left.items.length > 0) {
    const stores = [...new Set(left.items.map(item => item.store))]
    throw new Error(
      `${left.items.length} items were to be erased and are still there, in ${stores.join(', ')}`,
    )
  }
  return { stores: outcomesOf(held.items), gone }
}

/** Every address and account by which anyone is recognised in this workspace. */
export async function allKeys(tx: TxCtx): Promise<SubjectKeys> {
  const keys: SubjectKeys = { emails: new Set(), accounts: new Set() }
  for (const source of sourcesOf(tx.services)) {
    const { emails, accounts } = await source.keys(tx)
    for (const email of emails) keys.emails.add(email)
    for (const account of accounts) keys.accounts.add(account)
  }
  return keys
}

/** Every kind of personal data that this workspace holds. */
export async function listRegister(tx: TxCtx): Promise<RegisterEntry[]> {
  const entries: RegisterEntry[] = []
  for (const source of sourcesOf(tx.services)) entries.push(...(await source.register(tx)))
  return entries.sort((a, b) => (a.store < b.store ? -1 : a.store > b.store ? 1 : 0))
}
