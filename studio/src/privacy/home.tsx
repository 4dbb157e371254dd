import { listRequests } from '@helder/server/privacy/requests/schema'
import { day } from '@helder/words'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import type { HomePart, Waiting } from '../core/slice.ts'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { useDaysLeft } from './requests/days-left.tsx'
import { daysLeft, urgency } from './requests/due.ts'
import { texts } from './texts.ts'

/** The requests that wait for an answer, with the days that are left, and those that could not be carried out. */
function useWaiting(): Waiting[] | undefined {
  const t = useTexts(texts)
  const language = useLanguage()
  const left = useDaysLeft()
  const { can, slug } = useWorkspace()
  const maySee = can('privacy.requests.read')
  const { data, problem } = useReply(listRequests, {}, { topics: ['privacy.request'], when: maySee })
  if (maySee && data === undefined && problem === null) return undefined
  return (data ?? [])
    .filter(({ state }) => state === 'waiting' || state === 'failed')
    .map(({ requestId, number, kind, state, dueOn }): Waiting => {
      const isLate = dueOn !== null && urgency(daysLeft(dueOn, new Date())) === 'late'
      const due = dueOn === null ? '' : `${left(dueOn)}, ${t.dueBy(day(dueOn, language))}`
      return {
        key: requestId,
        words:
          state === 'failed'
            ? t.failedRequest(number)
            : { access: t.wantsAccess, erasure: t.wantsErasure }[kind],
        detail: due,
        to: { to: '/w/$slug/privacy/requests/$requestId', params: { slug, requestId } },
        ...(state === 'failed' || isLate ? { isTrouble: true } : {}),
      }
    })
}

/** What privacy has for the overview. */
export const homePart: HomePart = { useWaiting }
