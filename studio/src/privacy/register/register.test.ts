import { text } from '@helder/words'
import { describe, expect, it } from 'vitest'
import type { RegisterEntry } from '../../core/register.ts'
import { registerCsv } from './csv.ts'
import { categoriesIn, findInRegister, groupRegister } from './groups.ts'

const formId = '01a201c3-6ac6-701b-b3bf-a047c62a07c5'
const teamId = '01a201c3-6ac6-77fd-a9fe-af6a2bfba87c'

function entry(store: string, field: string, over: Partial<RegisterEntry> = {}): RegisterEntry {
  return {
    store,
    field,
    label: text(field, field),
    category: 'contact.email',
    about: text(`over ${store}`, `about ${store}`),
    purpose: text('om te antwoorden', 'to answer'),
    keep: text('tot 90 dagen na ontvangst', 'until 90 days after it came in'),
    seenBy: [text('Eigenaar', 'Owner')],
    ...over,
  }
}

const register = [
  entry('mail.messages', 'to_address'),
  entry(`records.records:${teamId}`, 'photo', {
    category: 'person.image',
    label: text('Portret', 'Portrait'),
  }),
  entry(`records.records:${formId}`, 'email'),
  entry(`records.records:${formId}`, 'diet', {
    category: 'person.preference',
    purpose: text('om te weten wat je eet', 'to know what you eat'),
  }),
  entry('records.records:unknown', 'email'),
  entry('shop.orders', 'email'),
]
const defined = [
  { collectionId: formId, siteId: 'site', kind: 'form' as const },
  { collectionId: teamId, siteId: 'site', kind: 'content' as const },
]

describe('the register', () => {
  it('is grouped by kind of place, forms first; what is not known has a place too', () => {
    const groups = groupRegister(register, defined)
    expect(groups.map(({ key, stores }) => [key, stores.map(({ store }) => store)])).toEqual([
      ['forms', [`records.records:${formId}`]],
      ['content', [`records.records:${teamId}`]],
      ['records', ['records.records:unknown']],
      ['mail', ['mail.messages']],
      ['other', ['shop.orders']],
    ])
  })

  it('says once what holds for a whole place, and nothing where it differs', () => {
    const [form] = groupRegister(register, defined)[0]?.stores ?? []
    expect(form?.keep?.nl).toBe('tot 90 dagen na ontvangst')
    expect(form?.seenBy).toEqual([text('Eigenaar', 'Owner')])
    expect(form?.purpose).toBeNull()
  })

  it.each([
    ['PORTRÉT', null, ['photo']],
    ['eet om', null, ['diet']],
    ['voorkeur', null, ['diet']],
    ['e-mailadres eigenaar', null, ['to_address', 'email', 'email', 'email']],
    ['', 'person.image', ['photo']],
    ['eet', 'person.image', []],
  ])('finds %s of category %s', (find, category, fields) => {
    expect(findInRegister(register, { find, category }, 'nl').map(({ field }) => field)).toEqual(fields)
  })

  it('looks in the language of the reader', () => {
    expect(findInRegister(register, { find: 'portrait', category: null }, 'nl')).toEqual([])
    expect(findInRegister(register, { find: 'portrait', category: null }, 'en')).toHaveLength(1)
  })

  it('names the categories that occur, in their own order', () => {
    expect(categoriesIn(register)).toEqual(['contact.email', 'person.preference', 'person.image'])
  })
})

describe('the register as a table', () => {
  const head = {
    where: 'Waar',
    what: 'Gegeven',
    category: 'Soort',
    why: 'Waarvoor',
    howLong: 'Hoe lang',
    whoSees: 'Wie ziet het',
    source: 'Bron',
  }

  it('has a line for each entry, in the language of the reader', () => {
    const [first, second, ...rest] = registerCsv(register.slice(0, 1), head, 'nl').split('\r\n')
    expect(first).toBe('\uFEFF"Waar";"Gegeven";"Soort";"Waarvoor";"Hoe lang";"Wie ziet het";"Bron"')
    expect(second).toBe(
      '"over mail.messages";"to_address";"e-mailadres";"om te antwoorden";"tot 90 dagen na ontvangst";"Eigenaar";"mail.messages.to_address"',
    )
    expect(rest).toEqual([''])
    expect(registerCsv(register, head, 'en')).toContain('"e-mail address","to answer"')
  })

  it('keeps cells whole, and computes nothing', () => {
    const label = text('=HYPERLINK("http://elders.example";"klik")', '@SUM(1;2)')
    const csv = registerCsv([entry('mail.messages', 'x', { label })], head, 'nl')
    expect(csv).toContain('"\'=HYPERLINK(""http://elders.example"";""klik"")"')
    expect(registerCsv([entry('mail.messages', 'x', { label })], head, 'en')).toContain('"\'@SUM(1;2)"')
  })
})
