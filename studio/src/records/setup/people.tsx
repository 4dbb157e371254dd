import { type CollectionPrivacy, said } from '@helder/fields'
import { term } from '@helder/words'
import { useState } from 'react'
import { ChoiceField, SelectField } from '../../ui/form/fields.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Section } from '../../ui/screen.tsx'
import { type Body, firstPrivacy, hasWords, subjectFields } from './body.ts'
import { useBuilder } from './builder-context.ts'
import { LabelField } from './label-field.tsx'
import { NumberField } from './number-field.tsx'
import styles from './setup.module.css'
import { texts } from './texts.ts'
import { holdsPersonalData } from './tree.ts'

/** What a set-up says of everybody in it: why, how long, by what they are known, and what goes with them. */
export function People({ body, edit }: { body: Body; edit: (change: (body: Body) => Body) => void }) {
  const t = useTexts(texts)
  const { holding, languages } = useBuilder()
  const isForm = holding.kind === 'form'
  const { privacy, fields } = body
  const isPersonal = holdsPersonalData(fields)
  const change = (next: (privacy: CollectionPrivacy) => CollectionPrivacy) =>
    edit(now => ({ ...now, privacy: next(now.privacy ?? firstPrivacy(holding.kind, now.fields)) }))
  if (!isPersonal && privacy === null) {
    return (
      <Section title={t.people}>
        <p className={styles.aside}>{t.nobody}</p>
      </Section>
    )
  }
  return (
    <Section title={t.people} about={isForm ? t.peopleAbout : t.peopleAboutContent}>
      <div className={styles.part} id="people">
        <LabelField
          name="privacy.purpose"
          label={isForm ? t.purpose : t.purposeContent}
          help={t.purposeHelp}
          languages={languages}
          value={privacy?.purpose}
          change={purpose => change(now => ({ ...now, purpose }))}
        />
        {privacy && hasWords(privacy.purpose) ? (
          <Terms body={body} privacy={privacy} change={change} />
        ) : (
          <p className={styles.aside}>{t.purposeFirst}</p>
        )}
      </div>
    </Section>
  )
}

interface TermsProps {
  body: Body
  privacy: CollectionPrivacy
  change: (next: (privacy: CollectionPrivacy) => CollectionPrivacy) => void
}

function Terms(props: TermsProps) {
  const { body, privacy, change } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const { holding } = useBuilder()
  const isForm = holding.kind === 'form'
  const { subjectField } = privacy
  const known = subjectFields(body.fields)
  const isGone = subjectField !== null && !known.some(({ key }) => key === subjectField)
  return (
    <>
      <KeepDays {...props} />
      <SelectField
        name="privacy.subjectField"
        label={t.subject}
        help={t.subjectHelp}
        value={isGone ? null : (subjectField ?? '')}
        change={key => change(now => ({ ...now, subjectField: key === '' ? null : key }))}
        options={[
          ...known.map(({ key, label }) => ({ value: key, label: said(label, language) })),
          { value: '', label: t.nobodyKnown },
        ]}
      />
      <ChoiceField
        name="privacy.erase"
        label={t.erase}
        value={privacy.erase}
        change={erase => change(now => ({ ...now, erase }))}
        options={[
          { value: 'record', label: isForm ? t.eraseRecord : t.eraseRecordContent },
          { value: 'fields', label: t.eraseFields, help: t.eraseFieldsHelp },
        ]}
      />
    </>
  )
}

const usual = [30, 90, 180, 365, 730, 1095]
const longestDays = { form: 1096, content: 3660 } as const

function KeepDays({ privacy: { keepDays }, change }: TermsProps) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { holding } = useBuilder()
  const isUsual = keepDays === null || usual.includes(keepDays)
  const [isOther, setOther] = useState(!isUsual)
  const set = (days: number | null) => change(now => ({ ...now, keepDays: days }))
  const asLong = holding.kind === 'content' || keepDays === null
  return (
    <>
      <SelectField
        name="privacy.keepDays"
        label={t.keep}
        help={t.keepHelp}
        value={isOther ? 'other' : String(keepDays)}
        change={value => {
          setOther(value === 'other')
          if (value === 'null') set(null)
          else if (value !== 'other') set(Number(value))
        }}
        options={[
          ...(asLong ? [{ value: 'null', label: t.asLong, disabled: holding.kind === 'form' }] : []),
          ...usual.map(days => ({ value: String(days), label: term(days, language) })),
          { value: 'other', label: t.otherTerm },
        ]}
      />
      {isOther ? (
        <NumberField
          name="privacy.days"
          label={t.days}
          least={1}
          most={longestDays[holding.kind]}
          value={keepDays ?? undefined}
          change={days => {
            if (days !== undefined) set(days)
          }}
        />
      ) : null}
    </>
  )
}
