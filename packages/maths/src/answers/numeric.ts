import type { Budget } from '../budget.ts'
import { compare, fromLiteral, magnitude, type Rational, whole } from '../exact/rational.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { type Expr, isOp, sameTree } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { isWithin, type Range, rangeOf, scaled } from './numeric-value.ts'
import { invalid, right, undecided, wrong } from './outcome.ts'

/** Whether one number is close enough to another; undefined where that could not be found out. */
type Close = (student: Range, teacher: Range) => boolean | undefined

const usualTolerance = fromLiteral('0.05') ?? whole(0)

/** Numbers, or lists and sets of numbers, that lie within a tolerance: a share of the target, or a distance. The bound itself is within. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  NumRelative: given =>
    judged(
      given,
      tolerance => (student, teacher) => isWithin(student, teacher, relative(tolerance, teacher)),
    ),
  NumAbsolute: given =>
    judged(given, tolerance => (student, teacher) => isWithin(student, teacher, tolerance)),
}

/** A share of the size of a number. */
export function relative(share: Range, of: Range): Range {
  const ends = [magnitude(of.low), magnitude(of.high)].sort(compare)
  const crosses = of.low.n < 0n !== of.high.n < 0n
  const least = crosses ? whole(0) : (ends[0] ?? of.low)
  return { low: scaled(share, least).low, high: scaled(share, ends[1] ?? of.high).high }
}

function judged(given: Given, close: (tolerance: Range) => Close): Verdict {
  if ([given.student, given.teacher].some(e => dividesByZero(e, given.budget)))
    return invalid('numeric.divisionByZero')
  if (isUnreadable(given)) return wrong('numeric.tolerance', { options: given.raw.options })
  const tolerance = toleranceOf(given.options, given.budget)
  if (!tolerance) return invalid('numeric.tolerance', { options: given.raw.options })
  return compared(given.student, given.teacher, close(tolerance), given.budget)
}

/** Whether there are options that could not be read as mathematics. */
export function isUnreadable(given: Given): boolean {
  return given.options === null && given.raw.options.trim() !== ''
}

/** The author's tolerance: a number that isn't below zero; 0.05 where there is none, null where it is not valid. */
export function toleranceOf(options: Expr | null, budget: Budget): Range | null {
  if (options === null) return { low: usualTolerance, high: usualTolerance }
  if (dividesByZero(options, budget)) return null
  const found = rangeOf(options, budget)
  return found && found.low.n >= 0n ? found : null
}

const collections = new Set(['list', 'set', 'tuple', 'matrix'])

function compared(student: Expr, teacher: Expr, close: Close, budget: Budget): Verdict {
  if (teacher.kind === 'op' && collections.has(teacher.op))
    return comparedEach(student, teacher, close, budget)
  const target = rangeOf(teacher, budget)
  if (!target) return invalid('numeric.targetNotNumber')
  const answer = rangeOf(student, budget)
  if (!answer) return wrong('numeric.notNumber')
  const found = sameTree(student, teacher) ? true : close(answer, target)
  if (found === undefined) return undecided('numeric.undecided')
  return found ? right('numeric.within') : wrong('numeric.outside')
}

function comparedEach(
  student: Expr,
  teacher: Extract<Expr, { kind: 'op' }>,
  close: Close,
  budget: Budget,
): Verdict {
  if (!isOp(student, teacher.op)) return wrong('numeric.otherKind')
  const [answers, targets] =
    teacher.op === 'set'
      ? [ordered(student.args, budget), ordered(teacher.args, budget)]
      : [student.args, teacher.args]
  if (!targets) return invalid('numeric.targetNotNumber')
  if (!answers) return wrong('numeric.notNumber')
  if (answers.length !== targets.length)
    return wrong('numeric.count', { found: `${answers.length}`, asked: `${targets.length}` })
  let worst = right('numeric.within')
  for (const [k, target] of targets.entries()) {
    const found = compared(answers[k] ?? target, target, close, budget)
    if (found.score < 0) return found
    if (found.score === 0 && worst.score === 1) worst = found
  }
  return worst
}

/** Members of a set from low to high, equal ones once; null where one is no number. Close pairs of two sets stand in the same order. */
function ordered(members: readonly Expr[], budget: Budget): readonly Expr[] | null {
  const found: { e: Expr; at: Rational }[] = []
  for (const e of members) {
    const range = rangeOf(e, budget)
    if (!range) return null
    found.push({ e, at: range.low })
  }
  budget.spend(found.length * 20)
  found.sort((a, b) => compare(a.at, b.at))
  return found
    .filter((member, k) => k === 0 || compare(member.at, found[k - 1]?.at ?? member.at) !== 0)
    .map(member => member.e)
}
