import type { Reply } from '@helder/client'
import type { listSites } from '@helder/server/sites/sites/schema'
import { useWorkspace } from '../core/place.tsx'
import { useTexts } from '../ui/language.tsx'
import { TargetLink } from '../ui/links.tsx'
import { RelativeTime } from '../ui/moment.tsx'
import { State } from '../ui/state.tsx'
import { waitingOf } from './changes.ts'
import { LivePicture } from './live-picture.tsx'
import { useChanges } from './reads.ts'
import { AddressLink } from './site-frame.tsx'
import styles from './sites.module.css'
import { texts } from './texts.ts'

type Listed = Reply<typeof listSites>[number]

/** One website in the list: what it looks like, where it is, and what waits. */
export function SiteCard({ site }: { site: Listed }) {
  const { slug } = useWorkspace()
  const { siteId, name, address, live } = site
  return (
    <article className={styles.card}>
      <LivePicture address={live ? address : null} />
      <div className={styles.words}>
        <h2>
          <TargetLink
            target={{ to: '/w/$slug/sites/$siteId', params: { slug, siteId } }}
            className={styles.name}
          >
            {name}
          </TargetLink>
        </h2>
        {live ? <AddressLink address={address} /> : null}
        <SiteStates site={site} />
      </div>
    </article>
  )
}

/** How it stands with a website: what is live, and what waits. */
export function SiteStates({ site: { siteId, live } }: { site: Pick<Listed, 'siteId' | 'live'> }) {
  const t = useTexts(texts)
  const { data } = useChanges(siteId, live !== null)
  const count = data === undefined ? 0 : waitingOf(data).count
  if (live === null)
    return (
      <div className={styles.states}>
        <State>{t.notLive}</State>
      </div>
    )
  return (
    <div className={styles.states}>
      <State tone="good">{`${t.live}: ${t.release(live.number).toLowerCase()}`}</State>
      <RelativeTime at={live.publishedAt} />
      {count > 0 ? <State tone="warning">{t.waiting(count)}</State> : null}
    </div>
  )
}
