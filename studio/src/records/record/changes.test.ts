import type { Field } from '@helder/fields'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, wordsBetween } from './changes.ts'

const label = { nl: 'Veld' }
const fields: Field[] = [
  { key: 'title', type: 'text', label, localized: true },
  { key: 'price', type: 'money', label },
  { key: 'day', type: 'date', label },
]

describe('what is different between two versions', () => {
  it('is told by field, and by language where it has words in several', () => {
    const before = { title: { nl: 'Roos', en: 'Rose' }, price: { cents: 100, currency: 'EUR' } }
    const after = {
      title: { nl: 'Roos', en: 'A rose' },
      price: { currency: 'EUR', cents: 100 },
      day: '2026-11-22',
    }
    expect(changesBetween(fields, before, after)).toEqual([
      { field: fields[0], language: 'en', before: 'Rose', after: 'A rose' },
      { field: fields[2], language: null, before: undefined, after: '2026-11-22' },
    ])
  })

  it('is not that a field was emptied that had nothing in it', () => {
    expect(changesBetween(fields, { day: '' }, {})).toEqual([])
    expect(changesBetween(fields, { title: { nl: '' } }, {})).toEqual([])
  })
})

describe('the words of two texts', () => {
  it('are those that stayed, went and came', () => {
    expect(wordsBetween('een rode roos', 'een witte roos')).toEqual([
      { kind: 'same', text: 'een ' },
      { kind: 'gone', text: 'rode ' },
      { kind: 'new', text: 'witte ' },
      { kind: 'same', text: 'roos' },
    ])
  })

  it('give back both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n')).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const words = wordsBetween(before, after)
        const without = (kind: string) =>
          words
            .filter(one => one.kind !== kind)
            .map(one => one.text)
            .join('')
        expect(without('new')).toBe(before)
        expect(without('gone')).toBe(after)
      }),
    )
  })
})
