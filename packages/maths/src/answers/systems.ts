import { build } from '../equal/build.ts'
import { inField, NotScalar, Undefined } from '../equal/compare.ts'
import type { Field } from '../equal/field.ts'
import { minus, plus } from '../equal/fraction.ts'
import { relationsOf } from '../equal/varieties.ts'
import { groebner } from '../exact/groebner.ts'
import { equalPoly, type Poly } from '../exact/polynomial.ts'
import { type Expr, isOp } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid, right, wrong } from './outcome.ts'
import { requireValue } from './values.ts'

/** Lists of equations that follow from each other: the same ideal of polynomials. */
export const tests: Readonly<Record<string, AnswerTest>> = { SysEquiv: systems }

function systems(given: Given): Verdict {
  try {
    requireValue(given.student, given)
    requireValue(given.teacher, given)
    return inField(given, field => compareSystems(field, given))
  } catch (error) {
    if (error instanceof Undefined) return invalid('systems.noValue')
    if (error instanceof NotScalar) return wrong('systems.noEquations')
    throw error
  }
}

function compareSystems(field: Field, { student, teacher, budget }: Given): Verdict {
  const wanted = valuesOf(field, teacher)
  const found = valuesOf(field, student)
  if (found === null || wanted === null) return wrong('systems.noEquations')
  const relations = relationsOf(field, [...found, ...wanted])
  const left = groebner([...found, ...relations], 'grevlex', budget)
  const rightBasis = groebner([...wanted, ...relations], 'grevlex', budget)
  return equalBases(left, rightBasis)
    ? right('systems.same')
    : wrong(verdictCode(field, left, found, rightBasis, wanted))
}

/** Each equation as a polynomial that must be zero; null for what is no list of equations. */
function valuesOf(field: Field, e: Expr): Poly[] | null {
  if (!isOp(e, 'list') && !isOp(e, 'set') && !isOp(e, 'and')) return null
  const found: Poly[] = []
  for (const equation of e.args) {
    const [a, b] = isOp(equation, '=', 2) ? equation.args : []
    if (a === undefined || b === undefined) return null
    found.push(field.canonical(plus(build(field, a), minus(build(field, b)), field.budget)).num)
  }
  return found
}

/** Too little, too much, or something else. */
function verdictCode(field: Field, left: Poly[], found: Poly[], right_: Poly[], wanted: Poly[]): string {
  const follows = (p: Poly, basis: readonly Poly[]): boolean =>
    equalBases(groebner([...basis, p], 'grevlex', field.budget), basis)
  if (found.every(p => follows(p, right_))) return 'systems.tooFew'
  return wanted.every(p => follows(p, left)) ? 'systems.tooMany' : 'systems.different'
}

function equalBases(a: readonly Poly[], b: readonly Poly[]): boolean {
  return a.length === b.length && a.every((p, k) => equalPoly(p, b[k] ?? []))
}
