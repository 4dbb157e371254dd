import { type Text, text } from '@helder/words'
import type { BlockKind, Field, FieldOf, FieldType } from './field.ts'
import { isSafeLink, richTextFault } from './rich-text.ts'

/** What is wrong with one value; `path` as in JSON: `address.street`, `photos.2.alt`. */
export interface ValueProblem {
  path: string
  message: Text
}

/** A file as a value: the bytes are an object, the rest says what it is. */
export interface FileValue {
  object: string
  name: string
  sizeBytes: number
  mediaType: string
}

/** A picture as a value. */
export interface ImageValue extends FileValue {
  width: number
  height: number
  /** What it shows, for who can't see it. */
  alt: string
}

/** How strict a check is: a draft may still lack what is required, what is published may not. */
export interface CheckOptions {
  complete: boolean
  /** The languages of the site, the first one being its own. */
  languages: readonly string[]
}

/** The values of a record, by key. */
export type Values = Record<string, unknown>

/** A check's outcome: the values as they are kept, and what is wrong with them. */
export interface Checked {
  values: Values
  problems: ValueProblem[]
}

/** Checks the values of a record; a key that no field has is a problem, so that nothing is dropped in silence. */
export function checkValues(fields: Field[], given: unknown, options: CheckOptions): Checked {
  const problems: ValueProblem[] = []
  const values = checkGroup(fields, given, '', options, problems)
  return { values, problems }
}

