import type { Budget } from '../budget.ts'
import { bitLength, type Rational } from '../exact/rational.ts'

/** The real numbers from `(m - r) 2^e` up to `(m + r) 2^e`. `r` is never below zero. */
export interface RealBall {
  readonly m: bigint
  readonly r: bigint
  readonly e: number
}

/** How many binary digits are kept, and what pays for the work. */
export interface Precision {
  readonly bits: number
  readonly budget: Budget
}

/** What is thrown where nothing can be enclosed: division by what may be zero, a jump, a size beyond all bounds. */
export class NoEnclosure extends Error {
  override readonly name = 'NoEnclosure'
}

export const zeroBall: RealBall = { m: 0n, r: 0n, e: 0 }
export const oneBall: RealBall = { m: 1n, r: 0n, e: 0 }

const largestExponent = 2 ** 40

function sizeOf(a: bigint): bigint {
  return a < 0n ? -a : a
}

/** The ball with no more digits than asked for; its radius, of 32 bits at most, takes what is rounded off. */
export function rounded(m: bigint, r: bigint, e: number, bits: number): RealBall {
  if (Math.abs(e) > largestExponent) throw new NoEnclosure()
  const excess = Math.max(bitLength(m) - bits, bitLength(r) - 32)
  if (excess <= 0) return { m, r, e }
  const shift = BigInt(excess)
  const short = m >> shift
  return { m: short, r: r === 0n && short << shift === m ? 0n : (r >> shift) + 2n, e: e + excess }
}

/** A whole number times a power of two. */
export function dyadic(m: bigint, e = 0): RealBall {
  return { m, r: 0n, e }
}

/** A double, which is a whole number times a power of two. */
export function ofDouble(x: number): RealBall {
  if (x === 0) return zeroBall
  if (Math.abs(x) < 2 ** -900) return scale(ofDouble(x * 2 ** 200), -200)
  const e = Math.floor(Math.log2(Math.abs(x))) - 53
  return dyadic(BigInt(Math.round(x * 2 ** -e)), e)
}

export function ofRational(a: Rational, p: Precision): RealBall {
  return divide(dyadic(a.n), dyadic(a.d), p)
}

export function isExactZero(a: RealBall): boolean {
  return a.m === 0n && a.r === 0n
}

export function containsZero(a: RealBall): boolean {
  return sizeOf(a.m) <= a.r
}

/** Whether every number of the ball is above zero. */
export function isPositive(a: RealBall): boolean {
  return a.m > a.r
}

/** Whether every number of the ball is below zero. */
export function isNegative(a: RealBall): boolean {
  return -a.m > a.r
}

/** The whole number that the ball is; null where it is none, or more than one number. */
export function wholeOf(a: RealBall): bigint | null {
  if (a.r !== 0n || a.e > 4096) return null
  if (a.e >= 0) return a.m << BigInt(a.e)
  if (-a.e >= bitLength(a.m)) return a.m === 0n ? 0n : null
  const shift = BigInt(-a.e)
  const whole = a.m >> shift
  return whole << shift === a.m ? whole : null
}

/** A number `k` so that everything in the ball is below `2^k` in size; minus infinity for zero. */
export function topBit(a: RealBall): number {
  const size = sizeOf(a.m) + a.r
  return size === 0n ? Number.NEGATIVE_INFINITY : bitLength(size) + a.e
}

/** The ball with another exponent, no smaller. */
function aligned(a: RealBall, e: number): RealBall {
  const shift = BigInt(Math.abs(a.e - e))
  if (a.e >= e) return { m: a.m << shift, r: a.r << shift, e }
  return { m: a.m >> shift, r: (a.r >> shift) + 2n, e }
}

export function add(a: RealBall, b: RealBall, p: Precision): RealBall {
  if (isExactZero(a)) return b
  if (isExactZero(b)) return a
  p.budget.spend(30 + p.bits / 1000)
  const low = Math.max(Math.min(a.e, b.e), Math.max(topBit(a), topBit(b)) - 2 * p.bits - 64)
  const [x, y] = [aligned(a, low), aligned(b, low)]
  return rounded(x.m + y.m, x.r + y.r, low, p.bits)
}

export function negate(a: RealBall): RealBall {
  return { m: -a.m, r: a.r, e: a.e }
}

export function subtract(a: RealBall, b: RealBall, p: Precision): RealBall {
  return add(a, negate(b), p)
}

export function multiply(a: RealBall, b: RealBall, p: Precision): RealBall {
  p.budget.spend(costOfProduct(p.bits))
  const r = a.r === 0n && b.r === 0n ? 0n : sizeOf(a.m) * b.r + sizeOf(b.m) * a.r + a.r * b.r
  return rounded(a.m * b.m, r, a.e + b.e, p.bits)
}

/** What a product of so many digits takes. */
export function costOfProduct(bits: number): number {
  return 40 + (bits / 200) ** 2
}

