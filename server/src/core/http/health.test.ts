import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import * as files from '../../sites/files/schema.ts'
import * as previews from '../../sites/previews/schema.ts'

let world: World
let siteId: string
beforeAll(async () => {
  world = await openWorld()
  siteId = world.bakery.ids.siteId ?? ''
})
afterAll(() => world?.close())

const ask = (host: string, path: string) => world.raw({ host, path })
const served = async (domain: string) =>
  (await ask('127.0.0.1', `/health/host?domain=${encodeURIComponent(domain)}`)).status

describe('the health of Helder', () => {
  it('is told to whoever asks, by the studio’s name or by an address', async () => {
    for (const host of ['studio.localhost', '127.0.0.1', '10.0.0.7', 'balancer.internal']) {
      const answer = await ask(host, '/health')
      expect([answer.status, answer.text]).toEqual([200, '{"ok":true}'])
    }
    expect((await ask('127.0.0.1', '/health/other')).status).toBe(404)
    expect((await ask('127.0.0.1', '/healthy')).status).toBe(404)
  })

  it('takes nothing from a site that has a page of that name', async () => {
    await world.as('bakeryDeveloper').call(files.writeFile, {
      params: { siteId, '*': 'pages/health.liquid' },
      query: {},
      upload: Buffer.from('Gezond brood'),
    })
    const opened = await world.as('bakeryEditor').call(previews.openPreview, { params: { siteId } })
    expect((await ask(new URL(opened.origin).hostname, '/health')).text).toContain('Gezond brood')
  })
})

describe('the names that are served here', () => {
  it('are the studio’s, those of sites and those of previews, in whatever case', async () => {
    const opened = await world.as('bakeryEditor').call(previews.openPreview, { params: { siteId } })
    const preview = new URL(opened.origin).hostname
    for (const domain of ['studio.localhost', 'Bakery.localhost', 'school.localhost', preview]) {
      expect(await served(domain)).toBe(200)
    }
  })

  it('are no others: nobody makes a proxy ask for certificates of theirs', async () => {
    const never = `preview--${'a'.repeat(32)}.localhost`
    for (const domain of ['', 'nobody.localhost', 'evil.example', '127.0.0.1', never, 'a.bakery.localhost']) {
      expect(await served(domain)).toBe(404)
    }
    expect((await ask('127.0.0.1', '/health/host')).status).toBe(404)
    expect((await ask('127.0.0.1', '/health/host?domain=a&domain=bakery.localhost')).status).toBe(404)
  })
})
