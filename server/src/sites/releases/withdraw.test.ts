import { text } from '@helder/words'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import type { FoundItem } from '../../core/personal-data.ts'
import * as rows from '../../records/rows/schema.ts'
import { personalData } from '../personal-data.ts'
import { makeLive, publishSite, withdrawShowing } from './actions.ts'
import { buildJob } from './build.ts'
import * as schema from './schema.ts'
import { findRelease } from './store.ts'

let world: World
let siteId: string
beforeAll(async () => {
  world = await openWorld()
  siteId = world.bakery.ids.siteId ?? ''
})
afterAll(() => world?.close())

const ctx = () => world.ctx(world.bakery.workspaceId)
const visit = (path: string, host = 'bakery.localhost') => world.raw({ host, path })
const editor = () => world.as('bakeryEditor')

async function publish(records: string[] = []): Promise<string> {
  const choice = { note: '', code: true, definitions: true, records }
  const releaseId = await publishSite(ctx(), siteId, choice)
  await world.work()
  return releaseId
}

async function newArticle(title: string): Promise<string> {
  const params = { collectionId: world.bakery.ids.collectionId ?? '' }
  return (await editor().call(rows.makeRecord, { params, body: { values: { title } } })).recordId
}

// What the records slice does when a person is erased: the record is gone before copies are looked for.
async function eraseRecord(recordId: string): Promise<void> {
  await ctx().write(async tx => {
    await tx.db.deleteFrom('records.records').where('record_id', '=', recordId).execute()
  })
}

/** How many of the workspace's objects have these words in them. */
async function objectsWith(words: string): Promise<number> {
  const { objects } = world.services
  let count = 0
  for await (const { sha } of objects.list(world.bakery.workspaceId)) {
    if ((await objects.get(world.bakery.workspaceId, sha)).includes(words)) count += 1
  }
  return count
}

const item = (id: string): FoundItem => ({
  store: 'records.records:articles',
  id,
  about: text('x', 'x'),
  purpose: text('x', 'x'),
  facts: [],
  objects: [],
  fate: { does: 'delete' },
})

describe('a release that shows somebody who is erased', () => {
  it('is gone at once, with its bytes, and the site is made anew without them', async () => {
    const without = await publish()
    const recordId = await newArticle('Wilma Wissen bakt')
    const shown = await publish([recordId])
    await publish()
    expect((await visit('/')).text).toContain('Wilma Wissen bakt')
    expect((await visit('/nieuws/wilma-wissen-bakt')).status).toBe(200)
    expect(await objectsWith('Wilma Wissen')).toBeGreaterThan(2)

    await eraseRecord(recordId)
    for (const derived of personalData.derived ?? []) await derived.forget(ctx(), [item(recordId)])
    await world.heard()

    expect([(await visit('/')).status, (await visit('/nieuws/wilma-wissen-bakt')).status]).toEqual([404, 404])
    expect(await objectsWith('Wilma Wissen')).toBe(0)
    expect(await objectsWith('wilma-wissen')).toBe(0)
    const release = await editor().call(schema.getRelease, { params: { siteId, releaseId: shown } })
    expect(release.state).toBe('withdrawn')
    const back = makeLive(ctx(), siteId, shown)
    await expect(back).rejects.toMatchObject({ kind: 'conflict' })

    await world.work()
    const home = await visit('/')
    expect([home.status, home.text.includes('Het eerste brood'), home.text.includes('Wilma')]).toEqual([
      200,
      true,
      false,
    ])
    await makeLive(ctx(), siteId, without)
    await world.heard()
    expect((await visit('/')).status).toBe(200)
    expect((await visit('/', 'school.localhost')).status).toBe(200)
  })

  it('never comes to be when it was still being built, and what was to be published still is', async () => {
    const recordId = await newArticle('Bert Bouwt')
    const releaseId = await publishSite(ctx(), siteId, {
      note: '',
      code: true,
      definitions: true,
      records: [recordId],
    })
    await eraseRecord(recordId)
    expect(await withdrawShowing(ctx(), [recordId])).toBe(1)
    await buildJob.start(ctx(), { releaseId })
    expect((await ctx().read(tx => findRelease(tx, releaseId)))?.manifestSha).toBeNull()
    await world.work()
    const [latest] = await editor().call(schema.listReleases, { params: { siteId }, query: {} })
    expect(latest).toMatchObject({ state: 'ready', live: true })
    expect((await visit('/')).text).not.toContain('Bert')
  })

  it('is nothing to what shows nobody', async () => {
    expect(await withdrawShowing(ctx(), [world.school.ids.recordId ?? ''])).toBe(0)
    expect(await withdrawShowing(ctx(), [])).toBe(0)
  })
})

describe('building', () => {
  it('twice changes nothing', async () => {
    const releaseId = await publish()
    const before = await ctx().read(tx => findRelease(tx, releaseId))
    await buildJob.start(ctx(), { releaseId })
    expect(await ctx().read(tx => findRelease(tx, releaseId))).toEqual(before)
  })

  it('late does not take the place of what was published after it', async () => {
    const choice = { note: '', code: true, definitions: true, records: [] }
    const early = await publishSite(ctx(), siteId, choice)
    const late = await publishSite(ctx(), siteId, choice)
    await buildJob.start(ctx(), { releaseId: late })
    await buildJob.start(ctx(), { releaseId: early })
    const list = await editor().call(schema.listReleases, { params: { siteId }, query: { limit: 2 } })
    expect(list.map(({ releaseId, live, state }) => [releaseId, live, state])).toEqual([
      [late, true, 'ready'],
      [early, false, 'ready'],
    ])
    await world.work()
  })

  it('of a site that was removed meanwhile ends quietly', async () => {
    await buildJob.start(ctx(), { releaseId: '018f0000-0000-7000-8000-000000000000' })
  })
})