export function divide(a: RealBall, b: RealBall, p: Precision): RealBall {
  if (containsZero(b)) throw new NoEnclosure()
  if (isExactZero(a)) return zeroBall
  p.budget.spend(2 * costOfProduct(p.bits))
  const shift = BigInt(Math.max(0, p.bits + 2 + bitLength(b.m) - bitLength(a.m)))
  const above = a.m << shift
  const m = above / b.m
  if (a.r === 0n && b.r === 0n && m * b.m === above) return rounded(m, 0n, a.e - b.e - Number(shift), p.bits)
  const size = sizeOf(b.m)
  const r = ((a.r * size + sizeOf(a.m) * b.r) << shift) / (size * (size - b.r)) + 2n
  return rounded(m, r, a.e - b.e - Number(shift), p.bits)
}

/** Times a power of two. */
export function scale(a: RealBall, exponent: number): RealBall {
  return { m: a.m, r: a.r, e: a.e + exponent }
}

/** The ball with the largest size in `by` added to its radius. */
export function widen(a: RealBall, by: RealBall, p: Precision): RealBall {
  return add(a, { m: 0n, r: sizeOf(by.m) + by.r, e: by.e }, p)
}

/** The middle alone. */
export function middle(a: RealBall): RealBall {
  return { m: a.m, r: 0n, e: a.e }
}

/** A ball that holds both. */
export function hull(a: RealBall, b: RealBall, p: Precision): RealBall {
  return widen(a, subtract(a, b, p), p)
}

/** The whole part of a square root (the algorithm is that of Python's math.isqrt, by M. Dickinson). */
export function wholeRoot(n: bigint): bigint {
  if (n === 0n) return 0n
  const half = (bitLength(n) - 1) >> 1
  let root = 1n
  let done = 0
  for (let s = bitLength(BigInt(half)) - 1; s >= 0; s -= 1) {
    const before = done
    done = half >> s
    root = (root << BigInt(done - before - 1)) + (n >> BigInt(2 * half - before - done + 1)) / root
  }
  return root * root > n ? root - 1n : root
}

/** The square root of a ball that is nowhere below zero. */
export function squareRoot(a: RealBall, p: Precision): RealBall {
  if (a.m < a.r) throw new NoEnclosure()
  if (a.m === 0n) return zeroBall
  p.budget.spend(4 * costOfProduct(p.bits))
  const wanted = Math.max(0, 2 * p.bits + 4 - bitLength(a.m))
  const shift = wanted + ((a.e - wanted) & 1)
  const m = a.m << BigInt(shift)
  const root = wholeRoot(m)
  const e = (a.e - shift) / 2
  if (a.r === 0n) return rounded(root, root * root === m ? 0n : 1n, e, p.bits)
  const r = a.r << BigInt(shift)
  return rounded(root, r / (wholeRoot(m - r) + 1n) + 3n, e, p.bits)
}

/** The n-th root (n from 2 to 1000) of a ball above zero. */
export function nthRoot(a: RealBall, n: number, p: Precision): RealBall {
  if (!isPositive(a) || n > 1000) throw new NoEnclosure()
  if (n === 2) return squareRoot(a, p)
  p.budget.spend(8 * bitLength(BigInt(n)) * costOfProduct(p.bits) + 10 * n)
  const wanted = Math.max(0, n * (p.bits + 4) - bitLength(a.m))
  const shift = wanted + ((((a.e - wanted) % n) + n) % n)
  const m = a.m << BigInt(shift)
  const root = wholeNthRoot(m, n, p)
  const e = (a.e - shift) / n
  const power = root ** BigInt(n - 1)
  if (a.r === 0n) return rounded(root, power * root === m ? 0n : 1n, e, p.bits)
  // (m + r)^(1/n) - m^(1/n) <= r root / (n (m - r)), also downwards.
  const r = a.r << BigInt(shift)
  return rounded(root, (r * (root + 1n)) / (BigInt(n) * (m - r)) + 3n, e, p.bits)
}

/** The whole part of the n-th root, by Newton's method from a double that is somewhat too large. */
function wholeNthRoot(a: bigint, n: number, p: Precision): bigint {
  const bits = bitLength(a)
  const lead = Math.max(0, bits - 60)
  const logarithm = (Math.log2(Number(a >> BigInt(lead))) + lead) / n + 1e-9
  const whole = Math.max(0, Math.floor(logarithm) - 50)
  let root = (BigInt(Math.ceil(2 ** (logarithm - whole))) + 1n) << BigInt(whole)
  for (;;) {
    p.budget.spend(Math.max(10, 2 * costOfProduct(bits)))
    const next = (BigInt(n - 1) * root + a / root ** BigInt(n - 1)) / BigInt(n)
    if (next >= root) return root
    root = next
  }
}

/** The middle as a double, times `2^-top`. */
export function doubleOf(a: RealBall, top: number): number {
  const lead = Math.max(0, bitLength(a.m) - 60)
  const size = Number(sizeOf(a.m) >> BigInt(lead)) * 2 ** Math.min(1000, lead + a.e - top)
  return a.m < 0n ? -size : size
}

/** The middle as a double; infinite or zero where it is beyond a double's range. */
export function toDouble(a: RealBall): number {
  return doubleOf(a, 0)
}
