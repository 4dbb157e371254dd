import { type Budget, BudgetSpent, Budget as Budgets } from '../budget.ts'
import { bitLength, greatestCommonDivisor } from './rational.ts'

/**
 * A polynomial with whole coefficients in generators numbered 0, 1, 2, …: its terms, none zero, the highest first in
 * lexicographic order with generator 0 above 1 above 2. So equal polynomials have equal terms, and zero has none.
 * Only this folder looks inside; others use the functions.
 */
export type Poly = readonly Term[]

/** One term: its coefficient, and its monomial as generator, exponent, generator, exponent, … with rising generators and no exponent of zero. */
export interface Term {
  readonly c: bigint
  readonly m: Monomial
}

export type Monomial = readonly number[]

const unit: Monomial = []

export const zeroPoly: Poly = []
export const onePoly: Poly = [{ c: 1n, m: unit }]

export function constant(n: bigint): Poly {
  return n === 0n ? zeroPoly : [{ c: n, m: unit }]
}

/** A generator to a power of zero or more. */
export function generator(g: number, exponent = 1): Poly {
  return exponent === 0 ? onePoly : [{ c: 1n, m: [g, exponent] }]
}

/** Above zero where the monomial `a` comes before `b`. */
export function compareMonomials(a: Monomial, b: Monomial): number {
  for (let i = 0; ; i += 2) {
    const g = a[i]
    const h = b[i]
    if (g === undefined) return h === undefined ? 0 : -1
    if (h === undefined) return 1
    if (g !== h) return h - g
    const rise = (a[i + 1] ?? 0) - (b[i + 1] ?? 0)
    if (rise !== 0) return rise
  }
}

/** `a · b^sign`; null where an exponent would be below zero. Exponents beyond what numbers hold exactly are refused as too much work. */
export function mergeMonomials(a: Monomial, b: Monomial, sign: 1 | -1): Monomial | null {
  if (b.length === 0) return a
  if (a.length === 0 && sign === 1) return b
  const merged: number[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const g = a[i] ?? Number.POSITIVE_INFINITY
    const h = b[j] ?? Number.POSITIVE_INFINITY
    const exponent = (g <= h ? (a[i + 1] ?? 0) : 0) + (h <= g ? sign * (b[j + 1] ?? 0) : 0)
    if (exponent < 0) return null
    if (exponent > Number.MAX_SAFE_INTEGER) throw new BudgetSpent()
    if (exponent > 0) merged.push(Math.min(g, h), exponent)
    if (g <= h) i += 2
    if (h <= g) j += 2
  }
  return merged
}

export function negate(p: Poly): Poly {
  return p.map(({ c, m }) => ({ c: -c, m }))
}

export function scale(p: Poly, n: bigint): Poly {
  if (n === 1n) return p
  return n === 0n ? zeroPoly : p.map(({ c, m }) => ({ c: c * n, m }))
}

/** The sum; in another order of monomials where both have their terms in that order. */
export function add(p: Poly, q: Poly, order: typeof compareMonomials = compareMonomials): Poly {
  if (p.length === 0) return q
  if (q.length === 0) return p
  const sum: Term[] = []
  let i = 0
  let j = 0
  for (let a = p[0], b = q[0]; a || b; a = p[i], b = q[j]) {
    const rise = a === undefined ? -1 : b === undefined ? 1 : order(a.m, b.m)
    if (a && rise > 0) sum.push(a)
    else if (b && rise < 0) sum.push(b)
    else if (a && b && a.c + b.c !== 0n) sum.push({ c: a.c + b.c, m: a.m })
    if (rise >= 0) i++
    if (rise <= 0) j++
  }
  return sum
}

export function subtract(p: Poly, q: Poly): Poly {
  return q.length === 0 ? p : add(p, negate(q))
}

/** `p · c·m`: the order of terms stays as it is. */
export function multiplyTerm(p: Poly, { c, m }: Term): Poly {
  if (m.length === 0) return scale(p, c)
  return p.map(term => ({ c: term.c * c, m: mergeMonomials(term.m, m, 1) ?? unit }))
}

