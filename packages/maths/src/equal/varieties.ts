import { factor } from '../exact/factor.ts'
import { groebner, normalForm, vanishesWith } from '../exact/groebner.ts'
import {
  generator,
  generatorsOf,
  isConstant,
  isZero,
  multiply,
  negate,
  onePoly,
  type Poly,
  rename,
  subtract,
} from '../exact/polynomial.ts'
import { realRoots } from '../exact/real-roots.ts'
import type { Field } from './field.ts'
import type { Settled } from './statements.ts'

/** Common zeros of polynomials, one such set beside another: a formula of nothing but equations. */
type Variety = readonly (readonly Poly[])[]

/** The most alternatives that a formula may fall apart into. */
const mostAlternatives = 24

/**
 * Whether two formulas of equations have the same solutions, complex ones included, or with `real` the same real ones as
 * far as that shows in factors of one variable. Null where something else is asked, or it takes too much.
 */
export function sameVarieties(field: Field, a: Settled, b: Settled, real: boolean): boolean | null {
  const left = varietyOf(field, a, real)
  const right = varietyOf(field, b, real)
  if (left === null || right === null) return null
  const relations = relationsOf(field, [...left, ...right].flat())
  if (liesIn(field, left, right, relations) && liesIn(field, right, left, relations)) return true
  if (!real) return false
  const realLeft = left.flatMap(part => realParts(field, part))
  const realRight = right.flatMap(part => realParts(field, part))
  return liesIn(field, realLeft, realRight, relations) && liesIn(field, realRight, realLeft, relations)
}

/** A part split by what its basis says of one variable alone, without the factors that no real number solves. */
function realParts(field: Field, part: readonly Poly[]): (readonly Poly[])[] {
  const used = [...new Set(part.flatMap(generatorsOf))]
  for (const g of used) {
    const last = new Map([...used.filter(h => h !== g), g].map((h, k) => [h, k]))
    const renamed = part.map(p => rename(p, last))
    const alone = groebner(renamed, 'lex', field.budget).find(p =>
      generatorsOf(p).every(h => h === last.get(g)),
    )
    if (alone === undefined || isConstant(alone)) continue
    const back = rename(alone, new Map([[last.get(g) ?? 0, g]]))
    const kept = factorsOf(field, back, true)
    const all = factorsOf(field, back, false)
    if (kept.length < all.length) return kept.flatMap(p => realParts(field, [...part, p]))
  }
  return [part]
}

function varietyOf(field: Field, f: Settled, real: boolean): Variety | null {
  if (f.kind === 'truth') return f.value ? [[]] : []
  if (f.kind === 'proposition') return null
  if (f.kind === 'atom') return f.relation === '=' ? factorsOf(field, f.value.num, real).map(p => [p]) : null
  let result: Variety = f.kind === 'and' ? [[]] : []
  for (const part of f.parts) {
    const variety = varietyOf(field, part, real)
    if (variety === null) return null
    result =
      f.kind === 'or'
        ? [...result, ...variety]
        : result.flatMap(one => variety.map(other => [...one, ...other]))
    if (result.length > mostAlternatives) return null
  }
  return result
}

/** The factors that can be zero. */
export function factorsOf(field: Field, p: Poly, real: boolean): Poly[] {
  const found = field.budget.attempt(0.3, budget => factor(p, budget).factors.map(([part]) => part)) ?? [p]
  return found.filter(part => !isConstant(part) && !(real && isNeverZero(field, part)))
}

function isNeverZero(field: Field, p: Poly): boolean {
  if (field.isPositive(p) || field.isPositive(negate(p))) return true
  const [g, ...more] = generatorsOf(p)
  if (g === undefined || more.length > 0 || field.at(g).kind !== 'variable') return false
  return realRoots(p, field.budget).length === 0
}

/** What holds between the generators themselves, such as i² = -1. */
export function relationsOf(field: Field, polys: readonly Poly[]): Poly[] {
  const used = new Set(polys.flatMap(generatorsOf))
  return [...used].flatMap(g => {
    const { relation, kind } = field.at(g)
    if (relation) return [subtract(generator(g, relation.degree), relation.value)]
    if (kind === 'unity' && field.demands.unity === 4) return [subtract(generator(g, 2), negate(onePoly))]
    return []
  })
}

/** Whether every part of one lies in the other: a product with a factor from each part of the other vanishes on it. */
function liesIn(field: Field, inner: Variety, outer: Variety, relations: readonly Poly[]): boolean {
  return inner.every(part => {
    const all = [...part, ...relations]
    return vanishes(field, onePoly, outer, all, groebner(all, 'grevlex', field.budget))
  })
}

/** Whether `p` times a factor from each part vanishes with the basis, however these are chosen. */
function vanishes(
  field: Field,
  p: Poly,
  [part, ...more]: Variety,
  all: readonly Poly[],
  basis: readonly Poly[],
): boolean {
  if (part === undefined) return vanishesWith(p, all, field.budget)
  return part.every(other => {
    const product = normalForm(multiply(p, other, field.budget), basis, 'grevlex', field.budget)
    return isZero(product) || vanishes(field, product, more, all, basis)
  })
}
