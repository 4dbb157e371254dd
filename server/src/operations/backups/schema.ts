import { contract } from '@helder/client'
import { z } from 'zod'

const instant = z.iso.datetime()

export const listBackups = contract({
  area: 'workspace',
  method: 'GET',
  path: '/operations/backups',
  about: 'The backups that can be restored, the moments that they reach, and when their keys are destroyed.',
  reply: z.object({
    backups: z.array(
      z.object({
        backupId: z.string(),
        startedAt: instant,
        finishedAt: instant,
        sizeBytes: z.number().int(),
        expiresAt: instant,
      }),
    ),
    /** Any moment between these can be restored; null where there is no backup yet. */
    window: z.object({ from: instant, until: instant }).nullable(),
    restores: z.array(
      z.object({ restoredAt: instant, restoredTo: instant, erasuresRepeated: z.number().int() }),
    ),
    folder: z.string(),
    /** Since when one is being made. */
    making: instant.nullable(),
    /** Why none was made the last time, unless one was made since. */
    failed: z.object({ at: instant, why: z.object({ nl: z.string(), en: z.string() }) }).nullable(),
    /** The database is on a server of its own, which keeps its own backups. */
    elsewhere: z.boolean(),
  }),
})

export const makeBackup = contract({
  area: 'workspace',
  method: 'POST',
  path: '/operations/backups',
  about: 'Makes a backup now.',
  reply: z.object({ queued: z.boolean() }),
})
