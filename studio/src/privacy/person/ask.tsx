import { platformRequests } from '@helder/server/privacy/requests/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCall } from '../../core/api.tsx'
import { ChoiceField, TextField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { PersonHeading, PersonShell } from './person-shell.tsx'
import { texts } from './texts.ts'

/** Where people of the platform ask what is held about them, or to be erased. */
export function Ask() {
  const [sentTo, setSentTo] = useState<string | null>(null)
  return <PersonShell>{sentTo === null ? <AskForm sent={setSentTo} /> : <Sent to={sentTo} />}</PersonShell>
}

function Sent({ to }: { to: string }) {
  const t = useTexts(texts)
  return <PersonHeading isNew title={t.sent} about={t.sentAbout(to)} />
}

function AskForm({ sent }: { sent: (to: string) => void }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [kind, setKind] = useState<'access' | 'erasure'>('access')
  const [email, setEmail] = useState('')
  const ask = useCall(platformRequests.request, { doing: t.sending, problems: 'form' })
  const submit = async () => {
    const { ok } = await ask.call({ body: { kind, email, language } })
    if (ok) sent(email.trim())
  }
  return (
    <>
      <PersonHeading title={t.yours} about={t.askAbout} />
      <p>{t.askWhose}</p>
      <Form problem={ask.problem} submit={() => void submit()}>
        <ChoiceField
          name="kind"
          label={t.what}
          value={kind}
          change={setKind}
          options={[
            { value: 'access', label: t.see },
            { value: 'erasure', label: t.erase },
          ]}
        />
        <TextField
          name="email"
          type="email"
          label={t.email}
          help={t.emailHelp}
          autoComplete="email"
          spellCheck={false}
          value={email}
          change={setEmail}
        />
        <div>
          <Button type="submit" loading={ask.isBusy}>
            {t.send}
          </Button>
        </div>
      </Form>
    </>
  )
}
