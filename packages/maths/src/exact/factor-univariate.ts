import { type Budget, Budget as Budgets } from '../budget.ts'
import { symmetric } from './gcd.ts'
import {
  addMod,
  derivativeMod,
  divideMod,
  gcdMod,
  inverse,
  type ModPoly,
  monicMod,
  residue,
  timesMod,
  trim,
} from './modular.ts'
import { degree, exponentIn, normal, type Poly, type Term } from './polynomial.ts'
import { bitLength, greatestCommonDivisor } from './rational.ts'

/** A polynomial in one generator: its coefficients, the lowest power first, without zeros at the end. */
export type Dense = readonly bigint[]

/** A polynomial in `g` alone by its coefficients. */
export function toDense(p: Poly, g: number, budget: Budget): bigint[] {
  const top = degree(p, g)
  budget.spend(top)
  const list: bigint[] = new Array(top + 1).fill(0n)
  for (const { c, m } of p) list[exponentIn(m, g)] = c
  return list
}

/** A polynomial in `g` from its coefficients. */
export function fromDense(list: Dense, g: number): Poly {
  return normal(list.map((c, e): Term => ({ c, m: e === 0 ? [] : [g, e] })))
}

/**
 * The irreducible factors over the whole numbers of a polynomial of content 1 without repeated factors, of degree one
 * or more: those modulo a small prime, lifted to a power of it (Hensel) and put together (Zassenhaus 1969; von zur
 * Gathen and Gerhard, Modern Computer Algebra, chapters 14 and 15).
 */
export function factorDense(p: Dense, budget: Budget): Dense[] {
  if (p.length <= 2) return [p]
  if (p.length === 3) return factorQuadratic(p)
  const found = factorsModulo(p, budget)
  if (found === null) return [p]
  const bound = factorBound(p)
  const { prime, factors, degrees } = found
  let modulus = BigInt(prime)
  while (modulus <= 2n * bound) modulus *= BigInt(prime)
  return combine(p, lift(p, factors, prime, modulus, budget), modulus, degrees, budget)
}

function factorQuadratic(p: Dense): Dense[] {
  const [c = 0n, b = 0n, a = 0n] = p
  const root = squareRootOf(b * b - 4n * a * c)
  if (root === null) return [p]
  return [primitiveDense([b - root, 2n * a]), primitiveDense([b + root, 2n * a])]
}

/** The exact root of a square; null for other numbers. */
export function squareRootOf(n: bigint): bigint | null {
  return rootOf(n, 2)
}

/** The whole number whose k-th power is `n`; null where there is none. For an even k the one above zero. */
export function rootOf(n: bigint, k: number): bigint | null {
  if (n < 0n) {
    const root = k % 2 === 1 ? rootOf(-n, k) : null
    return root === null ? null : -root
  }
  const root = floorRoot(n, k)
  return root ** BigInt(k) === n ? root : null
}

/** The largest whole number whose k-th power is at most `n`, for `n` of zero or more. By Newton's method. */
export function floorRoot(n: bigint, k: number): bigint {
  if (n < 2n || k === 1) return n
  const bits = bitLength(n)
  if (bits <= k) return 1n
  if (k === 2 && bits <= 52) return BigInt(Math.floor(Math.sqrt(Number(n))))
  const [power, less] = [BigInt(k), BigInt(k - 1)]
  let root = 1n << BigInt(Math.ceil(bits / k))
  for (;;) {
    const next = (less * root + n / root ** less) / power
    if (next >= root) return root
    root = next
  }
}

/** The content taken out, and the leading coefficient above zero. */
export function primitiveDense(p: Dense): Dense {
  let common = 0n
  for (const c of p) common = greatestCommonDivisor(common, c)
  if ((p.at(-1) ?? 0n) < 0n) common = -common
  return common === 1n || common === 0n ? p : p.map(c => c / common)
}

/** Above the coefficients of every factor times the leading coefficient (Mignotte). */
function factorBound(p: Dense): bigint {
  let size = 0n
  for (const c of p) size += c < 0n ? -c : c
  return (size << BigInt(p.length)) * abs(p.at(-1) ?? 1n)
}

function abs(n: bigint): bigint {
  return n < 0n ? -n : n
}

interface Split {
  readonly prime: number
  /** With leading coefficient 1; their product times that of the polynomial is the polynomial. */
  readonly factors: ModPoly[]
  /** Bit d is 1 where a factor over the whole numbers may have degree d. */
  readonly degrees: bigint
}

