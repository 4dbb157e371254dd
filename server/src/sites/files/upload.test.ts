import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Problem } from '@helder/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { projectFolder } from '../../core/config.ts'
import { sha256 } from '../../core/ids.ts'
import * as releases from '../releases/schema.ts'
import * as sites from '../sites/schema.ts'
import { type PackedFile, packZip } from './pack.ts'
import { placeUpload } from './rules.ts'
import * as files from './schema.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const developer = () => world.as('bakeryDeveloper')

async function newSite(slug: string): Promise<string> {
  return (await developer().call(sites.makeSite, { body: { name: slug, slug } })).siteId
}

const upload = (siteId: string, zip: Buffer) =>
  developer().call(files.uploadSite, { params: { siteId }, upload: zip })

async function publish(siteId: string) {
  const { releaseId } = await developer().call(releases.publishSite, { params: { siteId }, body: {} })
  await world.work()
  const release = await developer().call(releases.getRelease, { params: { siteId, releaseId } })
  expect(release.problems).toEqual([])
}

async function refused(work: Promise<unknown>): Promise<Problem> {
  const outcome = await work.catch(error => error)
  if (!(outcome instanceof Problem)) throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  return outcome
}

const text = (path: string, content = path): PackedFile => ({ path, bytes: Buffer.from(content) })

/** Changes the first bytes that say something, in a ZIP that nobody would make. */
function tampered(zip: Buffer, signature: number, offset: number, change: (at: Buffer) => void): Buffer {
  const copy = Buffer.from(zip)
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signature)
  change(copy.subarray(copy.indexOf(mark) + offset))
  return copy
}

const local = 0x04034b50
const central = 0x02014b50

