import { day } from '@helder/words'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { texts } from '../texts.ts'
import styles from './days-left.module.css'
import { daysLeft, partLeft, urgency } from './due.ts'

/** How many days there are still to answer, in words that stand beside others. */
export function useDaysLeft(): (dueOn: string) => string {
  const t = useTexts(texts)
  return dueOn => {
    const left = daysLeft(dueOn, new Date())
    return left < 0 ? t.daysLate(-left) : t.daysLeft(left)
  }
}

/** The days that are left to answer: a line that grows shorter, and the number; with the last day where there is room. */
export function DaysLeft(props: { receivedAt: string; dueOn: string; withDay?: boolean }) {
  const { receivedAt, dueOn, withDay = false } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const words = useDaysLeft()(dueOn)
  const now = new Date()
  return (
    <span className={styles.days} data-urgency={urgency(daysLeft(dueOn, now))}>
      <span className={styles.words}>
        <strong>{words}</strong>
        {withDay ? <span className={styles.by}>{t.dueBy(day(dueOn, language))}</span> : null}
      </span>
      <span className={styles.term} aria-hidden>
        <span className={styles.left} style={{ width: `${partLeft(dueOn, receivedAt, now) * 100}%` }} />
      </span>
    </span>
  )
}
