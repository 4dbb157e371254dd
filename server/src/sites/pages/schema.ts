import { contract } from '@helder/client'
import { z } from 'zod'

/** The pages that Helder adds to every site. */
export const systemPages = ['account', 'link', 'privacy', 'request'] as const

export const getSystemPage = contract({
  area: 'visitor',
  method: 'GET',
  path: '/:page',
  about:
    'A page that Helder adds to a site, in the site’s own layout: signing in, seeing or erasing one’s data.',
  params: z.object({ page: z.enum(systemPages) }),
  download: 'text/html',
})

export const getVisitorScript = contract({
  area: 'visitor',
  method: 'GET',
  path: '/visitor/*',
  about: 'A script of the elements that Helder adds to pages.',
  params: z.object({ '*': z.string().regex(/^[a-zA-Z0-9_.-]+\.js$/) }),
  download: 'text/javascript',
})

export const listPages = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites/:siteId/pages',
  about: 'The pages that the working files and drafts of a site make, and what is wrong in its files.',
  params: z.object({ siteId: z.uuid() }),
  reply: z.object({
    pages: z.array(
      z.object({
        /** As it stands in a link, for a preview to show. */
        url: z.string(),
        /** As a person reads it. */
        path: z.string(),
        language: z.string(),
        /** The file that it is made of. */
        file: z.string(),
      }),
    ),
    /** Whether there are more pages than were given. */
    more: z.boolean(),
    /** By line and column, from 1. */
    problems: z.array(
      z.object({ path: z.string(), line: z.number().int(), column: z.number().int(), message: z.string() }),
    ),
  }),
})
