import { fractionParts } from '../forms/lowest-terms.ts'
import { wholeExponent } from '../forms/polynomials.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { printText } from '../print/text.ts'
import { type Expr, isOp } from '../tree.ts'
import type { AnswerTest } from './given.ts'
import { invalid, right, wrong } from './outcome.ts'

/** No brackets left to multiply out, also not inside functions, equations and lists. The target is not looked at. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  Expanded: ({ student, teacher, budget }) => {
    if (dividesByZero(student) || dividesByZero(teacher)) return invalid('expanded.byZero')
    budget.spend(1000)
    const found = unexpanded(student)
    return found ? wrong('expanded.brackets', { part: printText(found) }) : right('expanded.right')
  },
}

/** The innermost part that can still be multiplied out. */
function unexpanded(e: Expr): Expr | null {
  if (e.kind !== 'op') return null
  for (const arg of e.args) {
    const found = unexpanded(arg)
    if (found) return found
  }
  const [a, b] = e.args
  if (e.op === '-') return isSum(a) ? e : null
  if (e.op === '^' && b) return isSum(a) && Math.abs(wholeExponent(b) ?? 0) > 1 ? e : null
  return (e.op === '*' || e.op === '/') && hasBrackets(e) ? e : null
}

/** Whether a sum stands above the line among other factors or over something, or with other factors below it. */
function hasBrackets(e: Expr): boolean {
  const { above, below } = fractionParts(e)
  if (above.some(factor => isSum(unsigned(factor)))) return above.length + below.length > 1
  return below.length > 1 && below.some(factor => isSum(unsigned(factor)))
}

function unsigned(e: Expr | undefined): Expr | undefined {
  return isOp(e, '-') ? unsigned(e.args[0]) : e
}

function isSum(e: Expr | undefined): boolean {
  return isOp(unsigned(e), '+')
}
