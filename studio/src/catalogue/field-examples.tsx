import { useState } from 'react'
import type { Trouble } from '../ui/error-state.tsx'
import {
  CheckField,
  ChoiceField,
  PasswordField,
  SelectField,
  TextArea,
  TextField,
} from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { SaveState } from '../ui/saving/save-state.tsx'
import type { SavingState } from '../ui/saving/saver.ts'
import { Section } from '../ui/screen.tsx'
import { Switch } from '../ui/switch.tsx'
import styles from './catalogue.module.css'
import { texts } from './texts.ts'

const savingStates: SavingState[] = ['saved', 'waiting', 'saving', 'failed']

/** Every kind of field, as it begins and with something wrong; and how saving is told. */
export function FieldExamples() {
  const t = useTexts(texts)
  const wrong: Trouble = {
    kind: 'invalid',
    message: t.formWrong,
    fields: { email: t.emailWrong, choice: t.emailWrong, agree: t.emailWrong },
    requestId: undefined,
  }
  return (
    <>
      <Section title={t.fields}>
        <div className={styles.beside}>
          <Fields problem={null} />
          <Fields problem={wrong} />
        </div>
      </Section>
      <Section title={t.saving}>
        <div className={styles.row}>
          {savingStates.map(state => (
            <SaveState key={state} state={state} retry={() => {}} />
          ))}
        </div>
      </Section>
    </>
  )
}

function Fields({ problem }: { problem: Trouble | null }) {
  const t = useTexts(texts)
  const [text, setText] = useState('')
  const [way, setWay] = useState<'mail' | 'phone'>('mail')
  const [view, setView] = useState<'formatted' | 'plain'>('formatted')
  const [agreed, setAgreed] = useState(false)
  const ways = [
    { value: 'mail' as const, label: t.byMail },
    { value: 'phone' as const, label: t.byPhone, help: t.byPhoneHelp },
  ]
  return (
    <Form problem={problem} submit={() => {}} savesItself>
      <TextField name="name" label={t.name} isOptional value={text} change={setText} />
      <TextField name="email" label={t.email} help={t.emailHelp} value={text} change={setText} />
      <PasswordField name="password" label={t.password} value={text} change={setText} />
      <TextArea name="message" label={t.message} rows={2} value={text} change={setText} />
      <ChoiceField name="choice" label={t.choice} value={way} change={setWay} options={ways} />
      <SelectField name="select" label={t.choice} value={way} change={setWay} options={ways} />
      <CheckField name="agree" label={t.agree} value={agreed} change={setAgreed} />
      <TextField name="fixed" label={t.fixed} value="/w/kwekerij" change={() => {}} disabled />
      <Switch
        label={t.view}
        value={view}
        change={setView}
        options={[
          { value: 'formatted', label: t.formatted },
          { value: 'plain', label: t.plain },
        ]}
      />
    </Form>
  )
}
