import { type Expr, isOp, isSym, variables } from '../tree.ts'
import type { Assumptions } from '../verdict.ts'

/** What is asked of a solution that is written line by line. */
export interface Task {
  readonly kind:
    | 'equation'
    | 'inequality'
    | 'system'
    | 'simplify'
    | 'expand'
    | 'factor'
    | 'completeSquare'
    | 'differentiate'
    | 'substitute'
  /** What is solved for, or differentiated with respect to; where it is left out, x, the only variable, or the one that the last line has by itself. */
  readonly unknowns?: readonly string[]
  /** What is filled in for names, in a task to substitute. */
  readonly values?: Readonly<Record<string, Expr>>
  /** How a quadratic equation is to be solved, for hints. */
  readonly method?: 'factors' | 'square' | 'formula'
  /** Whether a solution may end with rounded values, after ≈. */
  readonly rounded?: boolean
  readonly assume?: Assumptions
}

/** The names that a task is about. */
export function unknownsOf(task: Task, lines: readonly Expr[]): readonly string[] {
  if (task.unknowns && task.unknowns.length > 0) return task.unknowns
  const names = lines[0]
    ? variables(lines[0]).filter(name => !/^[a-z]_?\d+$/.test(name) || task.kind === 'system')
    : []
  if (task.kind === 'system') return names
  if (names.length === 1) return names
  const freed = names.find(name => freedIn(lines.at(-1), name))
  return names.includes('x') ? ['x'] : freed === undefined ? names.slice(0, 1) : [freed]
}

/** Whether a line has a name by itself on the left, and nowhere else. */
function freedIn(line: Expr | undefined, name: string): boolean {
  const [left, right] = isOp(line, '=', 2) ? line.args : []
  return isSym(left, name) && right !== undefined && !variables(right).includes(name)
}

/** Whether the lines of a task are statements to be solved. */
export function isSolving(task: Task): boolean {
  return task.kind === 'equation' || task.kind === 'inequality' || task.kind === 'system'
}
