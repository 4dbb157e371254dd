import { IconExternalLink, IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLanguage, useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { languageName } from '../languages.ts'
import { usePages } from '../reads.ts'
import { useSite } from '../site-context.tsx'
import { useWidth } from '../use-width.ts'
import { type Page, pageAt, pageOf } from './pages.ts'
import styles from './preview.module.css'
import { texts } from './texts.ts'
import { type PreviewFrame, type ScriptFault, usePreviewFrame, usePreviewOrigin } from './use-preview.ts'
import { fitOf, usePreviewWidth } from './width.ts'

/** What a preview is told, and tells. */
export interface PreviewProps {
  /** The page to begin with. */
  page: string
  /** Hears which page is shown. */
  shows: (path: string) => void
  /** Opens a place in a file: what is wrong leads to where it is mended. */
  open: (file: string, line: number) => void
  /** The file that is worked on, whose page is shown. */
  file?: string | undefined
  /** Stands at the end of the bar. */
  actions?: ReactNode
}

/** The site as it would be when it were published now, beside what is worked on. */
export function Preview(props: PreviewProps) {
  const t = useTexts(texts)
  const origin = usePreviewOrigin()
  return (
    <section className={styles.preview} aria-label={t.preview}>
      <Loaded from={origin} shape={<Skeleton />}>
        {data => <Framed key={data} origin={data} {...props} />}
      </Loaded>
    </section>
  )
}

function Framed({ origin, page, shows, open, file, actions }: PreviewProps & { origin: string }) {
  const t = useTexts(texts)
  const { siteId, name } = useSite()
  const { data } = usePages(siteId)
  const frame = usePreviewFrame(origin, page, open)
  const { path, go } = frame
  useEffect(() => shows(path), [path, shows])
  useFileFollowed(data?.pages, file, frame)
  const [room, space] = useWidth<HTMLDivElement>()
  const [chosen] = usePreviewWidth()
  const { width, scale } = fitOf(chosen, space)
  return (
    <>
      <div className={styles.bar}>
        <PageChooser pages={data?.pages ?? []} isMore={data?.more ?? false} path={path} go={go} />
        <Widths />
        <span className={styles.buttons}>
          <Buttons again={frame.again} address={origin + path} />
          {actions}
        </span>
      </div>
      <div ref={room} className={styles.room} data-width={chosen}>
        <iframe
          ref={frame.ref}
          src={origin + frame.first}
          title={t.previewOf(name)}
          // It may do what a page does, except lead the studio around it elsewhere.
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads"
          onLoad={frame.loaded}
          style={
            space === 0
              ? undefined
              : { width, height: `${100 / scale}%`, ...(scale < 1 ? { transform: `scale(${scale})` } : {}) }
          }
        />
      </div>
      <Faults faults={frame.faults} />
    </>
  )
}

function Buttons({ again, address }: { again: () => void; address: string }) {
  const t = useTexts(texts)
  return (
    <>
      <button type="button" className={styles.button} aria-label={t.again} title={t.again} onClick={again}>
        <IconRefresh size={18} stroke={1.75} aria-hidden />
      </button>
      <a
        className={styles.button}
        href={address}
        target="_blank"
        rel="noopener"
        aria-label={t.openTab}
        title={t.openTab}
      >
        <IconExternalLink size={18} stroke={1.75} aria-hidden />
      </a>
    </>
  )
}

// Whoever opens the file of a page wants to see that page; whoever comes back to a page wants to see that one.
function useFileFollowed(
  pages: Page[] | undefined,
  file: string | undefined,
  { first, path, go }: PreviewFrame,
): void {
  const followed = useRef(first === '/' ? undefined : file)
  useEffect(() => {
    if (pages === undefined || file === undefined || file === followed.current) return
    followed.current = file
    const page = pageOf(pages, file, path)
    if (page) go(page.url)
  }, [pages, file, path, go])
}

function PageChooser(props: { pages: Page[]; isMore: boolean; path: string; go: (path: string) => void }) {
  const { pages, isMore, path, go } = props
  const t = useTexts(texts)
  const language = useLanguage()
  const current = pageAt(pages, path)
  const languages = [...new Set(pages.map(page => page.language))]
  const options = (of: string) =>
    pages
      .filter(page => page.language === of)
      .map(page => (
        <option key={page.url} value={page.url}>
          {page.path}
        </option>
      ))
  return (
    <select
      className={styles.page}
      aria-label={t.page}
      value={current?.url ?? path}
      onChange={event => go(event.target.value)}
    >
      {current ? null : <option value={path}>{t.elsewhere(path)}</option>}
      {languages.length < 2
        ? languages.map(options)
        : languages.map(of => (
            <optgroup key={of} label={languageName(of, language)}>
              {options(of)}
            </optgroup>
          ))}
      {isMore ? <option disabled>{t.morePages}</option> : null}
    </select>
  )
}

function Widths() {
  const t = useTexts(texts)
  const [width, choose] = usePreviewWidth()
  return (
    <Switch
      label={t.width}
      value={width}
      change={choose}
      options={[
        { value: 'phone', label: t.phone },
        { value: 'tablet', label: t.tablet },
        { value: 'full', label: t.full },
      ]}
    />
  )
}

function Faults({ faults }: { faults: ScriptFault[] }) {
  const t = useTexts(texts)
  return (
    <div role="status" className={styles.faults}>
      {faults.length === 0 ? null : (
        <Notice tone="warning" title={t.faults(faults.length)}>
          <ul>
            {faults.map(({ message, source, line }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same fault can happen twice, and the list only grows
              <li key={at}>
                {message} <span className={styles.place}>{t.faultAt(sourceName(source), line)}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

function sourceName(source: string): string {
  return URL.canParse(source) ? new URL(source).pathname : source
}
