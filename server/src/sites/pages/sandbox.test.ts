import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionFacts, RecordFacts } from '@helder/liquid'
import type { PageOrder, SiteFacts } from '@helder/sandbox/protocol'
import { afterAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../core/ids.ts'
import { makeLog } from '../../core/log.ts'
import { makeSandbox, type Sandbox, SandboxFault, type SiteSource } from './sandbox.ts'

const log = makeLog('silent')
const pool = makeSandbox(log)
afterAll(() => pool.stop())

interface Site {
  facts: SiteFacts
  source: SiteSource
}

/** A site of these files, by path. */
function siteOf(
  files: Record<string, string>,
  content: { collections?: CollectionFacts[]; records?: RecordFacts[] } = {},
): Site {
  const bySha = new Map(Object.values(files).map(source => [sha256(source), source]))
  const named = (folder: string) =>
    Object.fromEntries(
      Object.entries(files)
        .filter(([path]) => path.startsWith(`${folder}/`))
        .map(([path, source]) => [path, sha256(source)] as const),
    )
  const facts: SiteFacts = {
    name: 'De Kruimel',
    origin: 'http://bakery.localhost',
    languages: ['nl', 'en'],
    now: '2026-11-22T12:00:00Z',
    templates: { ...named('pages'), ...named('layouts'), ...named('snippets') },
    texts: Object.fromEntries(
      Object.entries(named('locales')).map(([path, sha]) => [
        path.slice('locales/'.length, -'.json'.length),
        sha,
      ]),
    ),
    assets: {},
    collections: content.collections ?? [],
    forms: [],
  }
  const source: SiteSource = {
    source: async sha => bySha.get(sha) ?? '',
    records: async () => content.records ?? [],
  }
  return { facts, source }
}

const home: PageOrder = {
  template: 'pages/index.liquid',
  language: 'nl',
  address: '/',
  alternates: [],
}

async function render(site: Site, order: PageOrder = home, sandbox: Sandbox = pool): Promise<string> {
  const session = sandbox.open(site.facts, site.source, 'now')
  try {
    return (await session.page(order)).html
  } finally {
    session.close()
  }
}

/** The fault in which something ends. */
async function faultOf(work: Promise<unknown>): Promise<SandboxFault> {
  const outcome = await work.catch((error: unknown) => error)
  if (outcome instanceof SandboxFault) return outcome
  throw new Error(`no fault: ${String(outcome).slice(0, 300)}`)
}

const neighbour = siteOf({ 'pages/index.liquid': 'Fine here' })

describe('a page', () => {
  it('is made of a template, its layout, its texts and the content that it asks for', async () => {
    const collection: CollectionFacts = {
      key: 'articles',
      name: { nl: 'Artikelen' },
      single: false,
      fields: [{ key: 'title', type: 'text', label: { nl: 'Titel' } }],
    }
    const record: RecordFacts = {
      recordId: 'a1',
      title: { nl: 'Brood' },
      values: { title: 'Brood <vers>' },
      createdAt: '2026-11-20T10:00:00Z',
      updatedAt: '2026-11-20T10:00:00Z',
      addresses: { nl: '/nieuws/brood' },
    }
    const site = siteOf(
      {
        'pages/index.liquid':
          "---\ntitle: {nl: Welkom, en: Welcome}\n---\n{{ 'hi' | t }} {% for a in collections.articles %}{{ a.title }} {{ a.url }}{% endfor %}",
        'layouts/default.liquid': '<title>{{ page.title }} · {{ site.name }}</title>{{ content }}',
        'locales/nl.json': '{"hi":"Dag"}',
        'locales/en.json': '{}',
      },
      { collections: [collection], records: [record] },
    )
    expect(await render(site)).toBe('<title>Welkom · De Kruimel</title>Dag Brood &lt;vers&gt; /nieuws/brood')
    expect(await render(site, { ...home, language: 'en' })).toBe(
      '<title>Welcome · De Kruimel</title>Dag Brood &lt;vers&gt; /nieuws/brood',
    )
  })

  it('is the same each time', async () => {
    const site = siteOf({
      'pages/index.liquid':
        "{{ 'now' | date: 'moment' }}{% for i in (1..50) %}{{ i | times: 3 }}{% endfor %}",
    })
    expect(await render(site)).toBe(await render(site))
  })

  it('says what is wrong, and where', async () => {
    const site = siteOf({ 'pages/index.liquid': 'a\n{% nope %}' })
    const fault = await faultOf(render(site))
    expect(fault.problem).toMatchObject({
      path: 'pages/index.liquid',
      line: 2,
      message: { nl: 'De tag {% nope %} bestaat hier niet.' },
    })
  })
})

describe('a page that misbehaves', () => {
  const small = makeSandbox(log, { processes: { render: 1, bundle: 1 }, jobMs: { render: 900, bundle: 900 } })
  afterAll(() => small.stop())

  it('is stopped when it loops, and its neighbours go on', async () => {
    // Ten million empty rounds in one step: nothing inside the sandbox looks at a clock meanwhile.
    const looping = siteOf({
      'pages/index.liquid': '{% for i in (1..3000000) %}{% for j in (1..3000000) %}{% endfor %}{% endfor %}',
    })
    const began = performance.now()
    const [fault, fine] = await Promise.all([
      faultOf(render(looping, home, small)),
      render(neighbour, home, small),
    ])
    expect(fault.problem.message.en).toContain('too much time')
    expect(fine).toBe('Fine here')
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('is stopped when it fills the memory, and its neighbours go on', async () => {
    const site = siteOf(
      { 'pages/index.liquid': '{{ collections.articles | size }}' },
      { collections: [{ key: 'articles', name: { nl: 'A' }, single: false, fields: [] }] },
    )
    const heavy = (id: number): RecordFacts => ({
      recordId: String(id),
      title: {},
      values: { text: 'x'.repeat(8_000_000) },
      createdAt: '',
      updatedAt: '',
      addresses: {},
    })
    const source = { ...site.source, records: async () => Array.from({ length: 40 }, (_, id) => heavy(id)) }
    const patient = makeSandbox(log, {
      processes: { render: 1, bundle: 1 },
      jobMs: { render: 9000, bundle: 9000 },
    })
    const [fault, fine] = await Promise.all([
      faultOf(render({ ...site, source }, home, patient)),
      render(neighbour, home, patient),
    ])
    expect(fault.problem.message.en).toContain('too much memory')
    expect(fine).toBe('Fine here')
    await patient.stop()
  })

  it('may take its time while the server fetches something', async () => {
    const site = siteOf(
      { 'pages/index.liquid': '{{ collections.articles | size }}' },
      { collections: [{ key: 'articles', name: { nl: 'A' }, single: false, fields: [] }] },
    )
    const slow = {
      ...site.source,
      records: () => new Promise<RecordFacts[]>(done => setTimeout(() => done([]), 1500)),
    }
    expect(await render({ ...site, source: slow }, home, small)).toBe('0')
  })

  it('is not tried again when it ended its process', async () => {
    let fetched = 0
    const site = siteOf({
      'pages/index.liquid': '{% for i in (1..3000000) %}{% for j in (1..3000000) %}{% endfor %}{% endfor %}',
    })
    const source = {
      ...site.source,
      source: (sha: string) => {
        fetched += 1
        return site.source.source(sha)
      },
    }
    await faultOf(render({ ...site, source }, home, small))
    await render(neighbour, home, small)
    expect(fetched).toBe(1)
  })

  it('does not lose what another site has open in the same process', async () => {
    const session = small.open(neighbour.facts, neighbour.source, 'now')
    expect((await session.page(home)).html).toBe('Fine here')
    await faultOf(
      render(
        siteOf({
          'pages/index.liquid':
            '{% for i in (1..3000000) %}{% for j in (1..3000000) %}{% endfor %}{% endfor %}',
        }),
        home,
        small,
      ),
    )
    expect((await session.page(home)).html).toBe('Fine here')
    session.close()
  })

  it('gets an error of the server, not silence, when its files can not be read', async () => {
    const site = siteOf({ 'pages/index.liquid': 'x' })
    const source = { ...site.source, source: async () => Promise.reject(new Error('the disk is gone')) }
    await expect(render({ ...site, source }, home, small)).rejects.toThrow('the disk is gone')
    expect(await render(neighbour, home, small)).toBe('Fine here')
  })
})

describe('what a sandbox can reach', () => {
  it('is what belongs to the site, whatever it asks for', async () => {
    const site = siteOf({ 'pages/index.liquid': "[{% render 'other' %}]" })
    const asked: string[] = []
    const source = async (sha: string) => {
      asked.push(sha)
      return site.source.source(sha)
    }
    const session = pool.open(site.facts, { ...site.source, source }, 'now')
    // From here on the sandbox believes that a file of somebody else is one of this site.
    site.facts.templates['snippets/other.liquid'] = sha256('of somebody else')
    expect((await session.page(home)).html).toBe('[]')
    expect(asked).toEqual([site.facts.templates['pages/index.liquid']])
    session.close()
  })

  it('is no environment, and no file but its own program', async () => {
    const session = pool.open(neighbour.facts, neighbour.source, 'now')
    await session.page(home)
    const sandboxes = sandboxProcesses().filter(({ command }) => command.at(-1) === 'render')
    expect(sandboxes.length).toBeGreaterThan(0)
    for (const { pid, command } of sandboxes) {
      expect(
        readFileSync(`/proc/${pid}/environ`, 'utf8').replace(/NODE_(CHANNEL_\w+)=\w+\0/g, ''),
      ).not.toMatch(/HOME|PATH=|HELDER/)
      expect(command.some(part => /^--(experimental-)?permission$/.test(part))).toBe(true)
      expect(readFileSync(`/proc/${pid}/limits`, 'utf8')).toMatch(/Max data size\s+716800000/)
    }
    session.close()
  })
})

function sandboxProcesses(): { pid: number; command: string[] }[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8')
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').filter(Boolean)
        const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
        return parent === process.pid && command.some(part => part.endsWith('sandbox/main.mjs'))
          ? [{ pid: Number(name), command }]
          : []
      } catch {
        return []
      }
    })
}

