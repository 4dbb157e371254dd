import { inLanguage, type Language, type Spoken, type Texts } from '@helder/words'
import { createContext, type ReactNode, useContext, useMemo } from 'react'

const LanguageContext = createContext<Language>('nl')

/** Sets the language of everything inside. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

/** The language in which the person reads the studio. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** A folder's texts, in the language of the person. */
export function useTexts<T extends Texts>(texts: T): Spoken<T> {
  const language = useLanguage()
  return useMemo(() => inLanguage(texts, language), [texts, language])
}
