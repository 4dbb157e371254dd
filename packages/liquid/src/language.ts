import { isLanguage, type Language } from '@helder/words'

/** The language of Helder in which words stand on a page of any language. */
export function spokenIn(language: string): Language {
  const main = language.split('-')[0] ?? ''
  return isLanguage(main) ? main : 'en'
}
