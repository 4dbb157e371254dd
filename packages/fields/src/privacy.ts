import { type Language, type Text, term, text } from '@helder/words'
import { z } from 'zod'
import { type Label, label, said } from './label.ts'

/** The kinds of personal data that Helder tells apart. A closed list, so that a register can be read. */
export const categories = {
  'contact.name': text('naam', 'name'),
  'contact.email': text('e-mailadres', 'e-mail address'),
  'contact.phone': text('telefoonnummer', 'phone number'),
  'contact.address': text('adres', 'address'),
  'person.birth-date': text('geboortedatum', 'date of birth'),
  'person.preference': text('voorkeur', 'preference'),
  'person.image': text('foto', 'photo'),
  'person.other': text('ander gegeven over iemand', 'other fact about someone'),
  financial: text('financieel gegeven', 'financial fact'),
  learning: text('leerresultaat', 'learning result'),
  content: text('wat iemand schreef', 'what someone wrote'),
  credential: text('sleutel tot een account', 'key to an account'),
  device: text('apparaat', 'device'),
  activity: text('wat iemand deed, en wanneer', 'what someone did, and when'),
} as const satisfies Record<string, Text>

/** A kind of personal data. */
export type Category = keyof typeof categories

/** All categories, for a schema or a list to choose from. */
export const categoryKeys = Object.keys(categories) as [Category, ...Category[]]

/**
 * What a field says about the data it holds. A field without it is not declared yet: a form that has one can not
 * be published. An e-mail address or phone number that is said not to be personal needs a reason.
 */
export const fieldPrivacy = z.discriminatedUnion('personal', [
  z.object({ personal: z.literal(false), because: z.string().trim().max(300).optional() }),
  z.object({ personal: z.literal(true), category: z.enum(categoryKeys), purpose: label.optional() }),
])

/** What a field says about the data it holds. */
export type FieldPrivacy = z.output<typeof fieldPrivacy>

/** What a collection says about the people in it. */
export const collectionPrivacy = z.object({
  /** The key of the field by which a person is recognised, an e-mail address; null where nobody can be. */
  subjectField: z.string().nullable(),
  /** Why the data is held. */
  purpose: label,
  /** What goes when the person is erased: the whole record, or only what its personal fields hold. */
  erase: z.enum(['record', 'fields']).default('record'),
  /** How many days after it was made a record goes; null for as long as somebody keeps it, which a form can't. */
  keepDays: z.number().int().min(1).max(3660).nullable(),
})

/** What a collection says about the people in it. */
export type CollectionPrivacy = z.output<typeof collectionPrivacy>

/** What the daylight mark says of a field: whose data, why, until when, who sees it. */
export interface Daylight {
  category: Category
  whose: Text
  purpose: Label
  keep: Text
  /** The names of the roles that see it. */
  seenBy: Text[]
}

/** The daylight sentence, to a member about somebody, or to the person about themselves. */
export function daylightSentence(daylight: Daylight, language: Language, to: 'member' | 'self'): string {
  const roles = daylight.seenBy.map(role => role[language].toLowerCase())
  const list = new Intl.ListFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { type: 'conjunction' })
  const purpose = said(daylight.purpose, language)
  if (language === 'nl') {
    const seen = roles.length === 0 ? 'Niemand anders ziet het.' : `Te zien voor: ${list.format(roles)}.`
    return `${capital(what(daylight, language, to))}, ${purpose}. Bewaard ${daylight.keep.nl}. ${seen}`
  }
  const seen = roles.length === 0 ? 'Nobody else sees it.' : `Seen by: ${list.format(roles)}.`
  return `${capital(what(daylight, language, to))}, ${purpose}. Kept ${daylight.keep.en}. ${seen}`
}

// Kinds that are no thing of somebody's, and so are said otherwise; `…` is whose it is.
const saidOtherwise: Partial<Record<Category, { self: Text; member: Text }>> = {
  'person.other': {
    self: text('iets over jou', 'something about you'),
    member: text('een gegeven over …', 'a fact about …'),
  },
  financial: {
    self: text('een financieel gegeven van jou', 'a financial fact of yours'),
    member: text('een financieel gegeven van …', 'a financial fact of …'),
  },
  content: { self: text('wat je schrijft', 'what you write'), member: text('wat … schreef', 'what … wrote') },
  credential: {
    self: text('de sleutel tot je account', 'the key to your account'),
    member: text('de sleutel tot het account van …', 'the key to the account of …'),
  },
  activity: {
    self: text('wat je deed, en wanneer', 'what you did, and when'),
    member: text('wat … deed, en wanneer', 'what … did, and when'),
  },
}

function what({ category, whose }: Daylight, language: Language, to: 'member' | 'self'): string {
  const said = saidOtherwise[category]?.[to][language]
  if (said !== undefined) return said.replace('…', whose[language])
  const name = categories[category][language]
  if (language === 'nl') return to === 'self' ? `jouw ${name}` : `${name} van ${whose.nl}`
  return to === 'self' ? `your ${name}` : `${name} of ${whose.en}`
}

/** A term of days as words: `tot 90 dagen na ontvangst`. */
export function keepText(keepDays: number | null): Text {
  return keepDays === null
    ? text('zolang de organisatie het nodig heeft', 'as long as the organisation needs it')
    : text(`tot ${term(keepDays, 'nl')} na ontvangst`, `until ${term(keepDays, 'en')} after it came in`)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
