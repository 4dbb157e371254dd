import { type Budget, Budget as Budgets } from '../budget.ts'
import { gcdMod, imageMod, largePrime } from './modular.ts'
import {
  bitsOf,
  coefficients,
  constant,
  constantOf,
  content,
  degree,
  derivative,
  divideByNumber,
  divideExact,
  equalPoly,
  exponentIn,
  generatorsOf,
  isConstant,
  largestCoefficient,
  leadingIn,
  leadingSign,
  type Monomial,
  mergeMonomials,
  multiply,
  multiplyTerm,
  negate,
  normal,
  onePoly,
  type Poly,
  pairs,
  power,
  primitive,
  scale,
  subtract,
  type Term,
  without,
  zeroPoly,
} from './polynomial.ts'
import { bitLength, greatestCommonDivisor } from './rational.ts'

/**
 * The greatest common divisor over the whole numbers, with a leading coefficient above zero; that of 0 and 0 is 0.
 * Evaluation modulo a prime shows at once where there is none; then the heuristic algorithm (Char, Geddes, Gonnet
 * 1989), and the subresultant algorithm where that has no luck (Knuth 4.6.1, algorithm C).
 */
export function gcd(p: Poly, q: Poly, budget: Budget): Poly {
  if (p.length === 0) return leadingSign(q) < 0 ? negate(q) : q
  if (q.length === 0) return leadingSign(p) < 0 ? negate(p) : p
  budget.spend(20 + 4 * (p.length + q.length))
  const shared: Term = { c: greatestCommonDivisor(content(p), content(q)), m: sharedMonomial(p, q) }
  if (p.length === 1 || q.length === 1) return [shared]
  return multiplyTerm(
    gcdOfPrimitive(withoutMonomial(primitive(p)), withoutMonomial(primitive(q)), budget),
    shared,
  )
}

/** The highest monomial that divides every term of both. */
function sharedMonomial(p: Poly, q: Poly): Monomial {
  return pairs(monomialContent(p)).flatMap(([g, e]) => {
    const least = Math.min(e, exponentIn(monomialContent(q), g))
    return least > 0 ? [g, least] : []
  })
}

/** The highest monomial that divides every term. */
export function monomialContent(p: Poly): Monomial {
  const last = p.at(-1)
  if (!last) return []
  return pairs(last.m).flatMap(([g, e]) => {
    let least = e
    for (const { m } of p) least = Math.min(least, exponentIn(m, g))
    return least > 0 ? [g, least] : []
  })
}

export function withoutMonomial(p: Poly): Poly {
  const m = monomialContent(p)
  return m.length === 0 ? p : p.map(term => ({ c: term.c, m: mergeMonomials(term.m, m, -1) ?? [] }))
}

/** For polynomials of content 1 that no generator divides. */
function gcdOfPrimitive(p: Poly, q: Poly, budget: Budget): Poly {
  if (equalPoly(p, q)) return p
  if (p.length === 1 || q.length === 1) return onePoly
  const [inP, inQ] = [generatorsOf(p), generatorsOf(q)]
  const lone = inP.find(g => !inQ.includes(g))
  if (lone !== undefined) return gcdWithAll(q, coefficients(p, lone).values(), budget)
  const other = inQ.find(g => !inP.includes(g))
  if (other !== undefined) return gcdWithAll(p, coefficients(q, other).values(), budget)
  return deflated(p, q, inP, (a, b) => gcdOfShared(a, b, inP, budget))
}

function gcdWithAll(p: Poly, list: Iterable<Poly>, budget: Budget): Poly {
  let common = p
  for (const part of list) {
    common = gcd(common, part, budget)
    if (constantOf(common) === 1n) break
  }
  return common
}

/** Works with y for x^k where every exponent of x is a multiple of k. */
function deflated(p: Poly, q: Poly, gens: readonly number[], work: (p: Poly, q: Poly) => Poly): Poly {
  const steps = new Map(gens.map(g => [g, stepOf(g, p, q)]))
  if ([...steps.values()].every(step => step === 1)) return work(p, q)
  const down = (r: Poly) => stretch(r, g => 1 / (steps.get(g) ?? 1))
  return stretch(work(down(p), down(q)), g => steps.get(g) ?? 1)
}

