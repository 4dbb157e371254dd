import { array, assert, bigInt, integer, nat, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Budget, BudgetSpent } from '../budget.ts'
import { factor, isIrreducible, polyRoot, squareRoot } from './factor.ts'
import { floorRoot, rootOf } from './factor-univariate.ts'
import { anyPoly, poly } from './polynomial.test-support.ts'
import {
  add,
  constant,
  content,
  generator,
  isConstant,
  isZero,
  key,
  leadingSign,
  multiply,
  negate,
  onePoly,
  type Poly,
  power,
  primitive,
  scale,
} from './polynomial.ts'

const budget = () => new Budget(1e9, 60_000)
const times = (...list: Poly[]) => list.reduce((p, q) => multiply(p, q, budget()), onePoly)
const productOf = ({ unit, factors }: { unit: bigint; factors: [Poly, number][] }) =>
  scale(times(...factors.map(([f, n]) => power(f, n, budget()))), unit)
const listed = (p: Poly) => factor(p, budget()).factors.map(([f, n]) => `${key(f)} ^${n}`)
const expected = (list: string[]) => {
  const counted = new Map<string, number>()
  for (const f of list) counted.set(key(poly(f)), (counted.get(key(poly(f))) ?? 0) + 1)
  return [...counted].map(([f, n]) => `${f} ^${n}`).sort()
}

