import type { Verdict } from '../verdict.ts'

type Data = Readonly<Record<string, string>>

/** Right, and certain. */
export function right(code: string, data?: Data): Verdict {
  return { score: 1, reason: data ? { code, data } : { code }, basis: { kind: 'proved' } }
}

/** Wrong, and certain. */
export function wrong(code: string, data?: Data): Verdict {
  return { score: 0, reason: data ? { code, data } : { code }, basis: { kind: 'refuted' } }
}

/** Neither found right nor wrong: no point, and the reason says why. */
export function undecided(code: string, data?: Data): Verdict {
  return { score: 0, reason: data ? { code, data } : { code }, basis: { kind: 'undecided' } }
}

/** The answer, the target or the options are not valid for the test. */
export function invalid(code: string, data?: Data): Verdict {
  return { score: -1, reason: data ? { code, data } : { code }, basis: { kind: 'refuted' } }
}