/** The factors modulo the best of some primes; null where the degrees of the factors show that there is one factor only. */
function factorsModulo(p: Dense, budget: Budget): Split | null {
  const n = p.length - 1
  let degrees = (1n << BigInt(n + 1)) - 1n
  let best: { prime: number; parts: [ModPoly, number][]; count: number } | null = null
  for (let prime = 11, tried = 0; tried < (n > 8 ? 6 : 4); prime = nextPrime(prime)) {
    const image = trim(p.map(c => residue(c, prime)))
    if (image.length !== p.length) continue
    if (gcdMod(image, derivativeMod(image, prime), prime, budget).length !== 1) continue
    tried++
    const parts = byDegree(monicMod(image, prime), prime, budget)
    const count = parts.reduce((sum, [part, d]) => sum + (part.length - 1) / d, 0)
    degrees &= possibleDegrees(parts)
    if (degrees === ((1n << BigInt(n)) | 1n)) return null
    if (best === null || count < best.count) best = { prime, parts, count }
    if (count <= 2) break
  }
  if (best === null) return null
  const { prime, parts } = best
  return { prime, degrees, factors: parts.flatMap(([part, d]) => equalDegree(part, d, prime, budget)) }
}

function possibleDegrees(parts: readonly [ModPoly, number][]): bigint {
  let sums = 1n
  for (const [part, d] of parts)
    for (let left = (part.length - 1) / d; left > 0; left--) sums |= sums << BigInt(d)
  return sums
}

function nextPrime(after: number): number {
  for (let n = after + 2; ; n += 2) {
    let d = 3
    while (d * d <= n && n % d !== 0) d += 2
    if (d * d > n) return n
  }
}

/** The products of all irreducible factors of the same degree, each with that degree. */
function byDegree(p: ModPoly, prime: number, budget: Budget): [ModPoly, number][] {
  const found: [ModPoly, number][] = []
  let rest = p
  let frobenius: ModPoly = [0, 1]
  for (let d = 1; 2 * d <= rest.length - 1; d++) {
    frobenius = powerModulo(frobenius, BigInt(prime), rest, prime, budget)
    const part = gcdMod(rest, addMod(frobenius, [0, 1], prime, -1), prime, budget)
    if (part.length === 1) continue
    found.push([part, d])
    rest = divideMod(rest, part, prime, budget)[0]
    frobenius = divideMod(frobenius, rest, prime, budget)[1]
  }
  if (rest.length > 1) found.push([rest, rest.length - 1])
  return found
}

function powerModulo(
  base: ModPoly,
  exponent: bigint,
  modulus: ModPoly,
  prime: number,
  budget: Budget,
): ModPoly {
  let result: ModPoly = [1]
  for (const bit of exponent.toString(2)) {
    result = divideMod(timesMod(result, result, prime, budget), modulus, prime, budget)[1]
    if (bit === '1') result = divideMod(timesMod(result, base, prime, budget), modulus, prime, budget)[1]
  }
  return result
}

/** The irreducible factors of a product of factors of one degree (Cantor and Zassenhaus 1981), with a fixed row of trials. */
function equalDegree(p: ModPoly, d: number, prime: number, budget: Budget): ModPoly[] {
  if (p.length - 1 === d) return [p]
  const exponent = (BigInt(prime) ** BigInt(d) - 1n) / 2n
  let seed = 1
  for (;;) {
    const trial = trim(
      p.slice(1).map(() => {
        seed = (seed * 48_271) % 2_147_483_647
        return seed % prime
      }),
    )
    const half = addMod(powerModulo(trial, exponent, p, prime, budget), [1], prime, -1)
    const part = gcdMod(p, half, prime, budget)
    if (part.length === 1 || part.length === p.length) continue
    const other = divideMod(p, part, prime, budget)[0]
    return [part, other].flatMap(q => equalDegree(q, d, prime, budget))
  }
}

/** The factors modulo a power of the prime that agree with those modulo the prime. */
function lift(p: Dense, factors: ModPoly[], prime: number, modulus: bigint, budget: Budget): Dense[] {
  const helpers = cofactorInverses(factors, prime, budget)
  const lead = p.at(-1) ?? 1n
  const scaling = inverse(residue(lead, prime), prime)
  const lifted: bigint[][] = factors.map(f => f.map(BigInt))
  for (let step = BigInt(prime); step < modulus; step *= BigInt(prime)) {
    const product = lifted.reduce((a, b) => timesDense(a, b, step * BigInt(prime), budget), [lead])
    const error = trim(p.map((c, i) => (residue((c - (product[i] ?? 0n)) / step, prime) * scaling) % prime))
    if (error.length === 0) continue
    for (const [i, f] of factors.entries()) {
      const target = lifted[i]
      const change = divideMod(timesMod(error, helpers[i] ?? [], prime, budget), f, prime, budget)[1]
      for (const [j, c] of change.entries()) if (target) target[j] = (target[j] ?? 0n) + BigInt(c) * step
    }
  }
  return lifted
}

