import { checkValues, type Field, isObject, type ValueProblem, type Values } from '@helder/fields'
import type { Text } from '@helder/words'

/** What is wrong with the values of an item, and what they lack, by the name of the input. */
export interface Problems {
  /** What can not be saved as it is. */
  faults: Record<string, Text>
  /** What is needed before the item can be published. */
  missing: Record<string, Text>
}

/** The languages of the site, and those in which an item has words all the same. */
export function languagesIn(fields: readonly Field[], values: Values, site: readonly string[]): string[] {
  const found = fields.flatMap(({ key, localized }) => {
    const value = values[key]
    return localized && isObject(value) ? Object.keys(value) : []
  })
  return [...new Set([...site, ...found])]
}

/** Looks at the values of an item as the server will, so that it is said while somebody types. */
export function problemsOf(fields: Field[], values: Values, site: readonly string[]): Problems {
  const languages = languagesIn(fields, values, site)
  const own = languages[0] ?? 'nl'
  const wrong = checkValues(fields, values, { complete: false, languages }).problems
  const all = checkValues(fields, values, { complete: true, languages }).problems
  const faults = named(fields, wrong, own)
  const lacking = named(fields, all, own)
  return {
    faults,
    missing: Object.fromEntries(Object.entries(lacking).filter(([name]) => !(name in faults))),
  }
}

function named(fields: Field[], problems: readonly ValueProblem[], own: string): Record<string, Text> {
  return Object.fromEntries(problems.map(({ path, message }) => [inputName(fields, path, own), message]))
}

/**
 * The name of the input for what is said of a path. Of a field without a word in any language the server names no
 * language: then it is about the site's own.
 */
export function inputName(fields: readonly Field[], path: string, own: string): string {
  const field = fieldAt(fields, path)
  return field?.localized ? `${path}.${own}` : path
}

/** The field that a path leads to; undefined where it leads to a language of one, or nowhere. */
export function fieldAt(fields: readonly Field[], path: string): Field | undefined {
  const [key = '', ...rest] = path.split('.')
  const field = fields.find(candidate => candidate.key === key)
  if (field === undefined || rest.length === 0) return field
  switch (field.type) {
    case 'group':
      return fieldAt(field.fields, rest.join('.'))
    case 'list': {
      const [at = '', ...further] = rest
      return fieldAt([{ ...field.of, key: at }], [at, ...further].join('.'))
    }
    case 'blocks':
      return field.blocks.map(kind => fieldAt(kind.fields, rest.slice(1).join('.'))).find(Boolean)
    default:
      return undefined
  }
}

/** How many of the localised fields at the top lack words in a language while another language has them. */
export function lackingIn(fields: readonly Field[], values: Values, language: string): number {
  return fields.filter(({ key, localized }) => {
    const value = values[key]
    return localized && isObject(value) && Object.keys(value).length > 0 && value[language] === undefined
  }).length
}

/**
 * Values that can be saved: a field with a fault in it, at any depth, keeps what was saved before, so that the others
 * need not wait for it.
 */
export function savable(values: Values, kept: Values, faults: Readonly<Record<string, unknown>>): Values {
  const faulty = new Set(Object.keys(faults).map(name => name.split('.')[0] ?? ''))
  if (faulty.size === 0) return values
  const sound = Object.entries(values).filter(([key]) => !faulty.has(key))
  return {
    ...Object.fromEntries(sound),
    ...Object.fromEntries(Object.entries(kept).filter(([key]) => faulty.has(key))),
  }
}

/** Values without what no field knows any more, which the server would refuse. */
export function fitting(fields: readonly Field[], values: Values): Values {
  return Object.fromEntries(
    fields.flatMap(field => {
      const value = values[field.key]
      if (value === undefined || value === null) return []
      return [[field.key, field.localized ? value : fittingValue(field, value)]]
    }),
  )
}

function fittingValue(field: Field, value: unknown): unknown {
  switch (field.type) {
    case 'group':
      return isObject(value) ? fitting(field.fields, value) : value
    case 'list':
      return Array.isArray(value) ? value.map(item => fittingValue(field.of, item)) : value
    case 'blocks':
      return Array.isArray(value) ? value.flatMap(item => fittingBlock(field, item)) : value
    default:
      return value
  }
}

function fittingBlock({ blocks }: Field & { type: 'blocks' }, item: unknown): Values[] {
  const kind = isObject(item) ? blocks.find(({ key }) => key === item.type) : undefined
  return kind && isObject(item) ? [{ type: item.type, ...fitting(kind.fields, item) }] : []
}
