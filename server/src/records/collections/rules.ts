import {
  type CollectionPrivacy,
  type Field,
  inSiteLanguage,
  type Label,
  leavesOf,
  plainText,
  type SlotKind,
  slotKind,
  undeclaredLeaves,
  type Values,
} from '@helder/fields'
import { isLanguage, type Text, text } from '@helder/words'
import type { DefinitionBody } from './schema.ts'

/** What keeps a definition from being published, by the path of a field. */
export interface DefinitionProblem {
  path: string
  message: Text
}

/** A definition as it stands, whoever made it. */
export interface Definition {
  collectionId: string
  siteId: string
  kind: 'content' | 'form'
  key: string
  version: number
  name: Label
  fields: Field[]
  privacy: CollectionPrivacy | null
  settings: DefinitionBody['settings']
}

/** The permission that lets a member see the records of a collection. */
export const seenWith: Record<Definition['kind'], string> = {
  content: 'records.content.read',
  form: 'records.submissions.read',
}

const columns: Record<SlotKind, readonly string[]> = {
  text: ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8'],
  int: ['n1', 'n2', 'n3', 'n4'],
  time: ['d1', 'd2', 'd3', 'd4'],
  bool: ['b1', 'b2', 'b3', 'b4'],
  uuid: ['u1', 'u2', 'u3', 'u4'],
}

/** Which typed column holds which field: `{ title: 't1' }`. */
export type Slots = Record<string, string>

/** Every typed column there is. */
export const slotColumns: readonly string[] = Object.values(columns).flat()

/**
 * Gives each indexed field a typed column: the one that it had, or a free one of its kind. The field that people
 * are recognised by always has one. `full` names the fields for which none was left.
 */
export function assignSlots(
  before: Slots,
  definition: Pick<DefinitionBody, 'fields' | 'privacy'>,
): { slots: Slots; full: string[] } {
  const slots: Slots = {}
  const full: string[] = []
  const wanted = definition.fields.flatMap(field => {
    const kind = field.indexed || field.key === definition.privacy?.subjectField ? slotKind(field.type) : null
    return kind === null ? [] : [{ key: field.key, kind }]
  })
  for (const { key, kind } of wanted) {
    const had = before[key]
    if (had !== undefined && columns[kind].includes(had)) slots[key] = had
  }
  for (const { key, kind } of wanted) {
    if (slots[key] !== undefined) continue
    const taken = new Set(Object.values(slots))
    const free = columns[kind].find(column => !taken.has(column))
    if (free === undefined) full.push(key)
    else slots[key] = free
  }
  return { slots, full }
}

/** Whether the typed columns of existing records must be filled anew. */
export function slotsDiffer(before: Slots, after: Slots): boolean {
  return Object.entries(after).some(([key, column]) => before[key] !== column)
}

const longestFormDays = 1096

/** What keeps a definition from being published. */
export function definitionProblems(
  kind: 'content' | 'form',
  definition: DefinitionBody,
): DefinitionProblem[] {
  return [
    ...(definition.fields.length === 0
      ? [problem('fields', text('Voeg ten minste één veld toe.', 'Add at least one field.'))]
      : []),
    ...undeclaredLeaves(definition.fields).map(({ path }) => problem(path, undeclared)),
    ...peopleProblems(kind, definition),
  ]
}

const undeclared = text(
  'Zeg van dit veld of het iets over een persoon zegt, en wat.',
  'Say of this field whether it tells something about a person, and what.',
)

function problem(path: string, message: Text): DefinitionProblem {
  return { path, message }
}

function peopleProblems(kind: 'content' | 'form', { fields, privacy }: DefinitionBody): DefinitionProblem[] {
  const personal = leavesOf(fields).some(({ field }) => field.privacy?.personal)
  if (!personal) return []
  if (privacy === null) {
    return [
      problem(
        'privacy',
        text(
          'Zeg waarom je deze gegevens vraagt en hoe lang je ze bewaart.',
          'Say why you ask for this data and how long you keep it.',
        ),
      ),
    ]
  }
  return [...termProblems(kind, privacy), ...subjectProblems(fields, privacy)]
}

function termProblems(kind: 'content' | 'form', { keepDays }: CollectionPrivacy): DefinitionProblem[] {
  if (kind === 'content' || (keepDays !== null && keepDays <= longestFormDays)) return []
  return [
    problem(
      'privacy.keepDays',
      text(
        'Wat bezoekers invullen bewaar je niet langer dan drie jaar. Kies een termijn.',
        'What visitors fill in is kept for three years at most. Choose a term.',
      ),
    ),
  ]
}

function subjectProblems(fields: Field[], { subjectField }: CollectionPrivacy): DefinitionProblem[] {
  if (subjectField === null) return []
  const field = fields.find(candidate => candidate.key === subjectField)
  if (field?.type === 'email' && !field.localized) return []
  return [
    problem(
      'privacy.subjectField',
      text(
        'Kies het e-mailveld waaraan je iemand herkent.',
        'Choose the e-mail field by which you recognise someone.',
      ),
    ),
  ]
}

/** The field that names a record: the one that was chosen, else its first text. */
export function titleField({ fields, settings }: Pick<Definition, 'fields' | 'settings'>): Field | undefined {
  const named = fields.find(field => field.key === settings.content?.titleField)
  return named ?? fields.find(({ type }) => type === 'text') ?? fields[0]
}

/** The name of a record in a list. */
export function titleOf(
  definition: Pick<Definition, 'fields' | 'settings'>,
  values: Values,
  language: string,
  languages: readonly string[] = [language],
): string {
  const field = titleField(definition)
  if (field === undefined) return ''
  const value = inSiteLanguage(field, values[field.key], language, languages)
  return plainText(field, value, isLanguage(language) ? language : 'nl').slice(0, 120)
}

/** The fields of a submission in one line, for a list: names first, then what was written. */
export function summaryOf(definition: Pick<Definition, 'fields'>, values: Values): string {
  return definition.fields
    .filter(field => !['file', 'image', 'boolean'].includes(field.type))
    .map(field => plainText(field, values[field.key], 'nl').replace(/\s+/g, ' '))
    .filter(Boolean)
    .join(' · ')
    .slice(0, 160)
}
