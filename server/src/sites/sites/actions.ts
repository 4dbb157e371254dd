import { text } from '@helder/words'
import { audit } from '../../core/audit/audit.ts'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { isDuplicate } from '../../core/data/database.ts'
import { invalidField } from '../../core/errors.ts'
import { announce } from '../../core/events/events.ts'
import { newId } from '../../core/ids.ts'
import { releaseObjects } from '../../core/objects/objects.ts'
import { removeSiteContent } from '../../records/index.ts'
import { fileVersionOwner, listVersionIds } from '../files/store.ts'
import { rebuildLive } from '../releases/actions.ts'
import { listReleaseIds, releaseOwner } from '../releases/store.ts'
import { fillFromStarter, findStarter } from './starters.ts'
import { deleteSite, getSite, insertSite, updateSite } from './store.ts'

/** Makes a website, from a starter or empty. `notify` hears of what comes in by its forms, else whoever makes it. */
export async function makeSite(
  ctx: Ctx,
  input: { name: string; slug: string; languages: string[]; starter: string | null; notify?: string[] },
): Promise<string> {
  const starter = input.starter === null ? null : await findStarter(input.starter)
  const siteId = newId(ctx.now.getTime())
  await refusingTakenSlug(() =>
    ctx.write(async tx => {
      await insertSite(tx, { siteId, ...input })
      await audit(tx, { action: 'sites.site-made', targetId: siteId, detail: { starter: input.starter } })
      await announce(tx, { topic: 'sites.site', id: siteId })
    }),
  )
  const maker = ctx.actor.kind === 'account' ? [ctx.actor.accountId] : []
  if (starter) await fillFromStarter(ctx, siteId, starter, input.notify ?? maker)
  return siteId
}

async function refusingTakenSlug<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isDuplicate(error, 'sites_slug_key')) throw invalidField('slug', slugTaken)
    throw error
  }
}

const slugTaken = text(
  'Deze naam is al in gebruik. Kies een andere.',
  'This name is in use already. Choose another.',
)

/** Changes the name, address or languages of a website; a new address shows on its pages at once. */
export async function changeSite(
  ctx: Ctx,
  siteId: string,
  change: { name?: string | undefined; slug?: string | undefined; languages?: string[] | undefined },
): Promise<void> {
  await refusingTakenSlug(() =>
    ctx.write(async tx => {
      const before = await getSite(tx, siteId, true)
      await updateSite(tx, siteId, change)
      await audit(tx, {
        action: 'sites.site-changed',
        targetId: siteId,
        detail: { fields: Object.keys(change) },
      })
      await announce(tx, { topic: 'sites.site', id: siteId })
      if (change.slug !== undefined && change.slug !== before.slug) await rebuildLive(tx, siteId, newAddress)
    }),
  )
}

const newAddress = 'Ander adres · Another address'

/** Removes a website with all that is in it, for good; its slug must have been typed over. */
export async function removeSite(ctx: Ctx, siteId: string, slug: string): Promise<void> {
  await ctx.write(async tx => {
    const site = await getSite(tx, siteId, true)
    if (site.slug !== slug)
      throw invalidField(
        'slug',
        text(`Typ ${site.slug} over om te bevestigen.`, `Type ${site.slug} to confirm.`),
      )
    await letGo(tx, siteId)
    await removeSiteContent(tx, siteId)
    await deleteSite(tx, siteId)
    await audit(tx, { action: 'sites.site-removed', targetId: siteId })
    await announce(tx, { topic: 'sites.site', id: siteId })
  })
}

async function letGo(tx: TxCtx, siteId: string): Promise<void> {
  await releaseObjects(tx, fileVersionOwner, await listVersionIds(tx, siteId))
  await releaseObjects(tx, releaseOwner, await listReleaseIds(tx, siteId))
}
