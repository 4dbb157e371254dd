/** What a list of items is asked for with, as it stands in the address. */
export interface ListSearch {
  /** A key, with `-` in front for the other direction. */
  sort?: string
  /** `key:value`, one per field. */
  filter?: string[]
  /** The bin rather than the collection. */
  bin?: boolean
}

/** Reads what a list of items is asked for with. */
export function listSearch(search: Record<string, unknown>): ListSearch {
  const { sort, filter, bin } = search
  const filters = [filter ?? []].flat().filter(one => typeof one === 'string')
  return {
    ...(typeof sort === 'string' ? { sort } : {}),
    ...(filters.length > 0 ? { filter: filters } : {}),
    ...(bin === true ? { bin } : {}),
  }
}

/** Which version of an item is looked at, as it stands in the address. */
export interface VersionSearch {
  number?: number
}

/** Reads which version is looked at. */
export function versionSearch({ number }: Record<string, unknown>): VersionSearch {
  return typeof number === 'number' && Number.isInteger(number) ? { number } : {}
}
