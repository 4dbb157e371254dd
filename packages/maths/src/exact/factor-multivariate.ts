import { type Budget, BudgetSpent, Budget as Budgets } from '../budget.ts'
import {
  type Dense,
  factorDense,
  fromDense,
  primitiveDense,
  recombine,
  timesDense,
  toDense,
} from './factor-univariate.ts'
import { contentIn, quotient, symmetric } from './gcd.ts'
import { derivativeMod, gcdMod, imageMod, largePrime, residue } from './modular.ts'
import {
  add,
  bitsOf,
  degree,
  divideExact,
  exponentIn,
  generator,
  generatorsOf,
  isConstant,
  leadingIn,
  type Monomial,
  mergeMonomials,
  multiply,
  normal,
  type Poly,
  primitive,
  sizeOf,
  substitute,
  subtract,
  type Term,
  without,
  zeroPoly,
} from './polynomial.ts'

/**
 * The irreducible factors of a polynomial in two or more generators that has content 1 in each of them and no repeated
 * factors. Small numbers take the place of all generators but one; the factors of that image are lifted, with leading
 * coefficient 1, to power series in the others, and those put together to polynomials (Wang 1978; Geddes, Czapor and
 * Labahn, chapter 6).
 */
export function factorMultivariate(p: Poly, gens: readonly number[], budget: Budget): Poly[] {
  const x = mainGenerator(p, gens)
  const others = gens.filter(g => g !== x)
  const image = bestImage(p, x, others, budget)
  if (image.factors.length === 1) return [p]
  const whole = shift(p, image.point, 1n, budget)
  const lead = leadingIn(whole, x)
  const modulus = modulusAbove(whole, lead)
  // A factor times the leading coefficients of the others has no higher degree than the whole: one slice more shows what is none.
  const top = degreeBeside(whole, x) + 1
  const parts = liftAll(whole, x, image.factors, top, modulus, budget)
  const found: Poly[] = []
  let rest = whole
  recombine(parts, budget, chosen => {
    const product = chosen.reduce(
      (a, b) => timesSeries(a, b, modulus, budget),
      slices(leadingIn(rest, x), x, top),
    )
    if (product[top]?.length !== 0) return false
    const candidate = normal(product.flat())
    const factor = primitive(quotient(candidate, contentIn(candidate, x, budget), budget))
    const other = divideExact(rest, factor, budget)
    if (other === null) return false
    found.push(factor)
    rest = other
    return true
  })
  if (!isConstant(rest)) found.push(rest)
  return found.map(f => primitive(shift(f, image.point, -1n, budget)))
}

/** The generator with the least to lift: the number of monomials in the others times the degree. */
function mainGenerator(p: Poly, gens: readonly number[]): number {
  const cost = (g: number) => degree(p, g) * (1 + degreeBeside(p, g)) ** (gens.length - 1)
  return gens.reduce((best, g) => (cost(g) < cost(best) ? g : best))
}

interface Image {
  readonly point: ReadonlyMap<number, bigint>
  readonly factors: Dense[]
}