/** For each factor the inverse, modulo that factor, of the product of all others. */
function cofactorInverses(factors: readonly ModPoly[], prime: number, budget: Budget): ModPoly[] {
  return factors.map((f, i) => {
    let others: ModPoly = [1]
    for (const [j, g] of factors.entries())
      if (j !== i) others = divideMod(timesMod(others, g, prime, budget), f, prime, budget)[1]
    return inverseModulo(others, f, prime, budget)
  })
}

function inverseModulo(p: ModPoly, modulus: ModPoly, prime: number, budget: Budget): ModPoly {
  let [a, b, x, y]: ModPoly[] = [modulus, p, [], [1]]
  while (b !== undefined && b.length > 1) {
    const [q, r] = divideMod(a ?? [], b, prime, budget)
    ;[a, b, x, y] = [b, r, y, addMod(x ?? [], timesMod(q, y ?? [], prime, budget), prime, -1)]
  }
  const factor = inverse(b?.[0] ?? 1, prime)
  return (y ?? []).map(c => (c * factor) % prime)
}

/** The product modulo a number. */
export function timesDense(p: Dense, q: Dense, modulus: bigint, budget: Budget): bigint[] {
  if (p.length === 0 || q.length === 0) return []
  const bits = modulus === 0n ? 64 : bitLength(modulus)
  budget.spend(p.length * q.length * Budgets.costOf(bits))
  const result: bigint[] = new Array(p.length + q.length - 1).fill(0n)
  for (const [i, a] of p.entries())
    for (const [j, b] of q.entries()) result[i + j] = (result[i + j] ?? 0n) + a * b
  return modulus === 0n ? result : result.map(c => c % modulus)
}

/** `p / q` where that has whole coefficients, or null. */
export function divideDense(p: Dense, q: Dense, budget: Budget): bigint[] | null {
  const rest = [...p]
  const lead = q.at(-1) ?? 1n
  const found: bigint[] = new Array(Math.max(0, p.length - q.length + 1)).fill(0n)
  for (let i = found.length - 1; i >= 0; i--) {
    budget.spend(4 * q.length)
    const top = rest[i + q.length - 1] ?? 0n
    if (top % lead !== 0n) return null
    const c = top / lead
    found[i] = c
    for (const [j, d] of q.entries()) rest[i + j] = (rest[i + j] ?? 0n) - c * d
  }
  return rest.some(c => c !== 0n) ? null : found
}

function combine(
  p: Dense,
  lifted: readonly Dense[],
  modulus: bigint,
  degrees: bigint,
  budget: Budget,
): Dense[] {
  const found: Dense[] = []
  let rest: Dense = p
  recombine(lifted, budget, chosen => {
    const size = chosen.reduce((sum, f) => sum + f.length - 1, 0)
    if (!((degrees >> BigInt(size)) & 1n)) return false
    const lead = rest.at(-1) ?? 1n
    const last = symmetric(
      chosen.reduce((product, f) => (product * (f[0] ?? 0n)) % modulus, lead),
      modulus,
    )
    const constant = (rest[0] ?? 0n) * lead
    if (constant !== 0n && (last === 0n || constant % last !== 0n)) return false
    const product = chosen.reduce<Dense>((a, b) => timesDense(a, b, modulus, budget), [lead])
    const factor = primitiveDense(product.map(c => symmetric(c, modulus)))
    const other = divideDense(rest, factor, budget)
    if (other === null) return false
    found.push(factor)
    rest = other
    return true
  })
  return rest.length > 1 ? [...found, rest] : found
}

/**
 * Offers sets of parts, the smallest first; a set that is taken disappears. What is left when no set of half of them or
 * less remains belongs together.
 */
export function recombine<T>(
  parts: readonly T[],
  budget: Budget,
  take: (chosen: readonly T[]) => boolean,
): void {
  let left = parts
  for (let size = 1; 2 * size <= left.length; ) {
    const taken = choices(left.length, size, budget, chosen =>
      take(chosen.map(i => left[i]).filter(isPart<T>)),
    )
    if (taken === null) size++
    else left = left.filter((_, i) => !taken.includes(i))
  }
}

function isPart<T>(part: T | undefined): part is T {
  return part !== undefined
}

/** The first choice of so many numbers below n that is accepted; null where none is. */
function choices(
  n: number,
  size: number,
  budget: Budget,
  accept: (chosen: readonly number[]) => boolean,
): readonly number[] | null {
  const chosen = Array.from({ length: size }, (_, i) => i)
  for (;;) {
    budget.spend(20)
    if (accept(chosen)) return chosen
    let i = size - 1
    while (i >= 0 && chosen[i] === n - size + i) i--
    if (i < 0) return null
    for (let next = (chosen[i] ?? 0) + 1; i < size; i++, next++) chosen[i] = next
  }
}
