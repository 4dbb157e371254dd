import { contract } from '@helder/client'
import { z } from 'zod'

const messageSummary = z.object({
  messageId: z.uuid(),
  template: z.string(),
  to: z.string(),
  subject: z.string(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
})

export const listMessages = contract({
  area: 'workspace',
  method: 'GET',
  path: '/mail/messages',
  about: 'The mail that went out lately or waits to go, newest first.',
  query: z.object({
    before: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    messages: z.array(messageSummary),
    /** Whether mail leaves this installation, or stays in the outbox. */
    delivers: z.boolean(),
  }),
})

export const getMessage = contract({
  area: 'workspace',
  method: 'GET',
  path: '/mail/messages/:messageId',
  about: 'One mail as it was written.',
  params: z.object({ messageId: z.uuid() }),
  reply: messageSummary.extend({ text: z.string(), html: z.string() }),
})
