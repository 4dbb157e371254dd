import { isZeroConstant } from '../evaluate/separation.ts'
import { compare } from '../exact/rational.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { op, sameTree } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { rangeOf } from './numeric-value.ts'
import { invalid, right, undecided, wrong } from './outcome.ts'

/** Whether the answer is a number above the target, or at least the target. Infinity is no number. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  GT: given => judged(given, false),
  GTE: given => judged(given, true),
}

function judged(given: Given, orEqual: boolean): Verdict {
  const { student, teacher, budget } = given
  if ([student, teacher].some(e => dividesByZero(e, budget))) return invalid('order.divisionByZero')
  const target = rangeOf(teacher, budget)
  if (!target) return wrong('order.targetNotNumber')
  const answer = rangeOf(student, budget)
  if (!answer) return wrong('order.notNumber')
  const order = sameTree(student, teacher) ? 0 : orderOf(given)
  if (order === undefined) return undecided('order.undecided')
  if (order === 0) return orEqual ? right('order.equal') : wrong('order.equal')
  return order > 0 ? right('order.above') : wrong('order.below')
}

const digits = [128, 512, 2048]

/** The order of two numbers: with more digits where they lie close, unless they are proved to be the same. Undefined where that does not end. */
function orderOf({ student, teacher, budget }: Given): number | undefined {
  for (const bits of digits) {
    const answer = rangeOf(student, budget, bits)
    const target = rangeOf(teacher, budget, bits)
    if (!answer || !target) return undefined
    const least = compare(answer.low, target.high)
    const most = compare(answer.high, target.low)
    if (least > 0 || most < 0 || (least === 0 && most === 0)) return least > 0 ? 1 : Math.sign(most)
    if (bits === digits[0] && isZeroConstant(op('+', student, op('-', teacher)), budget) === 'zero') return 0
  }
  return undefined
}
