import { z } from 'zod'

/** Values that fields get by their name rather than by chance: ids of something that exists. */
export type Known = Record<string, unknown>

// What a schema can't tell of itself, because a function checks it.
const likely: Known = {
  email: 'someone@visitor.example',
  password: 'vier losse woorden hier',
  next: 'vier losse woorden hier',
  slug: 'nieuw',
  key: 'nieuws',
  '*': 'a/b',
  bin: 'true',
  unseen: 'true',
}

interface JsonSchema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  minItems?: number
  default?: unknown
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  additionalProperties?: JsonSchema | boolean
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  $ref?: string
  $defs?: Record<string, JsonSchema>
}

/**
 * A value that fits a schema, made from the schema alone; `known` fills fields by their name, at any depth, whether
 * they are required or not.
 */
export function sampleOf(schema: z.ZodType, known: Known = {}): unknown {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema
  return make(json, '', { known, root: json })
}

interface Making {
  known: Known
  root: JsonSchema
}

function make(schema: JsonSchema, name: string, making: Making): unknown {
  if (name in making.known && schema.type !== 'object') return knownFor(schema, making.known[name])
  if (schema.type === 'string' && schema.format === undefined && fits(schema, likely[name]))
    return likely[name]
  if (schema.$ref !== undefined) return make(definition(schema.$ref, making.root), name, making)
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return make(choices.find(choice => choice.type !== 'null') ?? {}, name, making)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(part => make(part, name, making)))
  const type = [schema.type].flat().find(one => one !== 'null') ?? [schema.type].flat()[0]
  switch (type) {
    case 'object':
      return makeObject(schema, making)
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () => make(schema.items ?? {}, name, making))
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1, 1)
    case 'boolean':
      return true
    case 'null':
      return null
    case 'string':
      return makeString(schema)
    default:
      return {}
  }
}

function fits({ pattern }: JsonSchema, value: unknown): boolean {
  return typeof value === 'string' && (pattern === undefined || new RegExp(pattern, 'u').test(value))
}

function knownFor(schema: JsonSchema, value: unknown): unknown {
  return schema.type === 'array' && !Array.isArray(value) ? [value] : value
}

function definition(ref: string, root: JsonSchema): JsonSchema {
  if (ref === '#') return root
  return root.$defs?.[ref.split('/').at(-1) ?? ''] ?? {}
}

function makeObject(schema: JsonSchema, making: Making): Record<string, unknown> {
  // Words must be there in one language at least, which only a check of the schema says.
  const required = new Set(schema.properties && 'nl' in schema.properties ? ['nl'] : schema.required)
  const entries = Object.entries(schema.properties ?? {})
    .filter(([key, inner]) => required.has(key) || isKnown(key, inner, making))
    .map(([key, inner]) => [key, make(inner, key, making)])
  return Object.fromEntries(entries)
}

function isKnown(key: string, schema: JsonSchema, { known }: Making): boolean {
  return key in known || Object.keys(schema.properties ?? {}).some(inner => inner in known)
}

const formats: Record<string, string> = {
  uuid: '01990000-0000-7000-8000-00000000000a',
  email: 'someone@visitor.example',
  uri: 'https://visitor.example/',
  'date-time': '2026-11-22T10:00:00.000Z',
  date: '2026-11-22',
}

const tries = [
  'a',
  'abc',
  'a'.repeat(32),
  'a'.repeat(64),
  '1',
  'A',
  '2026-11-22',
  'www.visitor.example',
  '/abc',
  'nl',
  'form.js',
]

function makeString({ format, pattern, minLength = 1 }: JsonSchema): string {
  if (format !== undefined && formats[format]) return formats[format]
  if (pattern === undefined) return 'drie woorden samen'.padEnd(minLength, 'x')
  const found = tries.find(text => fits({ pattern }, text) && text.length >= minLength)
  if (found === undefined) throw new Error(`no sample fits ${pattern}; add one in test/support/samples.ts`)
  return found
}
