import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

/** Goes in after signing in: what was read as somebody else is forgotten. */
export function useEnter(): (address: string) => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  return async address => {
    queries.clear()
    await router.navigate({ href: address, replace: true })
  }
}
