import { applyAuthorFunctions, testsOfForm } from '../author/apply.ts'
import { Budget } from '../budget.ts'
import { readMaxima } from '../read/maxima.ts'
import type { Expr } from '../tree.ts'
import type { Given } from './given.ts'

/** Reads what an author writes; throws where it can't be read. */
export function read(text: string): Expr {
  const reading = readMaxima(text)
  if (!reading.ok) throw new Error(`${text}: ${reading.problem.code}`)
  return reading.tree
}

/** What a test is given for an answer, a target and options in an author's notation. */
export function given(student: string, teacher: string, options = '', test = ''): Given {
  const budget = new Budget()
  const tree = (text: string) => applyAuthorFunctions(read(text), budget, testsOfForm.has(test))
  return {
    student: tree(student),
    teacher: tree(teacher),
    options: options === '' ? null : read(options),
    raw: { student, teacher, options },
    assume: {},
    budget,
  }
}
