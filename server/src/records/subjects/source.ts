import {
  type Field,
  type FileValue,
  keepText,
  type Label,
  leavesOf,
  objectsIn,
  plainText,
  said,
  type Values,
  valuesIn,
} from '@helder/fields'
import { type Text, text } from '@helder/words'
import type { TxCtx } from '../../core/ctx.ts'
import {
  type Fact,
  type FoundItem,
  normalEmail,
  type Place,
  type RegisterEntry,
  type SubjectKeys,
  type SubjectSource,
} from '../../core/personal-data.ts'
import { type Definition, seenWith } from '../collections/rules.ts'
import { type CollectionRow, getCollection, listCollections, listDefinitions } from '../collections/store.ts'
import { destroyRecords } from '../rows/actions.ts'
import { binDays } from '../rows/rules.ts'
import { listRecordsById, type RecordRow } from '../rows/store.ts'
import {
  emptySlots,
  fieldValues,
  olderRevisions,
  overwriteRevision,
  recordsBinnedBefore,
  recordsMadeBefore,
  recordsWithText,
  revisionsOf,
} from './store.ts'

/** What workspaces hold about people in the collections and forms that they define themselves. */
export const recordsSource: SubjectSource = { register, find, at, erase, keys, expire }

const storePrefix = 'records.records:'

/** The name of a collection as a store: `records.records:<id of the collection>`. */
export function storeOf(collectionId: string): string {
  return `${storePrefix}${collectionId}`
}

interface Holding {
  collection: CollectionRow
  /** The definition whose promises count: the live one, else the one that is worked on. */
  definition: Definition
}

async function holdings(tx: TxCtx): Promise<Holding[]> {
  const collections = await listCollections(tx)
  const wanted = collections.map(row => ({
    collectionId: row.collectionId,
    version: row.liveVersion ?? row.draftVersion,
  }))
  const definitions = new Map(
    (await listDefinitions(tx, wanted)).map(definition => [definition.collectionId, definition]),
  )
  return collections.flatMap(collection => {
    const definition = definitions.get(collection.collectionId)
    return definition ? [{ collection, definition }] : []
  })
}

async function register(tx: TxCtx): Promise<RegisterEntry[]> {
  return (await holdings(tx)).flatMap(({ definition }) =>
    leavesOf(definition.fields).flatMap(({ path, field }) => {
      if (!field.privacy?.personal) return []
      return [
        {
          store: storeOf(definition.collectionId),
          field: path,
          label: both(field.label),
          category: field.privacy.category,
          about: aboutOf(definition),
          purpose: both(field.privacy.purpose ?? definition.privacy?.purpose ?? unstated),
          keep: keepText(definition.privacy?.keepDays ?? null),
          seenWith: [seenWith[definition.kind]],
        },
      ]
    }),
  )
}

const unstated: Label = { nl: 'waarvoor is nog niet gezegd', en: 'what for has not been said yet' }

function both(label: Label): Text {
  return { nl: said(label, 'nl'), en: said(label, 'en') }
}

function aboutOf(definition: Definition): Text {
  const name = both(definition.name)
  return definition.kind === 'form'
    ? text(`Wat je invulde in het formulier ‘${name.nl}’`, `What you filled in on the form ‘${name.en}’`)
    : text(`Een item in ‘${name.nl}’`, `An item in ‘${name.en}’`)
}

async function find(tx: TxCtx, subject: SubjectKeys): Promise<FoundItem[]> {
  const found: FoundItem[] = []
  for (const { collection, definition } of await holdings(tx)) {
    const ids = await recordIdsOf(tx, collection, definition, subject)
    const rows = await listRecordsById(tx, ids)
    for (const row of rows) found.push(await itemOf(tx, definition, row))
  }
  return found
}

async function at(tx: TxCtx, places: Place[]): Promise<FoundItem[]> {
  const own = places.filter(place => place.store.startsWith(storePrefix))
  if (own.length === 0) return []
  const definitions = new Map(
    (await holdings(tx)).map(({ definition }) => [definition.collectionId, definition]),
  )
  const rows = await listRecordsById(
    tx,
    own.map(place => place.id),
  )
  const found: FoundItem[] = []
  for (const row of rows) {
    const definition = definitions.get(row.collectionId)
    if (definition) found.push(await itemOf(tx, definition, row))
  }
  return found
}

// A record is about someone when the field that people are recognised by has their address, now or in any older
// revision. The typed column finds candidates without accents and capitals; the address itself decides.
async function recordIdsOf(
  tx: TxCtx,
  collection: CollectionRow,
  definition: Definition,
  subject: SubjectKeys,
): Promise<string[]> {
  const key = definition.privacy?.subjectField
  const column = key ? collection.slots[key] : undefined
  if (!key || column === undefined) return []
  const matches = (values: Values) => subject.emails.has(normalEmail(String(values[key] ?? '')))
  const candidates = await listRecordsById(
    tx,
    await recordsWithText(tx, collection.collectionId, column, [...subject.emails]),
  )
  const now = candidates.filter(row => matches(row.values)).map(row => row.recordId)
  const once = (await olderRevisions(tx, collection.collectionId))
    .filter(({ values }) => matches(values))
    .map(row => row.recordId)
  return [...new Set([...now, ...once])]
}

