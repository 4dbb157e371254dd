import type { Reply } from '@helder/client'
import { listErasures } from '@helder/server/privacy/erasures/schema'
import { listRequests } from '@helder/server/privacy/requests/schema'
import { listSites } from '@helder/server/sites/sites/schema'
import { day } from '@helder/words'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useRegister } from '../../core/register.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { TargetLink } from '../../ui/links.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { Part, Section } from '../../ui/screen.tsx'
import { sumsOf } from '../erasures/sums.ts'
import { DaysLeft } from '../requests/days-left.tsx'
import { type Asked, isOpen } from '../requests/list.tsx'
import { RequestState } from '../requests/request-state.tsx'
import { texts as shared } from '../texts.ts'
import styles from './overview.module.css'
import { texts } from './texts.ts'

/** How it stands with privacy: what waits, what is held, what was erased, and where visitors ask. */
export function Overview() {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const maySee = can('privacy.requests.read')
  return (
    <Part title={t.overview}>
      <div className={styles.overview}>
        {maySee ? <Waits /> : null}
        <div className={styles.facts}>
          <Held />
          {maySee ? <Erased /> : null}
        </div>
      </div>
      {can('sites.sites.read') ? <Pages /> : null}
    </Part>
  )
}

function Waits() {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  const requests = useReply(listRequests, {}, { topics: ['privacy.request'] })
  return (
    <section className={styles.part}>
      <h3>{t.waits}</h3>
      <Loaded from={requests} shape={<Skeleton lines={3} />}>
        {rows => <Waiting open={rows.filter(isOpen)} />}
      </Loaded>
      <TargetLink target={{ to: '/w/$slug/privacy/requests', params: { slug } }}>{t.toRequests}</TargetLink>
    </section>
  )
}

const mostShown = 5

function Waiting({ open }: { open: Asked[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [first] = open.flatMap(({ dueOn }) => dueOn ?? []).sort()
  if (first === undefined) return <p>{t.nothingWaits}</p>
  return (
    <>
      <p>{t.firstDue(open.length, day(first, language))}</p>
      <ul className={styles.waiting}>
        {open.slice(0, mostShown).map(request => (
          <li key={request.requestId}>
            <WaitingLine request={request} />
          </li>
        ))}
      </ul>
    </>
  )
}

function WaitingLine({ request }: { request: Asked }) {
  const common = useTexts(shared)
  const { slug } = useWorkspace()
  const { requestId, kind, number, dueOn, receivedAt } = request
  return (
    <TargetLink
      target={{ to: '/w/$slug/privacy/requests/$requestId', params: { slug, requestId } }}
      className={styles.line}
    >
      <span className={styles.words}>
        <span>{common[kind]}</span>
        <small>
          {common.number(number)} <RequestState request={request} />
        </small>
      </span>
      {dueOn === null ? null : <DaysLeft receivedAt={receivedAt} dueOn={dueOn} />}
    </TargetLink>
  )
}

function Held() {
  const t = useTexts(texts)
  const { slug } = useWorkspace()
  const register = useRegister()
  return (
    <section className={styles.part}>
      <h3>{t.held}</h3>
      <Loaded from={register} shape={<Skeleton lines={2} />}>
        {entries => {
          const places = new Set(entries.map(({ store }) => store)).size
          const own = entries.filter(({ store }) => store.startsWith('records.')).length
          return <p>{t.heldAbout(entries.length, places, own)}</p>
        }}
      </Loaded>
      <TargetLink target={{ to: '/w/$slug/privacy/register', params: { slug } }}>{t.toRegister}</TargetLink>
    </section>
  )
}

function Erased() {
  const t = useTexts(texts)
  const erasures = useReply(listErasures, {}, { topics: ['privacy.request'] })
  return (
    <section className={styles.part}>
      <h3>{t.erased}</h3>
      <Loaded from={erasures} shape={<Skeleton lines={2} />}>
        {all => <LastErased all={all} />}
      </Loaded>
    </section>
  )
}

function LastErased({ all }: { all: Reply<typeof listErasures> }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { slug } = useWorkspace()
  const last = all.at(-1)
  if (last === undefined) return <p>{t.neverErased}</p>
  const repeated = all
    .flatMap(({ repetitions }) => repetitions)
    .sort((a, b) => (a.repeatedAt < b.repeatedAt ? 1 : -1))[0]
  return (
    <>
      <p>{t.lastErased(day(last.erasedAt, language), sumsOf(last).taken, all.length)}</p>
      <p>
        {repeated === undefined
          ? t.neverRepeated
          : t.lastRepeated(day(repeated.repeatedAt, language), repeated.remaining)}
      </p>
      <TargetLink
        target={{
          to: '/w/$slug/privacy/requests/$requestId/proof',
          params: { slug, requestId: last.requestId },
        }}
      >
        {t.toProof}
      </TargetLink>
    </>
  )
}

function Pages() {
  const t = useTexts(texts)
  const sites = useReply(listSites, {}, { topics: ['sites.site'] })
  return (
    <Section title={t.pages} about={t.pagesAbout}>
      <Loaded from={sites} shape={<Skeleton lines={2} />}>
        {all =>
          all.length === 0 ? (
            <p>{t.noSites}</p>
          ) : (
            <ul className={styles.pages}>
              {all.map(({ siteId, name, address, live }) => (
                <li key={siteId}>
                  <CopyText
                    label={live === null ? `${name} (${t.notLive})` : name}
                    value={`${address}/_helder/privacy`}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}
