import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Keeps the page that is shown in the address, so that a reload shows it again. */
export function usePageKept(): (page: string) => void {
  const navigate = useNavigate()
  return useCallback(
    page => {
      const search = (before: Record<string, unknown>) => ({ ...before, page })
      void navigate({ to: '.', search, replace: true, resetScroll: false })
    },
    [navigate],
  )
}
