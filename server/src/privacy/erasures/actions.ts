import { audit } from '../../core/audit/audit.ts'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { announce } from '../../core/events/events.ts'
import { listUsedObjects, removeUnusedOf } from '../../core/objects/objects.ts'
import type { FoundItem, Place, SubjectKeys } from '../../core/personal-data.ts'
import type { Failure } from '../requests/rules.ts'
import type { ScanOutcome, StoreOutcome } from '../requests/schema.ts'
import { type Hit, judge, type Markers, markersOf, ownPhones, unseen, type Verdict } from '../scans/rules.ts'
import { BlindScan, type Scanned, scanEverything, scanTables, type Tell } from '../scans/scan.ts'
import { eraseHeld, findSubject, type Held } from '../subjects/actions.ts'
import { placeKey, tableOf } from '../subjects/rules.ts'
import { type LedgerBody, type LedgerEntry, type LedgerRequest, openLedger } from './ledger.ts'
import { byStore, ledgerKeys } from './rules.ts'
import { insertErasure, lockErasures, lockLedgerPosition, setLedgerPosition } from './store.ts'

/** What an erasure needs to know of the request behind it. */
export interface ErasureOrder {
  request: LedgerRequest
  email: string
}

/** The ledger says more than the database knows: an erasure was not finished, and must be repeated first. */
export class LedgerAhead extends Error {}

/**
 * Erases somebody from a workspace, and looks whether they are gone. The request itself keeps the address until the
 * caller has seen the outcome: a scan that must be done again has to know what to look for. Gives what is wrong, or
 * null when nothing is left but what was to stay.
 */
export async function eraseSubject(ctx: Ctx, order: ErasureOrder, tell?: Tell): Promise<Failure | null> {
  const sight = await look(ctx, { emails: new Set([order.email]), accounts: new Set() })
  const usedBefore = await ctx.read(listUsedObjects)
  const own: Place = { store: 'privacy.requests', id: order.request.requestId }
  const held = await ctx.write(tx => eraseNow(tx, order, own))
  await forgetCopies(ctx, held.items)
  await removeUnusedOf(ctx, usedBefore)
  const { scanned, verdict } = await lookAgain(ctx, sight, held, own, tell)
  const scan = outcomeOf(scanned, sight, verdict)
  await ctx.write(tx => record(tx, { kind: 'scan', ...stamp(tx, order), scan }))
  return scan.unexpected === 0 ? null : failureOf(verdict, scanned)
}

/** What is to be looked for, and where it was seen before. */
export interface Sight {
  markers: Markers
  seenBefore: number
}

/**
 * Looks at somebody before anything is erased: whoever is held about must be seen, or the look afterwards would mean
 * nothing. Refuses by throwing a BlindScan.
 */
export async function look(
  ctx: Ctx,
  keys: SubjectKeys,
  places?: (tx: TxCtx) => Promise<Held>,
): Promise<Sight> {
  const held = await ctx.snapshot(tx => (places ? places(tx) : findSubject(tx, keys)))
  const markers = markersOf(keys, held.items)
  const schemas = new Set(held.items.map(item => tableOf(item.store).split('.')[0] ?? ''))
  const { hits } = await scanTables(ctx, markers, schemas)
  const blind = unseen(held.items, hits, markers)
  if (blind.length > 0) throw new BlindScan([...new Set(blind.map(item => item.store))])
  return {
    markers: { ...markers, phones: ownPhones(markers, held.items, hits) },
    seenBefore: new Set(hits.filter(hit => hit.sure).map(hit => hit.place)).size,
  }
}

/** Looks everywhere after an erasure, and holds what is seen against what was to stay. */
export async function lookAgain(
  ctx: Ctx,
  { markers }: Sight,
  held: Held,
  own: Place,
  tell?: Tell,
): Promise<{ scanned: Scanned; verdict: Verdict }> {
  const scanned = await scanEverything(ctx, markers, tell)
  const isOwn = (hit: Hit) => hit.place === own.store && hit.key === own.id
  const stays = held.items.filter(item => item.fate.does === 'stay')
  return {
    scanned,
    verdict: judge(
      scanned.hits.filter(hit => !isOwn(hit)),
      stays,
      markers,
    ),
  }
}

