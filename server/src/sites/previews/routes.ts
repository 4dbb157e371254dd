import { route } from '../../core/http/route.ts'
import { openPreview } from './actions.ts'
import * as schema from './schema.ts'

/** The addresses of previews. */
export const routes = [
  route(schema.openPreview, 'sites.sites.read', async (ctx, { params }) => {
    if (ctx.actor.kind !== 'account') throw new Error('a route for members was reached without one')
    const { origin, expiresAt } = await openPreview(ctx, params.siteId, ctx.actor.accountId)
    return { origin, expiresAt: expiresAt.toISOString() }
  }),
]