function checkGroup(
  fields: Field[],
  given: unknown,
  path: string,
  options: CheckOptions,
  problems: ValueProblem[],
): Values {
  if (!isObject(given)) {
    problems.push({
      path,
      message: text('Hier hoort een groep velden.', 'This should be a group of fields.'),
    })
    return {}
  }
  const known = new Set(fields.map(field => field.key))
  for (const key of Object.keys(given)) {
    if (!known.has(key)) problems.push({ path: below(path, key), message: unknownField(key) })
  }
  const entries = fields.map(field => [
    field.key,
    checkField(field, given[field.key], below(path, field.key), options, problems),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function unknownField(key: string): Text {
  return text(`Er is geen veld ${key}.`, `There is no field ${key}.`)
}

function checkField(
  field: Field,
  given: unknown,
  path: string,
  options: CheckOptions,
  problems: ValueProblem[],
): unknown {
  if (!field.localized) return checkOne(field, given, path, options, problems, true)
  if (given === undefined || given === null) return checkOne(field, undefined, path, options, problems, true)
  if (!isObject(given)) {
    problems.push({
      path,
      message: text('Hier hoort een waarde per taal.', 'This should be a value per language.'),
    })
    return undefined
  }
  const strange = Object.keys(given).filter(language => !options.languages.includes(language))
  for (const language of strange)
    problems.push({ path: below(path, language), message: unknownField(language) })
  // Only the site's own language must be there; the others fall back to it.
  const entries = options.languages.map((language, index) => [
    language,
    checkOne(field, given[language], below(path, language), options, problems, index === 0),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function checkOne(
  field: Field,
  given: unknown,
  path: string,
  options: CheckOptions,
  problems: ValueProblem[],
  needed: boolean,
): unknown {
  const value = isEmpty(given) ? undefined : given
  if (value === undefined) {
    if (field.required && needed && options.complete) problems.push({ path, message: missing(field) })
    return undefined
  }
  const check = checks[field.type] as Check<Field>
  const outcome = check(field, value, path, options, problems)
  if ('fault' in outcome) {
    problems.push({ path, message: outcome.fault })
    return undefined
  }
  return outcome.value
}

function missing(field: Field): Text {
  return field.type === 'boolean'
    ? text('Vink dit aan om verder te gaan.', 'Tick this to go on.')
    : text('Vul dit in.', 'Fill this in.')
}

/** Whether a value counts as not filled in. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return false
}

type Outcome = { value: unknown } | { fault: Text }
type Check<F> = (
  field: F,
  value: unknown,
  path: string,
  options: CheckOptions,
  problems: ValueProblem[],
) => Outcome

const fault = (nl: string, en: string): Outcome => ({ fault: text(nl, en) })

const checks: { [T in FieldType]: Check<FieldOf<T>> } = {
  text(field, value) {
    if (typeof value !== 'string') return fault('Hier hoort een tekst.', 'This should be a text.')
    const kept = field.multiline ? value.replaceAll('\r\n', '\n') : value.replace(/\s+/g, ' ').trim()
    const most = field.maxLength ?? (field.multiline ? 20_000 : 500)
    if (kept.length > most)
      return fault(`Gebruik hoogstens ${most} tekens.`, `Use at most ${most} characters.`)
    return { value: kept }
  },
  richText(_field, value) {
    const wrong = richTextFault(value)
    return wrong ? { fault: wrong } : { value }
  },
  number(field, value) {
    const number = typeof value === 'string' ? parseNumber(value) : value
    if (typeof number !== 'number' || !Number.isFinite(number))
      return fault('Hier hoort een getal.', 'This should be a number.')
    return inRange(field.min, field.max, number) ?? { value: rounded(number, field.decimals ?? 0) }
  },
  money(field, value) {
    const cents = typeof value === 'string' ? parseCents(value) : isObject(value) ? value.cents : value
    if (!Number.isSafeInteger(cents))
      return fault('Schrijf een bedrag als 12,50.', 'Write an amount as 12.50.')
    const range = inRange(hundredth(field.minCents), hundredth(field.maxCents), Number(cents) / 100)
    return range ?? { value: { cents, currency: 'EUR' } }
  },
  boolean(field, value) {
    const truth = value === true || value === 'true' || value === 'on' || value === '1'
    const untruth = value === false || value === 'false' || value === '0'
    if (!truth && !untruth) return fault('Hier hoort ja of nee.', 'This should be yes or no.')
    return !truth && field.required ? { fault: missing(field) } : { value: truth }
  },
  date(_field, value) {
    return typeof value === 'string' && isDay(value)
      ? { value }
      : fault('Schrijf een datum als 2026-11-22.', 'Write a date as 2026-11-22.')
  },
  instant(_field, value) {
    const at = typeof value === 'string' ? new Date(value) : undefined
    if (!at || Number.isNaN(at.getTime()))
      return fault('Dit is geen datum met een tijd.', 'This is not a date with a time.')
    return { value: at.toISOString() }
  },
  choice(field, value) {
    const chosen = Array.isArray(value) ? value : [value]
    const known = new Set(field.options.map(option => option.value))
    if (!chosen.every(one => typeof one === 'string' && known.has(one)))
      return fault('Kies een van de mogelijkheden.', 'Choose one of the options.')
    if (!field.many && chosen.length > 1) return fault('Kies er één.', 'Choose one.')
    return { value: field.many ? [...new Set(chosen)] : chosen[0] }
  },
  email(_field, value) {
    const kept = typeof value === 'string' ? value.trim() : ''
    if (kept.length > 254 || !emailPattern.test(kept))
      return fault(
        'Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.',
        'This is not an e-mail address. Write it as name@example.com.',
      )
    return { value: kept }
  },
  phone(_field, value) {
    const kept = typeof value === 'string' ? value.trim() : ''
    if (!phonePattern.test(kept) || kept.replace(/\D/g, '').length < 6)
      return fault('Dit is geen telefoonnummer.', 'This is not a telephone number.')
    return { value: kept }
  },
  link(_field, value) {
    const kept = typeof value === 'string' ? value.trim() : ''
    return isSafeLink(kept)
      ? { value: kept }
      : fault(
          'Begin met https:// of, voor een eigen pagina, met /.',
          'Begin with https:// or, for a page of your own, with /.',
        )
  },
  file: (field, value) => checkFile(value, field.maxBytes) ?? { value: fileOf(value as FileValue) },
  image(field, value) {
    const wrong = checkFile(value, field.maxBytes)
    if (wrong) return wrong
    const { width, height, alt, ...file } = value as ImageValue
    if (!Number.isInteger(width) || !Number.isInteger(height))
      return fault('Dit is geen plaatje.', 'This is not a picture.')
    return {
      value: { ...fileOf(file), width, height, alt: typeof alt === 'string' ? alt.slice(0, 500) : '' },
    }
  },
  reference(field, value) {
    const ids = Array.isArray(value) ? value : [value]
    if (!ids.every(id => typeof id === 'string' && uuidPattern.test(id)))
      return fault('Dit verwijst nergens naar.', 'This refers to nothing.')
    if (!field.many && ids.length > 1) return fault('Kies er één.', 'Choose one.')
    return { value: field.many ? [...new Set(ids)] : ids[0] }
  },
  list(field, value, path, options, problems) {
    if (!Array.isArray(value)) return fault('Hier hoort een lijst.', 'This should be a list.')
    const most = field.most ?? 200
    if (value.length > most) return fault(`Geef er hoogstens ${most}.`, `Give at most ${most}.`)
    const items = value.map((item, index) =>
      checkField(field.of, item, below(path, index), options, problems),
    )
    return { value: items.filter(item => item !== undefined) }
  },
  group: (field, value, path, options, problems) => ({
    value: checkGroup(field.fields, value, path, options, problems),
  }),
  blocks(field, value, path, options, problems) {
    if (!Array.isArray(value))
      return fault('Hier hoort een lijst van blokken.', 'This should be a list of blocks.')
    const most = field.most ?? 200
    if (value.length > most) return fault(`Geef er hoogstens ${most}.`, `Give at most ${most}.`)
    return {
      value: value.flatMap((item, index) =>
        checkBlock(field.blocks, item, below(path, index), options, problems),
      ),
    }
  },
}

function checkBlock(
  kinds: BlockKind[],
  given: unknown,
  path: string,
  options: CheckOptions,
  problems: ValueProblem[],
): Values[] {
  const kind = isObject(given) ? kinds.find(candidate => candidate.key === given.type) : undefined
  if (!isObject(given) || kind === undefined) {
    problems.push({ path, message: text('Dit soort blok is er niet.', 'There is no block of this kind.') })
    return []
  }
  const { type, ...rest } = given
  return [{ type, ...checkGroup(kind.fields, rest, path, options, problems) }]
}

const emailPattern = /^[^\s@"(),:;<>[\\\]]+@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i
const phonePattern = /^\+?[\d\s().-]{6,30}$/
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const shaPattern = /^[0-9a-f]{64}$/

function checkFile(value: unknown, maxBytes = 20_000_000): Outcome | null {
  if (!isObject(value) || typeof value.object !== 'string' || !shaPattern.test(value.object))
    return fault('Dit is geen bestand.', 'This is not a file.')
  if (
    typeof value.name !== 'string' ||
    typeof value.mediaType !== 'string' ||
    !Number.isSafeInteger(value.sizeBytes)
  )
    return fault('Dit is geen bestand.', 'This is not a file.')
  if (Number(value.sizeBytes) <= maxBytes) return null
  const megabytes = Math.max(1, Math.floor(maxBytes / 1_000_000))
  return fault(`Dit bestand is groter dan ${megabytes} MB.`, `This file is larger than ${megabytes} MB.`)
}

function fileOf({ object, name, sizeBytes, mediaType }: FileValue): FileValue {
  return { object, name: name.slice(0, 200), sizeBytes, mediaType }
}

function inRange(min: number | undefined, max: number | undefined, value: number): Outcome | null {
  if (min !== undefined && value < min) return fault(`Geef ten minste ${min}.`, `Give at least ${min}.`)
  if (max !== undefined && value > max) return fault(`Geef hoogstens ${max}.`, `Give at most ${max}.`)
  return null
}

function hundredth(cents: number | undefined): number | undefined {
  return cents === undefined ? undefined : cents / 100
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

// `1.234,50` and `1,234.50` are the same number: the last mark of the two is the decimal one.
function parseNumber(given: string): number {
  const plain = given.replace(/[€\s]/g, '')
  const decimal = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'))
  if (!/^-?[\d.,]+$/.test(plain)) return Number.NaN
  if (decimal === -1) return Number(plain)
  return Number(`${plain.slice(0, decimal).replace(/[.,]/g, '')}.${plain.slice(decimal + 1)}`)
}

function parseCents(given: string): number {
  return Math.round(parseNumber(given) * 100)
}

function isDay(value: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** Whether a value is a plain object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function below(path: string, key: string | number): string {
  return path === '' ? String(key) : `${path}.${key}`
}
