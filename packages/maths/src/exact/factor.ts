import type { Budget } from '../budget.ts'
import { factorMultivariate } from './factor-multivariate.ts'
import { factorDense, fromDense, rootOf, toDense } from './factor-univariate.ts'
import { contentIn, quotient, squareFree, stepOf, stretch } from './gcd.ts'
import {
  add,
  coefficients,
  comparePoly,
  constant,
  content,
  degree,
  divideExact,
  fromCoefficients,
  generatorsOf,
  isConstant,
  leadingSign,
  multiply,
  type Poly,
  power,
  primitive,
  scale,
  subtract,
  type Term,
} from './polynomial.ts'
import { ratio } from './rational.ts'

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
  const { n, d } = ratio(norm, lead)
  return rootOf(n, prime) !== null && rootOf(d, prime) !== null
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
