import { Problem, type Reply } from '@helder/client'
import { checkValues, type Field, isEmpty, type Values } from '@helder/fields'
import { changeRecord, getRecord, makeRecord } from '@helder/server/records/rows/schema'
import type { Text } from '@helder/words'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { call, refresh, useCaller } from '../../core/api.tsx'
import type { SavingState } from '../../ui/saving/saver.ts'
import { useAutosave } from '../../ui/saving/use-autosave.ts'
import { useStable } from '../../ui/stable.ts'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { changesBetween, inOrder } from './changes.ts'
import { fitting, inputName, languagesIn, problemsOf, savable } from './problems.ts'

/** An item as the server has it. */
export type WholeRecord = Reply<typeof getRecord>

/** What somebody else saved while this was being written. */
export interface Conflict {
  number: number
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
  const take = (next: Values, number: number) => {
    saving.drop()
    place.current = { ...place.current, number, kept: next }
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
      take(fitting(fields, conflict.values), conflict.number)
    },
    keepMine: () => {
      if (conflict === null) return
      place.current = { ...place.current, number: conflict.number }
      setConflict(null)
      write(latest.current)
    },
  }
}

/** Where an item stands on the server, as far as this screen knows. */
interface Place {
  recordId: string | null
  number: number
  /** The values here that the server is known to have. */
  kept: Values
  /** What was saved from here lately, as the server keeps it, to know it again when it is read. */
  ours: string[]
}

type Sent =
  | { kind: 'saved' }
  | { kind: 'conflict'; theirs: Conflict }
  | { kind: 'refused'; fields: Record<string, string> }

const oursMost = 20

function useSending(input: DraftInput, initial: Values) {
  const { collectionId, fields, languages, record, made } = input
  const caller = useCaller()
  const queries = useQueryClient()
  const isShown = useIsShown()
  const trouble = useTrouble(input)
  const place = useRef<Place>({
    recordId: record?.recordId ?? null,
    number: record?.number ?? 0,
    kept: initial,
    ours: [],
  })

  const put = async (values: Values) => {
    const { recordId, number } = place.current
    if (recordId === null) {
      const reply = await call(makeRecord, { params: { collectionId }, body: { values } }, caller)
      return { recordId: reply.recordId, number: 1 }
    }
    const given = { params: { recordId }, body: { values, base: number } }
    return { recordId, number: (await call(changeRecord, given, caller)).number }
  }
  const send = async (values: Values): Promise<Sent> => {
    const wasNew = place.current.recordId === null
    const fit = fitting(fields, values)
    const form = formOf(fields, languages, fit)
    // Noted before: it may be read before the answer is here.
    place.current = { ...place.current, ours: [...place.current.ours, form].slice(-oursMost) }
    try {
      place.current = { ...place.current, ...(await put(fit)), kept: values }
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

// What somebody else saved comes in by itself, as long as nothing of one's own waits.
function useOthers(
  { fields, languages, record }: DraftInput,
  place: { current: Place },
  isSettled: boolean,
  take: (values: Values, number: number) => void,
): void {
  const seen = useRef(record?.updatedAt)
  useEffect(() => {
    if (record === null || record.recordId !== place.current.recordId) return
    if (seen.current === record.updatedAt || !isSettled) return
    seen.current = record.updatedAt
    const next = fitting(fields, record.values)
    const isOurs =
      record.number <= place.current.number && place.current.ours.includes(formOf(fields, languages, next))
    if (!isOurs) take(next, record.number)
  })
}

// The form in which the server keeps values: without spaces around them, with numbers as numbers. The database gives
// the keys of a document in an order of its own.
function formOf(fields: Field[], site: readonly string[], values: Values): string {
  const languages = languagesIn(fields, values, site)
  return JSON.stringify(inOrder(checkValues(fields, values, { complete: false, languages }).values))
}
