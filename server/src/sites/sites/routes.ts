import { origin } from '../../core/config.ts'
import type { Ctx } from '../../core/ctx.ts'
import { route } from '../../core/http/route.ts'
import { findRelease } from '../releases/store.ts'
import { changeSite, makeSite, removeSite } from './actions.ts'
import * as schema from './schema.ts'
import { listStarters } from './starters.ts'
import { getSite, type ListedSite, listSites } from './store.ts'

function shown(ctx: Ctx, site: ListedSite) {
  const { config } = ctx.services
  const { siteId, name, slug, languages, liveReleaseId, number, publishedAt } = site
  const live =
    liveReleaseId === null || number === null || publishedAt === null
      ? null
      : { releaseId: liveReleaseId, number, publishedAt: publishedAt.toISOString() }
  return { siteId, name, slug, languages, address: origin(config, `${slug}.${config.sitesBase}`), live }
}

/** The addresses of websites. */
export const routes = [
  route(schema.listSites, 'sites.sites.read', async ctx =>
    ctx.read(async tx => (await listSites(tx)).map(site => shown(ctx, site))),
  ),
  route(schema.makeSite, 'sites.sites.write', async (ctx, { body }) => ({
    siteId: await makeSite(ctx, body),
  })),
  route(schema.listStarters, 'sites.sites.read', async () =>
    (await listStarters()).map(({ key, about }) => ({ key, name: about.name, about: about.about })),
  ),
  route(schema.getSite, 'sites.sites.read', async (ctx, { params }) =>
    ctx.read(async tx => {
      const site = await getSite(tx, params.siteId)
      const live = site.liveReleaseId === null ? undefined : await findRelease(tx, site.liveReleaseId)
      return shown(ctx, { ...site, number: live?.number ?? null, publishedAt: live?.finishedAt ?? null })
    }),
  ),
  route(schema.changeSite, 'sites.sites.write', async (ctx, { params, body }) =>
    changeSite(ctx, params.siteId, body),
  ),
  route(schema.removeSite, 'sites.sites.remove', async (ctx, { params, query }) =>
    removeSite(ctx, params.siteId, query.slug),
  ),
]
