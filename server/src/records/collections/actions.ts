import { leavesOf } from '@helder/fields'
import { type Text, text } from '@helder/words'
import { z } from 'zod'
import { audit } from '../../core/audit/audit.ts'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { isDuplicate } from '../../core/data/database.ts'
import { invalidField, Refusal } from '../../core/errors.ts'
import { announce } from '../../core/events/events.ts'
import { newId } from '../../core/ids.ts'
import { job } from '../../core/jobs/jobs.ts'
import { destroyRecords } from '../rows/actions.ts'
import { listRecordIds, refillSlots } from '../rows/store.ts'
import { assignSlots, type DefinitionProblem, definitionProblems, type Slots, slotsDiffer } from './rules.ts'
import type { DefinitionBody } from './schema.ts'
import {
  deleteCollection,
  findCollectionByKey,
  getCollection,
  getDraft,
  insertCollection,
  insertDefinition,
  updateDraft,
} from './store.ts'

/** Makes a collection or a form of a site, with its first definition. */
export async function makeCollection(
  ctx: Ctx,
  input: DefinitionBody & { siteId: string; kind: 'content' | 'form'; key: string },
): Promise<string> {
  const collectionId = newId(ctx.now.getTime())
  const slots = slotsFor({}, input)
  try {
    await ctx.write(async tx => {
      await insertCollection(tx, {
        collectionId,
        siteId: input.siteId,
        kind: input.kind,
        key: input.key,
        slots,
      })
      await insertDefinition(tx, collectionId, 1, input)
      await refuseUnknownReferences(tx, input.siteId, input)
      await audit(tx, {
        action: 'records.collection-made',
        targetId: collectionId,
        detail: { kind: input.kind },
      })
      await announce(tx, { topic: 'records.collection', id: collectionId })
    })
  } catch (error) {
    if (isDuplicate(error)) throw invalidField('key', keyTaken(input.key))
    throw error
  }
  return collectionId
}

function keyTaken(key: string): Text {
  return text(`Deze site heeft al iets dat ${key} heet.`, `This site already has something called ${key}.`)
}

function slotsFor(before: Slots, definition: DefinitionBody): Slots {
  const { slots, full } = assignSlots(before, definition)
  if (full.length === 0) return slots
  throw invalidField(
    'fields',
    text(
      `Zoveel velden van één soort kun je niet sorteren of filteren. Zet het uit bij: ${full.join(', ')}.`,
      `That many fields of one kind can not be sorted or filtered by. Switch it off for: ${full.join(', ')}.`,
    ),
  )
}

// A reference names a collection of the same site by its key.
async function refuseUnknownReferences(tx: TxCtx, siteId: string, { fields }: DefinitionBody): Promise<void> {
  for (const { path, field } of leavesOf(fields)) {
    if (field.type !== 'reference') continue
    const target = await findCollectionByKey(tx, siteId, field.collection)
    if (target?.kind === 'content') continue
    throw invalidField(
      path,
      text(
        `Er is geen verzameling ${field.collection} om naar te verwijzen.`,
        `There is no collection ${field.collection} to refer to.`,
      ),
    )
  }
}

/** Gives a collection its next definition; what visitors meet changes when the site is published. */
export async function changeCollection(
  ctx: Ctx,
  collectionId: string,
  base: number,
  body: DefinitionBody,
): Promise<{ version: number; problems: DefinitionProblem[] }> {
  return ctx.write(async tx => {
    const collection = await getCollection(tx, collectionId, true)
    if (collection.draftVersion !== base) throw new Refusal('conflict', changedMeanwhile)
    refuseChangedTypes((await getDraft(tx, collection)).fields, body.fields)
    await refuseUnknownReferences(tx, collection.siteId, body)
    const version = base + 1
    const slots = slotsFor(collection.slots, body)
    await insertDefinition(tx, collectionId, version, body)
    await updateDraft(tx, collectionId, version, slots)
    if (slotsDiffer(collection.slots, slots))
      await tx.enqueue(reindex, { collectionId }, { key: collectionId })
    await audit(tx, { action: 'records.collection-changed', targetId: collectionId, detail: { version } })
    await announce(tx, { topic: 'records.collection', id: collectionId })
    return { version, problems: definitionProblems(collection.kind, body) }
  })
}

const changedMeanwhile = text(
  'Iemand anders heeft dit intussen veranderd. Haal de nieuwe versie op en breng je verandering daarin aan.',
  'Somebody else has changed this meanwhile. Get the new version and make your change in that.',
)

// The values that exist would no longer be what their field says, so another type is another field.
function refuseChangedTypes(before: DefinitionBody['fields'], after: DefinitionBody['fields']): void {
  const types = new Map(before.map(field => [field.key, field]))
  for (const field of after) {
    const had = types.get(field.key)
    if (had === undefined || (had.type === field.type && Boolean(had.localized) === Boolean(field.localized)))
      continue
    throw invalidField(
      field.key,
      text(
        'Een veld dat er al is houdt zijn soort. Maak een nieuw veld, en haal dit weg als je het niet meer nodig hebt.',
        'A field that exists keeps its type. Make a new field, and remove this one when you no longer need it.',
      ),
    )
  }
}

/** Fills the typed columns of a collection's records anew, after an index was added. */
export const reindex = job(
  'records.reindex',
  z.object({ collectionId: z.uuid() }),
  async (ctx, { collectionId }) => {
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after
      after = await ctx.write(async tx => {
        const collection = await getCollection(tx, collectionId, true)
        return refillSlots(tx, await getDraft(tx, collection), collection.slots, from)
      })
    }
    await ctx.write(tx => announce(tx, { topic: 'records.record' }))
  },
)

const removalBatch = 500

/** Removes a collection, its records and their hold on objects. */
export async function destroyCollection(tx: TxCtx, collectionId: string): Promise<void> {
  const next = () => listRecordIds(tx, collectionId, removalBatch)
  for (let ids = await next(); ids.length > 0; ids = await next()) await destroyRecords(tx, ids)
  await deleteCollection(tx, collectionId)
}

/** Removes a collection with all its records, for good; its key must have been typed over. */
export async function removeCollection(ctx: Ctx, collectionId: string, key: string): Promise<void> {
  await ctx.write(async tx => {
    const collection = await getCollection(tx, collectionId, true)
    if (collection.key !== key) {
      throw invalidField(
        'key',
        text(`Typ ${collection.key} over om te bevestigen.`, `Type ${collection.key} to confirm.`),
      )
    }
    await destroyCollection(tx, collectionId)
    await audit(tx, { action: 'records.collection-removed', targetId: collectionId })
    await announce(tx, { topic: 'records.collection', id: collectionId })
  })
}
