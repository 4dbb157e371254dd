import type { Reply } from '@helder/client'
import type { listFiles } from '@helder/server/sites/files/schema'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { type CodeView, fileTarget, readCodeSearch } from '../addresses.ts'
import { useSitePlace } from '../site-context.tsx'
import { useGo } from '../use-go.ts'
import type { Desk, FileView } from './desk.ts'
import { keepOpen, readOpen } from './kept-open.ts'

/** A file of a site, as the server lists it. */
export type SiteFile = Reply<typeof listFiles>[number]

/** How a file is opened. */
export interface OpenWish {
  /** The line to go to, from 1. */
  line?: number
  /** Shows its older versions instead. */
  versions?: true
  /** The editor takes the focus. */
  focus?: true
}

/** What the panes of the editor work on together. */
export interface Work {
  files: SiteFile[]
  desk: Desk
  views: readonly FileView[]
  /** The path of the file in the address; empty where there is none. */
  path: string
  open(path: string, wish?: OpenWish): void
  focus: FocusWish
}

/** That the editor of a file should take the focus, until it did. */
export interface FocusWish {
  /** Grows with every wish. */
  count: number
  /** Whether there is a wish for this file that nobody has taken; it is taken now. */
  take(path: string): boolean
}

/** What the panes share. */
export function useWork(desk: Desk, files: SiteFile[], path: string): Work {
  const views = useSyncExternalStore(desk.subscribe, desk.views)
  const { focus, ask } = useFocusWish()
  const { slug, siteId } = useSitePlace()
  const go = useGo()
  const { page } = readCodeSearch(useSearch({ strict: false }))
  const open = useCallback<Work['open']>(
    (to, { line, versions, focus: hasWish }: OpenWish = {}) => {
      if (hasWish) ask(to)
      const search = {
        ...(page === undefined ? {} : { page }),
        ...(line === undefined ? {} : { line }),
        ...(versions ? { versions } : {}),
      }
      go(fileTarget({ slug, siteId }, to, search))
    },
    [ask, go, slug, siteId, page],
  )
  return useMemo(() => ({ files, desk, views, path, open, focus }), [files, desk, views, path, open, focus])
}

function useFocusWish(): { focus: FocusWish; ask: (path: string) => void } {
  const [wish, setWish] = useState({ count: 0, path: '' })
  const taken = useRef(0)
  const ask = useCallback((path: string) => setWish(({ count }) => ({ count: count + 1, path })), [])
  const focus = useMemo(() => {
    const take = (path: string) => {
      if (path !== wish.path || wish.count <= taken.current) return false
      taken.current = wish.count
      return true
    }
    return { count: wish.count, take }
  }, [wish])
  return { focus, ask }
}

/** Opens the file of the address, and those that were open before a reload. */
export function useOpenFiles({ desk, files, path, views }: Work): void {
  const { siteId } = useSitePlace()
  const [before] = useState(() => readOpen(siteId))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was open is opened once
  useEffect(() => {
    for (const kept of before) {
      const file = files.find(one => one.path === kept)
      if (file) desk.open(file)
    }
  }, [desk])
  const listed = files.find(file => file.path === path)
  useEffect(() => {
    if (listed) desk.open(listed)
  }, [desk, listed])
  const paths = views.map(view => view.path)
  const together = JSON.stringify(paths)
  useEffect(() => keepOpen(siteId, JSON.parse(together)), [siteId, together])
}

const beginnings = ['pages/index.liquid', 'public/index.html', 'pages/home.liquid']

/** Begins with the first page where no file was asked for, on a screen that shows it beside the list. */
export function useBeginning({ files, path, views }: Work, when: boolean): void {
  const { slug, siteId } = useSitePlace()
  const go = useGo()
  const search = useSearch({ strict: false })
  const isAsked = !when || path !== ''
  const first = views[0]?.path ?? beginnings.find(one => files.some(file => file.path === one))
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where one begins, not when the last file is closed
  useEffect(() => {
    if (isAsked || first === undefined) return
    go(fileTarget({ slug, siteId }, first, readCodeSearch(search)), { replace: true })
  }, [])
}

/** Which pane a phone shows, as the address has it. */
export function useView(path: string): [CodeView, (view: CodeView) => void] {
  const { view = path === '' ? 'files' : 'editor' } = readCodeSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (next: CodeView) => {
      const search = (before: Record<string, unknown>) => ({ ...before, view: next })
      void navigate({ to: '.', search, resetScroll: false })
    },
    [navigate],
  )
  return [view, change]
}
