import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useArrival } from './arrival.ts'
import { type LinkTarget, TargetLink } from './links.tsx'
import styles from './screen.module.css'
import { useTitle } from './title.tsx'

/** One of the faces of a screen, each with its own address. */
export interface ScreenTab {
  label: string
  target: LinkTarget
}

/** What a screen shows around its content. */
export interface ScreenProps {
  title: string
  /** One or two sentences on what this screen is for. */
  about?: ReactNode
  /** Buttons: the one that matters most comes last. */
  actions?: ReactNode
  /** What stands behind the title, such as how saving goes. */
  beside?: ReactNode
  tabs?: ScreenTab[]
  back?: { label: string; target: LinkTarget }
  /** Text and forms keep to a readable width; tables take what there is. */
  width?: 'text' | 'wide'
  children: ReactNode
}

/** A screen: its heading, what can be done on it, and its content. */
export function Screen(props: ScreenProps) {
  const { title, about, actions, beside, tabs, back, width = 'wide', children } = props
  const heading = useArrival<HTMLHeadingElement>()
  useTitle(title)
  return (
    <div className={styles.screen} data-width={width}>
      <header className={styles.header}>
        {back ? <BackLink {...back} /> : null}
        <div className={styles.top}>
          <div className={styles.title}>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {beside}
          </div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </div>
        {about ? <p className={styles.about}>{about}</p> : null}
        {tabs ? <Tabs label={title} tabs={tabs} /> : null}
      </header>
      {children}
    </div>
  )
}

function BackLink({ label, target }: { label: string; target: LinkTarget }) {
  return (
    <TargetLink target={target} className={styles.back}>
      <IconArrowLeft size={18} stroke={1.75} aria-hidden />
      {label}
    </TargetLink>
  )
}

function Tabs({ label, tabs }: { label: string; tabs: ScreenTab[] }) {
  const row = useRef<HTMLElement>(null)
  // On a phone the tab that one is on may lie outside the row.
  useEffect(() => {
    row.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  if (tabs.length < 2) return null
  return (
    <nav ref={row} aria-label={label} className={styles.tabs} data-tabs>
      <ul>
        {tabs.map(tab => (
          <li key={keyOf(tab.target)}>
            <TargetLink target={tab.target} className={styles.tab} isExact={isAbove(tab, tabs)}>
              {tab.label}
            </TargetLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function keyOf({ to, params }: LinkTarget): string {
  return [to, ...Object.values(params ?? {})].join(' ')
}

// The address of an overview is the beginning of those of its neighbours.
function isAbove({ target }: ScreenTab, tabs: ScreenTab[]): boolean {
  return tabs.some(other => other.target.to.startsWith(`${target.to}/`))
}

/** What a part of a screen shows around its content. */
export interface SectionProps {
  title: string
  about?: ReactNode
  /** What stands behind the title, such as how saving goes. */
  beside?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** What stands under one tab: it names the address, and takes the focus when it comes in view. */
export function Part(props: SectionProps) {
  const heading = useArrival<HTMLHeadingElement>()
  useTitle(props.title, 'part')
  return (
    <section className={styles.section}>
      <SectionHeader {...props} heading={heading} />
      {props.children}
    </section>
  )
}

/** A part of a screen with a heading of its own. */
export function Section(props: SectionProps) {
  return (
    <section className={styles.section}>
      <SectionHeader {...props} />
      {props.children}
    </section>
  )
}

interface SectionHeaderProps extends Omit<SectionProps, 'children'> {
  heading?: RefObject<HTMLHeadingElement | null>
}

function SectionHeader(props: SectionHeaderProps) {
  const { title, about, actions, beside, heading } = props
  return (
    <header className={styles.sectionHeader}>
      <div>
        <div className={styles.title}>
          <h2 {...(heading ? { ref: heading, tabIndex: -1 } : {})}>{title}</h2>
          {beside}
        </div>
        {about ? <p className={styles.about}>{about}</p> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  )
}
