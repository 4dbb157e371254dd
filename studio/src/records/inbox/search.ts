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
