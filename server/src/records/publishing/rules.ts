import type { Values } from '@helder/fields'

/** Where a record of a site's content stands. */
export interface ContentStanding {
  recordId: string
  collectionId: string
  draftNumber: number
  wantedNumber: number | null
  publishedNumber: number | null
  inBin: boolean
  values: Values
}

/** What would become of a record at the next publication; null where nothing would. */
export function changeOf(
  standing: ContentStanding,
): { change: 'added' | 'changed' | 'removed'; draft: boolean } | null {
  const { draftNumber, wantedNumber, publishedNumber, inBin } = standing
  const wanted = inBin ? null : wantedNumber
  if (wanted === null && publishedNumber !== null) return { change: 'removed', draft: false }
  if (inBin) return null
  // A newer draft than what is wanted goes along only when it is named.
  if (wanted !== draftNumber) return { change: wanted === null ? 'added' : 'changed', draft: true }
  if (publishedNumber === null) return { change: 'added', draft: false }
  return publishedNumber === wanted ? null : { change: 'changed', draft: false }
}
