import type { Budget } from '../budget.ts'
import { factor } from './factor.ts'
import { contentIn, gcd, quotient } from './gcd.ts'
import {
  add,
  degree,
  leadingIn,
  leadingSign,
  multiply,
  multiplyTerm,
  negate,
  onePoly,
  type Poly,
  power,
  subtract,
  zeroPoly,
} from './polynomial.ts'

/** A quotient of polynomials in lowest terms; the leading coefficient of the denominator is above zero. */
export interface Fraction {
  readonly numerator: Poly
  readonly denominator: Poly
}

/** `numerator / (denominator · factor^times)`, with no generator in `denominator` and a numerator of lower degree than `factor`. */
export interface PartialFraction extends Fraction {
  readonly factor: Poly
  readonly times: number
}

/** In lowest terms. Throws a RangeError where the denominator is zero. */
export function fraction(numerator: Poly, denominator: Poly, budget: Budget): Fraction {
  if (denominator.length === 0) throw new RangeError('division by zero')
  const common = gcd(numerator, denominator, budget)
  const shared = leadingSign(denominator) < 0 ? negate(common) : common
  return {
    numerator: quotient(numerator, shared, budget),
    denominator: quotient(denominator, shared, budget),
  }
}

/**
 * `multiplier · p = quotient · q + remainder` as polynomials in `g`, with a remainder of lower degree than `q`, and no
 * `g` in the multiplier.
 */
export function pseudoDivide(
  p: Poly,
  q: Poly,
  g: number,
  budget: Budget,
): { multiplier: Poly; quotient: Poly; remainder: Poly } {
  const [under, lead] = [degree(q, g), leadingIn(q, g)]
  let [multiplier, found, rest]: [Poly, Poly, Poly] = [onePoly, zeroPoly, p]
  while (rest.length > 0 && degree(rest, g) >= under) {
    const top = leadingIn(rest, g)
    const common = gcd(top, lead, budget)
    const [up, raise] = [quotient(top, common, budget), quotient(lead, common, budget)]
    const gap = degree(rest, g) - under
    const step = multiplyTerm(up, { c: 1n, m: gap > 0 ? [g, gap] : [] })
    multiplier = multiply(multiplier, raise, budget)
    found = add(multiply(found, raise, budget), step)
    rest = subtract(multiply(rest, raise, budget), multiply(step, q, budget))
  }
  return { multiplier, quotient: found, remainder: rest }
}

/**
 * A quotient as a polynomial in `g` (over fractions in the other generators) plus partial fractions over the irreducible
 * factors of the denominator. Throws a RangeError where the denominator is zero.
 */
export function partialFractions(
  numerator: Poly,
  denominator: Poly,
  g: number,
  budget: Budget,
): { whole: Fraction; parts: PartialFraction[] } {
  const { numerator: n, denominator: d } = fraction(numerator, denominator, budget)
  const powers = factor(d, budget).factors.filter(([f]) => degree(f, g) > 0)
  const product = powers.reduce((p, [f, times]) => multiply(p, power(f, times, budget), budget), onePoly)
  const scalar = quotient(d, product, budget)
  const { multiplier, quotient: whole, remainder } = pseudoDivide(n, product, g, budget)
  const below = multiply(multiplier, scalar, budget)
  return {
    whole: fraction(whole, below, budget),
    parts: powers.flatMap(([f, times]) => {
      const own = power(f, times, budget)
      const { top, bottom } = partOver(remainder, own, quotient(product, own, budget), g, budget)
      return expand(top, multiply(bottom, below, budget), f, times, g, budget)
    }),
  }
}

/** The numerator over `own`, and what it must still be divided by, in `p / (own · others)`: by Euclid's algorithm, with factors free of `g` taken out. */
function partOver(p: Poly, own: Poly, others: Poly, g: number, budget: Budget): { top: Poly; bottom: Poly } {
  const first = pseudoDivide(others, own, g, budget)
  let [a, b, s, t]: [Poly, Poly, Poly, Poly] = [own, first.remainder, zeroPoly, first.multiplier]
  while (degree(b, g) > 0) {
    const { multiplier, quotient: q, remainder } = pseudoDivide(a, b, g, budget)
    const next = subtract(multiply(multiplier, s, budget), multiply(q, t, budget))
    const common = gcd(contentIn(remainder, g, budget), contentIn(next, g, budget), budget)
    ;[a, b, s, t] = [b, quotient(remainder, common, budget), t, quotient(next, common, budget)]
  }
  const { multiplier, remainder } = pseudoDivide(multiply(p, t, budget), own, g, budget)
  return { top: remainder, bottom: multiply(b, multiplier, budget) }
}

/** `top / (bottom · f^times)` as a sum over the powers of `f`. */
function expand(
  top: Poly,
  bottom: Poly,
  f: Poly,
  times: number,
  g: number,
  budget: Budget,
): PartialFraction[] {
  const found: PartialFraction[] = []
  let [rest, under] = [top, bottom]
  for (let k = times; k > 0 && rest.length > 0; k--) {
    const { multiplier, quotient: higher, remainder } = pseudoDivide(rest, f, g, budget)
    under = multiply(under, multiplier, budget)
    if (remainder.length > 0) found.unshift({ ...fraction(remainder, under, budget), factor: f, times: k })
    const common = gcd(higher, under, budget)
    rest = quotient(higher, common, budget)
    under = quotient(under, common, budget)
  }
  return found
}

/** The sum of fractions, in lowest terms. */
export function sumOfFractions(list: readonly Fraction[], budget: Budget): Fraction {
  return list.reduce(
    (a, b) =>
      fraction(
        add(multiply(a.numerator, b.denominator, budget), multiply(b.numerator, a.denominator, budget)),
        multiply(a.denominator, b.denominator, budget),
        budget,
      ),
    { numerator: zeroPoly, denominator: onePoly },
  )
}
