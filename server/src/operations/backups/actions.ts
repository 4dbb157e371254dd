import { text } from '@helder/words'
import { z } from 'zod'
import { audit } from '../../core/audit/audit.ts'
import { type Ctx, makeCtx, type Services } from '../../core/ctx.ts'
import { OperatorError, Refusal } from '../../core/errors.ts'
import { announce } from '../../core/events/events.ts'
import { platformWorkspaceId } from '../../core/ids.ts'
import { job } from '../../core/jobs/jobs.ts'
import { type BackupStep, keepNewObjects, makeBackup, serverElsewhere } from './backup.ts'
import { readBackups, writeFailure } from './places.ts'
import type { BackupFacts } from './rules.ts'

/** Makes a backup every night, and when somebody asks. */
export const backUp = job(
  'operations.back-up',
  z.object({}),
  async ctx => {
    const facts = await unlessElsewhere(ctx, () => tryBackup(ctx))
    if (facts === null) return
    ctx.log.info({ backup: facts.backupId, bytes: facts.sizeBytes, objects: facts.objects }, 'backed up')
  },
  { cron: '30 1 * * *', each: 'platform' },
)

/** Keeps new objects every hour, between the backups. */
export const backUpObjects = job(
  'operations.back-up-objects',
  z.object({}),
  async ctx => {
    const kept = await unlessElsewhere(ctx, () => keepNewObjects(ctx.services))
    ctx.log.debug({ kept }, 'new objects kept')
  },
  { cron: '15 * * * *', each: 'platform' },
)

// Whoever asked for it hears that it is over either way, and reads why it failed.
async function tryBackup(ctx: Ctx): Promise<BackupFacts> {
  const { config, now } = ctx.services
  const { tell, told } = telling(ctx)
  try {
    return await makeBackup(ctx.services, tell)
  } catch (error) {
    const why = error instanceof OperatorError ? error.text : unknown
    writeFailure(config.backupsFolder, { at: now().toISOString(), why })
    throw error
  } finally {
    await told()
    await ctx.write(tx => announce(tx, { topic: 'operations.backup', id: 'making' }))
  }
}

const unknown = text(
  'Het ging mis op een manier die Helder niet kent. In het logboek van de server staat wat er gebeurde; Helder probeert het vanzelf nog een keer.',
  'It went wrong in a way that Helder does not know. The log of the server says what happened; Helder tries again by itself.',
)

const tellMs = 500
const megabyte = 1024 * 1024

/** Tells now and then how many megabytes are copied, of about as many as the last time. */
function telling(ctx: Ctx): { tell: (step: BackupStep) => void; told: () => Promise<void> } {
  const total = Math.ceil((readBackups(ctx.services.config.backupsFolder).at(-1)?.rawBytes ?? 0) / megabyte)
  let toldAt = performance.now()
  let last: Promise<void> = Promise.resolve()
  const say = async (copied: number) => {
    const done = Math.min(total, Math.floor(copied / megabyte))
    await ctx.write(tx =>
      announce(tx, { topic: 'operations.backup', id: 'making', progress: { done, total } }),
    )
  }
  const tell = (step: BackupStep) => {
    if (total === 0 || !('copied' in step) || performance.now() - toldAt < tellMs) return
    toldAt = performance.now()
    // What can't be told is no reason to stop copying.
    last = last.then(() => say(step.copied)).catch(err => ctx.log.warn({ err }, 'progress was not told'))
  }
  return { tell, told: () => last }
}

// A reason that only an operator can do something about is no bug, and trying again at once helps nothing.
async function unlessElsewhere<T>(ctx: Ctx, work: () => Promise<T>): Promise<T | null> {
  if (ctx.services.config.databaseUrl !== undefined) return null
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    ctx.log.error({ reason: error.message }, 'no backup was made')
    return null
  }
}

/** Has a backup made after a restore, which begins a new line of history: restorable from its first hour on. */
export async function backUpAfterRestore(services: Services): Promise<void> {
  const actor = { kind: 'system', reason: 'a backup follows a restore' } as const
  const ctx = makeCtx({ services, workspaceId: platformWorkspaceId, actor, language: 'nl' })
  await ctx.write(tx => tx.enqueue(backUp, {}, { key: 'after a restore' }))
}

/** Has a backup made as soon as there is time. */
export async function orderBackup(ctx: Ctx): Promise<void> {
  if (ctx.services.config.databaseUrl !== undefined) throw new Refusal('unavailable', serverElsewhere)
  await ctx.write(async tx => {
    await audit(tx, { action: 'operations.backup-ordered' })
    await tx.enqueue(backUp, {}, { key: 'ordered' })
  })
}
