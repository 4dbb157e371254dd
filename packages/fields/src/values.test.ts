import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Field, fields as fieldsSchema } from './field.ts'
import { richTextFault, richTextHtml, richTextPlain } from './rich-text.ts'
import { checkValues } from './values.ts'
import {
  leavesOf,
  objectsIn,
  plainText,
  referencesIn,
  slotValue,
  sortable,
  undeclaredLeaves,
} from './walk.ts'

const label = { nl: 'Veld', en: 'Field' }
const complete = { complete: true, languages: ['nl', 'en'] }
const draft = { complete: false, languages: ['nl', 'en'] }
const sha = 'a'.repeat(64)

function one(field: Omit<Field, 'key' | 'label'>, value: unknown, options = complete) {
  const { values, problems } = checkValues([{ key: 'f', label, ...field } as Field], { f: value }, options)
  return problems.length > 0 ? { problem: problems[0] } : { value: values.f }
}

describe('what a value must be', () => {
  const good: [string, Omit<Field, 'key' | 'label'>, unknown, unknown][] = [
    ['a text loses its outer space', { type: 'text' } as never, '  Hallo   daar ', 'Hallo daar'],
    ['a multiline text keeps its lines', { type: 'text', multiline: true } as never, 'a\r\nb', 'a\nb'],
    ['a number with a decimal comma', { type: 'number', decimals: 2 } as never, '1.234,5', 1234.5],
    ['a number with a decimal point', { type: 'number', decimals: 2 } as never, '1,234.5', 1234.5],
    ['an amount as people type it', { type: 'money' } as never, '€ 12,50', { cents: 1250, currency: 'EUR' }],
    [
      'an amount as it is kept',
      { type: 'money' } as never,
      { cents: 1250 },
      { cents: 1250, currency: 'EUR' },
    ],
    ['a tick of a form', { type: 'boolean' } as never, 'on', true],
    ['a leap day', { type: 'date' } as never, '2028-02-29', '2028-02-29'],
    ['one of the options', { type: 'choice', options: [{ value: 'a', label }] } as never, 'a', 'a'],
    [
      'several options, each once',
      { type: 'choice', many: true, options: [{ value: 'a', label }] } as never,
      ['a', 'a'],
      ['a'],
    ],
    ['an address', { type: 'email' } as never, ' Anna@Voorbeeld.nl ', 'Anna@Voorbeeld.nl'],
    ['a telephone number', { type: 'phone' } as never, '+31 (0)6 12 34 56 78', '+31 (0)6 12 34 56 78'],
    ['a page of the site itself', { type: 'link' } as never, '/contact', '/contact'],
    [
      'a list of texts',
      { type: 'list', of: { key: 'x', label, type: 'text' } } as never,
      ['a', ' b '],
      ['a', 'b'],
    ],
  ]
  it.each(good)('%s', (_name, field, given, kept) => expect(one(field, given)).toEqual({ value: kept }))

  const bad: [string, Omit<Field, 'key' | 'label'>, unknown][] = [
    ['a number that is none', { type: 'number' } as never, '12 appels'],
    ['a number out of range', { type: 'number', min: 3 } as never, 2],
    ['an amount that is none', { type: 'money' } as never, 'gratis'],
    ['a day that does not exist', { type: 'date' } as never, '2026-02-29'],
    ['an option that is not there', { type: 'choice', options: [{ value: 'a', label }] } as never, 'b'],
    [
      'two where one is asked',
      {
        type: 'choice',
        options: [
          { value: 'a', label },
          { value: 'b', label },
        ],
      } as never,
      ['a', 'b'],
    ],
    ['an address without a domain', { type: 'email' } as never, 'anna@'],
    ['an address with a line break', { type: 'email' } as never, 'anna@voorbeeld.nl\nBcc: x@y.nl'],
    ['a telephone number of letters', { type: 'phone' } as never, 'bel mij maar'],
    ['a link that runs', { type: 'link' } as never, 'javascript:alert(1)'],
    ['a link to another host without saying so', { type: 'link' } as never, '//elders.example/x'],
    ['a file without bytes', { type: 'file' } as never, { name: 'x', sizeBytes: 1, mediaType: 'a/b' }],
    [
      'a file that is too large',
      { type: 'file', maxBytes: 10 } as never,
      { object: sha, name: 'x', sizeBytes: 11, mediaType: 'a/b' },
    ],
    ['a list that is none', { type: 'list', of: { key: 'x', label, type: 'text' } } as never, 'a'],
    [
      'a block of an unknown kind',
      { type: 'blocks', blocks: [{ key: 'a', label, fields: [] }] } as never,
      [{ type: 'b' }],
    ],
    ['nothing where something is required', { type: 'text', required: true } as never, '  '.trim()],
    ['an unticked box that must be ticked', { type: 'boolean', required: true } as never, false],
  ]
  it.each(bad)('%s is refused, in both languages', (_name, field, given) => {
    const { problem } = one(field, given)
    expect(problem?.message.nl).toBeTruthy()
    expect(problem?.message.en).toBeTruthy()
    expect(problem?.message.nl).not.toBe(problem?.message.en)
  })

  it('lets a draft lack what is required', () => {
    expect(one({ type: 'text', required: true } as never, '', draft)).toEqual({ value: undefined })
  })

  it('asks a localised value in the first language of the site only', () => {
    const field = { type: 'text', required: true, localized: true } as never
    expect(one(field, { nl: 'Ja' })).toEqual({ value: { nl: 'Ja' } })
    expect(one(field, { en: 'Yes' }).problem?.path).toBe('f.nl')
    expect(one(field, { nl: 'Ja', de: 'Doch' }).problem?.path).toBe('f.de')
  })

  it('refuses a field that does not exist rather than dropping it', () => {
    const { problems } = checkValues([{ key: 'a', label, type: 'text' }], { a: 'x', isAdmin: true }, complete)
    expect(problems.map(problem => problem.path)).toEqual(['isAdmin'])
  })

  it('never throws, and keeps only what it was given fields for, whatever comes in', () => {
    const fields: Field[] = [
      { key: 'a', label, type: 'text' },
      { key: 'b', label, type: 'richText' },
      {
        key: 'c',
        label,
        type: 'list',
        of: { key: 'x', label, type: 'group', fields: [{ key: 'd', label, type: 'number' }] },
      },
      {
        key: 'e',
        label,
        type: 'blocks',
        blocks: [{ key: 'k', label, fields: [{ key: 'f', label, type: 'image' }] }],
      },
    ]
    fc.assert(
      fc.property(fc.anything(), given => {
        const { values } = checkValues(fields, given, complete)
        expect(['a', 'b', 'c', 'e']).toEqual(expect.arrayContaining(Object.keys(values)))
      }),
    )
  })

  it('gives back the same values when it is asked again', () => {
    const field: Field = { key: 'f', label, type: 'money' }
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), cents => {
        const once = checkValues([field], { f: { cents } }, complete).values
        expect(checkValues([field], once, complete).values).toEqual(once)
      }),
    )
  })
})

