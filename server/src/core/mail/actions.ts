import type { Language } from '@helder/words'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Ctx, TxCtx } from '../ctx.ts'
import { announce } from '../events/events.ts'
import { newId } from '../ids.ts'
import { job } from '../jobs/jobs.ts'
import { type Letter, letterHtml, letterText } from './letter.ts'
import { findUnsent, insertMessage, markFailed, markSent } from './store.ts'

/** Who gets which letter; `template` names its kind in the outbox. */
export interface MailInput {
  to: string
  template: string
  language: Language
  letter: Letter
}

/** Puts a mail in the outbox, in the caller's transaction, and has it sent when that commits; gives its id. */
export async function sendMail(tx: TxCtx, { to, template, language, letter }: MailInput): Promise<string> {
  const messageId = newId(tx.now.getTime())
  await insertMessage(tx, {
    messageId,
    template,
    to,
    language,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter, language),
  })
  await announce(tx, { topic: 'mail.message', id: messageId })
  if (tx.services.config.smtpUrl !== undefined) await tx.enqueue(deliver, { messageId })
  return messageId
}

/** Hands one mail to the mail server. Run twice, the second run finds it sent. */
export const deliver = job('mail.deliver', z.object({ messageId: z.uuid() }), async (ctx, { messageId }) => {
  const message = await ctx.read(tx => findUnsent(tx, messageId))
  if (message === undefined) return
  try {
    await handOver(ctx, messageId, message)
  } catch (error) {
    await ctx.write(tx => markFailed(tx, messageId, reasonOf(error)))
    throw new Error('the mail server did not take the mail')
  }
  const bodies = { text: withoutSecrets(message.text), html: withoutSecrets(message.html) }
  await ctx.write(tx => markSent(tx, messageId, bodies))
})

async function handOver(
  ctx: Ctx,
  messageId: string,
  message: { to: string; subject: string; text: string; html: string },
): Promise<void> {
  const { smtpUrl, mailFrom } = ctx.services.config
  if (smtpUrl === undefined) return
  const transport = createTransport(smtpUrl, {
    from: mailFrom,
    // The same id at a second try lets a mail program show one mail.
    messageId: `<${messageId}@${ctx.services.config.studioHost}>`,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail(message)
  } finally {
    transport.close()
  }
}

// The code of the failure only: what a mail server answers often quotes the address.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number }
  return [code, responseCode].filter(Boolean).join(' ') || 'unknown'
}

/** A body whose links can no longer be used: the secret in them is gone. */
export function withoutSecrets(body: string): string {
  return body.replace(/\b[a-z2-7]{32}\b/g, '…')
}
