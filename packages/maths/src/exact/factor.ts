import { type Budget, BudgetSpent, Budget as Budgets } from '../budget.ts'
import {
  type Dense,
  factorDense,
  fromDense,
  recombine,
  rootOf,
  timesDense,
  toDense,
} from './factor-univariate.ts'
import { contentIn, quotient, squareFree, stepOf, stretch, symmetric } from './gcd.ts'
import { derivativeMod, gcdMod, imageMod, largePrime, residue } from './modular.ts'
import {
  add,
  bitsOf,
  coefficients,
  comparePoly,
  constant,
  constantOf,
  content,
  degree,
  divideExact,
  exponentIn,
  fromCoefficients,
  generator,
  generatorsOf,
  isConstant,
  leadingIn,
  leadingSign,
  type Monomial,
  mergeMonomials,
  multiply,
  normal,
  onePoly,
  type Poly,
  power,
  primitive,
  scale,
  sizeOf,
  substitute,
  subtract,
  type Term,
  without,
} from './polynomial.ts'

/** `unit` times the product of the factors, each to its power, is what was factored. */
export interface Factored {
  /** The content with the sign; 0 for zero. */
  readonly unit: bigint
  /** Irreducible over the rational numbers, of content 1 and with a leading coefficient above zero; in a fixed order. */
  readonly factors: [Poly, number][]
}

/** Factors completely over the rational numbers. */
export function factor(p: Poly, budget: Budget): Factored {
  budget.spend(20 + p.length)
  const unit = content(p) * BigInt(leadingSign(p))
  if (isConstant(p)) return { unit, factors: [] }
  const factors = squareFree(p, budget).flatMap(([part, times]) =>
    factorSquareFree(part, budget).map((f): [Poly, number] => [f, times]),
  )
  return { unit, factors: factors.sort(([a], [b]) => comparePoly(b, a)) }
}

/** Whether a polynomial of degree one or more has no factors over the rational numbers but numbers and itself. */
export function isIrreducible(p: Poly, budget: Budget): boolean {
  const { factors } = factor(p, budget)
  return factors.length === 1 && factors[0]?.[1] === 1
}

/** For a polynomial of content 1 without repeated factors. */
function factorSquareFree(p: Poly, budget: Budget): Poly[] {
  const gens = generatorsOf(p)
  if (p.length === 1 || isLinearWithoutContent(p, gens, budget)) return [p]
  for (const g of gens) {
    const inner = contentIn(p, g, budget)
    if (!isConstant(inner))
      return [inner, quotient(p, inner, budget)].flatMap(part => factorSquareFree(primitive(part), budget))
  }
  for (const g of gens) {
    const step = stepOf(g, p)
    if (step > 1) return factorStretched(p, g, step, budget)
  }
  return factorWhole(p, gens, budget)
}

/** A polynomial of degree one in a generator, with coefficients that have nothing in common, is irreducible. */
function isLinearWithoutContent(p: Poly, gens: readonly number[], budget: Budget): boolean {
  const g = gens.find(h => degree(p, h) === 1)
  return g !== undefined && isConstant(contentIn(p, g, budget))
}

/** Factors with y for x^step first, and then puts one prime after the other back, so that each time little is left to find. */
function factorStretched(p: Poly, g: number, step: number, budget: Budget): Poly[] {
  let factors = factorSquareFree(
    stretch(p, h => (h === g ? 1 / step : 1)),
    budget,
  )
  let left = step
  for (let prime = 2; left > 1; prime += 1) {
    budget.spend(5)
    for (; left % prime === 0; left /= prime)
      factors = factors.flatMap(f => factorRaised(f, g, prime, budget))
  }
  return factors
}

/** The factors of f(x^prime) for an irreducible f. */
function factorRaised(f: Poly, g: number, prime: number, budget: Budget): Poly[] {
  const raised = stretch(f, h => (h === g ? prime : 1))
  const gens = generatorsOf(f)
  if (!gens.includes(g)) return [f]
  if (gens.length === 1 && !mayBePower(f, g, prime)) return [raised]
  return factorWhole(raised, gens, budget)
}

/**
 * Whether a zero of f may be the prime-th power of a number in its field: else f(x^prime) is irreducible (Capelli). The
 * product of all zeros is then such a power of a fraction.
 */
function mayBePower(f: Poly, g: number, prime: number): boolean {
  const lead = f[0]?.c ?? 1n
  const last = f.at(-1)?.c ?? 0n
  const norm = degree(f, g) % 2 === 0 ? last : -last
  return rootOf(norm * lead ** BigInt(prime - 1), prime) !== null
}

