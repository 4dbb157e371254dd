import type { Basis, Verdict } from '../verdict.ts'

type Data = Readonly<Record<string, string>>

function verdict(score: Verdict['score'], code: string, data: Data | undefined, basis: Basis): Verdict {
  return { score, reason: data ? { code, data } : { code }, basis }
}

/** Right, and certain but for a chance of 2^`errorBits` where that is given. */
export function right(code: string, data?: Data, errorBits?: number): Verdict {
  return verdict(
    1,
    code,
    data,
    errorBits === undefined ? { kind: 'proved' } : { kind: 'probable', errorBits },
  )
}

/** Wrong, and certain. */
export function wrong(code: string, data?: Data): Verdict {
  return verdict(0, code, data, { kind: 'refuted' })
}

/** Neither found right nor wrong: no point, and the reason says why. */
export function undecided(code: string, data?: Data): Verdict {
  return verdict(0, code, data, { kind: 'undecided' })
}

/** The answer, the target or the options are not valid for the test. */
export function invalid(code: string, data?: Data): Verdict {
  return verdict(-1, code, data, { kind: 'refuted' })
}
