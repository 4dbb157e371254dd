import type { Rational } from '../exact/rational.ts'
import type { Unary, Way } from './operators.ts'
import {
  add,
  containsZero,
  divide,
  dyadic,
  hull,
  isExactZero,
  isNegative,
  isPositive,
  multiply,
  NoEnclosure,
  negate,
  nthRoot,
  ofRational,
  oneBall,
  type Precision,
  type RealBall,
  scale,
  squareRoot,
  subtract,
  topBit,
  wholeOf,
  zeroBall,
} from './real-ball.ts'
import { argument, expReal, lnReal, piBall, turn } from './real-functions.ts'

/** The complex numbers whose parts lie in two real balls. A part that is known to be zero has radius zero. */
export interface Ball {
  readonly re: RealBall
  readonly im: RealBall
}

/** Whether no number of the ball is zero. */
export function excludesZero(a: Ball): boolean {
  return !containsZero(a.re) || !containsZero(a.im)
}

/** A number `k` so that every number of the ball is below `2^k` in size; minus infinity for zero itself. */
export function magnitudeBits(a: Ball): number {
  return Math.max(topBit(a.re), topBit(a.im)) + (isExactZero(a.re) || isExactZero(a.im) ? 0 : 1)
}

/** There is no value, or none is found at these digits. */
export function fail(): never {
  throw new NoEnclosure()
}

/** A real number. */
export function real(re: RealBall): Ball {
  return { re, im: zeroBall }
}

const one = real(oneBall)
const half = real(dyadic(1n, -1))
/** The imaginary unit. */
export const unit: Ball = { re: zeroBall, im: oneBall }

/** Whether every number of the ball is real. */
export function isReal(a: Ball): boolean {
  return isExactZero(a.im)
}

/** Whether it is zero for certain. */
export function isZero(a: Ball): boolean {
  return isExactZero(a.re) && isExactZero(a.im)
}

export function plus(a: Ball, b: Ball, p: Precision): Ball {
  return { re: add(a.re, b.re, p), im: add(a.im, b.im, p) }
}

export function minus(a: Ball): Ball {
  return { re: negate(a.re), im: negate(a.im) }
}

function less(a: Ball, b: Ball, p: Precision): Ball {
  return plus(a, minus(b), p)
}

export function times(a: Ball, b: Ball, p: Precision): Ball {
  if (isReal(b)) return isReal(a) ? real(multiply(a.re, b.re, p)) : timesReal(a, b.re, p)
  if (isReal(a)) return timesReal(b, a.re, p)
  return {
    re: subtract(multiply(a.re, b.re, p), multiply(a.im, b.im, p), p),
    im: add(multiply(a.re, b.im, p), multiply(a.im, b.re, p), p),
  }
}

function timesReal(a: Ball, by: RealBall, p: Precision): Ball {
  return { re: multiply(a.re, by, p), im: multiply(a.im, by, p) }
}

export function over(a: Ball, b: Ball, p: Precision): Ball {
  if (isReal(b)) return { re: divide(a.re, b.re, p), im: divide(a.im, b.re, p) }
  const top = times(a, conjugate(b), p)
  const size = squareOf(b, p)
  return { re: divide(top.re, size, p), im: divide(top.im, size, p) }
}

function conjugate(a: Ball): Ball {
  return { re: a.re, im: negate(a.im) }
}

/** The square of the size. */
function squareOf(a: Ball, p: Precision): RealBall {
  return add(multiply(a.re, a.re, p), multiply(a.im, a.im, p), p)
}

function sizeOf(a: Ball, p: Precision): RealBall {
  if (isReal(a)) return absolute(a.re)
  if (isExactZero(a.re)) return absolute(a.im)
  return rootOfSize(squareOf(a, p), p)
}

function absolute(a: RealBall): RealBall {
  return a.m < 0n ? negate(a) : a
}

/** The square root of a ball of which only what is not below zero counts. */
function rootOfSize(a: RealBall, p: Precision): RealBall {
  if (a.m > a.r || isExactZero(a)) return squareRoot(a, p)
  const top = squareRoot({ m: (a.m < 0n ? 0n : a.m) + a.r, r: 0n, e: a.e }, p)
  return { m: 0n, r: top.m + top.r, e: top.e }
}

/** A power with a whole exponent, by repeated squaring. */
export function wholePower(a: Ball, exponent: bigint, p: Precision): Ball {
  if (exponent <= 0n && !excludesZero(a)) return fail()
  if (exponent > largestPower || -exponent > largestPower) return fail()
  let result = one
  let factor = a
  for (let n = exponent < 0n ? -exponent : exponent; n > 0n; n >>= 1n) {
    if (n & 1n) result = times(result, factor, p)
    if (n > 1n) factor = times(factor, factor, p)
  }
  return exponent < 0n ? over(one, result, p) : result
}

const largestPower = 2n ** 40n

/** e to the power of a ball. */
export function exp(a: Ball, p: Precision): Ball {
  const size = expReal(a.re, p)
  if (isReal(a)) return real(size)
  const { cos, sin } = turn(a.im, p)
  return { re: multiply(size, cos, p), im: multiply(size, sin, p) }
}