function factorWhole(p: Poly, gens: readonly number[], budget: Budget): Poly[] {
  const [g] = gens
  if (g === undefined) return [p]
  if (gens.length === 1) return factorDense(toDense(p, g, budget), budget).map(f => fromDense(f, g))
  if (isLinearWithoutContent(p, gens, budget)) return [p]
  const quadratic = gens.find(h => degree(p, h) === 2)
  if (quadratic !== undefined) return factorQuadratic(p, quadratic, budget)
  return factorMultivariate(p, gens, budget)
}

/** For degree two in `g` and content 1 there: it has factors exactly where the discriminant is a square. */
function factorQuadratic(p: Poly, g: number, budget: Budget): Poly[] {
  const parts = coefficients(p, g)
  const [a = [], b = [], c = []] = [2, 1, 0].map(e => parts.get(e) ?? [])
  const root = squareRoot(subtract(power(b, 2, budget), scale(multiply(a, c, budget), 4n)), budget)
  if (root === null) return [p]
  return [add(b, root), subtract(b, root)].map(rest => {
    const f = fromCoefficients(
      [
        [1, scale(a, 2n)],
        [0, rest],
      ],
      g,
    )
    return primitive(quotient(f, contentIn(f, g, budget), budget))
  })
}

/** The polynomial whose square this is, with a leading coefficient of zero or more; null where there is none. */
export function squareRoot(p: Poly, budget: Budget): Poly | null {
  const [top] = p
  if (top === undefined) return p
  const lead = rootOfTerm(top)
  if (lead === null || rootOfTerm(p.at(-1) ?? top) === null) return null
  const found: Term[] = [lead]
  const double: Term = { c: 2n * lead.c, m: lead.m }
  let rest: Poly = p.slice(1)
  while (rest.length > 0) {
    const next = divideExact(rest.slice(0, 1), [double], budget)?.[0]
    if (next === undefined) return null
    rest = subtract(rest, multiply([next], [...scale(found, 2n), next], budget))
    found.push(next)
  }
  return found
}

function rootOfTerm({ c, m }: Term): Term | null {
  const root = c < 0n ? null : rootOf(c, 2)
  if (root === null || m.some((e, i) => i % 2 === 1 && e % 2 === 1)) return null
  return { c: root, m: m.map((e, i) => (i % 2 === 1 ? e / 2 : e)) }
}

/** The polynomial whose k-th power this is, if there is one; null otherwise. For an even k with a leading coefficient above zero. */
export function polyRoot(p: Poly, k: number, budget: Budget): Poly | null {
  if (k === 2 || p.length === 0) return squareRoot(p, budget)
  const number = rootOf(content(p) * BigInt(leadingSign(p)), k)
  if (number === null) return null
  let root = constant(number)
  for (const [part, times] of squareFree(p, budget)) {
    if (times % k !== 0) return null
    root = multiply(root, power(part, times / k, budget), budget)
  }
  return root
}

/**
 * Makes the polynomial monic in one generator, puts small numbers in place of the others, factors that, and lifts the
 * factors back (Wang 1978, with the leading coefficient made 1 as in Geddes, Czapor and Labahn, section 6.6).
 */
function factorMultivariate(p: Poly, gens: readonly number[], budget: Budget): Poly[] {
  const x = mainGenerator(p, gens)
  const lead = leadingIn(p, x)
  const monic = constantOf(lead) === 1n ? p : makeMonic(p, x, lead, budget)
  const others = gens.filter(g => g !== x)
  const image = bestImage(monic, x, others, budget)
  if (image.factors.length === 1) return [p]
  const shifted = shift(monic, image.point, 1n, budget)
  const modulus = modulusAbove(shifted)
  const top = degreeBeside(shifted, x)
  const parts = liftAll(shifted, x, image.factors, modulus, budget)
  const found: Poly[] = []
  let rest = shifted
  recombine(parts, budget, chosen => {
    const product = chosen.reduce((a, b) => reduce(upTo(top, x, multiply(a, b, budget)), modulus), onePoly)
    const other = divideExact(rest, product, budget)
    if (other !== null) {
      found.push(product)
      rest = other
    }
    return other !== null
  })
  if (!isConstant(rest)) found.push(rest)
  return found.map(f => undoMonic(shift(f, image.point, -1n, budget), x, lead, budget))
}

