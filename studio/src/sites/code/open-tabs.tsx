import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../ui/language.tsx'
import { TargetLink } from '../../ui/links.tsx'
import { fileTarget } from '../addresses.ts'
import { useSitePlace } from '../site-context.tsx'
import type { FileView } from './desk.ts'
import styles from './open-tabs.module.css'
import { texts } from './texts.ts'
import type { Work } from './work.ts'

/** The files that are open, each with an address and a way to close it. */
export function OpenTabs({ work, close }: { work: Work; close: (path: string) => void }) {
  const t = useTexts(texts)
  const place = useSitePlace()
  const row = useRef<HTMLElement>(null)
  const { views, path } = work
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab of another file may lie outside the row
  useEffect(() => {
    row.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [path])
  return (
    <nav ref={row} aria-label={t.openFiles} className={styles.tabs} data-tabs>
      <ul>
        {views.map(view => (
          <li key={view.id} className={styles.tab} data-current={view.path === path || undefined}>
            <TargetLink target={fileTarget(place, view.path)} className={styles.link}>
              <Name view={view} views={views} />
              {view.saving === 'saved' ? null : (
                <span className={styles.unsaved}>
                  <span className="visually-hidden">, {t.unsaved}</span>
                </span>
              )}
            </TargetLink>
            <button
              type="button"
              className={styles.close}
              aria-label={t.close(view.path)}
              onClick={() => close(view.path)}
            >
              <IconX size={14} stroke={2} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

// Two files of one name are told apart by their folder.
function Name({ view, views }: { view: FileView; views: readonly FileView[] }) {
  const name = nameOf(view.path)
  const isAlone = views.every(other => other.id === view.id || nameOf(other.path) !== name)
  const folder = view.path.split('/').at(-2)
  return (
    <>
      {name}
      {isAlone || folder === undefined ? null : <span className={styles.folder}>{folder}</span>}
    </>
  )
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path
}
