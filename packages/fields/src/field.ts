import { z } from 'zod'
import { type Label, label } from './label.ts'
import { type FieldPrivacy, fieldPrivacy } from './privacy.ts'

/** What every field has. */
interface FieldBase {
  /** The name in documents and templates: letters, digits and underscores. */
  key: string
  label: Label
  help?: Label | undefined
  required?: boolean | undefined
  /** A value per language of the site. */
  localized?: boolean | undefined
  /** Can be filtered and sorted by: the engine gives it a typed column. Only at the top of a collection. */
  indexed?: boolean | undefined
  privacy?: FieldPrivacy | undefined
}

/** The choices of a choice. */
export interface ChoiceOption {
  value: string
  label: Label
}

/** A kind of block, with fields of its own. */
export interface BlockKind {
  key: string
  label: Label
  fields: Field[]
}

/** A field by its type. */
export type Field = FieldBase &
  (
    | { type: 'text'; multiline?: boolean | undefined; maxLength?: number | undefined }
    | { type: 'richText' }
    | { type: 'number'; min?: number | undefined; max?: number | undefined; decimals?: number | undefined }
    | { type: 'money'; minCents?: number | undefined; maxCents?: number | undefined }
    | { type: 'boolean' }
    | { type: 'date' }
    | { type: 'instant' }
    | { type: 'choice'; options: ChoiceOption[]; many?: boolean | undefined }
    | { type: 'email' }
    | { type: 'phone' }
    | { type: 'link' }
    | { type: 'file'; maxBytes?: number | undefined }
    | { type: 'image'; maxBytes?: number | undefined }
    | { type: 'reference'; collection: string; many?: boolean | undefined }
    | { type: 'list'; of: Field; most?: number | undefined }
    | { type: 'group'; fields: Field[] }
    | { type: 'blocks'; blocks: BlockKind[]; most?: number | undefined }
  )

/** The name of a type of field. */
export type FieldType = Field['type']

/** A field of one type. */
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>

/** The form of a key. */
export const fieldKey = z.string().regex(/^[a-z][a-zA-Z0-9_]{0,39}$/, {
  error:
    'Begin met een kleine letter; daarna letters, cijfers en _.\u0000Begin with a lower-case letter; then letters, digits and _.',
})

const reservedKeys = new Set([
  'id',
  'url',
  'type',
  'published',
  'created',
  'updated',
  'constructor',
  'prototype',
])

const base = {
  key: fieldKey.refine(key => !reservedKeys.has(key), {
    error: 'Deze naam gebruikt Helder zelf.\u0000Helder uses this name itself.',
  }),
  label,
  help: label.optional(),
  required: z.boolean().optional(),
  localized: z.boolean().optional(),
  indexed: z.boolean().optional(),
  privacy: fieldPrivacy.optional(),
}

const option = z.object({ value: z.string().trim().min(1).max(80), label })
const bytes = z.number().int().min(1).max(100_000_000).optional()

/** A definition of a field; lists, groups and blocks may hold others, four deep at most. */
export const field: z.ZodType<Field, Field> = fieldAtDepth(4)

function fieldAtDepth(depth: number): z.ZodType<Field, Field> {
  const simple = [
    z.object({
      ...base,
      type: z.literal('text'),
      multiline: z.boolean().optional(),
      maxLength: z.number().int().min(1).max(100_000).optional(),
    }),
    z.object({ ...base, type: z.literal('richText') }),
    z.object({
      ...base,
      type: z.literal('number'),
      min: z.number().optional(),
      max: z.number().optional(),
      decimals: z.number().int().min(0).max(6).optional(),
    }),
    z.object({
      ...base,
      type: z.literal('money'),
      minCents: z.number().int().optional(),
      maxCents: z.number().int().optional(),
    }),
    z.object({ ...base, type: z.literal('boolean') }),
    z.object({ ...base, type: z.literal('date') }),
    z.object({ ...base, type: z.literal('instant') }),
    z.object({
      ...base,
      type: z.literal('choice'),
      options: z.array(option).min(1).max(500),
      many: z.boolean().optional(),
    }),
    z.object({ ...base, type: z.literal('email') }),
    z.object({ ...base, type: z.literal('phone') }),
    z.object({ ...base, type: z.literal('link') }),
    z.object({ ...base, type: z.literal('file'), maxBytes: bytes }),
    z.object({ ...base, type: z.literal('image'), maxBytes: bytes }),
    z.object({ ...base, type: z.literal('reference'), collection: fieldKey, many: z.boolean().optional() }),
  ] as const
  if (depth === 0) return z.discriminatedUnion('type', simple) as z.ZodType<Field, Field>
  const inner = z.lazy(() => fieldAtDepth(depth - 1))
  const innerFields = fieldsOf(inner)
  const block = z.object({ key: fieldKey, label, fields: innerFields })
  return z.discriminatedUnion('type', [
    ...simple,
    z.object({
      ...base,
      type: z.literal('list'),
      of: inner,
      most: z.number().int().min(1).max(1000).optional(),
    }),
    z.object({ ...base, type: z.literal('group'), fields: innerFields }),
    z.object({
      ...base,
      type: z.literal('blocks'),
      blocks: z.array(block).min(1).max(40),
      most: z.number().int().min(1).max(1000).optional(),
    }),
  ]) as z.ZodType<Field, Field>
}

/** The fields of a collection, a group or a block: each key once. */
export const fields: z.ZodType<Field[], Field[]> = fieldsOf(field)

function fieldsOf(one: z.ZodType<Field, Field>): z.ZodType<Field[], Field[]> {
  return z
    .array(one)
    .max(100)
    .superRefine((list, context) => {
      const seen = new Set<string>()
      for (const [index, { key }] of list.entries()) {
        if (seen.has(key)) {
          const message = `Er is al een veld ${key}.\u0000There is a field ${key} already.`
          context.addIssue({ code: 'custom', path: [index, 'key'], message })
        }
        seen.add(key)
      }
    })
}
