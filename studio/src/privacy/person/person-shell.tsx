import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useChosenLanguage } from '../../core/language.ts'
import { Brand } from '../../core/shell/brand.tsx'
import { useTexts } from '../../ui/language.tsx'
import { useTitle } from '../../ui/title.tsx'
import styles from './person-shell.module.css'
import { texts } from './texts.ts'

/** Around a page for a person who need not be signed in: the mark, the other language, and room to read. */
export function PersonShell({ children }: { children: ReactNode }) {
  const t = useTexts(texts)
  const [language, choose] = useChosenLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <div className={styles.shell}>
      <header className={styles.header}>
        <Brand />
        <Button variant="subtle" size="compact-md" lang={other} onClick={() => choose(other)}>
          {t.otherLanguage}
        </Button>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}

/** The heading of such a page; one that comes in place of another takes the focus. */
export function PersonHeading(props: { title: string; about?: ReactNode; isNew?: boolean }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useTitle(props.title)
  useEffect(() => {
    if (props.isNew) ref.current?.focus()
  }, [props.isNew])
  return (
    <header className={styles.heading}>
      <h1 ref={ref} tabIndex={-1}>
        {props.title}
      </h1>
      {props.about ? <p>{props.about}</p> : null}
    </header>
  )
}
