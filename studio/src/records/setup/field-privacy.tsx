import {
  type Category,
  categories,
  categoryKeys,
  daylightSentence,
  type Field,
  type FieldPrivacy,
  said,
} from '@helder/fields'
import { Button } from '@mantine/core'
import { DaylightSign } from '../../ui/daylight-mark.tsx'
import { ChoiceField, SelectField, TextField } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { daylightOf } from '../daylight.tsx'
import { hasWords } from './body.ts'
import { useBuilder } from './builder-context.ts'
import { LabelField } from './label-field.tsx'
import styles from './setup.module.css'
import { suggestedCategory } from './suggestion.ts'
import { texts } from './texts.ts'
import { isUndeclared } from './tree.ts'

/** What a field says about people: whether, what, and why. The sentence that people read stands under it. */
export function FieldPrivacySettings(props: {
  field: Field
  name: string
  change: (privacy: FieldPrivacy) => void
}) {
  const { field, name, change } = props
  const t = useTexts(texts)
  const { holding } = useBuilder()
  const { privacy } = field
  const suggested = suggestedCategory(field, holding.kind)
  const answer = privacy === undefined ? null : privacy.personal ? 'yes' : 'no'
  return (
    <div className={styles.privacy} data-open={isUndeclared(field) || undefined}>
      {privacy === undefined && suggested ? (
        <Suggestion category={suggested} take={() => change({ personal: true, category: suggested })} />
      ) : null}
      <ChoiceField
        name={`${name}.privacy`}
        label={t.aboutPerson}
        shape="beside"
        note={privacy === undefined ? t.sayFirst : undefined}
        value={answer}
        change={next =>
          change(
            next === 'yes' ? { personal: true, category: suggested ?? 'person.other' } : { personal: false },
          )
        }
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
      />
      {privacy?.personal ? <What {...props} privacy={privacy} /> : null}
      {privacy?.personal === false && (isUndeclared(field) || privacy.because !== undefined) ? (
        <TextField
          name={`${name}.privacy.because`}
          label={t.because}
          help={t.becauseHelp}
          note={isUndeclared(field) ? t.sayFirst : undefined}
          maxLength={300}
          autoComplete="off"
          value={privacy.because ?? ''}
          change={because => change({ personal: false, because })}
        />
      ) : null}
      <Sentence field={field} />
      {privacy?.personal ? <OwnPurpose {...props} privacy={privacy} /> : null}
    </div>
  )
}

function Suggestion({ category, take }: { category: Category; take: () => void }) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <div className={styles.suggestion}>
      <span>{t.suggestion(categories[category][language])}</span>
      <Button size="compact-md" variant="default" onClick={take}>
        {t.take}
      </Button>
    </div>
  )
}

interface PersonalProps {
  name: string
  privacy: FieldPrivacy & { personal: true }
  change: (privacy: FieldPrivacy) => void
}

function What({ name, privacy, change }: PersonalProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  return (
    <SelectField
      name={`${name}.privacy.category`}
      label={t.category}
      value={privacy.category}
      change={category => change({ ...privacy, category })}
      options={categoryKeys.map(value => ({ value, label: categories[value][language] }))}
    />
  )
}

// Most fields are there for what the whole is there for, so another purpose is put away until somebody wants it.
function OwnPurpose({ name, privacy, change }: PersonalProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { holding, languages } = useBuilder()
  const common = holding.privacy ? said(holding.privacy.purpose, language) : ''
  const { purpose: _before, ...rest } = privacy
  return (
    <details className={styles.more} open={privacy.purpose !== undefined}>
      <summary>{t.ownPurpose}</summary>
      <LabelField
        name={`${name}.privacy.purpose`}
        label={t.purpose}
        help={t.ownPurposeHelp(common)}
        languages={languages}
        value={privacy.purpose}
        change={purpose => change(hasWords(purpose) ? { ...privacy, purpose } : rest)}
      />
    </details>
  )
}

function Sentence({ field }: { field: Field }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { holding } = useBuilder()
  const daylight = daylightOf(holding, field)
  if (daylight === null) return null
  const isForm = holding.kind === 'form'
  return (
    <div className={styles.sentence}>
      <span className={styles.sun}>
        <DaylightSign size={24} />
      </span>
      <div>
        <strong>{isForm ? t.visitorReads : t.memberReads}</strong>
        <p>{daylightSentence(daylight, language, isForm ? 'self' : 'member')}</p>
      </div>
    </div>
  )
}
