import type { Changes } from './reads.ts'

/** How much waits: what a publication takes along by itself, and the drafts that it takes only when they are named. */
export interface Waiting {
  files: number
  items: number
  definitions: number
  drafts: number
  /** All of it but the drafts. */
  count: number
  /** How many things stand in the way. */
  errors: number
}

/** Counts what waits on a site. */
export function waitingOf(changes: Changes): Waiting {
  const files = changes.files.length
  const drafts = changes.records.filter(({ draft }) => draft).length
  const items = changes.records.length - drafts
  const definitions = changes.collections.length
  const errors = changes.problems.filter(({ severity }) => severity === 'error').length
  return { files, items, definitions, drafts, count: files + items + definitions, errors }
}
