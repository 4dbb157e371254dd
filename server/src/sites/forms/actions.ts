import { checkValues, said } from '@helder/fields'
import { spokenIn } from '@helder/liquid/language'
import { text } from '@helder/words'
import type { Ctx } from '../../core/ctx.ts'
import { type FieldProblem, notFound, Refusal } from '../../core/errors.ts'
import { refuseTooManyTries } from '../../core/identity/tries.ts'
import { type Definition, keepFile, liveForm, submit } from '../../records/index.ts'
import { countDropped } from '../sites/store.ts'
import { judgeStamp, readSent, type Sent, type SentFile, withFiles } from './rules.ts'

/** What became of a form that somebody sent. */
export type Submission =
  | { outcome: 'sent'; definition: Definition; sent: Sent }
  | { outcome: 'wrong'; definition: Definition; sent: Sent; problems: FieldProblem[] }

/** What comes in with a form, and from where. */
export interface SubmitInput {
  siteId: string
  key: string
  body: Record<string, unknown>
  ip: string
  /** Sent by a script, which brings a stamp; a plain form can't. */
  byScript: boolean
  /** The host is a preview: what is sent there is looked at, and not kept. */
  preview: boolean
}

/** Takes what a visitor filled in. What a program sent is dropped without a word, so that it learns nothing. */
export async function takeSubmission(ctx: Ctx, input: SubmitInput): Promise<Submission> {
  const { siteId, key } = input
  const definition = await ctx.read(tx => liveForm(tx, siteId, key))
  if (definition === null) throw notFound(text('Dit formulier', 'This form'))
  await refuseTooManyTries(ctx, 'form', `${siteId} ${key}`, input.ip)
  const sent = readSent(input.body)
  const verdict = judgeStamp(sent.stamp, ctx.now.getTime(), moment => sign(ctx, siteId, key, moment))
  if (sent.trap !== '' || verdict === 'too-fast') {
    await ctx.write(tx => countDropped(tx, siteId, key))
    return { outcome: 'sent', definition, sent }
  }
  if (input.byScript && verdict !== 'person') throw new Refusal('invalid', staleStamp)
  const problems = await problemsIn(definition, sent)
  if (problems.length > 0) return { outcome: 'wrong', definition, sent, problems }
  if (input.preview) return { outcome: 'sent', definition, sent }
  const refused = await keep(ctx, definition, sent)
  return refused.length > 0
    ? { outcome: 'wrong', definition, sent, problems: refused }
    : { outcome: 'sent', definition, sent }
}

const staleStamp = text(
  'Deze pagina stond te lang open. Kopieer wat je typte, laad de pagina opnieuw en verstuur het dan.',
  'This page was open for too long. Copy what you typed, load the page again and send it then.',
)

// Before any file is kept: a form that is wrong leaves nothing behind.
async function problemsIn(definition: Definition, sent: Sent): Promise<FieldProblem[]> {
  const values = await withFiles(definition.fields, sent.values, async file => stand(file))
  return checkValues(definition.fields, values, { complete: true, languages: [] }).problems
}

// What a file will be once it is kept, as far as a check of its field goes.
function stand({ name, mediaType, bytes }: SentFile) {
  const object = '0'.repeat(64)
  return { object, name, mediaType, sizeBytes: bytes.byteLength, width: 1, height: 1, alt: '' }
}

async function keep(ctx: Ctx, definition: Definition, sent: Sent): Promise<FieldProblem[]> {
  try {
    const values = await withFiles(definition.fields, sent.values, ({ name, bytes }) =>
      keepFile(ctx, name, Buffer.from(bytes)),
    )
    await submit(ctx, { definition, values })
    return []
  } catch (error) {
    // A picture that is none is found out only now.
    if (error instanceof Refusal && error.kind === 'invalid' && error.fields.length > 0) return error.fields
    throw error
  }
}

/** The moment at which somebody begins to fill in a form, signed. */
export function stampFor(ctx: Ctx, siteId: string, key: string): string {
  const moment = String(ctx.now.getTime())
  return `${moment}.${sign(ctx, siteId, key, moment)}`
}

function sign(ctx: Ctx, siteId: string, key: string, moment: string): string {
  return ctx.services.keys.hmac('forms', `${siteId} ${key} ${moment}`)
}

/** What a visitor reads after sending, in the language of the page. */
export function thanksFor(definition: Definition, language: string, standard: string): string {
  const { thanks } = definition.settings.form ?? {}
  return (thanks && said(thanks, spokenIn(language))) || standard
}
