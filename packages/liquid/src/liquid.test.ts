import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTemplate, engine, parseTemplate } from './engine.ts'
import type { CollectionFacts, Environment, RecordFacts } from './environment.ts'
import { TemplateFault } from './fault.ts'
import type { FormFacts, FormState } from './form-facts.ts'
import { openLibrary } from './library.ts'
import { limits } from './limits.ts'
import { renderPage } from './page.ts'
import { facts } from './printed.ts'
import { reference } from './reference.ts'

interface Site {
  files?: Record<string, string>
  collections?: CollectionFacts[]
  records?: Record<string, RecordFacts[]>
  forms?: FormFacts[]
  formState?: FormState
  language?: string
}

/** Renders a template within a small site. */
async function render(
  source: string,
  site: Site = {},
  values: Record<string, unknown> = {},
): Promise<string> {
  const files = site.files ?? {}
  const language = site.language ?? 'nl'
  const read = (path: string) => {
    const text = files[path]
    return text === undefined ? undefined : parseTemplate(path, text)
  }
  const environment: Environment = {
    language,
    languages: ['nl', 'en'],
    now: new Date('2026-11-22T13:05:00Z'),
    origin: 'https://bakery.example',
    address: '/contact',
    snippet: async name => read(`snippets/${name}.liquid`),
    translate: key =>
      ({ nl: { hello: 'Dag {name}' }, en: { hello: 'Hello {name}' } })[language]?.[key as 'hello'],
    asset: path => (path === 'main.css' ? '/assets/main.3f9a.css' : undefined),
    mediaAddress: (object, name) => `/media/${object.slice(0, 4)}/${name}`,
    form: key => site.forms?.find(form => form.key === key),
    formState: site.formState,
    used: { forms: new Set(), scripts: new Set(), templates: new Map() },
    depth: 0,
  }
  const library = openLibrary({
    ...environment,
    collections: site.collections ?? [],
    load: async key => site.records?.[key] ?? [],
  })
  const template = parseTemplate('pages/index.liquid', source)
  return renderPage({
    template,
    layout: async name => read(`layouts/${name}.liquid`),
    layoutName: template.frontMatter.layout,
    globals: facts({
      collections: () => library.collections,
      ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, () => value])),
    }),
    environment,
  })
}

async function problemOf(source: string, site: Site = {}, values: Record<string, unknown> = {}) {
  try {
    await render(source, site, values)
  } catch (error) {
    if (error instanceof TemplateFault) return error.problem
    throw error
  }
  throw new Error('nothing went wrong')
}

const article: CollectionFacts = {
  key: 'articles',
  name: { nl: 'Artikelen' },
  single: false,
  fields: [
    { key: 'title', type: 'text', label: { nl: 'Titel' }, localized: true },
    { key: 'body', type: 'richText', label: { nl: 'Tekst' } },
    { key: 'price', type: 'money', label: { nl: 'Prijs' } },
    {
      key: 'kind',
      type: 'choice',
      label: { nl: 'Soort' },
      options: [{ value: 'news', label: { nl: 'Nieuws', en: 'News' } }],
    },
    { key: 'photo', type: 'image', label: { nl: 'Foto' } },
    { key: 'author', type: 'reference', label: { nl: 'Schrijver' }, collection: 'people' },
    {
      key: 'tags',
      type: 'list',
      label: { nl: 'Trefwoorden' },
      of: { key: 'tag', type: 'text', label: { nl: 'Woord' } },
    },
  ],
}
const people: CollectionFacts = {
  key: 'people',
  name: { nl: 'Mensen' },
  single: false,
  fields: [{ key: 'name', type: 'text', label: { nl: 'Naam' } }],
}
const record: RecordFacts = {
  recordId: 'a1',
  title: { nl: 'Brood', en: 'Bread' },
  values: {
    title: { nl: 'Brood & <boter>', en: 'Bread' },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vers & warm' }] }] },
    price: { cents: 1250, currency: 'EUR' },
    kind: 'news',
    photo: {
      object: 'ab'.repeat(32),
      name: 'brood.jpg',
      sizeBytes: 9,
      mediaType: 'image/jpeg',
      width: 40,
      height: 30,
      alt: 'Een "brood"',
    },
    author: 'p1',
    tags: ['meel', '<gist>'],
  },
  createdAt: '2026-11-20T10:00:00Z',
  updatedAt: '2026-11-21T10:00:00Z',
  addresses: { nl: '/nieuws/brood', en: '/en/news/bread' },
}
const content: Site = {
  collections: [article, people],
  records: {
    articles: [record],
    people: [{ ...record, recordId: 'p1', values: { name: 'Eva' }, addresses: {} }],
  },
}

