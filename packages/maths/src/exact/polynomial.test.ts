import { array, assert, bigInt, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Budget, BudgetSpent } from '../budget.ts'
import { anyPoly, poly } from './polynomial.test-support.ts'
import {
  add,
  coefficients,
  constant,
  constantOf,
  content,
  degree,
  derivative,
  divideExact,
  equalPoly,
  evaluateMod,
  fromCoefficients,
  fromTerms,
  generator,
  generatorsOf,
  isZero,
  key,
  multiply,
  negate,
  type Poly,
  power,
  primitive,
  rename,
  scale,
  substitute,
  subtract,
  terms,
  totalDegree,
} from './polynomial.ts'

const budget = () => new Budget(1e9, 60_000)
const times = (p: Poly, q: Poly) => multiply(p, q, budget())

describe('a polynomial', () => {
  test('has one form, whatever the order it was made in', () => {
    const p = add(
      multiply(add(generator(0), generator(1)), subtract(generator(0), generator(1)), budget()),
      constant(3n),
    )
    const q = fromTerms([
      { coefficient: 3n, exponents: [] },
      { coefficient: -1n, exponents: new Map([[1, 2]]) },
      {
        coefficient: 1n,
        exponents: [
          [0, 2],
          [1, 0],
        ],
      },
    ])
    expect(key(p)).toBe(key(q))
    expect(equalPoly(p, q)).toBe(true)
    expect(equalPoly(p, negate(q))).toBe(false)
    expect([...terms(p)].map(t => [t.coefficient, [...t.exponents]])).toEqual([
      [1n, [[0, 2]]],
      [-1n, [[1, 2]]],
      [3n, []],
    ])
  })

  test('obeys the laws of a commutative ring', () => {
    assert(
      property(anyPoly(3, 3), anyPoly(3, 3), anyPoly(3, 3), (p, q, r) => {
        expect(add(p, q)).toEqual(add(q, p))
        expect(add(add(p, q), r)).toEqual(add(p, add(q, r)))
        expect(times(p, q)).toEqual(times(q, p))
        expect(times(times(p, q), r)).toEqual(times(p, times(q, r)))
        expect(times(p, add(q, r))).toEqual(add(times(p, q), times(p, r)))
        expect(isZero(subtract(p, p))).toBe(true)
        expect(times(p, constant(-3n))).toEqual(scale(p, -3n))
      }),
    )
  })

  test('has the value of its sum and product at every point modulo a prime', () => {
    const prime = 1_000_003n
    assert(
      property(
        anyPoly(3, 4),
        anyPoly(3, 4),
        array(bigInt(0n, prime - 1n), { minLength: 3, maxLength: 3 }),
        (p, q, at) => {
          const [a, b] = [evaluateMod(p, at, prime), evaluateMod(q, at, prime)]
          expect(evaluateMod(add(p, q), at, prime)).toBe((a + b) % prime)
          expect(evaluateMod(times(p, q), at, prime)).toBe((a * b) % prime)
          expect(evaluateMod(substitute(p, 0, q, budget()), at, prime)).toBe(
            evaluateMod(p, [b, ...at.slice(1)], prime),
          )
        },
      ),
    )
  })

  test('is divided exactly, or not at all', () => {
    assert(
      property(anyPoly(3, 3), anyPoly(3, 3), (p, q) => {
        if (isZero(q)) return
        expect(divideExact(times(p, q), q, budget())).toEqual(p)
        if (degree(q, 0) > 0) expect(divideExact(add(times(p, q), constant(1n)), q, budget())).toBeNull()
      }),
    )
    expect(divideExact(generator(0), constant(2n), budget())).toBeNull()
    expect(() => divideExact(generator(0), constant(0n), budget())).toThrow(RangeError)
  })

  test('is a polynomial in any one of its generators', () => {
    assert(
      property(anyPoly(3, 3), nat(2), (p, g) => {
        expect(fromCoefficients(coefficients(p, g), g)).toEqual(p)
      }),
    )
    expect([...coefficients(poly('2*x*y^2+3*y^2-x^3'), 1)]).toEqual([
      [2, poly('2*x+3')],
      [0, poly('-x^3')],
    ])
  })

  test('has powers, as repeated products', () => {
    assert(
      property(anyPoly(2, 2), nat(4), (p, n) => {
        let product: Poly = constant(1n)
        for (let i = 0; i < n; i++) product = times(product, p)
        expect(power(p, n, budget())).toEqual(product)
      }),
    )
    expect(degree(power(generator(2), 60_000, new Budget(100)), 2)).toBe(60_000)
    expect(constantOf(power(constant(-1n), 1_000_001, new Budget(100)))).toBe(-1n)
    expect(() => power(poly('x+y+1'), 100_000, new Budget())).toThrow(BudgetSpent)
    expect(() => power(constant(3n), 2_000_000_000, new Budget())).toThrow(BudgetSpent)
  })

  test('obeys the product rule', () => {
    assert(
      property(anyPoly(2, 4), anyPoly(2, 4), (p, q) => {
        const rule = add(times(derivative(p, 1), q), times(p, derivative(q, 1)))
        expect(derivative(times(p, q), 1)).toEqual(rule)
      }),
    )
  })

  test('gives what is asked about it', () => {
    const p = poly('-6*x^2*y+4*z^5')
    expect(generatorsOf(p)).toEqual([0, 1, 2])
    expect(totalDegree(p)).toBe(5)
    expect(content(p)).toBe(2n)
    expect(primitive(p)).toEqual(poly('3*x^2*y-2*z^5'))
    expect(constantOf(p)).toBeNull()
    expect(
      rename(
        p,
        new Map([
          [0, 2],
          [2, 0],
        ]),
      ),
    ).toEqual(poly('-6*z^2*y+4*x^5'))
    expect(rename(poly('x-y'), new Map([[1, 0]]))).toEqual([])
  })
})
