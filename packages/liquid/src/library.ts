import type { CollectionFacts, RecordFacts } from './environment.ts'
import { facts } from './printed.ts'
import { type ValueContext, valueParts } from './values.ts'

/** What a library is made of. */
export interface LibraryOptions extends Omit<ValueContext, 'record'> {
  collections: CollectionFacts[]
  /** Fetches the records of a collection, newest first; asked once. */
  load(key: string): Promise<RecordFacts[]>
}

/** The content of a site in one language, fetched as far as templates ask for it. */
export interface Library {
  /** What templates know as `collections`. */
  collections: object
  record(collectionKey: string, recordId: string): Promise<object | undefined>
}

/** Opens the content of a site in one language. */
export function openLibrary(options: LibraryOptions): Library {
  const shelves = new Map<string, Promise<Map<string, object>>>()
  const shelf = (collection: CollectionFacts) => {
    const found = shelves.get(collection.key) ?? fill(collection)
    shelves.set(collection.key, found)
    return found
  }
  const context: ValueContext = {
    ...options,
    async record(key, id) {
      const collection = options.collections.find(candidate => candidate.key === key)
      return collection && (await shelf(collection)).get(id)
    },
  }
  const fill = async (collection: CollectionFacts) => {
    const records = await options.load(collection.key)
    return new Map(records.map(record => [record.recordId, recordObject(collection, record, context)]))
  }
  const whole = async (collection: CollectionFacts) => {
    const records = [...(await shelf(collection)).values()]
    return collection.single ? records[0] : records
  }
  const parts = options.collections.map(collection => [collection.key, () => whole(collection)] as const)
  return { collections: facts(Object.fromEntries(parts)), record: context.record }
}

function recordObject(collection: CollectionFacts, record: RecordFacts, context: ValueContext): object {
  const own = valueParts(collection.fields, record.values, context)
  const [first = ''] = context.languages
  return facts({
    title: () => record.title[context.language] ?? record.title[first],
    ...own,
    id: () => record.recordId,
    url: () => record.addresses[context.language] ?? record.addresses[first],
    created: () => record.createdAt,
    updated: () => record.updatedAt,
  })
}
