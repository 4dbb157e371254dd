import { dividesByZero } from '../forms/rational-value.ts'
import { printText } from '../print/text.ts'
import { type Expr, isDecimal, sameTree } from '../tree.ts'
import type { AnswerTest } from './given.ts'
import { invalid, right, wrong } from './outcome.ts'

/** Written the same, sign for sign: order, brackets and notation of numbers included. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  CasEqual: ({ student, teacher }) => {
    if (dividesByZero(student) || dividesByZero(teacher)) return invalid('casEqual.byZero')
    if (sameTree(student, teacher) && samePoints(student, teacher)) return right('casEqual.same')
    return wrong('casEqual.different', { answer: printText(student) })
  },
}

/** Whether the numbers of two trees of the same shape are both written with a point or both without. */
function samePoints(a: Expr, b: Expr): boolean {
  if (a.kind === 'num') return b.kind === 'num' && isDecimal(a) === isDecimal(b)
  return a.kind !== 'op' || b.kind !== 'op' || a.args.every((arg, k) => samePoints(arg, b.args[k] ?? arg))
}
