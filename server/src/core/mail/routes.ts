import { route } from '../http/route.ts'
import * as schema from './schema.ts'
import { getMessage, listMessages, type MessageRow } from './store.ts'

function shown(row: MessageRow) {
  return { ...row, createdAt: row.createdAt.toISOString(), sentAt: row.sentAt?.toISOString() ?? null }
}

export const routes = [
  route(schema.listMessages, 'mail.read', async (ctx, { query }) => {
    const messages = await ctx.read(tx => listMessages(tx, query))
    return { messages: messages.map(shown), delivers: ctx.services.config.smtpUrl !== undefined }
  }),
  route(schema.getMessage, 'mail.read', async (ctx, { params }) => {
    const { text, html, ...row } = await ctx.read(tx => getMessage(tx, params.messageId))
    return { ...shown(row), text, html }
  }),
]
