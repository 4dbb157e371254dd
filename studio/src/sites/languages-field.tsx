import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { SelectField } from '../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { Tag } from '../ui/state.tsx'
import { languageName, siteLanguageTags } from './languages.ts'
import styles from './languages-field.module.css'
import { texts } from './texts.ts'

/** The languages of a website: the first one is its own. */
export function LanguagesField(props: {
  value: string[]
  change: (value: string[]) => void
  disabled?: boolean
}) {
  const { value, change, disabled = false } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const others = siteLanguageTags
    .filter(tag => !value.includes(tag))
    .map(tag => ({ value: tag, label: languageName(tag, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
  return (
    <fieldset className={styles.field} disabled={disabled}>
      <legend>{t.languages}</legend>
      <p className={styles.help}>{t.languagesHelp}</p>
      <ol className={styles.list}>
        {value.map((tag, at) => {
          const name = languageName(tag, language)
          return (
            <li key={tag}>
              <span>{name}</span>
              {at === 0 ? (
                <Tag>{t.firstLanguage}</Tag>
              ) : (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={t.makeFirst(name)}
                  onClick={() => change([tag, ...value.filter(other => other !== tag)])}
                >
                  {t.asFirst}
                </Button>
              )}
              {value.length > 1 ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t.dropLanguage(name)}
                  onClick={() => change(value.filter(other => other !== tag))}
                >
                  <IconX size={18} stroke={1.75} aria-hidden />
                </ActionIcon>
              ) : null}
            </li>
          )
        })}
      </ol>
      {value.length < 10 ? (
        <SelectField
          // Anew after each choice, so that it never shows one.
          key={value.join(' ')}
          name="languages"
          label={t.addLanguage}
          value={null}
          change={tag => change([...value, tag])}
          options={others}
          disabled={disabled}
        />
      ) : null}
    </fieldset>
  )
}
