import { bitLength } from '../exact/rational.ts'
import {
  add,
  containsZero,
  costOfProduct,
  divide,
  doubleOf,
  dyadic,
  hull,
  isExactZero,
  isPositive,
  middle,
  multiply,
  NoEnclosure,
  negate,
  ofDouble,
  oneBall,
  type Precision,
  type RealBall,
  rounded,
  scale,
  subtract,
  topBit,
  wholeOf,
  widen,
  zeroBall,
} from './real-ball.ts'

/** Constants as whole numbers of 2^-bits, at most 2 below the truth; the longest that was asked is kept. */
function kept(make: (bits: number) => bigint): (p: Precision, bits: number) => bigint {
  let longest = 0
  let found = 0n
  return (p, bits) => {
    if (bits > longest) {
      p.budget.spend((bits * bits) / 500)
      found = make(bits + 32) >> 32n
      longest = bits
    }
    return found >> BigInt(longest - bits)
  }
}

/** The sum of `±1 / (k n^k)` over odd k: the inverse (hyperbolic) tangent of `1/n`. */
function inverseTangent(n: bigint, bits: number, sign: 1n | -1n): bigint {
  let power = (1n << BigInt(bits)) / n
  let sum = power
  let factor = sign
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= n * n
    sum += (factor * power) / k
    factor *= sign
  }
  return sum
}

// J. Machin's formula of 1706, and its like for ln 2.
const fixedPi = kept(bits => 16n * inverseTangent(5n, bits, -1n) - 4n * inverseTangent(239n, bits, -1n))
const fixedLn2 = kept(
  bits =>
    18n * inverseTangent(26n, bits, 1n) -
    2n * inverseTangent(4801n, bits, 1n) +
    8n * inverseTangent(8749n, bits, 1n),
)

/** π. */
export function piBall(p: Precision): RealBall {
  return rounded(fixedPi(p, p.bits + 8), 4n, -p.bits - 8, p.bits)
}

function fixed(a: RealBall, bits: number): bigint {
  const shift = a.e + bits
  return shift >= 0 ? a.m << BigInt(shift) : a.m >> BigInt(-shift)
}

/** How often the argument is halved before a series is taken. */
function halvings(bits: number): number {
  return Math.ceil(Math.sqrt(bits) * 0.7) + 2
}

const largestArgument = 24

/**
 * e to the power of the ball: less the multiple of ln 2, halved `j` times, Taylor's series, squared `j` times. Each
 * rounding in the series and the squarings is at most doubled by each later squaring.
 */
export function expReal(a: RealBall, p: Precision): RealBall {
  if (isExactZero(a)) return oneBall
  const extra = Math.max(0, topBit(a))
  if (extra > largestArgument && a.r === 0n) return expOfLarge(a)
  if (extra > largestArgument || bitLength(a.r) + a.e > 0)
    return fromZero(expReal({ m: a.m + a.r, r: 0n, e: a.e }, p))
  const j = halvings(p.bits)
  const bits = p.bits + extra + 2 * j + 32
  p.budget.spend(2 * j * costOfProduct(bits) + 20)
  const x = fixed(a, bits)
  const ln2 = fixedLn2(p, bits)
  const k = floorDivide(x, ln2)
  let sum = taylor((x - k * ln2) >> BigInt(j), bits)
  for (let n = 0; n < j; n += 1) sum = (sum * sum) >> BigInt(bits)
  const roundings = 1n << BigInt(extra + j + bitLength(BigInt(bits)) + 4)
  const spread = sum * 2n * a.r
  const r = (a.e >= 0 ? spread << BigInt(a.e) : (spread >> BigInt(-a.e)) + 1n) + 3n * roundings
  return rounded(sum, r, Number(k) - bits, p.bits)
}

/** Far below zero, from zero up to what is above the truth; far above zero there is no enclosure. */
function expOfLarge(a: RealBall): RealBall {
  if (a.m > 0n) throw new NoEnclosure()
  return { m: 1n, r: 1n, e: -(2 ** largestArgument) }
}

/** Everything from zero up to the ball. */
function fromZero({ m, r, e }: RealBall): RealBall {
  return { m: m + r, r: m + r, e: e - 1 }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const q = a / b
  return a < 0n && q * b !== a ? q - 1n : q
}

function taylor(t: bigint, bits: number): bigint {
  let term = 1n << BigInt(bits)
  let sum = term
  for (let n = 1n; term !== 0n; n += 1n) {
    term = ((term * t) >> BigInt(bits)) / n
    sum += term
  }
  return sum
}

