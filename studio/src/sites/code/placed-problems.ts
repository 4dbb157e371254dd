import type { FileProblem, FileView } from './desk.ts'

/** Something wrong in a file of the site. */
export interface PlacedProblem extends FileProblem {
  path: string
}

/**
 * What is wrong in all files, by path and line: what was said when a file was saved here, which comes first, and what
 * the site as a whole was found to have.
 */
export function problemsIn(
  found: readonly PlacedProblem[],
  views: readonly Pick<FileView, 'path' | 'problems'>[],
): PlacedProblem[] {
  const own = views.flatMap(({ path, problems }) => (problems ?? []).map(problem => ({ path, ...problem })))
  const keyOf = ({ path, line, message }: PlacedProblem) => `${path} ${line} ${message}`
  const all = new Map([...own, ...found].map(problem => [keyOf(problem), problem]))
  return [...all.values()].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
}
