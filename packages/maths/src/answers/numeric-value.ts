import type { Budget } from '../budget.ts'
import { evaluateBall, type RealBall } from '../evaluate/ball.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import { decimalText, order, toFigures, toPlaces } from '../exact/decimal.ts'
import {
  compare,
  difference,
  equal,
  isWhole,
  magnitude,
  negative,
  product,
  type Rational,
  ratio,
  sum,
  whole,
  zero,
} from '../exact/rational.ts'
import { exactValue } from '../forms/rational-value.ts'
import { type Expr, literal, type Num, type Op, op, rewrite, size } from '../tree.ts'
import { hasUnknownFunction } from './numeric-functions.ts'

/** A real number that lies between two fractions, which are the same where it is known exactly. */
export interface Range {
  readonly low: Rational
  readonly high: Rational
}

/** Binary digits that suffice for any tolerance or rounding in practice: 38 decimal ones. */
const usualBits = 128

/**
 * The value of an expression without variables: exact where fractions suffice, otherwise enclosed with so many binary
 * digits; null where it is no real number.
 */
export function rangeOf(e: Expr, budget: Budget, bits: number = usualBits): Range | null {
  budget.spend(10 * size(e))
  const plain = withoutDisplay(e, budget)
  const known = exactValue(plain, budget)
  if (known) return { low: known, high: known }
  return hasUnknownFunction(plain) ? null : (enclosed(plain, budget, bits) ?? approximate(plain, budget))
}

function enclosed(e: Expr, budget: Budget, bits: number): Range | null {
  const ball = evaluateBall(e, new Map(), bits, budget)
  if (ball === null || !isZero(ball.im)) return null
  const { m, r, e: exponent } = ball.re
  return Math.abs(exponent) > mostBits
    ? null
    : { low: dyadic(m - r, exponent), high: dyadic(m + r, exponent) }
}

function isZero(a: RealBall): boolean {
  return a.m === 0n && a.r === 0n
}

function dyadic(m: bigint, exponent: number): Rational {
  return exponent >= 0 ? whole(m << BigInt(exponent)) : ratio(m, 1n << BigInt(-exponent))
}

function approximate(e: Expr, budget: Budget): Range | null {
  const found = evaluate(e, new Map(), budget)
  if (!isKnown(found) || found.axis !== 'real') return null
  const middle = fromDouble(found.re)
  const error = fromDouble(found.error)
  return { low: difference(middle, error), high: sum(middle, error) }
}

/** Beyond so many binary digits a ball is not worth a fraction. */
const mostBits = 40_000

/** The exact fraction that a double is. */
export function fromDouble(x: number): Rational {
  let scaled = x
  let halvings = 0
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    halvings += 1
  }
  return ratio(BigInt(scaled), 1n << BigInt(halvings))
}

/** Functions by which an author tells how a number is shown: what is shown is the value itself, or rounded. */
const shownPlaces = new Set(['displaydp', 'dispdp', 'displaysci', 'scientific_notation'])
const shownFigures = new Set(['displaysf', 'dispsf'])

/** The expression with the author's functions for showing numbers taken away: the number that is meant remains. */
export function withoutDisplay(e: Expr, budget: Budget): Expr {
  return rewrite(e, node => (node.kind === 'op' ? (meant(node, budget) ?? node) : node))
}

function meant(node: Op, budget: Budget): Expr | null {
  const [value, digits, exponent] = node.args
  if (!value) return null
  if (node.op === 'remove_numerical_inert' || node.op === 'float' || node.op === 'bfloat') return value
  if (node.op === 'displaysci' && exponent) return op('*', value, op('^', literal('10'), exponent))
  if (node.op === 'displaydp' || node.op === 'displaysf' || node.op === 'scientific_notation') return value
  const places = digits && exactValue(digits, budget)
  if (!places || !isWhole(places)) return null
  const round = roundings[node.op]
  if (!round || places.n > 1000n || places.n < -1000n) return null
  const known = rangeOf(value, budget)
  const rounded = known && rounding(known, a => round(a, Number(places.n)))
  return rounded ? ofFraction(rounded) : null
}

const roundings: Readonly<Record<string, (a: Rational, count: number) => Rational>> = {
  dispdp: toPlaces,
  decimalplaces: (a, places) => toPlaces(a, places, 'even'),
  dispsf: toFigures,
  significantfigures: toFigures,
}

/** What every number of a range is rounded to; null where they differ. */
export function rounding(a: Range, round: (a: Rational) => Rational): Rational | null {
  const low = round(a.low)
  return isExact(a) || equal(low, round(a.high)) ? low : null
}

function ofFraction(value: Rational): Expr {
  const size: Num = { kind: 'num', value: magnitude(value), text: decimalText(magnitude(value), 0) }
  return value.n < 0n ? op('-', size) : size
}

/** What an author's function shows of a number, such as `1.50` for `displaydp(1.5, 2)`; null where it is none of those. */
export function shownText(node: Op, budget: Budget): string | null {
  const [value, digits] = node.args
  const known = value && exactValue(value, budget)
  const places = digits && exactValue(digits, budget)
  if (!known || !places || !isWhole(places) || places.n < 0n || places.n > 1000n) return null
  const count = Number(places.n)
  if (shownPlaces.has(node.op)) return decimalText(toPlaces(known, count), count)
  if (!shownFigures.has(node.op)) return null
  return decimalText(toFigures(known, count), Math.max(0, count - 1 - order(known)))
}

/** Whether `|a - b| <= tolerance`; undefined where the ranges leave that open. */
export function isWithin(a: Range, b: Range, tolerance: Range): boolean | undefined {
  const low = difference(a.low, b.high)
  const high = difference(a.high, b.low)
  const most = compare(negative(low), high) > 0 ? negative(low) : high
  if (compare(most, tolerance.low) <= 0) return true
  const least = low.n > 0n ? low : high.n < 0n ? negative(high) : zero
  return compare(least, tolerance.high) > 0 ? false : undefined
}

/** The product of two ranges. */
export function multiplied(a: Range, b: Range): Range {
  const ends = [
    product(a.low, b.low),
    product(a.low, b.high),
    product(a.high, b.low),
    product(a.high, b.high),
  ].sort(compare)
  return { low: ends[0] ?? a.low, high: ends[3] ?? a.high }
}

/** The product of a range with a fraction. */
export function scaled(a: Range, by: Rational): Range {
  const ends = [product(a.low, by), product(a.high, by)] as const
  return by.n < 0n ? { low: ends[1], high: ends[0] } : { low: ends[0], high: ends[1] }
}

export function isExact(a: Range): boolean {
  return equal(a.low, a.high)
}
