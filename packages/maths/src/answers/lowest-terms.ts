import { flaw } from '../forms/lowest-terms.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import type { AnswerTest } from './given.ts'
import { invalid, right, wrong } from './outcome.ts'

/** Every fraction of numbers reduced, and no roots, imaginary numbers or minus signs before a number below a line. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  LowestTerms: ({ student, teacher, budget }) => {
    if (dividesByZero(student) || dividesByZero(teacher)) return invalid('lowestTerms.byZero')
    budget.spend(1000)
    const found = flaw(student)
    return found ? wrong(`lowestTerms.${found.code}`, found.data) : right('lowestTerms.reduced')
  },
}
