import type { Budget } from '../budget.ts'
import type { Rational } from '../exact/rational.ts'
import { type Expr, isSym, type Op } from '../tree.ts'
import { rationalOf } from './constant.ts'
import {
  add,
  argument,
  containsZero,
  divide,
  dyadic,
  expReal,
  hull,
  isExactZero,
  isNegative,
  isPositive,
  lnReal,
  multiply,
  NoEnclosure,
  negate,
  nthRoot,
  ofRational,
  oneBall,
  type Precision,
  piBall,
  type RealBall,
  scale,
  squareRoot,
  subtract,
  topBit,
  turn,
  wholeOf,
  zeroBall,
} from './real-ball.ts'

/** The complex numbers whose parts lie in two real balls. A part that is known to be zero has radius zero. */
export interface Ball {
  readonly re: RealBall
  readonly im: RealBall
}

export type { RealBall } from './real-ball.ts'

/**
 * A ball that surely holds the value of the tree at a point, worked out with so many binary digits; null where there is
 * no value, or none is found at these digits (division by what may be zero, a value that may lie on either side of a
 * jump, an unknown function). Branches are those of `evaluate`.
 */
export function evaluateBall(
  e: Expr,
  at: ReadonlyMap<string, Ball | Rational>,
  bits: number,
  budget: Budget,
): Ball | null {
  try {
    return ballOf(e, { at, known: new Map(), p: { bits, budget } })
  } catch (error) {
    // A RangeError is that of a whole number beyond what the machine can hold.
    if (error instanceof NoEnclosure || error instanceof RangeError) return null
    throw error
  }
}

/** Whether no number of the ball is zero. */
export function excludesZero(a: Ball): boolean {
  return !containsZero(a.re) || !containsZero(a.im)
}

/** A number `k` so that every number of the ball is below `2^k` in size; minus infinity for zero itself. */
export function magnitudeBits(a: Ball): number {
  return Math.max(topBit(a.re), topBit(a.im)) + (isExactZero(a.re) || isExactZero(a.im) ? 0 : 1)
}

interface Place {
  readonly at: ReadonlyMap<string, Ball | Rational>
  /** Nodes that occur more than once are worked out once. */
  readonly known: Map<Expr, Ball>
  readonly p: Precision
}

function ballOf(e: Expr, place: Place): Ball {
  const known = place.known.get(e)
  if (known) return known
  place.p.budget.spend(30)
  const found =
    e.kind === 'num'
      ? real(ofRational(e.value, place.p))
      : e.kind === 'sym'
        ? ofName(e.name, place)
        : e.kind === 'op'
          ? ofOp(e, place)
          : fail()
  place.known.set(e, found)
  return found
}

function fail(): never {
  throw new NoEnclosure()
}

function real(re: RealBall): Ball {
  return { re, im: zeroBall }
}

const one = real(oneBall)
const half = real(dyadic(1n, -1))
const unit: Ball = { re: zeroBall, im: oneBall }

function ofName(name: string, place: Place): Ball {
  const given = place.at.get(name)
  if (given) return 'n' in given ? real(ofRational(given, place.p)) : given
  if (name === 'pi') return real(piBall(place.p))
  if (name === 'e') return real(expReal(oneBall, place.p))
  return name === 'i' ? unit : fail()
}

function isReal(a: Ball): boolean {
  return isExactZero(a.im)
}

function isZero(a: Ball): boolean {
  return isExactZero(a.re) && isExactZero(a.im)
}

function plus(a: Ball, b: Ball, p: Precision): Ball {
  return { re: add(a.re, b.re, p), im: add(a.im, b.im, p) }
}

function minus(a: Ball): Ball {
  return { re: negate(a.re), im: negate(a.im) }
}

function less(a: Ball, b: Ball, p: Precision): Ball {
  return plus(a, minus(b), p)
}

