import { said } from '@helder/fields'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { WholeCollection } from '../site.ts'
import { type Body, hasWords } from './body.ts'
import { useBuilder } from './builder-context.ts'
import { focusSoon } from './focus.ts'
import styles from './setup.module.css'
import { texts } from './texts.ts'
import { undeclaredIn } from './tree.ts'

/** Something that publishing waits for, and the way there. */
export interface Wait {
  key: string
  words: string
  isAboutPeople: boolean
  go: () => void
}

/**
 * What publishing waits for. Whether fields have spoken is seen here, while somebody answers; the rest is what the
 * server said of the version that it has.
 */
export function useWaits(collection: WholeCollection, body: Body): Wait[] {
  const t = useTexts(texts)
  const language = useLanguage()
  const { setOpen } = useBuilder()
  const undeclared = undeclaredIn(body.fields).map(({ path, field }) => ({
    key: path,
    words: t.sayOf(said(field.label, language)),
    isAboutPeople: true,
    go: () => {
      setOpen(path)
      focusSoon([`${path}.privacy`, `${path}.privacy.because`])
    },
  }))
  const others = collection.problems
    .filter(({ path }) => isStillSo(path, body))
    .map(({ path, message }) => ({
      key: path,
      words: message[language],
      isAboutPeople: path !== 'fields',
      go: () => focusSoon(['privacy.purpose', path]),
    }))
  return [...undeclared, ...others]
}

// The fields speak for themselves above, and what was mended a moment ago is not asked for again.
function isStillSo(path: string, { fields, privacy }: Body): boolean {
  if (path === 'fields') return fields.length === 0
  if (path === 'privacy') return !hasWords(privacy?.purpose)
  return path.startsWith('privacy.')
}

/** Says why publishing waits, and leads to what is needed. */
export function Waits({ waits }: { waits: Wait[] }) {
  const t = useTexts(texts)
  if (waits.length === 0) return null
  return (
    <Notice tone="warning" title={t.waits}>
      {waits.some(({ isAboutPeople }) => isAboutPeople) ? <p>{t.waitsAbout}</p> : null}
      <ul className={styles.waits}>
        {waits.map(({ key, words, go }) => (
          <li key={key}>
            <button type="button" onClick={go}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
