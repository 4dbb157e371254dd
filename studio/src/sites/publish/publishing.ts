import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The panel of publishing: it has an address on every screen of a site. */
export interface Publishing {
  /** `changes`, or the release that is followed; undefined while the panel is closed. */
  open: string | undefined
  show(what: string): void
  close(): void
}

/** The panel of publishing, as the address has it. */
export function usePublishing(): Publishing {
  const { publish } = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = useCallback(
    (what: string | undefined, replace: boolean) => {
      const search = (before: Record<string, unknown>) => {
        const { publish: _publish, ...rest } = before
        return what === undefined ? rest : { ...rest, publish: what }
      }
      void navigate({ to: '.', search, replace, resetScroll: false })
    },
    [navigate],
  )
  return {
    open: publish,
    show: what => go(what, publish !== undefined),
    close: () => go(undefined, true),
  }
}
