import { moment } from '@helder/words'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { type BackupState, lineOf } from './line.ts'
import { texts } from './texts.ts'
import styles from './window-line.module.css'

/** The moments that can be restored, drawn from the first until now. The words and the table say the same. */
export function WindowLine({ state }: { state: BackupState }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const line = lineOf(state, new Date())
  if (line === null || state.window === null) return null
  const { from, until } = state.window
  const restores = line.restores.length
  const [first, last] = [moment(from, language), moment(until, language)]
  return (
    <figure className={styles.window}>
      <figcaption>{first === last ? t.windowPoint(last) : t.windowAbout(first, last)}</figcaption>
      <div className={styles.line} aria-hidden>
        <Marks at={line.days} kind="day" />
        <span className={styles.span} style={{ width: percent(line.until) }} />
        <Marks at={line.backups} kind="backup" />
        <Marks at={line.restores} kind="restore" />
      </div>
      <div className={styles.ends} aria-hidden>
        <span>{first}</span>
        <span>{t.now}</span>
      </div>
      <div className={styles.legend} aria-hidden>
        <Sign kind="span" words={t.legendSpan} />
        <Sign kind="backup" words={t.legendBackup} />
        {restores > 0 ? <Sign kind="restore" words={t.legendRestore} /> : null}
      </div>
    </figure>
  )
}

type Kind = 'day' | 'backup' | 'restore' | 'span'

function Marks({ at, kind }: { at: number[]; kind: Kind }) {
  return at.map(place => (
    <span key={place} className={styles.mark} data-kind={kind} style={{ left: percent(place) }} />
  ))
}

function Sign({ kind, words }: { kind: Kind; words: string }) {
  return (
    <span className={styles.sign}>
      <span className={styles.drawn} data-kind={kind} />
      {words}
    </span>
  )
}

function percent(part: number): string {
  return `${part * 100}%`
}
