import { getRelease } from '@helder/server/sites/releases/schema'
import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { ProblemList } from '../problem-list.tsx'
import { usePublishing } from '../publish/publishing.ts'
import { useSitePlace } from '../site-context.tsx'
import styles from './release.module.css'
import { type ReleaseRow, ReleaseState } from './release-state.tsx'
import { texts } from './texts.ts'
import { useMakeLive } from './use-make-live.ts'

/** One release: who made it, what came of it, and the way back to it. */
export function Release() {
  const t = useTexts(texts)
  const place = useSitePlace()
  const { releaseId } = useParams({ from: '/signed-in/w/$slug/sites/$siteId/releases/$releaseId' })
  const release = useReply(
    getRelease,
    { params: { siteId: place.siteId, releaseId } },
    { topics: ['sites.release', 'sites.site'] },
  )
  return (
    <SidePanel
      key={releaseId}
      title={release.data ? t.numbered(release.data.number) : t.release}
      back={{ to: '/w/$slug/sites/$siteId/releases', params: { ...place } }}
      actions={release.data ? <Actions release={release.data} /> : null}
    >
      <Loaded from={release}>{data => <Facts release={data} />}</Loaded>
    </SidePanel>
  )
}

function Facts({ release }: { release: ReleaseRow }) {
  const t = useTexts(texts)
  const { note, by, createdAt, finishedAt, pages, state, problems } = release
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t.state}</dt>
          <dd>
            <ReleaseState release={release} />
          </dd>
        </div>
        {note ? (
          <div>
            <dt>{t.note}</dt>
            <dd>{note}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t.by}</dt>
          <dd>{by ?? t.helder}</dd>
        </div>
        <div>
          <dt>{t.asked}</dt>
          <dd>
            <Moment at={createdAt} />
          </dd>
        </div>
        {finishedAt ? (
          <div>
            <dt>{t.finished}</dt>
            <dd>
              <Moment at={finishedAt} />
            </dd>
          </div>
        ) : null}
        {pages === null ? null : (
          <div>
            <dt>{t.pages}</dt>
            <dd>{pages}</dd>
          </div>
        )}
      </dl>
      {state === 'withdrawn' ? <p className={styles.about}>{t.withdrawnAbout}</p> : null}
      {problems.length > 0 ? (
        <div className={styles.problems}>
          <p>{state === 'failed' ? t.failedAbout : t.worthLook}</p>
          <ProblemList problems={problems} />
        </div>
      ) : null}
    </>
  )
}

function Actions({ release }: { release: ReleaseRow }) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const { show } = usePublishing()
  const makeLive = useMakeLive()
  if (release.state === 'building')
    return (
      <Button variant="default" onClick={() => show(release.releaseId)}>
        {t.follow}
      </Button>
    )
  if (release.state !== 'ready' || release.live || !can('sites.releases.publish')) return null
  return (
    <>
      <p className={styles.about}>{t.makeLiveAbout}</p>
      <Button onClick={() => void makeLive(release)}>{t.makeLive}</Button>
    </>
  )
}
