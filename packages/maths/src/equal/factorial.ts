import { isConstant, type Poly } from '../exact/polynomial.ts'
import { op } from '../tree.ts'
import { type Field, Undefined } from './field.ts'
import {
  type Fraction,
  inverse,
  minus,
  ofPoly,
  ofRational,
  one,
  plus,
  rationalOf,
  times,
} from './fraction.ts'

/** The largest number whose factorial is worked out. */
const largest = 3000n

/** How far (n+k)! is written with n!. */
const farthest = 60n

/** u!: of whole numbers worked out; (v+k)! is v! times the factors between. */
export function factorial(field: Field, u: Fraction): Fraction {
  const value = field.canonical(u)
  const known = rationalOf(value)
  if (known && known.d === 1n) return ofWhole(field, known.n)
  const shift = wholePart(value)
  if (shift === 0n || shift > farthest || shift < -farthest) return kernel(field, value)
  const base = plus(value, ofRational({ n: -shift, d: 1n }), field.budget)
  return times(kernel(field, base), between(field, base, shift), field.budget)
}

function ofWhole(field: Field, n: bigint): Fraction {
  if (n < 0n) throw new Undefined()
  if (n > largest) return kernel(field, ofRational({ n, d: 1n }))
  let result = 1n
  for (let k = 2n; k <= n; k++) {
    field.budget.spend(10 + Number(k) / 10)
    result *= k
  }
  return ofRational({ n: result, d: 1n })
}

/** The whole number in a sum without denominator, rounded down. */
function wholePart({ num, den }: Fraction): bigint {
  if (!isConstant(den)) return 0n
  const d = den[0]?.c ?? 1n
  const n = num.at(-1)?.m.length === 0 ? (num.at(-1)?.c ?? 0n) : 0n
  return n >= 0n ? n / d : -((-n + d - 1n) / d)
}

/** (v+1)(v+2)…(v+k), or one over it where k is below zero. */
function between(field: Field, v: Fraction, k: bigint): Fraction {
  let result = one
  const up = k > 0n
  for (let j = up ? 1n : 0n; up ? j <= k : j > k; j += up ? 1n : -1n)
    result = times(result, plus(v, ofRational({ n: j, d: 1n }), field.budget), field.budget)
  return up ? result : inverse(result)
}

function kernel(field: Field, u: Fraction): Fraction {
  return field.opaque('factorial', [u], op('factorial', field.treeOf(u)))
}

/** n over k: n!/(k!(n-k)!), and for a small whole k the product over k!. */
export function binomial(field: Field, n: Fraction, k: Fraction): Fraction {
  const small = rationalOf(field.canonical(k))
  if (small && small.d === 1n && small.n <= farthest) return falling(field, n, small.n)
  const rest = plus(n, minus(k), field.budget)
  const below = times(factorial(field, k), factorial(field, rest), field.budget)
  return times(factorial(field, n), inverse(below), field.budget)
}

function falling(field: Field, n: Fraction, k: bigint): Fraction {
  if (k < 0n) return ofPoly([] as Poly)
  let result = one
  for (let j = 0n; j < k; j++) {
    const factor = plus(n, ofRational({ n: -j, d: 1n }), field.budget)
    result = times(result, times(factor, ofRational({ n: 1n, d: j + 1n }), field.budget), field.budget)
  }
  return field.settle(result)
}
