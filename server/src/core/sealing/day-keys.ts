import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** The keys under which backups are sealed: one for each day (UTC), so that a day of backups ends with its key. */
export interface DayKeys {
  /** The key of a day, made when it is first asked for. */
  make(day: string): Buffer
  /** The key of a day, or null once it is destroyed or never was. */
  find(day: string): Buffer | null
  /** The days of which a key is left, oldest first. */
  days(): string[]
  /** Destroys the key of a day: what was sealed with it can't be read by anyone any more. */
  destroy(day: string): void
}

/** The day of a moment, as keys are named. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/** Opens the keys of days, in a folder of their own within that of all keys. */
export function openDayKeys(keysFolder: string): DayKeys {
  const folder = join(keysFolder, 'backups')
  const file = (day: string) => join(folder, `${day}.key`)
  const find = (day: string): Buffer | null => {
    if (!existsSync(file(day))) return null
    const key = Buffer.from(readFileSync(file(day), 'utf8').trim(), 'hex')
    if (key.length !== 32) throw new Error(`the key of ${day} is damaged: 64 hex digits are expected`)
    return key
  }
  return {
    find,
    make(day) {
      if (!existsSync(file(day))) writeKey(folder, file(day))
      const key = find(day)
      if (key === null) throw new Error(`the key of ${day} could not be made`)
      return key
    },
    days: () =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter(name => /^\d{4}-\d\d-\d\d\.key$/.test(name))
            .map(name => name.slice(0, 10))
            .sort()
        : [],
    destroy(day) {
      if (!existsSync(file(day))) return
      overwrite(file(day))
      rmSync(file(day))
      syncFolder(folder)
    },
  }
}

// Two programs may ask for the first key of a day at once: the one that comes first wins, and both read that.
function writeKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.part`
  writeFileSync(temporary, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(temporary, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(temporary)
  }
  syncFolder(folder)
}

// Not every disk forgets what it is told to overwrite, but none should be asked to keep it.
function overwrite(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, randomBytes(statSync(file).size), 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
