import { describe, expect, it } from 'vitest'
import { term } from './index.ts'

describe('a term', () => {
  it.each([
    [1, 'een dag', 'a day'],
    [2, '2 dagen', '2 days'],
    [90, '90 dagen', '90 days'],
    [365, 'een jaar', 'a year'],
    [366, '366 dagen', '366 days'],
    [1095, '3 jaar', '3 years'],
    [3650, '10 jaar', '10 years'],
  ])('of %i days is said as people say it', (days, nl, en) => {
    expect(term(days, 'nl')).toBe(nl)
    expect(term(days, 'en')).toBe(en)
  })
})
