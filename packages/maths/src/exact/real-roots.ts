import type { Budget } from '../budget.ts'
import { factor } from './factor.ts'
import { type Dense, fromDense, toDense } from './factor-univariate.ts'
import { gcd, quotient, withoutMonomial } from './gcd.ts'
import { derivative, generatorsOf, isConstant, type Poly, primitive } from './polynomial.ts'
import {
  bitLength,
  compare,
  difference,
  floor,
  middle,
  negative,
  type Rational,
  ratio,
  toNumber,
  whole,
  zero,
} from './rational.ts'

/**
 * A real number that is a zero of a polynomial with whole coefficients: the only zero between `low` and `high`, these
 * two apart; where they are equal it is that number.
 */
export interface AlgebraicReal {
  /** Without repeated factors. */
  readonly zeroOf: Dense
  readonly low: Rational
  readonly high: Rational
}

/** A fraction as an algebraic real. */
export function exactly(value: Rational): AlgebraicReal {
  return { zeroOf: [-value.n, value.d], low: value, high: value }
}

export function isExact(a: AlgebraicReal): boolean {
  return compare(a.low, a.high) === 0
}

/**
 * The real zeros, rising, each once, of a polynomial that is not zero and has one generator at most; fractions exactly.
 * Factor by factor where factoring takes little, by Descartes' rule of signs and bisection (Collins and Akritas 1976).
 */
export function realRoots(p: Poly, budget: Budget): AlgebraicReal[] {
  const [g] = generatorsOf(p)
  if (g === undefined) return []
  const factors = budget.attempt(0.3, part => factor(p, part).factors.map(([f]) => f))
  if (factors === null) return rootsOf(squareFreePart(p, g, budget), g, budget)
  const roots = factors.flatMap(f => rootsOf(f, g, budget))
  return factors.length === 1 ? roots : roots.sort((a, b) => compareDistinct(a, b, budget))
}

function squareFreePart(p: Poly, g: number, budget: Budget): Poly {
  return primitive(quotient(p, gcd(p, derivative(p, g), budget), budget))
}

/** For a polynomial of content 1 without repeated factors. */
function rootsOf(p: Poly, g: number, budget: Budget): AlgebraicReal[] {
  const part = withoutMonomial(p)
  const dense = toDense(part, g, budget)
  const below = positiveRoots(mirrored(dense), budget)
    .map(({ low, high }) => ({ low: negative(high), high: negative(low) }))
    .reverse()
  const spans = [...below, ...positiveRoots(dense, budget)]
  const roots = spans.map((span): AlgebraicReal => ({ zeroOf: dense, ...span }))
  if (p.at(-1)?.m.length !== 0) roots.splice(below.length, 0, exactly(whole(0)))
  return roots
}

/** `p(-x)`. */
function mirrored(p: Dense): Dense {
  return p.map((c, i) => (i % 2 === 1 ? -c : c))
}

type Span = Pick<AlgebraicReal, 'low' | 'high'>

