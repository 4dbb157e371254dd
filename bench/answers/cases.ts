import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A question whose answer was judged by others. */
export interface Case {
  id: string
  test: string
  options: string
  student: string
  teacher: string
  syntax: 'maxima' | 'latex'
  /** 1 right, 0 wrong, -1 what a checker must refuse. */
  expected: 1 | 0 | -1
  /** Why the judgement is no measure: what is marked so counts for nothing but is shown. */
  quirk?: string
}

interface Source {
  cases: {
    id: string
    test: string
    options: string
    student: string
    teacher: string
    expected: number
    quirk?: string
  }[]
  latexPairs: {
    id: string
    mode: 'literal' | 'symbolic'
    target: string
    answer: string
    expected: boolean
  }[]
}

/**
 * The tests that the two modes of the LaTeX pairs ask for, the same value and the same form up to order and spacing: our
 * own for LaTeX, and the nearest of the others.
 */
const testsOfMode = {
  own: { symbolic: 'Symbolic', literal: 'Literal' },
  others: { symbolic: 'Symbolic', literal: 'EqualComAss' },
}

/** All that is measured with. */
export interface Cases {
  answers: Case[]
  /** The LaTeX pairs, asked by our own tests for LaTeX. */
  pairs: Case[]
  /** The same pairs, asked by the nearest of the other tests. */
  pairsOtherwise: Case[]
  file: string
}

/** The public cases, which are measured with and stand outside the project; null where they are missing. */
export function readCases(): Cases | { missing: string } {
  const folder = resolve(process.env.HELDER_SHARED ?? '../shared')
  const file = join(folder, 'learning-cases.dev.json')
  if (!existsSync(file)) return { missing: file }
  const { cases, latexPairs }: Source = JSON.parse(readFileSync(file, 'utf8'))
  return {
    file,
    answers: cases.map(({ expected, ...rest }) => ({
      ...rest,
      syntax: 'maxima',
      // -2 and -3 are failures that the source knows of; they are marked as quirks.
      expected: expected === 1 ? 1 : expected === -1 ? -1 : 0,
    })),
    pairs: latexPairs.map(pair => asCase(pair, testsOfMode.own)),
    pairsOtherwise: latexPairs.map(pair => asCase(pair, testsOfMode.others)),
  }
}

function asCase(
  { id, mode, target, answer, expected }: Source['latexPairs'][number],
  tests: (typeof testsOfMode)['own'],
): Case {
  return {
    id,
    test: tests[mode],
    options: '',
    student: answer,
    teacher: target,
    syntax: 'latex',
    expected: expected ? 1 : 0,
  }
}
