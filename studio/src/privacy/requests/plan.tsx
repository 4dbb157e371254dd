import { useLanguage, useTexts } from '../../ui/language.tsx'
import styles from './panel.module.css'
import type { Request } from './panel.tsx'
import { texts } from './texts.ts'

type Store = Request['plan'][number]

/** How many things an erasure takes: those that go, and those that lose what they say about the person. */
export function countTaken(plan: Store[]): number {
  return plan.reduce((sum, store) => sum + store.erased + store.blanked, 0)
}

/** How many things were found in all. */
export function countFound(plan: Store[]): number {
  return plan.reduce((sum, store) => sum + store.found, 0)
}

/** What would happen, or what would be given, place by place. */
export function Plan({ kind, plan }: { kind: Request['kind']; plan: Store[] }) {
  const t = useTexts(texts)
  return (
    <section className={styles.block}>
      <div>
        <h3>{kind === 'access' ? t.wouldGive : t.wouldErase}</h3>
        <p className={styles.about}>
          {t.planErase(countFound(plan), plan.length)} {t.inTheirWords}
        </p>
      </div>
      <ul className={styles.stores}>
        {plan.map(store => (
          <li key={store.store}>
            <PlannedStore kind={kind} store={store} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PlannedStore({ kind, store }: { kind: Request['kind']; store: Store }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { about, found, erased, blanked, stayed, because } = store
  const fates = [
    erased > 0 ? t.goes(erased) : null,
    blanked > 0 ? t.blanks(blanked) : null,
    stayed > 0 ? t.stays(stayed) : null,
  ].filter(fate => fate !== null)
  return (
    <>
      <span className={styles.what}>{about[language]}</span>
      <span className={styles.outcomes}>
        {kind === 'access' ? t.gives(found) : fates.map(fate => <span key={fate}>{fate}</span>)}
      </span>
      {kind === 'erasure'
        ? because.map(reason => (
            <span key={reason.nl} className={styles.because}>
              {reason[language]}
            </span>
          ))
        : null}
    </>
  )
}
