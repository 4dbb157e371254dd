import type { Category, Field, Label } from '@helder/fields'
import type { Kind } from './kinds.ts'

function words(label: Label): string {
  return `${label.nl ?? ''} ${label.en ?? ''}`.toLowerCase()
}

const birth = /geboorte|birth|verjaardag/
const name = /(^|[\s-])(voor|achter|roep)?na(a|)m|\bname\b/
const address = /\badres|straat|postcode|woonplaats|huisnummer|\baddress|street|\bpostal|\bcity\b|\btown\b/
const email = /e-?mail/
const phone = /telefoon|mobiel|\b(tele)?phone|\bmobile/
const money = /iban|bankrekening|rekeningnummer|bank account/

/** The kind of personal data that a field seems to hold; null where nothing points to people. */
export function suggestedCategory(field: Field, holder: 'content' | 'form'): Category | null {
  const said = words(field.label)
  if (field.type === 'email' || (field.type === 'text' && email.test(said))) return 'contact.email'
  if (field.type === 'phone' || phone.test(said)) return 'contact.phone'
  if (birth.test(said)) return 'person.birth-date'
  if (money.test(said)) return 'financial'
  // A name in a collection is as likely that of a plant; in a form it is that of whoever fills it in.
  if (holder === 'content') return null
  if (field.type === 'image') return 'person.image'
  if (field.type !== 'text') return null
  if (address.test(said)) return 'contact.address'
  if (name.test(said)) return 'contact.name'
  return field.multiline ? 'content' : null
}

const byWords: [RegExp, Kind][] = [
  [email, 'email'],
  [phone, 'phone'],
  [birth, 'date'],
  [/datum|\bdate\b|\bday\b|\bdag\b/, 'date'],
  [/bericht|vraag|opmerking|toelichting|message|question|remark|comment/, 'lines'],
  [/aantal|hoeveel|how many|number of/, 'number'],
  [/prijs|bedrag|\bprice|amount/, 'money'],
  [/foto|plaatje|afbeelding|photo|picture|image/, 'image'],
  [/bestand|bijlage|\bcv\b|\bfile\b|attachment/, 'file'],
  [/akkoord|toestemming|\bagree|consent/, 'tick'],
  [/website|\blink\b/, 'link'],
]

/** The kind of field that people mean by what they call it; a line of text where nothing points elsewhere. */
export function suggestedKind(label: string, offered: readonly Kind[]): Kind {
  const said = label.toLowerCase()
  const found = byWords.find(([pattern, kind]) => pattern.test(said) && offered.includes(kind))
  return found?.[1] ?? 'line'
}
