import type { ReactNode } from 'react'
import { Layers } from '../../ui/layers.tsx'
import { TitlePlace } from '../../ui/title.tsx'
import { useMe } from '../place.tsx'
import { Brand } from './brand.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'
import { WindowDrawing } from './window-drawing.tsx'

/** Around a screen that belongs to a person rather than to a workspace. */
export function PlainShell({ place, children }: { place?: ReactNode; children: ReactNode }) {
  const { operator } = useMe()
  return (
    <div className={styles.shell}>
      <TopBar place={place} />
      <TitlePlace name={operator}>
        <main id="content" tabIndex={-1} className={styles.content}>
          <div className={styles.middle}>{children}</div>
          <Layers />
        </main>
      </TitlePlace>
    </div>
  )
}

/** Around a screen for whoever is not signed in yet: the mark, and one thing to do. */
export function DoorShell({ corner, children }: { corner: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.door}>
      <header className={styles.doorHeader}>
        <Brand />
        {corner}
      </header>
      <main id="content" tabIndex={-1} className={styles.doorMain}>
        {children}
        <Layers />
      </main>
      <div className={styles.view}>
        <WindowDrawing />
      </div>
    </div>
  )
}
