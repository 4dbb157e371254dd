import { createWriteStream, existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { moment, type Text, text } from '@helder/words'
import pg from 'pg'
import { extract } from 'tar-stream'
import type { Config } from '../../core/config.ts'
import { restoreCommand } from '../../core/data/archiving.ts'
import { clusterPlaces } from '../../core/data/embedded.ts'
import {
  type Cluster,
  socketFolderOf,
  startCluster,
  stopCluster,
  superuser,
} from '../../core/data/postgres.ts'
import { OperatorError } from '../../core/errors.ts'
import { folderStore } from '../../core/objects/store.ts'
import { type DayKeys, openDayKeys } from '../../core/sealing/day-keys.ts'
import { DamagedFile, KeyDestroyed, readSealed, writeSealed } from '../../core/sealing/sealing.ts'
import { refuseServerElsewhere } from './backup.ts'
import { type RestoredObjects, restoreObjects } from './objects.ts'
import {
  appendRestore,
  places,
  type RestoreFacts,
  readArchive,
  readBackups,
  readManifestIds,
  readRestores,
  replacedFolder,
} from './places.ts'
import { type BackupFacts, backupFor, manifestsFor, reachOf, timelineAt, timelineOf } from './rules.ts'

/** What is being done, for a line of progress. */
export type RestoreStep =
  | { step: 'unpacking'; done: number; total: number }
  | { step: 'replaying'; at: Date | null }
  | { step: 'checking'; table: string }
  | { step: 'objects'; done: number }

/** What a restore came to. */
export interface Restored {
  backup: BackupFacts
  /** The last change that came back. */
  lastChange: Date | null
  objects: RestoredObjects
  /** Where the database is that was there before. */
  replaced: string | null
}

/**
 * Restores the database as it was at a moment, beside the one that is there; only when it has come up and could be
 * read through do the two change places. Nothing may run on the data folder meanwhile.
 */
export async function restore(
  config: Config,
  at: Date | 'latest',
  now: Date,
  tell: (step: RestoreStep) => void,
): Promise<Restored> {
  refuseServerElsewhere(config)
  const keys = openDayKeys(config.keysFolder)
  const backup = chooseBackup(config, at, keys, now)
  const { folder } = clusterPlaces(config.dataFolder)
  const beside = `${folder}.restoring`
  refuseSmallDisk(config, backup)
  // A killed Helder or restore leaves its database running, and that would go on in the folder that is put aside.
  for (const left of [folder, beside]) await stopCluster(left)
  await rm(beside, { recursive: true, force: true })
  try {
    return await restoreBeside(config, { backup, keys, at, now }, folder, beside, tell)
  } finally {
    // Half a restore has data of people too, and nobody looks for it there.
    await rm(beside, { recursive: true, force: true })
  }
}

interface Chosen {
  backup: BackupFacts
  keys: DayKeys
  at: Date | 'latest'
  now: Date
}

async function restoreBeside(
  config: Config,
  { backup, keys, at, now }: Chosen,
  folder: string,
  beside: string,
  tell: (step: RestoreStep) => void,
): Promise<Restored> {
  const until = at === 'latest' ? now : at
  await explained(backup, () => unpack(config, backup, keys, beside, tell))
  const timeline = timelineAt(readRestores(config.backupsFolder), until)
  const target: Target = { at, timeline: timeline ?? timelineOf(backup.startWal) }
  const { lastChange, timeline: begun } = await replay(config, beside, folder, target, tell)
  const ids = manifestsFor(readManifestIds(config.backupsFolder), backup.backupId, until)
  const store = folderStore(join(config.dataFolder, 'objects'))
  const objects = await explained(backup, () =>
    restoreObjects(config.backupsFolder, keys, ids, store, done => tell({ step: 'objects', done })),
  )
  const replaced = await changePlaces(folder, beside, now)
  await keepHistory(config, folder, keys, now)
  markRestored(config, {
    restoredAt: new Date().toISOString(),
    restoredTo: until.toISOString(),
    timeline: begun,
    parent: target.timeline,
    erasuresRepeated: 0,
  })
  return { backup, lastChange, objects, replaced }
}

/** The moments between which each backup can be restored, oldest first; null for one that lacks a piece. */
export function restorable(config: Config): { backup: BackupFacts; until: Date | null; hasKey: boolean }[] {
  const archived = readArchive(config.backupsFolder)
  const keys = openDayKeys(config.keysFolder)
  return readBackups(config.backupsFolder).map(backup => ({
    backup,
    until: reachOf(backup, archived),
    hasKey: keys.find(backup.day) !== null,
  }))
}

function chooseBackup(config: Config, at: Date | 'latest', keys: DayKeys, now: Date): BackupFacts {
  const all = readBackups(config.backupsFolder)
  if (all.length === 0) throw new OperatorError(noBackups(config.backupsFolder))
  if (at !== 'latest' && at > now) throw new OperatorError(inFuture)
  const backup = backupFor(all, readRestores(config.backupsFolder), at === 'latest' ? now : at)
  if (backup === undefined) throw new OperatorError(tooFarBack(all))
  if (keys.find(backup.day) === null) throw new OperatorError(keyDestroyed(backup.day))
  if (reachOf(backup, readArchive(config.backupsFolder)) === null)
    throw new OperatorError(piecesMissing(backup))
  return backup
}

const noBackups = (folder: string) =>
  text(
    `Er is nog geen reservekopie in ${folder}. Controleer HELDER_BACKUPS, of maak er een met npx helder backup.`,
    `There is no backup in ${folder} yet. Check HELDER_BACKUPS, or make one with npx helder backup.`,
  )

const inFuture = text(
  'Dit moment moet nog komen. Kies een moment dat geweest is, of latest.',
  'This moment is still to come. Choose one that has been, or latest.',
)

function tooFarBack(backups: BackupFacts[]): Text {
  const first = backups.map(backup => backup.finishedAt).sort()[0] ?? ''
  return text(
    `Zo ver terug gaat geen reservekopie. De oudste begint op ${moment(first, 'nl')} (${first}). Alle momenten: npx helder restore --list.`,
    `No backup goes back that far. The oldest begins at ${moment(first, 'en')} (${first}). All moments: npx helder restore --list.`,
  )
}

function keyDestroyed(day: string): Text {
  return text(
    `De sleutel van ${day} is vernietigd, of staat niet in de map met sleutels. Zonder die sleutel leest niemand deze reservekopie meer. Kies een later moment, of zet de sleutel terug.`,
    `The key of ${day} is destroyed, or not in the folder of keys. Without it nobody reads this backup any more. Choose a later moment, or put the key back.`,
  )
}

function piecesMissing(backup: BackupFacts): Text {
  return text(
    `Van reservekopie ${backup.backupId} ontbreken stukken van ${backup.startWal} tot ${backup.stopWal}. Kies een ander moment; zie npx helder restore --list.`,
    `Backup ${backup.backupId} lacks pieces from ${backup.startWal} to ${backup.stopWal}. Choose another moment; see npx helder restore --list.`,
  )
}

// The copy, the changes that are replayed onto it, and some air.
function refuseSmallDisk(config: Config, backup: BackupFacts): void {
  const needed = backup.rawBytes * 1.1 + 200_000_000
  const { bavail, bsize } = statfsSync(config.dataFolder)
  if (bavail * bsize >= needed) return
  const megabytes = Math.ceil((needed - bavail * bsize) / 1_000_000)
  throw new OperatorError(
    text(
      `Er is te weinig ruimte op de schijf van ${config.dataFolder}: nog ${megabytes} MB nodig. Maak ruimte, bijvoorbeeld door een oude map postgres.replaced-… weg te halen, en probeer het opnieuw.`,
      `There is too little room on the disk of ${config.dataFolder}: ${megabytes} MB more are needed. Free some, for instance by removing an old folder postgres.replaced-…, and try again.`,
    ),
  )
}

// What was sealed says by itself what is wrong with it; here it becomes a sentence.
async function explained<T>(backup: BackupFacts, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof KeyDestroyed) throw new OperatorError(keyDestroyed(error.keyId))
    if (!(error instanceof DamagedFile)) throw error
    throw new OperatorError(
      text(
        `Reservekopie ${backup.backupId} is beschadigd: ${error.message}. Er is niets veranderd. Kies een moment van een andere reservekopie; zie npx helder restore --list.`,
        `Backup ${backup.backupId} is damaged: ${error.message}. Nothing was changed. Choose a moment of another backup; see npx helder restore --list.`,
      ),
    )
  }
}

