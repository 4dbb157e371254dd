import { type Daylight, daylightSentence } from '@helder/fields'
import { Popover } from '@mantine/core'
import '@mantine/core/styles/Popover.layer.css'
import { useId, useState } from 'react'
import styles from './daylight-mark.module.css'
import { useLanguage, useTexts } from './language.tsx'
import { texts } from './texts.ts'

/**
 * The mark beside the label of everything that holds personal data. Pointed at, focused or tapped it says in one
 * sentence whose data it is, why it is held, until when, and who sees it. To `self` it speaks as `your`.
 */
export function DaylightMark({ daylight, to = 'member' }: { daylight: Daylight; to?: 'member' | 'self' }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const sentence = daylightSentence(daylight, language, to)
  return (
    <Popover opened={isOpen} position="bottom-start" width={320} shadow="md" withRoles={false}>
      <Popover.Target>
        <button
          type="button"
          className={styles.mark}
          aria-label={t.personal}
          aria-describedby={id}
          onPointerEnter={() => setOpen(true)}
          onPointerLeave={() => setOpen(false)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onClick={() => setOpen(true)}
          onKeyDown={event => {
            if (event.key === 'Escape') setOpen(false)
          }}
        >
          <DaylightSign />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.sentence}>{sentence}</Popover.Dropdown>
      <span id={id} hidden>
        {sentence}
      </span>
    </Popover>
  )
}

/** The sign itself: the sun at the horizon, as in Helder’s own mark. */
export function DaylightSign({ size = 16 }: { size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className={styles.sign}>
      <path className={styles.sun} d="M3.5 12.25a4.5 4.5 0 0 1 9 0z" />
      <path d="M3.5 12.25a4.5 4.5 0 0 1 9 0M1 12.25h14M8 3v1.5M2.1 5.9 3.2 7M13.9 5.9 12.8 7" />
    </svg>
  )
}
