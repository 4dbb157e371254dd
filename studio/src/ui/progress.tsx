import styles from './progress.module.css'

/** How far a piece of work is: a bar, with what is being done and the numbers. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const part = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        <span className={styles.numbers}>{`${done} / ${total}`}</span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <div className={styles.bar} style={{ width: `${part * 100}%` }} />
      </div>
    </div>
  )
}
