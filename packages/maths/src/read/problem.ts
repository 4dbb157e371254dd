import type { Expr } from '../tree.ts'

/** What stands in the way of reading a text, or, as a warning, what could have been meant otherwise. */
export interface Problem {
  readonly code: ProblemCode
  /** Where, counted in UTF-16 units of the text as it was typed. */
  readonly at: number
  readonly length: number
  /** What the sentence of the code needs. */
  readonly data: Readonly<Record<string, string>>
}

/** What a reader gives. Warnings tell how something was taken that could have been meant otherwise. */
export type Reading =
  | { readonly ok: true; readonly tree: Expr; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem }

/** Thrown inside a reader only; its door gives the problem back. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Stops reading at a place. */
export function refuse(code: ProblemCode, at: number, length: number, data: Problem['data'] = {}): never {
  throw new SyntaxProblem({ code, at, length, data })
}

/** Stops reading at a piece of the text. */
export function refuseAt(
  code: ProblemCode,
  piece: { readonly at: number; readonly end: number },
  data?: Problem['data'],
): never {
  refuse(code, piece.at, piece.end - piece.at, data)
}

/** The most that a reader takes: deeper or larger trees would make every later step slow, or exhaust its stack. */
export const limits = { depth: 200, nodes: 20_000, characters: 20_000 } as const

/** Refuses a tree that is too deep or too large; goes through it without recursion. */
export function checkTree(tree: Expr, length: number): Expr {
  let level: readonly Expr[] = [tree]
  let count = 0
  for (let depth = 1; level.length > 0; depth++) {
    count += level.length
    if (depth > limits.depth) refuse('tooDeep', 0, length, { most: `${limits.depth}` })
    if (count > limits.nodes) refuse('tooLarge', 0, length, { most: `${limits.nodes}` })
    level = level.flatMap(e => (e.kind === 'op' ? e.args : []))
  }
  return tree
}

/** What can be wrong with a text, or doubtful in it. */
export type ProblemCode =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'tooLarge'
  | 'character'
  | 'missingClose'
  | 'missingOpen'
  | 'wrongClose'
  | 'missingBar'
  | 'missingOperand'
  | 'unfinished'
  | 'missingOperator'
  | 'emptyBrackets'
  | 'comma'
  | 'decimalOrList'
  | 'decimalSigns'
  | 'separator'
  | 'backwards'
  | 'operator'
  | 'unknownSign'
  | 'quote'
  | 'comment'
  | 'apostrophe'
  | 'nameCase'
  | 'argumentMissing'
  | 'argumentCount'
  | 'number'
  | 'statements'
  | 'mixedNumber'
  | 'command'
  | 'unknownFunction'
  | 'thousands'
  | 'numbered'
  | 'interval'
  | 'superscript'
  | 'incomplete'
  | 'ambiguous'
