import { listCollections } from '@helder/server/records/collections/schema'
import { IconHistory, IconLayoutSidebarRightExpand } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useCommands } from '../../ui/commands/commands.tsx'
import type { Command } from '../../ui/commands/rank.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SaveState } from '../../ui/saving/save-state.tsx'
import { readCodeSearch } from '../addresses.ts'
import { usePages } from '../reads.ts'
import { useSite } from '../site-context.tsx'
import { BytesView, PictureView } from './bytes-view.tsx'
import type { Hints } from './codemirror/liquid-help.ts'
import { Conflict } from './conflict.tsx'
import type { FileView } from './desk.ts'
import type { LeftStates } from './editor.tsx'
import styles from './editor-pane.module.css'
import { OpenTabs } from './open-tabs.tsx'
import { type PlacedProblem, problemsIn } from './placed-problems.ts'
import { Problems } from './problems.tsx'
import { texts } from './texts.ts'
import { Versions } from './versions.tsx'
import type { Work } from './work.ts'

// The editor itself is by far the largest part of the studio, and comes when a file is opened.
const Editor = lazy(() => import('./editor.tsx').then(module => ({ default: module.Editor })))

/** The file that is worked on, between the tabs of those that are open and how it stands with it. */
export function EditorPane({ work, showPreview }: { work: Work; showPreview: (() => void) | undefined }) {
  const t = useTexts(texts)
  const { versions } = readCodeSearch(useSearch({ strict: false }))
  const { desk, path, views, open } = work
  const view = views.find(one => one.path === path)
  const problems = useProblems(views)
  const close = useCallback(
    async (closed: string) => {
      const at = desk.views().findIndex(one => one.path === closed)
      await desk.close(closed)
      if (closed !== path || desk.find(closed)) return
      const left = desk.views()
      open(left[Math.min(at, left.length - 1)]?.path ?? '')
    },
    [desk, path, open],
  )
  useFileCommands(work, view, close)
  return (
    <section className={styles.pane} aria-label={t.editor}>
      <div className={styles.bar}>
        <OpenTabs work={work} close={closed => void close(closed)} />
        {showPreview ? (
          <button
            type="button"
            className={styles.button}
            aria-label={t.showPreview}
            title={t.showPreview}
            onClick={showPreview}
          >
            <IconLayoutSidebarRightExpand size={18} stroke={1.75} aria-hidden />
          </button>
        ) : null}
      </div>
      {versions && view ? (
        <Versions key={view.id} view={view} work={work} />
      ) : (
        <>
          <Shown work={work} view={view} problems={problems} />
          {view ? <Foot work={work} view={view} problems={problems} /> : null}
        </>
      )}
    </section>
  )
}

function useProblems(views: readonly FileView[]): PlacedProblem[] {
  const { siteId } = useSite()
  const { data } = usePages(siteId)
  return useMemo(() => problemsIn(data?.problems ?? [], views), [data, views])
}

function Shown({
  work,
  view,
  problems,
}: {
  work: Work
  view: FileView | undefined
  problems: PlacedProblem[]
}) {
  const t = useTexts(texts)
  const { path, files } = work
  if (path === '')
    return (
      <Middle>
        <EmptyState drawing="book" title={t.choose}>
          {t.chooseAbout}
        </EmptyState>
      </Middle>
    )
  if (view === undefined)
    return files.some(file => file.path === path) ? (
      <Waiting />
    ) : (
      <Middle>
        <EmptyState drawing="closed" title={t.notThere}>
          {t.notThereAbout(path)}
        </EmptyState>
      </Middle>
    )
  return <Content work={work} view={view} problems={problems} />
}

function Middle({ children }: { children: ReactNode }) {
  return <div className={styles.middle}>{children}</div>
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <Skeleton lines={6} />
    </div>
  )
}

function Content({ work, view, problems }: { work: Work; view: FileView; problems: PlacedProblem[] }) {
  const { content, trouble, conflict } = view
  const file = work.desk.find(view.path)
  if (trouble !== null || file === undefined)
    return (
      <Middle>{trouble ? <ErrorState trouble={trouble} retry={() => void file?.load()} /> : null}</Middle>
    )
  if (content === undefined) return <Waiting />
  if (conflict !== null) return <Conflict view={view} conflict={conflict} file={file} />
  switch (content.kind) {
    case 'text':
      return <TextContent work={work} view={view} problems={problems} />
    case 'picture':
      return <PictureView path={view.path} blob={content.blob} />
    case 'bytes':
      return <BytesView path={view.path} why={content.why} />
  }
}

