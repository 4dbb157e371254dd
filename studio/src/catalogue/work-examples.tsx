import { Button } from '@mantine/core'
import { useBusy } from '../ui/busy-provider.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { useTexts } from '../ui/language.tsx'
import { Skeleton } from '../ui/loading.tsx'
import { Section } from '../ui/screen.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import styles from './catalogue.module.css'
import { texts } from './texts.ts'

/** What is said while something is done, after it, and when it did not work. */
export function WorkExamples() {
  const t = useTexts(texts)
  const toasts = useToasts()
  const busy = useBusy()
  const slowly = () => void busy.during(t.slow, new Promise(resolve => setTimeout(resolve, 4_000)))
  return (
    <>
      <Section title={t.toasts}>
        <div className={styles.row}>
          <Button variant="default" onClick={() => toasts.done(t.done)}>
            {t.sayDone}
          </Button>
          <Button variant="default" onClick={() => toasts.done(t.done, async () => true)}>
            {t.sayUndo}
          </Button>
          <Button variant="default" onClick={() => toasts.problem(t.offline)}>
            {t.sayProblem}
          </Button>
          <Button variant="default" onClick={slowly}>
            {t.saySlow}
          </Button>
        </div>
      </Section>
      <Section title={t.errors}>
        <div className={styles.beside}>
          <ErrorState
            trouble={{ kind: 'offline', message: t.offline, fields: {}, requestId: undefined }}
            retry={() => {}}
          />
          <ErrorState
            trouble={{ kind: 'bug', message: t.bug, fields: {}, requestId: '01a201ac-a08c-7da4' }}
            retry={() => {}}
          />
        </div>
      </Section>
      <Section title={t.loading}>
        <Skeleton />
      </Section>
    </>
  )
}
