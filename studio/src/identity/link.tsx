import type { Reply } from '@helder/client'
import { passwordLength } from '@helder/server/core/identity/rules'
import { platformIdentity } from '@helder/server/core/identity/schema'
import { Button } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { DoorShell } from '../core/shell/plain-shell.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PasswordField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useTexts } from '../ui/language.tsx'
import { ButtonLink } from '../ui/links.tsx'
import { Skeleton } from '../ui/loading.tsx'
import { useTitle } from '../ui/title.tsx'
import { DoorHeading } from './door-heading.tsx'
import { useEnter } from './enter.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { texts } from './texts.ts'

const wholeSecret = /^[a-z2-7]{32}$/

/** The page behind a link by mail: says what it is for, and uses it only when a button is pressed. */
export function UseLink() {
  const t = useTexts(texts)
  const secret = useLocation().hash
  useTitle(t.linkTitle)
  return (
    <DoorShell corner={<LanguageSwitch />}>
      {wholeSecret.test(secret) ? <Looked secret={secret} /> : <BrokenLink words={t.linkCut} />}
    </DoorShell>
  )
}

function Looked({ secret }: { secret: string }) {
  const { data, problem, retry } = useReply(platformIdentity.lookAtLink, { body: { secret } })
  if (data) return <Purpose secret={secret} link={data} />
  if (problem?.kind === 'gone' || problem?.kind === 'not-found') return <BrokenLink words={problem.message} />
  if (problem) return <ErrorState trouble={problem} retry={retry} />
  return <Skeleton lines={3} />
}

function BrokenLink({ words }: { words: string }) {
  const t = useTexts(texts)
  return (
    <EmptyState
      isScreen
      drawing="key"
      title={t.linkBroken}
      action={<ButtonLink to="/sign-in">{t.newLink}</ButtonLink>}
    >
      {words}
    </EmptyState>
  )
}

type LinkView = Reply<typeof platformIdentity.lookAtLink>

function Purpose({ secret, link }: { secret: string; link: LinkView }) {
  const t = useTexts(texts)
  const use = useCall(platformIdentity.useLink, { doing: t.signingIn, problems: 'form' })
  const enter = useEnter()
  const submit = async (password?: string) => {
    const outcome = await use.call({ body: { secret, ...(password === undefined ? {} : { password }) } })
    if (outcome.ok) await enter('/')
  }
  if (use.problem?.kind === 'gone') return <BrokenLink words={use.problem.message} />
  if (link.purpose === 'set-password') return <NewPassword link={link} use={use} submit={submit} />
  const words = {
    'sign-in': { about: t.aboutSignIn, button: t.doSignIn(link.name) },
    verify: { about: t.aboutVerify, button: t.doVerify },
    'change-email': { about: t.aboutChange, button: t.doChange },
  }[link.purpose]
  return (
    <>
      <DoorHeading about={words.about}>{t.hello(link.name)}</DoorHeading>
      <Form problem={use.problem} submit={() => void submit()}>
        <Button type="submit" loading={use.isBusy} fullWidth>
          {words.button}
        </Button>
      </Form>
    </>
  )
}

function NewPassword(props: {
  link: LinkView
  use: { problem: Parameters<typeof Form>[0]['problem']; isBusy: boolean }
  submit: (password: string) => Promise<void>
}) {
  const { link, use, submit } = props
  const t = useTexts(texts)
  const [password, setPassword] = useState('')
  return (
    <>
      <DoorHeading about={t.choosePassword}>{t.hello(link.name)}</DoorHeading>
      <Form problem={use.problem} submit={() => void submit(password)}>
        <PasswordField
          name="password"
          label={t.newPassword}
          help={t.passwordHelp(passwordLength.least)}
          autoComplete="new-password"
          autoFocus
          value={password}
          change={setPassword}
        />
        <Button type="submit" loading={use.isBusy} fullWidth>
          {t.savePassword}
        </Button>
      </Form>
    </>
  )
}
