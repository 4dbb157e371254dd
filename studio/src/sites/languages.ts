import type { Language } from '@helder/words'

/** The languages that a site can be given here, by their tags in HTML. */
export const siteLanguageTags: readonly string[] = [
  'nl',
  'en',
  'fy',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'da',
  'sv',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'bg',
  'el',
  'uk',
  'tr',
  'ar',
  'fa',
  'ti',
  'so',
  'zh',
  'id',
]

/** What a language is called, by its tag: `Frans`. */
export function languageName(tag: string, language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toUpperCase() + name.slice(1)
}
