import type { Field } from '@helder/fields'
import { expect, it } from 'vitest'
import { fieldAt, fitting, inputName, lackingIn, problemsOf, savable } from './problems.ts'

const label = { nl: 'Veld' }
const fields: Field[] = [
  { key: 'title', label, type: 'text', required: true, localized: true },
  { key: 'email', label, type: 'email' },
  { key: 'address', label, type: 'group', fields: [{ key: 'street', label, type: 'text', required: true }] },
  { key: 'links', label, type: 'list', of: { key: 'link', label, type: 'link' } },
  {
    key: 'parts',
    label,
    type: 'blocks',
    blocks: [
      { key: 'quote', label, fields: [{ key: 'words', label, type: 'text', required: true }] },
      {
        key: 'photo',
        label,
        fields: [{ key: 'note', label, type: 'text', localized: true, required: true }],
      },
    ],
  },
]
const site = ['nl', 'en']

it('says apart what can not be saved and what is still needed', () => {
  const { faults, missing } = problemsOf(fields, { email: 'geen adres', parts: [{ type: 'quote' }] }, site)
  expect(Object.keys(faults)).toEqual(['email'])
  expect(Object.keys(missing)).toEqual(['title.nl', 'parts.0.words'])
})

it('names the input in the own language of the site, also when nothing was written yet', () => {
  expect(Object.keys(problemsOf(fields, {}, site).missing)).toEqual(['title.nl'])
  expect(Object.keys(problemsOf(fields, { title: { en: 'Only' } }, site).missing)).toEqual(['title.nl'])
  expect(problemsOf(fields, { title: { nl: 'Wel' } }, site).missing).toEqual({})
  expect(Object.keys(problemsOf(fields, { parts: [{ type: 'photo' }] }, ['en', 'nl']).missing)).toEqual([
    'title.en',
    'parts.0.note.en',
  ])
})

it('names inputs inside groups, lists and blocks', () => {
  const { faults, missing } = problemsOf(
    fields,
    { title: { nl: 'x' }, address: {}, links: ['/goed', 'fout'] },
    site,
  )
  expect(Object.keys(faults)).toEqual(['links.1'])
  expect(Object.keys(missing)).toEqual(['address.street'])
})

it('takes no offence at words in a language that the site lost', () => {
  expect(problemsOf(fields, { title: { nl: 'Wel', de: 'Auch' } }, ['nl']).faults).toEqual({})
})

it('finds the field of a path', () => {
  expect(fieldAt(fields, 'address.street')?.key).toBe('street')
  expect(fieldAt(fields, 'links.3')?.type).toBe('link')
  expect(fieldAt(fields, 'parts.0.note')?.localized).toBe(true)
  expect(fieldAt(fields, 'title.nl')).toBeUndefined()
  expect(fieldAt(fields, 'nothing')).toBeUndefined()
  expect(inputName(fields, 'title', 'nl')).toBe('title.nl')
  expect(inputName(fields, 'title.en', 'nl')).toBe('title.en')
  expect(inputName(fields, 'address.street', 'nl')).toBe('address.street')
})

it('leaves out what no field knows any more, at any depth', () => {
  const values = {
    title: { nl: 'x' },
    gone: 1,
    address: { street: 'Laan', old: true },
    parts: [{ type: 'quote', words: 'a', by: 'b' }, { type: 'gone' }],
    links: null,
  }
  expect(fitting(fields, values)).toEqual({
    title: { nl: 'x' },
    address: { street: 'Laan' },
    parts: [{ type: 'quote', words: 'a' }],
  })
})

it('counts what a language lacks beside another', () => {
  expect(lackingIn(fields, { title: { nl: 'x' } }, 'en')).toBe(1)
  expect(lackingIn(fields, { title: { nl: 'x' } }, 'nl')).toBe(0)
  expect(lackingIn(fields, {}, 'en')).toBe(0)
})

it('keeps a faulty field as it was, and saves the others', () => {
  const kept = { title: { nl: 'oud' }, address: { street: 'Laan' } }
  const values = { title: { nl: 'nieuw' }, address: { street: 'x'.repeat(600) }, links: ['nergens'] }
  const faults = { 'address.street': 'te lang', 'links.0': 'geen adres' }
  expect(savable(values, kept, faults)).toEqual({ title: { nl: 'nieuw' }, address: { street: 'Laan' } })
  expect(savable(values, kept, {})).toBe(values)
})
