import type { Budget } from '../budget.ts'
import { evaluateBall } from '../evaluate/ball.ts'
import { excludesZero as ballExcludesZero } from '../evaluate/ball-functions.ts'
import { type Complex, evaluate, excludesZero, isKnown } from '../evaluate/complex.ts'
import type { Poly } from '../exact/polynomial.ts'
import { type Rational, ratio } from '../exact/rational.ts'
import { type Expr, variables } from '../tree.ts'
import type { Field } from './field.ts'

/** How many points are tried in doubles before higher precision is asked. */
const points = 12

/** How far from zero the last points are, where bars round x + 1000 show what they do. */
const far = [40, 700, 2e4, 3e7, 5e10]

/** Whether some point shows that a polynomial in kernels is not zero. Never says so of what is zero. */
export function refute(field: Field, p: Poly): boolean {
  const tree = field.polyTree(p)
  const names = variables(tree)
  const signs = field.assume.all === 'positive' ? [1] : [1, -1]
  const tried = names.length === 0 ? 1 : points + 2 * far.length
  for (let k = 0; k < tried; k++) {
    const at = new Map<string, Complex>()
    for (const [j, name] of names.entries()) at.set(name, { re: coordinate(field, name, j, k, signs), im: 0 })
    const value = evaluate(tree, at, field.budget)
    if (isKnown(value) && excludesZero(value)) return true
  }
  return refuteFinely(field, tree, names)
}

/**
 * A coordinate of the k-th point: multiples of the golden ratio spread over a range that grows, so that points fall on
 * no special values and differ per variable.
 */
function coordinate(field: Field, name: string, j: number, k: number, signs: readonly number[]): number {
  const spread = ((j + 1) * 0.754877666 + (k + 1) * 0.569840291) % 1
  const size =
    k >= points ? (0.4 + spread) * (far[(k - points) >> 1] ?? 1) : 0.13 + spread * (k % 3 === 2 ? 6 : 2)
  if (field.assume.integer?.has(name)) return Math.ceil(size * 3)
  const positive = field.assume.positive?.has(name) || signs.length === 1 || k < 3
  return positive || !isBelow(j, k) ? size : -size
}

/** Whether variable j is below zero at point k: all at the fourth point, then in every combination. */
function isBelow(j: number, k: number): boolean {
  if (k >= points) return (j + k) % 2 === 0
  return k === 3 || ((k >> (j % 3)) & 1) === 1
}

/** The same with balls of a few hundred bits, for what doubles can't tell from zero. */
function refuteFinely(field: Field, tree: Expr, names: readonly string[]): boolean {
  for (let k = 0; k < (names.length === 0 ? 1 : 3); k++) {
    const at = new Map<string, Rational>()
    for (const [j, name] of names.entries()) at.set(name, rationalCoordinate(field, name, j, k))
    const refuted = field.budget.attempt(0.2, (budget: Budget) => {
      const ball = evaluateBall(tree, at, names.length === 0 ? 400 : 200, budget)
      return ball !== null && ballExcludesZero(ball)
    })
    if (refuted) return true
  }
  return false
}

function rationalCoordinate(field: Field, name: string, j: number, k: number): Rational {
  const value = coordinate(field, name, j, k * 2, [1, -1])
  return ratio(BigInt(Math.round(value * 997)), 997n)
}
