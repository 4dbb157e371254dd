import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react'
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react'
import { useTexts } from '../language.tsx'
import { texts } from '../texts.ts'
import styles from './toaster.module.css'
import { type Toast, Toasts } from './toasts.ts'

const ToastsContext = createContext(new Toasts())

/** Gives the toasts of this program to everything inside. */
export function ToastsProvider({ toasts, children }: { toasts: Toasts; children: ReactNode }) {
  return <ToastsContext value={toasts}>{children}</ToastsContext>
}

/** The toasts of this program: `done(words, undo?)` and `problem(words)`. */
export function useToasts(): Toasts {
  return useContext(ToastsContext)
}

/** The corner in which toasts come and go. The clocks stand still while someone is there. */
export function Toaster() {
  const toasts = useToasts()
  const t = useTexts(texts)
  const shown = useSyncExternalStore(toasts.subscribe, toasts.shown)
  // A toast that goes away under the pointer or the focus does not tell that it was left.
  useEffect(() => {
    if (shown.length === 0) toasts.release()
  }, [shown, toasts])
  return (
    <section
      className={styles.corner}
      aria-label={t.notices}
      onPointerEnter={() => toasts.hold()}
      onPointerLeave={() => toasts.release()}
      onFocus={() => toasts.hold()}
      onBlur={() => toasts.release()}
    >
      <ol aria-live="polite" aria-relevant="additions">
        {shown.map(toast => (
          <ToastLine key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  )
}

function ToastLine({ toast }: { toast: Toast }) {
  const toasts = useToasts()
  const t = useTexts(texts)
  const Icon = toast.tone === 'problem' ? IconAlertTriangle : IconCheck
  return (
    <li className={styles.toast} data-tone={toast.tone}>
      <Icon size={20} stroke={1.75} aria-hidden className={styles.icon} />
      <span className={styles.words}>{toast.words}</span>
      {toast.undo ? (
        <Button
          variant="subtle"
          size="compact-md"
          className={styles.undo}
          disabled={toast.undoing}
          leftSection={<IconArrowBackUp size={18} stroke={1.75} aria-hidden />}
          onClick={() => void toasts.undo(t.undone, toast.id)}
        >
          {toast.undoing ? t.undoing : t.undo}
        </Button>
      ) : null}
      <ActionIcon
        variant="transparent"
        className={styles.close}
        aria-label={t.dismiss}
        onClick={() => toasts.dismiss(toast.id)}
      >
        <IconX size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </li>
  )
}
