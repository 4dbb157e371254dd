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

/** What an inbox is asked for with, as it stands in the address. */
export interface InboxSearch {
  /** The form whose submissions are shown; absent for all. */
  form?: string
  /** Only what nobody has read, or what was thrown away; absent for everything. */
  show?: 'unseen' | 'bin'
}

/** Reads what an inbox is asked for with. */
export function inboxSearch({ form, show }: Record<string, unknown>): InboxSearch {
  return {
    ...(typeof form === 'string' ? { form } : {}),
    ...(show === 'unseen' || show === 'bin' ? { show } : {}),
  }
}

/** Which part of the set-up of a form or collection stands open, as it stands in the address. */
export interface SetupSearch {
  /** The path of a field: `address.street`. */
  field?: string
}

/** Reads which part of a set-up stands open. */
export function setupSearch({ field }: Record<string, unknown>): SetupSearch {
  return typeof field === 'string' ? { field } : {}
}

/** Which version of an item is looked at, as it stands in the address. */
export interface VersionSearch {
  number?: number
}

/** Reads which version is looked at. */
export function versionSearch({ number }: Record<string, unknown>): VersionSearch {
  return typeof number === 'number' && Number.isInteger(number) ? { number } : {}
}
