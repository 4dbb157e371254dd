/** An exact fraction: `d` is above zero, and `n` and `d` have no factor in common. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

/** The whole number `n` as a fraction. */
export function whole(n: bigint | number): Rational {
  return { n: BigInt(n), d: 1n }
}

export const zero: Rational = whole(0)
export const one: Rational = whole(1)

/** `n / d` in lowest terms. Throws a RangeError where `d` is zero. */
export function ratio(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('division by zero')
  if (d === 1n) return { n, d }
  const common = greatestCommonDivisor(n, d)
  const sign = d < 0n ? -1n : 1n
  return { n: (sign * n) / common, d: (sign * d) / common }
}

/** The greatest common divisor, never below zero; that of 0 and 0 is 0. Large numbers by their leading digits (Lehmer 1938; Knuth 4.5.2, algorithm L). */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  if (x < y) [x, y] = [y, x]
  while (y > large) [x, y] = lehmerStep(x, y)
  while (y !== 0n) {
    if (x <= safe) return BigInt(smallDivisor(Number(x), Number(y)))
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

/** The least common multiple, never below zero; that of 0 and anything is 0. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  const multiple = a === 0n || b === 0n ? 0n : (a / greatestCommonDivisor(a, b)) * b
  return multiple < 0n ? -multiple : multiple
}

const large = 1n << 160n

/** Some steps of Euclid's algorithm at once, for `x` of at least `y`: as many as the leading 48 digits settle, or else one. */
function lehmerStep(x: bigint, y: bigint): [bigint, bigint] {
  const shift = BigInt(bitLength(x) - 48)
  let [u, v] = [Number(x >> shift), Number(y >> shift)]
  let [a, b, c, d] = [1, 0, 0, 1]
  while (v + c !== 0 && v + d !== 0) {
    const q = Math.floor((u + a) / (v + c))
    if (q !== Math.floor((u + b) / (v + d))) break
    ;[a, c] = [c, a - q * c]
    ;[b, d] = [d, b - q * d]
    ;[u, v] = [v, u - q * v]
  }
  if (b === 0) return [y, x % y]
  return [BigInt(a) * x + BigInt(b) * y, BigInt(c) * x + BigInt(d) * y]
}

const safe = BigInt(Number.MAX_SAFE_INTEGER)

function smallDivisor(a: number, b: number): number {
  let x = a
  let y = b
  while (y !== 0) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

export function sum(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n }
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function difference(a: Rational, b: Rational): Rational {
  return sum(a, negative(b))
}

export function product(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n }
  return ratio(a.n * b.n, a.d * b.d)
}

/** `a / b`. Throws a RangeError where `b` is zero. */
export function quotient(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.d, a.d * b.n)
}

export function negative(a: Rational): Rational {
  return { n: -a.n, d: a.d }
}

/** Its size, without sign. */
export function magnitude(a: Rational): Rational {
  return a.n < 0n ? negative(a) : a
}

/** Halfway between two numbers. */
export function middle(a: Rational, b: Rational): Rational {
  const { n, d } = sum(a, b)
  return ratio(n, d * 2n)
}

/** The largest whole number that is not above it. */
export function floor({ n, d }: Rational): bigint {
  const cut = n / d
  return n < 0n && cut * d !== n ? cut - 1n : cut
}

/** A power with a whole exponent. Throws a RangeError for zero to a power below zero. */
export function power(a: Rational, exponent: number): Rational {
  if (exponent < 0) return power(quotient(one, a), -exponent)
  return { n: a.n ** BigInt(exponent), d: a.d ** BigInt(exponent) }
}

export function equal(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d
}

/** Below zero where `a < b`, zero where they are the same, above zero where `a > b`. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

export function isWhole(a: Rational): boolean {
  return a.d === 1n
}

/** The nearest double; right also where numerator and denominator are beyond a double's range. */
export function toNumber(a: Rational): number {
  const n = Number(a.n)
  const d = Number(a.d)
  if (Number.isFinite(n) && Number.isFinite(d)) return n / d
  const shift = BigInt(Math.max(0, bitLength(a.d) - bitLength(a.n) + 64))
  const scaled = ((a.n < 0n ? -a.n : a.n) << shift) / a.d
  const excess = Math.max(0, bitLength(scaled) - 64)
  const size = Number(scaled >> BigInt(excess)) * 2 ** (excess - Number(shift))
  return a.n < 0n ? -size : size
}

/** How many binary digits a whole number has, its sign apart; 0 has none. */
export function bitLength(a: bigint): number {
  const size = a < 0n ? -a : a
  if (size <= safe) return bitsOfSafe(Number(size))
  const hex = size.toString(16)
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0] ?? '0', 16)))
}

function bitsOfSafe(n: number): number {
  return n < 2 ** 32 ? 32 - Math.clz32(n) : 64 - Math.clz32(n / 2 ** 32)
}

/** The exact value of a literal such as `12`, `.75`, `100.`, `4.320e-3`; null where it is none, or its exponent is beyond 10,000. */
export function fromLiteral(literal: string): Rational | null {
  const parts = /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(literal)
  if (!parts || `${parts[1] ?? ''}${parts[2] ?? ''}` === '') return null
  const decimals = parts[2] ?? ''
  const exponent = Number(parts[3] ?? 0) - decimals.length
  if (Math.abs(exponent) > 10_000) return null
  const digits = BigInt(`${parts[1] ?? ''}${decimals}`)
  return exponent >= 0 ? whole(digits * 10n ** BigInt(exponent)) : ratio(digits, 10n ** BigInt(-exponent))
}
