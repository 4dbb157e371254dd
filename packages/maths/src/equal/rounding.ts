import { evaluate } from '../evaluate/complex.ts'
import { greatestCommonDivisor, type Rational } from '../exact/rational.ts'
import { op } from '../tree.ts'
import type { Field } from './field.ts'
import { type Fraction, minus, ofRational, plus, rationalOf, times } from './fraction.ts'
import { hasVariables } from './sign.ts'

/** floor, ceiling, round, gcd, lcm and mod: worked out for numbers, left standing for anything else. */
export function rounded(field: Field, name: string, ...given: Fraction[]): Fraction {
  const args = given.map(arg => field.canonical(arg))
  const numbers = args.map(rationalOf)
  const exact = numbers.every(n => n !== null)
    ? ofNumbers(field, name, numbers)
    : ofConstant(field, name, args)
  return exact ?? field.opaque(name, args, op(name, ...args.map(arg => field.treeOf(arg))))
}

function ofNumbers(field: Field, name: string, [a, b, ...more]: Rational[]): Fraction | null {
  if (a === undefined) return null
  if (name === 'floor') return whole(floorOf(a))
  if (name === 'ceiling') return whole(-floorOf({ n: -a.n, d: a.d }))
  if (name === 'round') return whole(roundOf(a))
  if (b === undefined || b.n === 0n || more.length > 0) return null
  if (name === 'mod') return modulo(field, a, b)
  if (a.d !== 1n || b.d !== 1n) return null
  const common = greatestCommonDivisor(a.n, b.n)
  if (name === 'gcd') return whole(common)
  const multiple = (a.n * b.n) / common
  return whole(multiple < 0n ? -multiple : multiple)
}

function whole(n: bigint): Fraction {
  return ofRational({ n, d: 1n })
}

function floorOf({ n, d }: Rational): bigint {
  const cut = n / d
  return n < 0n && cut * d !== n ? cut - 1n : cut
}

/** To the nearest whole number, halves to the even one. */
function roundOf({ n, d }: Rational): bigint {
  const low = floorOf({ n, d })
  const rest = 2n * (n - low * d)
  if (rest === d) return low % 2n === 0n ? low : low + 1n
  return rest > d ? low + 1n : low
}

function modulo(field: Field, a: Rational, b: Rational): Fraction {
  const times_ = floorOf({ n: a.n * b.d, d: a.d * b.n < 0n ? -a.d * b.n : a.d * b.n })
  const sign = b.n < 0n ? -1n : 1n
  return plus(ofRational(a), minus(times(ofRational(b), whole(sign * times_), field.budget)), field.budget)
}

/** Of a number such as √2 or π, where a double says for sure between which whole numbers it lies. */
function ofConstant(field: Field, name: string, [a]: Fraction[]): Fraction | null {
  if (a === undefined || !['floor', 'ceiling', 'round'].includes(name) || hasVariables(field, a)) return null
  const shifted = name === 'round' ? plus(a, ofRational({ n: 1n, d: 2n }), field.budget) : a
  const value = evaluate(field.treeOf(shifted), new Map(), field.budget)
  const low = Math.floor(value.re - value.error)
  if (!Number.isFinite(low) || low !== Math.floor(value.re + value.error) || Math.abs(value.im) > value.error)
    return null
  return whole(BigInt(name === 'ceiling' ? low + 1 : low))
}