/** The generator in which it takes least to make the polynomial monic. */
function mainGenerator(p: Poly, gens: readonly number[]): number {
  const cost = (g: number) => {
    const lead = leadingIn(p, g)
    return degree(p, g) * (constantOf(lead) === null ? 1 + 4 * sizeOf(lead[0]?.m ?? []) : 1)
  }
  return gens.reduce((best, g) => (cost(g) < cost(best) ? g : best))
}

/** `l^(n-1)·p(x/l)`. */
function makeMonic(p: Poly, x: number, lead: Poly, budget: Budget): Poly {
  const n = degree(p, x)
  const parts = [...coefficients(p, x)].map(([e, part]): [number, Poly] =>
    e === n ? [e, onePoly] : [e, multiply(part, power(lead, n - 1 - e, budget), budget)],
  )
  return fromCoefficients(parts, x)
}

function undoMonic(f: Poly, x: number, lead: Poly, budget: Budget): Poly {
  if (constantOf(lead) === 1n) return primitive(f)
  const back = substitute(f, x, multiply(lead, generator(x), budget), budget)
  return primitive(quotient(back, contentIn(back, x, budget), budget))
}

interface Image {
  readonly point: ReadonlyMap<number, bigint>
  readonly factors: Dense[]
}

/** The image with the fewest factors at some points where it has no repeated factors. */
function bestImage(p: Poly, x: number, others: readonly number[], budget: Budget): Image {
  let best: Image | null = null
  for (let attempt = 0, good = 0; good < 3; attempt++) {
    if (attempt > 2000) throw new BudgetSpent()
    const point = new Map(others.map((g, i) => [g, pointValue(attempt, i)]))
    const image = imageMod(p, x, g => residue(point.get(g) ?? 0n, largePrime), largePrime, budget)
    if (gcdMod(image, derivativeMod(image, largePrime), largePrime, budget).length !== 1) continue
    good++
    let whole = p
    for (const [g, value] of point)
      whole = substitute(whole, g, value === 0n ? [] : [{ c: value, m: [] }], budget)
    const factors = factorDense(toDense(whole, x, budget), budget)
    if (best === null || factors.length < best.factors.length) best = { point, factors }
    if (factors.length === 1) break
  }
  if (best === null) throw new BudgetSpent()
  return best
}

/** All zeros first, then small numbers that differ from generator to generator. */
function pointValue(attempt: number, i: number): bigint {
  if (attempt === 0) return 0n
  const size = (attempt * (2 * i + 1) + i) % (attempt + 2)
  return BigInt((attempt + i) % 2 === 0 ? size : -size)
}

/** With g + sign·value in place of each generator g of the point. */
function shift(p: Poly, point: ReadonlyMap<number, bigint>, sign: bigint, budget: Budget): Poly {
  let result = p
  for (const [g, value] of point)
    if (value !== 0n) result = substitute(result, g, [...generator(g), { c: sign * value, m: [] }], budget)
  return result
}

/** Exponents of Mersenne primes. */
const mersenne = [61, 127, 521, 1279, 2203, 3217, 4423, 9689, 19_937]

/** A prime above twice the coefficients of every factor (Gelfond: e to the sum of the degrees times those of the polynomial). */
function modulusAbove(p: Poly): bigint {
  let bits = bitsOf(p) + 3
  for (const g of generatorsOf(p)) bits += 1.45 * degree(p, g)
  const exponent = mersenne.find(e => e > bits)
  if (exponent === undefined) throw new BudgetSpent()
  return (1n << BigInt(exponent)) - 1n
}

function reduce(p: Poly, modulus: bigint): Poly {
  return p.map(({ c, m }) => ({ c: symmetric(c, modulus), m })).filter(({ c }) => c !== 0n)
}

/** The factors modulo the prime that agree with these where all generators but `x` are 0: degree by degree in those. */
function liftAll(p: Poly, x: number, images: readonly Dense[], modulus: bigint, budget: Budget): Poly[] {
  const helpers = images.map((f, i) =>
    inverseOf(
      images.reduce<Dense>(
        (product, g, j) =>
          j === i ? product : restOf(timesDense(product, g, modulus, budget), f, modulus, budget),
        [1n],
      ),
      f,
      modulus,
      budget,
    ),
  )
  let parts = images.map(f => fromDense(f, x))
  const top = degreeBeside(p, x)
  for (let d = 1; d <= top; d++) {
    const product = parts.reduce((a, b) => reduce(upTo(d, x, multiply(a, b, budget)), modulus), onePoly)
    const error = reduce(subtract(upTo(d, x, p), product), modulus)
    const changes: Term[][] = parts.map(() => [])
    for (const [beside, list] of byMonomial(error, x))
      for (const [i, f] of images.entries()) {
        const change = restOf(timesDense(list, helpers[i] ?? [], modulus, budget), f, modulus, budget)
        for (const [e, c] of change.entries())
          changes[i]?.push({
            c: symmetric(c, modulus),
            m: mergeMonomials(beside, e > 0 ? [x, e] : [], 1) ?? [],
          })
      }
    parts = parts.map((part, i) => add(part, normal(changes[i] ?? [])))
  }
  return parts
}

