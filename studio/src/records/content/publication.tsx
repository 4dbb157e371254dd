import type { Problem } from '@helder/client'
import { getRelease, publishSite } from '@helder/server/sites/releases/schema'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { refresh, useCall, useReply } from '../../core/api.tsx'
import { type Progressed, useProgress } from '../../core/events.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'

/** What is published, and what is said when visitors see it. */
export interface PublicationInput {
  /** The item that it is about. */
  recordId: string
  /** The drafts that go along; none when something was taken off the site. */
  records: string[]
  done: string
  undo?: () => Promise<boolean>
}

type Stage =
  | { kind: 'none' }
  | { kind: 'asked'; input: PublicationInput }
  | { kind: 'building'; input: PublicationInput; releaseId: string }
  | { kind: 'failed'; input: PublicationInput; trouble: string[] }

/** The publication of an item, from its beginning until visitors see it. */
export interface Publication {
  /** The item whose publication this is; null when there was none. */
  recordId: string | null
  isBusy: boolean
  progress: Progressed | undefined
  /** What stood in the way; empty as long as nothing did. */
  trouble: readonly string[]
  begin(input: PublicationInput): Promise<void>
}

const PublicationContext = createContext<Publication | null>(null)

/** The publication of items of this site: it goes on when somebody leaves the item. */
export function usePublication(): Publication {
  const publication = useContext(PublicationContext)
  if (publication === null) throw new Error('items are published from the content of a site')
  return publication
}

/** Publishes items of a site for everything inside. */
export function PublicationProvider({ siteId, children }: { siteId: string; children: ReactNode }) {
  const { call } = useCall(publishSite, { problems: 'form' })
  const [stage, setStage] = useState<Stage>({ kind: 'none' })
  const progress = useProgress('sites.release', stage.kind === 'building' ? stage.releaseId : '')
  useFollowing(siteId, stage, setStage)
  const value: Publication = {
    recordId: stage.kind === 'none' ? null : stage.input.recordId,
    isBusy: stage.kind === 'asked' || stage.kind === 'building',
    progress,
    trouble: stage.kind === 'failed' ? stage.trouble : [],
    begin: async input => {
      setStage({ kind: 'asked', input })
      const body = { code: false, definitions: false, records: input.records }
      const outcome = await call({ params: { siteId }, body })
      setStage(
        outcome.ok
          ? { kind: 'building', input, releaseId: outcome.reply.releaseId }
          : { kind: 'failed', input, trouble: saidBy(outcome.problem) },
      )
    },
  }
  return <PublicationContext value={value}>{children}</PublicationContext>
}

function saidBy({ message, fields }: Problem): string[] {
  return [...new Set([message, ...Object.values(fields)])]
}

function useFollowing(siteId: string, stage: Stage, setStage: (stage: Stage) => void): void {
  const toasts = useToasts()
  const language = useLanguage()
  const queries = useQueryClient()
  const releaseId = stage.kind === 'building' ? stage.releaseId : ''
  const { data } = useReply(
    getRelease,
    { params: { siteId, releaseId } },
    { topics: ['sites.release'], when: releaseId !== '' },
  )
  useEffect(() => {
    if (stage.kind !== 'building' || data?.releaseId !== stage.releaseId || data.state === 'building') return
    const { input } = stage
    void refresh(queries, ['records', 'sites.site'])
    if (data.state === 'ready') {
      setStage({ kind: 'none' })
      toasts.done(input.done, input.undo)
      return
    }
    const trouble = data.problems.filter(({ severity }) => severity === 'error')
    setStage({ kind: 'failed', input, trouble: trouble.map(({ message }) => message[language]) })
  }, [data, stage, setStage, toasts, queries, language])
}