/** What a scan found, as the proof has it. */
export function outcomeOf(scanned: Scanned, sight: Sight, verdict: Verdict): ScanOutcome {
  const total = (counts: { count: number }[]) => counts.reduce((sum, { count }) => sum + count, 0)
  return {
    places: scanned.places,
    rows: scanned.rows,
    objects: scanned.objects,
    seenBefore: sight.seenBefore,
    declared: verdict.declared,
    unexpected: total(verdict.unexpected) + total(verdict.missing) + scanned.unread.filter(isTable).length,
    unopened: scanned.unread.filter(place => !isTable(place)).length,
    mentions: verdict.mentions,
  }
}

/** What is wrong after an erasure: names of places and counts. */
export function failureOf(verdict: Verdict, scanned: Scanned): Failure {
  const unread = scanned.unread.filter(isTable)
  return { kind: 'remaining', places: verdict.unexpected, missing: verdict.missing, unread }
}

function isTable(place: string): boolean {
  return !place.startsWith('objects ')
}

async function eraseNow(tx: TxCtx, { request, email }: ErasureOrder, own: Place): Promise<Held> {
  await lockErasures(tx)
  const keys: SubjectKeys = { emails: new Set([email]), accounts: new Set() }
  const held = await findSubject(tx, keys)
  const others = { ...held, items: held.items.filter(item => placeKey(item) !== placeKey(own)) }
  const { stores, gone } = await eraseHeld(tx, others)
  await audit(tx, {
    action: 'privacy.erased',
    targetId: request.requestId,
    detail: { items: gone.length, stores: stores.map(outcome => outcome.store) },
  })
  await announce(tx, { topic: 'privacy.request', id: request.requestId })
  await record(tx, {
    kind: 'erasure',
    ...stamp(tx, { request }),
    request,
    keys: [...hashed(tx, keys).keys()],
    gone: byStore(gone),
    stores: withOwn(
      stores,
      held.items.find(item => placeKey(item) === placeKey(own)),
    ),
  })
  return others
}

// The request loses its address last of all, but it is one of the things that were found and blanked.
function withOwn(stores: StoreOutcome[], own: FoundItem | undefined): StoreOutcome[] {
  if (own === undefined) return stores
  const before = stores.find(outcome => outcome.store === own.store)
  const because = own.fate.does === 'blank' ? [own.fate.because] : []
  const counted = {
    store: own.store,
    about: own.about,
    found: (before?.found ?? 0) + 1,
    erased: before?.erased ?? 0,
    blanked: (before?.blanked ?? 0) + 1,
    stayed: before?.stayed ?? 0,
    because: before?.because ?? because,
  }
  return [...stores.filter(outcome => outcome !== before), counted]
}

function stamp(tx: TxCtx, { request }: Pick<ErasureOrder, 'request'>) {
  return { at: tx.services.now().toISOString(), workspaceId: tx.workspaceId, requestId: request.requestId }
}

/** The keys of somebody as the ledger of this installation writes them. */
export function hashed({ workspaceId, services }: Ctx, keys: SubjectKeys) {
  return ledgerKeys(workspaceId, keys, value => services.keys.hmac('ledger', value))
}

/**
 * Writes a line in the ledger, as the last thing before its transaction commits. Should the commit fail after that,
 * then the ledger is ahead of the database, and the erasure is repeated.
 */
export async function record(tx: TxCtx, body: LedgerBody): Promise<LedgerEntry> {
  const { config, keys } = tx.services
  const position = await lockLedgerPosition(tx)
  const ledger = openLedger(config.ledgerFolders, keys, position)
  if (ledger.head.sequence !== position.sequence) {
    throw new LedgerAhead(`the ledger is at ${ledger.head.sequence}, the database at ${position.sequence}`)
  }
  const entry = ledger.prepare(body)
  await insertErasure(tx, entry)
  await setLedgerPosition(tx, entry)
  ledger.append(entry)
  return entry
}

/** Has every copy of what was erased forgotten: what was built, cached or indexed from it. */
export async function forgetCopies(ctx: Ctx, items: FoundItem[]): Promise<void> {
  const erased = items.filter(item => item.fate.does !== 'stay')
  if (erased.length === 0) return
  for (const { derived } of ctx.services.personalData) {
    for (const copies of derived ?? []) await copies.forget(ctx, erased)
  }
}
