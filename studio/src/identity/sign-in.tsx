import { platformIdentity } from '@helder/server/core/identity/schema'
import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../core/api.tsx'
import { DoorShell } from '../core/shell/plain-shell.tsx'
import { PasswordField, TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { useTitle } from '../ui/title.tsx'
import styles from './door.module.css'
import { DoorHeading } from './door-heading.tsx'
import { useEnter } from './enter.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { texts } from './texts.ts'

type Step = { is: 'sign-in' } | { is: 'forgot' } | { is: 'sent'; minutes: number }

/** Signing in with a password or with a link by mail. */
export function SignIn() {
  const t = useTexts(texts)
  const [step, setStep] = useState<Step>({ is: 'sign-in' })
  const [email, setEmail] = useState('')
  useTitle(t.signIn)
  return (
    <DoorShell corner={<LanguageSwitch />}>
      {step.is === 'sign-in' ? <ByPassword email={email} setEmail={setEmail} setStep={setStep} /> : null}
      {step.is === 'forgot' ? <Forgot email={email} setEmail={setEmail} setStep={setStep} /> : null}
      {step.is === 'sent' ? <Sent email={email} minutes={step.minutes} setStep={setStep} /> : null}
    </DoorShell>
  )
}

interface StepProps {
  email: string
  setEmail: (email: string) => void
  setStep: (step: Step) => void
}

function ByPassword({ email, setEmail, setStep }: StepProps) {
  const t = useTexts(texts)
  const { next } = useSearch({ from: '/sign-in' })
  const [password, setPassword] = useState('')
  const signIn = useCall(platformIdentity.signIn, { doing: t.signingIn, problems: 'form' })
  const link = useCall(platformIdentity.sendLink, { doing: t.sending, problems: 'form' })
  const enter = useEnter()
  const submit = async () => {
    link.forget()
    const outcome = await signIn.call({ body: { email, password } })
    if (outcome.ok) await enter(next ?? '/')
  }
  const send = async () => {
    signIn.forget()
    const outcome = await link.call({ body: { email, purpose: 'sign-in' } })
    if (outcome.ok) setStep({ is: 'sent', minutes: 20 })
  }
  return (
    <>
      <DoorHeading>{t.signIn}</DoorHeading>
      <Form problem={signIn.problem ?? link.problem} submit={() => void submit()}>
        <EmailField value={email} change={setEmail} />
        <PasswordField
          name="password"
          label={t.password}
          autoComplete="current-password"
          value={password}
          change={setPassword}
        />
        <Button type="submit" loading={signIn.isBusy} fullWidth>
          {t.signIn}
        </Button>
        <div className={styles.or}>{t.or}</div>
        <Button variant="default" loading={link.isBusy} fullWidth onClick={() => void send()}>
          {t.sendLink}
        </Button>
      </Form>
      <p className={styles.aside}>
        <button type="button" className={styles.plainLink} onClick={() => setStep({ is: 'forgot' })}>
          {t.forgot}
        </button>
      </p>
    </>
  )
}

function EmailField({ value, change }: { value: string; change: (value: string) => void }) {
  const t = useTexts(texts)
  return (
    <TextField
      name="email"
      type="email"
      label={t.email}
      autoComplete="username"
      spellCheck={false}
      autoFocus
      value={value}
      change={change}
    />
  )
}

function Forgot({ email, setEmail, setStep }: StepProps) {
  const t = useTexts(texts)
  const link = useCall(platformIdentity.sendLink, { doing: t.sending, problems: 'form' })
  const send = async () => {
    const outcome = await link.call({ body: { email, purpose: 'set-password' } })
    if (outcome.ok) setStep({ is: 'sent', minutes: 60 })
  }
  return (
    <>
      <DoorHeading about={t.forgotAbout}>{t.forgotTitle}</DoorHeading>
      <Form problem={link.problem} submit={() => void send()}>
        <EmailField value={email} change={setEmail} />
        <Button type="submit" loading={link.isBusy} fullWidth>
          {t.sendPasswordLink}
        </Button>
      </Form>
      <p className={styles.aside}>
        <button type="button" className={styles.plainLink} onClick={() => setStep({ is: 'sign-in' })}>
          {t.backToSignIn}
        </button>
      </p>
    </>
  )
}

function Sent({
  email,
  minutes,
  setStep,
}: {
  email: string
  minutes: number
  setStep: (step: Step) => void
}) {
  const t = useTexts(texts)
  return (
    <>
      <DoorHeading isNew>{t.checkMail}</DoorHeading>
      <div className={styles.words}>
        <p>{t.sentTo(email)}</p>
        <p>{t.worksFor(minutes)}</p>
        <p>{t.nothingCame}</p>
      </div>
      <Button variant="default" fullWidth onClick={() => setStep({ is: 'sign-in' })}>
        {t.otherAddress}
      </Button>
    </>
  )
}
