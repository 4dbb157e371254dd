import type { Budget } from '../budget.ts'
import { evaluateBall } from '../evaluate/ball.ts'
import { excludesZero as ballExcludesZero } from '../evaluate/ball-functions.ts'
import { type Approximate, type Complex, evaluate, excludesZero, isKnown } from '../evaluate/complex.ts'
import { type Rational, ratio } from '../exact/rational.ts'
import { type Expr, isOp, isSym, nodes, op, rewrite, some, variables } from '../tree.ts'
import type { Assumptions } from '../verdict.ts'

/** How many points are tried. */
const points = 14

/** How far from zero the last points are, where bars round x + 1000 show what they do. */
const far = [40, 700, 2e4, 3e7, 5e10]

/** Rational functions alone have a normal form that needs no witness. */
const rational: ReadonlySet<string> = new Set(['+', '-', '*', '/', 'mixed', 'percent', 'seq'])

/** What the evaluator takes for an unknown function, or gives no value, while the normal form knows it. */
const unheard: ReadonlySet<string> = new Set(['dot', 'noun', 'diff', 'integrate', 'limit', 'seq', 'pm'])

/** Whether values at points can add something to what the normal forms of two trees say. */
export function mayTestify(a: Expr, b: Expr): boolean {
  return (
    [a, b].some(e => some(e, isIrrational)) &&
    ![a, b].some(e => some(e, node => (node.kind === 'op' && unheard.has(node.op)) || isSym(node, 'inf')))
  )
}

function isIrrational(e: Expr): boolean {
  if (e.kind !== 'op' || rational.has(e.op)) return false
  return !(isOp(e, '^', 2) && e.args[1]?.kind === 'num' && e.args[1].value.d === 1n)
}

/**
 * Whether two trees have different real values at some point where every step of either is a real number. What is taken
 * for the same by convention, such as √(1/x) and 1/√x, may differ where a step is no real number, and nowhere else.
 */
export function differForReals(a: Expr, b: Expr, assume: Assumptions, budget: Budget): boolean {
  const doubtful = [...doubtfulSteps(a), ...doubtfulSteps(b)]
  for (const at of pointsFor(a, b, assume)) {
    const left = evaluate(a, at, budget)
    const right = isReal(left) ? evaluate(b, at, budget) : left
    if (!isReal(left) || !isReal(right) || !isApart(left, right)) continue
    if (doubtful.every(step => isReal(evaluate(step, at, budget)))) return true
  }
  return false
}

/**
 * Whether two trees have the same value at every point where both have one, in doubles and to 200 bits; false too where
 * there are too few such points to say so.
 */
export function agreeEverywhere(a: Expr, b: Expr, assume: Assumptions, budget: Budget): boolean {
  if (agree(a, b, assume, budget)) return true
  const [left, right] = [rewrite(a, rootOfSchool), rewrite(b, rootOfSchool)]
  return (left !== a || right !== b) && agree(left, right, assume, budget)
}

/** x^(2/3) as the square of the cube root that school knows of a number below zero. */
function rootOfSchool(e: Expr): Expr {
  const [u, n] = isOp(e, '^', 2) ? e.args : []
  const [p, q] = isOp(n, '/', 2) ? n.args : []
  if (u === undefined || p?.kind !== 'num' || q?.kind !== 'num') return e
  return q.value.d === 1n && q.value.n % 2n === 1n ? op('^', op('root', u, q), p) : e
}

function agree(a: Expr, b: Expr, assume: Assumptions, budget: Budget): boolean {
  let known = 0
  const tried = pointsFor(a, b, assume)
  const steps = [doubtfulSteps(a), doubtfulSteps(b)]
  // Where neither side is calculated with real numbers alone, it says nothing about real numbers.
  const counts = (at: Point): boolean =>
    at.size === 0 || steps.some(list => list.every(step => isReal(evaluate(step, at, budget))))
  for (const at of tried) {
    const left = evaluate(a, at, budget)
    const right = isKnown(left) ? evaluate(b, at, budget) : left
    if (!isKnown(left) || !isKnown(right)) continue
    const apart = isApart(left, right)
    if (apart && counts(at)) return false
    if (!apart) known++
  }
  return known > points / 3 && !differFinely(a, b, tried.filter(counts), budget)
}

function differFinely(a: Expr, b: Expr, tried: readonly Point[], budget: Budget): boolean {
  const apart = op('+', a, op('-', b))
  return tried.slice(0, 3).some(at => {
    const exactly = new Map([...at].map(([name, { re }]) => [name, near(re)] as const))
    const differs = budget.attempt(0.1, part => {
      const ball = evaluateBall(apart, exactly, 200, part)
      return ball !== null && ballExcludesZero(ball)
    })
    return differs ?? false
  })
}

function near(x: number): Rational {
  return ratio(BigInt(Math.round(x * 1024)), 1024n)
}

function isReal(a: Approximate): boolean {
  return isKnown(a) && a.axis === 'real'
}

function isApart(a: Approximate, b: Approximate): boolean {
  const re = a.re - b.re
  const im = a.im - b.im
  const error = (a.error + b.error) * 2 + (Math.abs(a.re) + Math.abs(b.re)) * 2 ** -50
  return excludesZero({ re, im, error, axis: 'none' })
}

/** The steps that need not be real for real numbers. */
function doubtfulSteps(e: Expr): Expr[] {
  return [...nodes(e)].filter(node => node.kind === 'op' && partial.has(node.op) && isIrrational(node))
}

const partial: ReadonlySet<string> = new Set(
  '^ sqrt root ln log asin acos asec acsc acosh atanh acoth asech'.split(' '),
)

type Point = ReadonlyMap<string, Complex>

/**
 * Points whose coordinates are multiples of the golden ratio's kin in a range that grows, of all signs. Where factorials
 * are asked for, all are above zero, since below it they mean nothing in school.
 */
function pointsFor(a: Expr, b: Expr, assume: Assumptions): Point[] {
  const both = op('list', a, b)
  const names = variables(both)
  const counting = some(
    both,
    node => isOp(node, 'factorial') || isOp(node, 'binomial') || isOp(node, 'gamma'),
  )
  const onlyPositive = counting || assume.all === 'positive'
  const made: Point[] = []
  for (let k = 0; k < (names.length === 0 ? 1 : points + 2 * far.length); k++)
    made.push(
      new Map(
        names.map((name, j) => {
          const above = onlyPositive || assume.positive?.has(name) || isAbove(j, k)
          const size = sizeOf(j, k)
          const whole = assume.integer?.has(name) ? Math.ceil(size * 3) : size
          return [name, { re: above ? whole : -whole, im: 0 }] as const
        }),
      ),
    )
  return made
}

/** All above zero, all below it, and both by turns. */
function isAbove(j: number, k: number): boolean {
  if (k >= points) return (k + j) % 2 === 0
  return k % 4 === 0 || (k % 4 > 1 && (j + k) % 2 === 0)
}

function sizeOf(j: number, k: number): number {
  const spread = ((j + 1) * 0.754877666 + (k + 1) * 0.569840291) % 1
  if (k >= points) return Math.round((0.4 + spread) * (far[(k - points) >> 1] ?? 1))
  const range = [1, 2, 2, 6, 12][k % 5] ?? 2
  return Math.round((0.13 + spread * range) * 1024) / 1024
}
