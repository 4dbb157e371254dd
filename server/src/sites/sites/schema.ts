import { contract } from '@helder/client'
import { z } from 'zod'
import { slug } from '../../core/tenancy/schema.ts'

const instant = z.iso.datetime()
const siteParams = z.object({ siteId: z.uuid() })

/** The languages of a site: the first one is its own. Tags as HTML has them, such as `nl` or `pt-BR`. */
export const siteLanguages = z
  .array(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/))
  .min(1)
  .max(10)

const site = z.object({
  siteId: z.uuid(),
  name: z.string(),
  slug: z.string(),
  languages: siteLanguages,
  /** Where visitors find it. */
  address: z.string(),
  live: z.object({ releaseId: z.uuid(), number: z.number().int(), publishedAt: instant }).nullable(),
})

export const listSites = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites',
  about: 'The websites of the workspace.',
  reply: z.array(site),
})

export const makeSite = contract({
  area: 'workspace',
  method: 'POST',
  path: '/sites',
  about: 'Makes a website from a starter, or empty.',
  body: z.object({
    name: z.string().trim().min(1).max(120),
    slug,
    languages: siteLanguages.default(['nl']),
    starter: z.string().max(40).nullable().default(null),
  }),
  reply: z.object({ siteId: z.uuid() }),
})

export const listStarters = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites/starters',
  about: 'The sites that one can begin from.',
  reply: z.array(
    z.object({
      key: z.string(),
      name: z.object({ nl: z.string(), en: z.string() }),
      about: z.object({ nl: z.string(), en: z.string() }),
    }),
  ),
})

export const getSite = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites/:siteId',
  about: 'A website.',
  params: siteParams,
  reply: site,
})

export const changeSite = contract({
  area: 'workspace',
  method: 'PATCH',
  path: '/sites/:siteId',
  about: 'Changes the name, address or languages of a website.',
  params: siteParams,
  body: z.object({
    name: z.string().trim().min(1).max(120).optional(),
    slug: slug.optional(),
    languages: siteLanguages.optional(),
  }),
})

export const removeSite = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/sites/:siteId',
  about:
    'Removes a website with its files, content and submissions, for good. `slug` must be its own, typed over.',
  params: siteParams,
  query: z.object({ slug: z.string() }),
})