/** The greatest whole number that divides every exponent of a generator in these polynomials; 0 where it does not occur. */
export function stepOf(g: number, ...list: readonly Poly[]): number {
  let step = 0n
  for (const p of list) for (const { m } of p) step = greatestCommonDivisor(step, BigInt(exponentIn(m, g)))
  return Number(step)
}

/** Every exponent of a generator times a factor that keeps it whole. */
export function stretch(p: Poly, factor: (g: number) => number): Poly {
  return p.map(({ c, m }) => ({ c, m: pairs(m).flatMap(([g, e]) => [g, Math.round(e * factor(g))]) }))
}

/** For polynomials that have the same generators. */
function gcdOfShared(p: Poly, q: Poly, gens: readonly number[], budget: Budget): Poly {
  const bounds = gens.map(g => degreeBound(p, q, g, budget))
  const free = gens.find((_, i) => bounds[i] === 0)
  if (free !== undefined) {
    if (bounds.every(bound => bound === 0)) return onePoly
    // The divisor does not have this generator: it divides every coefficient.
    return gcdWithAll(
      zeroPoly,
      [...coefficients(p, free).values(), ...coefficients(q, free).values()],
      budget,
    )
  }
  for (const [a, b] of [[p, q] as const, [q, p] as const])
    if (gens.every((g, i) => degree(b, g) === bounds[i]) && divideExact(a, b, budget)) return b
  return heuristicGcd(p, q, gens, budget) ?? gcdByRemainders(p, q, mainGenerator(p, q, gens), budget)
}

/** At most this is the degree of the greatest common divisor in `g`: that of an image modulo a prime. */
function degreeBound(p: Poly, q: Poly, g: number, budget: Budget): number {
  const [top, under] = [degree(p, g), degree(q, g)]
  if (top * under > 4_000_000) return Math.min(top, under)
  const values = (h: number) => (h * 7_368_787 + 12_345_701) % largePrime
  const a = imageMod(p, g, values, largePrime, budget)
  const b = imageMod(q, g, values, largePrime, budget)
  if (a.length <= top || b.length <= under) return Math.min(top, under)
  return gcdMod(a, b, largePrime, budget).length - 1
}

function mainGenerator(p: Poly, q: Poly, gens: readonly number[]): number {
  const cost = (g: number) => degree(p, g) + degree(q, g)
  return gens.reduce((best, g) => (cost(g) < cost(best) ? g : best))
}

/** The numbers in the heuristic algorithm have at most about this many binary digits. */
const heuristicBits = 150_000

function heuristicGcd(p: Poly, q: Poly, gens: readonly number[], budget: Budget): Poly | null {
  let bits = Math.min(bitsOf(p), bitsOf(q)) + 6
  for (const g of gens) bits *= 1 + Math.max(degree(p, g), degree(q, g))
  if (bits > heuristicBits) return null
  return heuristic(p, q, gens, budget)
}

/** Evaluates at a large number, takes the greatest common divisor of that, and reads the digits back as coefficients. */
function heuristic(p: Poly, q: Poly, gens: readonly number[], budget: Budget): Poly | null {
  const [g, ...others] = gens
  budget.spend((p.length + q.length) * costOfDivisor(Math.max(bitsOf(p), bitsOf(q))))
  if (g === undefined) return constant(greatestCommonDivisor(content(p), content(q)))
  const shared = greatestCommonDivisor(content(p), content(q))
  const [a, b] = [divideByNumber(p, shared), divideByNumber(q, shared)]
  let point = 2n * smallest(largestCoefficient(a), largestCoefficient(b)) + 29n
  for (let attempt = 0; attempt < 6; attempt++) {
    const [x, y] = [evaluateAt(a, g, point, budget), evaluateAt(b, g, point, budget)]
    const image = x.length > 0 && y.length > 0 ? heuristic(x, y, others, budget) : null
    const found = image && primitive(fromDigits(image, g, point, budget))
    if (found && divideExact(a, found, budget) && divideExact(b, found, budget)) return scale(found, shared)
    point = (point * 73_794n) / 27_011n
  }
  return null
}

