import type { Expr } from '../tree.ts'
import { normalise } from './characters.ts'
import { checkTree, limits, type Problem, type Reading, refuse, SyntaxProblem } from './problem.ts'

/**
 * Runs a reader over a text in known characters, and gives what it found or why it stopped; places are those of the
 * text as it was typed.
 */
export function reading(
  typed: string,
  read: (text: string, warn: (problem: Problem) => void) => Expr,
): Reading {
  const warnings: Problem[] = []
  let origin = (index: number): number => index
  const within = (index: number): number => Math.min(origin(index), typed.length)
  const place = (problem: Problem): Problem => {
    const at = within(problem.at)
    return { ...problem, at, length: Math.max(0, within(problem.at + problem.length) - at) }
  }
  try {
    checkText(typed)
    const normal = normalise(typed)
    checkText(normal.text)
    origin = normal.origin
    const tree = checkTree(
      read(normal.text, problem => warnings.push(place(problem))),
      normal.text.length,
    )
    return { ok: true, tree, warnings }
  } catch (error) {
    if (error instanceof SyntaxProblem) return { ok: false, problem: place(error.problem) }
    if (isOutOfStack(error)) return { ok: false, problem: tooDeep(typed) }
    throw error
  }
}

/** A caller that is deep in its own stack, or a device with a small one, leaves less than the limits suppose. */
function isOutOfStack(error: unknown): boolean {
  return error instanceof Error && /call stack|recursion/i.test(error.message)
}

function tooDeep(typed: string): Problem {
  return { code: 'tooDeep', at: 0, length: typed.length, data: { most: `${limits.depth}` } }
}

function checkText(text: string): void {
  if (text.length > limits.characters)
    refuse('tooLong', limits.characters, text.length - limits.characters, { most: `${limits.characters}` })
  if (text.trim() === '') refuse('empty', 0, 0)
}
