import { Problem, type Reply } from '@helder/client'
import { uploadFile } from '@helder/server/records/files/schema'
import { useEffect, useRef, useState } from 'react'
import { type Sent, useUpload } from '../../core/upload.ts'
import { useTexts } from '../../ui/language.tsx'
import { useStable } from '../../ui/stable.ts'
import { useEditing } from './editing.tsx'
import { texts } from './texts.ts'

/** A file as the server keeps it. */
export type KeptFile = Reply<typeof uploadFile>

/** A file that is on its way, or that did not arrive. */
export interface Sending {
  name: string
  sent: Sent
  /** What went wrong; null while it is on its way. */
  fault: string | null
  /** Whether trying the same file again may help. */
  canRetry: boolean
}

/** Sends the file of a field. */
export interface SendFile {
  sending: Sending | null
  send(file: File): void
  again(): void
  stop(): void
}

const largestBytes = 20_000_000

/** Sends files for a field, one at a time; `kept` is called with what the server made of it. */
export function useSendFile(options: {
  maxBytes: number | undefined
  isPicture: boolean
  kept: (file: KeptFile) => void
}): SendFile {
  const { maxBytes = largestBytes, isPicture, kept } = options
  const t = useTexts(texts)
  const upload = useUpload(uploadFile)
  const { keepFile } = useEditing()
  const [sending, setSending] = useState<Sending | null>(null)
  const last = useRef<File | null>(null)
  const stopper = useRef(new AbortController())
  useEffect(() => () => stopper.current.abort(), [])

  const fail = (name: string, fault: string, canRetry: boolean) =>
    setSending({ name, sent: { done: 0, total: 0 }, fault, canRetry })
  const send = useStable(async (file: File) => {
    const { name } = file
    stopper.current.abort()
    stopper.current = new AbortController()
    last.current = file
    if (file.size > maxBytes) return fail(name, t.tooLarge(maxBytes), false)
    const { signal } = stopper.current
    setSending({ name, sent: { done: 0, total: file.size }, fault: null, canRetry: false })
    try {
      const progress = (sent: Sent) => setSending({ name, sent, fault: null, canRetry: false })
      const reply = await upload({ query: { name } }, { file, progress, signal })
      if (isPicture && reply.width === undefined) return fail(name, t.noPicture, false)
      keepFile(reply.object, file)
      setSending(null)
      kept(reply)
    } catch (error) {
      if (signal.aborted) return
      fail(name, error instanceof Problem ? error.message : String(error), true)
    }
  })
  return {
    sending,
    send: file => void send(file),
    again: () => {
      if (last.current !== null) void send(last.current)
    },
    stop: () => {
      stopper.current.abort()
      setSending(null)
    },
  }
}

/** A kept file as the value of a field for files. */
export function fileValue({ object, name, sizeBytes, mediaType }: KeptFile) {
  return { object, name, sizeBytes, mediaType }
}
