import { array, assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Budget, BudgetSpent } from '../budget.ts'
import { groebner, idealMember, normalForm, vanishesWith } from './groebner.ts'
import { anyPoly, poly } from './polynomial.test-support.ts'
import { add, constant, key, multiply, type Poly, scale } from './polynomial.ts'

const budget = () => new Budget(1e9, 60_000)
const times = (p: Poly, q: Poly) => multiply(p, q, budget())
const keys = (list: readonly Poly[]) => list.map(key).sort()

describe('the reduced Gröbner basis', () => {
  test.each<[string[], 'lex' | 'grevlex', string[]]>([
    [['x+y-3', 'x-y-1'], 'lex', ['x-2', 'y-1']],
    [['x^2+y^2-1', 'x-y'], 'lex', ['x-y', '2*y^2-1']],
    [['x*y-1', 'x^2-1', 'y^2+y'], 'lex', ['x+1', 'y+1']],
    // Cox, Little and O'Shea, section 2.7, example 1 and section 2.8, exercise on Lagrange multipliers.
    [['x^3-2*x*y', 'x^2*y-2*y^2+x'], 'grevlex', ['x^2', 'x*y', 'x-2*y^2']],
    [
      ['x^2+y+z-1', 'x+y^2+z-1', 'x+y+z^2-1'],
      'lex',
      ['x+y+z^2-1', 'y^2-y-z^2+z', '2*y*z^2+z^4-z^2', 'z^6-4*z^4+4*z^3-z^2'],
    ],
    [['x', 'x+1'], 'lex', ['1']],
    [['0'], 'lex', []],
    [['2*x-4*y', 'x-2*y'], 'grevlex', ['x-2*y']],
  ])('of %j in %s', (list, order, expected) => {
    expect(keys(groebner(list.map(poly), order, budget()))).toEqual(keys(expected.map(poly)))
  })

  test('is the same for every set that generates the ideal, and takes in what is combined from it', () => {
    assert(
      property(
        array(anyPoly(2, 2, 3, 3n), { minLength: 1, maxLength: 3 }),
        anyPoly(2, 1, 2, 3n),
        anyPoly(2, 2, 3, 3n),
        (list, p, q) => {
          const [first = [], ...others] = list
          for (const order of ['lex', 'grevlex'] as const) {
            const basis = groebner(list, order, budget())
            const changed = [
              add(
                scale(first, -2n),
                others.reduce((sum, r) => add(sum, times(r, p)), [] as Poly),
              ),
              ...others,
            ]
            expect(groebner(changed, order, budget())).toEqual(basis)
            expect(groebner([...basis].reverse(), order, budget())).toEqual(basis)
            for (const r of list) expect(normalForm(times(r, q), basis, order, budget())).toEqual([])
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('answers whether a polynomial follows', () => {
    const list = ['x^2+y^2-1', 'x*y-2'].map(poly)
    expect(idealMember(poly('x^3*y+x*y^3-2'), list, budget())).toBe(true)
    expect(idealMember(poly('x^3*y+x*y^3-1'), list, budget())).toBe(false)
    expect(idealMember(poly('x'), [poly('x^2')], budget())).toBe(false)
    expect(vanishesWith(poly('x'), [poly('x^2')], budget())).toBe(true)
    expect(vanishesWith(poly('x*y'), ['x^2*y', 'y^3*x'].map(poly), budget())).toBe(true)
    expect(vanishesWith(poly('x'), [poly('x*y')], budget())).toBe(false)
    expect(vanishesWith(constant(1n), ['x', 'x+1'].map(poly), budget())).toBe(true)
  })

  test('stops where the work is too much', () => {
    const cyclic = ['x+y+z+t', 'x*y+y*z+z*t+t*x', 'x*y*z+y*z*t+z*t*x+t*x*y', 'x*y*z*t-1'].map(poly)
    expect(() => groebner(cyclic, 'grevlex', new Budget(1000))).toThrow(BudgetSpent)
    expect(groebner(cyclic, 'grevlex', budget()).length).toBe(7)
  })
})
