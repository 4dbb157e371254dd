import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { ListedCollection, SiteFacts } from '../site.ts'

/** A site with its collections, and the language in which its items are being written. */
export interface SiteContent {
  site: SiteFacts
  /** All that it has, forms too. */
  all: readonly ListedCollection[]
  /** Those that hold content. */
  collections: readonly ListedCollection[]
  language: string
  chooseLanguage: (language: string) => void
}

const SiteContentContext = createContext<SiteContent | null>(null)

/** Tells the screens inside of which site the content is. */
export function SiteContentProvider(props: {
  site: SiteFacts
  all: readonly ListedCollection[]
  children: ReactNode
}) {
  const { site, all, children } = props
  // Stays while somebody goes from one item to the next.
  const [chosen, chooseLanguage] = useState<string | null>(null)
  const language = chosen ?? site.languages[0] ?? 'nl'
  const value = useMemo(() => {
    const collections = all.filter(({ kind }) => kind === 'content')
    return { site, all, collections, language, chooseLanguage }
  }, [site, all, language])
  return <SiteContentContext value={value}>{children}</SiteContentContext>
}

/** The site whose content is on screen. */
export function useSiteContent(): SiteContent {
  const content = useContext(SiteContentContext)
  if (content === null) throw new Error('this part is shown in the content of a site')
  return content
}