describe('the published files of html5-boilerplate', () => {
  const folder = join(projectFolder, 'node_modules/html5-boilerplate/dist')
  const dist = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(place => ({ path: relative(folder, place), bytes: readFileSync(place) }))
  const visit = (path: string, headers: Record<string, string> = {}) =>
    world.raw({ host: 'boilerplate.localhost', path, headers })

  beforeAll(async () => {
    const siteId = await newSite('boilerplate')
    const done = await upload(
      siteId,
      packZip(dist.map(({ path, bytes }) => ({ path: `dist/${path}`, bytes }))),
    )
    expect(done).toEqual({
      files: dist.length,
      sizeBytes: dist.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
      left: [],
    })
    await publish(siteId)
  })

  it('are served byte by byte, each with the right type', async () => {
    const types: Record<string, string> = {}
    for (const { path, bytes } of dist) {
      const answer = await visit(`/${path}`)
      expect([path, answer.status, sha256(answer.body)]).toEqual([path, 200, sha256(bytes)])
      types[path.split('.').at(-1) ?? ''] = answer.headers['content-type'] ?? ''
    }
    expect(types).toMatchObject({
      html: 'text/html; charset=utf-8',
      css: 'text/css; charset=utf-8',
      js: 'text/javascript; charset=utf-8',
      json: 'application/json; charset=utf-8',
      webmanifest: 'application/manifest+json; charset=utf-8',
      png: 'image/png',
      ico: 'image/x-icon',
      svg: 'image/svg+xml; charset=utf-8',
      txt: 'text/plain; charset=utf-8',
    })
  })

  it('come under the addresses that people use, and cached so that a change shows', async () => {
    const home = await visit('/')
    expect(sha256(home.body)).toBe(sha256(readFileSync(join(folder, 'index.html'))))
    expect(home.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    const icon = await visit('/icon.png')
    expect((await visit('/icon.png', { 'if-none-match': icon.headers.etag ?? '' })).status).toBe(304)
    const part = await visit('/icon.png', { range: 'bytes=10-19' })
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 10-19/${icon.body.byteLength}`])
    expect(part.body.equals(icon.body.subarray(10, 20))).toBe(true)
    expect((await visit('/icon.png', { range: 'bytes=999999-' })).status).toBe(416)
  })

  it('include the page for what is not there, with its status', async () => {
    for (const path of ['/none', '/js/none.js', '/css/']) {
      const answer = await visit(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(sha256(answer.body)).toBe(sha256(readFileSync(join(folder, '404.html'))))
    }
  })
})

describe('a static site made by hand', () => {
  it('is served as it is: folders, pages without .html, large files, other encodings, strange names', async () => {
    const siteId = await newSite('handmade')
    const video = Buffer.alloc(3_000_000, 'film ')
    const latin = Buffer.from('<meta charset="iso-8859-1"><p>caf\xe9', 'latin1')
    const done = await upload(
      siteId,
      packZip([
        text('index.html', '<h1>Start</h1>'),
        text('about.html', '<h1>About</h1>'),
        text('docs/index.html', '<h1>Docs</h1>'),
        text('assets/style.css', 'body{}'),
        text('café menu.html', '<h1>Menu</h1>'),
        text('data', 'no extension'),
        { path: 'latin.html', bytes: latin },
        { path: 'film.mp4', bytes: video },
        text('large.js', 'console.log(1)\n'.repeat(100_000)),
        text('__MACOSX/index.html'),
        text('.DS_Store'),
        text('docs/.git/config'),
        text('bad:name.txt'),
      ]),
    )
    expect(done.files).toBe(9)
    expect(done.left.sort()).toEqual(['.DS_Store', '__MACOSX/index.html', 'bad:name.txt', 'docs/.git/config'])
    await publish(siteId)
    const visit = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      world.raw({ host: 'handmade.localhost', path, headers, method })
    expect((await visit('/about')).text).toBe('<h1>About</h1>')
    const folder = await visit('/docs?a=1')
    expect([folder.status, folder.headers.location]).toEqual([301, '/docs/?a=1'])
    expect((await visit('/docs/')).text).toBe('<h1>Docs</h1>')
    expect((await visit('/assets/style.css')).text).toBe('body{}')
    expect((await visit('/caf%C3%A9%20menu')).text).toBe('<h1>Menu</h1>')
    expect((await visit('/data')).headers['content-type']).toBe('application/octet-stream')
    const old = await visit('/latin.html')
    expect([old.headers['content-type'], old.body.equals(latin)]).toEqual(['text/html', true])

    const whole = await visit('/film.mp4')
    expect([whole.status, whole.body.equals(video), whole.headers['content-type']]).toEqual([
      200,
      true,
      'video/mp4',
    ])
    const part = await visit('/film.mp4', { range: 'bytes=-6' })
    expect([part.status, part.text, part.headers['content-length']]).toEqual([206, ' film ', '6'])
    expect((await visit('/film.mp4', { 'if-none-match': whole.headers.etag ?? '' })).status).toBe(304)
    expect((await visit('/film.mp4', { range: 'bytes=3000000-' })).status).toBe(416)
    const head = await visit('/film.mp4', {}, 'HEAD')
    expect([head.headers['content-length'], head.body.byteLength]).toEqual(['3000000', 0])
    const script = await visit('/large.js', { 'accept-encoding': 'br' })
    expect([script.headers['content-encoding'], script.body.byteLength < 10_000]).toEqual(['br', true])
    expect((await visit('/.DS_Store')).status).toBe(404)
  })

  it('takes the place of what was there, and keeps the versions of what went', async () => {
    const siteId = await newSite('replaced')
    await upload(siteId, packZip([text('index.html', 'one'), text('old.html', 'old')]))
    await upload(siteId, packZip([text('index.html', 'two'), text('new.html', 'new')]))
    const list = await developer().call(files.listFiles, { params: { siteId } })
    expect(list.map(({ path, version }) => [path, version])).toEqual([
      ['public/index.html', 2],
      ['public/new.html', 1],
    ])
    const versions = await developer().call(files.listFileVersions, {
      params: { siteId, '*': 'public/old.html' },
    })
    expect(versions.map(({ version, removed }) => [version, removed])).toEqual([
      [2, true],
      [1, false],
    ])
  })
})

describe('where an upload goes', () => {
  const placed = (...paths: string[]) => [...placeUpload(paths).values()]

  it('is below public/ for a static site, without the folder around it', () => {
    expect(placed('site/index.html', 'site/css/a.css')).toEqual(['public/index.html', 'public/css/a.css'])
    expect(placed('index.html', 'assets/a.css', 'pages/b.html')).toEqual([
      'public/index.html',
      'public/assets/a.css',
      'public/pages/b.html',
    ])
    expect(placed('assets/a.css')).toEqual(['public/assets/a.css'])
  })

  it('is where it is for a site with templates, or with public/ and nothing strange', () => {
    expect(placed('my/pages/index.liquid', 'my/assets/a.css', 'my/README.md')).toEqual([
      'pages/index.liquid',
      'assets/a.css',
      'README.md',
    ])
    expect(placed('public/index.html')).toEqual(['public/index.html'])
    expect(placed('public/index.html', 'assets/a.ts')).toEqual(['public/index.html', 'assets/a.ts'])
  })
})

describe('a ZIP that should not be', () => {
  let siteId: string
  beforeAll(async () => {
    siteId = await newSite('refusals')
    await upload(siteId, packZip([text('index.html', 'kept')]))
  })

  const honest = packZip([text('index.html', 'x'.repeat(5000)), text('b.html')])
  const cases: [string, () => Buffer, number, RegExp][] = [
    ['is no ZIP', () => Buffer.from('hello'), 422, /no ZIP/],
    ['is cut off', () => honest.subarray(0, honest.length - 10), 422, /no ZIP/],
    ['is empty', () => packZip([]), 422, /no file that belongs to a site/],
    ['climbs out of its folder', () => packZip([text('a/../../../etc/passwd')]), 422, /points outside/],
    ['has an absolute path', () => packZip([text('/etc/passwd')]), 422, /points outside/],
    ['has a drive in its path', () => packZip([text('C:/x')]), 422, /points outside/],
    [
      'has a link in it',
      () => tampered(honest, central, 38, at => at.writeUInt32LE((0o120777 << 16) >>> 0)),
      422,
      /points to another file/,
    ],
    ['has a password', () => tampered(honest, central, 8, at => at.writeUInt16LE(0x0801)), 422, /password/],
    ['lies about a size', () => tampered(honest, central, 24, at => at.writeUInt32LE(100)), 422, /damaged/],
    [
      'has other bytes than it says',
      () => tampered(honest, local, 40, at => at.fill(255, 0, 20)),
      422,
      /damaged/,
    ],
    [
      'swells',
      () => packZip([{ path: 'a.txt', bytes: Buffer.alloc(30_000_000) }]),
      413,
      /far larger than it is packed/,
    ],
    [
      'has a file that is too large',
      () => tampered(honest, central, 24, at => at.writeUInt32LE(60_000_000)),
      413,
      /larger than 50/,
    ],
    [
      'has too many files',
      () => packZip(Array.from({ length: 10_001 }, (_, i) => text(`f${i}`, ''))),
      413,
      /more than 10,000 files/,
    ],
  ]
  for (const [name, zip, status, says] of cases) {
    it(`${name} is refused, and nothing changes`, async () => {
      const problem = await refused(upload(siteId, zip()))
      expect([problem.status, problem.message]).toEqual([status, expect.stringMatching(says)])
      const list = await developer().call(files.listFiles, { params: { siteId } })
      expect(list.map(({ path, version }) => [path, version])).toEqual([['public/index.html', 1]])
    })
  }
})
