import { openRequest } from '@helder/server/privacy/requests/schema'
import { languages } from '@helder/words'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../../core/api.tsx'
import { ownNames } from '../../core/language.ts'
import { useWorkspace } from '../../core/place.tsx'
import { RegisterMark } from '../../core/register-mark.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { ChoiceField, TextField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

/** Writing down a request that came in otherwise than by a site. */
export function WriteDown({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const t = useTexts(texts)
  return (
    <Dialog title={t.write} isOpen={isOpen} close={close}>
      <WriteForm />
    </Dialog>
  )
}

function WriteForm() {
  const t = useTexts(texts)
  const [kind, setKind] = useState<'access' | 'erasure'>('access')
  const [email, setEmail] = useState('')
  const [language, setLanguage] = useState(useLanguage())
  const { submit, problem, isBusy } = useWrite()
  return (
    <Form problem={problem} submit={() => void submit({ kind, email, language })}>
      <p>{t.writeAbout}</p>
      <ChoiceField
        name="kind"
        label={t.kind}
        value={kind}
        change={setKind}
        options={[
          { value: 'access', label: t.access },
          { value: 'erasure', label: t.erasure },
        ]}
      />
      <TextField
        name="email"
        type="email"
        label={t.email}
        help={t.emailHelp}
        mark={<RegisterMark store="privacy.requests" field="email" whose={shared.asker} />}
        autoComplete="off"
        spellCheck={false}
        value={email}
        change={setEmail}
      />
      <ChoiceField
        name="language"
        label={t.language}
        value={language}
        change={setLanguage}
        options={languages.map(value => ({ value, label: ownNames[value] }))}
      />
      <DialogActions>
        <Button type="submit" loading={isBusy}>
          {t.write}
        </Button>
      </DialogActions>
    </Form>
  )
}

function useWrite() {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  const toasts = useToasts()
  const navigate = useNavigate()
  const { call, problem, isBusy } = useCall(openRequest, {
    doing: t.writing,
    changes: ['mail'],
    problems: 'form',
  })
  const submit = async (body: Parameters<typeof call>[0]['body']) => {
    const outcome = await call({ body })
    if (!outcome.ok) return
    toasts.done(t.written)
    const { requestId } = outcome.reply
    await navigate({ to: '/w/$slug/privacy/requests/$requestId', params: { slug, requestId } })
  }
  return { submit, problem, isBusy }
}
