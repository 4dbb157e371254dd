import { contract } from '@helder/client'
import { z } from 'zod'

export const openPreview = contract({
  area: 'workspace',
  method: 'POST',
  path: '/sites/:siteId/previews',
  about: 'Opens a preview of the working files and drafts, at an origin that can not be guessed, for a day.',
  params: z.object({ siteId: z.uuid() }),
  reply: z.object({ origin: z.string(), expiresAt: z.iso.datetime() }),
})
