import { listMessages } from '@helder/server/core/mail/schema'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import type { HomePart, Waiting } from '../core/slice.ts'
import { useTexts } from '../ui/language.tsx'
import { texts } from './texts.ts'

/** Mail that a mail server did not take. */
function useWaiting(): Waiting[] | undefined {
  const t = useTexts(texts)
  const { can, slug } = useWorkspace()
  const mayRead = can('mail.read')
  const { data, problem } = useReply(listMessages, { query: { limit: 50 } }, { when: mayRead })
  if (mayRead && data === undefined && problem === null) return undefined
  const failed = (data?.messages ?? []).filter(({ failure, sentAt }) => failure !== null && sentAt === null)
  if (failed.length === 0) return []
  return [
    {
      key: 'mail',
      words: t.waitingMail(failed.length),
      to: { to: '/w/$slug/mail', params: { slug } },
      isTrouble: true,
    },
  ]
}

/** What mail has for the overview. */
export const homePart: HomePart = { useWaiting }
