import { type Field, field as fieldSchema, type Label } from '@helder/fields'
import { describe, expect, it } from 'vitest'
import { keyFrom } from './keys.ts'
import { canBeLocalized, kindKeys, kindOf, kindsFor, makeField } from './kinds.ts'
import { suggestedCategory, suggestedKind } from './suggestion.ts'
import { holdsPersonalData, isOpenAt, undeclaredIn } from './tree.ts'

const made = (kind: (typeof kindKeys)[number], label: Label = { nl: 'Iets' }): Field =>
  makeField({
    key: 'thing',
    label,
    kind,
    options: [{ value: 'yes', label: { nl: 'Ja' } }],
    collection: 'news',
    localized: false,
  })

describe('kinds', () => {
  it.each(kindKeys)('makes a %s that the server takes, and knows it again', kind => {
    const field = made(kind)
    expect(fieldSchema.safeParse(field).success).toBe(true)
    expect(kindOf(field)).toBe(kind)
    expect(undeclaredIn([field]).length).toBe(['group', 'groupList', 'blocks'].includes(kind) ? 0 : 1)
  })

  it('offers visitors only what they can fill in', () => {
    const inForm = kindsFor({ kind: 'form', depth: 0, hasCollections: true })
    expect(inForm).toContain('group')
    for (const kind of ['richText', 'reference', 'blocks', 'lineList'] as const)
      expect(inForm).not.toContain(kind)
  })

  it('offers no reference without a collection, and nothing to put fields in too deep', () => {
    const kinds = kindsFor({ kind: 'content', depth: 3, hasCollections: false })
    expect(kinds).not.toContain('reference')
    expect(kinds).not.toContain('group')
    expect(kinds).toContain('richText')
  })

  it('lets no group or reference differ by language', () => {
    expect(canBeLocalized('line')).toBe(true)
    expect(canBeLocalized('blocks')).toBe(false)
    expect(canBeLocalized('reference')).toBe(false)
  })
})

describe('keys', () => {
  it('are made of what people type', () => {
    expect(keyFrom('Naam van je kind', new Set())).toBe('naamVanJeKind')
    expect(keyFrom('Privé-adres (straat)', new Set())).toBe('priveAdresStraat')
    expect(keyFrom('E-mailadres', new Set())).toBe('emailadres')
    expect(keyFrom('2e keuze', new Set())).toBe('eKeuze')
    expect(keyFrom('…', new Set())).toBe('field')
  })

  it('differ from what is there, and from what templates use themselves', () => {
    expect(keyFrom('Naam', new Set(['naam', 'naam2']))).toBe('naam3')
    expect(keyFrom('id', new Set())).toBe('id2')
    expect(keyFrom('Constructor', new Set())).toBe('constructor2')
  })

  it('always have the form that the server asks', () => {
    for (const words of ['x'.repeat(90), '9 levens', 'ÀÉÎ', "Wat is 't?", '_']) {
      const key = keyFrom(words, new Set())
      expect(fieldSchema.safeParse({ key, type: 'date', label: { nl: 'x' } }).success, key).toBe(true)
    }
  })
})

describe('suggestions', () => {
  it('know what is about people by its type or its name', () => {
    expect(suggestedCategory(made('email'), 'content')).toBe('contact.email')
    expect(suggestedCategory(made('phone'), 'form')).toBe('contact.phone')
    expect(suggestedCategory(made('date', { nl: 'Geboortedatum' }), 'content')).toBe('person.birth-date')
    expect(suggestedCategory(made('line', { en: 'First name' }), 'form')).toBe('contact.name')
    expect(suggestedCategory(made('line', { nl: 'Postcode' }), 'form')).toBe('contact.address')
    expect(suggestedCategory(made('lines', { nl: 'Je vraag' }), 'form')).toBe('content')
  })

  it('leave alone what points to nobody', () => {
    expect(suggestedCategory(made('line', { nl: 'Naam' }), 'content')).toBeNull()
    expect(suggestedCategory(made('number', { nl: 'Aantal' }), 'form')).toBeNull()
    expect(suggestedCategory(made('date', { nl: 'Dag van aankomst' }), 'form')).toBeNull()
  })

  it('choose the type that people mean, of those that are offered', () => {
    expect(suggestedKind('E-mailadres', kindKeys)).toBe('email')
    expect(suggestedKind('Je bericht', kindKeys)).toBe('lines')
    expect(suggestedKind('Date of birth', kindKeys)).toBe('date')
    expect(suggestedKind('Wat is je lievelingsbrood?', kindKeys)).toBe('line')
    expect(suggestedKind('E-mailadres', ['line'])).toBe('line')
  })
})

const text = (key: string, privacy?: Field['privacy']): Field => ({
  key,
  label: { nl: key },
  type: 'text',
  ...(privacy ? { privacy } : {}),
})

describe('what still has to be said', () => {
  const fields: Field[] = [
    text('title', { personal: false }),
    { key: 'address', label: { nl: 'Adres' }, type: 'group', fields: [text('street'), text('city')] },
    { key: 'tags', label: { nl: 'Labels' }, type: 'list', of: text('item') },
    { key: 'said', label: { nl: 'Gezegd' }, type: 'list', of: text('item'), privacy: { personal: false } },
    {
      key: 'parts',
      label: { nl: 'Delen' },
      type: 'blocks',
      blocks: [
        { key: 'quote', label: { nl: 'Citaat' }, fields: [text('by'), text('words', { personal: false })] },
        { key: 'note', label: { nl: 'Noot' }, fields: [text('by', { personal: false })] },
      ],
    },
    { key: 'mail', label: { nl: 'Mail' }, type: 'email', privacy: { personal: false } },
  ]

  it('is found wherever it stands, by the path that opens it', () => {
    expect(undeclaredIn(fields).map(({ path }) => path)).toEqual([
      'address.street',
      'address.city',
      'tags',
      'parts.quote.by',
      'mail',
    ])
  })

  it('stands open along with everything around it', () => {
    expect(isOpenAt('address.street', 'address')).toBe(true)
    expect(isOpenAt('address.street', 'address.street')).toBe(true)
    expect(isOpenAt('addresses', 'address')).toBe(false)
    expect(isOpenAt(undefined, 'address')).toBe(false)
  })

  it('is personal when anything in it is', () => {
    expect(holdsPersonalData(fields)).toBe(false)
    const street = text('street', { personal: true, category: 'contact.address' })
    const group: Field = { key: 'g', label: { nl: 'G' }, type: 'group', fields: [street] }
    expect(holdsPersonalData([{ key: 'l', label: { nl: 'L' }, type: 'list', of: group }])).toBe(true)
  })
})
