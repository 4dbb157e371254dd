import {
  type Field,
  type FieldType,
  isEmpty,
  slotKind,
  slotScale,
  slotValue,
  sortable,
  type Values,
} from '@helder/fields'
import { type Text, text } from '@helder/words'
import type { Slots } from '../collections/rules.ts'

/** How a record of content stands towards the site. */
export type RecordState = 'draft' | 'changed' | 'published'

/** The state of a record: on the site as it is, on the site in an older form, or not on the site. */
export function stateOf(row: {
  draftNumber: number
  wantedNumber: number | null
  publishedNumber: number | null
}): RecordState {
  if (row.wantedNumber === null && row.publishedNumber === null) return 'draft'
  const settled = row.wantedNumber === row.draftNumber && row.publishedNumber === row.draftNumber
  return settled ? 'published' : 'changed'
}

/** The typed columns of a record's values: every column of the collection, null where there is no value. */
export function slotsOf(
  fields: Field[],
  slots: Slots,
  values: Values,
): Record<string, string | number | boolean | null> {
  const byKey = new Map(fields.map(field => [field.key, field]))
  return Object.fromEntries(
    Object.entries(slots).flatMap(([key, column]) => {
      const field = byKey.get(key)
      return field ? [[column, slotValue(field, values[key])]] : []
    }),
  )
}

/** The column that a list is sorted by, and which way. */
export interface Sorting {
  column: string
  descending: boolean
  /** Whether rows may lack a value; those come last. */
  nullable: boolean
}

/** Reads a sort: a key, with `-` in front for the other direction. */
export function sortingOf(sort: string, slots: Slots): Sorting | Text {
  const descending = sort.startsWith('-')
  const key = descending ? sort.slice(1) : sort
  if (key === 'updated') return { column: 'updated_at', descending, nullable: false }
  if (key === 'created') return { column: 'record_id', descending, nullable: false }
  const column = slots[key]
  if (column === undefined)
    return text(`Op ${key} kun je niet sorteren.`, `The list can not be sorted by ${key}.`)
  return { column, descending, nullable: true }
}

/** A bound on one typed column: from, up to but not including, or exactly. */
export interface Condition {
  column: string
  from?: string | number | boolean
  below?: string | number
  equals?: string | number | boolean
}

/** Reads a filter `key:value`; `a..b` is a range of numbers or days. */
export function conditionOf(filter: string, fields: Field[], slots: Slots): Condition | Text {
  const [, key = '', value = ''] = /^([^:]+):(.*)$/s.exec(filter) ?? []
  const field = fields.find(candidate => candidate.key === key)
  const column = slots[key]
  if (field === undefined || column === undefined)
    return text(`Op ${key} kun je niet filteren.`, `The list can not be filtered by ${key}.`)
  const range = /^(.*)\.\.(.*)$/.exec(value)
  switch (slotKind(field.type)) {
    case 'bool':
      return { column, equals: value === 'true' }
    case 'uuid':
      return uuidPattern.test(value) ? { column, equals: value } : wrongFilter(value)
    case 'int':
    case 'time':
      return range
        ? rangeOf(field.type, column, range[1] ?? '', range[2] ?? '')
        : exactOf(field.type, column, value)
    default:
      return prefixOf(column, value)
  }
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function wrongFilter(value: string): Text {
  return text(`'${value}' is geen waarde om op te filteren.`, `'${value}' is no value to filter by.`)
}

function rangeOf(type: FieldType, column: string, from: string, until: string): Condition | Text {
  const low = from === '' ? undefined : slotNumber(type, from)
  const high = until === '' ? undefined : slotNumber(type, until)
  if (low === null || high === null) return wrongFilter(`${from}..${until}`)
  return {
    column,
    ...(low === undefined ? {} : { from: low }),
    ...(high === undefined ? {} : { below: after(type, high) }),
  }
}

function exactOf(type: FieldType, column: string, value: string): Condition | Text {
  const exact = slotNumber(type, value)
  if (exact === null) return wrongFilter(value)
  return { column, from: exact, below: after(type, exact) }
}

function slotNumber(type: FieldType, value: string): number | string | null {
  if (type === 'date' || type === 'instant') {
    const at = new Date(value)
    return Number.isNaN(at.getTime()) ? null : at.toISOString()
  }
  const number = Number(value.replace(',', '.'))
  if (!Number.isFinite(number) || value === '') return null
  return Math.round(number * (type === 'money' ? 100 : slotScale))
}

// The first value that is no longer in the range: the next whole number, or the next day.
function after(type: FieldType, value: number | string): number | string {
  if (typeof value === 'number') return value + 1
  return new Date(new Date(value).getTime() + (type === 'date' ? 86_400_000 : 1)).toISOString()
}

// Bytewise, everything that begins with a prefix stands from the prefix up to the prefix with the last character
// there is behind it.
function prefixOf(column: string, value: string): Condition {
  const prefix = sortable(value)
  return { column, from: prefix, below: `${prefix}\u{10FFFF}` }
}

/** Where a page of a list ended: the sorted value (null in the tail of rows without one) and the record. */
export interface Cursor {
  value: string | number | boolean | null
  recordId: string
}

/** A cursor as it travels in an address. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.recordId])).toString('base64url')
}

/** A cursor as it came back; null for one that was tampered with. */
export function readCursor(given: string): Cursor | null {
  try {
    const [value, recordId] = JSON.parse(Buffer.from(given, 'base64url').toString('utf8')) as [
      Cursor['value'],
      string,
    ]
    return uuidPattern.test(recordId) ? { value, recordId } : null
  } catch {
    return null
  }
}

/** The values that a table shows: those of indexed fields. */
export function columnsOf(fields: Field[], values: Values): Values {
  const shown = fields.filter(field => field.indexed && !isEmpty(values[field.key]))
  return Object.fromEntries(shown.map(field => [field.key, values[field.key]]))
}

/** How long two savings by the same person are one revision, as long as nothing was published in between. */
export const sameRevisionMs = 10 * 60_000

/** How long a record stays in the bin. */
export const binDays = 7
