import type { Field } from '@helder/fields'

/** The value of a filter on a field, among filters as they stand in an address; empty for none. */
export function filterOf(filters: readonly string[] | undefined, key: string): string {
  const found = filters?.find(filter => filter.startsWith(`${key}:`))
  return found === undefined ? '' : found.slice(key.length + 1)
}

/** Filters with the one on a field changed, or taken out where it is empty. */
export function withFilter(filters: readonly string[] | undefined, key: string, value: string): string[] {
  const others = (filters ?? []).filter(filter => !filter.startsWith(`${key}:`))
  return value === '' ? others : [...others, `${key}:${value}`]
}

/** The fields by which the list of a collection can be narrowed with a choice. */
export function choosable(fields: readonly Field[]): Field[] {
  return fields.filter(({ type, indexed }) => indexed && (type === 'choice' || type === 'boolean'))
}

/** Filters that the fields still know; an address may be older than the set-up of its collection. */
export function knownFilters(fields: readonly Field[], filters: readonly string[] | undefined): string[] {
  const keys = new Set(fields.flatMap(({ key, indexed }) => (indexed ? [key] : [])))
  return (filters ?? []).filter(filter => keys.has(filter.slice(0, filter.indexOf(':'))))
}
