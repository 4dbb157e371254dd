import type { Language } from '@helder/words'
import type { Field, FieldType } from './field.ts'
import { said } from './label.ts'
import { type RichTextNode, richTextObjects, richTextPlain } from './rich-text.ts'
import { type FileValue, isEmpty, isObject, type Values } from './values.ts'

/** A field that holds a value itself, with its path; a list's items and a block's fields stand below it. */
export interface Leaf {
  /** `photos.*.alt`: keys, with `*` for any item of a list or block. */
  path: string
  field: Field
}

/** The fields that hold values, at any depth: those that a privacy declaration must speak about. */
export function leavesOf(fields: Field[], above = ''): Leaf[] {
  return fields.flatMap(field => {
    const path = above === '' ? field.key : `${above}.${field.key}`
    switch (field.type) {
      case 'group':
        return leavesOf(field.fields, path)
      case 'list':
        return leavesOf([{ ...field.of, key: '*' }], path).map(leaf => ({
          ...leaf,
          field: {
            ...leaf.field,
            label: leaf.path.endsWith('.*') ? field.label : leaf.field.label,
            privacy: leaf.field.privacy ?? field.privacy,
          },
        }))
      case 'blocks':
        return field.blocks.flatMap(kind => leavesOf(kind.fields, `${path}.*`))
      default:
        return [{ path, field }]
    }
  })
}

/** The paths of the leaves that say nothing yet about whose data they hold. */
export function undeclaredLeaves(fields: Field[]): Leaf[] {
  return leavesOf(fields).filter(({ field }) => !isDeclared(field))
}

// What is by its very nature about a person can't be waved away without a word.
const speaksOfPeople: readonly FieldType[] = ['email', 'phone']

function isDeclared({ type, privacy }: Field): boolean {
  if (privacy === undefined) return false
  return privacy.personal || !speaksOfPeople.includes(type) || Boolean(privacy.because)
}

/** A value that was found, with the field that it belongs to and where it stands. */
export interface FoundValue {
  path: string
  field: Field
  value: unknown
}

/** All values of a record that are filled in, each language of a localised field by itself. */
export function valuesIn(fields: Field[], values: Values, above = ''): FoundValue[] {
  return fields.flatMap(field => {
    const path = above === '' ? field.key : `${above}.${field.key}`
    const value = values[field.key]
    if (isEmpty(value)) return []
    if (field.localized && isObject(value)) {
      return Object.entries(value).flatMap(([language, one]) => valuesOf(field, one, `${path}.${language}`))
    }
    return valuesOf(field, value, path)
  })
}

function valuesOf(field: Field, value: unknown, path: string): FoundValue[] {
  switch (field.type) {
    case 'group':
      return isObject(value) ? valuesIn(field.fields, value, path) : []
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item, index) =>
            valuesIn([{ ...field.of, key: String(index) }], { [index]: item }, path),
          )
        : []
    case 'blocks':
      return Array.isArray(value)
        ? value.flatMap((item, index) => valuesOfBlock(field.blocks, item, `${path}.${index}`))
        : []
    default:
      return [{ path, field, value }]
  }
}

function valuesOfBlock(kinds: { key: string; fields: Field[] }[], item: unknown, path: string): FoundValue[] {
  const kind = isObject(item) ? kinds.find(candidate => candidate.key === item.type) : undefined
  return kind && isObject(item) ? valuesIn(kind.fields, item, path) : []
}

/** The objects (files, pictures) that the values of a record need. */
export function objectsIn(fields: Field[], values: Values): string[] {
  return valuesIn(fields, values).flatMap(({ field, value }) => {
    if (field.type === 'file' || field.type === 'image') return [(value as FileValue).object]
    if (field.type === 'richText') return richTextObjects(value as RichTextNode)
    return []
  })
}

