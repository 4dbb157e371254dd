import { type NavigateOptions, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { LinkTarget } from '../ui/links.tsx'

/** Goes to a target that was made elsewhere; `replace` leaves no step back. */
export function useGo(): (target: LinkTarget, how?: { replace: boolean }) => void {
  const navigate = useNavigate()
  return useCallback(
    // The targets are of the same making as those of links: checked where they are made.
    (target, how) => void navigate({ ...(target as NavigateOptions), ...how }),
    [navigate],
  )
}
