/** What a check found. */
export interface Verdict {
  /** 1 right, 0 wrong, -1 where the answer, the target or the options are not valid for the test. */
  readonly score: 1 | 0 | -1
  readonly reason: Reason
  /** How sure the judgement is. */
  readonly basis: Basis
}

/** Why, for a feedback text: a code from the catalogue in words/, and what its sentence needs, in calculator notation. */
export interface Reason {
  readonly code: string
  readonly data?: Readonly<Record<string, string>>
}

/**
 * `proved` and `refuted` are certain; `probable` is right but for a chance of at most 2^`errorBits`; `undecided` means
 * that neither was found, and then the score is 0 and the reason says why.
 */
export type Basis =
  | { readonly kind: 'proved' | 'refuted' }
  | { readonly kind: 'probable'; readonly errorBits: number }
  | { readonly kind: 'undecided' }

/** What comparing two values found; `undecided` names what stood in the way. */
export type Equality =
  | { readonly answer: 'equal'; readonly errorBits?: number }
  | { readonly answer: 'different' }
  | { readonly answer: 'undecided'; readonly why: 'budget' | 'no-rule' }

/** What may be taken for granted about variables. */
export interface Assumptions {
  /** What holds for every variable; without it a variable is any real number. */
  readonly all?: 'positive' | 'real' | 'complex'
  /** Names that are above zero. */
  readonly positive?: ReadonlySet<string>
  readonly integer?: ReadonlySet<string>
}