describe('what stands on a page', () => {
  it('is escaped, whatever people typed', async () => {
    expect(await render('{{ a }} {{ a | upcase }} {{ a | raw }}', {}, { a: '<b>&"\'' })).toBe(
      '&lt;b&gt;&amp;&quot;&#39; &lt;B&gt;&amp;&quot;&#39; <b>&"\'',
    )
  })

  it('is escaped for any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async value => {
        const html = await render('<p title="{{ a }}">{{ a | append: a }}</p>', {}, { a: value })
        expect(html.slice(10, -4).replace('">', '')).not.toMatch(/[<>"']/)
      }),
      { numRuns: 100 },
    )
  })

  it('is escaped once when it was captured', async () => {
    expect(await render('{% capture x %}<i>{{ a }}</i>{% endcapture %}{{ x }}', {}, { a: '<' })).toBe(
      '<i>&lt;</i>',
    )
    expect(await render("{% capture x %}5{% endcapture %}{% if x == '5' %}yes{% endif %}")).toBe('yes')
  })

  it('has the values of records, in the language of the page', async () => {
    const source = `{% for a in collections.articles %}{{ a.title }}|{{ a.body }}|{{ a.price }}|{{ a.kind }}|{{ a.author.name }}|{{ a.tags | join: ',' }}|{{ a.url }}{% if a.kind == 'news' and a.price > 12 %}!{% endif %}{% endfor %}`
    expect(await render(source, content)).toBe(
      'Brood &amp; &lt;boter&gt;|<p>Vers &amp; warm</p>|€&nbsp;12,50|Nieuws|Eva|meel,&lt;gist&gt;|/nieuws/brood!'.replace(
        '&nbsp;',
        '\u00a0',
      ),
    )
    expect(await render(source, { ...content, language: 'en' })).toContain(
      'Bread|<p>Vers &amp; warm</p>|€12.50|News|Eva',
    )
  })

  it('shortens rich text as plain text', async () => {
    const source = '{% for a in collections.articles %}{{ a.body | truncate: 8 }}{% endfor %}'
    expect(await render(source, content)).toBe('Vers ...')
  })

  it('shows a picture with its size and description', async () => {
    const source = "{% for a in collections.articles %}{{ a.photo | image: class: 'wide' }}{% endfor %}"
    expect(await render(source, content)).toBe(
      '<img src="/media/abab/brood.jpg" alt="Een &quot;brood&quot;" width="40" height="30" class="wide" loading="lazy" decoding="async">',
    )
  })

  it('sorts, filters and groups records by their fields', async () => {
    const source =
      "{% assign found = collections.articles | where: 'kind', 'news' | sort: 'price' %}{{ found | map: 'title' | join }}"
    expect(await render(source, content)).toBe('Brood &amp; &lt;boter&gt;')
  })

  it('writes dates and amounts as people do', async () => {
    expect(
      await render("{{ 'now' | date: 'full' }}; {{ '2026-03-01' | date: '%-d %B %Y' }}; {{ 1999 | money }}"),
    ).toBe('zondag 22 november 2026; 1 maart 2026; €\u00a019,99')
    expect(await render("{{ '2026-06-30T22:30:00Z' | date: 'moment' }}", { language: 'en' })).toBe(
      '1 July 2026 at 00:30',
    )
  })

  it('knows texts, assets and absolute addresses', async () => {
    expect(
      await render(
        "{{ 'hello' | t: name: who }} {{ 'main.css' | asset_url }} {{ '/x' | absolute_url }}",
        {},
        { who: '<Eva>' },
      ),
    ).toBe('Dag &lt;Eva&gt; /assets/main.3f9a.css https://bakery.example/x')
  })

  it('is safe data for a script', async () => {
    const html = await render(
      '<script>const x = {{ a | json }}</script>',
      {},
      { a: { b: '</script><script>alert(1)' } },
    )
    expect(html).toBe('<script>const x = {"b":"\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"}</script>')
    const source = '{% for a in collections.articles %}{{ a | json }}{% endfor %}'
    expect(JSON.parse(await render(source, content))).toMatchObject({
      kind: 'news',
      price: 12.5,
      id: 'a1',
      author: null,
    })
  })

  it('stands in its layouts, and uses snippets', async () => {
    const files = {
      'layouts/default.liquid': '---\nlayout: base\n---\n<main>{{ content }}</main>',
      'layouts/base.liquid': '<body>{{ content }}</body>',
      'snippets/card.liquid': '[{{ card }}{{ who }}]',
    }
    const source =
      "---\nlayout: default\n---\n{% render 'card', who: 'Eva' %}{% render 'card' for list as card %}"
    expect(await render(source, { files }, { list: [1, 2] })).toBe('<body><main>[Eva][1][2]</main></body>')
  })

  it('never links to a script', async () => {
    expect(await render("{{ 'x' | link_to: a }}", {}, { a: 'javascript:alert(1)' })).toBe('<a href="#">x</a>')
  })
})

