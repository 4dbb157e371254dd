import { createContext, type ReactNode, useContext } from 'react'
import { useWorkspace } from '../core/place.tsx'
import type { SitePlace } from './addresses.ts'
import type { Site } from './reads.ts'

const SiteContext = createContext<Site | null>(null)

/** Tells which website everything inside is about. */
export function SiteProvider({ site, children }: { site: Site; children: ReactNode }) {
  return <SiteContext value={site}>{children}</SiteContext>
}

/** The website that is worked on; only below its routes. */
export function useSite(): Site {
  const site = useContext(SiteContext)
  if (site === null) throw new Error('this screen is shown in a website')
  return site
}

/** Where the website is found in the studio. */
export function useSitePlace(): SitePlace {
  const { siteId } = useSite()
  const { slug } = useWorkspace()
  return { slug, siteId }
}
