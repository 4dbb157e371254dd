import { contract } from '@helder/client'
import { field, label } from '@helder/fields'
import { z } from 'zod'

const instant = z.iso.datetime()
const recordParams = z.object({ recordId: z.uuid() })

const submission = z.object({
  recordId: z.uuid(),
  collectionId: z.uuid(),
  form: label,
  /** What the list shows: the first fields as plain text. */
  summary: z.string(),
  receivedAt: instant,
  seen: z.boolean(),
})

export const listSubmissions = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/submissions',
  about:
    'What visitors filled in, newest first: of one form, of one site, or of all; or what was thrown away.',
  query: z.object({
    collectionId: z.uuid().optional(),
    siteId: z.uuid().optional(),
    /** Only what nobody has read. */
    unseen: z.stringbool().default(false),
    /** The bin rather than the inbox. */
    bin: z.stringbool().default(false),
    before: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ submissions: z.array(submission), unseen: z.number().int() }),
})

export const getSubmission = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/submissions/:recordId',
  about: 'A submission, with the fields as they were when it was sent.',
  params: recordParams,
  reply: submission.extend({
    fields: z.array(field),
    values: z.record(z.string(), z.unknown()),
    /** When the data goes by itself; null where nothing says so. */
    goesAt: instant.nullable(),
    inBin: z.boolean(),
  }),
})

export const markSeen = contract({
  area: 'workspace',
  method: 'PUT',
  path: '/records/submissions/:recordId/seen',
  about: 'Notes that a submission was read, or was not after all.',
  params: recordParams,
  body: z.object({ seen: z.boolean() }),
})

export const removeSubmission = contract({
  area: 'workspace',
  method: 'DELETE',
  path: '/records/submissions/:recordId',
  about: 'Puts a submission in the bin, from which it can be put back for a week.',
  params: recordParams,
})

export const restoreSubmission = contract({
  area: 'workspace',
  method: 'POST',
  path: '/records/submissions/:recordId/restore',
  about: 'Puts a submission back from the bin.',
  params: recordParams,
})
