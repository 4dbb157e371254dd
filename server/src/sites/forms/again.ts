import type { FormState } from '@helder/liquid/forms'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { assembleSite, type SiteRecipe } from '../pages/assemble.ts'
import { sandboxOf } from '../pages/pool.ts'
import { workingRecipe } from '../pages/preview.ts'
import { SandboxFault } from '../pages/sandbox.ts'
import { recipeOf } from '../releases/build.ts'
import { findRelease } from '../releases/store.ts'
import { getSite } from '../sites/store.ts'

/** A page of a site, made once more around a form that somebody has to look at again; null when it can't be made. */
export async function drawAgain(
  ctx: Ctx,
  wanted: { siteId: string; address: string; state: FormState; preview: boolean },
): Promise<string | null> {
  const recipe = await ctx.read(tx =>
    wanted.preview ? workingRecipe(tx, wanted.siteId) : liveRecipe(tx, wanted.siteId),
  )
  if (recipe === null) return null
  const site = await assembleSite(ctx, recipe, 'now')
  const page = site.plan.pages.find(({ url }) => url === wanted.address)
  if (page === undefined) return null
  const session = sandboxOf(ctx.services).open(site.facts, site.source, 'now')
  try {
    const { html } = await session.page({
      template: page.template,
      language: page.language,
      address: page.url,
      alternates: page.alternates,
      ...(page.record ? { record: page.record } : {}),
      formState: wanted.state,
    })
    return html
  } catch (error) {
    if (error instanceof SandboxFault) return null
    throw error
  } finally {
    session.close()
  }
}

async function liveRecipe(tx: TxCtx, siteId: string): Promise<SiteRecipe | null> {
  const { liveReleaseId } = await getSite(tx, siteId)
  const release = liveReleaseId === null ? undefined : await findRelease(tx, liveReleaseId)
  return release ? recipeOf(tx, release) : null
}