async function unpack(
  config: Config,
  backup: BackupFacts,
  keys: DayKeys,
  target: string,
  tell: (step: RestoreStep) => void,
): Promise<void> {
  const sealed = places.cluster(config.backupsFolder, backup.backupId)
  mkdirSync(target, { recursive: true, mode: 0o700 })
  const untar = extract()
  let done = 0
  const reading = pipeline(readSealed(sealed, `base/${backup.backupId}/cluster`, keys.find), untar)
  // Its error comes out of the entries as well, and first.
  reading.catch(() => {})
  for await (const entry of untar) {
    const path = join(target, normalize(entry.header.name))
    if (!path.startsWith(`${target}/`)) throw new DamagedFile(sealed)
    if (entry.header.type === 'directory') {
      await mkdir(path, { recursive: true, mode: 0o700 })
      entry.resume()
    } else {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await pipeline(entry, createWriteStream(path, { mode: 0o600 }))
      done += entry.header.size ?? 0
      tell({ step: 'unpacking', done, total: backup.rawBytes })
    }
  }
  await reading
  await mkdir(join(target, 'pg_wal', 'archive_status'), { recursive: true, mode: 0o700 })
}

/** What PostgreSQL says when the archive ends before the moment that was asked: then all there is has come back. */
const endedBefore = /recovery ended before configured recovery target was reached/

