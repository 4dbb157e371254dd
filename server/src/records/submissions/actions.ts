import { checkValues, said, type Values } from '@helder/fields'
import { isLanguage } from '@helder/words'
import { audit } from '../../core/audit/audit.ts'
import { origin } from '../../core/config.ts'
import type { Ctx, TxCtx } from '../../core/ctx.ts'
import { announce } from '../../core/events/events.ts'
import { newId } from '../../core/ids.ts'
import { sendMail } from '../../core/mail/index.ts'
import { getWorkspace, listMemberAccounts } from '../../core/tenancy/store.ts'
import type { Definition } from '../collections/rules.ts'
import { getCollection } from '../collections/store.ts'
import { connect, languagesOf, putInBin, refuseProblems, takeFromBin } from '../rows/actions.ts'
import { insertRecord } from '../rows/store.ts'
import { submissionLetter } from './letters.ts'
import { deleteUnseen, getSubmission, insertUnseen } from './store.ts'

/** What a visitor filled in, for a form as it was live at that moment. */
export interface SubmitInput {
  definition: Definition
  values: Values
}

/** Keeps what a visitor filled in, and tells who wants to know: that something came, never what. */
export async function submit(ctx: Ctx, { definition, values: given }: SubmitInput): Promise<string> {
  const { values, problems } = checkValues(definition.fields, given, {
    complete: true,
    languages: languagesOf(definition, given),
  })
  refuseProblems(problems)
  const recordId = newId(ctx.now.getTime())
  await ctx.write(async tx => {
    const { slots } = await getCollection(tx, definition.collectionId)
    await insertRecord(tx, { recordId, definition, slots, values })
    await connect(tx, recordId, definition, values)
    await insertUnseen(tx, recordId)
    await audit(tx, {
      action: 'records.submitted',
      targetId: recordId,
      detail: { collectionId: definition.collectionId },
    })
    await announce(tx, { topic: 'records.submission', id: recordId })
    await notify(tx, definition, recordId)
  })
  return recordId
}

async function notify(tx: TxCtx, definition: Definition, recordId: string): Promise<void> {
  const wanted = new Set(definition.settings.form?.notify)
  if (wanted.size === 0) return
  const workspace = await getWorkspace(tx)
  const { config } = tx.services
  const address = `${origin(config, config.studioHost)}/w/${workspace.slug}/inbox/${recordId}`
  for (const member of await listMemberAccounts(tx)) {
    if (!wanted.has(member.account_id)) continue
    const language = isLanguage(member.language) ? member.language : 'nl'
    const letter = submissionLetter(said(definition.name, language), workspace.name, address, language)
    await sendMail(tx, { to: member.email, template: 'records.submission', language, letter })
  }
}

/** Notes that a submission was read, or was not after all. */
export async function markSeen(ctx: Ctx, recordId: string, seen: boolean): Promise<void> {
  await ctx.write(async tx => {
    await getSubmission(tx, recordId)
    if (seen) await deleteUnseen(tx, recordId)
    else await insertUnseen(tx, recordId)
    await announce(tx, { topic: 'records.submission', id: recordId })
  })
}

/** Puts a submission in the bin. */
export async function removeSubmission(ctx: Ctx, recordId: string): Promise<void> {
  await ctx.write(async tx => {
    await getSubmission(tx, recordId)
    await putInBin(tx, recordId)
    await announce(tx, { topic: 'records.submission', id: recordId })
  })
}

/** Puts a submission back from the bin. */
export async function restoreSubmission(ctx: Ctx, recordId: string): Promise<void> {
  await ctx.write(async tx => {
    await getSubmission(tx, recordId)
    await takeFromBin(tx, recordId)
    await announce(tx, { topic: 'records.submission', id: recordId })
  })
}