describe('factors', () => {
  test.each<[string, string[]]>([
    ['x^2-5*x+6', ['x-2', 'x-3']],
    ['6*x^2+x-2', ['2*x-1', '3*x+2']],
    ['x^2-2', ['x^2-2']],
    ['x^4+4', ['x^2+2*x+2', 'x^2-2*x+2']],
    ['x^4+1', ['x^4+1']],
    ['x^4-10*x^2+1', ['x^4-10*x^2+1']],
    ['x^6-1', ['x-1', 'x+1', 'x^2+x+1', 'x^2-x+1']],
    ['x^5-2', ['x^5-2']],
    ['x^3-6*x^2+11*x-6', ['x-1', 'x-2', 'x-3']],
    ['x^8+x^4+1', ['x^2+x+1', 'x^2-x+1', 'x^4-x^2+1']],
    // Swinnerton-Dyer's polynomial of √2, √3 and √5, with factors modulo every prime.
    ['x^8-40*x^6+352*x^4-960*x^2+576', ['x^8-40*x^6+352*x^4-960*x^2+576']],
    ['x^2-y^2', ['x-y', 'x+y']],
    ['x^3+y^3', ['x+y', 'x^2-x*y+y^2']],
    ['x^2+y^2', ['x^2+y^2']],
    ['x*y+x+y+1', ['x+1', 'y+1']],
    ['x^2*y^2-z^2', ['x*y+z', 'x*y-z']],
    ['x^4-y^4', ['x-y', 'x+y', 'x^2+y^2']],
    ['x^4+4*y^4', ['x^2+2*x*y+2*y^2', 'x^2-2*x*y+2*y^2']],
    ['x^3+y^3+z^3-3*x*y*z', ['x+y+z', 'x^2+y^2+z^2-x*y-x*z-y*z']],
    ['x^3*y-x*y^3', ['x', 'y', 'x-y', 'x+y']],
    ['x^3+y^3-1', ['x^3+y^3-1']],
    ['x^60000-3', ['x^60000-3']],
    ['7*x^1000003-2', ['7*x^1000003-2']],
    ['4*x^6-9', ['2*x^3-3', '2*x^3+3']],
    ['8*x^9+27', ['2*x^3+3', '4*x^6-6*x^3+9']],
    ['4*x^8+1', ['2*x^4-2*x^2+1', '2*x^4+2*x^2+1']],
    ['y*x^2+2*y*x+y', ['y', 'x+1', 'x+1']],
  ])('of %s', (p, list) => {
    expect(listed(poly(p)).sort()).toEqual(expected(list))
    expect(productOf(factor(poly(p), budget()))).toEqual(poly(p))
  })

  test('come with the content and the sign', () => {
    expect(factor(poly('-6*x^2+6'), budget())).toEqual({
      unit: -6n,
      factors: [
        [poly('x+1'), 1],
        [poly('x-1'), 1],
      ],
    })
    expect(factor(constant(-7n), budget())).toEqual({ unit: -7n, factors: [] })
    expect(factor([], budget())).toEqual({ unit: 0n, factors: [] })
  })

  /** Irreducible by Eisenstein's criterion: 3 divides all coefficients but the first, and 9 does not divide the last. */
  const eisenstein = array(integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 4 }).map(list => {
    let p: Poly = constant(3n)
    for (const [i, c] of list.entries()) p = add(p, scale(generator(0, i + 1), BigInt(3 * c)))
    return add(p, generator(0, list.length + 1))
  })

  test('of products of irreducible polynomials in one generator are those', () => {
    assert(
      property(eisenstein, eisenstein, eisenstein, bigInt(1n, 5n), (a, b, c, n) => {
        const p = scale(times(a, b, b, c), n)
        const found = factor(p, budget())
        expect(found.unit).toBe(n)
        expect(found.factors.flatMap(([f, m]) => Array.from({ length: m }, () => key(f))).sort()).toEqual(
          [a, b, b, c].map(key).sort(),
        )
      }),
      { numRuns: 200 },
    )
  })

  const one = constant(1n)
  /** Irreducible, by degree one in z, or by Eisenstein's criterion for 3, as written or with the powers of z reversed. */
  const inThree = tuple(anyPoly(2, 2, 3, 4n), nat(2)).map(([p, kind]) => {
    const q = times(add(p, one), poly('3*y'))
    if (kind === 0) return add(p, generator(2))
    if (kind === 1) return add(add(times(q, generator(2)), generator(2, 3)), poly('3*y'))
    return add(add(times(q, generator(2, 2)), poly('3*y*z^3')), one)
  })

  test('of products of irreducible polynomials in more generators are those', () => {
    assert(
      property(inThree, inThree, inThree, (a, b, c) => {
        const list = [a, b, c].map(primitive)
        const found = factor(times(...list), budget())
        expect(found.factors.flatMap(([f, m]) => Array.from({ length: m }, () => key(f))).sort()).toEqual(
          list.map(key).sort(),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('multiply to what was factored, and are irreducible', () => {
    assert(
      property(anyPoly(3, 3, 4), anyPoly(3, 3, 4), (p, q) => {
        const product = times(p, q)
        const found = factor(product, budget())
        expect(productOf(found)).toEqual(product)
        for (const [f] of found.factors) {
          expect(isConstant(f)).toBe(false)
          expect([content(f), leadingSign(f)]).toEqual([1n, 1])
          expect(isIrreducible(f, budget())).toBe(true)
        }
        if (isZero(product)) return
        const apart = [...factor(p, budget()).factors, ...factor(q, budget()).factors]
        const count = (list: [Poly, number][]) => list.reduce((sum, [, n]) => sum + n, 0)
        expect(count(found.factors)).toBe(count(apart))
      }),
      { numRuns: 150 },
    )
  })

  test('stop where the work is too much', () => {
    const p = add(power(poly('x+y+z+t+1'), 12, budget()), constant(1n))
    expect(() => factor(p, new Budget(100_000))).toThrow(BudgetSpent)
  })
})

describe('exact roots', () => {
  test('of squares are found, of other polynomials not', () => {
    assert(
      property(anyPoly(3, 3), anyPoly(3, 2, 2), (p, q) => {
        const root = squareRoot(times(p, p), budget())
        expect(root).toEqual(leadingSign(p) < 0 ? negate(p) : p)
        const other = squareRoot(add(times(p, p), q), budget())
        if (other !== null) expect(times(other, other)).toEqual(add(times(p, p), q))
        expect(polyRoot(power(p, 3, budget()), 3, budget())).toEqual(p)
      }),
    )
    expect(squareRoot(poly('x^2+2*x+2'), budget())).toBeNull()
    expect(squareRoot(poly('-x^2'), budget())).toBeNull()
    expect(polyRoot(poly('x^3+1'), 3, budget())).toBeNull()
  })

  test('of whole numbers', () => {
    assert(
      property(bigInt(0n, 10n ** 40n), integer({ min: 2, max: 9 }), (n, k) => {
        const root = floorRoot(n, k)
        expect(root ** BigInt(k) <= n && (root + 1n) ** BigInt(k) > n).toBe(true)
        expect(rootOf(n ** BigInt(k), k)).toBe(n)
      }),
    )
    expect(rootOf(-8n, 3)).toBe(-2n)
    expect(rootOf(-4n, 2)).toBeNull()
  })
})
