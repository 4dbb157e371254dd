import type { Field } from '@helder/fields'
import { describe, expect, it } from 'vitest'
import { type Body, faultsOf, firstPrivacy, inputName, toSend } from './body.ts'
import { compare, isDifferent, isSame } from './compare.ts'

const line = (key: string, label = key): Field => ({ key, label: { nl: label }, type: 'text' })

const body = (some: Partial<Body>): Body => ({
  name: { nl: 'Contact' },
  fields: [line('name')],
  privacy: null,
  settings: {},
  ...some,
})

describe('a set-up as it is sent', () => {
  it('says nothing of people until it says why', () => {
    const privacy = firstPrivacy('form', [])
    expect(toSend(body({ privacy })).privacy).toBeNull()
    expect(toSend(body({ privacy: { ...privacy, purpose: { nl: ' ' } } })).privacy).toBeNull()
    const said = { ...privacy, purpose: { en: 'to answer' } }
    expect(toSend(body({ privacy: said })).privacy).toBe(said)
  })

  it('proposes the first e-mail address to recognise people by, and a term that a form must have', () => {
    const mail: Field = { key: 'mail', label: { nl: 'Mail' }, type: 'email' }
    expect(firstPrivacy('form', [line('name'), mail])).toMatchObject({ subjectField: 'mail', keepDays: 90 })
    expect(firstPrivacy('content', [])).toMatchObject({ subjectField: null, keepDays: null })
  })
})

describe('faults', () => {
  it('are named by the path of their input', () => {
    const choice: Field = {
      key: 'about',
      label: { nl: 'Waarover' },
      type: 'choice',
      options: [
        { value: 'a', label: { nl: 'A' } },
        { value: 'b', label: {} },
      ],
    }
    const group: Field = { key: 'place', label: {}, type: 'group', fields: [line('street', '')] }
    const empty: Field = { key: 'none', label: { nl: 'Niets' }, type: 'choice', options: [] }
    expect(Object.keys(faultsOf(body({ name: {}, fields: [choice, group, empty] })))).toEqual([
      'name',
      'about.options.b',
      'place.label',
      'place.street.label',
      'none.newOption',
    ])
    expect(faultsOf(body({}))).toEqual({})
  })

  it('of the server come back to the same inputs', () => {
    const fields: Field[] = [
      line('name'),
      { key: 'place', label: { nl: 'Plek' }, type: 'group', fields: [line('street'), line('city')] },
      {
        key: 'parts',
        label: { nl: 'Delen' },
        type: 'blocks',
        blocks: [{ key: 'quote', label: { nl: 'Citaat' }, fields: [line('by')] }],
      },
    ]
    const name = (path: string) => inputName(body({ fields }), path)
    expect(name('fields.0.label')).toBe('name.label')
    expect(name('fields.1.fields.1.key')).toBe('place.city.key')
    expect(name('fields.2.blocks.0.fields.0.label')).toBe('parts.quote.by.label')
    expect(name('privacy.keepDays')).toBe('privacy.keepDays')
    expect(name('fields.9.label')).toBe('9.label')
  })
})

describe('what publishing would change', () => {
  it('is told by name', () => {
    const live = body({ fields: [line('name', 'Naam'), line('fax', 'Fax'), line('mail', 'Mail')] })
    const draft = body({ fields: [line('mail', 'E-mail'), line('name', 'Naam'), line('age', 'Leeftijd')] })
    expect(compare(live, draft)).toEqual({
      added: [{ nl: 'Leeftijd' }],
      removed: [{ nl: 'Fax' }],
      changed: [{ nl: 'E-mail' }],
      isReordered: true,
      isElsewhere: false,
    })
  })

  it('is nothing where the same is said in another order of keys, or left out', () => {
    const live = body({ fields: [{ key: 'name', label: { nl: 'Naam' }, type: 'text', required: false }] })
    const draft = body({ fields: [{ type: 'text', label: { nl: 'Naam' }, key: 'name', help: undefined }] })
    expect(isDifferent(compare(live, draft))).toBe(false)
    expect(isDifferent(compare(live, { ...draft, settings: { form: { notify: ['x'] } } }))).toBe(true)
  })

  it('tells an order of items apart, and a no that is an answer', () => {
    expect(isSame([1, 2], [2, 1])).toBe(false)
    expect(isSame({ personal: false }, undefined)).toBe(false)
  })
})
