import type { Budget } from '../budget.ts'
import { compare, NotScalar, Undefined } from '../equal/compare.ts'
import { formulaOf } from '../equal/formula.ts'
import { compareFormulas } from '../equal/statements.ts'
import { type Expr, op, rewrite } from '../tree.ts'
import type { Assumptions, Equality } from '../verdict.ts'

/** Whether two expressions are the same for all values of their variables; null where that is not found out. */
export function same(a: Expr, b: Expr, assume: Assumptions, budget: Budget): boolean | null {
  return answerOf(() => compare(a, b, { assume, budget }))
}

/** Whether two statements hold for the same numbers; null where that is not found out. */
export function sameStatement(
  a: Expr,
  b: Expr,
  assume: Assumptions,
  budget: Budget,
  apart: 'or' | 'and' = 'or',
): boolean | null {
  const [left, right] = [a, b].map(e => formulaOf(withWords(e, apart)))
  if (!left || !right) return null
  return answerOf(() => compareFormulas(left, right, { assume, budget, countRoots: false }))
}

function answerOf(find: () => Equality): boolean | null {
  try {
    const { answer, ...how } = find()
    if (answer === 'undecided') return null
    return answer === 'equal' && !('why' in how)
  } catch (error) {
    if (error instanceof NotScalar || error instanceof Undefined) return null
    throw error
  }
}

/** Statements beside each other, joined by the word that they are meant with. */
function withWords(e: Expr, apart: 'or' | 'and'): Expr {
  return rewrite(e, part =>
    part.kind === 'op' && (part.op === 'list' || part.op === 'seq') ? op(apart, ...part.args) : part,
  )
}
