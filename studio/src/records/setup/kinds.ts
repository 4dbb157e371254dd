import type { Field, Label } from '@helder/fields'
import { visitorFieldTypes } from '@helder/liquid/forms'
import { type Text, text } from '@helder/words'

/** The kinds of fields that people choose from. One type of field can be several kinds: a line of text, or lines. */
export const kinds = {
  line: { label: text('Regel tekst', 'Line of text'), about: text('een naam, een titel', 'a name, a title') },
  lines: {
    label: text('Lap tekst', 'Lines of text'),
    about: text('een vraag of bericht', 'a question or message'),
  },
  richText: {
    label: text('Opgemaakte tekst', 'Formatted text'),
    about: text('met koppen, lijstjes en plaatjes', 'with headings, lists and pictures'),
  },
  email: { label: text('E-mailadres', 'E-mail address'), about: text('wordt nagekeken', 'is checked') },
  phone: { label: text('Telefoonnummer', 'Phone number'), about: text('wordt nagekeken', 'is checked') },
  oneOf: {
    label: text('Eén keuze', 'One choice'),
    about: text('uit een paar antwoorden', 'out of some answers'),
  },
  anyOf: {
    label: text('Meer keuzes', 'Any choices'),
    about: text('zoveel antwoorden als men wil', 'as many answers as one likes'),
  },
  tick: { label: text('Vinkje', 'Tick'), about: text('ja of nee', 'yes or no') },
  number: { label: text('Getal', 'Number'), about: text('een aantal, een maat', 'a count, a measure') },
  money: { label: text('Bedrag', 'Amount'), about: text('in euro', 'in euros') },
  date: { label: text('Dag', 'Day'), about: text('een datum', 'a date') },
  instant: { label: text('Tijdstip', 'Moment'), about: text('een datum met tijd', 'a date with a time') },
  link: {
    label: text('Adres van een pagina', 'Address of a page'),
    about: text('wordt een link', 'becomes a link'),
  },
  image: { label: text('Plaatje', 'Picture'), about: text('een foto of tekening', 'a photo or drawing') },
  file: {
    label: text('Bestand', 'File'),
    about: text('een pdf of ander document', 'a PDF or other document'),
  },
  reference: {
    label: text('Verwijzing', 'Reference'),
    about: text('naar een item van een verzameling', 'to an item of a collection'),
  },
  references: {
    label: text('Verwijzingen', 'References'),
    about: text('naar items van een verzameling', 'to items of a collection'),
  },
  group: {
    label: text('Groep', 'Group'),
    about: text('velden die bij elkaar horen', 'fields that belong together'),
  },
  lineList: {
    label: text('Lijst', 'List'),
    about: text('regels tekst onder elkaar', 'lines of text in a row'),
  },
  groupList: {
    label: text('Lijst van groepen', 'List of groups'),
    about: text('dezelfde velden, meer keren', 'the same fields, several times'),
  },
  blocks: {
    label: text('Blokken', 'Blocks'),
    about: text('een pagina uit losse delen', 'a page made of parts'),
  },
} as const satisfies Record<string, { label: Text; about: Text }>

/** A kind of field. */
export type Kind = keyof typeof kinds

/** All kinds, in the order in which they are offered. */
export const kindKeys = Object.keys(kinds) as Kind[]

/** The kind of a field that exists. */
export function kindOf(field: Field): Kind {
  switch (field.type) {
    case 'text':
      return field.multiline ? 'lines' : 'line'
    case 'choice':
      return field.many ? 'anyOf' : 'oneOf'
    case 'reference':
      return field.many ? 'references' : 'reference'
    case 'list':
      return field.of.type === 'group' ? 'groupList' : 'lineList'
    case 'boolean':
      return 'tick'
    default:
      return field.type
  }
}

/** What a new field is made of. */
export interface NewField {
  key: string
  label: Label
  kind: Kind
  /** The choices, for a kind that has them. */
  options: { value: string; label: Label }[]
  /** The collection that a reference leads to. */
  collection: string
  localized: boolean
}

/** Makes a field that says nothing yet about whose data it holds. */
export function makeField({ key, label, kind, options, collection, localized }: NewField): Field {
  const base = { key, label, ...(localized ? { localized } : {}) }
  switch (kind) {
    case 'line':
      return { ...base, type: 'text' }
    case 'lines':
      return { ...base, type: 'text', multiline: true }
    case 'oneOf':
      return { ...base, type: 'choice', options }
    case 'anyOf':
      return { ...base, type: 'choice', options, many: true }
    case 'tick':
      return { ...base, type: 'boolean' }
    case 'reference':
      return { ...base, type: 'reference', collection }
    case 'references':
      return { ...base, type: 'reference', collection, many: true }
    case 'group':
      return { ...base, type: 'group', fields: [] }
    case 'lineList':
      return { ...base, type: 'list', of: { key: 'item', label, type: 'text' } }
    case 'groupList':
      return { ...base, type: 'list', of: { key: 'item', label, type: 'group', fields: [] } }
    case 'blocks':
      return { ...base, type: 'blocks', blocks: [{ key: 'part', label: text('Deel', 'Part'), fields: [] }] }
    default:
      return { ...base, type: kind }
  }
}

const containing: ReadonlySet<Kind> = new Set(['group', 'lineList', 'groupList', 'blocks'])
const inOneLanguage: ReadonlySet<Kind> = new Set([...containing, 'reference', 'references', 'tick'])

/** Where a field is added. */
export interface Where {
  kind: 'content' | 'form'
  /** How many fields it stands in. */
  depth: number
  /** Whether the site has a collection to refer to. */
  hasCollections: boolean
}

const deepest = 3

/** The kinds that can be added somewhere: a visitor can not fill in everything. */
export function kindsFor({ kind, depth, hasCollections }: Where): Kind[] {
  return kindKeys.filter(key => {
    if (containing.has(key) && depth >= deepest) return false
    if ((key === 'reference' || key === 'references') && !hasCollections) return false
    return kind === 'content' || visitorFieldTypes.has(makeField({ ...nothing, kind: key }).type)
  })
}

const nothing: Omit<NewField, 'kind'> = { key: 'x', label: {}, options: [], collection: '', localized: false }

/** Whether a field of this kind can say something else in each language of the site. */
export function canBeLocalized(kind: Kind): boolean {
  return !inOneLanguage.has(kind)
}
