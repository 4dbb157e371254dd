import { contract } from '@helder/client'
import { z } from 'zod'

/** The largest file that a field takes. */
export const largestFileBytes = 20_000_000

export const uploadFile = contract({
  area: 'workspace',
  method: 'POST',
  path: '/records/files',
  about: 'Keeps a file for a field. Pictures lose what the camera wrote in them; their size comes back.',
  query: z.object({ name: z.string().min(1).max(200) }),
  uploadBytes: largestFileBytes,
  reply: z.object({
    object: z.string(),
    name: z.string(),
    sizeBytes: z.number().int(),
    mediaType: z.string(),
    width: z.number().int().optional(),
    height: z.number().int().optional(),
  }),
})

export const downloadFile = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/records/:recordId/files/:object',
  about: 'The bytes of a file in the newest revision of a record of content.',
  params: z.object({ recordId: z.uuid(), object: z.string().regex(/^[0-9a-f]{64}$/) }),
  download: 'application/octet-stream',
})

export const downloadSubmittedFile = contract({
  area: 'workspace',
  method: 'GET',
  path: '/records/submissions/:recordId/files/:object',
  about: 'The bytes of a file that a visitor sent.',
  params: z.object({ recordId: z.uuid(), object: z.string().regex(/^[0-9a-f]{64}$/) }),
  download: 'application/octet-stream',
})
