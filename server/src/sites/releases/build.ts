import { text } from '@helder/words'
import { z } from 'zod'
import { audit } from '../../core/audit/audit.ts'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { announce } from '../../core/events/events.ts'
import { job } from '../../core/jobs/jobs.ts'
import { keepObjects, useObjects } from '../../core/objects/objects.ts'
import { markPublished } from '../../records/index.ts'
import type { SiteRecipe } from '../pages/assemble.ts'
import { getSite, pointLive } from '../sites/store.ts'
import { BuildFault, renderSite } from './render.ts'
import type { SiteProblem } from './schema.ts'
import {
  findRelease,
  getInputs,
  hasNewerReady,
  listReleaseRecords,
  markFailed,
  markReady,
  type ReleaseRow,
  releaseOwner,
} from './store.ts'

/** Builds a release and puts it live; done twice, it changes nothing the second time. */
export const buildJob = job('sites.build', z.object({ releaseId: z.uuid() }), (ctx, { releaseId }) =>
  buildRelease(ctx, releaseId),
)

/** Builds a release and puts it live, unless that was done. */
export async function buildRelease(ctx: Ctx, releaseId: string): Promise<void> {
  const release = await ctx.read(tx => findRelease(tx, releaseId))
  // Its site was removed, somebody in it was erased, or this job ran before.
  if (!release || release.finishedAt !== null || release.withdrawnAt !== null) return
  try {
    const recipe = await ctx.read(tx => recipeOf(tx, release))
    const { manifest, made, shown, pages } = await renderSite(ctx, recipe, progressOf(ctx, releaseId))
    const bytes = Buffer.from(JSON.stringify(manifest))
    const manifestSha = await ctx.services.objects.put(ctx.workspaceId, bytes)
    const outputs = [...made, { sha256: manifestSha, sizeBytes: bytes.byteLength }]
    await keepObjects(
      ctx,
      outputs.map(({ sha256, sizeBytes }) => ({ sha: sha256, sizeBytes })),
    )
    await ctx.write(tx => finish(tx, release, recipe, { manifestSha, shown, pages }))
  } catch (error) {
    if (!(error instanceof BuildFault))
      ctx.log.error({ err: error, releaseId }, 'a release could not be built')
    const problems = error instanceof BuildFault ? error.problems : [ourFault]
    await ctx.write(tx => fail(tx, release, problems))
  }
}

/** What a release is made of. */
export async function recipeOf(tx: TxCtx, release: ReleaseRow): Promise<SiteRecipe> {
  const { definitions, ...inputs } = await getInputs(tx, release.releaseId)
  const records = await listReleaseRecords(tx, release.releaseId)
  return { ...inputs, pinned: { definitions, records }, now: release.createdAt }
}

const progressMs = 500

// A person looking on sees it move, and the database is not asked for every page.
function progressOf(ctx: Ctx, releaseId: string): (done: number, total: number) => Promise<void> {
  let toldAt = 0
  return async (done, total) => {
    const now = performance.now()
    if (done < total && now - toldAt < progressMs) return
    toldAt = now
    await ctx.write(tx => announce(tx, { topic: 'sites.release', id: releaseId, progress: { done, total } }))
  }
}

const ourFault: SiteProblem = {
  severity: 'error',
  place: '',
  line: null,
  message: text(
    'Er ging iets mis bij ons. Wat bezoekers zien is niet veranderd. Publiceer opnieuw.',
    'Something went wrong on our side. What visitors see has not changed. Publish again.',
  ),
}

async function finish(
  tx: TxCtx,
  release: ReleaseRow,
  recipe: SiteRecipe,
  made: { manifestSha: string; shown: string[]; pages: number },
): Promise<void> {
  const { releaseId, siteId } = release
  await getSite(tx, siteId, true)
  const now = await findRelease(tx, releaseId, true)
  if (!now || now.finishedAt !== null || now.withdrawnAt !== null) return
  await useObjects(tx, [...made.shown, made.manifestSha], { kind: releaseOwner, id: releaseId })
  await markReady(tx, releaseId, made)
  await audit(tx, { action: 'sites.release-built', targetId: releaseId, detail: { number: release.number } })
  await announce(tx, { topic: 'sites.release', id: releaseId })
  // Somebody who published later, or went back to an earlier release, has the last word.
  if (await hasNewerReady(tx, siteId, release.number)) return
  await goLive(tx, release, recipe.pinned)
}

/** Shows visitors a release from now on. */
export async function goLive(
  tx: TxCtx,
  release: Pick<ReleaseRow, 'releaseId' | 'siteId' | 'number'>,
  pinned: SiteRecipe['pinned'],
): Promise<void> {
  const { releaseId, siteId, number } = release
  await pointLive(tx, siteId, releaseId)
  await markPublished(tx, siteId, pinned)
  await audit(tx, { action: 'sites.published', targetId: siteId, detail: { releaseId, number } })
  await announce(tx, { topic: 'sites.site', id: siteId })
}

async function fail(tx: TxCtx, release: ReleaseRow, problems: SiteProblem[]): Promise<void> {
  const now = await findRelease(tx, release.releaseId, true)
  if (!now || now.finishedAt !== null) return
  await markFailed(tx, release.releaseId, problems)
  await audit(tx, {
    action: 'sites.publication-failed',
    targetId: release.releaseId,
    detail: { problems: problems.length },
  })
  await announce(tx, { topic: 'sites.release', id: release.releaseId })
}
