import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Saver, type SavingState } from './saver.ts'

/** Saving by itself, for a form without a button. */
export interface Autosave<T> {
  state: SavingState
  /** Takes a new value; it is saved a moment after the last one. */
  change(value: T): void
  /** Saves what waits at once; settles when that is done. */
  flush(): Promise<void>
  /** Lets go of what waits: something else took its place. */
  drop(): void
}

/**
 * Saves by itself with `save`, which gives whether it worked; also when the screen is left, or the connection is back.
 * `wait` is how long after
 * the last change, in milliseconds: longer where every saving is kept as a version.
 */
export function useAutosave<T>(save: (value: T) => Promise<boolean>, wait?: number): Autosave<T> {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  const [saver] = useState(() => new Saver<T>(value => latest.current(value), wait))
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  useEffect(() => {
    const flush = () => void saver.flush()
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.state() !== 'saved') event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    window.addEventListener('pagehide', flush)
    window.addEventListener('online', flush)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('online', flush)
      flush()
    }
  }, [saver])
  return { state, change: value => saver.change(value), flush: () => saver.flush(), drop: () => saver.drop() }
}
