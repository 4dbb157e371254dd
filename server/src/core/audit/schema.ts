import { contract } from '@helder/client'
import { z } from 'zod'

export const listAudit = contract({
  area: 'workspace',
  method: 'GET',
  path: '/audit/entries',
  about: 'What was done in this workspace, newest first.',
  query: z.object({
    before: z.uuid().optional(),
    action: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    entries: z.array(
      z.object({
        entryId: z.uuid(),
        at: z.iso.datetime(),
        action: z.string(),
        /** The name of who did it, where that is still known. */
        actor: z.string().nullable(),
        actorKind: z.enum(['account', 'visitor', 'system']),
        targetId: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
})
