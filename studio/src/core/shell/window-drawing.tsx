import styles from './window-drawing.module.css'

const outside = 'M120 60h240v410H120z'
const panes = 'M134 74h99v115h-99zM247 74h99v115h-99zM134 203h99v253h-99zM247 203h99v253h-99z'
const leaves = 'M340 396c-20 0-30-11-30-28 20 0 30 11 30 28zM340 384c0-19 10-29 29-29 0 19-10 29-29 29z'
const pot = 'M318 424h44l-6 46h-32z'

/** A window with the day behind it, and its light on the floor: the picture at the door. */
export function WindowDrawing() {
  return (
    <svg viewBox="0 0 480 600" className={styles.drawing} aria-hidden="true">
      <path className={styles.light} d="M96 548h240l84 52H156z" />
      <path className={styles.light} d={outside} />
      <path className={styles.sun} d="M170 336a70 70 0 0 1 140 0z" />
      <path className={styles.line} d="M170 336a70 70 0 0 1 140 0" />
      <path className={styles.far} d="M120 336h240M148 360h184M176 384h128M204 408h72" />
      <path className={styles.frame} fillRule="evenodd" d={`${outside}${panes}`} />
      <path className={styles.sill} d="M92 470h296v20H92z" />
      <path className={styles.line} d="M340 424v-58" />
      <path className={styles.sill} d={`${leaves}${pot}`} />
      <path className={styles.line} d="M28 548h424" />
    </svg>
  )
}
