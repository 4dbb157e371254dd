import { route } from '../../core/http/route.ts'
import type { LedgerEntry } from './ledger.ts'
import { proofOf } from './rules.ts'
import * as schema from './schema.ts'
import { listErasures, listRepetitions } from './store.ts'

function byRequest(entries: LedgerEntry[]): Map<string, LedgerEntry[]> {
  const grouped = new Map<string, LedgerEntry[]>()
  for (const entry of entries) grouped.set(entry.requestId, [...(grouped.get(entry.requestId) ?? []), entry])
  return grouped
}

function numberIn(entries: LedgerEntry[]): number {
  return entries.flatMap(entry => (entry.kind === 'erasure' ? [entry.request.number] : []))[0] ?? 0
}

export const routes = [
  route(schema.listErasures, 'privacy.requests.read', ctx =>
    ctx.snapshot(async tx => {
      const repetitions = await listRepetitions(tx)
      return [...byRequest(await listErasures(tx))].flatMap(([requestId, entries]) => {
        const proof = proofOf(entries, repetitions)
        return proof === null ? [] : [{ ...proof, requestId, number: numberIn(entries) }]
      })
    }),
  ),
]
