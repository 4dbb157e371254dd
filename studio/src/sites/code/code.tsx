import { listFiles } from '@helder/server/sites/files/schema'
import { IconLayoutSidebarRightCollapse } from '@tabler/icons-react'
import { useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useCallback } from 'react'
import { useReply } from '../../core/api.tsx'
import { Permitted } from '../../core/shell/dead-ends.tsx'
import { useKept } from '../../ui/kept.ts'
import { useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useMediaQuery } from '../../ui/media.ts'
import { Switch } from '../../ui/switch.tsx'
import { readCodeSearch } from '../addresses.ts'
import { FullFrame } from '../full-frame.tsx'
import { Preview } from '../preview/preview.tsx'
import { usePageKept } from '../preview/use-page-kept.ts'
import { useSite } from '../site-context.tsx'
import { useWidth } from '../use-width.ts'
import styles from './code.module.css'
import { EditorPane } from './editor-pane.tsx'
import { Splitter, useSplit } from './splitter.tsx'
import { texts } from './texts.ts'
import { TreePane } from './tree-pane.tsx'
import { useDesk } from './use-desk.ts'
import { type SiteFile, useBeginning, useOpenFiles, useView, useWork, type Work } from './work.ts'

/** The files of a website, the one that is worked on, and how it comes to look. */
export function Code() {
  const t = useTexts(texts)
  const { siteId } = useSite()
  const { _splat: path = '' } = useParams({ strict: false })
  const files = useReply(listFiles, { params: { siteId } }, { topics: ['sites.file', 'sites.site'] })
  return (
    <Permitted to="sites.files.read">
      <FullFrame part={t.code} title={path.split('/').at(-1) || t.code}>
        <Loaded from={files}>{data => <Workbench files={data} path={path} />}</Loaded>
      </FullFrame>
    </Permitted>
  )
}

function Workbench({ files, path }: { files: SiteFile[]; path: string }) {
  const { siteId } = useSite()
  const work = useWork(useDesk(siteId, files), files, path)
  const isWide = useMediaQuery('(min-width: 64em)')
  useOpenFiles(work)
  useBeginning(work, isWide)
  return isWide ? <Beside work={work} /> : <OneByOne work={work} />
}

const least = { files: 180, editor: 320, preview: 300 }

function Beside({ work }: { work: Work }) {
  const t = useTexts(texts)
  const [beside, setBeside] = useKept('preview-beside', ['shown', 'hidden'])
  const [room, width] = useWidth<HTMLDivElement>()
  const left = useSplit('split.files', { begin: 240, least: least.files, most: 480 })
  const right = useSplit('split.preview', {
    begin: width * 0.42,
    least: least.preview,
    most: Math.max(least.preview, width - left.size - least.editor),
  })
  const isShown = beside === 'shown'
  const hide = (
    <button
      type="button"
      className={styles.button}
      aria-label={t.hidePreview}
      title={t.hidePreview}
      onClick={() => setBeside('hidden')}
    >
      <IconLayoutSidebarRightCollapse size={18} stroke={1.75} aria-hidden />
    </button>
  )
  return (
    <div ref={room} className={styles.wide}>
      <div className={styles.pane} style={{ flex: 'none', width: left.size }}>
        <TreePane work={work} />
      </div>
      <Splitter label={t.widthOfFiles} split={left} side="start" />
      <div className={styles.pane}>
        <EditorPane work={work} showPreview={isShown ? undefined : () => setBeside('shown')} />
      </div>
      {isShown && width > 0 ? (
        <>
          <Splitter label={t.widthOfPreview} split={right} side="end" />
          <div className={styles.pane} style={{ flex: 'none', width: right.size }}>
            <WorkPreview work={work} actions={hide} />
          </div>
        </>
      ) : null}
    </div>
  )
}

function OneByOne({ work }: { work: Work }) {
  const t = useTexts(texts)
  const [view, setView] = useView(work.path)
  return (
    <div className={styles.narrow}>
      <div className={styles.views}>
        <Switch
          label={t.views}
          value={view}
          change={setView}
          options={[
            { value: 'files', label: t.files },
            { value: 'editor', label: t.editor },
            { value: 'preview', label: t.preview },
          ]}
        />
      </div>
      <div className={styles.pane} hidden={view !== 'files'}>
        <TreePane work={work} />
      </div>
      <div className={styles.pane} hidden={view !== 'editor'}>
        <EditorPane work={work} showPreview={undefined} />
      </div>
      {view === 'preview' ? (
        <div className={styles.pane}>
          <WorkPreview work={work} actions={null} />
        </div>
      ) : null}
    </div>
  )
}

function WorkPreview({ work, actions }: { work: Work; actions: ReactNode }) {
  const { page = '/' } = readCodeSearch(useSearch({ strict: false }))
  const { open, path } = work
  const openAt = useCallback((file: string, line: number) => open(file, { line, focus: true }), [open])
  return (
    <Preview page={page} shows={usePageKept()} open={openAt} file={path || undefined} actions={actions} />
  )
}
