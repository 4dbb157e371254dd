const timeZone = 'Europe/Amsterdam'

/** The locale that goes with the language of a page. */
export function localeOf(language: string): string {
  return { nl: 'nl-NL', en: 'en-GB' }[language] ?? language
}

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  full: { dateStyle: 'full' },
  long: { dateStyle: 'long' },
  medium: { dateStyle: 'medium' },
  short: { dateStyle: 'short' },
  time: { timeStyle: 'short' },
  moment: { dateStyle: 'long', timeStyle: 'short' },
}

/** The names that a date can be written by. */
export const dateStyles = Object.keys(styles)

/**
 * A day or moment as words in a language: by a name (`long`), or by a pattern of strftime (`%d-%m-%Y`). A day
 * (`2026-11-22`) is the same everywhere; a moment is told in Dutch time. Null for what is no date.
 */
export function writeDate(value: unknown, style: string, language: string, now: Date): string | null {
  const at = value === 'now' || value === 'today' ? now : instantOf(value)
  if (at === null) return null
  const zone = isDay(value) ? 'UTC' : timeZone
  const locale = localeOf(language)
  if (style === 'iso') return isDay(value) ? String(value) : at.toISOString()
  const named = Object.hasOwn(styles, style) ? styles[style] : undefined
  if (named) return new Intl.DateTimeFormat(locale, { ...named, timeZone: zone }).format(at)
  return style.replace(/%(-?)([a-zA-Z%])/g, (whole, bare: string, code: string) => {
    const written = code === '%' ? '%' : part(at, code, locale, zone)
    if (written === undefined) return whole
    return bare === '-' ? written.replace(/^0(?=\d)/, '') : written
  })
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}

function instantOf(value: unknown): Date | null {
  if (typeof value !== 'string' && typeof value !== 'number' && !(value instanceof Date)) return null
  const at = new Date(typeof value === 'number' ? value * 1000 : value)
  return Number.isNaN(at.getTime()) ? null : at
}

const parts: Record<string, Intl.DateTimeFormatOptions> = {
  A: { weekday: 'long' },
  a: { weekday: 'short' },
  B: { month: 'long' },
  b: { month: 'short' },
}

const digits: Record<string, Intl.DateTimeFormatPartTypes> = {
  d: 'day',
  e: 'day',
  m: 'month',
  Y: 'year',
  y: 'year',
  H: 'hour',
  M: 'minute',
  S: 'second',
}

function part(at: Date, code: string, locale: string, zone: string): string | undefined {
  const word = parts[code]
  if (word) return new Intl.DateTimeFormat(locale, { ...word, timeZone: zone }).format(at)
  const wanted = digits[code]
  if (!wanted) return undefined
  const found = numbers(zone)
    .formatToParts(at)
    .find(({ type }) => type === wanted)
  const value = found?.value ?? ''
  if (code === 'y') return value.slice(-2)
  return code === 'e' ? value.replace(/^0/, '') : value
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function numbers(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  formatters.set(zone, made)
  return made
}
