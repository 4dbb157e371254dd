import { IconArrowLeft } from '@tabler/icons-react'
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useArrival } from '../ui/arrival.ts'
import { useTexts } from '../ui/language.tsx'
import { TargetLink } from '../ui/links.tsx'
import { useTitle } from '../ui/title.tsx'
import styles from './full-frame.module.css'
import { PublishButton } from './publish/publish-button.tsx'
import { useSite, useSitePlace } from './site-context.tsx'
import { useSiteTabs } from './site-frame.tsx'
import { texts } from './texts.ts'

/** Around the parts of a website that take the whole window: the same name and tabs, in as little room as can be. */
export function FullFrame({
  part,
  title = part,
  children,
}: {
  part: string
  title?: string
  children: ReactNode
}) {
  const t = useTexts(texts)
  const heading = useArrival<HTMLHeadingElement>()
  const { name } = useSite()
  const { slug } = useSitePlace()
  useTitle(title)
  const [frame, above] = useRoomAbove()
  return (
    <div ref={frame} className={styles.frame} style={{ '--above': above } as CSSProperties}>
      <header className={styles.header}>
        <TargetLink
          target={{ to: '/w/$slug/sites', params: { slug } }}
          className={styles.back}
          aria-label={t.sites}
        >
          <IconArrowLeft size={18} stroke={1.75} aria-hidden />
        </TargetLink>
        <h1 ref={heading} tabIndex={-1} className={styles.name}>
          {name}
          <span className="visually-hidden">: {part}</span>
        </h1>
        <nav aria-label={name} className={styles.tabs} data-tabs>
          <ul>
            {useSiteTabs().map((tab, at) => (
              <li key={tab.target.to}>
                <TargetLink target={tab.target} className={styles.tab} isExact={at === 0}>
                  {tab.label}
                </TargetLink>
              </li>
            ))}
          </ul>
        </nav>
        <PublishButton size="compact-md" />
      </header>
      {children}
    </div>
  )
}

// Banners come and go above, and what is below must not fall off the window by them.
function useRoomAbove(): [RefObject<HTMLDivElement | null>, string] {
  const ref = useRef<HTMLDivElement>(null)
  const [above, setAbove] = useState('var(--top-bar, 0px)')
  useLayoutEffect(() => {
    const measure = () => {
      if (ref.current) setAbove(`${ref.current.getBoundingClientRect().top + window.scrollY}px`)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  return [ref, above]
}
