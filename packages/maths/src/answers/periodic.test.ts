import { describe, expect, test } from 'vitest'
import { check } from './index.ts'

function score(student: string, teacher: string): number {
  return check({ test: 'AlgEquiv', options: '', student, teacher, syntax: 'text' }).score
}

describe('solutions that return every so many π', () => {
  test.each([
    ['x = ½π + k·π', 'x = -½π + k·π'],
    ['x = ½π + k·π', 'x = ½π + k·2π of x = 1½π + k·2π'],
    ['x = k·π', 'x = nπ'],
    ['t = 1/6π + 2kπ of t = 5/6π + 2kπ', 't = 5π/6 + k·2π of t = 13π/6 + k·2π'],
    ['x = k·½π', 'x = k·π of x = ½π + k·π'],
    ['x = 1 + k·π', 'x = 1 - k·π'],
    ['x = 45° + k·180°', 'x = π/4 + k·π'],
    ['x = k·2/3π', 'x = k·2π of x = 2/3π + k·2π of x = 4/3π + k·2π'],
  ])('%s is %s', (a, b) => {
    expect(score(a, b)).toBe(1)
    expect(score(b, a)).toBe(1)
  })

  test.each([
    ['x = k·π', 'x = k·2π'],
    ['x = ½π + k·π', 'x = ½π + k·2π'],
    ['x = 1/6π + 2kπ', 'x = 1/6π + 2kπ of x = 5/6π + 2kπ'],
    ['x = 1/6π + 2kπ', 't = 1/6π + 2kπ'],
    ['x = k·π', 'x = π'],
    ['x = 1 + k·π', 'x = k·π'],
    // A line is no set of solutions.
    ['y = 2 + 3k', 'y = 5 + 3k'],
    ['y = k·π', 'y = k²·π'],
  ])('%s is not %s', (a, b) => {
    expect(score(a, b)).toBe(0)
    expect(score(b, a)).toBe(0)
  })
})
