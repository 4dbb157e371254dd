import type { Budget } from '../budget.ts'
import { gcd } from '../exact/gcd.ts'
import {
  add as addPoly,
  constant,
  constantOf,
  content,
  divideByNumber,
  divideExact,
  equalPoly,
  isConstant,
  isZero,
  key,
  leadingSign,
  mergeMonomials,
  multiply as multiplyPoly,
  negate,
  onePoly,
  type Poly,
  scale,
  type Term,
  zeroPoly,
} from '../exact/polynomial.ts'
import { greatestCommonDivisor, type Rational } from '../exact/rational.ts'

/** A quotient of polynomials over Z in generators; the denominator is not zero and leads with a positive coefficient. */
export interface Fraction {
  readonly num: Poly
  readonly den: Poly
}

export const zero: Fraction = { num: zeroPoly, den: onePoly }
export const one: Fraction = { num: onePoly, den: onePoly }

export function ofPoly(num: Poly): Fraction {
  return { num, den: onePoly }
}

export function ofRational({ n, d }: Rational): Fraction {
  return { num: constant(n), den: d === 1n ? onePoly : constant(d) }
}

/** The exact number that a fraction without generators is; null where it has generators. */
export function rationalOf({ num, den }: Fraction): Rational | null {
  if (!isConstant(num) || !isConstant(den)) return null
  const n = constantOf(num) ?? 0n
  const d = constantOf(den) ?? 1n
  const common = greatestCommonDivisor(n, d)
  return { n: n / common, d: d / common }
}

export function isNil(a: Fraction): boolean {
  return isZero(a.num)
}

export function minus(a: Fraction): Fraction {
  return { num: negate(a.num), den: a.den }
}

/** The sum over the least common denominator, as Knuth adds fractions (4.5.1). */
export function plus(a: Fraction, b: Fraction, budget: Budget): Fraction {
  if (isNil(a)) return b
  if (isNil(b)) return a
  if (equalPoly(a.den, b.den)) return tidy(addPoly(a.num, b.num), a.den)
  if (isOne(a.den)) return tidy(addPoly(multiplyPoly(a.num, b.den, budget), b.num), b.den)
  if (isOne(b.den)) return tidy(addPoly(multiplyPoly(b.num, a.den, budget), a.num), a.den)
  const common = gcd(a.den, b.den, budget)
  const left = divideExact(a.den, common, budget) ?? a.den
  const right = divideExact(b.den, common, budget) ?? b.den
  const num = addPoly(multiplyPoly(a.num, right, budget), multiplyPoly(b.num, left, budget))
  return tidy(num, multiplyPoly(a.den, right, budget))
}

function isOne(p: Poly): boolean {
  return constantOf(p) === 1n
}

export function times(a: Fraction, b: Fraction, budget: Budget): Fraction {
  if (isNil(a) || isNil(b)) return zero
  if (isOne(a.den) && isOne(b.den)) return ofPoly(multiplyPoly(a.num, b.num, budget))
  return tidy(multiplyPoly(a.num, b.num, budget), multiplyPoly(a.den, b.den, budget))
}

/** `1 / a`. The caller sees to it that `a` is not zero. */
export function inverse(a: Fraction): Fraction {
  return leadingSign(a.num) < 0 ? { num: negate(a.den), den: negate(a.num) } : { num: a.den, den: a.num }
}

/** Takes out what is cheap to see: common numbers, common powers of generators, a denominator that is the numerator. */
export function tidy(num: Poly, den: Poly): Fraction {
  if (isZero(num)) return zero
  if (isOne(den)) return { num, den }
  const sign = leadingSign(den) < 0 ? -1n : 1n
  const common = sign * greatestCommonDivisor(content(num), content(den))
  const [n, d] = common === 1n ? [num, den] : [divideByNumber(num, common), divideByNumber(den, common)]
  const shared = sharedMonomial([...n, ...d])
  if (shared.length === 0) return { num: n, den: d }
  return { num: withoutMonomial(n, shared), den: withoutMonomial(d, shared) }
}

function sharedMonomial(terms: readonly Term[]): readonly number[] {
  let shared = terms[0]?.m ?? []
  for (const { m } of terms) {
    if (shared.length === 0) return shared
    shared = lowest(shared, m)
  }
  return shared
}

function lowest(a: readonly number[], b: readonly number[]): readonly number[] {
  const kept: number[] = []
  let j = 0
  for (let i = 0; i < a.length; i += 2) {
    const g = a[i] ?? 0
    while (j < b.length && (b[j] ?? 0) < g) j += 2
    if (b[j] === g) kept.push(g, Math.min(a[i + 1] ?? 0, b[j + 1] ?? 0))
  }
  return kept
}

/** Each term divided by a monomial that divides it. */
function withoutMonomial(p: Poly, m: readonly number[]): Poly {
  return p.map(term => ({ c: term.c, m: mergeMonomials(term.m, m, -1) ?? term.m }))
}

/** In lowest terms, so that equal fractions of independent generators are written the same. */
export function lowestTerms(a: Fraction, budget: Budget): Fraction {
  if (isConstant(a.den) || isNil(a)) return a
  const common = gcd(a.num, a.den, budget)
  if (isConstant(common)) return a
  const num = divideExact(a.num, common, budget)
  const den = divideExact(a.den, common, budget)
  return num && den ? tidy(num, den) : a
}

/** A text that is the same for fractions that are written the same. */
export function keyOf(a: Fraction): string {
  return isOne(a.den) ? key(a.num) : `${key(a.num)}/${key(a.den)}`
}

export function scaled(a: Fraction, { n, d }: Rational): Fraction {
  return tidy(scale(a.num, n), d === 1n ? a.den : scale(a.den, d))
}
