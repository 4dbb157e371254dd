import { useTexts } from '../../ui/language.tsx'
import { TargetLink } from '../../ui/links.tsx'
import { RelativeTime } from '../../ui/moment.tsx'
import { useSitePlace } from '../site-context.tsx'
import styles from './release.module.css'
import { type ReleaseRow, ReleaseState } from './release-state.tsx'
import { texts } from './texts.ts'

/** A release in a short list. */
export function ReleaseLine({ release }: { release: ReleaseRow }) {
  const t = useTexts(texts)
  const params = { ...useSitePlace(), releaseId: release.releaseId }
  return (
    <div className={styles.line}>
      <span className={styles.lineWords}>
        <TargetLink target={{ to: '/w/$slug/sites/$siteId/releases/$releaseId', params }}>
          {t.numbered(release.number)}
        </TargetLink>
        {release.note ? <span className={styles.note}>{release.note}</span> : null}
      </span>
      <span className={styles.lineState}>
        <ReleaseState release={release} />
        <RelativeTime at={release.createdAt} />
      </span>
    </div>
  )
}
