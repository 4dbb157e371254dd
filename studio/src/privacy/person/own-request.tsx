import type { Reply } from '@helder/client'
import { platformRequests } from '@helder/server/privacy/requests/schema'
import { day, moment } from '@helder/words'
import { Button } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCall, useReply } from '../../core/api.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProofSheet } from '../erasures/proof-sheet.tsx'
import styles from './person-shell.module.css'
import { PersonHeading, PersonShell } from './person-shell.tsx'
import { texts } from './texts.ts'

type Own = Reply<typeof platformRequests.look>

const wholeSecret = /^[a-z2-7]{32}$/
const topic = 'own-request'

/** The page of a person about their own request, behind the link in their mail. */
export function OwnRequest() {
  const t = useTexts(texts)
  const secret = useLocation().hash
  return (
    <PersonShell>
      {wholeSecret.test(secret) ? <Looked secret={secret} /> : <Broken words={t.cut} />}
    </PersonShell>
  )
}

function Broken({ words }: { words: string }) {
  const t = useTexts(texts)
  return (
    <EmptyState
      isScreen
      drawing="key"
      title={t.broken}
      action={
        <ButtonLink to="/privacy" variant="default">
          {t.askAnew}
        </ButtonLink>
      }
    >
      {words}
    </EmptyState>
  )
}

const answered = new Set<Own['state']>(['done', 'refused', 'lapsed'])
const moving = new Set<Own['state']>(['waiting', 'approved', 'working'])

function Looked({ secret }: { secret: string }) {
  const own = useReply(platformRequests.look, { body: { secret } }, { topics: [topic] })
  const { data, problem, retry } = own
  const isMoving = data !== undefined && moving.has(data.state)
  useEffect(() => {
    if (!isMoving) return
    const timer = setInterval(retry, 4_000)
    return () => clearInterval(timer)
  })
  if (data) return <Request own={data} secret={secret} />
  if (problem?.kind === 'not-found' || problem?.kind === 'gone') return <Broken words={problem.message} />
  if (problem) return <ErrorState trouble={problem} retry={retry} />
  return <Skeleton lines={4} />
}

function Request({ own, secret }: { own: Own; secret: string }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { kind, number, controller, receivedAt, dueOn, state } = own
  return (
    <>
      <PersonHeading title={kind === 'access' ? t.access : t.erasure} about={t.toWhom(number, controller)} />
      <dl className={styles.facts}>
        <div>
          <dt>{t.received}</dt>
          <dd>{moment(receivedAt, language)}</dd>
        </div>
        {dueOn === null || answered.has(state) ? null : (
          <div>
            <dt>{t.due}</dt>
            <dd>{day(dueOn, language)}</dd>
          </div>
        )}
      </dl>
      <Standing own={own} secret={secret} />
    </>
  )
}

function Standing({ own, secret }: { own: Own; secret: string }) {
  const t = useTexts(texts)
  switch (own.state) {
    case 'unverified':
      return <Confirm secret={secret} />
    case 'waiting':
      return <Said words={t.waiting(own.controller)} />
    case 'approved':
    case 'working':
      return <Said words={t.carriedOut} />
    case 'failed':
      return <Said words={t.failed} />
    case 'lapsed':
      return <Said words={t.lapsed} />
    case 'refused':
      return <Refused own={own} />
    case 'done':
      return own.kind === 'access' ? <Ready own={own} secret={secret} /> : <Erased own={own} />
  }
}

function Said({ words }: { words: string }) {
  return (
    <div role="status">
      <Notice>{words}</Notice>
    </div>
  )
}

function Confirm({ secret }: { secret: string }) {
  const t = useTexts(texts)
  const confirm = useCall(platformRequests.confirm, {
    doing: t.confirming,
    changes: [topic],
    problems: 'form',
  })
  return (
    <Form problem={confirm.problem} submit={() => void confirm.call({ body: { secret } })}>
      <p>{t.confirmAbout}</p>
      <div>
        <Button type="submit" loading={confirm.isBusy}>
          {t.confirm}
        </Button>
      </div>
    </Form>
  )
}

function Refused({ own: { controller, reason } }: { own: Own }) {
  const t = useTexts(texts)
  return (
    <>
      <p>{t.refused(controller)}</p>
      <blockquote className={styles.quote}>{reason}</blockquote>
      <p>{t.complain}</p>
    </>
  )
}

function Ready({ own: { exportUntil }, secret }: { own: Own; secret: string }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const download = useCall(platformRequests.download, { doing: t.fetching })
  if (exportUntil === null || new Date(exportUntil) < new Date()) return <Said words={t.gone} />
  const fetchData = async () => {
    const outcome = await download.call({ body: { secret } })
    if (outcome.ok) hand(outcome.reply, t.fileName)
  }
  return (
    <>
      <p>{t.ready(day(exportUntil, language))}</p>
      <div>
        <Button loading={download.isBusy} onClick={() => void fetchData()}>
          {t.fetch}
        </Button>
      </div>
    </>
  )
}

// A contract of bytes promises nothing that JSON has; the client gives them as a Blob.
function hand(file: unknown, name: string): void {
  if (!(file instanceof Blob)) return
  const address = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function Erased({ own: { proof, number, controller } }: { own: Own }) {
  const t = useTexts(texts)
  if (proof === null) return <Said words={t.erasedBare} />
  return (
    <>
      <p>{t.erased}</p>
      <ProofSheet proof={proof} number={number} controller={controller} operator={null} />
    </>
  )
}
