import { listChanges } from '@helder/server/sites/releases/schema'
import { useQueries } from '@tanstack/react-query'
import { replyOptions, useCaller } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import type { HomePart, Waiting } from '../core/slice.ts'
import { useTexts } from '../ui/language.tsx'
import { waitingOf } from './changes.ts'
import { changeTopics, useSites } from './reads.ts'
import { texts } from './texts.ts'

/** Websites on which something waits to be published. */
function useWaiting(): Waiting[] | undefined {
  const t = useTexts(texts)
  const caller = useCaller()
  const { can, slug } = useWorkspace()
  const mayRead = can('sites.sites.read')
  const sites = useSites(mayRead)
  const changes = useQueries({
    queries: (sites.data ?? []).map(({ siteId }) =>
      replyOptions(listChanges, { params: { siteId } }, caller, changeTopics),
    ),
  })
  if (!mayRead) return []
  if (sites.data === undefined) return sites.problem === null ? undefined : []
  if (changes.some(({ isPending }) => isPending)) return undefined
  return sites.data.flatMap(({ siteId, name, live }, at): Waiting[] => {
    const data = changes[at]?.data
    if (data === undefined) return []
    const { count, errors } = waitingOf(data)
    if (count === 0) return []
    return [
      {
        key: siteId,
        words: live === null ? t.waitingFirst(name) : t.waitingOn(name, count),
        ...(errors > 0 ? { detail: t.problemsInWay(errors), isTrouble: true } : {}),
        to: { to: '/w/$slug/sites/$siteId', params: { slug, siteId }, search: { publish: 'changes' } },
      },
    ]
  })
}

/** What websites have for the overview. */
export const homePart: HomePart = { useWaiting }
