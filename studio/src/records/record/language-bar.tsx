import type { Field, Values } from '@helder/fields'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Switch } from '../../ui/switch.tsx'
import { languageName } from '../languages.ts'
import { lackingIn } from './problems.ts'
import styles from './record.module.css'
import { texts } from './texts.ts'

/** Chooses the language in which localised fields are written, and says what each language lacks. */
export function LanguageBar(props: {
  fields: readonly Field[]
  values: Values
  languages: readonly string[]
  language: string
  choose: (language: string) => void
}) {
  const { fields, values, languages, language, choose } = props
  const t = useTexts(texts)
  const spoken = useLanguage()
  const [own = ''] = languages
  const lacking = language === own ? 0 : lackingIn(fields, values, language)
  return (
    <div className={styles.languages}>
      <Switch
        label={t.language}
        value={language}
        change={choose}
        options={languages.map(tag => {
          const count = lackingIn(fields, values, tag)
          const name = languageName(tag, spoken)
          return { value: tag, label: count > 0 ? t.lacks(name, count) : name }
        })}
      />
      {lacking > 0 ? <p className={styles.aside}>{t.lacksAbout(languageName(own, spoken))}</p> : null}
    </div>
  )
}
