import { type Expr, isOp, op } from '../tree.ts'
import { minus } from './form.ts'
import { holdsAt } from './recognise.ts'
import { type Point, pointsFor, valueAt } from './value.ts'

/**
 * Whether numbers show that one statement holds where the other does not: a zero between two signs of an equation, or
 * a place inside an inequality. Finding none says nothing.
 */
export function witnessed(a: Expr, b: Expr, names: readonly string[]): boolean {
  return names.some(name => {
    const others = pointsFor(
      names.filter(v => v !== name),
      names.length > 1 ? 4 : 1,
    )
    return others.some(at => fails(a, b, name, at) || fails(b, a, name, at))
  })
}

/** Whether some number that satisfies the first does not satisfy the second. */
function fails(a: Expr, b: Expr, name: string, at: Point): boolean {
  const parts = isOp(a, 'or') ? a.args : [a]
  return parts.some(part => {
    const values = isOp(part, '=', 2) ? zerosOf(part, name, at) : insideOf(part, name, at)
    return values.some(value => !holdsAt(b, { ...at, [name]: value }))
  })
}

const from = -12
const steps = 240
const width = 0.1003

/** Numbers that satisfy an equation, where its sides cross between -12 and 12. */
export function zerosOf(e: Expr, name: string, at: Point): number[] {
  const [left, right] = e.kind === 'op' ? e.args : []
  if (!left || !right) return []
  const difference = op('+', left, minus(right))
  const f = (x: number): number => valueAt(difference, { ...at, [name]: x })
  const found: number[] = []
  for (let k = 0; k < steps; k += 1) {
    const zero = bisected(f, from + k * width, from + (k + 1) * width)
    if (zero !== null && holdsAt(e, { ...at, [name]: zero })) found.push(zero)
  }
  return found
}

/** A zero between two places with different signs, and no pole. */
function bisected(f: (x: number) => number, low: number, high: number): number | null {
  let [a, b] = [low, high]
  const start = f(a)
  if (!Number.isFinite(start) || !(start * f(b) < 0)) return null
  for (let k = 0; k < 60; k += 1) {
    const middle = (a + b) / 2
    if (f(middle) * start > 0) a = middle
    else b = middle
  }
  return Math.abs(f(a)) < 1e-9 ? a : null
}

/** Places where an inequality holds, well away from its ends. */
function insideOf(e: Expr, name: string, at: Point): number[] {
  const holds = (x: number): boolean => holdsAt(e, { ...at, [name]: x })
  return Array.from({ length: steps }, (_, k) => from + k * width).filter(
    x => holds(x) && holds(x - 1e-3) && holds(x + 1e-3),
  )
}
