/** The languages of Helder itself. A site may speak others. */
export const languages = ['nl', 'en'] as const

/** One of Helder's own languages. */
export type Language = (typeof languages)[number]

/** A value in both languages, side by side, so that neither can be forgotten. */
export interface Both<T> {
  nl: T
  en: T
}

/** A sentence or a word in both languages. */
export type Text = Both<string>

/** A folder's texts: plain sentences, or functions that make one from values. */
export type Texts = Record<string, Both<string> | Both<(...values: never[]) => string>>

/** The texts of one language: what `inLanguage` gives. */
export type Spoken<T extends Texts> = { [K in keyof T]: T[K]['nl'] }

/** Makes a text: Dutch first, English beside it. */
export function text(nl: string, en: string): Text {
  return { nl, en }
}

/** Gives each text of a catalogue in one language. */
export function inLanguage<T extends Texts>(texts: T, language: Language): Spoken<T> {
  const entries = Object.entries(texts).map(([key, both]) => [key, both[language]])
  return Object.fromEntries(entries) as Spoken<T>
}

/** Picks the language of Helder that fits an Accept-Language header best; Dutch where none does. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '').split(',').map(part => {
    const [tag = '', quality = 'q=1'] = part.trim().toLowerCase().split(';')
    return { language: tag.split('-')[0] ?? '', weight: Number(quality.trim().slice(2)) }
  })
  const best = wanted.filter(w => isLanguage(w.language)).sort((a, b) => b.weight - a.weight)[0]
  return best && isLanguage(best.language) ? best.language : 'nl'
}

/** Whether a word names one of Helder's languages. */
export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value)
}

const locales: Both<string> = { nl: 'nl-NL', en: 'en-GB' }

/** A count with its noun: `counted(2, 'bestand', 'bestanden', 'nl')` is `2 bestanden`. */
export function counted(count: number, one: string, many: string, language: Language): string {
  return `${new Intl.NumberFormat(locales[language]).format(count)} ${count === 1 ? one : many}`
}

/** A number of days as people say a term: `90 dagen`, `een jaar`, `3 jaar`. */
export function term(days: number, language: Language): string {
  const years = days / 365
  if (days === 1) return language === 'nl' ? 'een dag' : 'a day'
  if (!Number.isInteger(years) || years === 0)
    return language === 'nl' ? counted(days, 'dag', 'dagen', 'nl') : counted(days, 'day', 'days', 'en')
  if (years === 1) return language === 'nl' ? 'een jaar' : 'a year'
  return language === 'nl' ? `${years} jaar` : `${years} years`
}

/** A day as people write it: `22 november 2026`. */
export function day(at: Date | string, language: Language, timeZone = 'Europe/Amsterdam'): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(new Date(at))
}

/** A moment as people write it: `22 november 2026 om 14:05`. */
export function moment(at: Date | string, language: Language, timeZone = 'Europe/Amsterdam'): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(at))
}

/** An amount of cents in euro: `€ 1.234,50`. */
export function euro(cents: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR' }).format(cents / 100)
}

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A number of bytes at a size that people read: `1,2 MB`. */
export function size(bytes: number, language: Language): string {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  return new Intl.NumberFormat(locales[language], {
    style: 'unit',
    unit: sizeUnits[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step)
}

/** A list as a sentence has it: `a, b en c`. */
export function listed(items: string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items)
}
