import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { type BackupFacts, type BackupFailure, type Branch, momentOf } from './rules.ts'

/** Where things lie in the folder of backups. */
export const places = {
  backup: (folder: string, backupId: string) => join(folder, 'base', backupId),
  facts: (folder: string, backupId: string) => join(folder, 'base', backupId, 'backup.json'),
  cluster: (folder: string, backupId: string) => join(folder, 'base', backupId, 'cluster.tar.sealed'),
  wal: (folder: string) => join(folder, 'wal'),
  manifests: (folder: string) => join(folder, 'objects'),
  manifest: (folder: string, id: string) => join(folder, 'objects', `${id}.sealed`),
  blob: (folder: string, blob: string) => join(folder, 'blobs', blob.slice(0, 2), `${blob}.sealed`),
  lock: (folder: string) => join(folder, 'backup.lock'),
  failure: (folder: string) => join(folder, 'failure.json'),
  restores: (folder: string) => join(folder, 'restores.jsonl'),
}

/** Where the database goes that a restore replaces: beside it, with the moment in its name. */
export function replacedFolder(cluster: string, at: Date): string {
  return `${cluster}.replaced-${at.toISOString().replace(/[:.]/g, '-')}`
}

/** The databases that were replaced by restores before a moment. */
export function replacedBefore(dataFolder: string, before: Date): string[] {
  const limit = basename(replacedFolder('postgres', before))
  return namesIn(dataFolder)
    .filter(name => name.startsWith('postgres.replaced-') && name < limit)
    .map(name => join(dataFolder, name))
}

/** Every backup that is whole, oldest first. */
export function readBackups(folder: string): BackupFacts[] {
  return namesIn(join(folder, 'base'))
    .filter(backupId => existsSync(places.facts(folder, backupId)))
    .map((backupId): BackupFacts => JSON.parse(readFileSync(places.facts(folder, backupId), 'utf8')))
}

const stalledMs = 10 * 60_000

/** Since when a backup is being made; null when none is. One whose maker was killed counts for a while longer. */
export function makingSince(folder: string, now: Date): Date | null {
  const last = namesIn(join(folder, 'base')).at(-1)
  if (last === undefined || !existsSync(places.lock(folder)) || existsSync(places.facts(folder, last)))
    return null
  const written = statSync(places.cluster(folder, last), { throwIfNoEntry: false })?.mtimeMs
  const isGoing = now.getTime() - (written ?? momentOf(last).getTime()) < stalledMs
  return isGoing ? momentOf(last) : null
}

/** When each piece of WAL was archived. */
export function readArchive(folder: string): Map<string, Date> {
  const archived = new Map<string, Date>()
  for (const name of namesIn(places.wal(folder))) {
    if (!name.endsWith('.sealed')) continue
    archived.set(name.slice(0, -'.sealed'.length), statSync(join(places.wal(folder), name)).mtime)
  }
  return archived
}

/** The ids of the lists of objects, oldest first. */
export function readManifestIds(folder: string): string[] {
  return namesIn(places.manifests(folder)).flatMap(name =>
    name.endsWith('.sealed') ? [name.slice(0, -7)] : [],
  )
}

/** Why the last backup that failed did so; null where none ever did. */
export function readFailure(folder: string): BackupFailure | null {
  const file = places.failure(folder)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** Writes down why no backup was made. */
export function writeFailure(folder: string, failure: BackupFailure): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(places.failure(folder), `${JSON.stringify(failure)}\n`)
}

/** A restore that was done, and how many erasures were repeated when Helder started after it. */
export interface RestoreFacts extends Branch {
  erasuresRepeated: number
}

/** The restores that were done, oldest first. A later line about one says more than an earlier. */
export function readRestores(folder: string): RestoreFacts[] {
  const file = places.restores(folder)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const restores = lines.map((line): RestoreFacts => JSON.parse(line))
  return [...new Map(restores.map(restore => [restore.restoredAt, restore])).values()]
}

/** Writes down a restore. */
export function appendRestore(folder: string, restore: RestoreFacts): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  appendFileSync(places.restores(folder), `${JSON.stringify(restore)}\n`, { flush: true })
}

/** The names in a folder, in order; none where there is no folder. */
export function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : []
}
