import { day, moment } from '@helder/words'
import { useSyncExternalStore } from 'react'
import { useLanguage } from './language.tsx'
import { relative } from './relative.ts'

/** A moment in full: `22 november 2026 om 14:05`, or only its day. */
export function Moment({ at, only }: { at: string; only?: 'day' }) {
  const language = useLanguage()
  return <time dateTime={at}>{only === 'day' ? day(at, language) : moment(at, language)}</time>
}

/** How long ago a moment is; the moment itself shows when it is pointed at. */
export function RelativeTime({ at }: { at: string }) {
  const language = useLanguage()
  const now = useSyncExternalStore(subscribe, currentHalfMinute)
  return (
    <time dateTime={at} title={moment(at, language)}>
      {relative(at, new Date(Math.max(now, Date.now())), language)}
    </time>
  )
}

const stepMs = 30_000
const currentHalfMinute = () => Math.floor(Date.now() / stepMs) * stepMs

// One clock for all moments on screen.
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(heard: () => void): () => void {
  listeners.add(heard)
  timer ??= setInterval(() => {
    for (const listener of listeners) listener()
  }, stepMs)
  return () => {
    listeners.delete(heard)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