/** The highest sum of exponents in one term, that of `x` apart. */
function degreeBeside(p: Poly, x: number): number {
  return p.reduce((most, { m }) => Math.max(most, sizeOf(m) - exponentIn(m, x)), 0)
}

function upTo(d: number, x: number, p: Poly): Poly {
  return p.filter(({ m }) => sizeOf(m) - exponentIn(m, x) <= d)
}

/** The terms per monomial in the other generators, each as a polynomial in `x`. */
function byMonomial(p: Poly, x: number): Map<Monomial, bigint[]> {
  const found = new Map<string, [Monomial, bigint[]]>()
  for (const { c, m } of p) {
    const beside = without(m, x)
    const name = beside.join()
    const [, list] = found.get(name) ?? [beside, []]
    const e = exponentIn(m, x)
    while (list.length <= e) list.push(0n)
    list[e] = c
    found.set(name, [beside, list])
  }
  return new Map(found.values())
}

/** The remainder by a polynomial with leading coefficient 1, modulo a number. */
function restOf(p: Dense, q: Dense, modulus: bigint, budget: Budget): bigint[] {
  const rest = [...p]
  budget.spend(Math.max(0, p.length - q.length) * q.length * Budgets.costOf(64))
  for (let i = p.length - q.length; i >= 0; i--) {
    const c = (rest[i + q.length - 1] ?? 0n) % modulus
    if (c !== 0n) for (const [j, d] of q.entries()) rest[i + j] = (rest[i + j] ?? 0n) - c * d
  }
  return cut(rest.slice(0, q.length - 1).map(c => symmetric(c, modulus)))
}

function cut(p: bigint[]): bigint[] {
  while (p.length > 0 && p.at(-1) === 0n) p.pop()
  return p
}

/** The inverse modulo a polynomial with leading coefficient 1, over the field of a prime. */
function inverseOf(p: Dense, f: Dense, prime: bigint, budget: Budget): bigint[] {
  let [a, b]: [Dense, Dense] = [f, p]
  let [x, y]: [Dense, Dense] = [[], [1n]]
  for (;;) {
    const factor = inverseBig(b.at(-1) ?? 0n, prime)
    const [unit, scaled] = [b, y].map(list => list.map(c => symmetric(c * factor, prime)))
    if (unit === undefined || scaled === undefined) throw new BudgetSpent()
    if (unit.length <= 1) return cut(scaled)
    const q = quotientOf(a, unit, prime, budget)
    const r = restOf(a, unit, prime, budget)
    const next = timesDense(q, scaled, prime, budget)
    const difference = Array.from({ length: Math.max(x.length, next.length) }, (_, i) =>
      symmetric((x[i] ?? 0n) - (next[i] ?? 0n), prime),
    )
    ;[a, b, x, y] = [unit, r, scaled, cut(difference)]
  }
}

/** The quotient by a polynomial with leading coefficient 1, modulo a number. */
function quotientOf(p: Dense, q: Dense, modulus: bigint, budget: Budget): bigint[] {
  const rest = [...p]
  const found: bigint[] = new Array(Math.max(0, p.length - q.length + 1)).fill(0n)
  budget.spend(found.length * q.length * Budgets.costOf(64))
  for (let i = found.length - 1; i >= 0; i--) {
    const c = symmetric(rest[i + q.length - 1] ?? 0n, modulus)
    found[i] = c
    for (const [j, d] of q.entries()) rest[i + j] = (rest[i + j] ?? 0n) - c * d
  }
  return found
}

/** The inverse modulo a prime; throws BudgetSpent for zero, which only bad luck brings here. */
function inverseBig(n: bigint, prime: bigint): bigint {
  let [r, s, x, y] = [prime, ((n % prime) + prime) % prime, 0n, 1n]
  if (s === 0n) throw new BudgetSpent()
  while (s !== 0n) {
    const q = r / s
    ;[r, s, x, y] = [s, r - q * s, y, x - q * y]
  }
  return x
}
