import { listMembers, listSupport } from '@helder/server/core/tenancy/schema'
import { moment } from '@helder/words'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import type { HomePart, Waiting } from '../core/slice.ts'
import { useLanguage, useTexts } from '../ui/language.tsx'
import { texts } from './texts.ts'

/** What waits around people: unanswered invitations, someone who looks in, nobody to work with. */
function useWaiting(): Waiting[] | undefined {
  const t = useTexts(texts)
  const language = useLanguage()
  const { can, slug, supportEndsAt } = useWorkspace()
  const maySeeMembers = can('tenancy.members.write')
  const maySeeSupport = can('tenancy.support.read') && supportEndsAt === null
  const people = useReply(listMembers, {}, { topics: ['tenancy.member'], when: maySeeMembers })
  const sessions = useReply(listSupport, {}, { topics: ['tenancy.support'], when: maySeeSupport })
  if (maySeeMembers && people.data === undefined && people.problem === null) return undefined
  if (maySeeSupport && sessions.data === undefined && sessions.problem === null) return undefined
  const members = { to: '/w/$slug/settings/members', params: { slug } }
  const looking = (sessions.data ?? [])
    .filter(({ active }) => active)
    .map(
      (session): Waiting => ({
        key: session.supportSessionId,
        words: t.operatorLooks,
        detail: session.reason,
        to: { to: '/w/$slug/settings/support', params: { slug } },
      }),
    )
  const unanswered = (people.data?.invitations ?? []).map((invitation): Waiting => {
    const isExpired = new Date(invitation.expiresAt) < new Date()
    return {
      key: invitation.invitationId,
      words: isExpired ? t.expiredInvitation(invitation.email) : t.waitingInvitation(invitation.email),
      detail: `${invitation.role[language]}, ${t.validUntil.toLowerCase()} ${moment(invitation.expiresAt, language)}`,
      to: members,
      ...(isExpired ? { isTrouble: true } : {}),
    }
  })
  const isAlone = people.data?.members.length === 1 && unanswered.length === 0
  const alone: Waiting[] = isAlone
    ? [{ key: 'alone', words: t.alone, detail: t.aloneAbout, to: members }]
    : []
  return [...looking, ...unanswered, ...alone]
}

/** What tenancy has for the overview. */
export const homePart: HomePart = { useWaiting }
