import { z } from 'zod'
import { audit } from '../../core/audit/audit.ts'
import { type Ctx, makeCtx, type Services } from '../../core/ctx.ts'
import { OperatorError, Refusal } from '../../core/errors.ts'
import { announce } from '../../core/events/events.ts'
import { platformWorkspaceId } from '../../core/ids.ts'
import { job } from '../../core/jobs/jobs.ts'
import { keepNewObjects, makeBackup, serverElsewhere } from './backup.ts'

/** Makes a backup every night, and when somebody asks. */
export const backUp = job(
  'operations.back-up',
  z.object({}),
  async ctx => {
    const facts = await unlessElsewhere(ctx, () => makeBackup(ctx.services))
    if (facts === null) return
    ctx.log.info({ backup: facts.backupId, bytes: facts.sizeBytes, objects: facts.objects }, 'backed up')
    await ctx.write(tx => announce(tx, { topic: 'operations.backup' }))
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
