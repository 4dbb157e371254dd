import type { Budget } from '../budget.ts'
import type { Expr } from '../tree.ts'
import type { Assumptions, Verdict } from '../verdict.ts'

/** What an answer test is given: what was read, and for tests of strings and digits what was typed. */
export interface Given {
  readonly student: Expr
  readonly teacher: Expr
  /** The author's options, null where there are none. */
  readonly options: Expr | null
  readonly raw: { readonly student: string; readonly teacher: string; readonly options: string }
  readonly assume: Assumptions
  readonly budget: Budget
}

/** One test: whether the answer is right in the sense of the test, and why. */
export type AnswerTest = (given: Given) => Verdict
