import { isEmpty, isObject, type Values } from '@helder/fields'
import type { Language } from '@helder/words'

const comma: Record<Language, string> = { nl: ',', en: '.' }

/** A number as it stands in an input; what is being typed stays as it is. */
export function numberText(value: unknown, language: Language): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value).replace('.', comma[language]) : ''
}

/** An amount as it stands in an input: `12,50`. */
export function centsText(value: unknown, language: Language): string {
  if (typeof value === 'string') return value
  const cents = isObject(value) ? value.cents : undefined
  return typeof cents === 'number' ? (cents / 100).toFixed(2).replace('.', comma[language]) : ''
}

/** A moment as an input for it has it: on the clock of whoever looks, to the minute. */
export function inputMoment(value: string): string {
  const at = new Date(value)
  if (value === '' || Number.isNaN(at.getTime())) return ''
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** The moment that was typed on the clock of whoever looks; undefined for none. */
export function momentFrom(typed: string): string | undefined {
  const at = new Date(typed)
  return typed === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** Values with one of them changed, or left out where it is empty. */
export function withKey(values: Values, key: string, value: unknown): Values {
  const { [key]: _before, ...rest } = values
  return isEmpty(value) ? rest : { ...values, [key]: value }
}

/** A localised value with its words in one language changed; undefined where it has none in any. */
export function withLanguage(value: unknown, language: string, words: unknown): Values | undefined {
  const next = withKey(isObject(value) ? value : {}, language, words)
  return Object.keys(next).length > 0 ? next : undefined
}
