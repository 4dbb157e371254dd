import { simplify } from '../author/simplify.ts'
import type { Budget } from '../budget.ts'
import { Undefined } from '../equal/compare.ts'
import { printText } from '../print/text.ts'
import { type Expr, isOp } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid, right, wrong } from './outcome.ts'
import { requireValue } from './values.ts'

/**
 * The same elements once each is simplified, with what is missing or too much in the reason. Powers and products are not
 * multiplied out: an author who wants that compares by AlgEquiv.
 */
export const tests: Readonly<Record<string, AnswerTest>> = { Sets: sets }

function sets(given: Given): Verdict {
  try {
    requireValue(given.student, given)
    requireValue(given.teacher, given)
  } catch (error) {
    if (error instanceof Undefined) return invalid('algEquiv.noValue')
    throw error
  }
  const found = elementsOf(given.student, given.budget)
  const wanted = elementsOf(given.teacher, given.budget)
  if (found === null || wanted === null) return wrong('sets.noSet')
  const extra = [...found].filter(element => !wanted.has(element))
  const missing = [...wanted].filter(element => !found.has(element))
  if (extra.length > 0)
    return wrong('sets.tooMany', { elements: extra.join('; '), count: `${missing.length}` })
  if (missing.length > 0) return wrong('sets.tooFew', { count: `${missing.length}` })
  return right('sets.same')
}

function elementsOf(e: Expr, budget: Budget): Set<string> | null {
  return isOp(e, 'set') ? new Set(e.args.map(element => printText(simplify(element, budget)))) : null
}
