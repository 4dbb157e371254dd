import { decideRequest } from '@helder/server/privacy/requests/schema'
import { day } from '@helder/words'
import { Button } from '@mantine/core'
import { useCall } from '../../core/api.tsx'
import { useProgress } from '../../core/events.ts'
import { useWorkspace } from '../../core/place.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './panel.module.css'
import type { Request } from './panel.tsx'
import { countTaken } from './plan.tsx'
import { texts } from './texts.ts'

/** What is being done, what went wrong, or what became of it. */
export function Outcome({ request }: { request: Request }) {
  switch (request.state) {
    case 'unverified':
    case 'waiting':
      return null
    case 'approved':
    case 'working':
      return <Working request={request} />
    case 'failed':
      return <Failed request={request} />
    case 'lapsed':
      return <Lapsed />
    case 'refused':
      return <Refused reason={request.reason} />
    case 'done':
      return request.kind === 'access' ? <Given until={request.exportUntil} /> : <Erased request={request} />
  }
}

function Working({ request }: { request: Request }) {
  const t = useTexts(texts)
  const progress = useProgress('privacy.request', request.requestId)
  const doing = request.kind === 'access' ? t.workingGive : t.workingErase
  return (
    <section className={styles.block} role="status">
      {progress ? <Progress label={doing} {...progress} /> : <p>{doing}</p>}
      <p className={styles.about}>{t.canLeave}</p>
    </section>
  )
}

function Failed({ request: { requestId, failure } }: { request: Request }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { can } = useWorkspace()
  const decide = useCall(decideRequest, { doing: t.tryingAgain })
  const again = (
    <Button
      variant="default"
      loading={decide.isBusy}
      onClick={() => void decide.call({ params: { requestId }, body: { approve: true } })}
    >
      {t.again}
    </Button>
  )
  return (
    <Notice tone="bad" title={t.failedTitle} actions={can('privacy.requests.write') ? again : null}>
      {failure?.[language]}
    </Notice>
  )
}

function Refused({ reason }: { reason: string | null }) {
  const t = useTexts(texts)
  if (reason === null) return null
  return (
    <section className={styles.block}>
      <p>{t.refusedAbout}</p>
      <blockquote className={styles.quote}>{reason}</blockquote>
    </section>
  )
}

function Lapsed() {
  const t = useTexts(texts)
  return <p>{t.lapsedAbout}</p>
}

function Given({ until }: { until: string | null }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const isThere = until !== null && new Date(until) > new Date()
  return (
    <Notice tone={isThere ? 'good' : 'plain'}>
      {isThere ? t.givenUntil(day(until, language)) : t.givenGone}
    </Notice>
  )
}

function Erased({ request: { requestId, proof } }: { request: Request }) {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  if (proof === null) return null
  const left = proof.scan.unexpected
  return (
    <Notice
      tone={left === 0 ? 'good' : 'bad'}
      actions={
        <ButtonLink
          to="/w/$slug/privacy/requests/$requestId/proof"
          params={{ slug, requestId }}
          variant="default"
        >
          {t.toProof}
        </ButtonLink>
      }
    >
      {t.erasedAbout(countTaken(proof.stores), left)}
    </Notice>
  )
}