describe('the bundler', () => {
  const canary = join(tmpdir(), `sites-canary-${process.pid}.js`)
  writeFileSync(canary, 'export default "canary-7f3a"')
  afterAll(() => rmSync(canary, { force: true }))

  const bundle = (files: Record<string, string>, addresses: Record<string, string> = {}, sandbox = pool) => {
    const bySha = new Map(Object.values(files).map(source => [sha256(source), source]))
    const shas = Object.fromEntries(Object.entries(files).map(([path, source]) => [path, sha256(source)]))
    return sandbox.bundle({ files: shas, addresses }, { source: async sha => bySha.get(sha) ?? '' }, 'now')
  }

  it('makes one file of many, under a name that says what is in it', async () => {
    const files = {
      'main.ts':
        "import { hi } from './lib/hi'\nimport logo from './logo.svg'\nconst a: string = hi\ndocument.title = a + logo",
      'lib/hi.ts': 'export const hi: string = "hello"',
      'main.css': "@import './base.css';\nbody { .a & { background: url(./logo.svg); } }",
      'base.css': '@font-face { font-family: x; src: url("./fonts/x.woff2"); }',
      'logo.svg': '<svg/>',
      'fonts/x.woff2': '',
    }
    const { outputs, problems } = await bundle(files, {
      'logo.svg': '/assets/logo.1a.svg',
      'fonts/x.woff2': '/assets/fonts/x.2b.woff2',
    })
    expect(problems).toEqual([])
    const script = outputs.find(({ source }) => source === 'main.ts')
    expect(script?.address).toMatch(/^\/assets\/main\.[A-Z0-9]{8}\.js$/)
    expect(script?.text).toContain('hello')
    expect(script?.text).toContain('/assets/logo.1a.svg')
    const style = outputs.find(({ source }) => source === 'main.css')
    expect(style?.text).toContain('/assets/fonts/x.2b.woff2')
    expect(style?.text).toContain('.a body{')
    expect(
      await bundle(files, { 'logo.svg': '/assets/logo.1a.svg', 'fonts/x.woff2': '/assets/fonts/x.2b.woff2' }),
    ).toEqual({ outputs, problems })
  })

  const escapes: [string, Record<string, string>][] = [
    ['an absolute path', { 'main.js': `import ${JSON.stringify(canary)}` }],
    ['a path upwards', { 'main.js': `import '../../../../../../..${canary}'` }],
    [
      'a path upwards from a folder',
      { 'main.js': "import './a/b.js'", 'a/b.js': `import '../../../..${canary}'` },
    ],
    ['a package', { 'main.js': "import 'liquidjs'" }],
    ['a module of Node', { 'main.js': "import 'node:fs'" }],
    ['a file address', { 'main.js': `import 'file://${canary}'` }],
    ['a data address', { 'main.js': "import 'data:text/javascript,alert(1)'" }],
    ['a web address', { 'main.js': "import 'https://example.com/x.js'" }],
    ['a dynamic import', { 'main.js': `import(${JSON.stringify(canary)})` }],
    ['require', { 'main.js': `require(${JSON.stringify(canary)})` }],
    ['an export', { 'main.js': `export * from ${JSON.stringify(canary)}` }],
    [
      'an import with attributes',
      { 'main.js': `import x from ${JSON.stringify(canary)} with { type: 'text' }; alert(x)` },
    ],
    ['a style', { 'main.css': `@import ${JSON.stringify(canary)};` }],
    ['a picture in a style', { 'main.css': `a { background: url(${canary}) }` }],
    [
      'composes in a style',
      {
        'main.js': "import './a.module.css'",
        'a.module.css': `.a { composes: b from ${JSON.stringify(canary)} }`,
      },
    ],
  ]
  for (const [name, files] of escapes) {
    it(`refuses ${name}`, async () => {
      const { outputs, problems } = await bundle(files)
      expect(outputs).toEqual([])
      expect(problems.length).toBeGreaterThan(0)
      expect(JSON.stringify(problems)).not.toContain('canary-7f3a')
      expect(problems[0]?.path).toMatch(/^assets\/(main|a)/)
    })
  }

  it('takes no settings from the disk, and reads no map of sources', async () => {
    const { outputs } = await bundle({
      'main.ts': `/// <reference path="${canary}" />\nconsole.log(1)\n//# sourceMappingURL=file://${canary}`,
    })
    expect(outputs[0]?.text).not.toContain('canary-7f3a')
  })

  it('says what is wrong with the file, the line and the column', async () => {
    const { problems } = await bundle({ 'main.ts': 'const a = 1\nconst b = = 2' })
    expect(problems).toEqual([
      {
        path: 'assets/main.ts',
        line: 2,
        column: 11,
        message: {
          nl: 'Dit kan niet gebouwd worden: Unexpected "="',
          en: 'This can not be built: Unexpected "="',
        },
      },
    ])
  })

  it('is stopped when six hundred bytes unfold into a gigabyte', async () => {
    let source = "enum E { a = 'xxxxxxxxxxxxxxxx',"
    for (let i = 0, before = 'a'; i < 34; before = `k${i++}`) source += `k${i} = ${before} + ${before},`
    const began = performance.now()
    const fault = await faultOf(bundle({ 'main.ts': `${source}}\nconsole.log(E.k33)` }))
    expect(fault.problem.message.en).toMatch(/too much (memory|time)/)
    expect(performance.now() - began).toBeLessThan(18_000)
    expect((await bundle({ 'main.js': 'console.log(2)' })).outputs).toHaveLength(1)
  })

  it('leaves no process behind', async () => {
    const own = makeSandbox(log)
    await bundle({ 'main.js': 'console.log(3)' }, {}, own)
    await render(neighbour, home, own)
    const pids = sandboxProcesses().map(({ pid }) => pid)
    await own.stop()
    const left = sandboxProcesses().map(({ pid }) => pid)
    expect(pids.length - left.length).toBe(2)
    expect(left.every(pid => existsSync(`/proc/${pid}`))).toBe(true)
  })
})
