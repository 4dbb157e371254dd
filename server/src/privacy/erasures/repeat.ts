import { type Text, text } from '@helder/words'
import { type Ctx, makeCtx, type Services, type TxCtx, withoutWorkspace } from '../../core/ctx.ts'
import { OperatorError } from '../../core/errors.ts'
import { endAllSessions } from '../../core/identity/store.ts'
import { platformWorkspaceId } from '../../core/ids.ts'
import { listUsedObjects, removeUnusedOf } from '../../core/objects/objects.ts'
import type { Place, SubjectKeys } from '../../core/personal-data.ts'
import { findWorkspace, listWorkspaceIds } from '../../core/tenancy/store.ts'
import { type Failure, failureText } from '../requests/rules.ts'
import { restoreRequest, setFailure } from '../requests/store.ts'
import { expireWorkspace } from '../retention/actions.ts'
import { allKeys, eraseHeld, findPlaces, findSubject, type Held, together } from '../subjects/actions.ts'
import { failureOf, forgetCopies, hashed, look, lookAgain, outcomeOf, record } from './actions.ts'
import { type ErasureEntry, type LedgerEntry, openLedger, type ScanEntry } from './ledger.ts'
import { placesOf, recognised } from './rules.ts'
import {
  insertErasure,
  insertRepetition,
  lockErasures,
  lockLedgerPosition,
  setLedgerPosition,
} from './store.ts'

/** What the ledger knows and the database does not, in order; what was mended in it, and how many lines it has. */
export async function missingErasures(
  services: Services,
): Promise<{ missing: LedgerEntry[]; repairs: string[]; length: number }> {
  return systemCtx(services, platformWorkspaceId).write(async tx => {
    const position = await lockLedgerPosition(tx)
    const ledger = openLedger(services.config.ledgerFolders, services.keys, position)
    const { entries, repairs } = ledger
    return { missing: entries.slice(position.sequence), repairs, length: entries.length }
  })
}

/** How far repeating has come. */
export interface RepeatProgress {
  done: number
  total: number
}

/** What was caught up with, for the operator. */
export interface CaughtUp {
  erasures: number
  repairs: string[]
}

/**
 * Repeats what the ledger has and the database has not: after a restore, and after a crash between the ledger and
 * the commit. Nobody must get in before it is done. `restored` says that an older database was put back, in which
 * sign-ins and links live that were ended since, and rows that are past their term.
 */
export async function catchUp(
  services: Services,
  restored: boolean,
  tell: (progress: RepeatProgress) => void = () => {},
): Promise<CaughtUp> {
  const { missing, repairs } = await missingErasures(services)
  const unlooked: ScanEntry[] = []
  const total = missing.filter(entry => entry.kind === 'erasure').length
  let done = 0
  for (const entry of missing) {
    if (entry.kind === 'erasure') tell({ done, total })
    unlooked.push(...(await repeatEntry(services, entry, missing)))
    if (entry.kind === 'erasure') done += 1
  }
  // What was never looked at, because the server died in between, is on record now.
  for (const scan of unlooked) await systemCtx(services, scan.workspaceId).write(tx => record(tx, scan))
  if (missing.length > 0 || restored) await afterRestore(services)
  return { erasures: total, repairs }
}

async function afterRestore(services: Services): Promise<void> {
  const reason = 'sign-ins that were ended since must not live again'
  await withoutWorkspace(services, reason, 'write', endAllSessions)
  const all = await withoutWorkspace(services, 'terms run in every workspace', 'read', listWorkspaceIds)
  for (const workspaceId of all) await expireWorkspace(systemCtx(services, workspaceId))
}

async function repeatEntry(
  services: Services,
  entry: LedgerEntry,
  missing: LedgerEntry[],
): Promise<ScanEntry[]> {
  const ctx = systemCtx(services, entry.workspaceId)
  if ((await ctx.read(findWorkspace)) === undefined) {
    // A workspace that was made after the backup holds nobody.
    await ctx.write(tx => setLedgerPosition(tx, entry))
    return []
  }
  if (entry.kind === 'scan') {
    await ctx.write(tx => follow(tx, entry))
    return []
  }
  const scans = missing.filter(later => later.kind === 'scan' && later.requestId === entry.requestId)
  const last = scans.at(-1)
  const wasClean = last?.kind !== 'scan' || last.scan.unexpected === 0
  const scan = await repeatErasure(ctx, entry, wasClean)
  return last === undefined ? [scan] : []
}

