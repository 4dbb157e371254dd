import { Modal } from '@mantine/core'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import type { ReactNode } from 'react'
import styles from './dialog.module.css'
import { useTexts } from './language.tsx'
import { useMediaQuery } from './media.ts'
import { texts } from './texts.ts'

/** A short piece of work that comes in between; on a phone anything but a question takes the whole screen. */
export function Dialog(props: {
  title: string
  isOpen: boolean
  close: () => void
  children: ReactNode
  size?: 'sm' | 'md'
}) {
  const t = useTexts(texts)
  const isPhone = useMediaQuery('(max-width: 36em)')
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.close}
      title={props.title}
      size={props.size === 'sm' ? '28rem' : '36rem'}
      fullScreen={isPhone && props.size !== 'sm'}
      closeButtonProps={{ 'aria-label': t.close }}
      overlayProps={{ color: 'var(--veil)', backgroundOpacity: 1 }}
      transitionProps={{ duration: 120, transition: 'fade' }}
      returnFocus
      classNames={{
        content: styles.content ?? '',
        header: styles.header ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
      }}
    >
      {props.children}
    </Modal>
  )
}

/** The buttons under a dialog: what it is for comes last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
