import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommandStore } from '../../ui/commands/commands.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { useTexts } from '../../ui/language.tsx'
import { texts } from '../texts.ts'
import { BrandSign } from './brand.tsx'
import { PersonMenu } from './person-menu.tsx'
import styles from './top-bar.module.css'

/** The bar at the top: where one works, the way to everything, and who one is. */
export function TopBar({ place }: { place: ReactNode }) {
  const t = useTexts(texts)
  const store = useCommandStore()
  return (
    <header className={styles.bar}>
      <Link to="/workspaces" className={styles.brand} aria-label={t.yourWorkspaces}>
        <BrandSign size={28} />
      </Link>
      {place}
      <button type="button" className={styles.search} onClick={() => store.open('palette')}>
        <IconSearch size={18} stroke={1.75} aria-hidden />
        <span className={styles.words}>{t.search}</span>
        <span className={styles.keys} aria-hidden>
          <KeyHint keys="mod+k" />
        </span>
      </button>
      <PersonMenu />
    </header>
  )
}
