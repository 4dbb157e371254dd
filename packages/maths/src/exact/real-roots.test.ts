import { array, assert, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Budget } from '../budget.ts'
import { anyPoly, poly } from './polynomial.test-support.ts'
import {
  add,
  constant,
  fromTerms,
  generator,
  multiply,
  onePoly,
  type Poly,
  scale,
  subtract,
} from './polynomial.ts'
import { compare, ratio, toNumber, whole } from './rational.ts'
import {
  approximate,
  compareReals,
  exactly,
  isExact,
  realRoots,
  refine,
  sampleBetween,
  signAt,
} from './real-roots.ts'

const budget = () => new Budget(1e9, 60_000)
const times = (...list: Poly[]) => list.reduce((p, q) => multiply(p, q, budget()), onePoly)
const numbers = (p: string) => realRoots(poly(p), budget()).map(a => approximate(a, budget()))
const root = (p: string, n: number) => {
  const found = realRoots(poly(p), budget())[n]
  if (!found) throw new RangeError('no such root')
  return found
}

describe('the real zeros', () => {
  test.each([
    ['x^2-2', [-Math.SQRT2, Math.SQRT2]],
    ['x^2+1', []],
    ['7', []],
    ['x^3', [0]],
    ['x^3-x', [-1, 0, 1]],
    ['3*x-1', [1 / 3]],
    ['x^4-10*x^2+1', [-3.1462643699419726, -0.31783724519578205, 0.31783724519578205, 3.1462643699419726]],
    ['x^5-3*x^4+3*x^3-x^2', [0, 1]],
    ['1000000*x^2-1', [-0.001, 0.001]],
    ['y^2-1000000', [-1000, 1000]],
    // Mignotte's polynomial x^8 - 2(100x - 1)^2: two zeros within 2·10^-10 of each other.
    [
      'x^8-20000*x^2+400*x-2',
      [-5.213336386697332, 0.01 - 7.0710678e-11, 0.01 + 7.0710678e-11, 5.206669701837781],
    ],
  ])('of %s', (p, expected) => {
    const found = numbers(p)
    expect(found.length).toBe(expected.length)
    for (const [i, value] of found.entries()) expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 12)
  })

  test('of a product of linear factors are those fractions', () => {
    assert(
      property(
        array(tuple(integer({ min: -30, max: 30 }), integer({ min: 1, max: 12 })), {
          minLength: 1,
          maxLength: 6,
        }),
        list => {
          const p = times(
            ...list.map(([n, d]) => subtract(scale(generator(0), BigInt(d)), constant(BigInt(n)))),
          )
          const expected = [...new Set(list.map(([n, d]) => n / d + 0))].sort((a, b) => a - b)
          const found = realRoots(times(p, poly('x^2+x+1')), budget())
          expect(found.length).toBe(expected.length)
          for (const [i, a] of found.entries()) {
            const [n, d] = list.find(([m, e]) => m / e + 0 === expected[i]) ?? [0, 1]
            const value = exactly(ratio(BigInt(n), BigInt(d)))
            expect(compareReals(a, value, budget())).toBe(0)
            expect(compareReals(value, a, budget())).toBe(0)
            expect(toNumber(refine(a, 70, budget()).low)).toBeCloseTo(n / d, 12)
          }
        },
      ),
    )
  })

  test('are found where factoring takes more than is allowed', () => {
    const dense = Array.from({ length: 41 }, (_, i) => ({
      coefficient: BigInt((i * i * 7 + 3 * i) % 101) - 50n,
      exponents: [[0, i]] as const,
    }))
    const p = times(fromTerms(dense), poly('x-3'), poly('x-3'), poly('2*x-1'))
    const roots = realRoots(p, new Budget(1_500_000, 60_000))
    for (const expected of [exactly(whole(3)), exactly(ratio(1n, 2n))])
      expect(roots.filter(a => compareReals(a, expected, budget()) === 0).length).toBe(1)
    expect(roots.length).toBe(realRoots(p, budget()).length)
  })

  test('are compared across polynomials', () => {
    expect(compareReals(root('x^2-2', 1), root('x^4-4', 1), budget())).toBe(0)
    expect(compareReals(root('x^2-2', 0), root('x^4-4', 1), budget())).toBeLessThan(0)
    expect(
      compareReals(root('x^2-2', 1), exactly(ratio(1_414_213_562n, 1_000_000_000n)), budget()),
    ).toBeGreaterThan(0)
    expect(compareReals(root('x^2-2', 1), root('1000000000*x^2-2000000001', 1), budget())).toBeLessThan(0)
    expect(isExact(root('3*x-1', 0))).toBe(true)
    expect(isExact(root('3*x^3-x^2-6*x+2', 1))).toBe(true)
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++) {
        const [a, b] = [root('x^4-10*x^2+1', i), root('x^5+x^4-10*x^3-10*x^2+x+1', j < 1 ? j : j + 1)]
        expect(Math.sign(compareReals(a, b, budget()))).toBe(Math.sign(i - j))
      }
  })

  test('order the line: the sign between and at them is that of the polynomial', () => {
    assert(
      property(anyPoly(1, 6), anyPoly(1, 4), (p, q) => {
        const roots = realRoots(p, budget())
        for (const [i, a] of roots.entries()) {
          expect(signAt(p, a, budget())).toBe(0)
          expect(signAt(multiply(p, q, budget()), a, budget())).toBe(0)
          const next = roots[i + 1] ?? null
          const [low, high] = [
            sampleBetween(i === 0 ? null : (roots[i - 1] ?? null), a, budget()),
            sampleBetween(a, next, budget()),
          ]
          expect(compareReals(exactly(low), a, budget())).toBeLessThan(0)
          expect(compareReals(a, exactly(high), budget())).toBeLessThan(0)
          if (next) expect(compareReals(exactly(high), next, budget())).toBeLessThan(0)
          const sign = signAt(q, a, budget())
          const value = [...realRoots(q, budget())].some(b => compareReals(a, b, budget()) === 0)
          if (q.length > 0) expect(sign === 0).toBe(value)
          expect(signAt(add(multiply(p, q, budget()), constant(3n)), a, budget())).toBe(1)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('have signs of other polynomials', () => {
    expect(signAt(poly('x-1'), root('x^2-2', 1), budget())).toBe(1)
    expect(signAt(poly('100*x-142'), root('x^2-2', 1), budget())).toBe(-1)
    expect(signAt(poly('x^4-4'), root('x^2-2', 0), budget())).toBe(0)
    // 1 is a zero, and the bound of the zero before it.
    const bounded = { ...root('x^2+x-1', 1), low: whole(0), high: whole(1) }
    expect(signAt(poly('x^3-2*x+1'), bounded, budget())).toBe(0)
    expect(signAt(poly('x^3-2*x+1'), { ...bounded, zeroOf: [1n, -2n, 0n, 1n] }, budget())).toBe(0)
    expect(compare(sampleBetween(null, null, budget()), whole(0))).toBe(0)
  })
})
