import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useArrival } from './arrival.ts'
import { useTexts } from './language.tsx'
import { type LinkTarget, TargetLink } from './links.tsx'
import styles from './side-panel.module.css'
import { texts } from './texts.ts'
import { useTitle } from './title.tsx'

/** A list with room beside it for what is opened from it. */
export function ListAndPanel({ list, panel }: { list: ReactNode; panel: ReactNode }) {
  return (
    <div className={styles.split} data-open={panel ? true : undefined}>
      <div className={styles.list}>{list}</div>
      {panel}
    </div>
  )
}

/**
 * What was opened from a list, beside it, with an address of its own. Escape and the cross lead back to the list,
 * and to the row it came from. On a phone it takes the whole screen.
 */
export function SidePanel(props: {
  title: string
  about?: ReactNode
  back: LinkTarget
  actions?: ReactNode
  children: ReactNode
}) {
  const t = useTexts(texts)
  const heading = useArrival<HTMLHeadingElement>()
  const panel = useRef<HTMLElement>(null)
  useTitle(props.title, 'panel')
  useReturn()
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      const isElsewhere = document.querySelector('[role="dialog"], [role="menu"]') !== null
      if (event.key !== 'Escape' || event.defaultPrevented || isElsewhere) return
      panel.current?.querySelector<HTMLElement>('[data-close]')?.click()
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [])
  return (
    <aside ref={panel} className={styles.panel} aria-label={props.title}>
      <header className={styles.header}>
        <div className={styles.title}>
          <h2 ref={heading} tabIndex={-1}>
            {props.title}
          </h2>
          {props.about ? <p className={styles.about}>{props.about}</p> : null}
        </div>
        <TargetLink target={props.back} className={styles.close} aria-label={t.close} data-close>
          <IconX size={20} stroke={1.75} aria-hidden />
        </TargetLink>
      </header>
      <div className={styles.body}>{props.children}</div>
      {props.actions ? (
        <footer className={styles.actions} data-panel-actions>
          {props.actions}
        </footer>
      ) : null}
    </aside>
  )
}

// Back in the list, the focus returns to where it came from, if that is still there.
function useReturn(): void {
  const from = useRef<Element | null>(null)
  useEffect(() => {
    from.current = document.querySelector('tr[data-open] [data-row-stop]')
    return () => {
      const { current } = from
      if (current instanceof HTMLElement && current.isConnected) current.focus()
    }
  }, [])
}
