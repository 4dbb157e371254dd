import { describe, expect, test } from 'vitest'
import { check } from '../answers/index.ts'

function score(student: string, teacher: string): number {
  return check({ test: 'AlgEquiv', options: '', student, teacher, syntax: 'text' }).score
}

describe('inequalities of what rises', () => {
  test.each([
    ['3^x < 81', 'x < 4'],
    ['0,5^x < 8', 'x > -3'],
    ['5 - 2^(t-1) < 1', 't > 3'],
    ['200·1,2^t > 900', 't > ln(4,5)/ln(1,2)'],
    ['50·0,7^t < 10', 't > ln(0,2)/ln(0,7)'],
    ['ln(p) > 0', 'p > 1'],
    ['ln(p) > -1', 'p > 1/e'],
    ['log(p) ≤ 2', '0 < p ≤ 100'],
    ['2·ln(x-3) < 4', '3 < x < 3+e^2'],
    ['2 - 3·ln(x) ≥ 0', '0 < x ≤ e^(2/3)'],
    ['log(x) + log(x-1) < log(12)', '1 < x < 4'],
  ])('%s is %s', (a, b) => {
    expect(score(a, b)).toBe(1)
    expect(score(b, a)).toBe(1)
  })

  test.each([
    ['3^x < 81', 'x < 5'],
    ['0,5^x < 8', 'x < -3'],
    ['50·0,7^t < 10', 't < ln(0,2)/ln(0,7)'],
    ['log(p) ≤ 2', 'p ≤ 100'],
    ['ln(p) > 0', 'p > 0'],
    ['log(x) + log(x-1) < log(12)', '-3 < x < 4'],
    ['2^x > x', 'x > 0'],
  ])('%s is not %s', (a, b) => expect(score(a, b)).toBe(0))
})

describe('equations in powers, factor by factor', () => {
  test.each([
    ['4^x - 12·2^x + 32 = 0', 'x = 2 of x = 3'],
    ['e^(2t) - 5e^t + 6 = 0', 't = ln 2 of t = ln 3'],
    ['9^x + 3^x = 12', 'x = 1'],
    ['x·2^x = 16x', 'x = 0 of x = 4'],
    ['e^p·(p-5) = 0', 'p = 5'],
  ])('%s is %s', (a, b) => {
    expect(score(a, b)).toBe(1)
    expect(score(b, a)).toBe(1)
  })

  test.each([
    ['4^x - 12·2^x + 32 = 0', 'x = 2'],
    ['9^x + 3^x = 12', 'x = 1 of x = -4'],
    ['x·2^x = 16x', 'x = 4'],
    ['e^p·(p-5) = 0', 'p = 5 of p = 0'],
  ])('%s is not %s', (a, b) => expect(score(a, b)).toBe(0))
})
