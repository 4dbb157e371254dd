import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from '@helder/words'
import type { Config } from '../../core/config.ts'
import { type Services, withoutWorkspace } from '../../core/ctx.ts'
import { clusterPlaces, maintenance } from '../../core/data/embedded.ts'
import { socketFolderOf } from '../../core/data/postgres.ts'
import { OperatorError } from '../../core/errors.ts'
import { takeLock } from '../../core/locks.ts'
import { dayOf, openDayKeys } from '../../core/sealing/day-keys.ts'
import { sealedWith, syncFolder } from '../../core/sealing/sealing.ts'
import { listWorkspaceIds } from '../../core/tenancy/store.ts'
import { copyCluster } from './cluster.ts'
import { keepObjects, type ObjectBackup, removeUnlisted } from './objects.ts'
import { places, replacedBefore } from './places.ts'
import { type BackupFacts, expiredDays, idOf } from './rules.ts'

/** What is done of a backup, for a line on screen. */
export type BackupStep = { copied: number } | { objects: number } | { expired: number }

/** Makes a backup of everything: the database while it runs, and every object. Gives what it says of itself. */
export async function makeBackup(
  services: Services,
  tell: (step: BackupStep) => void = () => {},
): Promise<BackupFacts> {
  const { config } = services
  refuseServerElsewhere(config)
  const unlock = lock(config)
  try {
    const startedAt = services.now()
    const backupId = idOf(startedAt)
    const folder = places.backup(config.backupsFolder, backupId)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const backup = await objectBackup(services, startedAt)
    const { sizeBytes, ...copy } = await copyCluster(
      superuserOf(config),
      clusterPlaces(config.dataFolder).folder,
      {
        file: places.cluster(config.backupsFolder, backupId),
        name: `base/${backupId}/cluster`,
        key: backup.day,
        label: `helder ${backupId}`,
      },
      bytes => tell({ copied: bytes }),
    )
    const objects = await keepObjects(backup, backupId, 'all')
    tell({ objects })
    const facts: BackupFacts = {
      format: 'helder.backup/1',
      backupId,
      startedAt: startedAt.toISOString(),
      finishedAt: services.now().toISOString(),
      day: backup.day.id,
      ...copy,
      sizeBytes,
      objects,
      helder: config.version,
    }
    // Written last: a folder without it is a backup that was never finished.
    writeFileSync(places.facts(config.backupsFolder, backupId), `${JSON.stringify(facts, null, 2)}\n`, {
      flush: true,
    })
    await syncFolder(folder)
    tell({ expired: await expireBackups(config, services.now()) })
    await removeUnlisted(config.backupsFolder, backup.keys)
    return facts
  } finally {
    unlock()
  }
}

/** Keeps the objects that came since the last list; between backups, so that a lost disk costs an hour at most. */
export async function keepNewObjects(services: Services): Promise<number> {
  const { config } = services
  refuseServerElsewhere(config)
  const unlock = lock(config)
  try {
    const now = services.now()
    return await keepObjects(await objectBackup(services, now), idOf(now), 'new')
  } finally {
    unlock()
  }
}

async function objectBackup(services: Services, now: Date): Promise<ObjectBackup> {
  const { config, objects } = services
  const keys = openDayKeys(config.keysFolder)
  const reason = 'a backup is of all workspaces'
  const workspaceIds = await withoutWorkspace(services, reason, 'read', listWorkspaceIds)
  const day = { id: dayOf(now), key: keys.make(dayOf(now)) }
  return { objects, workspaceIds, folder: config.backupsFolder, keys, day }
}

/** How the embedded cluster is reached as its superuser, which only backups need. */
export function superuserOf(config: Pick<Config, 'dataFolder'>) {
  const socketFolder = socketFolderOf(clusterPlaces(config.dataFolder).folder)
  return maintenance({ socketFolder, stop: async () => {} })
}

/** Backups of a server elsewhere are that server's own affair. */
export function refuseServerElsewhere(config: Pick<Config, 'databaseUrl'>): void {
  if (config.databaseUrl === undefined) return
  throw new OperatorError(serverElsewhere)
}

/** Why there are no backups of a server elsewhere. */
export const serverElsewhere = text(
  'De database staat op een eigen server (DATABASE_URL). Regel de reservekopieën daar, met hersteltijd per moment, en bewaar ook de map met objecten.',
  'The database is on a server of its own (DATABASE_URL). Arrange backups there, with point-in-time recovery, and keep the folder of objects too.',
)

// One at a time: what one of them writes, the other would take for left over.
function lock({ backupsFolder }: Config): () => void {
  mkdirSync(backupsFolder, { recursive: true, mode: 0o700 })
  const taken = takeLock(join(backupsFolder, 'backup.lock'))
  if ('release' in taken) return taken.release
  throw new OperatorError(
    text(
      'Er wordt al een reservekopie gemaakt. Wacht tot die klaar is.',
      'A backup is being made already. Wait until it is done.',
    ),
  )
}

/**
 * Destroys the keys of the days that are over, and removes what was sealed with them, and whatever else can't be read
 * any more. Gives how many files went.
 */
export async function expireBackups(config: Config, now: Date): Promise<number> {
  const keys = openDayKeys(config.keysFolder)
  for (const day of expiredDays(keys.days(), config.backupDays, now)) keys.destroy(day)
  let removed = 0
  for (const folder of [places.wal(config.backupsFolder), places.manifests(config.backupsFolder)]) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (await isReadable(join(folder, name), keys.find)) continue
      await rm(join(folder, name), { force: true })
      removed += 1
    }
  }
  await removeReplaced(config, now)
  return removed + (await expireBases(config, keys.find, now))
}

// A database that a restore put aside is a backup without a key: it lives no longer than one.
async function removeReplaced({ dataFolder, backupDays }: Config, now: Date): Promise<void> {
  const before = new Date(now.getTime() - backupDays * 24 * 3_600_000)
  for (const folder of replacedBefore(dataFolder, before)) await rm(folder, { recursive: true, force: true })
}

async function isReadable(file: string, find: (day: string) => Buffer | null): Promise<boolean> {
  // What is being written now has another ending until it is whole.
  if (!file.endsWith('.sealed')) return Date.now() - statSync(file).mtimeMs < 3_600_000
  const day = await sealedWith(file)
  return day !== null && find(day) !== null
}

const unfinishedMs = 24 * 3_600_000

async function expireBases(config: Config, find: (day: string) => Buffer | null, now: Date): Promise<number> {
  let removed = 0
  for (const backupId of await readdir(join(config.backupsFolder, 'base')).catch(() => [])) {
    const facts = places.facts(config.backupsFolder, backupId)
    const sealed = places.cluster(config.backupsFolder, backupId)
    const finished = statSync(facts, { throwIfNoEntry: false }) !== undefined
    const day = finished ? await sealedWith(sealed) : null
    const young =
      now.getTime() - statSync(places.backup(config.backupsFolder, backupId)).mtimeMs < unfinishedMs
    if (finished ? day !== null && find(day) !== null : young) continue
    await rm(places.backup(config.backupsFolder, backupId), { recursive: true, force: true })
    removed += 1
  }
  return removed
}
