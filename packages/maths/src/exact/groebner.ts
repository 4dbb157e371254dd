import { type Budget, Budget as Budgets } from '../budget.ts'
import {
  add,
  bitsOf,
  compareMonomials,
  constant,
  content,
  divideByNumber,
  generator,
  generatorsOf,
  isConstant,
  type Monomial,
  mergeMonomials,
  multiply,
  multiplyTerm,
  normal,
  type Poly,
  pairs,
  primitive,
  sizeOf,
  subtract,
} from './polynomial.ts'
import { greatestCommonDivisor } from './rational.ts'

/** Lexicographic, with generator 0 above 1 above 2; or by total degree, and then the lower exponent in the last generator first. */
export type Order = 'lex' | 'grevlex'

type Compare = (a: Monomial, b: Monomial) => number

function comparing(order: Order): Compare {
  return order === 'lex' ? compareMonomials : compareByDegree
}

function compareByDegree(a: Monomial, b: Monomial): number {
  const rise = sizeOf(a) - sizeOf(b)
  if (rise !== 0) return rise
  for (let i = a.length - 2, j = b.length - 2; i >= 0 && j >= 0; i -= 2, j -= 2) {
    const [g, h, e, f] = [a[i] ?? 0, b[j] ?? 0, a[i + 1] ?? 0, b[j + 1] ?? 0]
    if (g !== h) return h - g
    if (e !== f) return f - e
  }
  return b.length - a.length
}

/**
 * The reduced Gröbner basis of the polynomials over the rational numbers, each primitive, the lowest leading monomial first: one basis per ideal and order. Empty for the ideal of zero, and 1 alone
 * where there is no common zero. Buchberger 1965 with the criteria of Gebauer and Möller 1988.
 */
export function groebner(list: readonly Poly[], order: Order, budget: Budget): Poly[] {
  const compare = comparing(order)
  const basis: Poly[] = []
  let open: Pair[] = []
  const enter = (p: Poly) => {
    open = pairsWith(p, basis, open, compare)
    basis.push(p)
  }
  const sorted = list.filter(p => p.length > 0).map(p => ordered(p, compare))
  for (const p of sorted.sort((a, b) => compare(lead(a), lead(b)))) {
    const rest = remainder(p, basis, compare, budget)
    if (isConstant(rest) && rest.length > 0) return [constant(1n)]
    if (rest.length > 0) enter(monicLike(rest))
  }
  while (open.length > 0) {
    budget.spend(20 * open.length)
    const next = open.reduce((best, pair) => (compare(pair.common, best.common) < 0 ? pair : best))
    open = open.filter(pair => pair !== next)
    const rest = remainder(combination(next, basis, compare), basis, compare, budget)
    if (isConstant(rest) && rest.length > 0) return [constant(1n)]
    if (rest.length > 0) enter(monicLike(rest))
  }
  return reduced(basis, compare, budget)
}

interface Pair {
  readonly i: number
  readonly j: number
  readonly common: Monomial
}

function lead(p: Poly): Monomial {
  return p[0]?.m ?? []
}

function ordered(p: Poly, compare: Compare): Poly {
  return compare === compareMonomials ? p : [...p].sort((a, b) => compare(b.m, a.m))
}

function monicLike(p: Poly): Poly {
  const unit = content(p) * ((p[0]?.c ?? 1n) < 0n ? -1n : 1n)
  return divideByNumber(p, unit)
}

/** The open pairs when a polynomial enters: without those that the others make needless. */
function pairsWith(p: Poly, basis: readonly Poly[], open: readonly Pair[], compare: Compare): Pair[] {
  const own = lead(p)
  const kept = open.filter(
    ({ i, j, common }) =>
      !divides(own, common) ||
      compare(lowestMultiple(lead(basis[i] ?? []), own), common) === 0 ||
      compare(lowestMultiple(lead(basis[j] ?? []), own), common) === 0,
  )
  const easy = (pair: Pair) => apart(basis, pair, own)
  // Of pairs with the same multiple one is enough: one that is known to reduce to zero, if there is.
  const fresh = basis
    .map((q, i): Pair => ({ i, j: basis.length, common: lowestMultiple(lead(q), own) }))
    .sort((a, b) => Number(easy(b)) - Number(easy(a)))
  const needed = fresh.filter(
    (pair, k) =>
      !fresh.some(
        (other, l) =>
          divides(other.common, pair.common) && (l < k || compare(other.common, pair.common) !== 0),
      ),
  )
  return [...kept, ...needed.filter(pair => !easy(pair))]
}

