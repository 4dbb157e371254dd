import { compare, NotScalar, Undefined } from '../equal/compare.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import { leastCommonMultiple, quotient, type Rational, ratio } from '../exact/rational.ts'
import { type Expr, exact, int, isOp, isSym, op, substitute, sym, variables } from '../tree.ts'
import type { Given } from './given.ts'

/** Names that stand for any whole number in `x = π/6 + k·2π`. */
const counters: ReadonlySet<string> = new Set(['k', 'n', 'm', 'l'])

/** The numbers `offset + k·turns·π` for whole k. */
interface Family {
  readonly offset: Expr
  readonly turns: Rational
}

/**
 * Whether two statements give the same solutions that return every so many π, however these are counted: every half turn
 * from π/2 is every turn from π/2 and from 3π/2. False too for statements of any other kind.
 */
export function samePeriodic(a: Expr, b: Expr, given: Given): boolean {
  const left = familiesOf(a, given)
  const right = left && familiesOf(b, given)
  if (!left || !right || left.name !== right.name) return false
  const period = [...left.families, ...right.families].map(({ turns }) => turns).reduce(leastCommon)
  const first = residues(left.families, period)
  const second = residues(right.families, period)
  if (first === null || second === null) return false
  const within = (these: readonly Expr[], those: readonly Expr[]): boolean =>
    these.every(one => those.some(other => isApartByPeriods(one, other, period, given)))
  return within(first, second) && within(second, first)
}

function familiesOf(e: Expr, given: Given): { name: string; families: Family[] } | null {
  const families: Family[] = []
  let found: string | undefined
  for (const part of isOp(e, 'or') ? e.args : [e]) {
    const [name, value] = isOp(part, '=', 2) ? part.args : []
    const family = value && isSym(name) && !counters.has(name.name) ? familyOf(value, given) : null
    if (!isSym(name) || family === null || (found !== undefined && found !== name.name)) return null
    found = name.name
    families.push(family)
  }
  return found === undefined ? null : { name: found, families }
}

function familyOf(value: Expr, given: Given): Family | null {
  const [counter, ...more] = variables(value)
  if (counter === undefined || more.length > 0 || !counters.has(counter)) return null
  const at = (k: number): Expr => substitute(value, counter, int(k))
  const step = op('+', at(1), op('-', at(0)))
  const turns = turnsOf(step, given)
  if (turns === null || !isSame(op('+', at(2), op('-', at(1))), step, given)) return null
  return { offset: at(0), turns }
}

/** How many π a fixed number is, above zero; null where it is no fraction of these that school meets. */
function turnsOf(step: Expr, given: Given): Rational | null {
  const near = evaluate(step, new Map(), given.budget)
  if (!isKnown(near) || near.axis !== 'real') return null
  const size = Math.abs(near.re) / Math.PI
  const below = [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 180].find(
    n => isNearWhole(size * n) && Math.round(size * n) > 0,
  )
  if (below === undefined || size > 1000) return null
  const turns = ratio(BigInt(Math.round(size * below)), BigInt(below))
  const exactly = times(near.re < 0 ? { n: -turns.n, d: turns.d } : turns)
  return isSame(step, exactly, given) ? turns : null
}

function times(turns: Rational): Expr {
  return op('*', exact(turns), sym('pi'))
}

function isNearWhole(x: number): boolean {
  return Math.abs(x - Math.round(x)) < 1e-9
}

function leastCommon(a: Rational, b: Rational): Rational {
  return ratio(leastCommonMultiple(a.n * b.d, b.n * a.d), a.d * b.d)
}

/** Every member of the families within one period; null where these are too many. */
function residues(families: readonly Family[], period: Rational): Expr[] | null {
  const found: Expr[] = []
  for (const { offset, turns } of families) {
    const count = Number(quotient(period, turns).n)
    if (found.length + count > 48) return null
    for (let k = 0; k < count; k++) found.push(op('+', offset, times({ n: turns.n * BigInt(k), d: turns.d })))
  }
  return found
}

function isApartByPeriods(a: Expr, b: Expr, period: Rational, given: Given): boolean {
  const [left, right] = [a, b].map(e => evaluate(e, new Map(), given.budget).re)
  const apart = ((left ?? 0) - (right ?? 0)) / ((Math.PI * Number(period.n)) / Number(period.d))
  if (!isNearWhole(apart)) return false
  const whole = BigInt(Math.round(apart))
  return isSame(a, op('+', b, times({ n: period.n * whole, d: period.d })), given)
}

function isSame(a: Expr, b: Expr, given: Given): boolean {
  try {
    return compare(a, b, given).answer === 'equal'
  } catch (error) {
    if (error instanceof NotScalar || error instanceof Undefined) return false
    throw error
  }
}
