import type { Expr } from '../../tree.ts'

/** A mistake that people make again and again, as a rewriting that is not allowed. */
export interface Mistake {
  readonly name: string
  readonly group: Group
  /** Rewritings in the notation of pattern.ts. */
  readonly make?: readonly string[]
  /** What a rewriting can't say: all that the mistake makes of one node; `whole` is the line that it stands in. */
  readonly also?: (e: Expr, whole: Expr) => readonly Expr[]
  /** Lines before and after in which it is recognised, and lines in which it is not: a right step, or another mistake. */
  readonly example: readonly [before: string, after: string]
  readonly nearMiss: readonly [before: string, after: string]
  /** How much less likely it is than others that explain the same; 0 where left out. */
  readonly weight?: number
  /** What went wrong and what holds instead. It never gives the answer. */
  readonly nl: string
  readonly en: string
}

export type Group =
  | 'signs'
  | 'terms'
  | 'moving'
  | 'fractions'
  | 'powers'
  | 'roots'
  | 'logs'
  | 'trig'
  | 'equations'
  | 'inequalities'
  | 'abs'
  | 'derivatives'
  | 'substitution'
  | 'arithmetic'
