import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Busy } from './busy.ts'
import { useTexts } from './language.tsx'
import styles from './loading.module.css'
import { texts } from './texts.ts'

// A grey bar where a line of text will be.
function SkeletonLine({ width }: { width: string }) {
  return <span className={styles.bar} style={{ width }} aria-hidden />
}

const widths = ['62%', '48%', '70%', '55%', '66%', '44%']

/** The shape of text or a form that is being read; says after a second that it takes a while. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className={styles.skeleton} data-loading>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without content have no other name
        <SkeletonLine key={at} width={widths[at % widths.length] ?? '60%'} />
      ))}
      <Announced />
    </div>
  )
}

/** The shape of a table that is being read. */
export function TableSkeleton({ rows = 6, columns = 3 }: { rows?: number; columns?: number }) {
  return (
    <div className={styles.skeleton} data-loading>
      <div className={styles.rows} aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars without content have no other name
          <div key={row} className={styles.row}>
            {Array.from({ length: columns }, (_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: bars without content have no other name
              <SkeletonLine key={column} width={widths[(row + column) % widths.length] ?? '60%'} />
            ))}
          </div>
        ))}
      </div>
      <Announced />
    </div>
  )
}

// Most reading takes no time; only what lasts is said aloud.
function Announced() {
  const t = useTexts(texts)
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 1_000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p role="status" className={isSlow ? styles.slow : 'visually-hidden'}>
      {isSlow ? t.stillLoading : ''}
    </p>
  )
}

/** A bar along the top of the window, with what is happening, for whatever takes more than a second. */
export function BusyBar({ busy }: { busy: Busy }) {
  const words = useSyncExternalStore(busy.subscribe, busy.words)
  return (
    <div role="status" className={styles.busy} data-on={words !== null || undefined}>
      {words}
    </div>
  )
}