describe('a template that reaches too far', () => {
  it('finds nothing behind its values', async () => {
    const reach = [
      '{{ site.constructor }}',
      '{{ site.__proto__ }}',
      '{{ list.constructor.constructor }}',
      "{{ 'x'.constructor }}",
      '{{ collections.articles[0].constructor.name }}',
      '{{ collections.articles[0].price.constructor }}',
      '{{ collections.articles[0].price.__proto__ }}',
      '{{ collections.articles[0].body.toString }}',
      '{{ collections.constructor }}',
      '{{ globals }}{{ environment }}{{ process }}{{ require }}',
      "{% assign k = 'constructor' %}{{ list[k] }}",
    ]
    for (const source of reach) expect(await render(source, content, { list: [1], site: facts({}) })).toBe('')
  })

  it('has no tags that read files', async () => {
    for (const name of ['include', 'layout', 'block'])
      expect((await problemOf(`{% ${name} 'x' %}`)).message.en).toBe(`There is no tag {% ${name} %} here.`)
    expect((await problemOf("{% render '../../etc/passwd' %}")).message.en).toContain('There is no snippet')
  })
})

describe('a template that costs too much', () => {
  const stopped = async (source: string, site: Site = {}) => (await problemOf(source, site)).message.en

  it('is stopped when it loops', async () => {
    const began = performance.now()
    const loop =
      '{% for i in (1..9000) %}{% for j in (1..9000) %}{% assign x = i | plus: j %}{% endfor %}{% endfor %}'
    expect(await stopped(loop)).toContain('takes more than 2 seconds')
    expect(performance.now() - began).toBeLessThan(4000)
  })

  it('is stopped when it fills the memory', async () => {
    expect(await stopped('{% for i in (1..900000000) %}{% endfor %}')).toContain('too much text')
    const doubling = `{% assign x = 'aaaaaaaaaaaaaaaa' %}${'{% assign x = x | append: x %}'.repeat(40)}`
    expect(await stopped(doubling)).toContain('too much text')
  })

  it('is stopped when it writes without end, in a capture too', async () => {
    const long = 'x'.repeat(10_000)
    expect(await stopped(`{% for i in (1..10000) %}${long}{% endfor %}`)).toContain('longer than 4 million')
    expect(
      await stopped(`{% capture c %}{% for i in (1..10000) %}${long}{% endfor %}{% endcapture %}`),
    ).toContain('longer than 4 million')
  })

  it('is stopped when a snippet renders itself, or a layout is in itself', async () => {
    const files = {
      'snippets/a.liquid': "{% render 'b' %}",
      'snippets/b.liquid': "{% render 'a' %}",
      'layouts/a.liquid': '---\nlayout: a\n---\n{{ content }}',
    }
    expect(await stopped("{% render 'a' %}", { files })).toContain('renders itself')
    expect(await stopped('---\nlayout: a\n---\n', { files })).toContain('inside itself')
  })

  it('is refused at once when its blocks go too deep', () => {
    const began = performance.now()
    const deep = '{% if a %}'.repeat(9_000)
    expect(checkTemplate('pages/x.liquid', deep)[0]?.message.en).toContain('nested too deeply')
    const inLiquid = `{% liquid\n${'if a\n'.repeat(200)}${'endif\n'.repeat(200)}%}`
    expect(checkTemplate('pages/x.liquid', inLiquid)[0]?.message.en).toContain('nested too deeply')
    const brackets = `{{ ${'a['.repeat(50_000)}1${']'.repeat(50_000)} }}`
    expect(checkTemplate('pages/x.liquid', brackets)).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(1500)
  })

  it('is refused when it is too large', () => {
    expect(checkTemplate('x', 'x'.repeat(limits.templateChars + 1))[0]?.message.en).toContain('too large')
    expect(checkTemplate('x', '{{ a }}'.repeat(limits.marks + 1))[0]?.message.en).toContain('too large')
    expect(checkTemplate('x', `<script>${'\nif (a) {\n}'.repeat(500)}</script>`)).toEqual([])
  })
})

