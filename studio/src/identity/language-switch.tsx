import { Button } from '@mantine/core'
import { ownNames, useChosenLanguage } from '../core/language.ts'

/** The other language, by its own name. */
export function LanguageSwitch() {
  const [language, choose] = useChosenLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <Button variant="subtle" size="compact-md" lang={other} onClick={() => choose(other)}>
      {ownNames[other]}
    </Button>
  )
}
