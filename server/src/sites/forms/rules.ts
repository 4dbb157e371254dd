import { type Field, isObject, type Values } from '@helder/fields'
import { honeypotName, pageName, stampName } from '@helder/liquid/forms'

/** A file as it came with a form. */
export interface SentFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** What somebody sent, apart from what the form adds itself. */
export interface Sent {
  /** By the keys of fields; groups hold groups. */
  values: Values
  /** What is in the field that no person sees. */
  trap: string
  /** The address of the page that the form stands on. */
  page: string
  stamp: string
}

const own = new Set<string>([honeypotName, pageName, stampName])

/** Reads what somebody sent: names with dots are fields in groups, and what was left empty is absent. */
export function readSent(body: Record<string, unknown>): Sent {
  const values: Values = {}
  for (const [name, given] of Object.entries(body)) {
    const value = own.has(name) ? undefined : filledIn(given)
    if (value !== undefined) put(values, name.split('.'), value)
  }
  return {
    values,
    trap: textOf(body[honeypotName]),
    page: textOf(body[pageName]),
    stamp: textOf(body[stampName]),
  }
}

function textOf(given: unknown): string {
  return typeof given === 'string' ? given : ''
}

function filledIn(given: unknown): unknown {
  if (given === '' || given === null) return undefined
  // A browser sends a file without a name where none was chosen.
  if (isSentFile(given)) return given.name === '' && given.bytes.byteLength === 0 ? undefined : given
  if (Array.isArray(given)) {
    const filled = given.map(filledIn).filter(value => value !== undefined)
    return filled.length === 0 ? undefined : filled
  }
  return given
}

/** Whether something came as a file. */
export function isSentFile(given: unknown): given is SentFile {
  return isObject(given) && given.bytes instanceof Uint8Array && typeof given.name === 'string'
}

const deepestName = 5

function put(values: Values, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0 || rest.length > deepestName) {
    define(values, [key, ...rest].join('.'), value)
    return
  }
  const inner = Object.hasOwn(values, key) ? values[key] : undefined
  const group: Values = isObject(inner) ? inner : {}
  define(values, key, group)
  put(group, rest, value)
}

// A field that somebody calls __proto__ is a field like any other, and then one that the form does not have.
function define(target: Values, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
}

/** Replaces each file that was sent, wherever it stands. */
export async function withFiles(
  fields: readonly Field[],
  values: Values,
  keep: (file: SentFile) => Promise<unknown>,
): Promise<Values> {
  const entries = await Promise.all(
    Object.entries(values).map(async ([key, value]) => {
      const field = fields.find(candidate => candidate.key === key)
      if (field?.type === 'group' && isObject(value) && !isSentFile(value)) {
        return [key, await withFiles(field.fields, value, keep)] as const
      }
      if (isSentFile(value)) return [key, await keep(value)] as const
      // Bytes that are here already can't be named from outside: what is no upload is no file.
      const isFile = field?.type === 'file' || field?.type === 'image'
      return [key, isFile ? 'no upload' : value] as const
    }),
  )
  return Object.fromEntries(entries)
}

/** How long filling in a form takes a person at least, and how long a page may stay open. */
export const stampTerms = { leastMs: 2000, mostMs: 24 * 3_600_000 } as const

/** What a stamp says of whoever sent the form. */
export type StampVerdict = 'person' | 'too-fast' | 'stale' | 'none'

/** Judges a stamp: `sign` makes the signature that belongs to a moment. */
export function judgeStamp(stamp: string, now: number, sign: (moment: string) => string): StampVerdict {
  if (stamp === '') return 'none'
  const [moment = '', signature = ''] = stamp.split('.', 2)
  if (signature !== sign(moment)) return 'stale'
  const age = now - Number(moment)
  if (age < stampTerms.leastMs) return 'too-fast'
  return age > stampTerms.mostMs ? 'stale' : 'person'
}

/** The address to come back to: a path of this site, whatever was sent. */
export function returnAddress(page: string): string {
  return /^\/(?![/\\])[^\s?#\\]*$/.test(page) ? page : '/'
}