async function itemOf(tx: TxCtx, definition: Definition, row: RecordRow): Promise<FoundItem> {
  const revisions = await revisionsOf(tx, row.recordId)
  const whole = definition.privacy?.erase !== 'fields'
  const about = (values: Values) => (whole ? values : personalPart(definition.fields, values))
  return {
    store: storeOf(definition.collectionId),
    id: row.recordId,
    about: aboutOf(definition),
    purpose: both(definition.privacy?.purpose ?? unstated),
    facts: factsIn(
      definition.fields,
      about(row.values),
      revisions.map(({ values }) => about(values)),
    ),
    objects: filesIn(
      definition.fields,
      revisions.map(({ values }) => values),
    ),
    fate: whole ? { does: 'delete' } : { does: 'blank', because: staysWithout(definition) },
  }
}

// The reason goes into the ledger of erasures, so it names the collection and never what a record says.
function staysWithout(definition: Definition): Text {
  const name = both(definition.name)
  return text(
    `Het item in ‘${name.nl}’ blijft bestaan, zonder wat het over jou zegt.`,
    `The item in ‘${name.en}’ stays, without what it says about you.`,
  )
}

// What a record says now, and what it said before where that was something else.
function factsIn(fields: Field[], now: Values, revisions: Values[]): Fact[] {
  const facts = valuesIn(fields, now).map(found => factOf(found, found.field.label))
  const told = new Set(facts.map(factKey))
  for (const found of revisions.flatMap(values => valuesIn(fields, values))) {
    const earlier = factOf(found, {
      nl: `${said(found.field.label, 'nl')} (eerder)`,
      en: `${said(found.field.label, 'en')} (earlier)`,
    })
    if (told.has(factKey(earlier))) continue
    told.add(factKey(earlier))
    facts.push(earlier)
  }
  return facts
}

function factOf({ path, field, value }: ReturnType<typeof valuesIn>[number], label: Label): Fact {
  const category = field.privacy?.personal ? field.privacy.category : null
  const shown = text(plainText(field, value, 'nl'), plainText(field, value, 'en'))
  return { field: path, label: both(label), category, value, shown }
}

function factKey({ field, value }: Fact): string {
  return `${field} ${JSON.stringify(value)}`
}

function filesIn(fields: Field[], revisions: Values[]): FoundItem['objects'] {
  const names = new Map<string, string>()
  for (const { field, value } of revisions.flatMap(values => valuesIn(fields, values))) {
    if (field.type === 'file' || field.type === 'image') {
      const { object, name } = value as FileValue
      names.set(object, name)
    }
  }
  const shas = new Set(revisions.flatMap(values => objectsIn(fields, values)))
  return [...shas].map(sha => {
    const name = names.get(sha)
    return name === undefined ? { sha } : { sha, name }
  })
}

function personalPart(fields: Field[], values: Values): Values {
  const personal = personalKeys(fields)
  return Object.fromEntries(Object.entries(values).filter(([key]) => personal.has(key)))
}

// A group, list or block with anything personal in it goes as a whole: what is left of it would be a riddle.
function personalKeys(fields: Field[]): Set<string> {
  const paths = leavesOf(fields)
    .filter(({ field }) => field.privacy?.personal)
    .map(({ path }) => path)
  return new Set(paths.map(path => path.split('.')[0] ?? path))
}

async function erase(tx: TxCtx, items: FoundItem[]): Promise<void> {
  const own = items.filter(item => item.store.startsWith(storePrefix))
  await destroyRecords(
    tx,
    own.filter(item => item.fate.does === 'delete').map(item => item.id),
  )
  for (const item of own.filter(candidate => candidate.fate.does === 'blank')) {
    await blank(tx, item.store.slice(storePrefix.length), item.id)
  }
}

// Out of every revision, since one that still said it could be put back.
async function blank(tx: TxCtx, collectionId: string, recordId: string): Promise<void> {
  const collection = await getCollection(tx, collectionId)
  const holding = (await holdings(tx)).find(candidate => candidate.collection.collectionId === collectionId)
  const keysToGo = personalKeys(holding?.definition.fields ?? [])
  for (const { number, values } of await revisionsOf(tx, recordId)) {
    const rest = Object.fromEntries(Object.entries(values).filter(([key]) => !keysToGo.has(key)))
    await overwriteRevision(tx, recordId, number, rest)
  }
  await emptySlots(tx, recordId, collection.slots, keysToGo)
}

async function keys(tx: TxCtx): Promise<{ emails: string[]; accounts: string[] }> {
  const emails = new Set<string>()
  for (const { collection, definition } of await holdings(tx)) {
    const key = definition.privacy?.subjectField
    if (!key) continue
    const older = (await olderRevisions(tx, collection.collectionId)).map(({ values }) => values[key])
    const newest = await fieldValues(tx, collection.collectionId, key)
    for (const value of [...newest, ...older]) if (typeof value === 'string') emails.add(normalEmail(value))
  }
  return { emails: [...emails], accounts: [] }
}

const batch = 500

async function expire(tx: TxCtx): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const { collection, definition } of await holdings(tx)) {
    const days = definition.privacy?.keepDays
    if (!days) continue
    const before = new Date(tx.now.getTime() - days * 86_400_000)
    const count = await destroyAll(tx, () => recordsMadeBefore(tx, collection.collectionId, before, batch))
    if (count > 0) gone[storeOf(collection.collectionId)] = count
  }
  const binned = new Date(tx.now.getTime() - binDays * 86_400_000)
  const count = await destroyAll(tx, () => recordsBinnedBefore(tx, binned, batch))
  return count > 0 ? { ...gone, 'records.bin': count } : gone
}

async function destroyAll(tx: TxCtx, next: () => Promise<string[]>): Promise<number> {
  let count = 0
  for (let ids = await next(); ids.length > 0; ids = await next()) {
    await destroyRecords(tx, ids)
    count += ids.length
  }
  return count
}
