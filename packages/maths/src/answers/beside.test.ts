import { describe, expect, test } from 'vitest'
import { check, type Syntax } from './index.ts'

function score(student: string, teacher: string, syntax: Syntax = 'text'): number {
  return check({ test: 'AlgEquiv', options: '', student, teacher, syntax }).score
}

describe('an answer as the sort of thing that the target is', () => {
  test.each([
    ['(-∞, 4)', '<←, 4>'],
    ['[1,3] ∪ [2,6]', '[1,6]'],
    ['x ∈ [2,5]', '2 ≤ x ≤ 5'],
    ['x ∈ <4,→>', 'x > 4'],
    ['p ∈ (−∞,1] ∪ (3,∞)', 'p ≤ 1 of p > 3'],
    ['a = 2, b = 5', 'b = 5 en a = 2'],
    ['x = -1, x = 7', 'x = 7 of x = -1'],
  ])('%s is %s', (a, b) => {
    expect(score(a, b)).toBe(1)
    expect(score(b, a)).toBe(1)
  })

  test.each([
    ['(-∞, 4)', '<←, 4]'],
    ['x ∈ [2,5]', '2 < x ≤ 5'],
    ['x ∈ [2,5]', 't ≥ 2 en t ≤ 5'],
    ['a = 2, b = 5', 'a = 2 of b = 5 of a = 3'],
    ['x = -1, x = 7', 'x = 7'],
    ['a = 2, b = 5', 'a = 2 of b = 5'],
  ])('%s is not %s', (a, b) => {
    expect(score(a, b)).toBe(0)
    expect(score(b, a)).toBe(0)
  })

  test.each([
    ['x = 1 of 2', 'x = 2 of x = 1'],
    ['x^{2}', 'x·x'],
    ['±√5', '√5, -√5'],
    ['12 500', '12,5·10^3'],
  ])('%s is read in full as %s', (a, b) => expect(score(a, b)).toBe(1))

  test.each([
    ['x = 1 of 2', 'x = 1'],
    ['±√5', '√5'],
    ['±√5', '√5, √5'],
  ])('%s is not %s', (a, b) => expect(score(a, b)).toBe(0))

  test('a list beside or is not what holds together', () => {
    expect(score('x = -1, x = 7', 'x = -1 en x = 8')).toBe(0)
  })

  test("an author's list stays a list", () => {
    expect(score('[1,5]', 'cc(1,5)', 'maxima')).toBe(0)
  })
})

describe('what is said in words', () => {
  test.each([
    ['geen oplossing', 'p² = -4'],
    ['no solutions', '|p| = -2'],
    ['geen oplossing', 'p + 1 = p'],
    ['alle getallen', '2(p+1) = 2p + 2'],
    ['alle getallen', 'p² ≥ 0'],
  ])('%s: %s', (a, b) => {
    expect(score(a, b)).toBe(1)
    expect(score(b, a)).toBe(1)
  })

  test.each([
    ['geen oplossing', 'p² = 4'],
    ['geen oplossing', 'p = 3'],
    ['alle getallen', 'p² > 0'],
    ['alle getallen', 'geen oplossing'],
  ])('not %s: %s', (a, b) => expect(score(a, b)).toBe(0))

  test('what has no value is not its own equal', () => expect(score('1/0', '1/0')).toBe(-1))
})
