// The program that PostgreSQL calls for each piece of its log: `archive` compresses, seals and keeps it, `restore`
// gives it back. On its own, so that it starts fast: it is called every minute, and thousands of times in a restore.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { dayOf, openDayKeys } from '../sealing/day-keys.ts'
import { readSealed, writeSealed } from '../sealing/sealing.ts'

// To a restore, an exit above 125 is a failure that ends it, and 1 means that there is no such piece; to the archive
// both mean that it is to be tried again.
const failed = { archive: 1, restore: 200 }
const notThere = 1

const [, , action, keysFolder = '', backupsFolder = '', path = '', name = '', besides = ''] = process.argv
const file = join(backupsFolder, 'wal', `${name}.sealed`)
const keys = openDayKeys(keysFolder)

async function archive(): Promise<number> {
  if (existsSync(file))
    return (await sameAsArchived()) ? 0 : refuse(`${name} is in the archive already, and another`)
  const day = dayOf(new Date())
  await writeSealed(file, `wal/${name}`, { id: day, key: keys.make(day) }, createReadStream(path))
  return 0
}

// After a crash PostgreSQL may hand over the same piece again.
async function sameAsArchived(): Promise<boolean> {
  const [archived, given] = [createHash('sha256'), createHash('sha256')]
  for await (const piece of readSealed(file, `wal/${name}`, keys.find)) archived.update(piece)
  for await (const piece of createReadStream(path)) given.update(piece)
  return archived.digest('hex') === given.digest('hex')
}

async function restore(): Promise<number> {
  if (existsSync(file)) {
    await pipeline(readSealed(file, `wal/${name}`, keys.find), createWriteStream(path, { flush: true }))
    return 0
  }
  const beside = join(besides, name)
  if (besides === '' || !existsSync(beside)) return notThere
  await copyFile(beside, path)
  return 0
}

function refuse(why: string): number {
  process.stderr.write(`archive-wal: ${why}\n`)
  return action === 'restore' ? failed.restore : failed.archive
}

try {
  process.exitCode = action === 'archive' ? await archive() : await restore()
} catch (error) {
  process.exitCode = refuse(error instanceof Error ? error.message : String(error))
}
