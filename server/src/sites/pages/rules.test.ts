import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Addresses, lookUp, type ManifestEntry } from './manifest.ts'
import {
  addressPart,
  type PageTemplate,
  type PlannedCollection,
  planPages,
  publicAddresses,
} from './rules.ts'

const entry: ManifestEntry = { sha: 'x', sizeBytes: 1, type: 'text/html', cache: 'check' }

function addresses(paths: string[], notFound: string[] = []): Addresses {
  return {
    entries: new Map(paths.map(path => [path, { ...entry, sha: path }])),
    notFound: new Map(notFound.map(key => [key, { ...entry, sha: key }])),
    languages: ['nl', 'en'],
  }
}

describe('an address', () => {
  const site = addresses(
    ['/', '/contact', '/index.html', '/about.html', '/docs/index.html', '/en/', '/a b.txt', '/caf\u00e9'],
    ['nl', 'en'],
  )
  const cases: [string, string][] = [
    ['/', '/'],
    ['/contact', '/contact'],
    ['/contact/', '→ /contact'],
    ['/about', '/about.html'],
    ['/about.html', '/about.html'],
    ['/about/', '→ /about'],
    ['/docs', '→ /docs/'],
    ['/en', '→ /en/'],
    ['/en/', '/en/'],
    ['/docs/', '/docs/index.html'],
    ['/docs/index.html', '/docs/index.html'],
    ['/a%20b.txt', '/a b.txt'],
    ['/caf%C3%A9', '/caf\u00e9'],
    ['/cafe%CC%81', '/caf\u00e9'],
    ['/none', '404 nl'],
    ['/en/none', '404 en'],
    ['/%', '404 nl'],
    ['/%00', '404 nl'],
    ['/..%2f..%2fetc/passwd', '404 nl'],
    ['/__proto__', '404 nl'],
    ['/constructor', '404 nl'],
    ['//contact', '404 nl'],
  ]
  for (const [asked, wanted] of cases) {
    it(`${asked} comes to ${wanted}`, () => {
      const found = lookUp(site, asked)
      const told =
        found.kind === 'entry'
          ? found.path
          : found.kind === 'redirect'
            ? `→ ${found.to}`
            : `404 ${found.entry?.sha}`
      expect(told).toBe(wanted)
    })
  }

  it('never leads elsewhere by a redirect', () => {
    fc.assert(
      fc.property(fc.webPath(), path => {
        const found = lookUp(site, path === '' ? '/' : path)
        return found.kind !== 'redirect' || /^\/(?!\/)/.test(found.to)
      }),
    )
  })
})

const page = (path: string, frontMatter: PageTemplate['frontMatter'] = {}): PageTemplate => ({
  path,
  frontMatter,
})
const articles: PlannedCollection = {
  key: 'articles',
  fields: [
    { key: 'title', type: 'text', label: { nl: 'Titel' }, localized: true },
    { key: 'slug', type: 'text', label: { nl: 'Adres' } },
  ],
  records: [
    { recordId: 'r3', title: { nl: 'Brood', en: 'Bread' }, values: { slug: 'Ons Brood' } },
    { recordId: 'r2', title: { nl: 'Taart', en: 'Cake' }, values: {} },
    { recordId: 'r1', title: { nl: 'Taart', en: 'Pie' }, values: {} },
  ],
}
const plan = (templates: PageTemplate[], taken: string[] = []) =>
  planPages({ languages: ['nl', 'en'], templates, collections: [articles], taken: new Set(taken) })

describe('the pages of a site', () => {
  it('stand where their files are, the first language at the root', () => {
    const { pages, problems } = plan([
      page('pages/index.liquid'),
      page('pages/contact.liquid'),
      page('pages/nieuws/index.liquid'),
      page('pages/404.liquid'),
    ])
    expect(problems).toEqual([])
    expect(pages.filter(({ notFound }) => !notFound).map(({ path }) => path)).toEqual([
      '/contact',
      '/en/contact',
      '/',
      '/en/',
      '/nieuws',
      '/en/nieuws',
    ])
    expect(pages.filter(({ notFound }) => notFound).map(({ language }) => language)).toEqual(['nl', 'en'])
    expect(pages.find(({ path }) => path === '/en/contact')?.alternates).toEqual([
      { language: 'nl', url: '/contact' },
      { language: 'en', url: '/en/contact' },
    ])
  })

  it('may have another name per language, which what is below them follows', () => {
    const { pages, addresses: records } = plan([
      page('pages/nieuws/index.liquid', { slug: { en: 'news' } }),
      page('pages/nieuws/[slug].liquid', { collection: 'articles' }),
      page('pages/over.liquid', { slug: { nl: 'over-ons', en: 'about us' }, languages: ['en'] }),
    ])
    expect(pages.map(({ path }) => path)).toContain('/en/about-us')
    expect(pages.map(({ path }) => path)).not.toContain('/over-ons')
    expect(pages.map(({ path }) => path)).toContain('/en/news')
    expect(records.get('r3')).toEqual({ nl: '/nieuws/ons-brood', en: '/en/news/ons-brood' })
  })

  it('are one per record, and a later record with the same title makes way', () => {
    const { addresses: records } = plan([page('pages/[slug].liquid', { collection: 'articles' })])
    expect(records.get('r1')).toEqual({ nl: '/taart', en: '/en/pie' })
    expect(records.get('r2')).toEqual({ nl: '/taart-2', en: '/en/cake' })
  })

  it('do not share an address, with each other or with a file', () => {
    const clashing = plan(
      [page('pages/a.liquid', { slug: 'b' }), page('pages/b.liquid'), page('pages/c.liquid')],
      ['/c'],
    )
    expect(clashing.problems.map(({ place, message }) => [place, message.en.split('.')[0]])).toEqual([
      ['pages/b.liquid', 'There is something at /b already: pages/a'],
      ['pages/b.liquid', 'There is something at /en/b already: pages/a'],
      ['pages/c.liquid', 'There is something at /c already: public/c'],
    ])
    expect(plan([page('pages/[slug].liquid')]).problems[0]?.message.en).toContain('collection: articles')
    expect(plan([page('pages/[slug].liquid', { collection: 'none' })]).problems[0]?.message.en).toBe(
      'There is no collection none.',
    )
  })
})

describe('a part of an address', () => {
  it('is made of any title', () => {
    expect(addressPart('  Crème brûlée & thee! ')).toBe('creme-brulee-thee')
    expect(addressPart('日本')).toBe('日本')
    expect(addressPart('!!!')).toBe('')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), title =>
        /^([\p{L}\p{N}]+(-[\p{L}\p{N}]+)*)?$/u.test(addressPart(title)),
      ),
    )
  })

  it('of a public file is its path, and for an index its folder', () => {
    expect(publicAddresses('public/index.html')).toEqual(['/index.html', '/'])
    expect(publicAddresses('public/a/index.html')).toEqual(['/a/index.html', '/a/', '/a'])
    expect(publicAddresses('public/a.css')).toEqual(['/a.css'])
  })
})
