import { compare, NotScalar, Undefined } from '../equal/compare.ts'
import { named } from '../forms/polynomials.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { sortOf } from '../forms/sort.ts'
import { printText } from '../print/text.ts'
import { type Expr, isSym, op } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { Given } from './given.ts'
import { invalid, right, undecided, wrong } from './outcome.ts'

/** What keeps an answer from having the form that was asked. */
export interface Flaw {
  readonly code: string
  readonly data?: Readonly<Record<string, string>>
}

/** The name that stands for a main variable that is an expression, such as `sin(x)`. */
const standIn = 'variable of the form'

/** Right where the answer has the value of the target and nothing is wrong with its form. */
export function verdictOnForm(given: Given, family: string, flawOf: (answer: Expr) => Flaw | null): Verdict {
  const { student, teacher } = given
  if (dividesByZero(student) || dividesByZero(teacher)) return invalid(`${family}.byZero`)
  if (sortOf(student) !== 'expression' || sortOf(teacher) !== 'expression')
    return wrong(`${family}.notExpression`, { answer: printText(student) })
  const equality = equalityOf(given)
  if (equality === 'byZero') return invalid(`${family}.byZero`)
  if (equality === 'different') return wrong(`${family}.notEqual`, { answer: printText(student) })
  const flaw = flawOf(student)
  if (flaw) return wrong(`${family}.${flaw.code}`, flaw.data)
  if (equality === 'undecided') return undecided(`${family}.undecided`)
  return right(`${family}.right`, undefined, equality === 'equal' ? undefined : equality)
}

/** Whether answer and target have the same value; a number is the error bound where that is only probable. */
export function equalityOf(given: Given): 'equal' | 'different' | 'undecided' | 'byZero' | number {
  try {
    const found = compare(given.student, given.teacher, given)
    return found.answer === 'equal' ? (found.errorBits ?? 'equal') : found.answer
  } catch (error) {
    if (error instanceof Undefined) return 'byZero'
    if (error instanceof NotScalar) return 'different'
    throw error
  }
}

/** The main variable as the options name it, null where they name none. An expression such as `sin(x)` gets a name. */
export function mainVariable(options: Expr | null): string | null {
  if (!options || dividesByZero(options) || sortOf(options) !== 'expression' || options.kind === 'num')
    return null
  return isSym(options) ? options.name : standIn
}

/** The answer with the main variable by its name. */
export function inMainVariable(answer: Expr, options: Expr, given: Given): Expr {
  return named(answer, options, standIn, given.budget)
}

/** An expression for a sentence, with the main variable as the author wrote it. */
export function shown(e: Expr, options: Expr): string {
  return printText(isSym(options) ? e : putBack(e, options))
}

function putBack(e: Expr, options: Expr): Expr {
  if (isSym(e, standIn)) return options
  return e.kind === 'op' ? op(e.op, ...e.args.map(arg => putBack(arg, options))) : e
}
