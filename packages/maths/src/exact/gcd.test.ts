import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Budget } from '../budget.ts'
import { contentIn, discriminant, gcd, lcm, pseudoRemainder, quotient, resultant, squareFree } from './gcd.ts'
import { anyPoly, poly } from './polynomial.test-support.ts'
import {
  constant,
  degree,
  divideExact,
  generator,
  isConstant,
  isZero,
  key,
  leadingIn,
  multiply,
  negate,
  onePoly,
  type Poly,
  power,
  scale,
  subtract,
} from './polynomial.ts'

const budget = () => new Budget(1e9, 60_000)
const times = (...list: Poly[]) => list.reduce((p, q) => multiply(p, q, budget()), onePoly)
const positive = (p: Poly) => ((p[0]?.c ?? 0n) < 0n ? negate(p) : p)

describe('the greatest common divisor', () => {
  test.each([
    ['x^2-1', 'x^3-1', 'x-1'],
    ['6*x^2-6', '4*x+4', '2*x+2'],
    ['x*y', 'x*z', 'x'],
    ['x^2*y+x*y', 'x^3*y^2', 'x*y'],
    ['x^2-y^2', 'x^2+2*x*y+y^2', 'x+y'],
    ['x^2+1', 'y^2+1', '1'],
    ['x*z+y*z', 'x+y', 'x+y'],
    ['0', '-3*x', '3*x'],
    // The leading coefficients are zero modulo the prime of the evaluation.
    ['67108859*x^2+134217719*x+2', '67108859*x^2+201326578*x+3', '67108859*x+1'],
    // Knuth 4.6.1, the example of a sequence that grows.
    ['x^8+x^6-3*x^4-3*x^3+8*x^2+2*x-5', '3*x^6+5*x^4-4*x^2-9*x+21', '1'],
    ['x^60000-1', 'x^40000-1', 'x^20000-1'],
  ])('of %s and %s is %s', (p, q, expected) => {
    expect(key(gcd(poly(p), poly(q), budget()))).toBe(key(poly(expected)))
  })

  test('divides both, leaves nothing in common, and scales', () => {
    assert(
      property(anyPoly(3, 2), anyPoly(3, 2), anyPoly(3, 2), (p, q, r) => {
        const common = gcd(p, q, budget())
        if (isZero(common) || isZero(r)) return
        const [a, b] = [divideExact(p, common, budget()), divideExact(q, common, budget())]
        expect(a && b && gcd(a, b, budget())).toEqual(onePoly)
        expect(gcd(times(p, r), times(q, r), budget())).toEqual(positive(times(common, r)))
        expect(gcd(q, p, budget())).toEqual(common)
        expect(times(common, lcm(p, q, budget()))).toEqual(positive(times(p, q)))
      }),
      { numRuns: 300 },
    )
  })

  test('is found where numbers are too large for the heuristic algorithm', () => {
    const large = 10n ** 300n + 7n
    const common = subtract(times(generator(0, 9), generator(1, 9)), constant(large))
    const p = times(common, poly('x^3+y^2+3'))
    const q = times(common, poly('x^2*y-y^3+5'))
    expect(gcd(p, q, budget())).toEqual(common)
  })
})

describe('remainders', () => {
  test('of pseudo-division are the dividend minus a multiple', () => {
    assert(
      property(anyPoly(2, 4), anyPoly(2, 3), (p, q) => {
        if (isZero(q) || degree(p, 0) < degree(q, 0)) return
        const rest = pseudoRemainder(p, q, 0, budget())
        const lead = power(leadingIn(q, 0), degree(p, 0) - degree(q, 0) + 1, budget())
        expect(divideExact(subtract(times(lead, p), rest), q, budget())).not.toBeNull()
        if (degree(q, 0) > 0) expect(degree(rest, 0)).toBeLessThan(degree(q, 0))
        else expect(isZero(rest)).toBe(true)
      }),
    )
  })

  test.each([
    ['x^2+y*x+z', '2*x+y', '-y^2+4*z'],
    ['x-y', 'x-z', 'y-z'],
    ['x^3+2', 'x^2-3', '-23'],
    ['3', 'x^2', '9'],
    ['x^2-1', 'x^2+x-2', '0'],
  ])('the resultant of %s and %s is %s', (p, q, expected) => {
    expect(resultant(poly(p), poly(q), 0, budget())).toEqual(poly(expected))
  })

  test('the resultant is multiplicative, and zero exactly where there is a common factor', () => {
    assert(
      property(anyPoly(2, 2), anyPoly(2, 2), anyPoly(2, 2), (p, q, r) => {
        if ([p, q, r].some(isZero)) return
        const [a, b] = [resultant(p, r, 0, budget()), resultant(q, r, 0, budget())]
        expect(resultant(times(p, q), r, 0, budget())).toEqual(times(a, b))
        expect(isZero(a)).toBe(degree(gcd(p, r, budget()), 0) > 0)
        const swapped = (degree(p, 0) * degree(r, 0)) % 2 === 1 ? -1n : 1n
        expect(resultant(r, p, 0, budget())).toEqual(scale(a, swapped))
      }),
      { numRuns: 300 },
    )
  })

  test('the discriminant is what the formula says', () => {
    expect(discriminant(poly('y*x^2+z*x+t'), 0, budget())).toEqual(poly('z^2-4*y*t'))
    expect(discriminant(poly('x^3+y*x+z'), 0, budget())).toEqual(poly('-4*y^3-27*z^2'))
  })
})

describe('square-free factors', () => {
  test('come with how often they occur', () => {
    const p = times(
      poly('-12'),
      power(poly('x+y'), 3, budget()),
      power(poly('x-y'), 3, budget()),
      poly('y^2+1'),
      poly('z^4'),
    )
    const found = squareFree(p, budget()).map(([q, n]) => `${key(q)} ${n}`)
    expect(found.sort()).toEqual(
      [`${key(poly('x^2-y^2'))} 3`, `${key(poly('y^2+1'))} 1`, `${key(poly('z'))} 4`].sort(),
    )
  })

  test('multiply to the polynomial, and have no repeated factors', () => {
    assert(
      property(anyPoly(2, 2, 3), anyPoly(2, 2, 3), (p, q) => {
        const whole = times(p, p, p, q, q)
        if (isZero(whole)) return
        const found = squareFree(whole, budget())
        const product = times(...found.map(([f, n]) => power(f, n, budget())))
        expect(isConstant(quotient(whole, product, budget()))).toBe(true)
        for (const [f] of found)
          for (const g of [0, 1])
            if (degree(f, g) > 0) expect(isZero(discriminant(f, g, budget()))).toBe(false)
      }),
    )
  })

  test('the content in a generator divides every coefficient', () => {
    expect(contentIn(poly('6*x^2*y+6*x^2-4*y-4'), 0, budget())).toEqual(poly('2*y+2'))
  })
})
