import styles from './brand.module.css'

/** Helder's mark: daylight over the horizon. */
export function BrandSign({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className={styles.sign}>
      <path className={styles.sun} d="M7 23a9 9 0 0 1 18 0z" />
      <path d="M7 23a9 9 0 0 1 18 0M3 23h26M16 5.5V9M4.9 10.9l2.4 2.4M27.1 10.9l-2.4 2.4M10 28h12" />
    </svg>
  )
}

/** Helder's mark with its name. */
export function Brand() {
  return (
    <span className={styles.brand} translate="no">
      <BrandSign size={32} />
      <Name />
    </span>
  )
}

const name = 'Helder'

function Name() {
  return <span>{name}</span>
}
