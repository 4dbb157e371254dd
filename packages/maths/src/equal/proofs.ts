import { evaluate, excludesZero, isKnown } from '../evaluate/complex.ts'
import { isZeroConstant } from '../evaluate/separation.ts'
import {
  generator,
  generatorsOf,
  isZero,
  key,
  leadingSign,
  multiply,
  negate,
  type Poly,
} from '../exact/polynomial.ts'
import { type Expr, variables } from '../tree.ts'
import type { Equality } from '../verdict.ts'
import type { Field } from './field.ts'
import { ofPoly } from './fraction.ts'
import { hasVariables } from './sign.ts'

const undecided: Equality = { answer: 'undecided', why: 'no-rule' }

/** Proofs for what seems to be zero at every point but has no normal form that says so. */
export function proveZero(field: Field, p: Poly): Equality {
  return bySeparation(field, p) ?? byNorm(field, p) ?? undecided
}

/** Every coefficient, seen as a polynomial in what has variables, is a constant: each is zero by a separation bound. */
function bySeparation(field: Field, p: Poly): Equality | null {
  for (const constantPart of constantCoefficients(field, p)) {
    const verdict = field.budget.attempt(0.5, budget => isZeroConstant(field.polyTree(constantPart), budget))
    if (verdict !== 'zero') return null
  }
  return { answer: 'equal' }
}

/** The coefficients that hold no variables, one for each product of generators that do. */
function constantCoefficients(field: Field, p: Poly): Poly[] {
  const groups = new Map<string, { c: bigint; m: readonly number[] }[]>()
  const fixed = new Map(generatorsOf(p).map(g => [g, !hasVariables(field, ofPoly(generator(g)))]))
  for (const { c, m } of p) {
    const inside: number[] = []
    const outside: number[] = []
    for (let k = 0; k < m.length; k += 2)
      (fixed.get(m[k] ?? 0) ? inside : outside).push(m[k] ?? 0, m[k + 1] ?? 0)
    const group = groups.get(outside.join()) ?? []
    group.push({ c, m: inside })
    groups.set(outside.join(), group)
  }
  return [...groups.values()]
}

/**
 * The norm over the square roots in it: the product of all that different choices of sign make of it. Where that is zero
 * some factor is, and where all others are seen not to be, it is this one.
 */
function byNorm(field: Field, p: Poly): Equality | null {
  const roots = generatorsOf(p).filter(g => field.at(g).relation !== undefined)
  if (roots.length === 0 || roots.length > 4) return null
  const conjugates = conjugatesOf(field, p, roots)
  if (conjugates === null || !conjugates.slice(1).every(other => isSeenNonzero(field, field.polyTree(other))))
    return null
  const norm = field.budget.attempt(0.5, budget =>
    conjugates.reduce((product, other) => field.reduce(multiply(product, other, budget))),
  )
  return norm && isZero(norm) ? { answer: 'equal' } : null
}

/** What all choices of sign for square roots and absolute values make of it, its own first, each once; null where a root is no square root. */
function conjugatesOf(field: Field, p: Poly, roots: readonly number[]): Poly[] | null {
  let list: Poly[] = [p]
  for (const g of roots) {
    if (field.at(g).relation?.degree !== 2) return null
    list = list.flatMap(q => [q, flipped(q, g)])
  }
  const distinct = new Map<string, Poly>()
  for (const q of list) {
    const name = key(leadingSign(q) < 0 ? negate(q) : q)
    if (!distinct.has(name)) distinct.set(name, q)
  }
  return [...distinct.values()]
}

function flipped(p: Poly, g: number): Poly {
  return p.map(({ c, m }) => ({
    c: m.some((h, k) => k % 2 === 0 && h === g && (m[k + 1] ?? 0) % 2 === 1) ? -c : c,
    m,
  }))
}

function isSeenNonzero(field: Field, tree: Expr): boolean {
  const names = variables(tree)
  for (let k = 0; k < 6; k++) {
    const at = new Map(
      names.map((name, j) => [name, { re: 0.37 + ((j * 0.618 + k * 0.414) % 1) * 2, im: 0 }]),
    )
    const value = evaluate(tree, at, field.budget)
    if (isKnown(value) && excludesZero(value)) return true
  }
  return false
}
