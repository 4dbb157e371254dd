import { type RefObject, useLayoutEffect, useRef } from 'react'

let hasMoved = false
let isTaken = false

/** Tells that somebody goes from one address to another; until then the focus is left alone. */
export function noteMove(): void {
  hasMoved = true
}

/**
 * Moves the focus to a heading when its screen, part or panel comes in view, so that keyboard and screen reader go
 * along: to the innermost one that came. Not on a page that has just loaded, which begins at its top; not when
 * somebody goes along tabs, and not out of a dialog.
 */
export function useArrival<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    if (!hasMoved || isTaken) return
    if (document.activeElement?.closest('[data-tabs], [aria-modal="true"]')) return
    ref.current?.focus({ preventScroll: true })
    // What is inside comes first, and what is around it in the same go must not take the focus away again.
    isTaken = true
    queueMicrotask(() => {
      isTaken = false
    })
  }, [])
  return ref
}
