import { brotliDecompressSync } from 'node:zlib'
import { Problem } from '@helder/client'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteFiles } from '../../../test/support/settlers.ts'
import { openWorld, type World } from '../../../test/support/world.ts'
import { changeCollection, getCollection } from '../records/collections/schema.ts'
import * as rows from '../records/rows/schema.ts'
import { packZip } from './files/pack.ts'
import * as files from './files/schema.ts'
import { pruneJob } from './releases/actions.ts'
import * as releases from './releases/schema.ts'
import { findRelease } from './releases/store.ts'
import * as sites from './sites/schema.ts'

let world: World
let siteId: string
beforeAll(async () => {
  world = await openWorld()
  siteId = world.bakery.ids.siteId ?? ''
})
afterAll(() => world?.close())

async function refused(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.catch(error => error)
  if (!(outcome instanceof Problem)) throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  return outcome
}

const developer = () => world.as('bakeryDeveloper')
const editor = () => world.as('bakeryEditor')

async function save(path: string, text: string | Buffer, base?: number) {
  return developer().call(files.writeFile, {
    params: { siteId, '*': path },
    query: base === undefined ? {} : { base },
    upload: Buffer.from(text),
  })
}

async function publish(body: Record<string, unknown> = {}, site = siteId) {
  const { releaseId } = await developer().call(releases.publishSite, { params: { siteId: site }, body })
  await world.work()
  return developer().call(releases.getRelease, { params: { siteId: site, releaseId } })
}

const visit = (path: string, headers: Record<string, string> = {}, host = 'bakery.localhost') =>
  world.raw({ host, path, headers })

describe('a website', () => {
  it('is listed with its address and what is live', async () => {
    const [site] = await editor().call(sites.listSites, {})
    expect(site).toMatchObject({
      name: 'De Kruimel',
      slug: 'bakery',
      languages: ['nl', 'en'],
      address: `http://bakery.localhost:${world.port}`,
      live: { number: 1 },
    })
  })

  it('is made, renamed, moved to another address and removed, with all that is in it', async () => {
    const { siteId: made } = await developer().call(sites.makeSite, {
      body: { name: 'Proef', slug: 'proef' },
    })
    await developer().call(files.uploadSite, {
      params: { siteId: made },
      upload: packZip([{ path: 'index.html', bytes: Buffer.from('<h1>Proef</h1>') }]),
    })
    expect((await visit('/', {}, 'proef.localhost')).status).toBe(404)
    expect((await publish({}, made)).state).toBe('ready')
    expect((await visit('/', {}, 'proef.localhost')).text).toBe('<h1>Proef</h1>')

    await developer().call(sites.changeSite, {
      params: { siteId: made },
      body: { slug: 'test', name: 'Test' },
    })
    await world.work()
    expect((await visit('/', {}, 'test.localhost')).text).toBe('<h1>Proef</h1>')
    expect((await visit('/', {}, 'proef.localhost')).text).toContain('Hier staat geen website')

    const manager = world.as('bakeryManager')
    const wrong = manager.call(sites.removeSite, { params: { siteId: made }, query: { slug: 'proef' } })
    expect((await refused(wrong)).fields).toEqual({ slug: 'Type test to confirm.' })
    await manager.call(sites.removeSite, { params: { siteId: made }, query: { slug: 'test' } })
    await world.heard()
    expect((await visit('/', {}, 'test.localhost')).status).toBe(404)
    expect((await refused(manager.call(sites.getSite, { params: { siteId: made } }))).status).toBe(404)
  })

  it('does not take a name that is taken, in whichever workspace', async () => {
    const taken = developer().call(sites.makeSite, { body: { name: 'X', slug: 'school' } })
    expect((await refused(taken)).fields.slug).toContain('in use')
    const reserved = developer().call(sites.makeSite, { body: { name: 'X', slug: 'preview--x' } })
    expect((await refused(reserved)).fields.slug).toContain('lower-case')
    const unknown = developer().call(sites.makeSite, { body: { name: 'X', slug: 'xx', starter: 'none' } })
    expect((await refused(unknown)).status).toBe(404)
  })

  it('is not to be removed by who may not, nor seen by another client', async () => {
    const { siteId: other } = world.school.ids
    const byEditor = editor().call(sites.removeSite, { params: { siteId }, query: { slug: 'bakery' } })
    expect((await refused(byEditor)).status).toBe(403)
    const foreign = developer().call(sites.getSite, { params: { siteId: other ?? '' } })
    expect((await refused(foreign)).status).toBe(404)
  })
})

