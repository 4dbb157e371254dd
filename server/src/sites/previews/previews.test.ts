import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteFiles } from '../../../../test/support/settlers.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import * as rows from '../../records/rows/schema.ts'
import * as files from '../files/schema.ts'
import * as previews from './schema.ts'

let world: World
let siteId: string
let host: string
beforeAll(async () => {
  world = await openWorld()
  siteId = world.bakery.ids.siteId ?? ''
  const opened = await world.as('bakeryEditor').call(previews.openPreview, { params: { siteId } })
  host = new URL(opened.origin).hostname
})
afterAll(() => world?.close())

const look = (path: string, headers: Record<string, string> = {}) => world.raw({ host, path, headers })

const save = (path: string, text: string) =>
  world.as('bakeryDeveloper').call(files.writeFile, {
    params: { siteId, '*': path },
    query: {},
    upload: Buffer.from(text),
  })

describe('a preview', () => {
  it('has a name that can not be guessed', () => {
    expect(host).toMatch(/^preview--[a-z2-7]{32}\.localhost$/)
  })

  it('shows working files and drafts, kept nowhere and found by nobody', async () => {
    await save('snippets/new.liquid', 'from a snippet that is not published')
    await save('pages/nieuw.liquid', "{% render 'new' %}")
    const page = await look('/nieuw')
    expect(page.text).toContain('from a snippet that is not published')
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'same-origin',
      'content-security-policy': `frame-ancestors 'self' http://studio.localhost:${world.port}`,
    })
    expect((await look('/')).text).toContain('Nog een plan')
    expect((await look('/nieuws/nog-een-plan')).status).toBe(200)
    expect((await look('/en/')).text).toContain('Welcome to us')
    expect((await world.raw({ host: 'bakery.localhost', path: '/nieuw' })).status).toBe(404)
  })

  it('shows a change at once, and takes no longer than one notices', async () => {
    const draw = (word: string) =>
      save('pages/index.liquid', `${siteFiles['pages/index.liquid']}<p>${word}</p>`)
    await draw('warm')
    await look('/')
    const took: number[] = []
    for (const word of ['one', 'two', 'three', 'four', 'five']) {
      await draw(word)
      const began = performance.now()
      expect((await look('/')).text).toContain(`<p>${word}</p>`)
      took.push(performance.now() - began)
    }
    // A busy machine takes longer than the 150 ms that are aimed at; bench/previews.ts measures.
    expect(took.sort((a, b) => a - b)[2]).toBeLessThan(600)
  })

  it('serves styles, scripts, pictures and files as a release would', async () => {
    const style = /href="(\/assets\/main\.[^"]+)"/.exec((await look('/')).text)?.[1] ?? ''
    const sheet = await look(style)
    expect([sheet.status, sheet.headers['content-type'], sheet.headers['cache-control']]).toEqual([
      200,
      'text/css; charset=utf-8',
      'no-store',
    ])
    const dot = /url\("?([^")]+)"?\)/.exec(sheet.text)?.[1] ?? ''
    expect((await look(dot)).text).toBe(siteFiles['assets/img/dot.svg'])
    expect((await look('/robots.txt')).text).toBe(siteFiles['public/robots.txt'])
    const paths = ['/none', '/assets/none.css', '/assets/%', '/%', `/media/${'0'.repeat(64)}/x.jpg`]
    for (const path of paths) expect([path, (await look(path)).status]).toEqual([path, 404])
  })

  it('says what is wrong, with the file and the line, in the language of who looks', async () => {
    await save('pages/fout.liquid', 'a\nb\n{{ x | nope }}')
    const dutch = await look('/fout', { 'accept-language': 'nl' })
    expect(dutch.status).toBe(500)
    expect(dutch.text).toContain('Het filter &#39;nope&#39; bestaat niet.')
    expect(dutch.text).toContain('data-path="pages/fout.liquid" data-line="3"')
    expect((await look('/fout', { 'accept-language': 'en' })).text).toContain(
      'There is no filter &#39;nope&#39;.',
    )
    // A mistake on one page is none of another's business.
    expect((await look('/contact')).status).toBe(200)
    await save('pages/leeg.liquid', '---\ntitle: [\n---\n')
    expect((await look('/leeg', { 'accept-language': 'en' })).text).toContain('pages/leeg.liquid:2')
    await save('assets/main.css', '@import "./gone.css";')
    expect((await look('/', { 'accept-language': 'en' })).text).toContain(
      'There is no file &#39;./gone.css&#39;',
    )
    await save('assets/main.css', siteFiles['assets/main.css'] ?? '')
    expect((await look('/')).status).toBe(200)
  })

  it('follows a draft while it is written', async () => {
    const recordId = world.bakery.ids.recordId ?? ''
    const editor = world.as('bakeryEditor')
    const { number } = await editor.call(rows.getRecord, { params: { recordId } })
    const values = { title: 'Het tweede brood', day: '2026-01-02' }
    await editor.call(rows.changeRecord, { params: { recordId }, body: { values, base: number } })
    expect((await look('/')).text).toContain('Het tweede brood')
    expect((await world.raw({ host: 'bakery.localhost', path: '/' })).text).toContain('Het eerste brood')
  })

  it('ends after a day, and is nobody else’s', async () => {
    const other = await world
      .as('schoolEditor')
      .call(previews.openPreview, { params: { siteId: world.school.ids.siteId ?? '' } })
    expect((await world.raw({ host: new URL(other.origin).hostname, path: '/' })).text).toContain(
      'Het Lyceum',
    )
    const guessed = await world.raw({ host: `preview--${'a'.repeat(32)}.localhost`, path: '/' })
    expect(guessed.text).toContain('There is no website here')
    world.clock.aheadMs = 25 * 3_600_000
    const old = await look('/')
    world.clock.aheadMs = 0
    expect([old.status, old.text]).toEqual([410, expect.stringContaining('This preview has expired')])
  })
})
