import { Problem, type Reply } from '@helder/client'
import { type Field, isEmpty, type Values } from '@helder/fields'
import { changeRecord, getRecord, makeRecord } from '@helder/server/records/rows/schema'
import type { Text } from '@helder/words'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { call, refresh, useCaller } from '../../core/api.tsx'
import type { SavingState } from '../../ui/saving/saver.ts'
import { useAutosave } from '../../ui/saving/use-autosave.ts'
import { useStable } from '../../ui/stable.ts'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { changesBetween } from './changes.ts'
import { fitting, inputName, problemsOf, savable } from './problems.ts'

/** An item as the server has it. */
export type WholeRecord = Reply<typeof getRecord>

/** What somebody else saved while this was being written. */
export interface Conflict {
  number: number
  updatedAt: string
  values: Values
}

/** An item that is being written. */
export interface Draft {
  values: Values
  /** Null for one that has not been saved yet. */
  recordId: string | null
  change(key: string, value: unknown): void
  saving: SavingState
  retry(): void
  /** Saves what waits; gives the id when everything is kept now, else null. */
  settle(): Promise<string | null>
  /** What can not be saved as it is, by the name of the input. */
  faults: Record<string, Text>
  /** What the server would not take. */
  refused: Record<string, string>
  /** What is needed before it can be published. */
  missing: Record<string, Text>
  conflict: Conflict | null
  takeTheirs(): void
  keepMine(): void
}

/** What an item is written with. */
export interface DraftInput {
  collectionId: string
  fields: Field[]
  languages: readonly string[]
  /** Null for a new item. */
  record: WholeRecord | null
  /** Called once a new item has an id, if it is still being looked at. */
  made: (recordId: string) => void
}

/** Writes an item: saves by itself, follows what others save, and says when both changed the same. */
export function useDraft(input: DraftInput): Draft {
  const { fields, languages, record } = input
  const [values, setValues] = useState<Values>(() => fitting(fields, record?.values ?? {}))
  const latest = useRef(values)
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const problems = useMemo(() => problemsOf(fields, values, languages), [fields, values, languages])
  const { place, send } = useSending(input, values)

  const saving = useAutosave<Values>(async next => {
    if (conflict !== null) return false
    const { faults } = problemsOf(fields, next, languages)
    const sound = savable(next, place.current.kept, faults)
    if (sound !== next && changesBetween(fields, place.current.kept, sound).length === 0) return false
    const outcome = await send(sound)
    if (outcome.kind === 'conflict') setConflict(outcome.theirs)
    setRefused(outcome.kind === 'refused' ? outcome.fields : {})
    return outcome.kind === 'saved' && sound === next
  })
  const show = (next: Values) => {
    latest.current = next
    setValues(next)
  }
  const write = useStable((next: Values) => {
    show(next)
    saving.change(next)
  })
  // What is there on the server takes the place of what is here.
  const take = (next: Values, { number, updatedAt }: Saved) => {
    saving.drop()
    place.current = { ...place.current, number, savedAt: updatedAt, kept: next }
    show(next)
  }
  useOthers(input, place, saving.state === 'saved' && conflict === null, take)

  return {
    values,
    recordId: place.current.recordId,
    change: useStable((key, value) => {
      const { [key]: _before, ...rest } = latest.current
      write(isEmpty(value) ? rest : { ...latest.current, [key]: value })
    }),
    saving: saving.state,
    retry: () => void saving.flush(),
    settle: useStable(async () => {
      await saving.flush()
      return place.current.kept === latest.current ? place.current.recordId : null
    }),
    ...problems,
    refused,
    conflict,
    takeTheirs: () => {
      if (conflict === null) return
      setConflict(null)
      take(fitting(fields, conflict.values), conflict)
    },
    keepMine: () => {
      if (conflict === null) return
      const { number, updatedAt } = conflict
      place.current = { ...place.current, number, savedAt: updatedAt, isApart: true }
      setConflict(null)
      write(latest.current)
    },
  }
}

/** Where an item stands on the server, as far as this screen knows. */
interface Place {
  recordId: string | null
  number: number
  /** When that number was saved last; empty as long as it never was. */
  savedAt: string
  /** What is there now stays as a version when it is saved again. */
  isApart: boolean
  /** The values here that the server is known to have. */
  kept: Values
}

// What tells one saving from the next.
type Saved = Pick<Conflict, 'number' | 'updatedAt'>

type Sent =
  | { kind: 'saved' }
  | { kind: 'conflict'; theirs: Conflict }
  | { kind: 'refused'; fields: Record<string, string> }

function useSending(input: DraftInput, initial: Values) {
  const { collectionId, fields, record, made } = input
  const caller = useCaller()
  const queries = useQueryClient()
  const isShown = useIsShown()
  const trouble = useTrouble(input)
  const place = useRef<Place>({
    recordId: record?.recordId ?? null,
    number: record?.number ?? 0,
    savedAt: record?.updatedAt ?? '',
    isApart: false,
    kept: initial,
  })

  const put = async (values: Values) => {
    const { recordId, number: base, savedAt, isApart: apart } = place.current
    if (recordId === null) {
      const made = await call(makeRecord, { params: { collectionId }, body: { values } }, caller)
      return { ...made, number: 1 }
    }
    const given = { params: { recordId }, body: { values, base, savedAt, apart } }
    const saved = await call(changeRecord, given, caller)
    return { recordId, number: saved.number, savedAt: saved.savedAt }
  }
  const send = async (values: Values): Promise<Sent> => {
    const wasNew = place.current.recordId === null
    const fit = fitting(fields, values)
    try {
      place.current = { ...place.current, ...(await put(fit)), isApart: false, kept: values }
    } catch (error) {
      return trouble(error, place.current.recordId)
    }
    const { recordId } = place.current
    if (wasNew && recordId !== null && isShown.current) made(recordId)
    void refresh(queries, ['records.record'])
    return { kind: 'saved' }
  }
  return { place, send }
}

function useIsShown() {
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  return isShown
}

function useTrouble({ fields, languages }: DraftInput) {
  const caller = useCaller()
  const toasts = useToasts()
  return async (error: unknown, recordId: string | null): Promise<Sent> => {
    if (!(error instanceof Problem)) throw error
    if (error.kind === 'conflict' && recordId !== null) {
      return { kind: 'conflict', theirs: await call(getRecord, { params: { recordId } }, caller) }
    }
    const own = languages[0] ?? 'nl'
    const named = Object.entries(error.fields).map(([path, message]) => [
      inputName(fields, path, own),
      message,
    ])
    // Without a connection SaveState says enough, and tries again.
    if (named.length === 0 && error.kind !== 'offline') toasts.problem(error.message)
    return { kind: 'refused', fields: Object.fromEntries(named) }
  }
}

// What was saved elsewhere comes in by itself, as long as nothing of one's own waits.
function useOthers(
  { fields, record }: DraftInput,
  place: { current: Place },
  isSettled: boolean,
  take: (values: Values, saved: Saved) => void,
): void {
  useEffect(() => {
    if (record === null || record.recordId !== place.current.recordId || !isSettled) return
    const isKnown = Date.parse(record.updatedAt) <= Date.parse(place.current.savedAt)
    if (!isKnown) take(fitting(fields, record.values), record)
  })
}
