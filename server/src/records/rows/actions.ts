import {
  checkValues,
  leavesOf,
  objectsIn,
  referencesIn,
  type ValueProblem,
  type Values,
} from '@helder/fields'
import { text } from '@helder/words'
import { audit } from '../../core/audit/audit.ts'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { notFound, Refusal } from '../../core/errors.ts'
import { announce } from '../../core/events/events.ts'
import { newId } from '../../core/ids.ts'
import { releaseObjects, useObjects } from '../../core/objects/objects.ts'
import type { Definition } from '../collections/rules.ts'
import { type CollectionRow, findCollectionByKey, getCollection, getDraft } from '../collections/store.ts'
import { sameRevisionMs } from './rules.ts'
import {
  deleteFromBin,
  deleteRecords,
  getRecord,
  getRevision,
  insertInBin,
  insertRecord,
  knownRecords,
  lockRecord,
  type RecordRow,
  replaceEdges,
  saveRevision,
  setWanted,
} from './store.ts'

/** The kind of owner for which objects of records are kept. */
export const recordOwner = 'records.record'

// A site's languages are not known here, so any tag is taken; what a release shows are the site's own.
const anyLanguage = /^[a-z]{2,3}(-[A-Z]{2})?$/

/** The languages that occur in the localised values of a record, Dutch first where it is among them. */
export function languagesOf(definition: Definition, values: Values): string[] {
  const found = definition.fields
    .filter(field => field.localized)
    .flatMap(field => Object.keys((values[field.key] as object | undefined) ?? {}))
  return [...new Set(found.filter(language => anyLanguage.test(language)))]
}

/** Refuses values that are not what their fields say; what is merely missing may come later. */
export function checkDraft(definition: Definition, given: Values): Values {
  const { values, problems } = checkValues(definition.fields, given, {
    complete: false,
    languages: languagesOf(definition, given),
  })
  refuseProblems(problems)
  return values
}

/** Refuses where there are problems, with each at its field. */
export function refuseProblems(problems: ValueProblem[]): void {
  const [first] = problems
  if (first !== undefined) throw new Refusal('invalid', first.message, { fields: problems })
}

/**
 * What a record still lacks before it can be on the site, whose languages are given with its own first. Where they
 * are not known, those of the values stand in, so that it is a guess.
 */
export function missingIn(
  definition: Definition,
  values: Values,
  siteLanguages: readonly string[] = [],
): ValueProblem[] {
  // Words in a language that the site no longer speaks are no fault.
  const languages = [...new Set([...siteLanguages, ...languagesOf(definition, values)])]
  return checkValues(definition.fields, values, {
    complete: true,
    languages: languages.length > 0 ? languages : ['nl'],
  }).problems
}

/** Makes a record of content, as a draft. */
export async function makeRecord(ctx: Ctx, collectionId: string, given: Values): Promise<string> {
  const recordId = newId(ctx.now.getTime())
  await ctx.write(async tx => {
    const collection = await contentCollection(tx, collectionId)
    const definition = await getDraft(tx, collection)
    const values = checkDraft(definition, given)
    await insertRecord(tx, { recordId, definition, slots: collection.slots, values })
    await connect(tx, recordId, definition, values)
    await audit(tx, { action: 'records.record-made', targetId: recordId })
    await announce(tx, { topic: 'records.record', id: recordId })
  })
  return recordId
}

// Submissions are reached through their own addresses, with their own permissions.
async function contentCollection(tx: TxCtx, collectionId: string): Promise<CollectionRow> {
  const collection = await getCollection(tx, collectionId)
  if (collection.kind !== 'content') throw notFound(text('Deze verzameling', 'This collection'))
  return collection
}

/** A record of content with its collection and the definition that it is worked on with. */
export async function openRecord(tx: TxCtx, recordId: string) {
  const record = await getRecord(tx, recordId)
  const collection = await contentCollection(tx, record.collectionId)
  return { record, collection, definition: await getDraft(tx, collection) }
}

/** Ties a record to the objects and the records that its values name, after making sure that these exist. */
export async function connect(
  tx: TxCtx,
  recordId: string,
  definition: Definition,
  values: Values,
): Promise<void> {
  await useObjects(tx, objectsIn(definition.fields, values), { kind: recordOwner, id: recordId })
  const references = referencesIn(definition.fields, values)
  await refuseUnknownReferences(tx, definition, references)
  await replaceEdges(tx, recordId, references)
}

async function refuseUnknownReferences(
  tx: TxCtx,
  definition: Definition,
  references: { path: string; recordId: string }[],
): Promise<void> {
  for (const { path: pattern, field } of leavesOf(definition.fields)) {
    if (field.type !== 'reference') continue
    const own = references.filter(reference => fits(pattern, reference.path))
    if (own.length === 0) continue
    const target = await findCollectionByKey(tx, definition.siteId, field.collection)
    const known = target
      ? await knownRecords(
          tx,
          target.collectionId,
          own.map(reference => reference.recordId),
        )
      : new Set()
    const lost = own.filter(reference => !known.has(reference.recordId))
    const message = text(
      'Dit verwijst naar iets dat er niet is.',
      'This refers to something that is not there.',
    )
    refuseProblems(lost.map(reference => ({ path: reference.path, message })))
  }
}

