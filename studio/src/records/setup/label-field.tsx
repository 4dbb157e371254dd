import type { Label } from '@helder/fields'
import type { Language } from '@helder/words'
import type { ReactNode } from 'react'
import { TextArea, TextField } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import styles from './setup.module.css'
import { texts } from './texts.ts'

/** Words in each language that is asked for, beside each other. */
export function LabelField(props: {
  name: string
  label: string
  help?: ReactNode
  languages: readonly Language[]
  value: Label | undefined
  change: (value: Label) => void
  isOptional?: boolean
  isLong?: boolean
  maxLength?: number
}) {
  const { name, label, help, languages, value = {}, change, isOptional } = props
  const { isLong, maxLength = 300 } = props
  const t = useTexts(texts)
  const reads = useLanguage()
  // The language that somebody reads needs no name, nor does one that is alone.
  const own = languages.length > 1 ? reads : languages[0]
  const names = { nl: t.inDutch, en: t.inEnglish }
  const Input = isLong ? TextArea : TextField
  return (
    <div className={styles.languages} data-several={languages.length > 1 || undefined}>
      {languages.map((language, at) => (
        <Input
          key={language}
          name={at === 0 ? name : `${name}.${language}`}
          label={language === own ? label : `${label} (${names[language]})`}
          {...(at === 0 && help ? { help } : {})}
          {...(at === 0 && isOptional ? { isOptional } : {})}
          {...(isLong ? { rows: 3 } : {})}
          lang={language}
          maxLength={maxLength}
          autoComplete="off"
          value={value[language] ?? ''}
          change={words => change({ ...value, [language]: words })}
        />
      ))}
    </div>
  )
}
