import { derivative } from '../calculus/derivative.ts'
import { evaluateBall } from '../evaluate/ball.ts'
import { isExactZero } from '../evaluate/real-ball.ts'
import { generator, generatorsOf, type Poly } from '../exact/polynomial.ts'
import { type Rational, ratio, whole } from '../exact/rational.ts'
import { type AlgebraicReal, compareReals, exactly, isExact } from '../exact/real-roots.ts'
import { type Expr, exact, int, substitute, variables } from '../tree.ts'
import type { Equality } from '../verdict.ts'
import { lineOf } from './cells.ts'
import { compare, NotScalar, Undefined } from './compare.ts'
import type { Field } from './field.ts'
import { minus, ofPoly, one, plus, times } from './fraction.ts'
import { hasVariables } from './sign.ts'
import type { Settled } from './statements.ts'

/**
 * Logarithms and arcs of one variable by their slope: what has slope zero and is zero somewhere in every part of the line
 * where it is real and smooth, is zero on all of these. So asin x is atan(x/√(1-x²)), and atan x + atan(1/x) has two values.
 */
export function bySlope(field: Field, p: Poly): Equality | null {
  const tree = field.polyTree(p)
  const [name, ...others] = variables(tree)
  if (name === undefined || others.length > 0 || !generatorsOf(p).some(g => isCurved(field, g))) return null
  const parts = realParts(field, p, name)
  if (parts === null || parts.length === 0) return null
  if (isNothing(field, derivative(tree, name, field.budget)) !== true) return null
  for (const part of parts) {
    const nothing = isNothingIn(field, tree, name, part)
    if (nothing === null) return null
    if (!nothing) return { answer: 'different' }
  }
  return { answer: 'equal' }
}

/** Whether it is a logarithm or an arc of something that changes. */
function isCurved(field: Field, g: number): boolean {
  const { kind, name } = field.at(g)
  return (kind === 'log' || isArc(kind, name)) && hasVariables(field, ofPoly(generator(g)))
}

function isArc(kind: string, name: string | undefined): boolean {
  return kind === 'function' && (name === 'asin' || name === 'atan')
}

/** Whether an expression is zero; null where that can't be told. */
function isNothing(field: Field, e: Expr): boolean | null {
  try {
    const found = field.budget.attempt(0.3, budget => compare(e, int(0), { assume: field.assume, budget }))
    return found === null || found.answer === 'undecided' ? null : found.answer === 'equal'
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotScalar) return null
    throw error
  }
}

/** A part of the line between two places where a root, bar, logarithm or arc begins, ends or turns. */
interface Part {
  readonly low: AlgebraicReal | null
  readonly inside: Rational
  readonly high: AlgebraicReal | null
}

/** Whether it is zero at a place of a part where that can be told; the ends count where it has a value there. */
function isNothingIn(field: Field, tree: Expr, name: string, part: Part): boolean | null {
  let tries = 0
  for (const place of [...plain, ...endsOf(part), part.inside]) {
    if (!isWithin(field, place, part)) continue
    const found = isNothing(field, substitute(tree, name, exact(place)))
    if (found !== null) return found
    if (++tries > 4) return null
  }
  return null
}

const plain: readonly Rational[] = [0n, 1n, -1n, 2n, -2n]
  .map(n => whole(n))
  .concat(ratio(1n, 2n), ratio(-1n, 2n))

function endsOf({ low, high }: Part): Rational[] {
  return [low, high].flatMap(end => (end && isExact(end) ? [end.low] : []))
}

function isWithin(field: Field, place: Rational, { low, high }: Part): boolean {
  const at = exactly(place)
  return (
    (low === null || compareReals(low, at, field.budget) <= 0) &&
    (high === null || compareReals(at, high, field.budget) <= 0)
  )
}

/** The parts of the line where everything is real; null where these are not known. */
function realParts(field: Field, p: Poly, name: string): Part[] | null {
  const variable = field.kernels.findIndex(kernel => kernel.kind === 'variable' && kernel.name === name)
  const turns = turnsOf(field, p)
  const line = variable < 0 || turns === null ? null : lineOf(field, variable, turns)
  if (line === null) return null
  const found: Part[] = []
  for (let k = 0; k < line.places.length; k += 2) {
    const inside = line.places[k]?.low
    const part = { low: line.places[k - 1] ?? null, inside, high: line.places[k + 1] ?? null }
    if (inside !== undefined && isRealAt(field, p, new Map([[name, inside]]))) found.push({ ...part, inside })
  }
  return found
}

function isRealAt(field: Field, p: Poly, at: ReadonlyMap<string, Rational>): boolean {
  return generatorsOf(p).every(g => {
    const { kind, argument, tree } = field.at(g)
    if (argument && ![argument.num, argument.den].every(part => isRealAt(field, part, at))) return false
    if (kind === 'unity' || kind === 'rotation') return false
    const value = kind === 'variable' ? undefined : evaluateBall(tree, at, 120, field.budget)
    return value === undefined || (value !== null && isExactZero(value.im))
  })
}

/** What is zero where a kernel of a polynomial begins, ends or turns; null where it holds what is known to be none of these. */
function turnsOf(field: Field, p: Poly): Settled[] | null {
  const found: Settled[] = []
  for (const g of generatorsOf(p)) {
    const { kind, name, argument } = field.at(g)
    if (kind === 'variable') continue
    if (argument === undefined || !(isArc(kind, name) || smooth.has(kind))) return null
    const inside = [turnsOf(field, argument.num), turnsOf(field, argument.den)]
    if (inside.some(part => part === null)) return null
    found.push({ kind: 'atom', relation: '=', value: argument }, ...inside.flatMap(part => part ?? []))
    if (name !== 'asin') continue
    const value = plus(one, minus(times(argument, argument, field.budget)), field.budget)
    found.push({ kind: 'atom', relation: '=', value: field.settle(value) })
  }
  return found
}

const smooth: ReadonlySet<string> = new Set(['root', 'log', 'abs', 'exponential'])