function TextContent({ work, view, problems }: { work: Work; view: FileView; problems: PlacedProblem[] }) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const { line } = readCodeSearch(useSearch({ strict: false }))
  const left = useLeftStates()
  const hints = useHints(work)
  const arrived = useLineForgotten()
  const file = work.desk.find(view.path)
  const own = useMemo(() => problems.filter(({ path }) => path === view.path), [problems, view.path])
  if (file === undefined) return null
  return (
    <>
      {view.isGone ? <Notice tone="warning">{t.gone}</Notice> : null}
      <Suspense fallback={<Waiting />}>
        <Editor
          key={view.id}
          file={file}
          view={view}
          problems={own}
          mayWrite={can('sites.files.write')}
          hints={hints}
          left={left}
          line={line}
          arrived={arrived}
          focus={work.focus}
        />
      </Suspense>
    </>
  )
}

// Kept while the screen is shown, so that a tab is found again as it was left.
function useLeftStates(): LeftStates {
  const left = useRef<LeftStates>(new Map())
  return left.current
}

// Once one is there the address names the file alone, so that the same problem can be gone to again.
function useLineForgotten(): () => void {
  const navigate = useNavigate()
  return useCallback(() => {
    const search = ({ line: _line, ...rest }: Record<string, unknown>) => rest
    void navigate({ to: '.', search, replace: true, resetScroll: false })
  }, [navigate])
}

function useHints({ files }: Work): Hints {
  const { siteId } = useSite()
  const { can } = useWorkspace()
  const { data } = useReply(
    listCollections,
    { query: { siteId } },
    { topics: ['records.collection'], when: can('records.content.read') },
  )
  return useMemo(() => {
    const keys = (kind: string) => (data ?? []).filter(one => one.kind === kind).map(({ key }) => key)
    const snippets = files.flatMap(({ path }) => /^snippets\/(.+)\.liquid$/.exec(path)?.[1] ?? [])
    return { snippets, collections: keys('content'), forms: keys('form') }
  }, [data, files])
}

function useFileCommands(
  work: Work,
  view: FileView | undefined,
  close: (path: string) => Promise<void>,
): void {
  const t = useTexts(texts)
  const { desk, open } = work
  const path = view?.path
  const commands = useMemo((): Command[] => {
    if (path === undefined) return []
    const command = (id: string, label: string, run: () => void): Command => ({
      id: `sites.code.${id}`,
      label,
      group: 'do',
      hint: path,
      run,
    })
    return [
      command('close', t.closeFile, () => void close(path)),
      command('versions', t.versions, () => open(path, { versions: true })),
    ]
  }, [t, path, open, close])
  useCommands(commands)
  useEffect(() => {
    const save = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      // Everything is saved already, or at once now; the browser would offer to save the studio.
      event.preventDefault()
      void desk.flush()
    }
    document.addEventListener('keydown', save)
    return () => document.removeEventListener('keydown', save)
  }, [desk])
}

function Foot({ work, view, problems }: { work: Work; view: FileView; problems: PlacedProblem[] }) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const [isOpen, setOpen] = useState(false)
  const { desk, open } = work
  const { saving, fault, content } = view
  return (
    <>
      {isOpen ? <Problems problems={problems} path={view.path} open={open} /> : null}
      {fault ? (
        <div role="alert">
          <Notice tone="bad" title={t.notSaved}>
            {fault}
          </Notice>
        </div>
      ) : null}
      <footer className={styles.foot}>
        <button
          type="button"
          className={styles.problems}
          aria-expanded={isOpen}
          data-any={problems.length > 0 || undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {problems.length === 0 ? t.noProblems : t.problems(problems.length)}
        </button>
        <button type="button" className={styles.link} onClick={() => open(view.path, { versions: true })}>
          <IconHistory size={16} stroke={1.75} aria-hidden />
          {t.versions}
        </button>
        <span className={styles.saving}>
          {content?.kind === 'text' && can('sites.files.write') && saving !== 'conflict' ? (
            <SaveState state={saving} retry={() => void desk.find(view.path)?.flush()} />
          ) : null}
        </span>
      </footer>
    </>
  )
}