function ln(a: Ball, p: Precision): Ball {
  if (!excludesZero(a)) return fail()
  const size = isReal(a) || isExactZero(a.re) ? lnReal(sizeOf(a, p), p) : scale(lnReal(squareOf(a, p), p), -1)
  return { re: size, im: argument(a.re, a.im, p) }
}

function sqrt(a: Ball, p: Precision): Ball {
  if (isZero(a)) return a
  if (!excludesZero(a)) return around(a, p)
  if (isReal(a))
    return isPositive(a.re) ? real(squareRoot(a.re, p)) : { re: zeroBall, im: squareRoot(negate(a.re), p) }
  const size = sizeOf(a, p)
  if (!isNegative(a.re)) {
    const re = rootOfSize(scale(add(size, a.re, p), -1), p)
    if (containsZero(re)) return fail()
    return { re, im: divide(scale(a.im, -1), re, p) }
  }
  if (containsZero(a.im)) return fail()
  const im = rootOfSize(scale(subtract(size, a.re, p), -1), p)
  const signed = isPositive(a.im) ? im : negate(im)
  return { re: divide(scale(a.im, -1), signed, p), im: signed }
}

/** All numbers whose square may be in a ball that holds zero. */
function around(a: Ball, p: Precision): Ball {
  const size = rootOfSize({ m: 0n, r: 1n, e: magnitudeBits(a) }, p)
  const part = { m: 0n, r: size.m + size.r, e: size.e }
  return { re: part, im: part }
}

/** The principal n-th root, n at least 1. */
function principalRoot(a: Ball, n: number, p: Precision): Ball {
  if (n === 1 || isZero(a)) return a
  if (n === 2) return sqrt(a, p)
  if (isReal(a) && isPositive(a.re) && n <= 1000) return real(nthRoot(a.re, n, p))
  return exp(over(ln(a, p), real(dyadic(BigInt(n))), p), p)
}

/** A power with a fraction as its exponent. */
export function rationalPower(a: Ball, exponent: Rational, p: Precision): Ball {
  if (exponent.n <= 0n && !excludesZero(a)) return fail()
  if (exponent.d > 1_000_000n) return generalPower(a, real(ofRational(exponent, p)), p)
  return wholePower(principalRoot(a, Number(exponent.d), p), exponent.n, p)
}

/** `exp(w ln z)`. */
export function generalPower(a: Ball, exponent: Ball, p: Precision): Ball {
  if (isZero(a) && isReal(exponent) && isPositive(exponent.re)) return a
  return exp(times(exponent, ln(a, p), p), p)
}

/** The n-th root: for odd `n` of a real number the real one, else the principal one. */
export function root(a: Ball, n: Ball, p: Precision): Ball {
  const whole = isReal(n) ? wholeOf(n.re) : null
  if (whole === null) {
    if (!isReal(a) || !isPositive(a.re)) surelyBetweenWholes(n, p)
    return generalPower(a, over(one, n, p), p)
  }
  if (whole < 0n) return over(one, root(a, minus(n), p), p)
  if (whole === 0n || whole > 1_000_000n) return fail()
  if (isReal(a) && whole % 2n === 1n && !isPositive(a.re)) return oddRoot(a, Number(whole), p)
  return principalRoot(a, Number(whole), p)
}

/** Throws NoEnclosure where the index of a root may be whole without being exactly known. */
function surelyBetweenWholes(n: Ball, p: Precision): void {
  if (isReal(n)) {
    floor(n, p)
    ceiling(n, p)
  }
}

function oddRoot(a: Ball, n: number, p: Precision): Ball {
  if (isZero(a)) return a
  return isNegative(a.re) ? minus(principalRoot(minus(a), n, p)) : fail()
}

function sin(a: Ball, p: Precision): Ball {
  if (isReal(a)) return real(turn(a.re, p).sin)
  if (isExactZero(a.re)) return { re: zeroBall, im: sinh(real(a.im), p).re }
  const t = exp(turned(a), p)
  return turnedBack(halved(less(t, over(one, t, p), p)))
}

function cos(a: Ball, p: Precision): Ball {
  if (isReal(a)) return real(turn(a.re, p).cos)
  if (isExactZero(a.re)) return cosh(real(a.im), p)
  const t = exp(turned(a), p)
  return halved(plus(t, over(one, t, p), p))
}

function sinh(a: Ball, p: Precision): Ball {
  if (isExactZero(a.re) && !isReal(a)) return { re: zeroBall, im: turn(a.im, p).sin }
  const t = exp(a, p)
  return halved(less(t, over(one, t, p), p))
}

function cosh(a: Ball, p: Precision): Ball {
  if (isExactZero(a.re) && !isReal(a)) return real(turn(a.im, p).cos)
  const t = exp(a, p)
  return halved(plus(t, over(one, t, p), p))
}

function halved(a: Ball): Ball {
  return { re: scale(a.re, -1), im: scale(a.im, -1) }
}

function turned(a: Ball): Ball {
  return { re: negate(a.im), im: a.re }
}

