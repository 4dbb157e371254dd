import { getRelease } from '@helder/server/sites/releases/schema'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { useCommands } from '../ui/commands/commands.tsx'
import type { Command } from '../ui/commands/rank.ts'
import { useTexts } from '../ui/language.tsx'
import { useToasts } from '../ui/toasts/toaster.tsx'
import { type Begun, begunStore, forgetBegun } from './begun.ts'
import { useSites } from './reads.ts'
import { texts } from './texts.ts'

/** Around every screen of the workspace: the way to each website, and news of publications that were left to run. */
export function Around() {
  useSiteCommands()
  const begun = useSyncExternalStore(begunStore.subscribe, begunStore.read)
  return begun.map(one => <News key={one.releaseId} begun={one} />)
}

function useSiteCommands(): void {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const { slug, can } = useWorkspace()
  const { data } = useSites(can('sites.sites.read'))
  const mayMake = can('sites.sites.write')
  const commands = useMemo(() => {
    const sites = (data ?? []).map(
      ({ siteId, name, address }): Command => ({
        id: `sites.site.${siteId}`,
        label: name,
        group: 'go',
        hint: t.sites,
        keywords: [address],
        run: () => void navigate({ to: '/w/$slug/sites/$siteId', params: { slug, siteId } }),
      }),
    )
    const make: Command = {
      id: 'sites.new',
      label: t.newSite,
      group: 'do',
      run: () => void navigate({ to: '/w/$slug/sites/new', params: { slug } }),
    }
    return mayMake ? [...sites, make] : sites
  }, [data, t, navigate, slug, mayMake])
  useCommands(commands, 'around')
}

// Whoever looks on in the panel sees it there, and needs no notice besides.
function News({ begun: { releaseId, siteId, name } }: { begun: Begun }) {
  const t = useTexts(texts)
  const toasts = useToasts()
  const { publish } = useSearch({ strict: false })
  const isLookingOn = publish === releaseId
  const release = useReply(
    getRelease,
    { params: { siteId, releaseId } },
    { topics: ['sites.release', 'sites.site'] },
  )
  const { data, problem } = release
  useEffect(() => {
    if (problem !== null) forgetBegun(releaseId)
    if (data === undefined || data.state === 'building') return
    forgetBegun(releaseId)
    if (isLookingOn) return
    if (data.state === 'failed') toasts.problem(t.isNotPublished(name))
    if (data.state === 'ready') toasts.done((data.live ? t.isPublished : t.isReady)(name, data.number))
  }, [data, problem, isLookingOn, releaseId, name, t, toasts])
  return null
}
