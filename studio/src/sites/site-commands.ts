import { listFiles } from '@helder/server/sites/files/schema'
import { useMemo } from 'react'
import { useReply } from '../core/api.tsx'
import { useWorkspace } from '../core/place.tsx'
import { useCommands } from '../ui/commands/commands.tsx'
import type { Command } from '../ui/commands/rank.ts'
import { useTexts } from '../ui/language.tsx'
import { fileTarget } from './addresses.ts'
import { usePublishing } from './publish/publishing.ts'
import { useSite, useSitePlace } from './site-context.tsx'
import { texts } from './texts.ts'
import { useGo } from './use-go.ts'

/** Adds to the palette what can be done with the website that is worked on, and its files. */
export function useSiteCommands(): void {
  useCommands(useOwnCommands())
  useCommands(useFileCommands())
}

function useOwnCommands(): Command[] {
  const t = useTexts(texts)
  const go = useGo()
  const { can } = useWorkspace()
  const { name, address, live } = useSite()
  const place = useSitePlace()
  const { show } = usePublishing()
  const { slug, siteId } = place
  const mayPublish = can('sites.releases.publish')
  const maySeeCode = can('sites.files.read')
  return useMemo(() => {
    const params = { slug, siteId }
    const command = (id: string, label: string, run: () => void, keys?: string): Command => ({
      id: `sites.${id}`,
      label,
      group: 'do',
      hint: name,
      ...(keys ? { keys } : {}),
      run,
    })
    const to = (id: string, label: string, path: string): Command => ({
      ...command(id, label, () => go({ to: path, params })),
      group: 'go',
    })
    return [
      ...(mayPublish ? [command('publish', t.publish, () => show('changes'), 'p')] : []),
      to('preview', t.preview, '/w/$slug/sites/$siteId/preview'),
      ...(maySeeCode ? [to('code', t.toCode, '/w/$slug/sites/$siteId/code/$')] : []),
      ...(live ? [command('open', t.openSite, () => window.open(address, '_blank', 'noopener'))] : []),
      to('overview', `${name}: ${t.overview.toLowerCase()}`, '/w/$slug/sites/$siteId'),
      to('releases', t.releases, '/w/$slug/sites/$siteId/releases'),
      to('settings', `${name}: ${t.settings.toLowerCase()}`, '/w/$slug/sites/$siteId/settings'),
    ]
  }, [t, go, name, address, live, slug, siteId, show, mayPublish, maySeeCode])
}

function useFileCommands(): Command[] {
  const go = useGo()
  const { can } = useWorkspace()
  const { name } = useSite()
  const { slug, siteId } = useSitePlace()
  const when = can('sites.files.read')
  const { data } = useReply(listFiles, { params: { siteId } }, { topics: ['sites.file', 'sites.site'], when })
  return useMemo(
    () =>
      (data ?? []).map(
        ({ path }): Command => ({
          id: `sites.file.${siteId}.${path}`,
          label: path,
          group: 'go',
          hint: name,
          run: () => go(fileTarget({ slug, siteId }, path)),
        }),
      ),
    [data, go, name, slug, siteId],
  )
}
