import type { Fact, FoundItem, Place, SubjectKeys } from '../../core/personal-data.ts'
import { normalEmail } from '../../core/personal-data.ts'
import { tableOf } from '../subjects/rules.ts'

/** What a scan looks for. Addresses and telephone numbers are one person's; a name may be another's too. */
export interface Markers {
  emails: string[]
  /** The digits that tell a number from others, without the ways to write it. */
  phones: string[]
  names: string[]
  /** Whether an address is somebody's whose address is known by its keyed hash only: an erasure is repeated. */
  knows?: (email: string) => boolean
}

/** Where a scan saw somebody: a table, `objects`, `queue` or `logs`; the row or file in it; the column. */
export interface Hit {
  place: string
  key: string
  part: string
  /** Whether it can be nobody else. */
  sure: boolean
  phones: string[]
}

/** What the scan must look for, given how somebody is recognised and what is held about them. */
export function markersOf(keys: SubjectKeys, items: FoundItem[]): Markers {
  const facts = items.flatMap(item => item.facts)
  return {
    emails: [...keys.emails],
    phones: unique(ofCategory(facts, 'contact.phone').flatMap(value => phoneDigits(value) ?? [])),
    // Two letters are found everywhere and say nothing.
    names: unique(ofCategory(facts, 'contact.name').map(normalName)).filter(name => name.length >= 4),
  }
}

function ofCategory(facts: Fact[], category: Fact['category']): string[] {
  return facts.filter(fact => fact.category === category).flatMap(fact => [fact.value].flat().map(String))
}

function unique(values: string[]): string[] {
  return [...new Set(values)]
}

// Numbers are written with and without a country; the last nine digits are the same in both.
const tellingDigits = 9

/** The digits by which a telephone number is compared, or null for one that is too short to be told from others. */
export function phoneDigits(value: string): string | null {
  const digits = value.replace(/\D/g, '')
  return digits.length >= tellingDigits ? digits.slice(-tellingDigits) : null
}

/** A text as it is searched: Unicode in one form, lower case. */
export function searchable(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function normalName(name: string): string {
  return searchable(name).replace(/\s+/g, ' ').trim()
}

/** What a searchable text holds of the markers, at their borders: `ann@x.nl` is not in `joann@x.nl`. */
export function marked(text: string, markers: Markers): { sure: boolean; unsure: boolean; phones: string[] } {
  const phones = markers.phones.length > 0 ? phonesIn(text, markers.phones) : []
  const email =
    markers.emails.some(value => holds(text, value, partOfAddress, moreOfAddress)) ||
    (markers.knows !== undefined && addressesIn(text).some(markers.knows))
  const name = markers.names.some(value => holds(text, value, letter, letter))
  return { sure: email || phones.length > 0, unsure: name, phones }
}

const letter = /[\p{L}\p{N}]/u
const partOfAddress = /[\p{L}\p{N}._%+-]/u
// Behind an address comes the rest of a longer domain, unless what comes is what files end in.
const moreOfAddress =
  /^(?:[\p{L}\p{N}-]|\.(?!(?:pdf|txt|eml|docx?|xlsx?|csv|jpe?g|png|gif|html?|json|zip|md)(?![\p{L}\p{N}-]))[\p{L}\p{N}])/u
const longestEnding = 8

function holds(text: string, value: string, before: RegExp, after: RegExp): boolean {
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
    const end = at + value.length
    const rest = text.slice(end, end + longestEnding)
    if (!before.test(text.slice(Math.max(0, at - 1), at)) && rest.search(after) !== 0) return true
  }
  return false
}

const anyAddress = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

// Every address in a text, and each without what may be the ending of a file.
function addressesIn(text: string): string[] {
  if (!text.includes('@')) return []
  return (text.match(anyAddress) ?? []).flatMap(address => [address, address.replace(/\.[^.]+$/, '')])
}

const writtenNumber = /\d[\d ().\-/]{6,}\d/g

function phonesIn(text: string, phones: string[]): string[] {
  const digits = (text.match(writtenNumber) ?? []).map(number => number.replace(/\D/g, ''))
  return phones.filter(phone => digits.some(number => number.includes(phone)))
}

/** Whether a scan of the place of an item must see them: its facts hold an address or a number of theirs. */
export function isTelling(item: FoundItem, markers: Markers): boolean {
  const emails = ofCategory(item.facts, 'contact.email').map(normalEmail)
  const phones = ofCategory(item.facts, 'contact.phone').map(phoneDigits)
  return (
    emails.some(email => markers.emails.includes(email)) ||
    phones.some(phone => phone !== null && markers.phones.includes(phone))
  )
}

/** Whether a hit lies in the place of an item: its own row, or a row of its slice that its id is part of the key of. */
export function liesIn(hit: Hit, item: Place & { objects?: { sha: string }[] }): boolean {
  if (hit.place === 'objects') return (item.objects ?? []).some(object => object.sha === hit.key)
  const table = tableOf(item.store)
  if (hit.place === table && hit.key === item.id) return true
  return hit.place.split('.')[0] === table.split('.')[0] && hit.key.split('/').includes(item.id)
}

/** The items that hold somebody's address or number and that a scan did not see: with any, it is blind. */
export function unseen(items: FoundItem[], hits: Hit[], markers: Markers): FoundItem[] {
  return items.filter(item => isTelling(item, markers) && !hits.some(hit => hit.sure && liesIn(hit, item)))
}

/**
 * The numbers that are this person's alone. One that stands in somebody else's row of the same kind is shared, as in
 * a household: it can't tell what is left of whom.
 */
export function ownPhones(markers: Markers, items: FoundItem[], hits: Hit[]): string[] {
  const tables = new Set(items.map(item => tableOf(item.store)))
  const foreign = hits.filter(hit => tables.has(hit.place) && !items.some(item => liesIn(hit, item)))
  return markers.phones.filter(phone => !foreign.some(hit => hit.phones.includes(phone)))
}

/** A place and how often somebody was seen in it. */
export interface Count {
  place: string
  count: number
}

/** What a scan after an erasure means. */
export interface Verdict {
  /** What is left and was declared to stay. */
  declared: number
  /** What is left and should not be. */
  unexpected: Count[]
  /** What should have stayed and is not seen any more. */
  missing: Count[]
  /** Names that may be this person's, for somebody to look at. */
  mentions: Count[]
}

/** Holds what is left against what was declared to stay: the two must be the same. */
export function judge(hits: Hit[], stays: FoundItem[], markers: Markers): Verdict {
  const outside = hits.filter(hit => !stays.some(item => liesIn(hit, item)))
  return {
    declared: hits.length - outside.length,
    unexpected: counted(outside.filter(hit => hit.sure).map(placeOf)),
    missing: counted(unseen(stays, hits, markers).map(item => item.store)),
    mentions: counted(outside.filter(hit => !hit.sure).map(placeOf)),
  }
}

// A log or a table with the column says where to look; the key of a row may be looked up by an operator.
function placeOf(hit: Hit): string {
  return hit.part === '' ? hit.place : `${hit.place}.${hit.part}`
}

function counted(places: string[]): Count[] {
  const counts = new Map<string, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  return [...counts].map(([place, count]) => ({ place, count })).sort((a, b) => (a.place < b.place ? -1 : 1))
}
