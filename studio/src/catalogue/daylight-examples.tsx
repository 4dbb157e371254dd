import type { Daylight } from '@helder/fields'
import { DaylightMark } from '../ui/daylight-mark.tsx'
import { useTexts } from '../ui/language.tsx'
import { Section } from '../ui/screen.tsx'
import styles from './catalogue.module.css'
import { texts } from './texts.ts'

const daylight: Daylight = {
  category: 'contact.email',
  whose: texts.whose,
  purpose: texts.purpose,
  keep: texts.keep,
  seenBy: [texts.owner, texts.manager],
}

/** The daylight mark, to a member and to the person themselves. */
export function DaylightExamples() {
  const t = useTexts(texts)
  return (
    <Section title={t.daylight}>
      <div className={styles.row}>
        <span className={styles.label}>
          {t.aboutSomeone}
          <DaylightMark daylight={daylight} />
        </span>
        <span className={styles.label}>
          {t.aboutSelf}
          <DaylightMark daylight={daylight} to="self" />
        </span>
      </div>
    </Section>
  )
}
