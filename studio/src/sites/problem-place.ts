/** Where something is wrong on a site: in a file, in an item, or in how a collection or form is set up. */
export type ProblemPlace =
  | { kind: 'file'; path: string; line: number | null }
  | { kind: 'item'; recordId: string }
  | { kind: 'definition'; key: string; field: string | null }
  | { kind: 'nowhere' }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads where something is wrong from the way the server writes it: a path, a record's id, or `key.field`. */
export function placeOf(place: string, line: number | null): ProblemPlace {
  if (place === '') return { kind: 'nowhere' }
  if (uuid.test(place)) return { kind: 'item', recordId: place }
  if (place.includes('/')) return { kind: 'file', path: place, line }
  const dot = place.indexOf('.')
  if (dot < 0) return { kind: 'definition', key: place, field: null }
  return { kind: 'definition', key: place.slice(0, dot), field: place.slice(dot + 1) }
}
