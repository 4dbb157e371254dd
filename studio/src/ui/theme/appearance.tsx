import { localStorageColorSchemeManager, MantineProvider, useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useKept } from '../kept.ts'
import { theme, variables } from './theme.ts'

// first.js reads the same name before the first paint.
const schemeManager = localStorageColorSchemeManager({ key: 'helder.scheme' })

/** Dresses everything inside in Helder's theme. */
export function Appearance({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      {children}
    </MantineProvider>
  )
}

/** Light, dark, or what the computer says. */
export type Scheme = 'auto' | 'light' | 'dark'

/** The colours that this browser shows, and the way to choose others. */
export function useScheme(): [Scheme, (scheme: Scheme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return [colorScheme, setColorScheme]
}

/** How much room tables take. */
export type Density = 'comfortable' | 'compact'

/** The room that tables take in this browser, and the way to choose another. */
export function useDensity(): [Density, (density: Density) => void] {
  const [density, setDensity] = useKept('density', ['comfortable', 'compact'])
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
  return [density, setDensity]
}
