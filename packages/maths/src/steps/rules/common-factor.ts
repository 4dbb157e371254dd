import { greatestCommonDivisor } from '../../exact/rational.ts'
import { type Expr, int, isOp, op } from '../../tree.ts'
import { addUp, coefficient, isOne, multiply, neat, term, terms } from '../form.ts'
import { factoredOut } from '../together.ts'

interface Taken {
  readonly bare: readonly Expr[]
  /** The number and the letters that all terms have. */
  readonly number: Expr
  readonly letters: Expr
  readonly factor: Expr
  /** The terms divided by the factor. */
  readonly divided: readonly Expr[]
}

/** A sum with whole numbers taken apart into its common factor and the rest; null where they have none. */
function taken(e: Expr): Taken | null {
  if (!isOp(e, '+')) return null
  const all = terms(e).map(coefficient)
  const shared = all.reduce((g, t) => greatestCommonDivisor(g, t.c.n), 0n)
  const bare = all.map(t => term(t.c, t.rest))
  const out = factoredOut(addUp(bare))
  const letters = isOp(out, '*') ? out.args.slice(0, -1) : []
  if (all.some(t => t.c.d !== 1n) || (shared === 1n && letters.length === 0)) return null
  const factor = multiply([...(shared === 1n ? [] : [int(shared)]), ...letters])
  const divided = bare.map(t => neat(op('/', t, factor)))
  return { bare, number: int(shared), letters: multiply(letters), factor, divided }
}

/** The common factor in front, where one term inside still has the number or the letters of it. */
export function notDivided(e: Expr): Expr[] {
  const found = taken(e)
  if (!found) return []
  const { bare, divided, factor } = found
  const less = [found.letters, found.number, int(1)]
  return bare.flatMap((t, k) =>
    less.map(by => op('*', factor, addUp(divided.map((d, j) => (j === k ? neat(op('/', t, by)) : d))))),
  )
}

/** The common factor in front, where a term that is the whole factor has left nothing. */
export function leavesNothing(e: Expr): Expr[] {
  const found = taken(e)
  const at = found?.divided.findIndex(isOne) ?? -1
  return found && at >= 0 ? [op('*', found.factor, addUp(found.divided.filter((_, k) => k !== at)))] : []
}
