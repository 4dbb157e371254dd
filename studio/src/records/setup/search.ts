/** Which part of the set-up of a form or collection stands open, as it stands in the address. */
export interface SetupSearch {
  /** The path of a field: `address.street`. */
  field?: string
}

/** Reads which part of a set-up stands open. */
export function setupSearch({ field }: Record<string, unknown>): SetupSearch {
  return typeof field === 'string' ? { field } : {}
}
