import { IconPlus } from '@tabler/icons-react'
import { useWorkspace } from '../core/place.tsx'
import { Permitted } from '../core/shell/dead-ends.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useTexts } from '../ui/language.tsx'
import { ButtonLink } from '../ui/links.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Screen } from '../ui/screen.tsx'
import { useSites } from './reads.ts'
import { SiteCard } from './site-card.tsx'
import styles from './sites.module.css'
import { texts } from './texts.ts'

/** The websites of the workspace. */
export function Sites() {
  return (
    <Permitted to="sites.sites.read">
      <SiteList />
    </Permitted>
  )
}

function SiteList() {
  const t = useTexts(texts)
  const sites = useSites()
  const isEmpty = sites.data?.length === 0
  return (
    <Screen title={t.sites} about={t.sitesAbout} actions={isEmpty ? null : <NewSiteButton />}>
      <Loaded from={sites}>
        {data =>
          data.length === 0 ? (
            <NoSites />
          ) : (
            <ul className={styles.sites}>
              {data.map(site => (
                <li key={site.siteId}>
                  <SiteCard site={site} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Screen>
  )
}

function NoSites() {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  return (
    <EmptyState drawing="house" title={t.noSites} action={<NewSiteButton />}>
      {can('sites.sites.write') ? t.noSitesAbout : t.noSitesAsk}
    </EmptyState>
  )
}

function NewSiteButton() {
  const t = useTexts(texts)
  const { can, slug } = useWorkspace()
  if (!can('sites.sites.write')) return null
  return (
    <ButtonLink
      to="/w/$slug/sites/new"
      params={{ slug }}
      leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
    >
      {t.newSite}
    </ButtonLink>
  )
}
