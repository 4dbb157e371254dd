import { Problem } from '@helder/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteFiles } from '../../../../test/support/settlers.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import * as files from '../files/schema.ts'
import * as previews from '../previews/schema.ts'
import { listPages } from './schema.ts'

let world: World
let siteId: string
beforeAll(async () => {
  world = await openWorld()
  siteId = world.bakery.ids.siteId ?? ''
})
afterAll(() => world?.close())

const inspect = () => world.as('bakeryEditor').call(listPages, { params: { siteId } })
const save = (path: string, text: string) =>
  world.as('bakeryDeveloper').call(files.writeFile, {
    params: { siteId, '*': path },
    query: {},
    upload: Buffer.from(text),
  })

describe('the pages of a site that is worked on', () => {
  it('are listed in every language, drafts too, with the file that each is made of', async () => {
    const { pages, more, problems } = await inspect()
    expect(more).toBe(false)
    expect(problems).toEqual([])
    expect(pages).toContainEqual({ url: '/', path: '/', language: 'nl', file: 'pages/index.liquid' })
    expect(pages).toContainEqual({ url: '/en/', path: '/en/', language: 'en', file: 'pages/index.liquid' })
    expect(pages.map(({ path }) => path)).toContain('/nieuws/nog-een-plan')
  })

  it('come with everything that is wrong, in files that nobody has open', async () => {
    await save('snippets/fout.liquid', 'a\n{{ x | nope }}')
    await save('locales/nl.json', '{ "a": ')
    await save('assets/main.css', '@import "./gone.css";')
    const { problems } = await inspect()
    expect(problems.map(({ path, line }) => [path, line])).toEqual(
      expect.arrayContaining([
        ['snippets/fout.liquid', 2],
        ['locales/nl.json', 1],
        ['assets/main.css', 1],
      ]),
    )
    expect(problems.find(({ path }) => path === 'snippets/fout.liquid')?.message).toBe(
      "There is no filter 'nope'.",
    )
    await save('snippets/fout.liquid', '')
    await save('locales/nl.json', siteFiles['locales/nl.json'] ?? '{}')
    await save('assets/main.css', siteFiles['assets/main.css'] ?? '')
    expect((await inspect()).problems).toEqual([])
  })

  it('are not for another client', async () => {
    const foreign = world.as('schoolEditor').call(listPages, { params: { siteId } })
    await expect(foreign).rejects.toThrow(Problem)
  })
})

describe('a page in a preview', () => {
  let host: string
  beforeAll(async () => {
    const { origin } = await world.as('bakeryDeveloper').call(previews.openPreview, { params: { siteId } })
    host = new URL(origin).hostname
  })
  const script = () => `data-studio="http://studio.localhost:${world.port}"`

  it('follows what is worked on, whether it is rendered, uploaded or broken; a published page does not', async () => {
    await save(
      'public/los.html',
      '<!doctype html><html><head><title>Los</title></head><body>Los</body></html>',
    )
    await save('pages/kapot.liquid', '{{ x | nope }}')
    const look = (path: string) => world.raw({ host, path })
    expect((await look('/')).text).toContain(script())
    expect((await look('/los')).text).toContain(script())
    const broken = await look('/kapot')
    expect(broken.text).toContain(`${script()} data-broken`)
    expect(broken.headers['content-security-policy']).toContain("script-src 'self'")
    expect((await look('/_helder/visitor/preview.js')).status).toBe(200)
    expect((await world.raw({ host: 'bakery.localhost', path: '/' })).text).not.toContain('data-studio')
  })
})
