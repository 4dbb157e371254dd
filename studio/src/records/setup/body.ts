import type { CollectionPrivacy, Field, Label } from '@helder/fields'
import type { DefinitionBody } from '@helder/server/records/collections/schema'
import { type Text, text } from '@helder/words'
import { pathOf } from './tree.ts'

/** A set-up as it is being worked on. Its privacy may still lack a purpose; until then it says nothing. */
export type Body = DefinitionBody

/** What is worked on, of a definition as the server has it. */
export function bodyOf({ name, fields, privacy, settings }: Body): Body {
  return { name, fields, privacy, settings }
}

/** A set-up as it is sent: what was begun about people counts once it says why. */
export function toSend(body: Body): Body {
  return { ...body, privacy: body.privacy && hasWords(body.privacy.purpose) ? body.privacy : null }
}

/** Whether something is said, in any language. */
export function hasWords(label: Label | undefined): boolean {
  return Boolean(label?.nl?.trim() || label?.en?.trim())
}

const firstKeepDays = { form: 90, content: null } as const

/** What is proposed about people before anybody chose: recognised by the first e-mail address, kept for a while. */
export function firstPrivacy(kind: 'content' | 'form', fields: readonly Field[]): CollectionPrivacy {
  return {
    subjectField: subjectFields(fields)[0]?.key ?? null,
    purpose: {},
    erase: 'record',
    keepDays: firstKeepDays[kind],
  }
}

/** The fields by which a person can be recognised. */
export function subjectFields(fields: readonly Field[]): Field[] {
  return fields.filter(({ type, localized }) => type === 'email' && !localized)
}

const fillIn = text('Vul dit in.', 'Fill this in.')
const addOption = text('Geef ten minste één keuze.', 'Give at least one choice.')

/** What can not be saved as it is, by the name of its input. */
export function faultsOf(body: Body): Record<string, Text> {
  return {
    ...(hasWords(body.name) ? {} : { name: fillIn }),
    ...faultsOfFields(body.fields, ''),
  }
}

function faultsOfFields(fields: readonly Field[], above: string): Record<string, Text> {
  return Object.assign({}, ...fields.map(field => faultsOfField(field, pathOf(above, field.key))))
}

function faultsOfField(field: Field, path: string): Record<string, Text> {
  const own = hasWords(field.label) ? {} : { [`${path}.label`]: fillIn }
  switch (field.type) {
    case 'choice':
      return { ...own, ...faultsOfOptions(field.options, path) }
    case 'group':
      return { ...own, ...faultsOfFields(field.fields, path) }
    case 'list':
      return { ...own, ...(field.of.type === 'group' ? faultsOfFields(field.of.fields, path) : {}) }
    case 'blocks':
      return Object.assign(
        own,
        ...field.blocks.map(kind => ({
          ...(hasWords(kind.label) ? {} : { [`${pathOf(path, kind.key)}.label`]: fillIn }),
          ...faultsOfFields(kind.fields, pathOf(path, kind.key)),
        })),
      )
    default:
      return own
  }
}

function faultsOfOptions(options: { value: string; label: Label }[], path: string): Record<string, Text> {
  if (options.length === 0) return { [`${path}.newOption`]: addOption }
  const empty = options.filter(({ label }) => !hasWords(label))
  return Object.fromEntries(empty.map(({ value }) => [`${path}.options.${value}`, fillIn]))
}

/** Paths of the server, by places in lists (`fields.2.label`), as the names of inputs (`email.label`). */
export function inputName(body: Body, path: string): string {
  const [first, ...rest] = path.split('.')
  return first === 'fields' ? named(body.fields, rest, '') : path
}

function named(fields: readonly Field[], [at = '', ...rest]: string[], above: string): string {
  const field = fields[Number(at)]
  if (field === undefined) return [above, at, ...rest].filter(Boolean).join('.')
  const path = pathOf(above, field.key)
  if (field.type === 'group' && rest[0] === 'fields') return named(field.fields, rest.slice(1), path)
  if (field.type === 'list' && field.of.type === 'group' && rest[0] === 'of' && rest[1] === 'fields')
    return named(field.of.fields, rest.slice(2), path)
  const kind = field.type === 'blocks' && rest[0] === 'blocks' ? field.blocks[Number(rest[1])] : undefined
  if (kind && rest[2] === 'fields') return named(kind.fields, rest.slice(3), pathOf(path, kind.key))
  return [path, ...rest].join('.')
}