describe('a file', () => {
  it('is saved with its versions, and says who was faster', async () => {
    const first = await save('snippets/note.liquid', 'one', 0)
    expect(first).toMatchObject({ version: 1, problems: [] })
    expect((await save('snippets/note.liquid', 'two', 1)).version).toBe(2)
    expect((await save('snippets/note.liquid', 'two', 2)).version).toBe(2)
    expect((await refused(save('snippets/note.liquid', 'three', 1))).status).toBe(409)
    expect((await refused(save('snippets/note.liquid', 'three', 0))).status).toBe(409)
    const versions = await developer().call(files.listFileVersions, {
      params: { siteId, '*': 'snippets/note.liquid' },
    })
    expect(versions.map(({ version, by }) => [version, by])).toEqual([
      [2, 'Dirk Deeg'],
      [1, 'Dirk Deeg'],
    ])
  })

  it('is one file when two people make it at the same moment', async () => {
    const outcomes = await Promise.allSettled([
      save('snippets/race.liquid', 'a', 0),
      save('snippets/race.liquid', 'b', 0),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find(outcome => outcome.status === 'rejected')
    expect(lost?.reason).toMatchObject({ status: 409 })
  })

  it('comes back as it was, also after it was removed', async () => {
    await save('snippets/back.liquid', 'first')
    await save('snippets/back.liquid', 'second')
    await developer().call(files.removeFile, { params: { siteId, '*': 'snippets/back.liquid' } })
    const read = () => developer().call(files.readFile, { params: { siteId, '*': 'snippets/back.liquid' } })
    expect((await refused(read())).status).toBe(404)
    const { version } = await developer().call(files.restoreFile, {
      params: { siteId },
      body: { path: 'snippets/back.liquid', version: 1 },
    })
    expect(version).toBe(4)
    expect(String(await read())).toBe('first')
    const old = await developer().call(files.readFile, {
      params: { siteId, '*': 'snippets/back.liquid' },
      query: { version: 2 },
    })
    expect(String(old)).toBe('second')
  })

  it('moves, alone and with its folder, and never over another', async () => {
    await save('snippets/a/one.liquid', '1')
    await save('snippets/a/two.liquid', '2')
    const move = (from: string, to: string) =>
      developer().call(files.moveFile, { params: { siteId }, body: { from, to } })
    await move('snippets/a', 'snippets/b')
    const paths = (await developer().call(files.listFiles, { params: { siteId } })).map(({ path }) => path)
    expect(paths).toContain('snippets/b/one.liquid')
    expect(paths).not.toContain('snippets/a/one.liquid')
    expect((await refused(move('snippets/b/one.liquid', 'snippets/b/two.liquid'))).fields.to).toContain(
      'there already',
    )
    expect((await refused(move('snippets/b', 'snippets/b/c'))).fields.to).toContain('another path')
    expect((await refused(move('snippets/none', 'snippets/x'))).status).toBe(404)
  })

  it('says what is wrong in it, by line, in the language of who saves it, and is saved all the same', async () => {
    expect((await save('pages/kapot.liquid', '---\ntitle: x\n---\n<p>\n{% iff %}')).problems).toEqual([
      { line: 5, column: 1, message: 'There is no tag {% iff %} here.' },
    ])
    expect((await save('assets/kapot.ts', 'const a = 1\nconst = 2')).problems[0]).toMatchObject({ line: 2 })
    expect((await save('assets/kapot.css', 'a { color: red }')).problems).toEqual([])
    expect((await save('locales/de.json', '{')).problems[0]?.message).toContain('This is not JSON')
    for (const path of ['pages/kapot.liquid', 'assets/kapot.ts', 'assets/kapot.css', 'locales/de.json'])
      await developer().call(files.removeFile, { params: { siteId, '*': path } })
  })

  it('has a path within the site, however it is written', async () => {
    const bad = [
      '../x',
      'a/../../x',
      'a//b',
      'a/./b',
      'a\\b',
      'a:b',
      '/etc/passwd',
      `a\u0000b`,
      'x'.repeat(301),
    ]
    for (const path of bad) {
      const answer = await world.raw({
        method: 'PUT',
        host: 'studio.localhost',
        path: `/api/w/${world.bakery.workspaceId}/sites/${siteId}/files/${encodeURIComponent(path)}`,
        headers: {
          cookie: `helder=${world.sessions.bakeryDeveloper}`,
          'content-type': 'application/octet-stream',
        },
        body: 'x',
      })
      expect([404, 422, 400], path).toContain(answer.status)
    }
  })

  it('is no larger than it may be', async () => {
    const large = save('public/large.bin', Buffer.alloc(files.largestSiteFileBytes + 1))
    expect((await refused(large)).status).toBe(413)
  })

  it('is code that an editor does not read or change', async () => {
    const write = editor().call(files.writeFile, {
      params: { siteId, '*': 'x.txt' },
      query: {},
      upload: Buffer.from('x'),
    })
    expect((await refused(write)).status).toBe(403)
    expect((await refused(editor().call(files.listFiles, { params: { siteId } }))).status).toBe(403)
  })

  it('comes as bytes to be saved, never as a page of the studio', async () => {
    await save('public/evil.html', '<script>alert(1)</script>')
    const answer = await world.raw({
      host: 'studio.localhost',
      path: `/api/w/${world.bakery.workspaceId}/sites/${siteId}/files/public/evil.html`,
      headers: { cookie: `helder=${world.sessions.bakeryDeveloper}` },
    })
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    })
    await developer().call(files.removeFile, { params: { siteId, '*': 'public/evil.html' } })
  })
})

