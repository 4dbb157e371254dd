import { notFound } from '../../core/errors.ts'
import { pickBytes, prepareBytes } from '../../core/http/bytes.ts'
import { Answer, open, route } from '../../core/http/route.ts'
import { getSite } from '../sites/store.ts'
import { siteHeaders } from './headers.ts'
import { inspectWorking } from './inspect.ts'
import * as schema from './schema.ts'
import { inShell } from './shell.ts'
import { visitorFile } from './visitor-files.ts'

/** The pages that are worked on, and the addresses that Helder adds to every site. */
export const routes = [
  route(schema.listPages, 'sites.sites.read', async (ctx, { params }) => {
    const { problems, ...rest } = await inspectWorking(ctx, params.siteId)
    const spoken = problems.map(({ message, ...place }) => ({ ...place, message: message[ctx.language] }))
    return { ...rest, problems: spoken }
  }),
  route(
    schema.getSystemPage,
    open('signing in and asking for one’s data are for every visitor'),
    async (ctx, { params }, http) => {
      const site = await ctx.read(tx => getSite(tx, http.siteId ?? ''))
      const content = `<helder-${params.page}></helder-${params.page}><script type="module" src="/_helder/visitor/${params.page}.js"></script>`
      const html = await inShell(ctx, site, content)
      const type = 'text/html; charset=utf-8'
      // Whose page it is differs per visitor, so it belongs in no cache and in no list of search results.
      const headers = { ...siteHeaders(ctx.services.config, type), 'x-robots-tag': 'noindex' }
      const bytes = await prepareBytes(Buffer.from(html), type, {
        cacheControl: 'no-store',
        headers,
        effort: 4,
      })
      const picked = pickBytes(http.headers, bytes)
      return new Answer(picked.body, picked.headers, picked.status)
    },
  ),
  route(
    schema.getVisitorScript,
    open('scripts of pages are for every visitor'),
    async (_ctx, { params }, http) => {
      const bytes = await visitorFile(params['*'])
      if (bytes === undefined) throw notFound()
      const picked = pickBytes(http.headers, bytes)
      return new Answer(picked.body, picked.headers, picked.status)
    },
  ),
]
