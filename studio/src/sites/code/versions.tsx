import type { Reply } from '@helder/client'
import { listFileVersions, restoreFile } from '@helder/server/sites/files/schema'
import { Button } from '@mantine/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useCall, useCaller, useReply } from '../../core/api.tsx'
import { useWorkspace } from '../../core/place.tsx'
import { useTexts } from '../../ui/language.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Skeleton } from '../../ui/loading.tsx'
import { RelativeTime } from '../../ui/moment.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { bytesText } from '../bytes.ts'
import { useSite } from '../site-context.tsx'
import { contentOf } from './content.ts'
import type { FileView } from './desk.ts'
import { readBytes } from './read-bytes.ts'
import { texts } from './texts.ts'
import styles from './versions.module.css'
import type { Work } from './work.ts'

type Version = Reply<typeof listFileVersions>[number]

const ChangedText = lazy(() => import('./diff.tsx').then(module => ({ default: module.ChangedText })))

/** The older versions of a file: what has changed since, and the way back to one. */
export function Versions({ view, work }: { view: FileView; work: Work }) {
  const t = useTexts(texts)
  const { siteId } = useSite()
  const { path } = view
  const versions = useReply(listFileVersions, { params: { siteId, '*': path } }, { topics: ['sites.file'] })
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <div>
          <h2>{t.versionsOf(path.split('/').at(-1) ?? path)}</h2>
          <p className={styles.about}>{t.versionsAbout}</p>
        </div>
        <Button variant="default" size="compact-md" onClick={() => work.open(path, { focus: true })}>
          {t.backToFile}
        </Button>
      </header>
      <Loaded from={versions} shape={<Skeleton />}>
        {data => <Compared versions={data} view={view} work={work} />}
      </Loaded>
    </div>
  )
}

function Compared({ versions, view, work }: { versions: Version[]; view: FileView; work: Work }) {
  const t = useTexts(texts)
  const [newest, ...older] = versions
  const [chosen, choose] = useState(() => older.find(({ removed }) => !removed)?.version)
  if (newest === undefined || older.length === 0) return <p className={styles.only}>{t.onlyVersion}</p>
  return (
    <div className={styles.both}>
      <ul className={styles.list}>
        {versions.map(version => (
          <li key={version.version}>
            <VersionLine
              version={version}
              isNow={version === newest}
              isChosen={version.version === chosen}
              choose={() => choose(version.version)}
            />
          </li>
        ))}
      </ul>
      {chosen === undefined ? null : (
        <Since key={`${chosen} ${newest.version}`} view={view} version={chosen} now={newest} work={work} />
      )}
    </div>
  )
}

function VersionLine(props: { version: Version; isNow: boolean; isChosen: boolean; choose: () => void }) {
  const { version, isNow, isChosen, choose } = props
  const t = useTexts(texts)
  return (
    <button
      type="button"
      className={styles.line}
      aria-pressed={isChosen}
      disabled={isNow || version.removed}
      onClick={choose}
    >
      <strong>{t.version(version.version)}</strong>
      <span>
        {isNow ? t.now : version.removed ? t.removal : <RelativeTime at={version.changedAt} />}
        {version.by ? `, ${version.by}` : ''}
        {version.sizeBytes === null ? '' : `, ${bytesText(version.sizeBytes)}`}
      </span>
    </button>
  )
}

interface SinceProps {
  view: FileView
  version: number
  now: Version
  work: Work
}

function Since({ view, version, now, work }: SinceProps) {
  const t = useTexts(texts)
  const { can } = useWorkspace()
  const { path } = view
  const before = useVersionText(path, version)
  const after = useVersionText(path, now.removed ? null : now.version)
  const restore = useRestore(path, now, work)
  return (
    <div className={styles.since}>
      <div className={styles.actions}>
        <h3>{t.changesSince(version)}</h3>
        {can('sites.files.write') ? (
          <Button size="compact-md" onClick={() => void restore(version)}>
            {t.restore}
          </Button>
        ) : null}
      </div>
      {before === undefined || after === undefined ? (
        <Skeleton />
      ) : before === null || after === null ? (
        <p className={styles.only}>{t.notAsText}</p>
      ) : before === after ? (
        <p className={styles.only}>{t.sameAsNow}</p>
      ) : (
        <Suspense fallback={<Skeleton />}>
          <ChangedText path={path} before={before} after={after} label={t.changesSince(version)} />
        </Suspense>
      )}
    </div>
  )
}

/** The text of a version; undefined as long as it is being read, null where it is none. */
function useVersionText(path: string, version: number | null): string | null | undefined {
  const { siteId } = useSite()
  const { workspaceId, language } = useCaller()
  const [text, setText] = useState<string | null>()
  useEffect(() => {
    let isStale = false
    const take = (read: string | null) => {
      if (!isStale) setText(read)
    }
    if (version === null) take('')
    else
      void readBytes({ siteId, path, version }, { workspaceId, language })
        .then(blob => contentOf(blob, 'text/plain'))
        .then(content => take(content.kind === 'text' ? content.text : null))
        .catch(() => take(null))
    return () => {
      isStale = true
    }
  }, [siteId, path, version, workspaceId, language])
  return text
}

function useRestore(path: string, now: Version, work: Work) {
  const t = useTexts(texts)
  const { siteId } = useSite()
  const toasts = useToasts()
  const restore = useCall(restoreFile)
  const put = async (version: number) =>
    (await restore.call({ params: { siteId }, body: { path, version } })).ok
  return async (version: number) => {
    await work.desk.find(path)?.flush()
    if (!(await put(version))) return
    toasts.done(t.restored(version), now.removed ? undefined : () => put(now.version))
    work.open(path, { focus: true })
  }
}
