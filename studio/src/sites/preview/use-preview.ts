import { type PreviewOrder, type PreviewWord, readPreviewWord } from '@helder/server/sites/previews/rules'
import { openPreview } from '@helder/server/sites/previews/schema'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { call, useCaller } from '../../core/api.tsx'
import { useHeard } from '../../core/events.ts'
import { touches } from '../../core/topics.ts'
import type { Reading } from '../../ui/loaded.tsx'
import { changeTopics } from '../reads.ts'
import { useSite } from '../site-context.tsx'
import { Follower } from './follower.ts'

/** A script of a page that failed. */
export type ScriptFault = Extract<PreviewWord, { say: 'fault' }>

/** Opens a preview of the site that is worked on, once for all its screens. */
export function usePreviewOrigin(): Reading<string> {
  const { siteId } = useSite()
  const caller = useCaller()
  const query = useQuery({
    queryKey: [caller.workspaceId ?? '', 'preview', siteId],
    queryFn: async () => {
      const opened = await call(openPreview, { params: { siteId } }, caller)
      return { ...opened, isOver: () => Date.parse(opened.expiresAt) <= Date.now() }
    },
    // Every opening makes an address of its own and stands in the log: this one serves for the day.
    staleTime: 'static',
    gcTime: 3_600_000,
  })
  const { data, error, refetch } = query
  useEffect(() => {
    if (data?.isOver()) void refetch()
  }, [data, refetch])
  return {
    data: data?.origin,
    problem: (error as Reading<string>['problem']) ?? null,
    retry: () => void refetch(),
  }
}

/** A page in a frame that follows what is worked on. */
export interface PreviewFrame {
  ref: RefObject<HTMLIFrameElement | null>
  /** Where it began. */
  first: string
  /** What is shown now: `/nieuws`. */
  path: string
  faults: ScriptFault[]
  /** For the frame to tell that something has loaded. */
  loaded(): void
  /** Shows another page. */
  go(path: string): void
  /** Loads the page again. */
  again(): void
}

/** Keeps a frame in step with what is worked on; `open` is called for a place in a file that was pressed in it. */
export function usePreviewFrame(
  origin: string,
  begin: string,
  open: (file: string, line: number) => void,
): PreviewFrame {
  const ref = useRef<HTMLIFrameElement>(null)
  const [first] = useState(begin)
  const [path, setPath] = useState(begin)
  const [faults, setFaults] = useState<ScriptFault[]>([])
  const shown = useRef(begin)
  const load = useCallback(
    // Replaced rather than gone to, so that Back leads back in the studio.
    (to: string) => ref.current?.contentWindow?.location.replace(origin + to),
    [origin],
  )
  const [follower] = useState(
    () =>
      new Follower({
        ask: () => ref.current?.contentWindow?.postMessage(reload, origin),
        load: () => load(shown.current),
      }),
  )
  const hear = useCallback(
    (word: PreviewWord) => {
      if (word.say === 'open') return open(word.file, word.line)
      if (word.say === 'fault') return setFaults(before => [...before, word].slice(-mostFaults))
      shown.current = word.path
      setPath(word.path)
      setFaults([])
      follower.spoke()
    },
    [follower, open],
  )
  useWords(ref, origin, hear)
  useHeard(
    useCallback(
      ({ topic }) => {
        if (changeTopics.some(read => touches(topic, read))) follower.changed()
      },
      [follower],
    ),
  )
  useEffect(() => {
    // Without a connection there is the browser's own page, which comes back by nobody.
    const back = () => follower.changed()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [follower])
  const go = useCallback(
    (to: string) => {
      shown.current = to
      setPath(to)
      setFaults([])
      follower.left()
      load(to)
    },
    [follower, load],
  )
  // What a page says comes by another way than that it is there, and may be later by a moment.
  const loaded = useCallback(() => void setTimeout(() => follower.loaded(), saidWithinMs), [follower])
  return { ref, first, path, faults, loaded, go, again: () => go(shown.current) }
}

const mostFaults = 20

const saidWithinMs = 50

const reload: PreviewOrder = { helder: 'studio', do: 'reload' }

function useWords(
  frame: RefObject<HTMLIFrameElement | null>,
  origin: string,
  hear: (word: PreviewWord) => void,
): void {
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return
      const word = readPreviewWord(event.data)
      if (word !== null) hear(word)
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [frame, origin, hear])
}
