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