// `photos.*.by` is the pattern of `photos.3.by`; a localised value has its language behind it.
function fits(pattern: string, path: string): boolean {
  const parts = path.split('.')
  return pattern.split('.').every((part, index) => part === '*' || part === parts[index])
}

/** What a record is saved with. */
export interface RecordChange {
  values: Values
  /** The number of the revision that was changed. */
  base: number
  /** When that revision was saved last, as far as whoever changed it knows. */
  savedAt?: string | undefined
  /** Whether what was there stays as a revision of its own. */
  apart?: boolean
}

/** Saves a record; gives the number of the revision, when it was saved, and what it still lacks. */
export async function changeRecord(
  ctx: Ctx,
  recordId: string,
  input: RecordChange,
): Promise<{ number: number; savedAt: string; problems: ValueProblem[] }> {
  return ctx.write(async tx => {
    await lockRecord(tx, recordId)
    const { record, collection, definition } = await openRecord(tx, recordId)
    if (isOutdated(record, input)) throw new Refusal('conflict', savedMeanwhile)
    const values = checkDraft(definition, input.values)
    const over = !input.apart && (await mayOverwrite(tx, record))
    const number = await saveRevision(tx, record, { definition, slots: collection.slots, values, over })
    await connect(tx, recordId, definition, values)
    if (!over) await audit(tx, { action: 'records.record-changed', targetId: recordId, detail: { number } })
    await announce(tx, { topic: 'records.record', id: recordId })
    return { number, savedAt: tx.now.toISOString(), problems: missingIn(definition, values) }
  })
}

function isOutdated({ draftNumber, updatedAt }: RecordRow, { base, savedAt }: RecordChange): boolean {
  return draftNumber !== base || (savedAt !== undefined && updatedAt.getTime() > Date.parse(savedAt))
}

const savedMeanwhile = text(
  'Dit is intussen ergens anders opgeslagen. Bekijk die versie, en breng je verandering daarin aan.',
  'This was saved somewhere else meanwhile. Look at that version, and make your change in it.',
)

// Savings of one person shortly after each other are one revision, unless that one is on the site.
async function mayOverwrite(tx: TxCtx, record: RecordRow): Promise<boolean> {
  const { draftNumber, wantedNumber, publishedNumber } = record
  if (wantedNumber === draftNumber || publishedNumber === draftNumber) return false
  const last = await getRevision(tx, record.recordId, draftNumber)
  const own = tx.actor.kind === 'account' && last.createdBy === tx.actor.accountId
  return own && tx.now.getTime() - last.createdAt.getTime() < sameRevisionMs
}

/** Puts a record of content in the bin, and takes it off the site from the next publication on. */
export async function removeRecord(ctx: Ctx, recordId: string): Promise<void> {
  await ctx.write(async tx => {
    await openRecord(tx, recordId)
    await putInBin(tx, recordId)
    await setWanted(tx, [recordId], null)
  })
}

/** Puts any record in the bin. */
export async function putInBin(tx: TxCtx, recordId: string): Promise<void> {
  await insertInBin(tx, recordId)
  await audit(tx, { action: 'records.record-binned', targetId: recordId })
  await announce(tx, { topic: 'records.record', id: recordId })
}

/** Takes any record back from the bin. */
export async function takeFromBin(tx: TxCtx, recordId: string): Promise<void> {
  await deleteFromBin(tx, recordId)
  await audit(tx, { action: 'records.record-restored', targetId: recordId })
  await announce(tx, { topic: 'records.record', id: recordId })
}

/** Puts a record of content back from the bin: on the site if it is still there, else as a draft. */
export async function restoreRecord(ctx: Ctx, recordId: string): Promise<void> {
  await ctx.write(async tx => {
    await openRecord(tx, recordId)
    await takeFromBin(tx, recordId)
    await setWanted(tx, [recordId], 'published')
  })
}

/** Takes a record off the site from the next publication on. */
export async function unpublishRecord(ctx: Ctx, recordId: string): Promise<void> {
  await ctx.write(async tx => {
    await openRecord(tx, recordId)
    await setWanted(tx, [recordId], null)
    await audit(tx, { action: 'records.record-unpublished', targetId: recordId })
    await announce(tx, { topic: 'records.record', id: recordId })
  })
}

/** Removes records for good: rows, revisions, and their hold on objects. */
export async function destroyRecords(tx: TxCtx, recordIds: string[]): Promise<void> {
  await releaseObjects(tx, recordOwner, recordIds)
  await deleteRecords(tx, recordIds)
}
