import { Button } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTexts } from '../../ui/language.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { RelativeTime } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './conflict.module.css'
import type { FileView, Conflict as Met, OpenFile } from './desk.ts'
import { texts } from './texts.ts'

const BothTexts = lazy(() => import('./diff.tsx').then(module => ({ default: module.BothTexts })))

/** Two people saved the same file: both texts, and the choice which goes on. */
export function Conflict({ view, conflict, file }: { view: FileView; conflict: Met; file: OpenFile }) {
  const t = useTexts(texts)
  const { by, removed, theirs, changedAt } = conflict
  const who = by ?? t.somebody
  return (
    <div className={styles.conflict}>
      <div role="alert">
        <Notice
          tone="warning"
          title={removed ? t.conflictRemoved(who) : t.conflict(who)}
          actions={
            <>
              <Button variant="default" onClick={() => void file.resolve('theirs')}>
                {removed ? t.letGo : t.takeTheirs}
              </Button>
              <Button onClick={() => void file.resolve('mine')}>{t.keepMine}</Button>
            </>
          }
        >
          {t.conflictAbout}
        </Notice>
      </div>
      {theirs === null ? null : (
        <>
          <div className={styles.heads} aria-hidden>
            <span>
              {t.theirs}, <RelativeTime at={changedAt} />
            </span>
            <span>{t.mine}</span>
          </div>
          <Suspense fallback={<Skeleton />}>
            <BothTexts path={view.path} left={theirs} right={file.text()} labels={[t.theirs, t.mine]} />
          </Suspense>
        </>
      )}
    </div>
  )
}
