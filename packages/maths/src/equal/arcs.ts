import { evaluate, isKnown } from '../evaluate/complex.ts'
import { divideByNumber, isConstant, type Poly } from '../exact/polynomial.ts'
import { variables } from '../tree.ts'
import { rotation } from './exponential.ts'
import type { Field } from './field.ts'
import { isNil, minus, ofPoly, one, plus } from './fraction.ts'
import { contentOf } from './parts.ts'

/**
 * Whether a sum of arcs and multiples of π is zero: e^(i·sum) is 1 by the rules for sines of arcs, so that the sum is a
 * multiple of 2π; it changes nowhere by leaps, and is near zero where it is looked at.
 */
export function arcsVanish(field: Field, p: Poly): boolean {
  const sum = divideByNumber(p, contentOf(p) || 1n)
  if (sum.length > 8 || !sum.every(({ m }) => m.length === 2 && m[1] === 1 && isAngle(field, m[0] ?? 0)))
    return false
  const turned = field.canonical(rotation(field, ofPoly(sum)))
  return isNil(field.settle(plus(turned, minus(one), field.budget))) && isSmall(field, sum)
}

/** Whether a generator is π, or an arc of something that has no poles. */
function isAngle(field: Field, g: number): boolean {
  const { kind, name, argument } = field.at(g)
  if (kind === 'variable') return name === 'pi'
  if (kind !== 'function' || (name !== 'asin' && name !== 'atan') || argument === undefined) return false
  return isConstant(argument.den) || field.isPositive(argument.den)
}

const looks = [0.31, -0.31, 0.83, -0.83, 0.05, -0.97, 2.3, -2.3, 17, -17]

/** Whether the sum is below 1 in size wherever it is real of these points, and real at some. */
function isSmall(field: Field, p: Poly): boolean {
  const tree = field.polyTree(p)
  const names = variables(tree)
  let seen = 0
  for (const [k, first] of looks.entries()) {
    const at = new Map(
      names.map((name, j) => [name, { re: j === 0 ? first : (looks[(k * 3 + j) % 8] ?? 1), im: 0 }] as const),
    )
    const value = evaluate(tree, at, field.budget)
    if (!isKnown(value) || value.axis !== 'real') continue
    if (Math.abs(value.re) + value.error > 1) return false
    seen++
  }
  return seen > 0
}
