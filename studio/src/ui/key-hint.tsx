import styles from './key-hint.module.css'
import { useTexts } from './language.tsx'
import { texts } from './texts.ts'

const signs: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '↵',
  Escape: 'Esc',
  shift: '⇧',
}

/** Keys as they stand on a keyboard: `mod+k`, `g m`. */
export function KeyHint({ keys }: { keys: string }) {
  const t = useTexts(texts)
  const name = (key: string) => {
    if (key === 'mod') return navigator.platform.startsWith('Mac') ? '⌘' : t.control
    if (key === ' ') return t.space
    return signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  }
  return (
    <span className={styles.keys}>
      {keys.split(/ (?=[^ ])/).map((together, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key twice in a row is two things
        <span key={at} className={styles.together}>
          {at > 0 ? <span className="visually-hidden">{t.followedBy}</span> : null}
          {together.split('+').map(key => (
            <kbd key={key}>{name(key)}</kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
