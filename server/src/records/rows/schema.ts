import { contract } from '@helder/client'
import { label } from '@helder/fields'
import { z } from 'zod'

const instant = z.iso.datetime()
const values = z.record(z.string(), z.unknown())
const problem = z.object({ path: z.string(), message: z.object({ nl: z.string(), en: z.string() }) })
const recordParams = z.object({ recordId: z.uuid() })

/** How a record of content stands towards the site. */
export const recordState = z.enum(['draft', 'changed', 'published'])

const rowSummary = z.object({
  recordId: z.uuid(),
  title: z.string(),
  state: recordState,
  /** The values of the indexed fields and the title, for the columns of a table. */
  values,
  createdAt: instant,
  updatedAt: instant,
})

export const listRecords = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/collections/:collectionId/records',
  about:
    'The records of a collection. Sorted and filtered by indexed fields; `after` continues where a page ended.',
  params: z.object({ collectionId: z.uuid() }),
  query: z.object({
    /** A key, with `-` in front for the other direction; `updated` and `created` always work. */
    sort: z.string().max(60).default('-updated'),
    /** `key:value`, several times; text is compared without accents and capitals, from its beginning. */
    filter: z.union([z.string(), z.array(z.string())]).optional(),
    /** The bin rather than the collection. */
    bin: z.stringbool().default(false),
    after: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ records: z.array(rowSummary), next: z.string().nullable() }),
})

export const makeRecord = contract({
  area: 'workspace',
  method: 'POST',
  path: '/records/collections/:collectionId/records',
  about: 'Makes a record, as a draft.',
  params: z.object({ collectionId: z.uuid() }),
  body: z.object({ values }),
  reply: z.object({ recordId: z.uuid(), savedAt: instant }),
})

export const getRecord = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/records/:recordId',
  about: 'A record as it is being worked on.',
  params: recordParams,
  reply: rowSummary.extend({
    collectionId: z.uuid(),
    collection: label,
    /** The number of the newest revision; sent back with a change. */
    number: z.number().int(),
    publishedNumber: z.number().int().nullable(),
    inBin: z.boolean(),
    /** What keeps the record from being published. */
    problems: z.array(problem),
    /** The titles of the records that it refers to, by id. */
    references: z.record(z.string(), z.string()),
  }),
})

export const changeRecord = contract({
  area: 'workspace',
  method: 'PUT',
  path: '/records/records/:recordId',
  about:
    'Saves a record. `base` is the revision that was changed; when somebody else saved since, it is a conflict.',
  params: recordParams,
  body: z.object({
    values,
    base: z.number().int(),
    /** When that revision was saved last: one person’s savings in a row, from wherever, have one number. */
    savedAt: instant.optional(),
    /** Keeps what was there as a revision of its own, however short ago it was saved. */
    apart: z.boolean().default(false),
  }),
  reply: z.object({ number: z.number().int(), savedAt: instant, problems: z.array(problem) }),
})

export const removeRecord = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/records/records/:recordId',
  about: 'Puts a record in the bin, from which it can be put back for a week.',
  params: recordParams,
})

export const restoreRecord = contract({
  area: 'workspace',
  method: 'POST',
  path: '/records/records/:recordId/restore',
  about: 'Puts a record back from the bin.',
  params: recordParams,
})

export const unpublishRecord = contract({
  area: 'workspace',
  method: 'POST',
  path: '/records/records/:recordId/unpublish',
  about: 'Takes a record off the site from the next publication on.',
  params: recordParams,
})

export const listRevisions = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/records/:recordId/revisions',
  about: 'The revisions of a record, newest first.',
  params: recordParams,
  reply: z.array(
    z.object({
      number: z.number().int(),
      by: z.string().nullable(),
      createdAt: instant,
      published: z.boolean(),
    }),
  ),
})

export const getRevision = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/records/:recordId/revisions/:number',
  about: 'What a revision of a record says.',
  params: recordParams.extend({ number: z.coerce.number().int() }),
  reply: z.object({ number: z.number().int(), values }),
})
