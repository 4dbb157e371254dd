import type { ErasureProof } from '@helder/server/privacy/requests/schema'

/** What a proof comes to, in all its places together. */
export interface Sums {
  found: number
  erased: number
  blanked: number
  stayed: number
  /** What went, and what stayed without the person in it. */
  taken: number
  /** In how many places something stayed with the person in it; parts of one table are one place. */
  placesLeft: number
}

/** Adds up what became of each store. */
export function sumsOf({ stores }: Pick<ErasureProof, 'stores'>): Sums {
  const total = (key: 'found' | 'erased' | 'blanked' | 'stayed') =>
    stores.reduce((sum, store) => sum + store[key], 0)
  const left = stores.filter(({ stayed }) => stayed > 0).map(({ store }) => store.split(':')[0])
  return {
    found: total('found'),
    erased: total('erased'),
    blanked: total('blanked'),
    stayed: total('stayed'),
    taken: total('erased') + total('blanked'),
    placesLeft: new Set(left).size,
  }
}
