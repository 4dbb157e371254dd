import type { Place, SubjectKeys } from '../../core/personal-data.ts'
import type { ErasureProof, StoreOutcome } from '../requests/schema.ts'
import type { ErasureEntry, LedgerEntry, ScanEntry } from './ledger.ts'

/** How the ledger writes a key: with the workspace, since the same address is another person's affair elsewhere. */
export function ledgerKeys(
  workspaceId: string,
  keys: SubjectKeys,
  hmac: (value: string) => string,
): Map<string, { kind: 'email' | 'account'; value: string }> {
  const hashed = new Map<string, { kind: 'email' | 'account'; value: string }>()
  for (const value of keys.emails) hashed.set(hmac(`${workspaceId} email ${value}`), { kind: 'email', value })
  for (const value of keys.accounts)
    hashed.set(hmac(`${workspaceId} account ${value}`), { kind: 'account', value })
  return hashed
}

/** The keys of somebody who was erased, among all that occur now. */
export function recognised(entry: ErasureEntry, present: ReturnType<typeof ledgerKeys>): SubjectKeys {
  const found = entry.keys.flatMap(hash => present.get(hash) ?? [])
  const of = (kind: 'email' | 'account') =>
    new Set(found.filter(key => key.kind === kind).map(key => key.value))
  return { emails: of('email'), accounts: of('account') }
}

/** Ids by store, as the ledger keeps them. */
export function byStore(places: Place[]): Record<string, string[]> {
  const stores: Record<string, string[]> = {}
  for (const { store, id } of places) stores[store] = [...(stores[store] ?? []), id]
  return stores
}

/** The places of ids by store. */
export function placesOf(gone: Record<string, string[]>): Place[] {
  return Object.entries(gone).flatMap(([store, ids]) => ids.map(id => ({ store, id })))
}

/** The outcome of an erasure that took several goes, as one. */
export function mergedOutcomes(goes: StoreOutcome[][]): StoreOutcome[] {
  const merged = new Map<string, StoreOutcome>()
  for (const outcome of goes.flat()) {
    const before = merged.get(outcome.store)
    if (before === undefined) merged.set(outcome.store, outcome)
    else {
      merged.set(outcome.store, {
        ...outcome,
        erased: before.erased + outcome.erased,
        blanked: Math.max(before.blanked, outcome.blanked),
        found: before.erased + outcome.found,
      })
    }
  }
  return [...merged.values()]
}

/** The proof of a request's erasure from what the ledger says of it; null where it was not looked at yet. */
export function proofOf(
  entries: LedgerEntry[],
  repetitions: { sequence: number; repeatedAt: Date; erasedAgain: number; remaining: number }[],
): ErasureProof | null {
  const erasures = entries.filter((entry): entry is ErasureEntry & LedgerEntry => entry.kind === 'erasure')
  const scan = entries.findLast((entry): entry is ScanEntry & LedgerEntry => entry.kind === 'scan')
  const [first] = erasures
  if (first === undefined || scan === undefined) return null
  const sequences = new Set(erasures.map(entry => entry.sequence))
  return {
    sequence: first.sequence,
    hash: first.hash,
    erasedAt: first.at,
    stores: mergedOutcomes(erasures.map(entry => entry.stores)),
    scan: scan.scan,
    repetitions: repetitions
      .filter(repetition => sequences.has(repetition.sequence))
      .map(({ repeatedAt, erasedAgain, remaining }) => ({
        repeatedAt: repeatedAt.toISOString(),
        erasedAgain,
        remaining,
      })),
  }
}