function times(a: Ball, b: Ball, p: Precision): Ball {
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

function over(a: Ball, b: Ball, p: Precision): Ball {
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

function wholePower(a: Ball, exponent: bigint, p: Precision): Ball {
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

function exp(a: Ball, p: Precision): Ball {
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

function rationalPower(a: Ball, exponent: Rational, p: Precision): Ball {
  if (exponent.n <= 0n && !excludesZero(a)) return fail()
  if (exponent.d > 1_000_000n) return generalPower(a, real(ofRational(exponent, p)), p)
  return wholePower(principalRoot(a, Number(exponent.d), p), exponent.n, p)
}

function generalPower(a: Ball, exponent: Ball, p: Precision): Ball {
  if (isZero(a) && isReal(exponent) && isPositive(exponent.re)) return a
  return exp(times(exponent, ln(a, p), p), p)
}

function ofPower(e: Op, place: Place): Ball {
  const [base, exponent] = two(e)
  const exact = rationalOf(exponent, place.p.budget)
  if (isSym(base, 'e') && !place.at.has('e') && exact?.d !== 1n) return exp(ballOf(exponent, place), place.p)
  const a = ballOf(base, place)
  if (exact) return rationalPower(a, exact, place.p)
  const w = ballOf(exponent, place)
  const whole = isReal(w) ? wholeOf(w.re) : null
  return whole === null ? generalPower(a, w, place.p) : wholePower(a, whole, place.p)
}

function two(e: Op): [Expr, Expr] {
  const [first, second] = e.args
  return first === undefined || second === undefined || e.args.length !== 2 ? fail() : [first, second]
}

function root(a: Ball, n: Ball, p: Precision): Ball {
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

function acot(a: Ball, p: Precision): Ball {
  return isZero(a) ? real(scale(piBall(p), -1)) : atan(over(one, a, p), p)
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
function stepped(step: (floor: bigint, exact: boolean) => bigint): Unary {
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

function factorial(a: Ball, p: Precision): Ball {
  return gamma(plus(a, one, p), p)
}

function binomial(n: Ball, k: Ball, p: Precision): Ball {
  const count = isReal(k) ? wholeOf(k.re) : null
  if (count === null || count < 0n || count > 2000n) return fail()
  let result = one
  for (let j = 0n; j < count; j += 1n)
    result = over(times(result, less(n, real(dyadic(j)), p), p), real(dyadic(j + 1n)), p)
  return result
}

function mod(a: Ball, b: Ball, p: Precision): Ball {
  return isZero(b) ? a : less(a, times(b, floor(over(a, b, p), p), p), p)
}

function extreme(a: Ball, b: Ball, sign: 1 | -1, p: Precision): Ball {
  if (!isReal(a) || !isReal(b)) return fail()
  const difference = subtract(a.re, b.re, p)
  if (containsZero(difference)) return isExactZero(difference) ? a : real(hull(a.re, b.re, p))
  return isPositive(difference) === (sign === 1) ? a : b
}

function ofWholes(a: Ball, b: Ball, f: (x: bigint, y: bigint) => bigint): Ball {
  const x = isReal(a) ? wholeOf(a.re) : null
  const y = isReal(b) ? wholeOf(b.re) : null
  return x === null || y === null ? fail() : real(dyadic(f(x < 0n ? -x : x, y < 0n ? -y : y)))
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b)
}

type Unary = (a: Ball, p: Precision) => Ball

const unary: ReadonlyMap<string, Unary> = new Map<string, Unary>([
  ['-', minus],
  ['exp', exp],
  ['ln', ln],
  ['sqrt', sqrt],
  ['sin', sin],
  ['cos', cos],
  ['tan', (a, p) => over(sin(a, p), cos(a, p), p)],
  ['cot', (a, p) => over(cos(a, p), sin(a, p), p)],
  ['sec', (a, p) => over(one, cos(a, p), p)],
  ['csc', (a, p) => over(one, sin(a, p), p)],
  ['sinh', sinh],
  ['cosh', cosh],
  ['tanh', (a, p) => over(sinh(a, p), cosh(a, p), p)],
  ['coth', (a, p) => over(cosh(a, p), sinh(a, p), p)],
  ['sech', (a, p) => over(one, cosh(a, p), p)],
  ['csch', (a, p) => over(one, sinh(a, p), p)],
  ['asin', asin],
  ['acos', acos],
  ['atan', atan],
  ['acot', acot],
  ['asec', (a, p) => acos(over(one, a, p), p)],
  ['acsc', (a, p) => asin(over(one, a, p), p)],
  ['asinh', asinh],
  ['acosh', acosh],
  ['atanh', atanh],
  ['acoth', (a, p) => atanh(over(one, a, p), p)],
  ['asech', (a, p) => acosh(over(one, a, p), p)],
  ['acsch', (a, p) => asinh(over(one, a, p), p)],
  ['abs', (a, p) => real(sizeOf(a, p))],
  ['arg', (a, p) => (excludesZero(a) ? real(argument(a.re, a.im, p)) : fail())],
  ['re', a => real(a.re)],
  ['im', a => real(a.im)],
  ['conjugate', conjugate],
  ['signum', signum],
  ['floor', floor],
  ['ceiling', ceiling],
  ['round', round],
  ['gamma', gamma],
  ['factorial', factorial],
  ['percent', (a, p) => over(a, real(dyadic(100n)), p)],
  ['degree', (a, p) => over(times(a, real(piBall(p)), p), real(dyadic(180n)), p)],
])

type Binary = (a: Ball, b: Ball, p: Precision) => Ball

const binary: ReadonlyMap<string, Binary> = new Map<string, Binary>([
  ['/', over],
  ['root', root],
  ['log', (a, base, p) => over(ln(a, p), ln(base, p), p)],
  ['mixed', plus],
  ['binomial', binomial],
  ['mod', mod],
])

const several: ReadonlyMap<string, Binary> = new Map<string, Binary>([
  ['+', plus],
  ['*', times],
  ['max', (a, b, p) => extreme(a, b, 1, p)],
  ['min', (a, b, p) => extreme(a, b, -1, p)],
  ['gcd', (a, b) => ofWholes(a, b, divisor)],
  ['lcm', (a, b) => ofWholes(a, b, (x, y) => (x === 0n || y === 0n ? 0n : (x / divisor(x, y)) * y))],
])

function ofOp(e: Op, place: Place): Ball {
  if (e.op === '^') return ofPower(e, place)
  if (e.op === 'sum') return repeated(e, place, real(zeroBall), plus)
  if (e.op === 'product') return repeated(e, place, one, times)
  if (e.op === 'if' || e.op === 'piecewise') return piecewise(e, place)
  const { p } = place
  const [first, ...rest] = e.args.map(arg => ballOf(arg, place))
  const [second] = rest
  const single = unary.get(e.op)
  if (first === undefined) return fail()
  if (single) return second === undefined ? single(first, p) : fail()
  const joint = several.get(e.op)
  if (joint) return rest.reduce((total, arg) => joint(total, arg, p), first)
  const pair = binary.get(e.op)
  return pair && second !== undefined && rest.length === 1 ? pair(first, second, p) : fail()
}

const mostTerms = 1000n

function repeated(e: Op, place: Place, empty: Ball, join: Binary): Ball {
  const [term, counter, low, high] = e.args
  if (term === undefined || !isSym(counter) || low === undefined || high === undefined) return fail()
  const from = wholeOf(ballOf(low, place).re)
  const to = wholeOf(ballOf(high, place).re)
  if (from === null || to === null || to < from - 1n || to - from >= mostTerms) return fail()
  let result = empty
  for (let k = from; k <= to; k += 1n) {
    const at = new Map(place.at).set(counter.name, { n: k, d: 1n })
    result = join(result, ballOf(term, { ...place, at, known: new Map() }), place.p)
  }
  return result
}

function piecewise(e: Op, place: Place): Ball {
  for (let k = 0; k < e.args.length; k += 2) {
    const [condition, then] = [e.args[k], e.args[k + 1]]
    if (condition === undefined) return fail()
    if (then === undefined) return ballOf(condition, place)
    if (holds(condition, place)) return ballOf(then, place)
  }
  return fail()
}

function holds(e: Expr, place: Place): boolean {
  if (isSym(e, 'true') || isSym(e, 'false')) return e.name === 'true'
  if (e.kind !== 'op') return fail()
  if (e.op === 'not' && e.args[0]) return !holds(e.args[0], place)
  if (e.op === 'and' || e.op === 'chain') return e.args.every(arg => holds(arg, place))
  if (e.op === 'or') return e.args.some(arg => holds(arg, place))
  return related(e.op, less(ballOf(two(e)[0], place), ballOf(two(e)[1], place), place.p))
}

function related(relation: string, difference: Ball): boolean {
  const apart = excludesZero(difference)
  if (!apart && !isZero(difference)) return fail()
  if (relation === '=' || relation === '#') return apart === (relation === '#')
  if (!isReal(difference) || !['<', '<=', '>', '>='].includes(relation)) return fail()
  if (!apart) return relation.length === 2
  return isPositive(difference.re) === (relation[0] === '>')
}