function turnedBack(a: Ball): Ball {
  return { re: a.im, im: negate(a.re) }
}

function asin(a: Ball, p: Precision): Ball {
  const other = sqrt(less(one, times(a, a, p), p), p)
  if (isReal(a) && isReal(other)) return real(argument(other.re, a.re, p))
  return turnedBack(ln(plus(turned(a), other, p), p))
}

function acos(a: Ball, p: Precision): Ball {
  const other = sqrt(less(one, times(a, a, p), p), p)
  if (isReal(a) && isReal(other)) return real(argument(a.re, other.re, p))
  return less(real(scale(piBall(p), -1)), asin(a, p), p)
}

function atan(a: Ball, p: Precision): Ball {
  if (isReal(a)) return real(argument(oneBall, a.re, p))
  const t = turned(a)
  return times({ re: zeroBall, im: half.re }, less(ln(less(one, t, p), p), ln(plus(one, t, p), p), p), p)
}

function asinh(a: Ball, p: Precision): Ball {
  if (isReal(a) && isNegative(a.re)) return minus(asinh(minus(a), p))
  return ln(plus(a, sqrt(plus(times(a, a, p), one, p), p), p), p)
}

function acosh(a: Ball, p: Precision): Ball {
  return ln(plus(a, times(sqrt(plus(a, one, p), p), sqrt(less(a, one, p), p), p), p), p)
}

function atanh(a: Ball, p: Precision): Ball {
  return halved(less(ln(plus(one, a, p), p), ln(less(one, a, p), p), p))
}

function signum(a: Ball, p: Precision): Ball {
  if (isZero(a)) return a
  if (isReal(a) && excludesZero(a)) return isPositive(a.re) ? one : minus(one)
  return over(a, real(sizeOf(a, p)), p)
}

/** A function with steps, from the whole part of twice the number, and whether the number is exactly half of that. */
function stepped(step: (floor: bigint, exact: boolean) => bigint): Unary<Ball, Precision> {
  return a => {
    if (!isReal(a)) return fail()
    const low = step(...halves(a.re.m - a.re.r, a.re.e))
    return low === step(...halves(a.re.m + a.re.r, a.re.e)) ? real(dyadic(low)) : fail()
  }
}

function halves(m: bigint, e: number): [bigint, boolean] {
  if (e > 4096) return fail()
  if (e >= -1) return [m << BigInt(e + 1), true]
  const shift = BigInt(-e - 1)
  const low = m >> shift
  return [low, -e < 1_000_000 && low << shift === m]
}

const floor = stepped(twice => twice >> 1n)
const ceiling = stepped((twice, exact) => ((exact ? twice : twice + 1n) + 1n) >> 1n)

/** To the nearest whole number; a half to the even one. */
const round = stepped((twice, exact) => {
  const low = twice >> 1n
  const upper = (twice & 1n) === 1n && !(exact && (low & 1n) === 0n)
  return upper ? low + 1n : low
})

/** The gamma function of a whole number above zero, or of a half. */
function gamma(a: Ball, p: Precision): Ball {
  const twice = isReal(a) ? wholeOf(scale(a.re, 1)) : null
  if (twice === null || twice > 4000n || twice < -4000n) return fail()
  if (twice % 2n === 0n && twice <= 0n) return fail()
  const start = twice % 2n === 0n ? 2n : 1n
  let result = start === 2n ? one : real(squareRoot(piBall(p), p))
  for (let k = start; k < twice; k += 2n) result = times(result, real(dyadic(k, -1)), p)
  for (let k = twice; k < 1n; k += 2n) result = over(result, real(dyadic(k, -1)), p)
  return result
}

/** `n` over a whole `k`. */
export function binomial(n: Ball, k: Ball, p: Precision): Ball {
  const count = isReal(k) ? wholeOf(k.re) : null
  if (count === null || count < 0n || count > 2000n) return fail()
  let result = one
  for (let j = 0n; j < count; j += 1n)
    result = over(times(result, less(n, real(dyadic(j)), p), p), real(dyadic(j + 1n)), p)
  return result
}

/** The larger of two, or for sign -1 the smaller. */
export function extreme(a: Ball, b: Ball, sign: 1 | -1, p: Precision): Ball {
  if (!isReal(a) || !isReal(b)) return fail()
  const difference = subtract(a.re, b.re, p)
  if (containsZero(difference)) return isExactZero(difference) ? a : real(hull(a.re, b.re, p))
  return isPositive(difference) === (sign === 1) ? a : b
}

/** The functions of one argument that all others follow from, by the name that trees have for them. */
export const functions: Way<Ball, Precision>['functions'] = {
  exp,
  ln,
  sqrt,
  sin,
  cos,
  sinh,
  cosh,
  asin,
  acos,
  atan,
  asinh,
  acosh,
  atanh,
  abs: (a, p) => real(sizeOf(a, p)),
  arg: (a, p) => (excludesZero(a) ? real(argument(a.re, a.im, p)) : fail()),
  re: a => real(a.re),
  im: a => real(a.im),
  conjugate,
  signum,
  floor,
  ceiling,
  round,
  gamma,
}
