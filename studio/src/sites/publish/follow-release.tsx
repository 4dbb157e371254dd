import { getRelease } from '@helder/server/sites/releases/schema'
import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useReply } from '../../core/api.tsx'
import { useProgress } from '../../core/events.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded, type Reading } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ProblemList } from '../problem-list.tsx'
import type { ReleaseRow } from '../releases/release-state.tsx'
import { useSite } from '../site-context.tsx'
import { AddressLink } from '../site-frame.tsx'
import styles from './publish.module.css'
import { usePublishing } from './publishing.ts'
import { texts } from './texts.ts'

/** A release while it is being built, and what came of it. */
export function FollowRelease({ releaseId }: { releaseId: string }) {
  const { siteId } = useSite()
  const release = useReply(
    getRelease,
    { params: { siteId, releaseId } },
    { topics: ['sites.release', 'sites.site'] },
  )
  useLookingAgain(release)
  return <Loaded from={release}>{data => <Outcome release={data} />}</Loaded>
}

const lookAgainMs = 5_000

// Its end is told as it happens; a connection that fell away must not leave somebody waiting.
function useLookingAgain({ data, retry }: Reading<ReleaseRow>): void {
  const again = useRef(retry)
  useEffect(() => {
    again.current = retry
  })
  const isBuilding = data?.state === 'building'
  useEffect(() => {
    if (!isBuilding) return
    const timer = setInterval(() => again.current(), lookAgainMs)
    return () => clearInterval(timer)
  }, [isBuilding])
}

function Outcome({ release }: { release: ReleaseRow }) {
  switch (release.state) {
    case 'building':
      return <Building release={release} />
    case 'ready':
      return <Ready release={release} />
    case 'failed':
      return <Failed release={release} />
    case 'withdrawn':
      return <Withdrawn />
  }
}

function Building({ release }: { release: ReleaseRow }) {
  const t = useTexts(texts)
  const { close } = usePublishing()
  const progress = useProgress('sites.release', release.releaseId)
  return (
    <div className={styles.outcome}>
      {progress ? (
        <Progress label={t.building} {...progress} />
      ) : (
        <p role="status" className={styles.waits}>
          {t.waits}
        </p>
      )}
      <p className={styles.aside}>{t.mayLeave}</p>
      <DialogActions>
        <Button variant="default" onClick={close}>
          {t.close}
        </Button>
      </DialogActions>
    </div>
  )
}

function Ready({ release: { number, live, pages, problems } }: { release: ReleaseRow }) {
  const t = useTexts(texts)
  const { address } = useSite()
  const { close } = usePublishing()
  return (
    <div className={styles.outcome}>
      <div role="status">
        <Notice tone="good" title={live ? t.isLive(number) : t.wasLive(number)}>
          {live ? (
            <p>
              {t.isLiveAbout} <AddressLink address={address} />
            </p>
          ) : (
            <p>{t.wasLiveAbout}</p>
          )}
          {pages ? <p>{t.pages(pages)}</p> : null}
        </Notice>
      </div>
      {problems.length > 0 ? <ProblemList problems={problems} /> : null}
      <DialogActions>
        <Button variant="default" onClick={close}>
          {t.close}
        </Button>
        <Button
          component="a"
          href={address}
          target="_blank"
          rel="noopener"
          rightSection={<IconExternalLink size={18} stroke={1.75} aria-hidden />}
        >
          {t.look}
        </Button>
      </DialogActions>
    </div>
  )
}

function Failed({ release }: { release: ReleaseRow }) {
  const t = useTexts(texts)
  const { show } = usePublishing()
  return (
    <div className={styles.outcome}>
      <div role="alert">
        <Notice tone="bad" title={t.failed}>
          {t.failedAbout}
        </Notice>
      </div>
      <ProblemList problems={release.problems} />
      <DialogActions>
        <Button variant="default" onClick={() => show('changes')}>
          {t.again}
        </Button>
      </DialogActions>
    </div>
  )
}

function Withdrawn() {
  const t = useTexts(texts)
  const { show } = usePublishing()
  return (
    <div className={styles.outcome}>
      <Notice title={t.withdrawn} />
      <DialogActions>
        <Button variant="default" onClick={() => show('changes')}>
          {t.again}
        </Button>
      </DialogActions>
    </div>
  )
}
