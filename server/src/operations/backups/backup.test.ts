import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Config, readConfig } from '../../core/config.ts'
import { openDayKeys } from '../../core/sealing/day-keys.ts'
import { KeyDestroyed, readSealed, writeSealed } from '../../core/sealing/sealing.ts'
import { expireBackups } from './backup.ts'
import { places, replacedFolder } from './places.ts'

let config: Config
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'helder-expiry-'))
  config = readConfig({ HELDER_DATA: folder, HELDER_BACKUP_DAYS: '14' })
})
afterEach(() => rmSync(config.dataFolder, { recursive: true, force: true }))

const old = '2026-11-01'
const young = '2026-11-08'

/** Everything that a day leaves behind, sealed with its key. */
async function makeDay(day: string): Promise<string[]> {
  const key = { id: day, key: openDayKeys(config.keysFolder).make(day) }
  const { backupsFolder } = config
  const id = `${day.replaceAll('-', '')}T013000Z`
  const files = [
    [join(places.wal(backupsFolder), `${day}.sealed`), `wal/${day}`],
    [places.manifest(backupsFolder, `${id}-all`), `objects/${id}-all`],
    [places.cluster(backupsFolder, id), `base/${id}/cluster`],
  ] as const
  for (const [file, name] of files) await writeSealed(file, name, key, [Buffer.from('about people')])
  writeFileSync(places.facts(backupsFolder, id), '{}')
  return files.map(([file]) => file)
}

const read = async (file: string, name: string): Promise<string> => {
  const pieces: Buffer[] = []
  for await (const piece of readSealed(file, name, openDayKeys(config.keysFolder).find)) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

it('what is past its term goes with its key, a copy elsewhere can be read by nobody, and the rest stays', async () => {
  const [wal = '', ...others] = await makeDay(old)
  const kept = await makeDay(young)
  const copy = join(config.dataFolder, 'copied-elsewhere')
  copyFileSync(wal, copy)
  expect(await read(copy, `wal/${old}`)).toBe('about people')

  // The last moment of the fourteenth day after it, and the first after that.
  await expireBackups(config, new Date('2026-11-15T23:59:59Z'))
  expect([wal, ...others].every(existsSync)).toBe(true)
  await expireBackups(config, new Date('2026-11-16T00:00:00Z'))
  expect([wal, ...others].some(existsSync)).toBe(false)
  expect(openDayKeys(config.keysFolder).days()).toEqual([young])
  await expect(read(copy, `wal/${old}`)).rejects.toThrow(KeyDestroyed)
  expect(kept.every(existsSync)).toBe(true)
})

it('a database that a restore put aside lives no longer than a backup', async () => {
  const cluster = join(config.dataFolder, 'postgres')
  const now = new Date('2026-11-22T10:00:00Z')
  const [gone, stays] = [
    replacedFolder(cluster, new Date('2026-11-08T09:59:59Z')),
    replacedFolder(cluster, new Date('2026-11-08T10:00:01Z')),
  ]
  for (const folder of [cluster, gone, stays]) mkdirSync(folder)
  await expireBackups(config, now)
  expect([cluster, gone, stays].map(existsSync)).toEqual([true, false, true])
})
