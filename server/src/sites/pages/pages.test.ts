import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { keepFile, makeCollection, makeRecord } from '../../records/index.ts'
import { packZip } from '../files/pack.ts'
import { makeSite, publishSite, uploadSite } from '../index.ts'
import { notices } from './notices.ts'
import { Shelf } from './shelf.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const ask = (path: string, headers: Record<string, string> = {}, host = 'bakery.localhost') =>
  world.raw({ host, path, headers })

describe('a page that Helder adds', () => {
  it('stands in the layout of the site, in a language that it speaks, and in no cache', async () => {
    for (const name of ['account', 'link', 'privacy', 'request']) {
      const page = await ask(`/_helder/${name}`, { 'accept-language': 'en' })
      expect(page.status).toBe(200)
      expect(page.text).toContain('<html lang="en">')
      expect(page.text).toContain('<header><a href="/">De Kruimel</a></header>')
      expect(page.text).toContain(
        `<main><helder-${name}></helder-${name}><script type="module" src="/_helder/visitor/${name}.js"></script></main>`,
      )
      expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    }
    expect((await ask('/_helder/privacy', { 'accept-language': 'fr' })).text).toContain('<html lang="nl">')
  })

  it('stands in a plain layout where the site has none, or is not live yet', async () => {
    const ctx = world.ctx(world.bakery.workspaceId)
    const siteId = await makeSite(ctx, {
      name: 'Kale <site>',
      slug: 'kaal',
      languages: ['de'],
      starter: null,
    })
    const plain = () => ask('/_helder/privacy', {}, 'kaal.localhost')
    expect((await plain()).text).toContain('<html lang="de">')
    await uploadSite(ctx, siteId, packZip([{ path: 'index.html', bytes: Buffer.from('x') }]))
    await publishSite(ctx, siteId, { note: '', code: true, definitions: true, records: [] })
    await world.work()
    expect((await plain()).text).toContain('<a href="/">Kale &lt;site&gt;</a></p><helder-privacy>')
  })

  it('is one of four, on the host of a site', async () => {
    expect((await ask('/_helder/admin')).status).toBe(422)
    expect((await ask('/_helder/privacy', {}, 'studio.localhost')).status).toBe(404)
    expect((await ask('/_helder/privacy', {}, 'nobody.localhost')).status).toBe(404)
  })
})

describe('a script of Helder', () => {
  it('comes packed, and not again to who has it', async () => {
    const script = await ask('/_helder/visitor/form.js', { 'accept-encoding': 'br' })
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=600',
    })
    const source = brotliDecompressSync(script.body).toString()
    expect(source).toContain('helder-form')
    const again = await ask('/_helder/visitor/form.js', { 'if-none-match': script.headers.etag ?? '' })
    expect([again.status, again.body.byteLength]).toEqual([304, 0])
    const part = /\.\/(part\.[A-Z0-9]+\.js)/.exec(source)?.[1]
    expect((await ask(`/_helder/visitor/${part}`)).headers['cache-control']).toContain('immutable')
  })

  it('is one that is there, and nothing else of the disk', async () => {
    for (const path of [
      'none.js',
      '..%2Fserver%2Fmain.mjs',
      'form.js.map',
      '%2e%2e%2f%2e%2e%2fpackage.json',
      '.js',
    ])
      expect([404, 422], path).toContain((await ask(`/_helder/visitor/${path}`)).status)
  })
})

describe('a file in a record', () => {
  it('is public when a page shows it and not otherwise, and is never a page itself', async () => {
    const ctx = world.ctx(world.bakery.workspaceId)
    const siteId = await makeSite(ctx, { name: 'Stukken', slug: 'stukken', languages: ['nl'], starter: null })
    const privacy = { personal: false as const }
    const collectionId = await makeCollection(ctx, {
      siteId,
      kind: 'content',
      key: 'papers',
      name: { nl: 'Stukken' },
      fields: [
        { key: 'title', type: 'text', label: { nl: 'Titel' }, privacy },
        { key: 'shown', type: 'file', label: { nl: 'Te zien' }, privacy },
        { key: 'hidden', type: 'file', label: { nl: 'Niet te zien' }, privacy },
      ],
      privacy: null,
      settings: {},
    })
    const html = Buffer.from('<script>alert(document.cookie)</script>')
    const shown = await keepFile(ctx, 'évil page.html', html)
    const hidden = await keepFile(ctx, 'hidden.txt', Buffer.from('not for visitors'))
    const recordId = await makeRecord(ctx, collectionId, { title: 'x', shown, hidden })
    const template =
      '{% for p in collections.papers %}<a href="{{ p.shown.url }}">{{ p.hidden.name }}</a>{% endfor %}'
    await uploadSite(ctx, siteId, packZip([{ path: 'pages/index.liquid', bytes: Buffer.from(template) }]))
    await publishSite(ctx, siteId, { note: '', code: true, definitions: true, records: [recordId] })
    await world.work()
    const page = await ask('/', {}, 'stukken.localhost')
    const address = /href="([^"]+)"/.exec(page.text)?.[1] ?? ''
    expect(address).toMatch(new RegExp(`^/media/${shown.object}/`))
    const file = await ask(address, {}, 'stukken.localhost')
    expect([file.status, file.body.equals(html)]).toEqual([200, true])
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect((await ask(`/media/${hidden.object}/hidden.txt`, {}, 'stukken.localhost')).status).toBe(404)
  })
})

describe('a notice', () => {
  it('says the same in both languages, each told to be that', () => {
    for (const html of Object.values(notices)) {
      expect(html).toContain('<section lang="nl"><h1>')
      expect(html).toContain('<section lang="en"><h2>')
      expect(html).toContain('<meta name="robots" content="noindex">')
    }
  })
})

describe('what is kept at hand', () => {
  const bytes = (size: number) => {
    const form = { body: Buffer.alloc(size), etag: '', headers: {} }
    return { type: 'text/plain', plain: form }
  }

  it('makes room by what nobody asked for since', () => {
    const shelf = new Shelf(10_000)
    const asked = shelf.put(bytes(3000), 200)
    asked.used = true
    const forgotten = shelf.put(bytes(3000), 200)
    const newest = shelf.put(bytes(3000), 200)
    expect(asked.bytes).toBeDefined()
    expect(forgotten.bytes).toBeUndefined()
    expect(newest.bytes).toBeDefined()
    expect(shelf.sizeBytes).toBe(8000)
  })

  it('never grows beyond its limit, whatever comes', () => {
    const shelf = new Shelf(100_000)
    for (let i = 0; i < 5000; i++) {
      const ready = shelf.put(bytes((i * 7919) % 20_000), 200)
      ready.used = i % 3 === 0
      expect(shelf.sizeBytes).toBeLessThanOrEqual(121_000)
    }
  })
})
