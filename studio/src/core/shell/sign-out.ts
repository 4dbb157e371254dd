import { platformIdentity } from '@helder/server/core/identity/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { useTexts } from '../../ui/language.tsx'
import { useCall } from '../api.tsx'
import { texts } from '../texts.ts'

/** Signs out: the session ends, and nothing that was read stays in this window. */
export function useSignOut(): () => Promise<void> {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { call } = useCall(platformIdentity.signOut, { doing: t.signingOut })
  const latest = useRef(call)
  useEffect(() => {
    latest.current = call
  })
  return useCallback(async () => {
    const outcome = await latest.current({})
    if (!outcome.ok) return
    await navigate({ to: '/sign-in', search: {} })
    queries.clear()
  }, [navigate, queries])
}