/** What is to be reached: a moment, on the timeline on which Helder ran then. */
interface Target {
  at: Date | 'latest'
  timeline: number
}

/** What was reached: the last change that came back, and the timeline on which history goes on. */
interface Reached {
  lastChange: Date | null
  timeline: number
}

async function replay(
  config: Config,
  beside: string,
  current: string,
  target: Target,
  tell: (step: RestoreStep) => void,
): Promise<Reached> {
  const logFile = join(config.dataFolder, 'logs', 'restore.log')
  await rm(logFile, { force: true })
  try {
    return await recover(config, beside, current, logFile, target, tell)
  } catch (error) {
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''
    if (!(target.at !== 'latest' && endedBefore.test(log))) throw brokenOff(error, log, logFile)
    await rm(logFile, { force: true })
    return await recover(config, beside, current, logFile, { ...target, at: 'latest' }, tell)
  }
}

async function recover(
  config: Config,
  beside: string,
  current: string,
  logFile: string,
  { at, timeline }: Target,
  tell: (step: RestoreStep) => void,
): Promise<Reached> {
  writeFileSync(join(beside, 'recovery.signal'), '')
  const until =
    at === 'latest' ? {} : { recovery_target_time: at.toISOString().replace('T', ' ').replace('Z', '+00') }
  const cluster = await startCluster({
    folder: beside,
    logFile,
    // It answers once the copy is whole, for which the WAL of the time that it was made must be replayed.
    readySeconds: 3600,
    settings: {
      // What was not archived yet when the machine fell over may still lie in the cluster that is replaced.
      restore_command: restoreCommand(config, join(current, 'pg_wal')),
      recovery_target_timeline: String(timeline),
      recovery_target_action: 'promote',
      // The first pieces of the new timeline wait here until the next start, which hands them to the archive.
      wal_level: 'replica',
      archive_mode: 'on',
      archive_command: '',
      hot_standby: 'on',
      ...until,
    },
  })
  try {
    const lastChange = await untilPromoted(cluster, tell)
    await readThrough(cluster, tell)
    return { lastChange, timeline: await timelineNow(cluster) }
  } finally {
    await cluster.stop()
  }
}

