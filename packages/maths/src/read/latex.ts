import { LatexReader, type LatexSettings } from './latex-reader.ts'
import { all } from './latex-statements.ts'
import { latexTokens } from './latex-tokens.ts'
import type { Reading } from './problem.ts'
import { reading } from './reading.ts'

export type { LatexSettings } from './latex-reader.ts'

/** Reads LaTeX, as a field for mathematics gives it and as people type it. */
export function readLatex(text: string, settings: LatexSettings = {}): Reading {
  return reading(text, (normal, warn) => {
    const doubt = (at: number, length: number, taken: string): void =>
      warn({ code: 'ambiguous', at, length, data: { taken } })
    return all(new LatexReader(latexTokens(normal, settings.decimal ?? 'point', doubt), settings, warn))
  })
}
