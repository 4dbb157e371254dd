import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import type { Ctx } from '../ctx.ts'
import { newId, sha256 } from '../ids.ts'
import {
  findObject,
  keepObject,
  keepObjects,
  releaseObjects,
  sweepObjects,
  sweepStrays,
  useEach,
  useObject,
} from './objects.ts'
import { folderStore } from './store.ts'

let world: World
let bakery: Ctx
let school: Ctx
beforeAll(async () => {
  world = await openWorld()
  bakery = world.ctx(world.bakery.workspaceId)
  school = world.ctx(world.school.workspaceId)
})
afterAll(() => world?.close())

const later = (ctx: Ctx, hours: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + hours * 3_600_000),
})

// A ctx whose transactions have the moved time as well.
function at(ctx: Ctx, hours: number): Ctx {
  const moved = later(ctx, hours)
  return {
    ...moved,
    write: work => ctx.write(tx => work({ ...tx, now: moved.now })),
    read: work => ctx.read(tx => work({ ...tx, now: moved.now })),
  }
}

describe('objects', () => {
  it('are kept once by what they are, apart per workspace', async () => {
    const bytes = Buffer.from('hetzelfde')
    const sha = await keepObject(bakery, bytes)
    expect(sha).toBe(sha256(bytes))
    expect(await keepObject(bakery, bytes)).toBe(sha)
    expect(await bakery.read(tx => findObject(tx, sha))).toEqual({ sizeBytes: 9 })
    expect(await school.read(tx => findObject(tx, sha))).toBeNull()
    expect(await world.services.objects.has(world.school.workspaceId, sha)).toBe(false)
  })

  it('are kept many at once, and missed when their bytes are gone', async () => {
    const { objects } = world.services
    const put = (text: string) => objects.put(bakery.workspaceId, Buffer.from(text))
    const shas = await Promise.all(['een', 'twee', 'drie'].map(put))
    await keepObjects(
      bakery,
      [...shas, ...shas].map(sha => ({ sha, sizeBytes: 4 })),
    )
    const [first = '', second = ''] = shas
    await bakery.write(tx => useEach(tx, 'test.owner', [{ sha: first, ownerId: newId() }]))
    await sweepObjects(at(bakery, 48), 24 * 60)
    expect(await objects.has(bakery.workspaceId, first)).toBe(true)
    expect(await objects.has(bakery.workspaceId, second)).toBe(false)
    await expect(keepObjects(bakery, [{ sha: second, sizeBytes: 4 }])).rejects.toThrow('Try again')
  })

  it('stay as long as something needs them, and go a day after nothing does', async () => {
    const owner = { kind: 'test.owner', id: newId() }
    const sha = await keepObject(bakery, Buffer.from('nodig'), owner)
    await sweepObjects(at(bakery, 48), 24 * 60)
    expect(await world.services.objects.has(bakery.workspaceId, sha)).toBe(true)
    await bakery.write(tx => releaseObjects(tx, owner.kind, [owner.id]))
    await sweepObjects(at(bakery, 1), 24 * 60)
    expect(await world.services.objects.has(bakery.workspaceId, sha)).toBe(true)
    await sweepObjects(at(bakery, 48), 24 * 60)
    expect(await world.services.objects.has(bakery.workspaceId, sha)).toBe(false)
    expect(await bakery.read(tx => findObject(tx, sha))).toBeNull()
  })

  it('survive a sweep that runs while they are kept again', async () => {
    for (let round = 0; round < 20; round++) {
      const bytes = Buffer.from(`ronde ${round}`)
      const sha = await keepObject(bakery, bytes)
      const owner = { kind: 'test.race', id: newId() }
      await Promise.all([sweepObjects(at(bakery, 48), 24 * 60), keepObject(bakery, bytes, owner)])
      expect(await world.services.objects.has(bakery.workspaceId, sha)).toBe(true)
      expect(await bakery.read(tx => findObject(tx, sha))).not.toBeNull()
    }
  })

  it('that a crash left without a row are swept after a day, and not before', async () => {
    const sha = await world.services.objects.put(bakery.workspaceId, Buffer.from('zwerver'))
    expect(await sweepStrays(bakery)).toBe(0)
    expect(await sweepStrays(at(bakery, 25))).toBe(1)
    expect(await world.services.objects.has(bakery.workspaceId, sha)).toBe(false)
  })

  it('can not be needed where they are not there', async () => {
    const attempt = school.write(tx =>
      useObject(tx, sha256('hetzelfde'), { kind: 'test.owner', id: newId() }),
    )
    await expect(attempt).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('the folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'helder-objects-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('gives back what was put, whole and in part', async () => {
    const store = folderStore(folder)
    const sha = await store.put('w', Buffer.from('0123456789'))
    expect((await store.get('w', sha)).toString()).toBe('0123456789')
    const chunks: Buffer[] = []
    for await (const chunk of store.stream('w', sha, { start: 2, end: 4 })) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe('234')
  })
})