// Two jobs may find the same lines missing; the second of them must not go back.
async function follow(tx: TxCtx, entry: LedgerEntry): Promise<void> {
  const position = await lockLedgerPosition(tx)
  if (position.sequence >= entry.sequence) return
  await insertErasure(tx, entry)
  await setLedgerPosition(tx, entry)
}

async function repeatErasure(
  ctx: Ctx,
  entry: ErasureEntry & LedgerEntry,
  wasClean: boolean,
): Promise<ScanEntry> {
  const keys = await ctx.read(async tx => recognised(entry, await presentKeys(tx)))
  const find = (tx: TxCtx) => findAgain(tx, entry, keys)
  const seen = await look(ctx, keys, find)
  const sight = { ...seen, markers: { ...seen.markers, knows: knower(ctx, entry) } }
  const usedBefore = await ctx.read(listUsedObjects)
  const own: Place = { store: 'privacy.requests', id: entry.requestId }
  const { held, erasedAgain } = await ctx.write(async tx => {
    await lockErasures(tx)
    const found = await find(tx)
    await eraseHeld(tx, found)
    await restoreRequest(tx, entry.request, new Date(entry.at))
    return { held: found, erasedAgain: found.items.filter(item => item.fate.does !== 'stay').length }
  })
  await forgetCopies(ctx, held.items)
  await removeUnusedOf(ctx, usedBefore)
  const { scanned, verdict } = await lookAgain(ctx, sight, held, own)
  const scan = outcomeOf(scanned, sight, verdict)
  const failure = scan.unexpected > 0 ? failureOf(verdict, scanned) : null
  // What was never clean can't become so by a restore; whoever looks after it knows of it already. Otherwise the
  // database does not count as having followed, and the next start repeats it again.
  if (failure !== null && wasClean) throw stillThere(entry, failure)
  await ctx.write(async tx => {
    await follow(tx, entry)
    await insertRepetition(tx, { sequence: entry.sequence, erasedAgain, remaining: scan.unexpected })
    if (failure !== null) await setFailure(tx, entry.requestId, failure)
  })
  const at = ctx.services.now().toISOString()
  return { kind: 'scan', at, workspaceId: entry.workspaceId, requestId: entry.requestId, scan }
}

// Who is not found any more, because an earlier attempt erased them, is still recognised in what is left.
function knower(ctx: Ctx, entry: ErasureEntry): (email: string) => boolean {
  const hashes = new Set(entry.keys)
  const known = new Map<string, boolean>()
  return email => {
    const before = known.get(email)
    if (before !== undefined) return before
    const [hash = ''] = hashed(ctx, { emails: new Set([email]), accounts: new Set() }).keys()
    known.set(email, hashes.has(hash))
    return hashes.has(hash)
  }
}

async function findAgain(tx: TxCtx, entry: ErasureEntry, keys: SubjectKeys): Promise<Held> {
  const byKey = await findSubject(tx, keys)
  return together(byKey, await findPlaces(tx, placesOf(entry.gone)))
}

async function presentKeys(tx: TxCtx) {
  return hashed(tx, await allKeys(tx))
}

function stillThere(entry: LedgerEntry, failure: Failure): OperatorError {
  const why = failureText(failure)
  return new OperatorError(
    text(
      `Wissing ${entry.sequence} is herhaald, en Helder blijft dicht. ${why.nl}`,
      `Erasure ${entry.sequence} was repeated, and Helder stays closed. ${why.en}`,
    ),
  )
}

/** What is said to everyone who comes before the database has caught up with the ledger. */
export const catchingUp: Text = text(
  'Helder kijkt eerst na of er mensen gewist zijn die met een reservekopie zijn teruggekomen, en wist hen opnieuw. Probeer het over een minuut weer.',
  'Helder first looks whether people who were erased have come back with a backup, and erases them again. Try again in a minute.',
)

function systemCtx(services: Services, workspaceId: string): Ctx {
  return makeCtx({
    services,
    workspaceId,
    actor: { kind: 'system', reason: 'erasures are repeated' },
    language: 'nl',
  })
}
