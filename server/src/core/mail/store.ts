import { text } from '@helder/words'
import type { TxCtx } from '../ctx.ts'
import { notFound } from '../errors.ts'

const summary = [
  'message_id as messageId',
  'template',
  'to_address as to',
  'subject',
  'created_at as createdAt',
  'sent_at as sentAt',
  'failure',
] as const

/** A mail as the outbox lists it. */
export type MessageRow = Awaited<ReturnType<typeof listMessages>>[number]

/** The newest mail first; `before` continues a list after the mail with that id. */
export async function listMessages(tx: TxCtx, page: { before?: string | undefined; limit: number }) {
  let query = tx.db
    .selectFrom('mail.messages')
    .select(summary)
    .where('workspace_id', '=', tx.workspaceId)
    // Ids sort by the time they were made.
    .orderBy('message_id', 'desc')
    .limit(page.limit)
  if (page.before) query = query.where('message_id', '<', page.before)
  return query.execute()
}

/** One mail with its bodies. */
export async function getMessage(tx: TxCtx, messageId: string) {
  const row = await tx.db
    .selectFrom('mail.messages')
    .select([...summary, 'text_body as text', 'html_body as html'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  if (row === undefined) throw notFound(text('Deze mail', 'This mail'))
  return row
}

/** Finds a mail that has not left yet. */
export async function findUnsent(tx: TxCtx, messageId: string) {
  return tx.db
    .selectFrom('mail.messages')
    .select(['to_address as to', 'subject', 'text_body as text', 'html_body as html'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', messageId)
    .where('sent_at', 'is', null)
    .executeTakeFirst()
}

export interface MessageInput {
  messageId: string
  template: string
  to: string
  subject: string
  text: string
  html: string
  language: string
}

export async function insertMessage(tx: TxCtx, input: MessageInput): Promise<void> {
  await tx.db
    .insertInto('mail.messages')
    .values({
      workspace_id: tx.workspaceId,
      message_id: input.messageId,
      template: input.template,
      to_address: input.to,
      subject: input.subject,
      text_body: input.text,
      html_body: input.html,
      language: input.language,
      created_at: tx.now,
    })
    .execute()
}

/** Notes that a mail left; what stays of it can't be used to sign in. */
export async function markSent(
  tx: TxCtx,
  messageId: string,
  bodies: { text: string; html: string },
): Promise<void> {
  await tx.db
    .updateTable('mail.messages')
    .set({ sent_at: tx.now, failure: null, text_body: bodies.text, html_body: bodies.html })
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', messageId)
    .execute()
}

export async function markFailed(tx: TxCtx, messageId: string, failure: string): Promise<void> {
  await tx.db
    .updateTable('mail.messages')
    .set({ failure })
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', messageId)
    .execute()
}

/** How many letters a mail server has not taken. */
export async function countFailed(tx: TxCtx): Promise<number> {
  const { count } = await tx.db
    .selectFrom('mail.messages')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', tx.workspaceId)
    .where('sent_at', 'is', null)
    .where('failure', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}
