import type { Budget } from '../budget.ts'
import { evaluateBall } from '../evaluate/ball.ts'
import type { Ball } from '../evaluate/ball-functions.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import { dyadic, ofDouble } from '../evaluate/real-ball.ts'
import type { Rational } from '../exact/rational.ts'
import { type Expr, isOp, isSym, op, substitute, sym, variables } from '../tree.ts'
import { limit } from './limit.ts'

function isInfinite(e: Expr): boolean {
  return isSym(e, 'inf') || isSym(e, 'minf') || (isOp(e, '-', 1) && isSym(e.args[0], 'inf'))
}

/** The value at a bound, or the limit there. */
export function edge(found: Expr, x: string, at: Expr, side: 'plus' | 'minus', budget: Budget): Expr | null {
  if (!isInfinite(at) && (variables(at).length > 0 || hasValueAt(found, x, at, budget)))
    return substitute(found, x, at)
  const towards = isInfinite(at) ? op('limit', found, sym(x), at) : op('limit', found, sym(x), at, sym(side))
  const reached = limit(towards, budget)
  return reached && !isInfinite(reached) ? reached : null
}

function hasValueAt(found: Expr, x: string, at: Expr, budget: Budget): boolean {
  const place = evaluateBall(at, new Map(), 64, budget)
  if (place === null) return false
  return (
    evaluateBall(found, new Map<string, Ball | Rational>([...ones(found), [x, place]]), 64, budget) !== null
  )
}

function ones(e: Expr): [string, Rational][] {
  return variables(e).map(name => [name, { n: 7n, d: 5n }])
}

/**
 * Whether the antiderivative has an enclosure on pieces that cover the way between two numbers; at finite ends a limit
 * will do, so pieces next to them may be left out once they are short.
 */
export function isContinuous(found: Expr, f: Expr, x: string, from: Expr, to: Expr, budget: Budget): boolean {
  const [a, b] = [numberOf(from, budget), numberOf(to, budget)]
  if (a === null || b === null) return false
  const [low, high] = a < b ? [a, b] : [b, a]
  const others = ones(op('+', found, f))
  const edges = stretches(low, high)
  const pieces = edges.slice(1).map((right, k): [number, number, number] => [edges[k] ?? right, right, 0])
  for (let piece = pieces.pop(); piece; piece = pieces.pop()) {
    const [left, right, depth] = piece
    budget.spend(1000)
    if (hasValue(found, x, left, right, others, budget)) continue
    const atEnd = left === low || right === high
    if (depth > 20 && atEnd) continue
    if (depth > (atEnd ? 20 : 7)) return false
    const middle = (left + right) / 2
    pieces.push([left, middle, depth + 1], [middle, right, depth + 1])
  }
  return true
}

/** Where pieces begin and end: towards infinity each is twice as long as the one before. */
function stretches(low: number, high: number): number[] {
  if (Number.isFinite(low) && Number.isFinite(high)) return [low, high]
  const start = Number.isFinite(low) ? low : Number.isFinite(high) ? high : 0
  const steps = Array.from({ length: 48 }, (_, k) => 2 ** k)
  const before = Number.isFinite(low) ? [] : steps.map(step => start - step).reverse()
  return [...before, start, ...(Number.isFinite(high) ? [] : steps.map(step => start + step))]
}

function hasValue(
  found: Expr,
  x: string,
  left: number,
  right: number,
  others: [string, Rational][],
  budget: Budget,
): boolean {
  const middle = ofDouble((left + right) / 2)
  const half = ofDouble((right - left) / 2)
  const e = Math.min(middle.e, half.e)
  // What the halves were rounded by is added.
  const rounded = (1n << BigInt(middle.e - e)) + (1n << BigInt(half.e - e))
  const re = { m: middle.m << BigInt(middle.e - e), r: (half.m << BigInt(half.e - e)) + rounded, e }
  const at = new Map<string, Ball | Rational>([...others, [x, { re, im: dyadic(0n) }]])
  return evaluateBall(found, at, 64, budget) !== null
}

/** The number that a bound is. */
export function numberOf(e: Expr, budget: Budget): number | null {
  if (isInfinite(e)) return isSym(e, 'inf') ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  const value = evaluate(e, new Map(), budget)
  return isKnown(value) && Math.abs(value.im) <= value.error ? value.re : null
}
