import { type Category, categories } from '@helder/fields'
import type { Language, Text } from '@helder/words'
import type { RegisterEntry } from '../../core/register.ts'
import { plain } from '../../ui/commands/rank.ts'

/** Where things are held, in the order in which people care. */
export const groupKeys = [
  'forms',
  'content',
  'records',
  'accounts',
  'members',
  'mail',
  'requests',
  'sites',
  'other',
] as const

/** A kind of place in which things are held. */
export type GroupKey = (typeof groupKeys)[number]

/** A form or collection that a workspace defined itself. */
export interface Defined {
  collectionId: string
  siteId: string
  kind: 'content' | 'form'
}

/** One place, with what holds for all that is held in it; null where that differs from field to field. */
export interface RegisterStore {
  store: string
  about: Text
  purpose: Text | null
  keep: Text | null
  seenBy: Text[] | null
  entries: RegisterEntry[]
  defined: Defined | undefined
}

/** Places of one kind. */
export interface RegisterGroup {
  key: GroupKey
  stores: RegisterStore[]
}

const recordsPrefix = 'records.records:'

const keyBySlice: Record<string, GroupKey> = {
  records: 'records',
  identity: 'accounts',
  tenancy: 'members',
  mail: 'mail',
  privacy: 'requests',
  sites: 'sites',
}

/** Puts the register in order: by kind of place, by place. `defined` is what is known of forms and collections. */
export function groupRegister(
  entries: readonly RegisterEntry[],
  defined: readonly Defined[],
): RegisterGroup[] {
  const stores = new Map<string, RegisterEntry[]>()
  for (const entry of entries) stores.set(entry.store, [...(stores.get(entry.store) ?? []), entry])
  const placed = [...stores].map(([store, held]) => {
    const own = defined.find(({ collectionId }) => store === `${recordsPrefix}${collectionId}`)
    return { key: keyOf(store, own), store: storeOf(store, held, own) }
  })
  return groupKeys
    .map(key => ({ key, stores: placed.filter(one => one.key === key).map(one => one.store) }))
    .filter(group => group.stores.length > 0)
}

function keyOf(store: string, defined: Defined | undefined): GroupKey {
  if (defined) return defined.kind === 'form' ? 'forms' : 'content'
  return keyBySlice[store.split('.')[0] ?? ''] ?? 'other'
}

function storeOf(store: string, entries: RegisterEntry[], defined: Defined | undefined): RegisterStore {
  const [first] = entries
  return {
    store,
    entries,
    defined,
    about: first?.about ?? { nl: store, en: store },
    purpose: common(entries, entry => entry.purpose),
    keep: common(entries, entry => entry.keep),
    seenBy: common(entries, entry => entry.seenBy),
  }
}

function common<T>(entries: RegisterEntry[], of: (entry: RegisterEntry) => T): T | null {
  const [first, ...others] = entries.map(of)
  if (first === undefined) return null
  const same = JSON.stringify(first)
  return others.every(other => JSON.stringify(other) === same) ? first : null
}

/** What is looked for in the register. */
export interface Sought {
  find: string
  category: string | null
}

/** Keeps the lines of a category in which every word that is looked for occurs, as the reader reads them. */
export function findInRegister(
  entries: readonly RegisterEntry[],
  { find, category }: Sought,
  language: Language,
): RegisterEntry[] {
  const words = plain(find).split(/\s+/).filter(Boolean)
  return entries
    .filter(entry => category === null || entry.category === category)
    .filter(entry => {
      const line = plain(wordsOf(entry, language))
      return words.every(word => line.includes(word))
    })
}

function wordsOf(
  { label, about, category, purpose, keep, seenBy }: RegisterEntry,
  language: Language,
): string {
  const texts = [label, about, categories[category], purpose, keep, ...seenBy]
  return texts.map(text => text[language]).join(' ')
}

/** The categories that occur, in their own order. */
export function categoriesIn(entries: readonly RegisterEntry[]): Category[] {
  const present = new Set(entries.map(entry => entry.category))
  return (Object.keys(categories) as Category[]).filter(category => present.has(category))
}
