import type { Budget } from '../budget.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { Rewriter } from '../forms/rewriter.ts'
import { sortOf } from '../forms/sort.ts'
import { printText } from '../print/text.ts'
import type { Verdict } from '../verdict.ts'
import { arithmetic, chosenRules } from './assoc-options.ts'
import { equalityOf } from './factored-form.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid, right, wrong } from './outcome.ts'

/** Equal up to the order and grouping of terms and factors; EqualComAssRules also up to rules that the author chooses. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  EqualComAss: given => verdict(given, new Set()),
  EqualComAssRules: given => {
    const choice = chosenRules(given.options)
    if ('rules' in choice) return verdict(given, choice.rules)
    if ('clash' in choice) return invalid('assoc.rulesClash', { rules: choice.clash })
    return choice.unknown === ''
      ? invalid('assoc.noRules')
      : invalid('assoc.unknownRule', { rule: choice.unknown })
  },
}

function verdict(given: Given, rules: ReadonlySet<string>): Verdict {
  const { student, teacher, budget } = given
  if (dividesByZero(student) || dividesByZero(teacher)) return invalid('assoc.byZero')
  if (isSame(given, rules, budget)) return right('assoc.same')
  const why = budget.attempt(0.3, part => difference(given, part)) ?? 'different'
  return wrong(`assoc.${why}`, { answer: printText(student) })
}

function isSame({ student, teacher }: Given, rules: ReadonlySet<string>, budget: Budget): boolean {
  const rewriter = new Rewriter(rules, budget)
  return rewriter.normal(student).key === rewriter.normal(teacher).key
}

/** Whether the answer differs by arithmetic only, by its form only, or by its value. */
function difference(given: Given, budget: Budget): 'arithmetic' | 'otherForm' | 'different' {
  if ([given.student, given.teacher].some(e => sortOf(e) !== 'expression')) return 'different'
  if (equalityOf({ ...given, budget }) !== 'equal') return 'different'
  return isSame(given, arithmetic, budget) ? 'arithmetic' : 'otherForm'
}
