import { Budget } from '../budget.ts'
import { readMaxima } from '../read/maxima.ts'
import { type Expr, sym } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest } from './given.ts'

/** Asks a test about an answer and a target that are written as authors write. */
export function asked(test: AnswerTest | undefined, student: string, teacher: string, options = ''): Verdict {
  if (!test) throw new Error('there is no such test')
  const raw = { student, teacher, options }
  return test({
    student: tree(student),
    teacher: tree(teacher),
    options: options === '' ? null : tree(options),
    raw,
    assume: {},
    budget: new Budget(),
  })
}

/** What asking gives: the score alone. */
export function scored(test: AnswerTest | undefined, student: string, teacher: string, options = ''): number {
  return asked(test, student, teacher, options).score
}

/** What a text reads as; a name where it is no mathematics. */
export function tree(text: string): Expr {
  const found = readMaxima(text)
  return found.ok ? found.tree : sym('undefined')
}
