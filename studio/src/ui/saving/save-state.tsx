import { Button } from '@mantine/core'
import { useTexts } from '../language.tsx'
import { State } from '../state.tsx'
import { texts } from '../texts.ts'
import styles from './save-state.module.css'
import type { SavingState } from './saver.ts'

/** Says how it stands with saving, where somebody works on something that saves by itself. */
export function SaveState({ state, retry }: { state: SavingState; retry: () => void }) {
  const t = useTexts(texts)
  return (
    <span role="status" className={styles.saving}>
      {state === 'saved' ? <State tone="good">{t.saved}</State> : null}
      {state === 'waiting' ? <State>{t.waiting}</State> : null}
      {state === 'saving' ? <State>{t.saving}</State> : null}
      {state === 'failed' ? (
        <>
          <State tone="bad">{t.notSaved}</State>
          <Button size="compact-md" variant="subtle" onClick={retry}>
            {t.retry}
          </Button>
        </>
      ) : null}
    </span>
  )
}
