import { text } from '@helder/words'
import { z } from 'zod'
import { both } from '../http/validation.ts'

/** How long a link by mail works, in minutes, by what it is for. */
export const linkMinutes = { 'sign-in': 20, 'set-password': 60, verify: 24 * 60, 'change-email': 60 } as const

/** What a link by mail is for. */
export type LinkPurpose = keyof typeof linkMinutes

/** How many tries a window allows: per address that is tried, and per machine that tries. */
export const tryLimits = {
  'sign-in': { perAddress: 10, perMachine: 60, windowMinutes: 15 },
  mail: { perAddress: 5, perMachine: 30, windowMinutes: 60 },
  form: { perAddress: 500, perMachine: 20, windowMinutes: 10 },
  'privacy-request': { perAddress: 3, perMachine: 20, windowMinutes: 60 },
} as const

/** What is counted. */
export type TryKind = keyof typeof tryLimits

/** The least that a password must be. Length is what counts: NIST SP 800-63B-4 §3.1.1. */
export const passwordLength = { least: 10, most: 200 } as const

// The passwords that everyone tries first, at the length that is asked here. A list of leaked ones can't be
// looked up without telling somebody else.
const wellKnown = [
  '1234567890',
  'qwertyuiop',
  'wachtwoord',
  'password12',
  'welkom0123',
  'welkom2026',
  'helder1234',
]

/** A password as somebody chooses it. */
export const newPassword = z
  .string()
  .min(passwordLength.least)
  .max(passwordLength.most)
  .refine(value => !isWeak(value), {
    error: both(
      'Dit wachtwoord raadt iedereen. Neem een paar woorden achter elkaar.',
      'Everyone guesses this password. Take a few words in a row.',
    ),
  })

/** Whether a password is among the first that anyone would try. */
export function isWeak(password: string): boolean {
  const plain = password.toLowerCase()
  return new Set(plain).size < 4 || wellKnown.some(known => plain.startsWith(known))
}

/** The kind of device behind a browser, in words that its owner recognises: `Firefox · Linux`. */
export function deviceName(userAgent: string | undefined): string {
  const browser = browsers.find(([mark]) => userAgent?.includes(mark))?.[1]
  const system = systems.find(([mark]) => userAgent?.includes(mark))?.[1]
  return [browser, system].filter(Boolean).join(' · ') || '?'
}

// Order matters: Edge and Chrome also call themselves Safari, Android also calls itself Linux.
const browsers = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

/** The one answer to a wrong password and to an unknown address, so that neither can be told apart. */
export const wrongCredentials = text(
  'Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw, of laat je een link sturen.',
  'This e-mail address and password do not go together. Try again, or have a link sent to you.',
)
