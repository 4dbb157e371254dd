import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The keys of this installation: files in a folder of their own, outside the database and its backups. */
export interface Keys {
  /** The key of a name, 32 bytes; made when it is first asked for. */
  get(name: string): Buffer
  /** A keyed hash: the same value gives the same hash here, and nobody without the key can try values. */
  hmac(name: string, value: string): string
}

/** Opens the folder of keys. */
export function openKeys(folder: string): Keys {
  const known = new Map<string, Buffer>()
  const get = (name: string): Buffer => {
    const key = known.get(name) ?? readOrMake(folder, name)
    known.set(name, key)
    return key
  }
  return { get, hmac: (name, value) => createHmac('sha256', get(name)).update(value).digest('hex') }
}

function readOrMake(folder: string, name: string): Buffer {
  const file = join(folder, `${name}.key`)
  if (!existsSync(file)) writeKey(folder, file)
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error(`the key ${name} is damaged: 64 hex digits are expected`)
  return key
}

// Written whole or not at all: half a key would make everything under it unreadable.
function writeKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.part`
  writeFileSync(temporary, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  renameSync(temporary, file)
}
