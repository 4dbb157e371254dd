import type { Field } from '@helder/fields'
import { describe, expect, it } from 'vitest'
import { choosable, filterOf, knownFilters, withFilter } from './filters.ts'

const label = { nl: 'Veld' }
const fields: Field[] = [
  { key: 'title', type: 'text', label, indexed: true },
  { key: 'light', type: 'choice', label, indexed: true, options: [{ value: 'sun', label }] },
  { key: 'featured', type: 'boolean', label, indexed: true },
  { key: 'hidden', type: 'boolean', label },
]

describe('filters in an address', () => {
  it('are read by field, with any colon further on', () => {
    expect(filterOf(['title:a:b', 'light:sun'], 'title')).toBe('a:b')
    expect(filterOf(['titles:x'], 'title')).toBe('')
    expect(filterOf(undefined, 'title')).toBe('')
  })

  it('change one at a time', () => {
    expect(withFilter(['title:a', 'light:sun'], 'light', 'shade')).toEqual(['title:a', 'light:shade'])
    expect(withFilter(['title:a', 'light:sun'], 'title', '')).toEqual(['light:sun'])
    expect(withFilter(undefined, 'title', 'a')).toEqual(['title:a'])
  })

  it('are those of fields that can be filtered by', () => {
    expect(choosable(fields).map(({ key }) => key)).toEqual(['light', 'featured'])
    expect(knownFilters(fields, ['title:a', 'hidden:true', 'gone:1'])).toEqual(['title:a'])
  })
})
