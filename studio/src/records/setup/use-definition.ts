import { changeCollection } from '@helder/server/records/collections/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { refresh, useCall } from '../../core/api.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { SavingState } from '../../ui/saving/saver.ts'
import { useAutosave } from '../../ui/saving/use-autosave.ts'
import { useStable } from '../../ui/stable.ts'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import type { WholeCollection } from '../site.ts'
import { type Body, bodyOf, faultsOf, inputName, toSend } from './body.ts'

/** A set-up that is being worked on. */
export interface Draft {
  body: Body
  /** Changes it, whatever it has become meanwhile: what is undone later fits in what is there then. */
  edit(change: (body: Body) => Body): void
  saving: SavingState
  retry(): void
  /** Saves what waits; gives whether everything is kept now. */
  settle(): Promise<boolean>
  /** What is wrong, by the name of the input. */
  faults: Readonly<Record<string, string>>
  /** Somebody else saved a set-up that this one does not know. */
  isConflict: boolean
  takeTheirs(): void
  keepMine(): void
}

/** Every saving is kept as a version, so it waits until somebody has thought for a moment; in milliseconds. */
const waitMs = 1_200

/** Works on the set-up of a collection: saves by itself, follows what others save, and says when both changed it. */
export function useDefinition(collection: WholeCollection): Draft {
  const language = useLanguage()
  const toasts = useToasts()
  const queries = useQueryClient()
  const { call } = useCall(changeCollection, { changes: ['sites'], problems: 'form' })
  const [body, setBody] = useState<Body>(() => bodyOf(collection.draft))
  const latest = useRef(body)
  // What the server is known to have.
  const kept = useRef(body)
  // The version that what stands here was made from.
  const base = useRef(collection.draft.version)
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [isConflict, setConflict] = useState(false)
  const faults = Object.fromEntries(
    Object.entries(faultsOf(body)).map(([name, fault]) => [name, fault[language]]),
  )

  const saving = useAutosave<Body>(async next => {
    if (isConflict || Object.keys(faultsOf(next)).length > 0) return false
    const { collectionId } = collection
    const outcome = await call({ params: { collectionId }, body: { ...toSend(next), base: base.current } })
    if (outcome.ok) {
      base.current = outcome.reply.version
      kept.current = next
      setRefused({})
      return true
    }
    const { problem } = outcome
    if (problem.kind === 'conflict') {
      setConflict(true)
      await refresh(queries, ['records.collection'])
      return false
    }
    const named = Object.entries(problem.fields).map(([path, message]) => [inputName(next, path), message])
    setRefused(Object.fromEntries(named))
    // Without a connection SaveState says enough, and tries again.
    if (problem.kind !== 'offline') toasts.problem(problem.message)
    return false
  }, waitMs)

  const show = (next: Body) => {
    latest.current = next
    setBody(next)
  }
  const take = () => {
    saving.drop()
    base.current = collection.draft.version
    setConflict(false)
    setRefused({})
    show(bodyOf(collection.draft))
    kept.current = latest.current
  }
  const isBehind = collection.draft.version > base.current
  const isSettled = saving.state === 'saved' && !isConflict
  // What somebody else saved comes in by itself, as long as nothing of one's own waits.
  useEffect(() => {
    if (isBehind && isSettled) take()
  })

  return {
    body,
    edit: useStable(change => {
      show(change(latest.current))
      saving.change(latest.current)
    }),
    saving: saving.state,
    retry: () => void saving.flush(),
    settle: useStable(async () => {
      await saving.flush()
      return kept.current === latest.current
    }),
    faults: { ...refused, ...faults },
    isConflict,
    takeTheirs: take,
    keepMine: () => {
      base.current = collection.draft.version
      setConflict(false)
      saving.change(latest.current)
    },
  }
}
