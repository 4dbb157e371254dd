import type { Language } from '@helder/words'
import { useKept } from '../ui/kept.ts'
import { firstLanguage } from './session.ts'

/** What each language calls itself. */
export const ownNames: Record<Language, string> = { nl: 'Nederlands', en: 'English' }

/** The language of the studio in this browser, and the way to choose another. */
export function useChosenLanguage(): [Language, (language: Language) => void] {
  return useKept<Language>('language', firstLanguage() === 'nl' ? ['nl', 'en'] : ['en', 'nl'])
}
