import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { newSecret } from '../../core/ids.ts'
import type { ObjectStore } from '../../core/objects/store.ts'
import type { DayKeys } from '../../core/sealing/day-keys.ts'
import {
  DamagedFile,
  KeyDestroyed,
  type NamedKey,
  readSealed,
  writeSealed,
} from '../../core/sealing/sealing.ts'
import { namesIn, places, readManifestIds } from './places.ts'

/** An object as a list of a backup has it: where its bytes lie, sealed, and the key that opens them. */
interface Kept {
  workspaceId: string
  sha: string
  blob: string
  key: string
}

/** What keeping objects needs. */
export interface ObjectBackup {
  objects: ObjectStore
  workspaceIds: string[]
  folder: string
  keys: DayKeys
  day: NamedKey
}

const keyOf = ({ workspaceId, sha }: Pick<Kept, 'workspaceId' | 'sha'>) => `${workspaceId}/${sha}`

/**
 * Keeps every object once, sealed under a key of its own, and writes a list with those keys under the key of the day:
 * of all objects that there are, or only of those that no list has yet. What is erased is in no later list, and can
 * be read by nobody once the keys of the days before are destroyed. Gives how many objects are in the list.
 */
export async function keepObjects(backup: ObjectBackup, id: string, which: 'all' | 'new'): Promise<number> {
  const before = await newestKept(backup)
  const list: Kept[] = []
  for (const workspaceId of backup.workspaceIds) {
    for await (const { sha } of backup.objects.list(workspaceId)) {
      const known = before.get(keyOf({ workspaceId, sha }))
      if (known && which === 'new') continue
      list.push(known ?? (await keepObject(backup, workspaceId, sha)))
    }
  }
  if (which === 'all' || list.length > 0) await writeManifest(backup, `${id}-${which}`, list)
  return list.length
}

async function keepObject(backup: ObjectBackup, workspaceId: string, sha: string): Promise<Kept> {
  const blob = newSecret()
  const key = randomBytes(32)
  const named = { id: 'object', key }
  await writeSealed(
    places.blob(backup.folder, blob),
    `blobs/${blob}`,
    named,
    backup.objects.stream(workspaceId, sha),
  )
  return { workspaceId, sha, blob, key: key.toString('hex') }
}

async function writeManifest({ folder, day }: ObjectBackup, id: string, list: Kept[]): Promise<void> {
  const lines = Readable.from(list.map(kept => Buffer.from(`${JSON.stringify(kept)}\n`)))
  await writeSealed(places.manifest(folder, id), `objects/${id}`, day, lines)
}

async function* readManifest(folder: string, id: string, keys: DayKeys): AsyncGenerator<Kept> {
  const input = Readable.from(readSealed(places.manifest(folder, id), `objects/${id}`, keys.find))
  for await (const line of createInterface({ input })) yield JSON.parse(line) as Kept
}

// The newest list of all, and what came since. A list that can't be read is no loss here: its objects are kept anew.
async function newestKept({ folder, keys }: ObjectBackup): Promise<Map<string, Kept>> {
  const ids = readManifestIds(folder)
  const kept = new Map<string, Kept>()
  for (const id of ids.slice(
    Math.max(
      0,
      ids.findLastIndex(one => one.endsWith('-all')),
    ),
  )) {
    for (const entry of await listed(folder, id, keys)) {
      if (existsSync(places.blob(folder, entry.blob))) kept.set(keyOf(entry), entry)
    }
  }
  return kept
}

async function listed(folder: string, id: string, keys: DayKeys): Promise<Kept[]> {
  const list: Kept[] = []
  try {
    for await (const entry of readManifest(folder, id, keys)) list.push(entry)
    return list
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof KeyDestroyed) return []
    throw error
  }
}

/** Removes the sealed bytes that no list names any more. Gives how many. */
export async function removeUnlisted(folder: string, keys: DayKeys): Promise<number> {
  const named = new Set<string>()
  for (const id of readManifestIds(folder))
    for (const { blob } of await listed(folder, id, keys)) named.add(blob)
  let removed = 0
  for (const prefix of namesIn(join(folder, 'blobs'))) {
    for (const name of namesIn(join(folder, 'blobs', prefix))) {
      const blob = name.replace(/\.sealed$/, '')
      if (name.endsWith('.sealed') && named.has(blob)) continue
      await rm(join(folder, 'blobs', prefix, name), { force: true })
      removed += 1
    }
  }
  return removed
}

/** What a restore of objects came to. */
export interface RestoredObjects {
  there: number
  restored: number
  damaged: number
}

/**
 * Puts back the objects that these lists name and that are not there. An object that can't be read any more is counted,
 * and holds nothing else up.
 */
export async function restoreObjects(
  folder: string,
  keys: DayKeys,
  ids: string[],
  objects: ObjectStore,
  tell: (done: number) => void,
): Promise<RestoredObjects> {
  const outcome: RestoredObjects = { there: 0, restored: 0, damaged: 0 }
  const seen = new Set<string>()
  for (const id of ids) {
    for await (const kept of readManifest(folder, id, keys)) {
      if (seen.has(keyOf(kept))) continue
      seen.add(keyOf(kept))
      outcome[await restoreObject(folder, kept, objects)] += 1
      tell(seen.size)
    }
  }
  return outcome
}

async function restoreObject(
  folder: string,
  kept: Kept,
  objects: ObjectStore,
): Promise<keyof RestoredObjects> {
  if (await objects.has(kept.workspaceId, kept.sha)) return 'there'
  try {
    const pieces: Buffer[] = []
    const key = Buffer.from(kept.key, 'hex')
    for await (const piece of readSealed(places.blob(folder, kept.blob), `blobs/${kept.blob}`, () => key)) {
      pieces.push(piece)
    }
    const sha = await objects.put(kept.workspaceId, Buffer.concat(pieces))
    if (sha === kept.sha) return 'restored'
    await objects.remove(kept.workspaceId, sha)
    return 'damaged'
  } catch {
    return 'damaged'
  }
}
