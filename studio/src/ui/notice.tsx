import { IconAlertTriangle, IconCircleCheck, IconEye, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** What a state means to whoever reads it. */
export type Tone = 'plain' | 'good' | 'warning' | 'bad' | 'watched'

const icons = {
  plain: IconInfoCircle,
  good: IconCircleCheck,
  warning: IconAlertTriangle,
  bad: IconAlertTriangle,
  watched: IconEye,
}

/** Something that must be known on this screen, with what can be done about it. */
export function Notice(props: { tone?: Tone; title?: string; actions?: ReactNode; children?: ReactNode }) {
  const { tone = 'plain', title, actions, children } = props
  const Icon = icons[tone]
  return (
    <div className={styles.notice} data-tone={tone}>
      <Icon size={20} stroke={1.75} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  )
}
