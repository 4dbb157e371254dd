import { IconExternalLink } from '@tabler/icons-react'
import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWorkspace } from '../core/place.tsx'
import { useTexts } from '../ui/language.tsx'
import { Screen, type ScreenTab } from '../ui/screen.tsx'
import { PublishButton } from './publish/publish-button.tsx'
import styles from './site.module.css'
import { useSite, useSitePlace } from './site-context.tsx'
import { texts } from './texts.ts'

/** The frame around what a route shows. */
export function SiteFrame() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

/** The name of a website, its tabs, and what can be done everywhere in it. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useTexts(texts)
  const site = useSite()
  const { slug } = useSitePlace()
  return (
    <Screen
      title={site.name}
      back={{ label: t.sites, target: { to: '/w/$slug/sites', params: { slug } } }}
      tabs={useSiteTabs()}
      beside={site.live ? <AddressLink address={site.address} /> : null}
      actions={<PublishButton />}
    >
      {children}
    </Screen>
  )
}

/** The address of a website, for whoever wants to see it as visitors do. */
export function AddressLink({ address }: { address: string }) {
  const t = useTexts(texts)
  return (
    <a href={address} target="_blank" rel="noopener" className={styles.address}>
      {address.replace(/^https?:\/\//, '')}
      <IconExternalLink size={16} stroke={1.75} aria-hidden />
      <span className="visually-hidden">{t.opensTab}</span>
    </a>
  )
}

/** The parts of a website that one may see. */
export function useSiteTabs(): ScreenTab[] {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const params = { ...useSitePlace() }
  const base = '/w/$slug/sites/$siteId'
  const tab = (label: string, below: string, permission?: string): ScreenTab[] =>
    permission === undefined || can(permission) ? [{ label, target: { to: `${base}${below}`, params } }] : []
  return [
    ...tab(t.overview, ''),
    ...tab(t.content, '/content', 'records.content.read'),
    ...tab(t.forms, '/forms', 'records.content.read'),
    ...tab(t.code, '/code/$', 'sites.files.read'),
    ...tab(t.previewTab, '/preview'),
    ...tab(t.releases, '/releases'),
    ...tab(t.settings, '/settings', 'sites.sites.write'),
  ]
}
