import { contract } from '@helder/client'
import { z } from 'zod'
import { erasureProof } from '../requests/schema.ts'

export const listErasures = contract({
  area: 'workspace',
  method: 'GET',
  path: '/privacy/erasures',
  about: 'The erasures that were done for this workspace, as the ledger outside the database has them.',
  reply: z.array(erasureProof.extend({ requestId: z.uuid(), number: z.number().int() })),
})
