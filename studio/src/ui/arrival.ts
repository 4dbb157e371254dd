import { type RefObject, useEffect, useRef } from 'react'

let isFirst = true

/**
 * Moves the focus to a heading when its screen or panel comes in view, so that keyboard and screen reader go along.
 * Not on the first one, since a page that has just loaded begins at its top; and not when somebody goes along tabs.
 */
export function useArrival<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null)
  useEffect(() => {
    const isInTabs = document.activeElement?.closest('[data-tabs]') != null
    if (!isFirst && !isInTabs) ref.current?.focus({ preventScroll: true })
    isFirst = false
  }, [])
  return ref
}