export function multiply(p: Poly, q: Poly, budget: Budget): Poly {
  if (p.length > q.length) return multiply(q, p, budget)
  const cost = 10 + widthOf(p) + widthOf(q) + Budgets.costOf(bitsOf(p), bitsOf(q))
  return productOf(p, q, 0, p.length, cost, budget)
}

/** How long the monomials are, by one in the middle. */
function widthOf(p: Poly): number {
  return p[p.length >> 1]?.m.length ?? 0
}

/** Half and half, so that each merge joins lists of the same size. */
function productOf(p: Poly, q: Poly, from: number, to: number, cost: number, budget: Budget): Poly {
  const first = p[from]
  if (first === undefined || to <= from) return zeroPoly
  budget.spend(q.length * (to - from === 1 ? cost : (6 + widthOf(q)) * (to - from)))
  if (to - from === 1) return multiplyTerm(q, first)
  const middle = (from + to) >> 1
  return add(productOf(p, q, from, middle, cost, budget), productOf(p, q, middle, to, cost, budget))
}

/** The binary digits of the largest coefficient. */
export function bitsOf(p: Poly): number {
  return bitLength(largestCoefficient(p))
}

/** The largest coefficient, its sign apart; 0 for zero. */
export function largestCoefficient(p: Poly): bigint {
  let largest = 0n
  for (const { c } of p) {
    if (c > largest) largest = c
    else if (-c > largest) largest = -c
  }
  return largest
}

/** `p^n` for a whole n of zero or more. */
export function power(p: Poly, n: number, budget: Budget): Poly {
  if (n === 0) return onePoly
  const [only] = p
  if (only === undefined || n === 1) return p
  if (p.length === 1) return [powerOfTerm(only, n, budget)]
  // For sparse polynomials one factor at a time is less work than squaring (Monagan and Pearce 2012, section 1).
  let result = p
  for (let i = 1; i < n; i++) result = multiply(result, p, budget)
  return result
}

function powerOfTerm({ c, m }: Term, n: number, budget: Budget): Term {
  if (m.some((e, i) => i % 2 === 1 && e * n > Number.MAX_SAFE_INTEGER)) throw new BudgetSpent()
  const size = c === 1n || c === -1n ? 1 : bitLength(c) * n
  budget.spend(Budgets.costOf(size))
  const raised = size === 1 ? (n % 2 === 0 ? 1n : c) : c ** BigInt(n)
  return { c: raised, m: m.map((e, i) => (i % 2 === 1 ? e * n : e)) }
}

export function isZero(p: Poly): boolean {
  return p.length === 0
}

export function isConstant(p: Poly): boolean {
  return p.length === 0 || (p.length === 1 && p[0]?.m.length === 0)
}

/** The value of a polynomial without generators; null for any other. */
export function constantOf(p: Poly): bigint | null {
  return isConstant(p) ? (p[0]?.c ?? 0n) : null
}

export function equalPoly(p: Poly, q: Poly): boolean {
  if (p === q) return true
  if (p.length !== q.length) return false
  return p.every((a, i) => {
    const b = q[i]
    return b !== undefined && a.c === b.c && compareMonomials(a.m, b.m) === 0
  })
}

/** A text that two polynomials share exactly where they are equal. */
export function key(p: Poly): string {
  return p.map(({ c, m }) => `${c}:${m.join(',')}`).join(';')
}

/** A total order, for lists in canonical order: by leading terms first. */
export function comparePoly(p: Poly, q: Poly): number {
  for (let i = 0; ; i++) {
    const a = p[i]
    const b = q[i]
    if (a === undefined || b === undefined) return p.length - q.length
    const order = compareMonomials(a.m, b.m)
    if (order !== 0) return order
    if (a.c !== b.c) return a.c < b.c ? -1 : 1
  }
}

/** A term as others see it: the exponent of every generator in it. */
export interface OpenTerm {
  readonly coefficient: bigint
  readonly exponents: ReadonlyMap<number, number>
}

/** The terms, the highest first. */
export function* terms(p: Poly): Iterable<OpenTerm> {
  for (const { c, m } of p) yield { coefficient: c, exponents: new Map(pairs(m)) }
}