function smallest(a: bigint, b: bigint): bigint {
  if (a < b) return a
  return b
}

/** What the greatest common divisor of two numbers of so many bits costs. */
function costOfDivisor(bits: number): number {
  return 10 + (bits * bits) / 5000
}

/** With a whole number in place of one generator. */
export function evaluateAt(p: Poly, g: number, value: bigint, budget: Budget): Poly {
  const bits = degree(p, g) * bitLength(value) + bitsOf(p)
  budget.spend(p.length * (10 + Budgets.costOf(bits, Math.min(bits, 2000))))
  const list: Term[] = p.map(({ c, m }) => {
    const e = exponentIn(m, g)
    return e === 0 ? { c, m } : { c: c * value ** BigInt(e), m: without(m, g) }
  })
  return normal(list)
}

function fromDigits(image: Poly, g: number, base: bigint, budget: Budget): Poly {
  const found: Term[] = []
  for (let e = 0, rest = image; rest.length > 0; e++) {
    budget.spend(rest.length * (20 + 4 * Budgets.costOf(bitsOf(rest), bitLength(base))))
    const higher: Term[] = []
    for (const { c, m } of rest) {
      const digit = symmetric(c, base)
      if (digit !== 0n) found.push({ c: digit, m: e === 0 ? m : (mergeMonomials(m, [g, e], 1) ?? []) })
      if (c !== digit) higher.push({ c: (c - digit) / base, m })
    }
    rest = higher
  }
  return normal(found)
}

/** The residue nearest to zero. */
export function symmetric(n: bigint, modulus: bigint): bigint {
  const rest = n % modulus
  if (2n * rest > modulus) return rest - modulus
  return 2n * rest < -modulus ? rest + modulus : rest
}

function gcdByRemainders(p: Poly, q: Poly, g: number, budget: Budget): Poly {
  const [inP, inQ] = [contentIn(p, g, budget), contentIn(q, g, budget)]
  const a = quotient(p, inP, budget)
  const b = quotient(q, inQ, budget)
  const { last, beforeLast } = remainders(a, b, g, budget)
  const common = gcd(inP, inQ, budget)
  if (last.length > 0) return common
  return multiply(primitive(quotient(beforeLast, contentIn(beforeLast, g, budget), budget)), common, budget)
}

/** `p / q` where that is known to be a polynomial. */
export function quotient(p: Poly, q: Poly, budget: Budget): Poly {
  const result = divideExact(p, q, budget)
  if (result === null) throw new RangeError('not divisible')
  return result
}

/** The greatest common divisor of the coefficients of `p` as a polynomial in `g`; whole numbers count. */
export function contentIn(p: Poly, g: number, budget: Budget): Poly {
  const parts = [...coefficients(p, g).values()].sort((a, b) => a.length - b.length)
  return gcdWithAll(zeroPoly, parts, budget)
}

/** The remainder of `l^(δ+1)·p` by `q` as polynomials in `g`, where l is the leading coefficient of q and δ the difference of the degrees; `p` itself where its degree is lower. */
export function pseudoRemainder(p: Poly, q: Poly, g: number, budget: Budget): Poly {
  const under = degree(q, g)
  const lead = leadingIn(q, g)
  let rest = p
  let left = degree(p, g) - under + 1
  while (rest.length > 0 && degree(rest, g) >= under) {
    const shift: Term = { c: 1n, m: degree(rest, g) > under ? [g, degree(rest, g) - under] : [] }
    const taken = multiplyTerm(multiply(leadingIn(rest, g), q, budget), shift)
    rest = subtract(multiply(lead, rest, budget), taken)
    left--
  }
  return left > 0 ? multiply(power(lead, left, budget), rest, budget) : rest
}

