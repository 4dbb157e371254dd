import { contract } from '@helder/client'
import { label } from '@helder/fields'
import { z } from 'zod'

const instant = z.iso.datetime()
const siteParams = z.object({ siteId: z.uuid() })
const releaseParams = siteParams.extend({ releaseId: z.uuid() })

/** Something that keeps a site from being published, or deserves a look. */
export const siteProblem = z.object({
  severity: z.enum(['error', 'warning']),
  /** A path of a file, a record's id or a form's key. */
  place: z.string(),
  line: z.number().int().nullable(),
  message: z.object({ nl: z.string(), en: z.string() }),
})

/** Something that keeps a site from being published, or deserves a look. */
export type SiteProblem = z.output<typeof siteProblem>

export const listChanges = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites/:siteId/changes',
  about: 'What visitors would see change when the site is published now, and what stands in the way.',
  params: siteParams,
  reply: z.object({
    files: z.array(z.object({ path: z.string(), change: z.enum(['added', 'changed', 'removed']) })),
    records: z.array(
      z.object({
        recordId: z.uuid(),
        collectionId: z.uuid(),
        collection: label,
        title: z.string(),
        change: z.enum(['added', 'changed', 'removed']),
        /** A draft, which goes along only when it is named. */
        draft: z.boolean(),
      }),
    ),
    collections: z.array(
      z.object({ collectionId: z.uuid(), kind: z.enum(['content', 'form']), name: label }),
    ),
    problems: z.array(siteProblem),
  }),
})

const release = z.object({
  releaseId: z.uuid(),
  number: z.number().int(),
  note: z.string(),
  by: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  state: z.enum(['building', 'ready', 'failed', 'withdrawn']),
  live: z.boolean(),
  pages: z.number().int().nullable(),
  problems: z.array(siteProblem),
})

export const publishSite = contract({
  area: 'workspace',
  method: 'POST',
  path: '/sites/:siteId/releases',
  about:
    'Publishes: builds a release and puts it live when it is whole. `content` alone leaves the code as visitors have it.',
  params: siteParams,
  body: z.object({
    note: z.string().trim().max(300).default(''),
    /** The files. */
    code: z.boolean().default(true),
    /** The definitions of collections and forms. */
    definitions: z.boolean().default(true),
    /** Drafts to put on the site along with the records that are on it. */
    records: z.array(z.uuid()).max(1000).default([]),
  }),
  reply: z.object({ releaseId: z.uuid() }),
})

export const listReleases = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites/:siteId/releases',
  about: 'The releases of a site, newest first.',
  params: siteParams,
  query: z.object({
    before: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: z.array(release),
})

export const getRelease = contract({
  area: 'workspace',
  method: 'GET',
  path: '/sites/:siteId/releases/:releaseId',
  about: 'A release, with its problems and while it is being built its progress.',
  params: releaseParams,
  reply: release,
})

export const makeLive = contract({
  area: 'workspace',
  method: 'POST',
  path: '/sites/:siteId/releases/:releaseId/make-live',
  about: 'Puts an earlier release live again.',
  params: releaseParams,
})
