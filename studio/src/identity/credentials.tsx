import { passwordLength } from '@helder/server/core/identity/rules'
import { platformIdentity } from '@helder/server/core/identity/schema'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { useMe } from '../core/place.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { PasswordField, TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { Section } from '../ui/screen.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import styles from './account.module.css'
import { texts } from './texts.ts'

/** With what one signs in: address and password, and how to change them. */
export function Credentials() {
  const t = useTexts(texts)
  const { account } = useMe()
  const { data } = useReply(platformIdentity.getAccount, {})
  const [open, setOpen] = useState<'email' | 'password' | null>(null)
  const hasPassword = data?.hasPassword ?? false
  return (
    <Section title={t.signingInTitle}>
      <dl className={styles.facts}>
        <Fact label={t.email} value={account.email}>
          <Button variant="default" size="compact-md" onClick={() => setOpen('email')}>
            {t.changeEmail}
          </Button>
        </Fact>
        <Fact label={t.password} value={hasPassword ? t.hasPassword : t.noPassword}>
          <Button variant="default" size="compact-md" onClick={() => setOpen('password')}>
            {hasPassword ? t.changePassword : t.setPassword}
          </Button>
        </Fact>
      </dl>
      <Dialog title={t.changeEmail} isOpen={open === 'email'} close={() => setOpen(null)} size="sm">
        <EmailForm close={() => setOpen(null)} />
      </Dialog>
      <Dialog
        title={hasPassword ? t.changePassword : t.setPassword}
        isOpen={open === 'password'}
        close={() => setOpen(null)}
        size="sm"
      >
        <PasswordForm hasPassword={hasPassword} close={() => setOpen(null)} />
      </Dialog>
    </Section>
  )
}

function Fact({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
      <dd className={styles.act}>{children}</dd>
    </div>
  )
}

function EmailForm({ close }: { close: () => void }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const [email, setEmail] = useState('')
  const change = useCall(platformIdentity.changeEmail, { doing: t.sending, problems: 'form' })
  const submit = async () => {
    const outcome = await change.call({ body: { email } })
    if (!outcome.ok) return
    toasts.done(t.changeLinkSent(email))
    close()
  }
  return (
    <Form problem={change.problem} submit={() => void submit()}>
      <p>{t.changeEmailAbout}</p>
      <TextField
        name="email"
        type="email"
        label={t.newEmail}
        autoComplete="email"
        spellCheck={false}
        data-autofocus
        value={email}
        change={setEmail}
      />
      <DialogActions>
        <Button type="submit" loading={change.isBusy}>
          {t.sendChangeLink}
        </Button>
      </DialogActions>
    </Form>
  )
}

function PasswordForm({ hasPassword, close }: { hasPassword: boolean; close: () => void }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useCall(platformIdentity.changePassword, { doing: t.savingPassword, problems: 'form' })
  const submit = async () => {
    const outcome = await change.call({ body: { next, ...(hasPassword ? { current } : {}) } })
    if (!outcome.ok) return
    toasts.done(t.passwordChanged)
    close()
  }
  return (
    <Form problem={change.problem} submit={() => void submit()}>
      {hasPassword ? (
        <PasswordField
          name="current"
          label={t.currentPassword}
          autoComplete="current-password"
          data-autofocus
          value={current}
          change={setCurrent}
        />
      ) : null}
      <PasswordField
        name="next"
        label={t.newPassword}
        help={t.passwordHelp(passwordLength.least)}
        autoComplete="new-password"
        data-autofocus={!hasPassword}
        value={next}
        change={setNext}
      />
      <DialogActions>
        <Button type="submit" loading={change.isBusy}>
          {t.savePassword}
        </Button>
      </DialogActions>
    </Form>
  )
}
