import type { Problem } from '@helder/client'
import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { CopyText } from './copy-text.tsx'
import { Drawing } from './drawings.tsx'
import styles from './empty-state.module.css'
import { useTexts } from './language.tsx'
import { texts } from './texts.ts'

/** What the kit needs to know of an answer that is not a success. */
export type Trouble = Pick<Problem, 'message' | 'kind' | 'fields' | 'requestId'>

// What trying again can't change.
const final = new Set(['not-allowed', 'not-found', 'gone'])

/** In place of what could not be shown: what happened, a way to try again, and the number to pass on. */
export function ErrorState(props: {
  trouble: Trouble
  retry?: () => void
  /** The only thing on screen, so that its title is the screen's. */
  isScreen?: boolean
}) {
  const { trouble, retry, isScreen } = props
  const t = useTexts(texts)
  const Title = isScreen ? 'h1' : 'h2'
  const titles: Record<string, string> = {
    offline: t.noAnswer,
    'not-allowed': t.notYours,
    'not-found': t.notHere,
    gone: t.notHere,
  }
  return (
    <div className={styles.state} role="alert">
      <Drawing name={trouble.kind === 'offline' ? 'unplugged' : 'closed'} />
      <div className={styles.words}>
        <Title>{titles[trouble.kind] ?? t.somethingWrong}</Title>
        <p>{trouble.message}</p>
      </div>
      {retry && !final.has(trouble.kind) ? (
        <Button
          variant="default"
          onClick={retry}
          leftSection={<IconRefresh size={18} stroke={1.75} aria-hidden />}
        >
          {t.retry}
        </Button>
      ) : null}
      {trouble.kind === 'bug' && trouble.requestId ? (
        <CopyText label={t.number} value={trouble.requestId} />
      ) : null}
    </div>
  )
}
