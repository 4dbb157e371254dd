import type { Budget } from '../budget.ts'
import { evaluateBall, type RealBall } from '../evaluate/ball.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import {
  bitLength,
  compare,
  difference,
  equal,
  isWhole,
  negative,
  power,
  product,
  quotient,
  type Rational,
  ratio,
  sum,
  whole,
  zero,
} from '../exact/rational.ts'
import { type Expr, literal, type Num, type Op, op, rewrite, size, some } from '../tree.ts'
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

/** Beyond so many binary digits a power is left to floating point. */
const mostBits = 40_000

/** The exact value where the expression has only fractions, their sums, products, quotients and whole powers; null otherwise. */
export function exactValue(e: Expr, budget: Budget): Rational | null {
  if (e.kind === 'num') return e.value
  if (e.kind !== 'op') return null
  const args: Rational[] = []
  for (const arg of e.args) {
    const value = exactValue(arg, budget)
    if (!value) return null
    args.push(value)
  }
  const bits = args.reduce((total, arg) => total + bitLength(arg.n) + bitLength(arg.d), 0)
  if (bits > mostBits) return null
  budget.spend(4 + (bits * bits) / 4096)
  return calculated(e.op, args)
}

function calculated(name: string, args: readonly Rational[]): Rational | null {
  const [a, b] = args
  if (!a) return null
  if (name === '+') return args.reduce(sum)
  if (name === '*') return args.reduce(product)
  if (args.length === 1) return ofOne(name, a)
  if (!b || args.length !== 2) return null
  if (name === '/') return b.n === 0n ? null : quotient(a, b)
  if (name === '^') return powered(a, b)
  return name === 'mixed' ? sum(a, b) : null
}

function ofOne(name: string, a: Rational): Rational | null {
  if (name === '-') return negative(a)
  if (name === 'abs') return magnitude(a)
  return name === 'percent' ? quotient(a, whole(100)) : null
}

function powered(a: Rational, b: Rational): Rational | null {
  if (!isWhole(b) || (a.n === 0n && b.n <= 0n)) return null
  const exponent = Number(b.n)
  const bits = (bitLength(a.n) + bitLength(a.d)) * Math.abs(exponent)
  return bits <= mostBits ? power(a, exponent) : null
}

/** Whether there is a division by exactly zero, or zero to a power below zero. */
export function dividesByZero(e: Expr, budget: Budget): boolean {
  budget.spend(size(e))
  return some(e, node => node.kind === 'op' && node.args.length === 2 && isPole(node, budget))
}

function isPole(node: Op, budget: Budget): boolean {
  const [left, right] = node.args
  if (!left || !right) return false
  if (node.op === '/') return exactValue(right, budget)?.n === 0n
  return node.op === '^' && exactValue(left, budget)?.n === 0n && (exactValue(right, budget)?.n ?? 0n) < 0n
}

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

/** A fraction with a denominator of twos and fives as decimal text, with at least so many decimals. */
export function decimalText(value: Rational, decimals: number): string {
  let places = decimals
  while (places < 2000 && (value.n * 10n ** BigInt(places)) % value.d !== 0n) places += 1
  const digits = ((value.n < 0n ? -value.n : value.n) * 10n ** BigInt(places)) / value.d
  const text = digits.toString().padStart(places + 1, '0')
  const sign = value.n < 0n ? '-' : ''
  return places === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`
}

export function magnitude(a: Rational): Rational {
  return a.n < 0n ? negative(a) : a
}

export function tenTo(exponent: number): Rational {
  return power(whole(10), exponent)
}

/** The power of ten of the first figure: 2 for 345, -3 for 0.0012. Zero has 0. */
export function order(a: Rational): number {
  if (a.n === 0n) return 0
  const size = magnitude(a)
  const guess = size.n.toString().length - size.d.toString().length
  return compare(size, tenTo(guess)) < 0 ? guess - 1 : guess
}

/** Rounded to a whole multiple of ten to the `exponent`; a tie goes away from zero, or to the even multiple. */
export function toMultiple(a: Rational, exponent: number, tie: 'away' | 'even' = 'away'): Rational {
  const unit = tenTo(exponent)
  const scaled = quotient(magnitude(a), unit)
  const below = scaled.n / scaled.d
  const rest = 2n * (scaled.n - below * scaled.d)
  const up = rest > scaled.d || (rest === scaled.d && (tie === 'away' || below % 2n === 1n))
  const rounded = product(whole(up ? below + 1n : below), unit)
  return a.n < 0n ? negative(rounded) : rounded
}

/** Rounded to so many decimal places. */
export function toPlaces(a: Rational, places: number, tie: 'away' | 'even' = 'away'): Rational {
  return toMultiple(a, -places, tie)
}

/** Rounded to so many significant figures, a tie away from zero. */
export function toFigures(a: Rational, figures: number): Rational {
  return toMultiple(a, order(a) - figures + 1)
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
