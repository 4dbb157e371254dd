import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useBusy } from '../../ui/busy-provider.tsx'
import { CommandsProvider } from '../../ui/commands/commands.tsx'
import { LanguageProvider, useTexts } from '../../ui/language.tsx'
import { BusyBar } from '../../ui/loading.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import { useDensity } from '../../ui/theme/appearance.tsx'
import { Toaster } from '../../ui/toasts/toaster.tsx'
import { useChosenLanguage } from '../language.ts'
import styles from './shell.module.css'

/** What is around every screen: language, keys, notices. */
export function Root() {
  const [language] = useChosenLanguage()
  useDensity()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageProvider language={language}>
      <CommandsProvider>
        <Frame />
      </CommandsProvider>
    </LanguageProvider>
  )
}

function Frame() {
  const t = useTexts(uiTexts)
  return (
    <>
      <a href="#content" className={styles.skip}>
        {t.skip}
      </a>
      <BusyBar busy={useBusy()} />
      <Outlet />
      <Toaster />
    </>
  )
}
