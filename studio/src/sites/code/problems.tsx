import { useTexts } from '../../ui/language.tsx'
import { State } from '../../ui/state.tsx'
import type { PlacedProblem } from './placed-problems.ts'
import styles from './problems.module.css'
import { texts } from './texts.ts'
import type { Work } from './work.ts'

/** What is wrong, in this file first; each leads to its line. */
export function Problems(props: { problems: PlacedProblem[]; path: string; open: Work['open'] }) {
  const { problems, path, open } = props
  const t = useTexts(texts)
  const here = problems.filter(problem => problem.path === path)
  const elsewhere = problems.filter(problem => problem.path !== path)
  return (
    <div className={styles.problems}>
      <List problems={here} open={open} />
      {elsewhere.length > 0 ? (
        <>
          <h2>{t.elsewhere(elsewhere.length)}</h2>
          <List problems={elsewhere} open={open} isElsewhere />
        </>
      ) : null}
    </div>
  )
}

function List(props: { problems: PlacedProblem[]; open: Work['open']; isElsewhere?: boolean }) {
  const t = useTexts(texts)
  return (
    <ul>
      {props.problems.map(({ path, line, message }) => (
        <li key={`${path} ${line} ${message}`}>
          <button type="button" onClick={() => props.open(path, { line, focus: true })}>
            <State tone="bad">{message}</State>
            <span className={styles.place}>{props.isElsewhere ? `${path}:${line}` : t.problemAt(line)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
