import { isOp } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import { asVerdict, equivalentAnswers } from './alg-equiv.ts'
import type { AnswerTest, Given } from './given.ts'

/** Equal sets, with what is missing or too much in the reason. */
export const tests: Readonly<Record<string, AnswerTest>> = { Sets: sets }

function sets(given: Given): Verdict {
  const verdict = asVerdict(() => equivalentAnswers(given.student, given.teacher, given))
  if (verdict.score !== 1 || (isOp(given.student, 'set') && isOp(given.teacher, 'set'))) return verdict
  return { score: 0, reason: { code: 'sets.noSet' }, basis: { kind: 'refuted' } }
}
