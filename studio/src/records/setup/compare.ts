import type { Field, Label } from '@helder/fields'
import type { Body } from './body.ts'

/** What visitors would notice of a set-up when it is published. */
export interface Differences {
  added: Label[]
  removed: Label[]
  changed: Label[]
  /** The fields stand in another order. */
  isReordered: boolean
  /** What is said of people, or the words and mail around the form, is different. */
  isElsewhere: boolean
}

/** Compares a set-up with the one that visitors meet. */
export function compare(live: Body, draft: Body): Differences {
  const before = new Map(live.fields.map(field => [field.key, field]))
  const after = new Map(draft.fields.map(field => [field.key, field]))
  const stays = (field: Field) => before.has(field.key) && after.has(field.key)
  const order = (fields: Field[]) => fields.filter(stays).map(({ key }) => key)
  return {
    added: draft.fields.filter(({ key }) => !before.has(key)).map(({ label }) => label),
    removed: live.fields.filter(({ key }) => !after.has(key)).map(({ label }) => label),
    changed: draft.fields
      .filter(field => before.has(field.key) && !isSame(field, before.get(field.key)))
      .map(({ label }) => label),
    isReordered: !isSame(order(live.fields), order(draft.fields)),
    isElsewhere: !isSame(around(live), around(draft)),
  }
}

function around({ name, privacy, settings }: Body) {
  return { name, privacy, settings }
}

/** Whether anything differs at all. */
export function isDifferent({ added, removed, changed, isReordered, isElsewhere }: Differences): boolean {
  return added.length + removed.length + changed.length > 0 || isReordered || isElsewhere
}

/** Whether two values say the same: what is absent and what is undefined do, and the order of keys says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== false)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  )
}
