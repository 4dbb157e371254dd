import type { Budget } from '../budget.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { type Sort, sortOf } from '../forms/sort.ts'
import type { Expr } from '../tree.ts'
import type { AnswerTest } from './given.ts'
import { invalid, right, wrong } from './outcome.ts'

/** The same sort of object, and so for what lists, sets and matrices hold. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  SameType: ({ student, teacher, budget }) => {
    if (dividesByZero(student) || dividesByZero(teacher)) return invalid('sameType.byZero')
    const found = difference(student, teacher, budget)
    return found
      ? wrong('sameType.different', { answer: found[0], target: found[1] })
      : right('sameType.same')
  },
}

/** The first place where the sorts differ. Of a list as much is looked at as both have; of a set, which sorts occur. */
function difference(a: Expr, b: Expr, budget: Budget): readonly [Sort, Sort] | null {
  budget.spend(10)
  const sorts = [sortOf(a), sortOf(b)] as const
  if (sorts[0] !== sorts[1]) return sorts
  if (a.kind !== 'op' || b.kind !== 'op' || !holds.has(sorts[0])) return null
  if (sorts[0] === 'set') return inSets(a.args, b.args, budget)
  for (const [k, arg] of a.args.entries()) {
    const other = b.args[k]
    const found = other && difference(arg, other, budget)
    if (found) return found
  }
  return null
}

const holds: ReadonlySet<Sort> = new Set<Sort>(['list', 'set', 'tuple', 'matrix'])

function inSets(a: readonly Expr[], b: readonly Expr[], budget: Budget): readonly [Sort, Sort] | null {
  if (a.length === 0 || b.length === 0) return null
  return withoutCounterpart(a, b, budget) ?? reversed(withoutCounterpart(b, a, budget))
}

function withoutCounterpart(
  a: readonly Expr[],
  b: readonly Expr[],
  budget: Budget,
): readonly [Sort, Sort] | null {
  for (const element of a) {
    const found = b.map(other => difference(element, other, budget))
    const [first] = found
    if (first && !found.includes(null)) return first
  }
  return null
}

function reversed(pair: readonly [Sort, Sort] | null): readonly [Sort, Sort] | null {
  return pair && [pair[1], pair[0]]
}
