import { compare } from '../exact/rational.ts'
import { sameTree } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { dividesByZero, rangeOf } from './numeric-value.ts'
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
  if (!target) return invalid('order.targetNotNumber')
  const answer = rangeOf(student, budget)
  if (!answer) return wrong('order.notNumber')
  if (sameTree(student, teacher)) return orEqual ? right('order.equal') : wrong('order.equal')
  const least = compare(answer.low, target.high)
  const most = compare(answer.high, target.low)
  if (least > 0) return right('order.above')
  if (most < 0) return wrong('order.below')
  if (least === 0 && most === 0) return orEqual ? right('order.equal') : wrong('order.equal')
  return undecided('order.undecided')
}
