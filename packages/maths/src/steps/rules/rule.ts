import type { Expr } from '../../tree.ts'

/**
 * A mistake that people make again and again, as a rewriting that is not allowed. What is said about it stands in
 * words/mistakes.ts, and steps in which it is seen in examples.ts.
 */
export interface Rule {
  readonly name: string
  readonly group: Group
  /** Rewritings in the notation of pattern.ts. */
  readonly make?: readonly string[]
  /** What a rewriting can't say: all that the mistake makes of one node; `whole` is the line that it stands in. */
  readonly also?: (e: Expr, whole: Expr) => readonly Expr[]
  /** How much less likely it is than others that explain the same; 0 where left out. */
  readonly weight?: number
}

/** Where a mistake belongs in the table of them. */
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
