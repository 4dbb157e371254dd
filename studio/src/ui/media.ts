import { useSyncExternalStore } from 'react'

/** Whether a condition of CSS holds for this window, as it changes. */
export function useMediaQuery(condition: string): boolean {
  return useSyncExternalStore(
    heard => {
      const list = matchMedia(condition)
      list.addEventListener('change', heard)
      return () => list.removeEventListener('change', heard)
    },
    () => matchMedia(condition).matches,
  )
}
