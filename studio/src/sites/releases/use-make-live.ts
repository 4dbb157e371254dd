import { makeLive } from '@helder/server/sites/releases/schema'
import { useCall } from '../../core/api.tsx'
import { useTexts } from '../../ui/language.tsx'
import { useToasts } from '../../ui/toasts/toaster.tsx'
import { useSite } from '../site-context.tsx'
import type { ReleaseRow } from './release-state.tsx'
import { texts } from './texts.ts'

/** Puts an earlier release live again; it can be undone as long as the one before is there. */
export function useMakeLive(): (release: ReleaseRow) => Promise<void> {
  const t = useTexts(texts)
  const toasts = useToasts()
  const { siteId, live } = useSite()
  const { call } = useCall(makeLive, { changes: ['records'] })
  const put = async (releaseId: string) => (await call({ params: { siteId, releaseId } })).ok
  return async ({ releaseId, number }) => {
    const before = live?.releaseId
    if (!(await put(releaseId))) return
    toasts.done(t.isLive(number), before === undefined ? undefined : () => put(before))
  }
}
