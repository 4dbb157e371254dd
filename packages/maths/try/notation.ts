import type { PupilSettings } from '../src/index.ts'
import { printLatex } from '../src/print/latex.ts'
import { printMaxima } from '../src/print/maxima.ts'
import { printText } from '../src/print/text.ts'
import { readLatex } from '../src/read/latex.ts'
import { readMaxima } from '../src/read/maxima.ts'
import type { Reading } from '../src/read/problem.ts'
import { readText } from '../src/read/text.ts'
import type { Expr } from '../src/tree.ts'
import type { State } from './address.ts'

/** How mathematics is typed: as pupils do, as a field writes it, or as authors of other systems do. */
export const notations = ['text', 'latex', 'maxima'] as const
export type Notation = (typeof notations)[number]

/** A notation, with what differs in it between countries and schools. */
export interface Manner {
  notation: Notation
  decimal: 'point' | 'comma'
  letters: 'single' | 'words'
  /** Whether names of units stay whole. */
  units: boolean
  /** Of words such as `or`. */
  language: 'nl' | 'en'
}

/** The manner that the address of a page asks for; in Dutch decimals have a comma. */
export function mannerOf({ as, d, w }: State, language: 'nl' | 'en', units = false): Manner {
  const usual = language === 'nl' ? 'comma' : 'point'
  return {
    notation: notations.find(name => name === as) ?? 'text',
    decimal: d === 'comma' || d === 'point' ? d : usual,
    letters: w === 'words' ? 'words' : 'single',
    units,
    language,
  }
}

/** What a check is told of a manner. */
export function settingsOf({ decimal, letters }: Manner): PupilSettings {
  return { decimal, letters }
}

/** Reads what was typed, as a check does. */
export function read(typed: string, manner: Manner): Reading {
  const settings = { ...settingsOf(manner), units: manner.units }
  if (manner.notation === 'latex') return readLatex(typed, settings)
  return manner.notation === 'maxima' ? readMaxima(typed) : readText(typed, settings)
}

/** Writes a tree. */
export function write(e: Expr, { notation, decimal, language }: Manner): string {
  if (notation === 'latex') return printLatex(e, { decimal, language })
  return notation === 'maxima' ? printMaxima(e) : printText(e, { decimal, language })
}
