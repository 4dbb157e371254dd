import { type Expr, variables } from '../tree.ts'
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
  /** What is solved for, or differentiated with respect to; where it is left out, x or the only variable. */
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
  return names.includes('x') ? ['x'] : names.slice(0, 1)
}

/** Whether the lines of a task are statements to be solved. */
export function isSolving(task: Task): boolean {
  return task.kind === 'equation' || task.kind === 'inequality' || task.kind === 'system'
}
