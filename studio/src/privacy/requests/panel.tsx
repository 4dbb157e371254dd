import type { Reply } from '@helder/client'
import { getRequest } from '@helder/server/privacy/requests/schema'
import { day, moment } from '@helder/words'
import type { ReactNode } from 'react'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { RegisterMark } from '../../core/register-mark.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Moment } from '../../ui/moment.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { texts as shared } from '../texts.ts'
import { DaysLeft } from './days-left.tsx'
import { Decision } from './decision.tsx'
import { isOpen } from './list.tsx'
import { Outcome } from './outcome.tsx'
import styles from './panel.module.css'
import { Plan } from './plan.tsx'
import { RequestState } from './request-state.tsx'
import { texts } from './texts.ts'

/** A request in full. */
export type Request = Reply<typeof getRequest>

/** A request beside the list: who asks, until when, what would happen, and what became of it. */
export function RequestPanel({ requestId }: { requestId: string }) {
  const t = useTexts(texts)
  const common = useTexts(shared)
  const { slug } = useWorkspace()
  const request = useReply(getRequest, { params: { requestId } }, { topics: ['privacy.request'] })
  const { data } = request
  return (
    <SidePanel
      key={requestId}
      title={data ? common.number(data.number) : t.request}
      back={{ to: '/w/$slug/privacy/requests', params: { slug } }}
      actions={data?.state === 'waiting' ? <Decision request={data} /> : null}
    >
      <Loaded from={request}>{whole => <Whole request={whole} />}</Loaded>
    </SidePanel>
  )
}

function Whole({ request }: { request: Request }) {
  const t = useTexts(texts)
  const { receivedAt, dueOn } = request
  return (
    <>
      {isOpen(request) && dueOn !== null ? <DaysLeft receivedAt={receivedAt} dueOn={dueOn} withDay /> : null}
      <Facts request={request} />
      {request.state === 'unverified' ? <p>{t.unverifiedAbout}</p> : null}
      <Outcome request={request} />
      <Planned request={request} />
    </>
  )
}

// While it is carried out the plan becomes less and less true.
function Planned({ request: { state, kind, plan } }: { request: Request }) {
  const t = useTexts(texts)
  if (state !== 'waiting' && state !== 'failed') return null
  return plan.length === 0 ? <p>{t.nothingHeld}</p> : <Plan kind={kind} plan={plan} />
}

function Facts({ request }: { request: Request }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { kind, state, email, receivedAt, decidedAt, decidedBy, finishedAt } = request
  const decided = decidedAt === null ? null : moment(decidedAt, language)
  return (
    <dl className={styles.facts}>
      <Fact label={t.state}>
        <RequestState request={request} />
      </Fact>
      <Fact label={t.who} mark={<RegisterMark store="privacy.requests" field="email" whose={shared.asker} />}>
        {email ?? t.whoGone}
      </Fact>
      <Fact label={t.asks}>{kind === 'access' ? t.asksAccess : t.asksErasure}</Fact>
      <Fact label={t.received}>
        <Moment at={receivedAt} />
      </Fact>
      {decided === null ? null : (
        <Fact label={t.decided}>{decidedBy === null ? decided : t.decidedBy(decidedBy, decided)}</Fact>
      )}
      {finishedAt === null || state === 'refused' ? null : (
        <Fact label={t.finished}>{day(finishedAt, language)}</Fact>
      )}
    </dl>
  )
}

function Fact(props: { label: string; mark?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>
        {props.label}
        {props.mark}
      </dt>
      <dd>{props.children}</dd>
    </div>
  )
}
