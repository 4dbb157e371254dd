import { Button } from '@mantine/core'
import { useChosenLanguage } from '../core/language.ts'
import { useTexts } from '../ui/language.tsx'
import { texts } from './texts.ts'

/** The other language, by its own name. */
export function LanguageSwitch() {
  const t = useTexts(texts)
  const [language, choose] = useChosenLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <Button variant="subtle" size="compact-md" lang={other} onClick={() => choose(other)}>
      {t.otherLanguage}
    </Button>
  )
}
