import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Trouble } from '../error-state.tsx'
import { useTexts } from '../language.tsx'
import { Notice } from '../notice.tsx'
import { texts } from '../texts.ts'
import styles from './data-table.module.css'

/** How it stands with the rows that are not read yet. */
export interface MoreState {
  /** Whether there are more. */
  isMore: boolean
  isLoading: boolean
  problem: Trouble | null
  load: () => void
}

/** The end of a table that is read in parts: reads on when it comes in sight, or when it is asked to. */
export function MoreRows({ more, count }: { more: MoreState; count: number }) {
  const t = useTexts(texts)
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(more)
  useEffect(() => {
    latest.current = more
  })
  // After each part the end is watched anew: it may be in sight still, and only a change is told.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count is what tells that a part came
  useEffect(() => {
    const { current } = end
    if (!current || !more.isMore) return
    const observer = new IntersectionObserver(([entry]) => {
      const { isLoading, problem, load } = latest.current
      if (entry?.isIntersecting && !isLoading && problem === null) load()
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [more.isMore, count])
  return (
    <div ref={end} className={styles.more}>
      {more.problem ? <Notice tone="bad">{more.problem.message}</Notice> : null}
      {more.isMore ? (
        <Button variant="default" loading={more.isLoading} onClick={more.load}>
          {more.problem ? t.retry : t.more}
        </Button>
      ) : null}
      <span role="status" className="visually-hidden">
        {more.isLoading ? t.loading : t.rows(count)}
      </span>
    </div>
  )
}
