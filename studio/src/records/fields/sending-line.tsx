import { Button } from '@mantine/core'
import { useTexts } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './fields.module.css'
import type { SendFile } from './send-file.ts'
import { texts } from './texts.ts'

/** How far the sending of a file is, or what went wrong with it. */
export function SendingLine({ files: { sending, stop, again } }: { files: SendFile }) {
  const t = useTexts(texts)
  if (sending === null) return null
  if (sending.fault !== null) {
    return (
      <div role="alert">
        <Notice
          tone="bad"
          title={sending.name}
          actions={
            sending.canRetry ? (
              <Button variant="default" size="compact-md" onClick={again}>
                {t.again}
              </Button>
            ) : null
          }
        >
          {sending.fault}
        </Notice>
      </div>
    )
  }
  const { done, total } = sending.sent
  const percent = total > 0 ? Math.round((done / total) * 100) : 0
  return (
    <div className={styles.sending}>
      <Progress label={t.sending(sending.name)} done={percent} total={100} />
      <Button variant="default" size="compact-md" onClick={stop}>
        {t.stop}
      </Button>
    </div>
  )
}