/** Each generator of a monomial with its exponent. */
export function pairs(m: Monomial): [number, number][] {
  const list: [number, number][] = []
  for (let i = 0; i < m.length; i += 2) list.push([m[i] ?? 0, m[i + 1] ?? 0])
  return list
}

/** The sum of terms in any order; the same monomial may come more than once. */
export function fromTerms(
  list: Iterable<{ readonly coefficient: bigint; readonly exponents: Iterable<readonly [number, number]> }>,
): Poly {
  const found: Term[] = []
  for (const { coefficient, exponents } of list) found.push({ c: coefficient, m: monomialOf([...exponents]) })
  return normal(found)
}

function monomialOf(exponents: (readonly [number, number])[]): Monomial {
  return exponents
    .filter(([, e]) => e !== 0)
    .sort(([g], [h]) => g - h)
    .flat()
}

/** Sorts terms, adds up those with the same monomial, and leaves out zeros. */
export function normal(list: Term[]): Poly {
  list.sort((a, b) => compareMonomials(b.m, a.m))
  const sum: Term[] = []
  for (const term of list) {
    const last = sum.at(-1)
    if (last && compareMonomials(last.m, term.m) === 0)
      sum[sum.length - 1] = { c: last.c + term.c, m: last.m }
    else sum.push(term)
  }
  return sum.filter(({ c }) => c !== 0n)
}

/** The exponent of a generator in a monomial. */
export function exponentIn(m: Monomial, g: number): number {
  for (let i = 0; i < m.length; i += 2) if (m[i] === g) return m[i + 1] ?? 0
  return 0
}

/** The monomial without one generator. */
export function without(m: Monomial, g: number): Monomial {
  for (let i = 0; i < m.length; i += 2) if (m[i] === g) return [...m.slice(0, i), ...m.slice(i + 2)]
  return m
}

/** The highest exponent of a generator; 0 for the zero polynomial. */
export function degree(p: Poly, g: number): number {
  let highest = 0
  for (const { m } of p) highest = Math.max(highest, exponentIn(m, g))
  return highest
}

/** The highest sum of exponents in one term; 0 for the zero polynomial. */
export function totalDegree(p: Poly): number {
  let highest = 0
  for (const { m } of p) highest = Math.max(highest, sizeOf(m))
  return highest
}

/** The sum of a monomial's exponents. */
export function sizeOf(m: Monomial): number {
  let size = 0
  for (let i = 1; i < m.length; i += 2) size += m[i] ?? 0
  return size
}

/** The generators that occur, rising. */
export function generatorsOf(p: Poly): number[] {
  const found = new Set<number>()
  for (const { m } of p) for (let i = 0; i < m.length; i += 2) found.add(m[i] ?? 0)
  return [...found].sort((g, h) => g - h)
}

/** As a polynomial in `g`: the coefficient of every power that occurs, the highest power first. */
export function coefficients(p: Poly, g: number): Map<number, Poly> {
  const parts = new Map<number, Term[]>()
  for (const { c, m } of p) {
    const e = exponentIn(m, g)
    const term = { c, m: e === 0 ? m : without(m, g) }
    const part = parts.get(e)
    if (part) part.push(term)
    else parts.set(e, [term])
  }
  // Within one power of g the order of terms is that of p, since they differ in the other generators only.
  return new Map([...parts].sort(([e], [f]) => f - e))
}

/** The sum of coefficients times powers of `g`: what `coefficients` took apart. */
export function fromCoefficients(parts: Iterable<readonly [number, Poly]>, g: number): Poly {
  const list: Term[] = []
  for (const [e, part] of parts)
    for (const { c, m } of part) list.push({ c, m: mergeMonomials(m, e === 0 ? unit : [g, e], 1) ?? unit })
  return normal(list)
}

/** The coefficient of the highest power of `g`. */
export function leadingIn(p: Poly, g: number): Poly {
  const highest = degree(p, g)
  return p.filter(({ m }) => exponentIn(m, g) === highest).map(({ c, m }) => ({ c, m: without(m, g) }))
}

