import type { Ctx } from '../../core/ctx.ts'
import { findRelease } from '../releases/store.ts'
import type { SiteRow } from '../sites/store.ts'
import { type Manifest, shellMark } from './manifest.ts'
import { neutralShell } from './notices.ts'

/** Content in the layout of the site, as it is live, in the language that the visitor reads best. */
export async function inShell(ctx: Ctx, site: SiteRow, content: string): Promise<string> {
  const [first = 'nl'] = site.languages
  const language = site.languages.includes(ctx.language) ? ctx.language : first
  const shell = await liveShell(ctx, site, language)
  if (shell?.includes(shellMark)) return shell.replace(shellMark, () => content)
  return neutralShell(site.name, language, content)
}

async function liveShell(
  ctx: Ctx,
  { liveReleaseId }: SiteRow,
  language: string,
): Promise<string | undefined> {
  if (liveReleaseId === null) return undefined
  const release = await ctx.read(tx => findRelease(tx, liveReleaseId))
  if (!release || release.manifestSha === null) return undefined
  const read = async (sha: string) => (await ctx.services.objects.get(ctx.workspaceId, sha)).toString('utf8')
  const manifest: Manifest = JSON.parse(await read(release.manifestSha))
  const entry = manifest.shells[language]
  return entry && read(entry.sha)
}