/** The image with the fewest factors at some points where the degree stays and no factor repeats. */
function bestImage(p: Poly, x: number, others: readonly number[], budget: Budget): Image {
  let best: Image | null = null
  for (let attempt = 0, good = 0; good < 3; attempt++) {
    if (attempt > 2000) throw new BudgetSpent()
    const point = new Map(others.map((g, i) => [g, pointValue(attempt, i)]))
    const image = imageMod(p, x, g => residue(point.get(g) ?? 0n, largePrime), largePrime, budget)
    if (image.length <= degree(p, x)) continue
    if (gcdMod(image, derivativeMod(image, largePrime), largePrime, budget).length !== 1) continue
    good++
    let whole = p
    for (const [g, value] of point)
      whole = substitute(whole, g, value === 0n ? zeroPoly : [{ c: value, m: [] }], budget)
    const factors = factorDense(primitiveDense(toDense(whole, x, budget)), budget)
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

/** A prime above twice the coefficients of every factor times `lead` (Gelfond: e to the sum of the degrees times those of the product). */
function modulusAbove(p: Poly, lead: Poly): bigint {
  let bits = bitsOf(p) + bitsOf(lead) + Math.log2(lead.length) + 3
  for (const g of generatorsOf(p)) bits += 1.45 * (degree(p, g) + degree(lead, g))
  const exponent = mersenne.find(e => e > bits)
  if (exponent === undefined) throw new BudgetSpent()
  return (1n << BigInt(exponent)) - 1n
}

function reduce(p: Poly, modulus: bigint): Poly {
  return p.map(({ c, m }) => ({ c: symmetric(c, modulus), m })).filter(({ c }) => c !== 0n)
}

/** A power series in all generators but one, cut off: slice d has the terms with exponents of sum d in those. */
type Series = Poly[]

function slices(p: Poly, x: number, top: number): Series {
  const list: Poly[number][][] = Array.from({ length: top + 1 }, () => [])
  for (const term of p) list[sizeOf(term.m) - exponentIn(term.m, x)]?.push(term)
  return list
}

function timesSeries(a: Series, b: Series, modulus: bigint, budget: Budget): Series {
  return a.map((_, d) => sliceOfProduct(a, b, d, modulus, budget))
}

function sliceOfProduct(a: Series, b: Series, d: number, modulus: bigint, budget: Budget): Poly {
  let sum: Poly = zeroPoly
  for (let k = 0; k <= d; k++) sum = add(sum, multiply(a[k] ?? zeroPoly, b[d - k] ?? zeroPoly, budget))
  return reduce(sum, modulus)
}

/**
 * The series with leading coefficient 1 in `x` that begin with the factors of the image, and whose product with the
 * leading coefficient of `p` is `p` up to slice `top`.
 */
function liftAll(
  p: Poly,
  x: number,
  images: readonly Dense[],
  top: number,
  modulus: bigint,
  budget: Budget,
): Series[] {
  const whole = slices(p, x, top)
  const lead = slices(leadingIn(p, x), x, top)
  const firsts = images.map(f => monicOver(f, modulus))
  const scaling = inverseBig(lead[0]?.[0]?.c ?? 0n, modulus)
  const helpers = firsts.map((_, i) =>
    cofactorInverse(firsts, i, modulus, budget).map(c => symmetric(c * scaling, modulus)),
  )
  const parts: Series[] = firsts.map(f => slices(fromDense(f, x), x, top))
  // products[i] is the leading coefficient times the first i parts.
  const products: Series[] = [lead, ...parts.map(() => [])]
  const update = (d: number) => {
    for (const [i, part] of parts.entries()) {
      const [before, after] = [products[i], products[i + 1]]
      if (before && after) after[d] = sliceOfProduct(before, part, d, modulus, budget)
    }
    return products.at(-1)?.[d] ?? zeroPoly
  }
  update(0)
  for (let d = 1; d <= top; d++) {
    const error = reduce(subtract(whole[d] ?? zeroPoly, update(d)), modulus)
    if (error.length === 0) continue
    const besides = byMonomial(error, x)
    for (const [i, part] of parts.entries())
      part[d] = correction(besides, firsts[i] ?? [], helpers[i] ?? [], x, modulus, budget)
    update(d)
  }
  return parts
}

/** The slice of one part that takes away its share of an error. */
function correction(
  besides: ReadonlyMap<Monomial, bigint[]>,
  first: Dense,
  helper: Dense,
  x: number,
  modulus: bigint,
  budget: Budget,
): Poly {
  const change: Term[] = []
  for (const [beside, list] of besides)
    for (const [e, c] of restOf(timesDense(list, helper, modulus, budget), first, modulus, budget).entries())
      change.push({ c, m: mergeMonomials(beside, e > 0 ? [x, e] : [], 1) ?? [] })
  return normal(change)
}

function monicOver(p: Dense, prime: bigint): Dense {
  const factor = inverseBig(p.at(-1) ?? 0n, prime)
  return p.map(c => symmetric(c * factor, prime))
}

/** The inverse, modulo one of the polynomials, of the product of all others. */
function cofactorInverse(list: readonly Dense[], i: number, prime: bigint, budget: Budget): bigint[] {
  const own = list[i] ?? []
  let others: Dense = [1n]
  for (const [j, f] of list.entries())
    if (j !== i) others = restOf(timesDense(others, f, prime, budget), own, prime, budget)
  return inverseOf(others, own, prime, budget)
}

/** The highest sum of exponents in one term, that of `x` apart. */
function degreeBeside(p: Poly, x: number): number {
  return p.reduce((most, { m }) => Math.max(most, sizeOf(m) - exponentIn(m, x)), 0)
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
