import { categories } from '@helder/fields'
import { listed, type Text, text } from '@helder/words'
import type { ReactNode } from 'react'
import { useWorkspace } from '../../core/place.tsx'
import type { RegisterEntry } from '../../core/register.ts'
import { DaylightMark } from '../../ui/daylight-mark.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { TargetLink } from '../../ui/links.tsx'
import type { RegisterStore } from './groups.ts'
import styles from './register.module.css'
import { texts } from './texts.ts'

/** One place: what holds for all of it, and each kind of data in it. */
export function StoreLines({ store }: { store: RegisterStore }) {
  const language = useLanguage()
  return (
    <article className={styles.store}>
      <header className={styles.storeHead}>
        <h4>{store.about[language]}</h4>
        <DefinedLink defined={store.defined} />
      </header>
      <Facts of={store} />
      <ul className={styles.entries}>
        {store.entries.map(entry => (
          <Line key={entry.field} entry={entry} store={store} />
        ))}
      </ul>
    </article>
  )
}

function DefinedLink({ defined }: Pick<RegisterStore, 'defined'>) {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  if (defined === undefined) return null
  const { siteId, collectionId, kind } = defined
  const part = kind === 'form' ? 'forms' : 'content'
  return (
    <TargetLink
      target={{ to: `/w/$slug/sites/$siteId/${part}/$collectionId`, params: { slug, siteId, collectionId } }}
    >
      {kind === 'form' ? t.openForm : t.openContent}
    </TargetLink>
  )
}

// What differs from field to field stands with the field.
function Facts({ of }: { of: Partial<Pick<RegisterStore, 'purpose' | 'keep' | 'seenBy'>> }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { purpose, keep, seenBy } = of
  if (!purpose && !keep && !seenBy) return null
  return (
    <dl className={styles.facts}>
      {purpose ? <Fact label={t.why}>{purpose[language]}</Fact> : null}
      {keep ? <Fact label={t.howLong}>{keep[language]}</Fact> : null}
      {seenBy ? <Fact label={t.whoSees}>{rolesOf(seenBy, language) ?? t.nobodyElse}</Fact> : null}
    </dl>
  )
}

function rolesOf(roles: Text[], language: 'nl' | 'en'): string | null {
  if (roles.length === 0) return null
  return listed(
    roles.map(role => role[language].toLowerCase()),
    language,
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const you = text('jou', 'you')

function Line({ entry, store }: { entry: RegisterEntry; store: RegisterStore }) {
  const language = useLanguage()
  const { label, category, purpose, keep, seenBy } = entry
  const kind = categories[category][language]
  const isSame = kind.toLowerCase() === label[language].toLowerCase()
  return (
    <li className={styles.entry}>
      <span className={styles.label}>
        {capital(label[language])}
        <DaylightMark daylight={{ category, whose: you, purpose, keep, seenBy }} to="self" />
      </span>
      {isSame ? null : <span className={styles.kind}>{kind}</span>}
      <Facts
        of={{
          purpose: store.purpose === null ? purpose : null,
          keep: store.keep === null ? keep : null,
          seenBy: store.seenBy === null ? seenBy : null,
        }}
      />
    </li>
  )
}