/** The subresultant sequence (Cohen 1993, algorithm 3.3.7): its last element, free of `g`, and what is needed for the resultant. */
function remainders(
  p: Poly,
  q: Poly,
  g: number,
  budget: Budget,
): { last: Poly; beforeLast: Poly; h: Poly; sign: bigint } {
  let [a, b] = degree(p, g) < degree(q, g) ? [q, p] : [p, q]
  let sign = degree(p, g) < degree(q, g) && odd(degree(p, g) * degree(q, g)) ? -1n : 1n
  let lead: Poly = onePoly
  let h: Poly = onePoly
  while (degree(b, g) > 0) {
    const gap = degree(a, g) - degree(b, g)
    if (odd(degree(a, g) * degree(b, g))) sign = -sign
    const rest = pseudoRemainder(a, b, g, budget)
    const divisor = multiply(lead, power(h, gap, budget), budget)
    a = b
    b = quotient(rest, divisor, budget)
    lead = leadingIn(a, g)
    h = nextHeight(h, lead, gap, budget)
  }
  return { last: b, beforeLast: a, h, sign }
}

function odd(n: number): boolean {
  return n % 2 === 1
}

/** `lead^gap / h^(gap-1)`. */
function nextHeight(h: Poly, lead: Poly, gap: number, budget: Budget): Poly {
  if (gap === 0) return h
  return quotient(power(lead, gap, budget), power(h, gap - 1, budget), budget)
}

/** The resultant with respect to `g`: zero where both have a common factor with `g`, or one is zero. */
export function resultant(p: Poly, q: Poly, g: number, budget: Budget): Poly {
  if (p.length === 0 || q.length === 0) return zeroPoly
  const { last, beforeLast, h, sign } = remainders(p, q, g, budget)
  if (last.length === 0) return zeroPoly
  return scale(nextHeight(h, last, degree(beforeLast, g), budget), sign)
}

/** The discriminant with respect to `g`, for a degree of one or more: zero exactly where a factor with `g` repeats. */
export function discriminant(p: Poly, g: number, budget: Budget): Poly {
  const n = degree(p, g)
  const found = quotient(resultant(p, derivative(p, g), g, budget), leadingIn(p, g), budget)
  return odd((n * (n - 1)) / 2) ? negate(found) : found
}

/**
 * Factors without repeated factors of their own, each with how often it occurs, for a polynomial that is not zero; its
 * content and sign are left out. Yun 1976.
 */
export function squareFree(p: Poly, budget: Budget): [Poly, number][] {
  const found: [Poly, number][] = pairs(monomialContent(p)).map(([g, e]) => [[{ c: 1n, m: [g, 1] }], e])
  let rest = withoutMonomial(primitive(p))
  for (let g = generatorsOf(rest)[0]; g !== undefined; g = generatorsOf(rest)[0]) {
    const inner = contentIn(rest, g, budget)
    found.push(...yun(primitive(quotient(rest, inner, budget)), g, budget))
    rest = inner
  }
  return found
}

/** For a polynomial whose content in `g` is 1. */
function yun(p: Poly, g: number, budget: Budget): [Poly, number][] {
  const slope = derivative(p, g)
  const common = gcd(p, slope, budget)
  if (isConstant(common)) return [[p, 1]]
  const found: [Poly, number][] = []
  let rest = quotient(p, common, budget)
  let other = quotient(slope, common, budget)
  for (let times = 1; !isConstant(rest); times++) {
    other = subtract(other, derivative(rest, g))
    const factor = gcd(rest, other, budget)
    if (!isConstant(factor)) found.push([primitive(factor), times])
    rest = quotient(rest, factor, budget)
    other = quotient(other, factor, budget)
  }
  return found
}

/** The least common multiple, with a leading coefficient above zero; 0 where one is zero. */
export function lcm(p: Poly, q: Poly, budget: Budget): Poly {
  if (p.length === 0 || q.length === 0) return zeroPoly
  const common = quotient(p, gcd(p, q, budget), budget)
  const result = multiply(common, q, budget)
  return leadingSign(result) < 0 ? negate(result) : result
}
