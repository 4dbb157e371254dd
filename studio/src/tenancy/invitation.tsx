import type { Reply } from '@helder/client'
import { acceptInvitation, lookAtInvitation } from '@helder/server/core/tenancy/schema'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall, useReply } from '../core/api.tsx'
import { DoorShell } from '../core/shell/plain-shell.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { TextField } from '../ui/form/fields.tsx'
import { Form } from '../ui/form/form.tsx'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { ButtonLink } from '../ui/links.tsx'
import { Skeleton } from '../ui/loading.tsx'
import { Notice } from '../ui/notice.tsx'
import { useTitle } from '../ui/title.tsx'
import styles from './invitation.module.css'
import { texts } from './texts.ts'

const wholeSecret = /^[a-z2-7]{32}$/

/** The page behind an invitation by mail: for what, as what, and a button to accept it. */
export function Invitation() {
  const t = useTexts(texts)
  const secret = useLocation().hash
  useTitle(t.invitationTitle)
  return (
    <DoorShell corner={null}>
      {wholeSecret.test(secret) ? <Looked secret={secret} /> : <Broken words={t.invitationCut} />}
    </DoorShell>
  )
}

function Looked({ secret }: { secret: string }) {
  const { data, problem, retry } = useReply(lookAtInvitation, { body: { secret } }, { topics: ['door'] })
  if (data) return <Accept secret={secret} invitation={data} />
  if (problem?.kind === 'gone' || problem?.kind === 'not-found') return <Broken words={problem.message} />
  if (problem) return <ErrorState trouble={problem} retry={retry} />
  return <Skeleton lines={4} />
}

function Broken({ words }: { words: string }) {
  const t = useTexts(texts)
  return (
    <EmptyState
      isScreen
      drawing="letter"
      title={t.invitationBroken}
      action={<ButtonLink to="/sign-in">{t.toSignIn}</ButtonLink>}
    >
      {words}
    </EmptyState>
  )
}

function Accept(props: { secret: string; invitation: Reply<typeof lookAtInvitation> }) {
  const { secret, invitation } = props
  const { workspace, role, email, hasAccount, outsider } = invitation
  const t = useTexts(texts)
  const language = useLanguage()
  const [name, setName] = useState('')
  const { submit, isBusy, problem } = useAccept()
  if (problem?.kind === 'gone') return <Broken words={problem.message} />
  return (
    <>
      <header className={styles.heading}>
        <h1>{t.invitedFor(workspace)}</h1>
        <p>{t.invitedAs(role[language], email)}</p>
      </header>
      <Form
        problem={problem}
        submit={() => void submit({ secret, language, ...(hasAccount ? {} : { name }) })}
      >
        {outsider ? <Notice>{t.outsiderToSelf}</Notice> : null}
        {hasAccount ? null : (
          <TextField
            name="name"
            label={t.yourName}
            help={t.yourNameHelp}
            autoComplete="name"
            value={name}
            change={setName}
          />
        )}
        <div className={styles.act}>
          <Button type="submit" loading={isBusy} fullWidth>
            {t.accept}
          </Button>
          <p>{t.acceptAbout}</p>
        </div>
      </Form>
    </>
  )
}

function useAccept() {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { call, isBusy, problem } = useCall(acceptInvitation, { doing: t.accepting, problems: 'form' })
  const submit = async (body: Parameters<typeof call>[0]['body']) => {
    const outcome = await call({ body })
    if (!outcome.ok) return
    queries.clear()
    await navigate({ to: '/w/$slug', params: { slug: outcome.reply.slug }, replace: true })
  }
  return { submit, isBusy, problem }
}
