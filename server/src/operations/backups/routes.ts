import { route } from '../../core/http/route.ts'
import { orderBackup } from './actions.ts'
import { makingSince, readFailure, readRestores } from './places.ts'
import { restorable } from './restore.ts'
import { expiryOf, failureSince } from './rules.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listBackups, 'operations.read', async ctx => {
    const { config } = ctx.services
    const backups = restorable(config).filter(({ until, hasKey }) => until !== null && hasKey)
    const ends = backups.flatMap(({ until }) => until?.getTime() ?? [])
    const [first] = backups
    return {
      backups: backups.map(({ backup }) => ({
        backupId: backup.backupId,
        startedAt: backup.startedAt,
        finishedAt: backup.finishedAt,
        sizeBytes: backup.sizeBytes,
        expiresAt: expiryOf(backup.day, config.backupDays).toISOString(),
      })),
      window: first
        ? { from: first.backup.finishedAt, until: new Date(Math.max(...ends)).toISOString() }
        : null,
      restores: readRestores(config.backupsFolder).map(({ restoredAt, restoredTo, erasuresRepeated }) => ({
        restoredAt,
        restoredTo,
        erasuresRepeated,
      })),
      folder: config.backupsFolder,
      making: makingSince(config.backupsFolder, ctx.services.now())?.toISOString() ?? null,
      failed: failureSince(
        readFailure(config.backupsFolder),
        backups.map(({ backup }) => backup),
      ),
      elsewhere: config.databaseUrl !== undefined,
    }
  }),
  route(schema.makeBackup, 'operations.write', async ctx => {
    await orderBackup(ctx)
    return { queued: true }
  }),
]
