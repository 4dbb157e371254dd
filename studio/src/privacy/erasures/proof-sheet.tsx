import type { ErasureProof } from '@helder/server/privacy/requests/schema'
import { day, moment } from '@helder/words'
import type { ReactNode } from 'react'
import { CopyText } from '../../ui/copy-text.tsx'
import { DaylightSign } from '../../ui/daylight-mark.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import styles from './proof-sheet.module.css'
import { Sight } from './sight.tsx'
import { type Sums, sumsOf } from './sums.ts'
import { texts } from './texts.ts'

/** What a proof is of, and who vouches for it. */
export interface ProofSheetProps {
  proof: ErasureProof
  /** The number of the request. */
  number: number
  controller: string
  /** Who runs this Helder, where that is known. */
  operator: string | null
}

/** A proof as a sheet of paper: the same for the organisation and for the person. */
export function ProofSheet({ proof, number, controller, operator }: ProofSheetProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const sums = sumsOf(proof)
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <div className={styles.sign}>
          <DaylightSign size={40} />
        </div>
        <p className={styles.by}>{operator === null ? controller : t.by(controller, operator)}</p>
        <h2>{t.headline(number, moment(proof.erasedAt, language))}</h2>
        <p className={styles.summary}>{summaryOf(t, sums, proof.stores.length)}</p>
      </header>
      <Section title={t.whatWent} about={t.whatWentAbout}>
        <Stores stores={proof.stores} />
      </Section>
      <Section title={t.whatSearched}>
        <Sight scan={proof.scan} placesLeft={sums.placesLeft} />
      </Section>
      <Section title={t.whatStayed}>
        <Stayed stores={proof.stores} />
      </Section>
      <Section title={t.restored}>
        <Repetitions repetitions={proof.repetitions} />
      </Section>
      <Section title={t.check}>
        <Check proof={proof} />
      </Section>
    </article>
  )
}

function summaryOf(t: ReturnType<typeof useTexts<typeof texts>>, sums: Sums, places: number): string {
  const { found, erased, blanked, stayed } = sums
  return [
    t.summary(found, places),
    ...(erased > 0 ? [t.erasedCount(erased)] : []),
    ...(blanked > 0 ? [t.blankedCount(blanked)] : []),
    ...(stayed > 0 ? [t.stayedCount(stayed)] : []),
  ].join(' ')
}

function Section(props: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <header>
        <h3>{props.title}</h3>
        {props.about ? <p className={styles.about}>{props.about}</p> : null}
      </header>
      {props.children}
    </section>
  )
}

function Stores({ stores }: Pick<ErasureProof, 'stores'>) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <table className={styles.stores}>
      <thead>
        <tr>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.found}</th>
          <th scope="col">{t.erased}</th>
          <th scope="col">{t.blanked}</th>
          <th scope="col">{t.stayed}</th>
        </tr>
      </thead>
      <tbody>
        {stores.map(({ store, about, found, erased, blanked, stayed }) => (
          <tr key={store}>
            <th scope="row">{about[language]}</th>
            <td data-label={t.found}>{found}</td>
            <td data-label={t.erased}>{erased}</td>
            <td data-label={t.blanked}>{blanked}</td>
            <td data-label={t.stayed}>{stayed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Stayed({ stores }: Pick<ErasureProof, 'stores'>) {
  const t = useTexts(texts)
  const language = useLanguage()
  const left = stores.filter(({ blanked, stayed }) => blanked + stayed > 0)
  if (left.length === 0) return <p>{t.nothingStayed}</p>
  return (
    <dl className={styles.left}>
      {left.map(({ store, about, because }) => (
        <div key={store}>
          <dt>{about[language]}</dt>
          {because.map(reason => (
            <dd key={reason.nl}>{reason[language]}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

function Repetitions({ repetitions }: Pick<ErasureProof, 'repetitions'>) {
  const t = useTexts(texts)
  const language = useLanguage()
  if (repetitions.length === 0) return <p>{t.neverRestored}</p>
  return (
    <ul className={styles.repetitions}>
      {repetitions.map(({ repeatedAt, erasedAgain, remaining }) => (
        <li key={repeatedAt}>
          <DaylightSign size={20} />
          {t.repetition(day(repeatedAt, language), erasedAgain, remaining)}
        </li>
      ))}
    </ul>
  )
}

function Check({ proof: { sequence, hash } }: { proof: ErasureProof }) {
  const t = useTexts(texts)
  return (
    <>
      <dl className={styles.entry}>
        <dt>{t.ledgerEntry}</dt>
        <dd className={styles.sequence}>{sequence}</dd>
      </dl>
      <CopyText label={t.hash} value={hash} />
      <p>{t.checkAbout}</p>
      <p>{t.checkPerson}</p>
      <p>{t.checkOperator}</p>
      <CopyText label={t.command} value="npx helder doctor" />
    </>
  )
}
