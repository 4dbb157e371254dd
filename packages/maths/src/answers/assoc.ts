import { printText } from '../print/text.ts'
import type { Verdict } from '../verdict.ts'
import { chosenRules } from './assoc-options.ts'
import { Rewriter } from './assoc-rewriter.ts'
import { dividesByZero } from './fractions-by-zero.ts'
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
  if (dividesByZero(given.student) || dividesByZero(given.teacher)) return invalid('assoc.byZero')
  const rewriter = new Rewriter(rules, given.budget)
  const same = rewriter.normal(given.student).key === rewriter.normal(given.teacher).key
  return same ? right('assoc.same') : wrong('assoc.different', { answer: printText(given.student) })
}
