/** What something is about: a slice (`tenancy`), or a kind of thing in it (`tenancy.member`). */
export type Topic = string

/** The topic of a contract that names none: its slice, which is the first word of its path. */
export function topicOf(contract: { path: string }): Topic {
  return contract.path.split('/')[1] ?? ''
}

/** Whether a change in one topic touches something read under another: one contains the other. */
export function touches(changed: Topic, read: Topic): boolean {
  return contains(changed, read) || contains(read, changed)
}

function contains(whole: Topic, part: Topic): boolean {
  return part === whole || part.startsWith(`${whole}.`)
}
