import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Budget } from '../budget.ts'
import { fraction, partialFractions, pseudoDivide, sumOfFractions } from './partial-fractions.ts'
import { anyPoly, poly } from './polynomial.test-support.ts'
import { add, constant, degree, generator, key, multiply, onePoly, type Poly, power } from './polynomial.ts'

const budget = () => new Budget(1e9, 60_000)
const times = (...list: Poly[]) => list.reduce((p, q) => multiply(p, q, budget()), onePoly)

describe('partial fractions', () => {
  const parts = (n: string, d: Poly) => {
    const found = partialFractions(poly(n), d, 0, budget())
    return {
      whole: `${key(found.whole.numerator)}/${key(found.whole.denominator)}`,
      parts: found.parts.map(p => [p.numerator, p.denominator, p.factor, p.times]),
    }
  }
  const over = (n: string, d: string, f: string, k: number) => [poly(n), poly(d), poly(f), k]

  test('of 1/(x^2-1)', () => {
    expect(parts('1', poly('x^2-1')).parts).toEqual([over('-1', '2', 'x+1', 1), over('1', '2', 'x-1', 1)])
  })

  test('of x^3/(x-1)^2, with a polynomial beside them', () => {
    const found = parts('x^3', poly('x^2-2*x+1'))
    expect(found.whole).toBe(`${key(poly('x+2'))}/${key(poly('1'))}`)
    expect(found.parts).toEqual([over('3', '1', 'x-1', 1), over('1', '1', 'x-1', 2)])
  })

  test('with letters: 1/((x-y)(x-z))', () => {
    expect(parts('1', times(poly('x-y'), poly('x-z'))).parts).toEqual([
      over('1', 'y-z', 'x-y', 1),
      over('-1', 'y-z', 'x-z', 1),
    ])
  })

  test('have lower degrees, irreducible factors, and the right sum', () => {
    assert(
      property(
        anyPoly(2, 4),
        anyPoly(2, 1, 3),
        anyPoly(2, 2, 2),
        integer({ min: 1, max: 3 }),
        (n, p, q, k) => {
          const d = times(power(add(p, generator(0, 2)), k, budget()), add(q, constant(1n)), poly('x+1'))
          if (d.length === 0) return
          const found = partialFractions(n, d, 0, budget())
          for (const part of found.parts) {
            expect(degree(part.numerator, 0)).toBeLessThan(degree(part.factor, 0))
            expect(degree(part.denominator, 0)).toBe(0)
          }
          const all = found.parts.map(part =>
            fraction(
              part.numerator,
              times(part.denominator, power(part.factor, part.times, budget())),
              budget(),
            ),
          )
          expect(sumOfFractions([found.whole, ...all], budget())).toEqual(fraction(n, d, budget()))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('division leaves a remainder of lower degree', () => {
    assert(
      property(anyPoly(2, 4), anyPoly(2, 3), (p, q) => {
        if (q.length === 0) return
        const { multiplier, quotient, remainder } = pseudoDivide(p, q, 0, budget())
        expect(add(times(quotient, q), remainder)).toEqual(times(multiplier, p))
        expect(degree(multiplier, 0)).toBe(0)
        if (remainder.length > 0) expect(degree(remainder, 0)).toBeLessThan(degree(q, 0))
      }),
    )
    expect(() => fraction(onePoly, [], budget())).toThrow(RangeError)
  })
})