/** The cosine and the sine of the ball: less a multiple of a quarter turn, then as `expReal`, on the unit circle. */
export function turn(a: RealBall, p: Precision): { readonly cos: RealBall; readonly sin: RealBall } {
  if (isExactZero(a)) return { cos: oneBall, sin: zeroBall }
  const anywhere: RealBall = { m: 0n, r: 1n, e: 0 }
  if (bitLength(a.r) + a.e > 0) return { cos: anywhere, sin: anywhere }
  const extra = Math.max(0, topBit(a))
  if (extra > largestArgument) throw new NoEnclosure()
  const j = halvings(p.bits)
  const bits = p.bits + extra + 2 * j + 32
  p.budget.spend(4 * j * costOfProduct(bits) + 20)
  const quarter = fixedPi(p, bits) >> 1n
  const x = fixed(a, bits)
  const k = floorDivide(x, quarter)
  const [cos, sin] = circle(x - k * quarter, j, bits)
  const shift = a.e + bits
  const spread = a.r === 0n ? 0n : shift >= 0 ? a.r << BigInt(shift) : (a.r >> BigInt(-shift)) + 1n
  const r = spread + (1n << BigInt(extra + j + bitLength(BigInt(bits)) + 4))
  return quarters(
    rounded(cos, r, -bits, p.bits),
    rounded(sin, r, -bits, p.bits),
    Number(((k % 4n) + 4n) % 4n),
  )
}

function circle(t: bigint, j: number, bits: number): [bigint, bigint] {
  const small = t >> BigInt(j)
  const shift = BigInt(bits)
  let term = 1n << shift
  const sums: [bigint, bigint] = [term, 0n]
  for (let n = 1; term !== 0n; n += 1) {
    term = ((term * small) >> shift) / BigInt(n)
    const signed = n % 4 < 2 ? term : -term
    sums[n % 2 === 0 ? 0 : 1] += signed
  }
  let [cos, sin] = sums
  for (let n = 0; n < j; n += 1)
    [cos, sin] = [((cos - sin) * (cos + sin)) >> shift, (cos * sin) >> (shift - 1n)]
  return [cos, sin]
}

function quarters(cos: RealBall, sin: RealBall, k: number): { cos: RealBall; sin: RealBall } {
  if (k === 0) return { cos, sin }
  if (k === 1) return { cos: negate(sin), sin: cos }
  if (k === 2) return { cos: negate(cos), sin: negate(sin) }
  return { cos: sin, sin: negate(cos) }
}

/**
 * The natural logarithm of a ball above zero: `y + ln(1 + d)` with `d = x e^-y - 1` small, for a `y` found with a third
 * of the digits. What is proved does not rest on how good `y` is.
 */
export function lnReal(a: RealBall, p: Precision): RealBall {
  if (!isPositive(a)) throw new NoEnclosure()
  if (wholeOf(a) === 1n) return zeroBall
  const y =
    p.bits <= 120
      ? ofDouble(lnDouble(a))
      : middle(lnReal(middle(a), { ...p, bits: Math.ceil(p.bits / 3) + 12 }))
  const d = subtract(multiply(a, expReal(negate(y), p), p), oneBall, p)
  if (topBit(d) > -2) return lnOfWide(a, p)
  const square = multiply(d, d, p)
  return widen(subtract(add(y, d, p), scale(square, -1), p), multiply(square, d, p), p)
}

/** From the logarithm of the lowest number up to that of the highest. */
function lnOfWide({ m, r, e }: RealBall, p: Precision): RealBall {
  if (r === 0n) throw new NoEnclosure()
  return hull(lnReal({ m: m - r, r: 0n, e }, p), lnReal({ m: m + r, r: 0n, e }, p), p)
}

function lnDouble(a: RealBall): number {
  const lead = Math.max(0, bitLength(a.m) - 60)
  return Math.log(Number(a.m >> BigInt(lead))) + (lead + a.e) * Math.LN2
}

/**
 * The argument of `x + iy`, above -π and up to π: `θ + atan(d)`, where `d` is the slope after turning back by a `θ` that
 * was found with a quarter of the digits.
 */
export function argument(x: RealBall, y: RealBall, p: Precision): RealBall {
  if (isExactZero(y) && !containsZero(x)) return x.m > 0n ? zeroBall : piBall(p)
  if (isExactZero(x) && !containsZero(y)) return scale(y.m > 0n ? piBall(p) : negate(piBall(p)), -1)
  if (containsZero(y) && !isPositive(x)) throw new NoEnclosure()
  const theta =
    p.bits <= 200
      ? ofDouble(argumentDouble(x, y))
      : middle(argument(middle(x), middle(y), { ...p, bits: Math.ceil(p.bits / 4) + 12 }))
  // Where the ball is too wide to say more, every argument lies between -4 and 4.
  const anything: RealBall = { m: 0n, r: 4n, e: 0 }
  const { cos, sin } = turn(theta, p)
  const along = add(multiply(x, cos, p), multiply(y, sin, p), p)
  if (!isPositive(along)) return anything
  const d = divide(subtract(multiply(y, cos, p), multiply(x, sin, p), p), along, p)
  if (topBit(d) > -2) return anything
  const square = multiply(d, d, p)
  const cube = multiply(square, d, p)
  return widen(subtract(add(theta, d, p), divide(cube, dyadic(3n), p), p), multiply(cube, square, p), p)
}

function argumentDouble(x: RealBall, y: RealBall): number {
  const top = Math.max(topBit(x), topBit(y))
  return Math.atan2(doubleOf(y, top), doubleOf(x, top))
}
