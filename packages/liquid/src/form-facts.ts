import type { Daylight, Field, Label } from '@helder/fields'

/** A form as a site has it. */
export interface FormFacts {
  key: string
  name: Label
  fields: Field[]
  thanks: Label | undefined
  button: Label | undefined
  /** What the daylight mark says of each personal field, by path. */
  daylight: Record<string, Daylight>
}

/** What became of a form that somebody sent: thanks, or what is wrong with what they typed. */
export type FormState =
  | { key: string; sent: true }
  | { key: string; sent: false; values: Record<string, unknown>; problems: Record<string, string> }

/** The types of fields that a visitor can fill in. */
export const visitorFieldTypes: ReadonlySet<Field['type']> = new Set([
  'text',
  'number',
  'money',
  'boolean',
  'date',
  'instant',
  'choice',
  'email',
  'phone',
  'link',
  'file',
  'image',
  'group',
])

/** The fields of a form that a visitor gets to see, with the name under which each is sent. */
export function visitorFields(fields: readonly Field[], above = ''): { name: string; field: Field }[] {
  return fields
    .filter(field => visitorFieldTypes.has(field.type))
    .map(field => ({ name: above === '' ? field.key : `${above}.${field.key}`, field }))
}

/** The field that no person sees: whoever fills it in is a program. */
export const honeypotName = '_website'

/** The field that says on which page a form stood. */
export const pageName = '_page'

/** The field that says when the form was first touched, signed by the server. */
export const stampName = '_stamp'