/** Whether the leading monomials of a pair have no generator in common: its combination reduces to zero. */
function apart(basis: readonly Poly[], pair: Pair, own: Monomial): boolean {
  return sizeOf(pair.common) === sizeOf(own) + sizeOf(lead(basis[pair.i] ?? []))
}

function divides(a: Monomial, b: Monomial): boolean {
  return mergeMonomials(b, a, -1) !== null
}

function lowestMultiple(a: Monomial, b: Monomial): Monomial {
  const exponents = new Map(pairs(a))
  for (const [g, e] of pairs(b)) exponents.set(g, Math.max(e, exponents.get(g) ?? 0))
  return [...exponents].sort(([g], [h]) => g - h).flat()
}

function combination({ i, j, common }: Pair, basis: readonly Poly[], compare: Compare): Poly {
  const [p, q] = [basis[i] ?? [], basis[j] ?? []]
  return cancelled(
    p,
    q,
    mergeMonomials(common, lead(p), -1) ?? [],
    mergeMonomials(common, lead(q), -1) ?? [],
    compare,
  ).result
}

/** `p·m·b - q·n·a`, where a and b are the leading coefficients without what they have in common; the factor b is above zero. */
function cancelled(
  p: Poly,
  q: Poly,
  m: Monomial,
  n: Monomial,
  compare: Compare,
): { result: Poly; factor: bigint } {
  const [a, b] = [p[0]?.c ?? 1n, q[0]?.c ?? 1n]
  const shared = greatestCommonDivisor(a, b) * (b < 0n ? -1n : 1n)
  const factor = b / shared
  const left = multiplyTerm(p, { c: factor, m })
  return { result: add(left, multiplyTerm(q, { c: -a / shared, m: n }), compare), factor }
}

/** What is left of a nonzero multiple of `p` when no leading monomial of the basis divides any of its terms. */
function remainder(p: Poly, basis: readonly Poly[], compare: Compare, budget: Budget): Poly {
  let rest = p
  const done: { c: bigint; m: Monomial }[] = []
  while (rest.length > 0) {
    const top = lead(rest)
    budget.spend(10 * basis.length + rest.length * (4 + Budgets.costOf(bitsOf(rest))))
    const by = basis.find(q => divides(lead(q), top))
    if (by === undefined) {
      done.push({ c: rest[0]?.c ?? 0n, m: top })
      rest = rest.slice(1)
      continue
    }
    const { result, factor } = cancelled(rest, by, [], mergeMonomials(top, lead(by), -1) ?? [], compare)
    for (const [k, term] of done.entries()) done[k] = { c: term.c * factor, m: term.m }
    // A content is taken out now and then only: to look for it costs as much as a step.
    const common = done.length === 0 ? content(result) : 1n
    rest = common > 1n ? divideByNumber(result, common) : result
  }
  return done
}

/** Without polynomials whose leading monomial another divides, and each reduced by all others. */
function reduced(basis: readonly Poly[], compare: Compare, budget: Budget): Poly[] {
  const minimal = basis.filter((p, k) =>
    basis.every(
      (q, l) => l === k || !divides(lead(q), lead(p)) || (compare(lead(q), lead(p)) === 0 && l > k),
    ),
  )
  return minimal
    .map(p =>
      monicLike(
        remainder(
          p,
          minimal.filter(q => q !== p),
          compare,
          budget,
        ),
      ),
    )
    .sort((p, q) => compare(lead(p), lead(q)))
    .map(p => primitive(normal([...p])))
}

/** What a basis leaves of a polynomial, up to a factor that is a nonzero number: of content 1, and zero exactly for what is in the ideal. */
export function normalForm(p: Poly, basis: readonly Poly[], order: Order, budget: Budget): Poly {
  const compare = comparing(order)
  const rest = remainder(
    ordered(p, compare),
    basis.map(q => ordered(q, compare)),
    compare,
    budget,
  )
  return primitive(normal([...rest]))
}

/** Whether a polynomial is a sum of multiples of the others, with coefficients that may be fractions. */
export function idealMember(p: Poly, list: readonly Poly[], budget: Budget): boolean {
  if (p.length === 0) return true
  return normalForm(p, groebner(list, 'grevlex', budget), 'grevlex', budget).length === 0
}

/** Whether a polynomial is zero wherever the others all are, complex numbers included: a power of it is in the ideal (Rabinowitsch 1929). */
export function vanishesWith(p: Poly, list: readonly Poly[], budget: Budget): boolean {
  if (p.length === 0) return true
  const fresh = 1 + Math.max(...[p, ...list].flatMap(generatorsOf), 0)
  const inverse = subtract(multiply(p, generator(fresh), budget), constant(1n))
  const basis = groebner([...list, inverse], 'grevlex', budget)
  return basis.length === 1 && basis.every(isConstant)
}