describe('formatted text', () => {
  const doc = (...content: unknown[]) => ({ type: 'doc', content })
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
  const options = { imageAddress: (object: string) => `/o/${object}` }

  it('is written as HTML in which nothing that people wrote can run', () => {
    const text = doc(
      paragraph({ type: 'text', text: '<script>alert("x")</script>', marks: [{ type: 'bold' }] }),
    )
    expect(richTextFault(text)).toBeNull()
    expect(richTextHtml(text as never, options)).toBe(
      '<p><strong>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</strong></p>',
    )
  })

  const refused: [string, unknown][] = [
    ['a node that is unknown', doc({ type: 'iframe', attrs: { src: 'https://x' } })],
    ['an attribute that is unknown', doc({ type: 'paragraph', attrs: { onclick: 'x' } })],
    [
      'a link that runs',
      doc(
        paragraph({
          type: 'text',
          text: 'x',
          marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
        }),
      ),
    ],
    [
      'a mark of the prototype',
      doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'constructor' }] })),
    ],
    ['text straight in the document', doc({ type: 'text', text: 'x' })],
    ['something that is no document', 'hallo'],
  ]
  it.each(refused)('refuses %s', (_name, value) => expect(richTextFault(value)).not.toBeNull())

  it('refuses what is nested too deep, without falling over', () => {
    let node: unknown = paragraph({ type: 'text', text: 'x' })
    for (let depth = 0; depth < 5000; depth++) node = { type: 'blockquote', content: [node] }
    expect(richTextFault(doc(node))).not.toBeNull()
  })

  it('is read as plain text, a line per block', () => {
    const text = doc(paragraph({ type: 'text', text: 'Een ' }, { type: 'text', text: 'twee' }), {
      type: 'heading',
      attrs: { level: 2 },
      content: [{ type: 'text', text: 'Kop' }],
    })
    expect(richTextPlain(text as never)).toBe('Een twee\nKop')
  })
})