/** The greatest common divisor of the coefficients, never below zero; 0 for zero. */
export function content(p: Poly): bigint {
  let common = 0n
  for (const { c } of p) {
    common = greatestCommonDivisor(common, c)
    if (common === 1n) break
  }
  return common
}

/** Divided by its content, and with a leading coefficient above zero. */
export function primitive(p: Poly): Poly {
  return divideByNumber(p, content(p) * BigInt(leadingSign(p)))
}

/** Divided by a whole number that divides every coefficient; zero stays zero. */
export function divideByNumber(p: Poly, n: bigint): Poly {
  return n === 1n ? p : p.map(({ c, m }) => ({ c: c / n, m }))
}

/** The sign of the leading coefficient; 0 for zero. */
export function leadingSign(p: Poly): -1 | 0 | 1 {
  const [first] = p
  return first === undefined ? 0 : first.c < 0n ? -1 : 1
}

/** `p` with `q` in place of generator `g`. */
export function substitute(p: Poly, g: number, q: Poly, budget: Budget): Poly {
  budget.spend(p.length * 10)
  let result = zeroPoly
  let last = 0
  for (const [e, part] of coefficients(p, g)) {
    if (result.length > 0) result = multiply(result, power(q, last - e, budget), budget)
    result = add(result, part)
    last = e
  }
  return last === 0 ? result : multiply(result, power(q, last, budget), budget)
}

/** `p` with other numbers for its generators; those the map does not name stay. Two may get the same number. */
export function rename(p: Poly, map: ReadonlyMap<number, number>): Poly {
  return normal(p.map(({ c, m }) => ({ c, m: renamed(m, map) })))
}

function renamed(m: Monomial, map: ReadonlyMap<number, number>): Monomial {
  let result: Monomial = unit
  for (const [g, e] of pairs(m)) result = mergeMonomials(result, [map.get(g) ?? g, e], 1) ?? unit
  return result
}

/** `p / q` where that is a polynomial with whole coefficients, or null. Throws a RangeError where `q` is zero. */
export function divideExact(p: Poly, q: Poly, budget: Budget): Poly | null {
  const [lead] = q
  const last = q.at(-1)
  if (lead === undefined || last === undefined) throw new RangeError('division by zero')
  if (p.length > 0 && divideTerm(p.at(-1), last) === null) return null
  const found: Term[] = []
  for (let rest = p; rest.length > 0; ) {
    const term = divideTerm(rest[0], lead)
    if (term === null) return null
    budget.spend(
      15 * q.length + 4 * rest.length + Budgets.costOf(bitLength(term.c), bitLength(lead.c)) * q.length,
    )
    found.push(term)
    rest = q.length === 1 ? rest.slice(1) : add(rest, multiplyTerm(q, { c: -term.c, m: term.m }))
  }
  return found
}

function divideTerm(a: Term | undefined, b: Term): Term | null {
  if (a === undefined || a.c % b.c !== 0n) return null
  const m = mergeMonomials(a.m, b.m, -1)
  return m && { c: a.c / b.c, m }
}

export function derivative(p: Poly, g: number): Poly {
  const list: Term[] = []
  for (const { c, m } of p) {
    const e = exponentIn(m, g)
    if (e > 0) list.push({ c: c * BigInt(e), m: mergeMonomials(m, [g, 1], -1) ?? unit })
  }
  return list
}

/** The value modulo a prime, between 0 and the prime, where generator `g` is `values[g]`; a missing value is 0. */
export function evaluateMod(p: Poly, values: readonly bigint[], prime: bigint): bigint {
  let sum = 0n
  for (const { c, m } of p) {
    let product = c % prime
    for (let i = 0; i < m.length && product !== 0n; i += 2)
      product = (product * powerMod(values[m[i] ?? 0] ?? 0n, m[i + 1] ?? 0, prime)) % prime
    sum += product
  }
  const rest = sum % prime
  return rest < 0n ? rest + prime : rest
}

/** `base^exponent` modulo a number, by squaring. */
export function powerMod(base: bigint, exponent: number | bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let e = BigInt(exponent); e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}
