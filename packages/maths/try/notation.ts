import { printLatex } from '../src/print/latex.ts'
import { printMaxima } from '../src/print/maxima.ts'
import { printText } from '../src/print/text.ts'
import { readLatex } from '../src/read/latex.ts'
import { readMaxima } from '../src/read/maxima.ts'
import type { Reading } from '../src/read/problem.ts'
import { readText } from '../src/read/text.ts'
import type { Expr } from '../src/tree.ts'

/** How mathematics is typed: as pupils do, as a field writes it, or as authors of other systems do. */
export const notations = ['text', 'latex', 'maxima'] as const
export type Notation = (typeof notations)[number]

/** Reads what was typed, as a check does. */
export function read(typed: string, notation: Notation): Reading {
  if (notation === 'latex') return readLatex(typed)
  return notation === 'maxima' ? readMaxima(typed) : readText(typed)
}

/** Writes a tree in a notation, with words such as `or` in a language. */
export function write(e: Expr, notation: Notation, language: 'nl' | 'en'): string {
  if (notation === 'latex') return printLatex(e, { language })
  return notation === 'maxima' ? printMaxima(e) : printText(e, { language })
}
