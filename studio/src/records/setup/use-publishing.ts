import type { Problem, Reply } from '@helder/client'
import { getRelease, publishSite } from '@helder/server/sites/releases/schema'
import { useEffect, useState } from 'react'
import { useCall, useReply } from '../../core/api.tsx'
import { type Progressed, useProgress } from '../../core/events.ts'
import { useTexts } from '../../ui/language.tsx'
import { useStable } from '../../ui/stable.ts'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { texts } from './texts.ts'

type Release = Reply<typeof getRelease>

/** Publishing the set-ups of a site, from the question to the answer. */
export interface Publishing {
  isBusy: boolean
  progress: Progressed | undefined
  /** Why it was refused. */
  problem: Problem | null
  /** What was wrong in the website when it was made. */
  failed: Release['problems'] | null
  publish(): Promise<void>
}

/** Publishes the set-ups of a site, and leaves its code and its drafts as they are. */
export function usePublishing(siteId: string): Publishing {
  const t = useTexts(texts)
  const toasts = useToasts()
  const [releaseId, setReleaseId] = useState<string | null>(null)
  const { call, isBusy, problem } = useCall(publishSite, {
    changes: ['records'],
    doing: t.publishing,
    problems: 'form',
  })
  const release = useReply(
    getRelease,
    { params: { siteId, releaseId: releaseId ?? '' } },
    { topics: ['sites.release', 'sites.site'], when: releaseId !== null },
  ).data
  const progress = useProgress('sites.release', releaseId ?? '')
  const isReady = release?.state === 'ready'
  const finished = useStable(() => {
    setReleaseId(null)
    toasts.done(t.published)
  })
  useEffect(() => {
    if (isReady) finished()
  }, [isReady, finished])
  const isBuilding = releaseId !== null && (release === undefined || release.state === 'building')
  return {
    isBusy: isBusy || isBuilding,
    progress,
    problem,
    failed: release?.state === 'failed' ? release.problems : null,
    publish: async () => {
      const body = { code: false, definitions: true, records: [] }
      const outcome = await call({ params: { siteId }, body })
      setReleaseId(outcome.ok ? outcome.reply.releaseId : null)
    },
  }
}