describe('what stands in a record', () => {
  const fields: Field[] = [
    { key: 'title', label, type: 'text', privacy: { personal: false } },
    { key: 'photos', label, type: 'list', of: { key: 'p', label, type: 'image' } },
    {
      key: 'parts',
      label,
      type: 'blocks',
      blocks: [
        {
          key: 'person',
          label,
          fields: [
            { key: 'email', label, type: 'email' },
            { key: 'by', label, type: 'reference', collection: 'people' },
          ],
        },
      ],
    },
  ]
  const id = '01a20164-4d17-7792-ba70-4004b7eff669'
  const values = {
    title: 'T',
    photos: [
      { object: sha, name: 'a.jpg', sizeBytes: 1, mediaType: 'image/jpeg', width: 1, height: 1, alt: '' },
    ],
    parts: [{ type: 'person', email: 'a@b.nl', by: id }],
  }

  it('finds every field that must say whose data it holds', () => {
    expect(leavesOf(fields).map(leaf => leaf.path)).toEqual([
      'title',
      'photos.*',
      'parts.*.email',
      'parts.*.by',
    ])
    expect(undeclaredLeaves(fields).map(leaf => leaf.path)).toEqual([
      'photos.*',
      'parts.*.email',
      'parts.*.by',
    ])
  })

  it('wants a reason where an address is said to be about nobody', () => {
    const email = (privacy: Field['privacy']): Field => ({ key: 'e', label, type: 'email', privacy })
    expect(undeclaredLeaves([email({ personal: false })])).toHaveLength(1)
    expect(
      undeclaredLeaves([email({ personal: false, because: 'het adres van de winkel zelf' })]),
    ).toHaveLength(0)
  })

  it('finds files and references at any depth', () => {
    expect(objectsIn(fields, values)).toEqual([sha])
    expect(referencesIn(fields, values)).toEqual([{ path: 'parts.0.by', recordId: id }])
  })

  it('sorts as people do: without accents and capitals', () => {
    expect(['Éclair', 'appel', 'Zoet', 'eend'].sort((a, b) => (sortable(a) < sortable(b) ? -1 : 1))).toEqual([
      'appel',
      'Éclair',
      'eend',
      'Zoet',
    ])
    expect(slotValue({ key: 'n', label, type: 'number', decimals: 2 }, 1.5)).toBe(1_500_000)
    expect(plainText({ key: 'm', label, type: 'money' }, { cents: 123450 }, 'nl')).toMatch(/€\s?1\.234,50/)
  })
})

describe('a definition', () => {
  it('has each key once, and no key that Helder uses', () => {
    const parse = (keys: string[]) =>
      fieldsSchema.safeParse(keys.map(key => ({ key, label, type: 'text' }))).success
    expect(parse(['a', 'b'])).toBe(true)
    expect(parse(['a', 'a'])).toBe(false)
    expect(parse(['constructor'])).toBe(false)
    expect(parse(['1a'])).toBe(false)
  })

  it('is four deep at most', () => {
    const nested = (depth: number): unknown =>
      depth === 0
        ? { key: 'x', label, type: 'text' }
        : { key: 'x', label, type: 'group', fields: [nested(depth - 1)] }
    expect(fieldsSchema.safeParse([nested(4)]).success).toBe(true)
    expect(fieldsSchema.safeParse([nested(5)]).success).toBe(false)
  })
})
