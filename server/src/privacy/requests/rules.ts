import { type Text, text } from '@helder/words'
import type { Count } from '../scans/rules.ts'

/** How long the page of a request can be used to fetch what was asked for. */
export const exportDays = 7

/** How long a request waits for the person to show that the address is theirs. */
export const unverifiedDays = 7

/** What the row of a request says about where it stands. */
export interface Progress {
  email: string | null
  verifiedAt: Date | null
  decidedAt: Date | null
  approved: boolean | null
  startedAt: Date | null
  finishedAt: Date | null
  failure: unknown
}

/** Where a request stands. */
export function stateOf(
  row: Progress,
): 'unverified' | 'waiting' | 'approved' | 'working' | 'done' | 'refused' | 'failed' | 'lapsed' {
  const isAnswered = row.finishedAt !== null || row.approved === false
  // Whoever asked was erased by another request of theirs, and with them what this one was about.
  if (row.email === null && !isAnswered) return 'lapsed'
  if (row.verifiedAt === null) return 'unverified'
  if (row.decidedAt === null) return 'waiting'
  if (row.approved === false) return 'refused'
  if (row.finishedAt !== null) return 'done'
  if (row.failure !== null) return 'failed'
  return row.startedAt === null ? 'approved' : 'working'
}

/**
 * The last day to answer: the same date a month later, or the last of that month where there is none; on a weekend
 * or a public holiday the next working day. Source: GDPR art. 12(3); Regulation 1182/71 art. 3(2)(c) and 3(4).
 */
export function dueOn(received: Date, timeZone = 'Europe/Amsterdam'): string {
  const [year = 0, month = 0, day = 0] = new Intl.DateTimeFormat('en-CA', { timeZone })
    .format(received)
    .split('-')
    .map(Number)
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const due = new Date(Date.UTC(year, month, Math.min(day, lastOfNext)))
  while (!isWorkingDay(due)) due.setUTCDate(due.getUTCDate() + 1)
  return due.toISOString().slice(0, 10)
}

/** Whether a day (midnight UTC) is one on which people work in the Netherlands. */
export function isWorkingDay(day: Date): boolean {
  return day.getUTCDay() !== 0 && day.getUTCDay() !== 6 && !holidays(day.getUTCFullYear()).has(isoDay(day))
}

// The general holidays of the Algemene termijnenwet art. 3, with Good Friday, which it puts on a par with them.
function holidays(year: number): Set<string> {
  const easter = easterOf(year)
  const fromEaster = [-2, 0, 1, 39, 49, 50].map(days => new Date(easter.getTime() + days * 86_400_000))
  const king = new Date(Date.UTC(year, 3, 27))
  if (king.getUTCDay() === 0) king.setUTCDate(26)
  const fixed = [
    [0, 1],
    [4, 5],
    [11, 25],
    [11, 26],
  ].map(([month = 0, date = 1]) => new Date(Date.UTC(year, month, date)))
  return new Set([...fromEaster, king, ...fixed].map(isoDay))
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10)
}

// Source: the anonymous Gregorian computus, as in Meeus, Astronomical Algorithms (1991), ch. 8.
function easterOf(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return new Date(Date.UTC(year, month - 1, day))
}

/** Why a request could not be carried out: places and counts, no personal data. */
export type Failure =
  | { kind: 'blind'; places: Count[] }
  | { kind: 'remaining'; places: Count[]; missing: Count[]; unread: string[] }
  | { kind: 'bug' }

/** A failure in words for whoever must do something about it. */
export function failureText(failure: Failure): Text {
  if (failure.kind === 'bug') {
    return text(
      'Er ging iets mis bij het uitvoeren. Helder probeert het opnieuw; blijft dit staan, waarschuw dan de beheerder.',
      'Something went wrong while this was carried out. Helder tries again; if this stays, warn the operator.',
    )
  }
  if (failure.kind === 'blind') {
    const places = listedPlaces(failure.places)
    return text(
      `Er is niets gewist: de controle achteraf zou deze persoon niet zien in ${places}. Waarschuw de beheerder.`,
      `Nothing was erased: the check afterwards would not see this person in ${places}. Warn the operator.`,
    )
  }
  const { places, missing, unread } = failure
  const nl = [
    ...(places.length > 0 ? [`na het wissen is deze persoon nog te zien in ${listedPlaces(places)}`] : []),
    ...(missing.length > 0 ? [`wat zou blijven is er niet meer in ${listedPlaces(missing)}`] : []),
    ...(unread.length > 0 ? [`niet te lezen: ${unread.join(', ')}`] : []),
  ]
  const en = [
    ...(places.length > 0 ? [`after the erasure this person is still seen in ${listedPlaces(places)}`] : []),
    ...(missing.length > 0 ? [`what would stay is gone from ${listedPlaces(missing)}`] : []),
    ...(unread.length > 0 ? [`not to be read: ${unread.join(', ')}`] : []),
  ]
  return text(
    `Niet klaar: ${nl.join('; ')}. Haal het daar weg en voer het verzoek opnieuw uit.`,
    `Not done: ${en.join('; ')}. Remove it there and carry the request out again.`,
  )
}

function listedPlaces(places: Count[]): string {
  return places.map(({ place, count }) => `${place} (${count})`).join(', ')
}
