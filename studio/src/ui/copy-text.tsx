import { ActionIcon } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import styles from './copy-text.module.css'
import { useTexts } from './language.tsx'
import { texts } from './texts.ts'

type Copied = 'no' | 'yes' | 'failed'

/** A value that people take elsewhere: shown whole, copied with one press. */
export function CopyText({ value, label }: { value: string; label: string }) {
  const t = useTexts(texts)
  const [copied, setCopied] = useState<Copied>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied('yes')
      setTimeout(() => setCopied('no'), 2_000)
    } catch {
      setCopied('failed')
    }
  }
  const said = { no: '', yes: t.copied, failed: t.notCopied }[copied]
  return (
    <div className={styles.copy}>
      <span className={styles.label}>{label}</span>
      <div className={styles.box}>
        <code className={styles.value}>{value}</code>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t.copy}: ${label}`}
          onClick={() => void copy()}
        >
          {copied === 'yes' ? (
            <IconCheck size={18} stroke={1.75} aria-hidden />
          ) : (
            <IconCopy size={18} stroke={1.75} aria-hidden />
          )}
        </ActionIcon>
      </div>
      <span role="status" className={copied === 'failed' ? styles.failed : 'visually-hidden'}>
        {said}
      </span>
    </div>
  )
}
