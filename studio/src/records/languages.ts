import type { Language } from '@helder/words'

/** What a language of a site is called: `Engels`. */
export function languageName(tag: string, language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag
  return name.charAt(0).toUpperCase() + name.slice(1)
}
