import { add, type Poly } from '../exact/polynomial.ts'
import { primePowers } from '../exact/primes.ts'
import { bitLength, type Rational, ratio } from '../exact/rational.ts'
import { exact, int, op } from '../tree.ts'
import type { Field } from './field.ts'
import { type Fraction, ofPoly, one, times } from './fraction.ts'

/** n^(a/b) for a whole n above zero: the product of roots of its primes. */
export function numberRoot(field: Field, n: bigint, exponent: Rational): Fraction {
  let result = one
  for (const [prime, count] of primePowers(n)) {
    const whole = ratio(exponent.n * BigInt(count), exponent.d)
    const floor = floorOf(whole)
    const rest = ratio(whole.n - floor * whole.d, whole.d)
    if (bitLength(prime) * Number(floor) > 100_000) field.budget.spend(Number.POSITIVE_INFINITY)
    result = times(result, ofPoly([{ c: prime ** floor, m: [] }]), field.budget)
    if (rest.n !== 0n) result = field.settle(times(result, primeRoot(field, prime, rest), field.budget))
  }
  return result
}

function primeRoot(field: Field, prime: bigint, exponent: Rational): Fraction {
  if (exponent.d === 2n && exponent.n === 1n) {
    const sum = gaussSum(field, prime)
    if (sum) return sum
  }
  return field.toThe(exponent, `r:${prime}`, parts => ({
    kind: 'root',
    tree: parts === 2 ? op('sqrt', int(prime)) : op('^', int(prime), exact({ n: 1n, d: BigInt(parts) })),
    relation: { degree: parts, value: [{ c: prime, m: [] }] },
    parts,
  }))
}

/** √p by roots of unity where these are in use and hold it, so that √5 and cos(π/5) meet (Gauss 1811). */
function gaussSum(field: Field, prime: bigint): Fraction | null {
  const order = BigInt(field.demands.unity)
  const needed = prime === 2n ? 8n : prime % 4n === 1n ? prime : 4n * prime
  if (order % needed !== 0n || order === 4n) return null
  if (prime === 2n) return sumOfTurns(field, [1n, -1n], 8n)
  const p = Number(prime)
  const turns = Array.from({ length: p }, (_, k) => BigInt((k * k) % p))
  const sum = sumOfTurns(field, turns, prime)
  if (sum === null || p % 4 === 1) return sum
  const quarter = field.unity({ n: -1n, d: 4n })
  return quarter && field.settle(times(sum, quarter, field.budget))
}

function sumOfTurns(field: Field, turns: readonly bigint[], order: bigint): Fraction | null {
  let result: Poly = []
  for (const turn of turns) {
    const term = field.unity(ratio(turn, order))
    if (term === null) return null
    result = add(result, term.num)
  }
  return ofPoly(result)
}

/** The whole number at or below a fraction. */
export function floorOf({ n, d }: Rational): bigint {
  const cut = n / d
  return n < 0n && cut * d !== n ? cut - 1n : cut
}
