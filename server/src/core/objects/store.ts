import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { newId, sha256 } from '../ids.ts'

/** An object as it lies in the store. */
export interface KeptObject {
  sha: string
  sizeBytes: number
  keptAt: Date
}

/** The port behind which bytes lie: content-addressed, per workspace. */
export interface ObjectStore {
  /** Keeps bytes and gives their SHA-256, which is also their name. Keeping the same bytes twice changes nothing. */
  put(workspaceId: string, bytes: Uint8Array): Promise<string>
  get(workspaceId: string, sha: string): Promise<Buffer>
  /** A stream of a part of an object; `end` is the last byte, as in a Range header. */
  stream(workspaceId: string, sha: string, range?: { start: number; end: number }): Readable
  has(workspaceId: string, sha: string): Promise<boolean>
  remove(workspaceId: string, sha: string): Promise<void>
  /** All objects of a workspace, how large each is, and when it was last put. */
  list(workspaceId: string): AsyncIterable<KeptObject>
}

/** A store in a folder: `<folder>/<workspace>/<first two digits>/<sha256>`. */
export function folderStore(folder: string): ObjectStore {
  const place = (workspaceId: string, sha: string) => join(folder, workspaceId, sha.slice(0, 2), sha)
  return {
    async put(workspaceId, bytes) {
      const sha = sha256(bytes)
      const path = place(workspaceId, sha)
      // Put again, an object is young again, and safe from the sweep of strays.
      await utimes(path, new Date(), new Date()).catch(() => writeWhole(path, bytes))
      return sha
    },
    get: (workspaceId, sha) => readFile(place(workspaceId, sha)),
    stream: (workspaceId, sha, range) => createReadStream(place(workspaceId, sha), range),
    has: (workspaceId, sha) => exists(place(workspaceId, sha)),
    remove: (workspaceId, sha) => rm(place(workspaceId, sha), { force: true }),
    list: workspaceId => listFolder(join(folder, workspaceId)),
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

// An object is there whole or not at all: a killed server must not leave half of one under its name.
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${newId()}.part`
  await writeFile(temporary, bytes, { flush: true, mode: 0o600 })
  await rename(temporary, path)
}

async function* listFolder(folder: string): AsyncIterable<KeptObject> {
  for (const prefix of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, prefix))) {
      if (name.endsWith('.part')) continue
      const { size, mtime } = await stat(join(folder, prefix, name))
      yield { sha: name, sizeBytes: size, keptAt: mtime }
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
