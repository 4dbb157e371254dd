import type { ReactNode } from 'react'
import type { Tone } from './notice.tsx'
import styles from './state.module.css'

// A form for each, since colour alone says nothing to many.
const shapes: Record<Exclude<Tone, 'watched'>, ReactNode> = {
  plain: <circle cx="6" cy="6" r="4" />,
  good: <path d="m2.5 6.5 2.5 2.5 4.5-6" />,
  warning: <path d="M6 1.5 11 10.5H1z" />,
  bad: <path d="m2.5 2.5 7 7m0-7-7 7" />,
}

/** How it stands with something: a small form and a word. */
export function State({
  tone = 'plain',
  children,
}: {
  tone?: Exclude<Tone, 'watched'>
  children: ReactNode
}) {
  return (
    <span className={styles.state} data-tone={tone}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  )
}

/** A word that marks a kind of thing. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className={styles.tag}>{children}</span>
}