function positiveRoots(p: Dense, budget: Budget): Span[] {
  if (variations(p) === 0) return []
  if (p.length === 2) {
    const root = ratio(-(p[0] ?? 0n), p[1] ?? 1n)
    return [{ low: root, high: root }]
  }
  const bits = boundBits(p)
  const found: Span[] = []
  // Each entry is the polynomial whose zeros between 0 and 1 are those of p between part·size and (part + 1)·size.
  const open: { q: Dense; part: bigint; halvings: number }[] = [{ q: scaled(p, bits), part: 0n, halvings: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { q, part, halvings } = next
    const at = (k: bigint) => ratio(k << BigInt(bits), 1n << BigInt(halvings))
    const signs = variations(shifted([...q].reverse(), budget))
    if (signs === 1) found.push({ low: at(part), high: at(part + 1n) })
    if (signs < 2) continue
    const left = q.map((c, i) => c << BigInt(q.length - 1 - i))
    const right = shifted(left, budget)
    const half = ratio((2n * part + 1n) << BigInt(bits), 2n << BigInt(halvings))
    if (right[0] === 0n) found.push({ low: half, high: half })
    open.push({ q: left, part: 2n * part, halvings: halvings + 1 })
    open.push({
      q: right[0] === 0n ? right.slice(1) : right,
      part: 2n * part + 1n,
      halvings: halvings + 1,
    })
  }
  return found.sort((a, b) => compare(a.low, b.low) || compare(a.high, b.high))
}

/** So many bits that no zero is above 2 to that power (Cauchy). */
function boundBits(p: Dense): number {
  const most = p.slice(0, -1).reduce((bits, c) => Math.max(bits, bitLength(c)), 0)
  return Math.max(1, most - bitLength(p.at(-1) ?? 1n) + 2)
}

/** `p(2^bits·x)`. */
function scaled(p: Dense, bits: number): Dense {
  return p.map((c, i) => c << BigInt(i * bits))
}

/** `p(x + 1)`. */
function shifted(p: Dense, budget: Budget): bigint[] {
  const list = [...p]
  budget.spend((list.length * list.length * (6 + bitLength(list.at(-1) ?? 0n) / 600)) / 2)
  for (let i = 0; i < list.length - 1; i++)
    for (let j = list.length - 2; j >= i; j--) list[j] = (list[j] ?? 0n) + (list[j + 1] ?? 0n)
  return list
}

/** How often the sign changes from one coefficient to the next, zeros apart. */
function variations(p: Dense): number {
  let count = 0
  let last = 0
  for (const c of p) {
    const sign = signOf(c)
    if (sign !== 0 && last !== 0 && sign !== last) count++
    if (sign !== 0) last = sign
  }
  return count
}

function signOf(n: bigint): -1 | 0 | 1 {
  return n > 0n ? 1 : n < 0n ? -1 : 0
}

/** The sign of a polynomial at a fraction. */
export function signAtRational(p: Dense, { n, d }: Rational): -1 | 0 | 1 {
  let value = 0n
  let power = 1n
  for (let i = p.length - 1; i >= 0; i--) {
    value = value * n + (p[i] ?? 0n) * power
    power *= d
  }
  return signOf(value)
}

/** The sign right of a fraction, as near as needed, of a polynomial without repeated factors; left of it for `side` -1. */
function signBeside(p: Dense, at: Rational, side: 1 | -1): number {
  return (
    signAtRational(p, at) ||
    side *
      signAtRational(
        p.slice(1).map((c, i) => c * BigInt(i + 1)),
        at,
      )
  )
}

/** The same number between bounds half as far apart. */
function halved(a: AlgebraicReal, budget: Budget): AlgebraicReal {
  const between = middle(a.low, a.high)
  budget.spend(a.zeroOf.length * (20 + (a.zeroOf.length * bitLength(between.d)) / 16))
  const sign = signAtRational(a.zeroOf, between)
  if (sign === 0) return { ...a, low: between, high: between }
  return sign === signBeside(a.zeroOf, a.low, 1) ? { ...a, low: between } : { ...a, high: between }
}

/** The same number between bounds at most 2^-bits apart. */
export function refine(a: AlgebraicReal, bits: number, budget: Budget): AlgebraicReal {
  const width = ratio(1n, 1n << BigInt(bits))
  let result = a
  while (compare(difference(result.high, result.low), width) > 0) result = halved(result, budget)
  return result
}

/** The nearest double, or one beside it. */
export function approximate(a: AlgebraicReal, budget: Budget): number {
  let result = a
  while (toNumber(result.low) !== toNumber(result.high)) {
    result = halved(result, budget)
    const [low, high] = [toNumber(result.low), toNumber(result.high)]
    if (high - low <= Number.EPSILON * Math.abs(low)) return high
  }
  return toNumber(result.low)
}

/** Below zero where `a < b`, zero where they are the same number, above zero where `a > b`. */
export function compareReals(a: AlgebraicReal, b: AlgebraicReal, budget: Budget): number {
  return sameNumber(a, b, budget) ? 0 : compareDistinct(a, b, budget)
}

function compareDistinct(a: AlgebraicReal, b: AlgebraicReal, budget: Budget): number {
  let [x, y] = [a, b]
  for (;;) {
    if (isExact(x) && isExact(y)) return compare(x.low, y.low)
    if (compare(x.high, y.low) <= 0) return -1
    if (compare(y.high, x.low) <= 0) return 1
    if (!isExact(x)) x = halved(x, budget)
    if (!isExact(y)) y = halved(y, budget)
  }
}

/** Whether `p`, without repeated factors, is zero at a number. */
function sharedZero(p: Dense, a: AlgebraicReal, budget: Budget): boolean {
  if (isExact(a)) return signAtRational(p, a.low) === 0
  const common = commonFactor(p, a.zeroOf, budget)
  return common.length > 1 && signBeside(common, a.low, 1) !== signBeside(common, a.high, -1)
}

function commonFactor(p: Dense, q: Dense, budget: Budget): Dense {
  return toDense(gcd(fromDense(p, 0), fromDense(q, 0), budget), 0, budget)
}

function sameNumber(a: AlgebraicReal, b: AlgebraicReal, budget: Budget): boolean {
  if (isExact(a)) return within(a.low, b) && signAtRational(b.zeroOf, a.low) === 0
  if (isExact(b)) return sameNumber(b, a, budget)
  const low = compare(a.low, b.low) > 0 ? a.low : b.low
  const high = compare(a.high, b.high) < 0 ? a.high : b.high
  return compare(low, high) < 0 && sharedZero(a.zeroOf, { zeroOf: b.zeroOf, low, high }, budget)
}

function within(value: Rational, a: AlgebraicReal): boolean {
  if (isExact(a)) return compare(a.low, value) === 0
  return compare(a.low, value) < 0 && compare(value, a.high) < 0
}

/** The sign of a polynomial in one generator at most at an algebraic real. */
export function signAt(p: Poly, a: AlgebraicReal, budget: Budget): -1 | 0 | 1 {
  const dense = toDense(p, generatorsOf(p)[0] ?? 0, budget)
  if (isExact(a) || isConstant(p)) return signAtRational(dense, a.low)
  if (sharedZero(dense, a, budget)) return 0
  let span = a
  while (!isExact(span) && variations(between(dense, span, budget)) > 0) span = halved(span, budget)
  return signAtRational(dense, middle(span.low, span.high))
}

/** A polynomial whose zeros above 0 are those of `p` between the bounds. */
function between(p: Dense, { low, high }: Span, budget: Budget): Dense {
  const step = difference(high, low)
  // First p(low + step·x) with whole coefficients, by Horner's scheme; then 1/(x + 1) for x.
  let list: bigint[] = []
  const d = low.d * step.d
  const [offset, slope] = [low.n * step.d, step.n * low.d]
  let power = 1n
  budget.spend(p.length * p.length * (8 + (p.length * bitLength(d)) / 64))
  for (let i = p.length - 1; i >= 0; i--) {
    const next: bigint[] = new Array(list.length + 1).fill(0n)
    for (const [j, c] of list.entries()) {
      next[j] = (next[j] ?? 0n) + c * offset
      next[j + 1] = c * slope
    }
    next[0] = (next[0] ?? 0n) + (p[i] ?? 0n) * power
    power *= d
    list = next
  }
  return shifted(list.reverse(), budget)
}

/** A fraction above `a` and below `b`, for `a` below `b`; beyond the one that is given where the other is null. */
export function sampleBetween(a: AlgebraicReal | null, b: AlgebraicReal | null, budget: Budget): Rational {
  if (a === null && b === null) return zero
  if (a === null || b === null) {
    const edge = a === null ? b?.low : a.high
    const below = floor(edge ?? zero)
    return whole(a === null ? below - 1n : below + 2n)
  }
  let [x, y] = [a, b]
  while (compare(x.high, y.low) >= 0) {
    if (!isExact(x)) x = halved(x, budget)
    if (!isExact(y)) y = halved(y, budget)
  }
  return middle(x.high, y.low)
}
