import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that stays the same for as long as its part is shown, and does what the newest one does. */
export function useStable<A extends unknown[], R>(newest: (...given: A) => R): (...given: A) => R {
  const latest = useRef(newest)
  useLayoutEffect(() => {
    latest.current = newest
  })
  return useCallback((...given: A) => latest.current(...given), [])
}
