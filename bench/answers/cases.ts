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

/** The tests that the two modes of the LaTeX pairs ask for: the same value, and the same form up to order and spacing. */
const testOfMode = { symbolic: 'AlgEquiv', literal: 'Literal' }

/** The public cases, which are measured with and stand outside the project; null where they are missing. */
export function readCases(): { answers: Case[]; pairs: Case[]; file: string } | { missing: string } {
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
    pairs: latexPairs.map(({ id, mode, target, answer, expected }) => ({
      id,
      test: testOfMode[mode],
      options: '',
      student: answer,
      teacher: target,
      syntax: 'latex',
      expected: expected ? 1 : 0,
    })),
  }
}