describe('publishing', () => {
  it('shows visitors the pages, in each language, with styles and content', async () => {
    expect((await publish()).state).toBe('ready')
    const home = await visit('/')
    expect(home.status).toBe(200)
    expect(home.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(home.text).toContain('<title>Welkom · De Kruimel</title>')
    expect(home.text).toContain('<h1>Welkom bij ons</h1>')
    expect(home.text).toContain('<li><a href="/nieuws/het-eerste-brood">Het eerste brood</a></li>')
    expect(home.text).not.toContain('Nog een plan')
    expect((await visit('/en/')).text).toContain('<h1>Welcome to us</h1>')
    expect((await visit('/en/nieuws/het-eerste-brood')).text).toContain('<h1>Het eerste brood</h1>')
    expect((await visit('/nieuws/nog-een-plan')).status).toBe(404)

    const style = /href="(\/assets\/main\.[A-Z0-9]{8}\.css)"/.exec(home.text)?.[1] ?? ''
    const sheet = await visit(style)
    expect(sheet.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const dot = /url\("?([^")]+)"?\)/.exec(sheet.text)?.[1] ?? ''
    expect(dot).toMatch(/^\/assets\/img\/dot\.[0-9a-f]{10}\.svg$/)
    const picture = await visit(dot)
    expect(picture.text).toBe(siteFiles['assets/img/dot.svg'])
    expect(picture.headers['content-security-policy']).toContain('sandbox')
    expect((await visit('/assets/img/dot.svg')).headers['cache-control']).toBe(
      'public, max-age=0, must-revalidate',
    )
  })

  it('answers with what browsers need to know', async () => {
    await save('public/long.html', `<p>${'Brood en banket. '.repeat(100)}</p>`)
    await publish()
    const long = await visit('/long', { 'accept-encoding': 'gzip, br' })
    expect(long.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-encoding': 'br',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'content-security-policy': `frame-ancestors 'self' http://studio.localhost:${world.port}`,
      vary: 'accept-encoding',
    })
    const plain = await visit('/')
    expect(brotliDecompressSync(long.body).equals((await visit('/long.html')).body)).toBe(true)
    const again = await visit('/', { 'if-none-match': plain.headers.etag ?? '' })
    expect([again.status, again.body.byteLength]).toEqual([304, 0])
    const head = await world.raw({ method: 'HEAD', host: 'bakery.localhost', path: '/' })
    expect([head.status, head.body.byteLength, head.headers['content-length']]).toEqual([
      200,
      0,
      plain.headers['content-length'],
    ])
    const post = await world.raw({ method: 'POST', host: 'bakery.localhost', path: '/' })
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('takes a draft along only when it is named, and leaves the code where it was when asked', async () => {
    const { recordId } = await editor().call(rows.makeRecord, {
      params: { collectionId: world.bakery.ids.collectionId ?? '' },
      body: { values: { title: 'Krentenbol' } },
    })
    await save('snippets/extra.liquid', 'x')
    await save('pages/index.liquid', `${siteFiles['pages/index.liquid']}<p>Nieuwe code</p>`)
    const changes = await editor().call(releases.listChanges, { params: { siteId } })
    expect(changes.files.find(({ path }) => path === 'pages/index.liquid')?.change).toBe('changed')
    expect(changes.records.find(record => record.recordId === recordId)).toMatchObject({
      change: 'added',
      draft: true,
    })

    await publish({ code: false })
    expect((await visit('/')).text).not.toContain('Krentenbol')
    await publish({ code: false, records: [recordId] })
    const home = (await visit('/')).text
    expect(home).toContain('Krentenbol')
    expect(home).not.toContain('Nieuwe code')
    expect((await publish()).state).toBe('ready')
    expect((await visit('/')).text).toContain('<p>Nieuwe code</p>')
    const { files: left } = await editor().call(releases.listChanges, { params: { siteId } })
    expect(left).toEqual([])
  })

  it('leaves the old release live when the new one can not be made, and says why', async () => {
    const before = (await visit('/')).text
    await save(
      'pages/index.liquid',
      'a\n{% for x in (1..3000) %}{% for y in (1..30000) %}{% assign z = x | plus: y %}{% endfor %}{% endfor %}',
    )
    await save('pages/contact.liquid', "\n{% form 'nope' %}")
    await save('assets/main.css', '@import "./gone.css";')
    const broken = await publish()
    expect(broken.state).toBe('failed')
    expect(broken.problems).toEqual([
      {
        severity: 'error',
        place: 'assets/main.css',
        line: 1,
        message: {
          nl: "Er is geen bestand './gone.css' in assets/.",
          en: "There is no file './gone.css' in assets/.",
        },
      },
    ])
    await save('assets/main.css', siteFiles['assets/main.css'] ?? '')
    const stillBroken = await publish()
    expect(stillBroken.problems.map(({ place, line }) => [place, line])).toEqual([
      ['pages/contact.liquid', 2],
      ['pages/index.liquid', 2],
    ])
    expect((await visit('/')).text).toBe(before)
    for (const path of ['pages/index.liquid', 'pages/contact.liquid']) await save(path, siteFiles[path] ?? '')
    expect((await publish()).state).toBe('ready')
  })

  it('gives the same bytes for the same things', async () => {
    const manifestOf = async () => {
      const { releaseId } = await publish()
      return world
        .ctx(world.bakery.workspaceId)
        .read(async tx => (await findRelease(tx, releaseId))?.manifestSha)
    }
    expect(await manifestOf()).toBe(await manifestOf())
  })

  it('refuses a form that says not what it does with data', async () => {
    const collectionId = world.bakery.ids.contactId ?? ''
    const { draft, draftVersion } = await developer().call(getCollection, { params: { collectionId } })
    const { version: _v, createdAt: _c, ...definition } = draft
    const phone = { key: 'phone', type: 'phone' as const, label: { nl: 'Telefoon' } }
    const change = (fields: typeof draft.fields, base: number) =>
      developer().call(changeCollection, { params: { collectionId }, body: { ...definition, fields, base } })
    const { version } = await change([...draft.fields, phone], draftVersion)
    const attempt = developer().call(releases.publishSite, { params: { siteId }, body: {} })
    expect((await refused(attempt)).fields).toHaveProperty(['contact.phone'])
    expect((await publish({ definitions: false })).state).toBe('ready')
    await change(draft.fields, version)
  })

  it('goes back to an earlier release, and says which is live', async () => {
    const list = await editor().call(releases.listReleases, { params: { siteId }, query: {} })
    const ready = list.filter(({ state }) => state === 'ready')
    const [newest, older] = ready
    expect(newest?.live).toBe(true)
    const goTo = (releaseId = '') => editor().call(releases.makeLive, { params: { siteId, releaseId } })
    await goTo(older?.releaseId)
    const [site] = await editor().call(sites.listSites, {})
    expect(site?.live?.releaseId).toBe(older?.releaseId)
    await goTo(newest?.releaseId)
    const failed = list.find(({ state }) => state === 'failed')
    expect((await refused(goTo(failed?.releaseId))).status).toBe(409)
    expect((await refused(goTo(world.school.ids.releaseId))).status).toBe(404)
  })

  it('keeps what is older than a month only as far as the last twenty', async () => {
    const ctx = world.ctx(world.bakery.workspaceId)
    const [first] = (
      await editor().call(releases.listReleases, { params: { siteId }, query: { limit: 100 } })
    ).slice(-1)
    for (let i = 0; i < 21; i++) await publish()
    await ctx.write(tx =>
      sql`update sites.releases set created_at = created_at - interval '31 days'
        where workspace_id = ${tx.workspaceId}`.execute(tx.db),
    )
    await pruneJob.start(ctx, {})
    const counts = await ctx.read(tx =>
      sql<{ ready: number; held: number }>`
        select count(*) filter (where manifest_sha256 is not null) as ready,
          (select count(distinct owner_id) from objects.uses where owner_kind = 'sites.release') as held
        from sites.releases where site_id = ${siteId}`.execute(tx.db),
    )
    expect(counts.rows[0]).toEqual({ ready: 20, held: 20 })
    const old = await editor().call(releases.getRelease, {
      params: { siteId, releaseId: first?.releaseId ?? '' },
    })
    expect(old.state).toBe('withdrawn')
    expect((await visit('/')).status).toBe(200)
  })
})

describe('a host', () => {
  it('that nobody has gets a page that says so, in both languages', async () => {
    for (const host of ['nobody.localhost', 'evil.example', 'a.b.localhost', 'localhost']) {
      const answer = await visit('/', {}, host)
      expect(answer.status, host).toBe(404)
      expect(answer.text).toContain('There is no website here')
      expect(answer.headers['x-robots-tag']).toBe('noindex')
    }
  })

  it('shows its own site, and nothing of another client', async () => {
    expect((await visit('/', {}, 'school.localhost')).text).toContain('Het Lyceum')
    const style = /href="(\/assets\/[^"]+)"/.exec((await visit('/')).text)?.[1] ?? ''
    expect((await visit(style, {}, 'school.localhost')).status).toBe(200)
    await save('public/bakery-only.txt', 'ours')
    await publish()
    expect((await visit('/bakery-only.txt')).text).toBe('ours')
    expect((await visit('/bakery-only.txt', {}, 'school.localhost')).status).toBe(404)
  })
})