/** The records that the values of a record refer to, by the path of the field. */
export function referencesIn(fields: Field[], values: Values): { path: string; recordId: string }[] {
  return valuesIn(fields, values).flatMap(({ field, path, value }) =>
    field.type === 'reference' ? [value].flat().map(recordId => ({ path, recordId: String(recordId) })) : [],
  )
}

/** A value as plain text, for a cell of a table, a mail or an export. */
export function plainText(field: Field, value: unknown, language: Language): string {
  if (isEmpty(value)) return ''
  switch (field.type) {
    case 'richText':
      return richTextPlain(value as RichTextNode)
    case 'boolean':
      return value ? { nl: 'Ja', en: 'Yes' }[language] : { nl: 'Nee', en: 'No' }[language]
    case 'money':
      return new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(
        (value as { cents: number }).cents / 100,
      )
    case 'number':
      return new Intl.NumberFormat(locales[language], { maximumFractionDigits: field.decimals ?? 0 }).format(
        Number(value),
      )
    case 'date':
      return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${value}T00:00:00Z`),
      )
    case 'instant':
      return new Intl.DateTimeFormat(locales[language], {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Europe/Amsterdam',
      }).format(new Date(String(value)))
    case 'choice':
      return [value]
        .flat()
        .map(one => choiceText(field.options, String(one), language))
        .join(', ')
    case 'file':
    case 'image':
      return (value as FileValue).name
    case 'list':
      return Array.isArray(value) ? value.map(item => plainText(field.of, item, language)).join(', ') : ''
    case 'group':
      return isObject(value)
        ? field.fields
            .map(inner => plainText(inner, value[inner.key], language))
            .filter(Boolean)
            .join(', ')
        : ''
    case 'blocks':
      return Array.isArray(value) ? String(value.length) : ''
    default:
      return String(value)
  }
}

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

function choiceText(
  options: { value: string; label: { nl?: string | undefined; en?: string | undefined } }[],
  value: string,
  language: Language,
): string {
  const option = options.find(candidate => candidate.value === value)
  return option ? said(option.label, language) : value
}

/** A localised value in a language, or in the first of the site's languages that has one. */
export function inSiteLanguage(
  field: Field,
  value: unknown,
  language: string,
  languages: readonly string[],
): unknown {
  if (!field.localized || !isObject(value)) return value
  const wanted = [language, ...languages].find(candidate => !isEmpty(value[candidate]))
  return wanted === undefined ? undefined : value[wanted]
}

/** The kind of typed column that an indexed field needs; null for a field that can't be filtered by. */
export function slotKind(type: FieldType): SlotKind | null {
  return slots[type] ?? null
}

/** The kinds of typed columns. */
export type SlotKind = 'text' | 'int' | 'time' | 'bool' | 'uuid'

const slots: Partial<Record<FieldType, SlotKind>> = {
  text: 'text',
  email: 'text',
  phone: 'text',
  link: 'text',
  choice: 'text',
  number: 'int',
  money: 'int',
  boolean: 'bool',
  date: 'time',
  instant: 'time',
  reference: 'uuid',
}

/** How many decimals of a number a slot keeps: it holds whole numbers, so a number is stored times a million. */
export const slotScale = 1_000_000

/** The value of an indexed field as its typed column has it; text in the form that it is sorted by. */
export function slotValue(field: Field, value: unknown): string | number | boolean | null {
  if (isEmpty(value)) return null
  const one =
    field.localized && isObject(value) ? Object.values(value).find(candidate => !isEmpty(candidate)) : value
  const first = Array.isArray(one) ? one[0] : one
  switch (field.type) {
    case 'number':
      return Math.round(Number(first) * slotScale)
    case 'money':
      return (first as { cents: number }).cents
    case 'boolean':
      return Boolean(first)
    case 'date':
      return `${first}T00:00:00Z`
    case 'instant':
    case 'reference':
      return String(first)
    default:
      return sortable(String(first))
  }
}

/** Text as it is compared and sorted: without accents or capitals, and no longer than an index likes. */
export function sortable(value: string): string {
  return value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().slice(0, 120)
}
