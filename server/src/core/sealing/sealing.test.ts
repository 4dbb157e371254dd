import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDayKeys } from './day-keys.ts'
import { DamagedFile, KeyDestroyed, readSealed, sealed, unsealed, writeSealed } from './sealing.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'helder-sealing-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const key = { id: '2026-11-22', key: randomBytes(32) }
const find = (id: string) => (id === key.id ? key.key : null)

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

const seal = (bytes: Buffer, name = 'a', size = 10_000) => collect(sealed(pieces(bytes, size), name, key))
const unseal = (bytes: Buffer, name = 'a', size = 7_777) => collect(unsealed(pieces(bytes, size), name, find))

describe('what is sealed', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('opens again: %d bytes', async length => {
    const bytes = randomBytes(length)
    expect((await unseal(await seal(bytes))).equals(bytes)).toBe(true)
  })

  it('says nothing of what is in it, and is another each time', async () => {
    const bytes = Buffer.from('jan@visitor.example '.repeat(100))
    const [one, other] = [await seal(bytes), await seal(bytes)]
    expect(one.includes('visitor')).toBe(false)
    expect(one.equals(other)).toBe(false)
  })

  it('does not open when a byte of it is changed, wherever that is', async () => {
    const whole = await seal(randomBytes(140_000))
    for (const at of [0, 7, 9, 20, 40, 70_000, whole.length - 1]) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 1
      await expect(unseal(changed)).rejects.toThrow()
    }
  })

  it('does not open when it is cut short, lengthened, or has chunks in another order', async () => {
    const whole = await seal(randomBytes(200_000))
    const chunk = 65_536 + 16 + 5
    const head = whole.length - 3 * chunk - (200_000 - 3 * 65_536 + 16 + 5)
    const swapped = Buffer.concat([
      whole.subarray(0, head),
      whole.subarray(head + chunk, head + 2 * chunk),
      whole.subarray(head, head + chunk),
      whole.subarray(head + 2 * chunk),
    ])
    expect(swapped.length).toBe(whole.length)
    for (const bad of [
      whole.subarray(0, head + chunk),
      whole.subarray(0, 10),
      Buffer.concat([whole, whole]),
      swapped,
    ]) {
      await expect(unseal(bad)).rejects.toBeInstanceOf(DamagedFile)
    }
  })

  it('does not open under another name, so that no file can be put in the place of another', async () => {
    await expect(unseal(await seal(Buffer.from('x'), 'wal/1'), 'wal/2')).rejects.toBeInstanceOf(DamagedFile)
  })

  it('can be read by nobody once the key of its day is destroyed', async () => {
    const keys = openDayKeys(folder)
    const file = join(folder, 'backup')
    const named = { id: '2026-11-22', key: keys.make('2026-11-22') }
    await writeSealed(file, 'backup', named, [Buffer.from('goed bewaard')])
    expect((await collect(readSealed(file, 'backup', keys.find))).toString()).toBe('goed bewaard')
    expect(keys.days()).toEqual(['2026-11-22'])
    keys.destroy('2026-11-22')
    expect(keys.days()).toEqual([])
    await expect(collect(readSealed(file, 'backup', keys.find))).rejects.toBeInstanceOf(KeyDestroyed)
    keys.make('2026-11-22')
    await expect(collect(readSealed(file, 'backup', keys.find))).rejects.toBeInstanceOf(DamagedFile)
  })

  it('is written whole or not at all', async () => {
    const file = join(folder, 'backup')
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('half')
      throw new Error('the disk is full')
    }
    await expect(writeSealed(file, 'backup', key, broken())).rejects.toThrow('the disk is full')
    expect(() => readFileSync(file)).toThrow()
    writeFileSync(file, 'no sealed file at all')
    await expect(collect(readSealed(file, 'backup', find))).rejects.toBeInstanceOf(DamagedFile)
  })
})