async function timelineNow(cluster: Cluster): Promise<number> {
  return withClient(cluster, 'postgres', async client => {
    const { rows } = await client.query<{ wal: string }>(
      'select pg_walfile_name(pg_current_wal_lsn()) as wal',
    )
    return timelineOf(rows[0]?.wal ?? '')
  })
}

async function untilPromoted(cluster: Cluster, tell: (step: RestoreStep) => void): Promise<Date | null> {
  let last: Date | null = null
  for (;;) {
    const state = await withClient(cluster, 'postgres', async client => {
      const { rows } = await client.query<{ recovering: boolean; at: Date | null }>(
        'select pg_is_in_recovery() as recovering, pg_last_xact_replay_timestamp() as at',
      )
      return rows[0]
    })
    last = state?.at ?? last
    tell({ step: 'replaying', at: last })
    if (state?.recovering === false) return last
    await sleep(250)
  }
}

// Every row of every table is read, so that a page whose checksum is wrong shows now and not in a month.
async function readThrough(cluster: Cluster, tell: (step: RestoreStep) => void): Promise<void> {
  await withClient(cluster, 'helder', async client => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'm') and c.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    )
    for (const { name } of rows) {
      tell({ step: 'checking', table: name })
      await client.query(`select count(t.*) from ${name} t`)
    }
  })
}

async function withClient<T>(
  cluster: Cluster,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ host: cluster.socketFolder, user: superuser, database })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function brokenOff(error: unknown, log: string, logFile: string): unknown {
  const damaged = /archive-wal: (.*) is damaged/.exec(log)
  const destroyed = /archive-wal: the key (\S+) of (\S+) is destroyed/.exec(log)
  if (destroyed?.[1]) return new OperatorError(keyDestroyed(destroyed[1]))
  if (damaged?.[1]) {
    return new OperatorError(
      text(
        `${damaged[1]} in de map met reservekopieën is beschadigd; verder dan dat stuk kan niet. Er is niets veranderd. Kies een eerder moment.`,
        `${damaged[1]} in the folder of backups is damaged; beyond that piece nothing can be restored. Nothing was changed. Choose an earlier moment.`,
      ),
    )
  }
  if (error instanceof OperatorError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new OperatorError(
    text(
      `Het terugzetten is afgebroken: ${reason}. Er is niets veranderd; ${logFile} zegt waarom.`,
      `The restore broke off: ${reason}. Nothing was changed; ${logFile} says why.`,
    ),
  )
}

async function changePlaces(current: string, beside: string, now: Date): Promise<string | null> {
  const replaced = replacedFolder(current, now)
  const there = existsSync(current)
  if (there) await rename(current, replaced)
  await rename(beside, current)
  await rm(socketFolderOf(beside), { recursive: true, force: true })
  return there ? replaced : null
}

// A next restore must not begin a timeline that has been before: its name is kept with the rest of the archive.
async function keepHistory(config: Config, folder: string, keys: DayKeys, now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10)
  for (const name of await readdir(join(folder, 'pg_wal'))) {
    const sealed = join(places.wal(config.backupsFolder), `${name}.sealed`)
    if (!name.endsWith('.history') || existsSync(sealed)) continue
    await writeSealed(sealed, `wal/${name}`, { id: day, key: keys.make(day) }, [
      readFileSync(join(folder, 'pg_wal', name)),
    ])
  }
}

const markFile = (dataFolder: string) => join(dataFolder, 'restored.json')

function markRestored(config: Config, restore: RestoreFacts): void {
  appendRestore(config.backupsFolder, restore)
  writeFileSync(markFile(config.dataFolder), `${JSON.stringify(restore)}\n`, { flush: true, mode: 0o600 })
}

/** The restore after which Helder has not run yet, if there was one. */
export function findRestoreMark(dataFolder: string): RestoreFacts | null {
  const file = markFile(dataFolder)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** Notes that Helder has caught up after a restore, with how many erasures it repeated. */
export async function settleRestore(
  config: Config,
  mark: RestoreFacts,
  erasuresRepeated: number,
): Promise<void> {
  appendRestore(config.backupsFolder, { ...mark, erasuresRepeated })
  await rm(markFile(config.dataFolder), { force: true })
}
