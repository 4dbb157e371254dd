import type { Language } from '@helder/words'

const locales = { nl: 'nl-NL', en: 'en-GB' } as const

// From how many seconds on which unit says it best.
const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** How long ago or ahead a moment is, as people say it: `3 minuten geleden`, `morgen`, `zojuist`. */
export function relative(at: Date | string, now: Date, language: Language): string {
  const seconds = (new Date(at).getTime() - now.getTime()) / 1000
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' })
  const step = steps.find(([, size]) => Math.abs(seconds) >= size)
  if (step === undefined) return language === 'nl' ? 'zojuist' : 'just now'
  const [unit, size] = step
  return format.format(Math.trunc(seconds / size), unit)
}
