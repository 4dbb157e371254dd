import type { Expr } from '../tree.ts'
import { problemTexts } from '../words/problems.ts'
import type { Reading } from './problem.ts'

/** A tree as calls inside each other, so that a test can say what was read: `+(x, *(2, y))`. */
export function shape(e: Expr): string {
  if (e.kind === 'num') return e.text
  if (e.kind === 'sym') return e.name
  if (e.kind === 'str') return JSON.stringify(e.value)
  return `${e.op}(${e.args.map(shape).join(', ')})`
}

/** What a reader gave: the shape of a tree, or the code and place of a problem (`missingClose@4`). */
export function outcome(result: Reading): string {
  if (result.ok) return shape(result.tree)
  const { code, at } = result.problem
  return code in problemTexts ? `${code}@${at}` : `undescribed ${code}`
}
