import { toNumber } from '../exact/rational.ts'
import type { Expr, Op } from '../tree.ts'

/** Where variables get their values. */
export type Point = Readonly<Record<string, number>>

const constantValues: Point = {
  pi: Math.PI,
  e: Math.E,
  inf: Number.POSITIVE_INFINITY,
  minf: Number.NEGATIVE_INFINITY,
}

/** The real value as a double, to look for candidates with; NaN where there is none. It proves nothing. */
export function valueAt(e: Expr, at: Point): number {
  if (e.kind === 'num') return toNumber(e.value)
  if (e.kind === 'sym') return at[e.name] ?? constantValues[e.name] ?? Number.NaN
  if (e.kind === 'str') return Number.NaN
  return ofOperator(e, at)
}

function ofOperator(e: Op, at: Point): number {
  let total: number
  switch (e.op) {
    case '+':
      total = 0
      for (const arg of e.args) total += valueAt(arg, at)
      return total
    case '*':
      total = 1
      for (const arg of e.args) total *= valueAt(arg, at)
      return total
    default: {
      const apply = real[e.op]
      const [a, b] = e.args
      if (!apply || !a) return Number.NaN
      const value = apply(valueAt(a, at), b ? valueAt(b, at) : Number.NaN, e)
      return Number.isFinite(value) ? value : Number.NaN
    }
  }
}

type Apply = (a: number, b: number, e: Op) => number

const real: Readonly<Record<string, Apply>> = {
  '-': a => -a,
  '/': (a, b) => (b === 0 ? Number.NaN : a / b),
  '^': (a, b, e) => raised(a, b, e),
  sqrt: Math.sqrt,
  root: (a, n) => rootOf(a, n),
  abs: Math.abs,
  exp: Math.exp,
  ln: Math.log,
  log: (a, b) => Math.log(a) / Math.log(b),
  sin: Math.sin,
  cos: Math.cos,
  tan: a => (Math.abs(Math.cos(a)) < 1e-14 ? Number.NaN : Math.tan(a)),
  cot: a => 1 / Math.tan(a),
  sec: a => 1 / Math.cos(a),
  csc: a => 1 / Math.sin(a),
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  factorial: a => factorial(a),
  percent: a => a / 100,
  degree: a => (a * Math.PI) / 180,
  mixed: (a, b) => a + b,
}

/** A power of a negative number with an odd root, as `(-8)^(1/3)`, is taken real only for whole exponents: else there is none. */
function raised(a: number, b: number, e: Op): number {
  if (a === 0 && b <= 0) return Number.NaN
  if (e.args[0]?.kind === 'sym' && e.args[0].name === 'e') return Math.exp(b)
  return a ** b
}

function rootOf(a: number, n: number): number {
  return a < 0 && n % 2 !== 0 ? -((-a) ** (1 / n)) : a ** (1 / n)
}

function factorial(a: number): number {
  if (!Number.isInteger(a) || a < 0 || a > 170) return Number.NaN
  let total = 1
  for (let k = 2; k <= a; k += 1) total *= k
  return total
}

/** Whether two doubles are the same but for rounding. */
export function close(a: number, b: number, tolerance = 1e-9): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))
}

/** Values for these variables, the same every time; from the third point on some are below zero. */
export function pointsFor(names: readonly string[], count: number): readonly Point[] {
  const name = `${count} ${names.join(' ')}`
  const known = made.get(name)
  if (known) return known
  const points = Array.from({ length: count }, (_, k) =>
    Object.fromEntries(names.map((v, j) => [v, coordinate(k, j)])),
  )
  if (made.size > 40) made.clear()
  made.set(name, points)
  return points
}

const made = new Map<string, readonly Point[]>()

function coordinate(k: number, j: number): number {
  const part = ((k + 1) * 0.618_033_988_749_895 + (j + 1) * 0.414_213_562_373_095 + 0.1) % 1
  const size = 0.35 + 3.4 * part
  return k >= 2 && (k + j) % 2 === 0 ? -size : size
}