describe('what is wrong', () => {
  it('is said with the file, the line and the column', async () => {
    expect(checkTemplate('pages/a.liquid', '---\ntitle: A\n---\n<p>\n  {% iff x %}')).toEqual([
      {
        path: 'pages/a.liquid',
        line: 5,
        column: 3,
        message: { nl: 'De tag {% iff %} bestaat hier niet.', en: 'There is no tag {% iff %} here.' },
      },
    ])
    expect(checkTemplate('a', '{{ x | nope }}')[0]?.message.en).toBe("There is no filter 'nope'.")
    expect(checkTemplate('a', '{% if a %}\n')[0]?.message.en).toBe('{% if a %} is not closed anywhere.')
    expect(checkTemplate('a', 'a\n{{ b')[0]).toMatchObject({
      line: 2,
      message: { en: '{{ b is not closed with }}.' },
    })
  })

  it('is found in the snippet where it is', async () => {
    const files = { 'snippets/card.liquid': "---\nnote: x\n---\n\n{{ 'none.css' | asset_url }}" }
    expect(await problemOf("\n\n{% render 'card' %}", { files })).toMatchObject({
      path: 'snippets/card.liquid',
      line: 5,
      message: { en: 'There is no file assets/none.css. Add it, or choose another name.' },
    })
  })

  it('is said of front matter', () => {
    expect(checkTemplate('a', '---\ntitle: [1\n---\n')[0]).toMatchObject({ path: 'a', line: 2 })
    expect(checkTemplate('a', '---\ntitle: a\nlayout: 3\n---\n')[0]).toMatchObject({
      line: 3,
      message: { en: "'layout' should be something else." },
    })
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key, i) => `${key}: &${key} [${`*${'abcdefg'[i]},`.repeat(9)}1]`).join('\n')}`
    expect(checkTemplate('a', `---\n${bomb}\n---\n`)).toHaveLength(1)
  })
})

describe('the list of the code editor', () => {
  it('names every tag and filter that there is, and no other', () => {
    const names = (kind: string) =>
      reference
        .filter(entry => entry.kind === kind)
        .map(entry => entry.name)
        .sort()
    expect(names('tag')).toEqual(Object.keys(engine.tags).sort())
    expect(names('filter')).toEqual(Object.keys(engine.filters).sort())
  })

  it('shows tags and filters as they can be written', () => {
    for (const { kind, signature } of reference) {
      if (kind === 'tag' && !signature.includes('…'))
        expect(checkTemplate('a', signature), signature).toEqual([])
      if (kind === 'filter') expect(checkTemplate('a', `{{ ${signature} }}`), signature).toEqual([])
    }
  })
})
