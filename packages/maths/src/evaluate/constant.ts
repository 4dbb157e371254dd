import type { Budget } from '../budget.ts'
import {
  bitLength,
  difference,
  isWhole,
  magnitude,
  negative,
  power,
  product,
  quotient,
  type Rational,
  sum,
  whole,
} from '../exact/rational.ts'
import type { Expr } from '../tree.ts'

/**
 * The exact value of a tree of literals with `+ - * / ^`, mixed numbers, percentages and bars; null where it is no such
 * tree, divides by zero, or has more binary digits than asked for. Without a budget these must be few.
 */
export function rationalOf(e: Expr, budget: Budget | null, most = 10_000): Rational | null {
  if (e.kind === 'num') return bitsOf([e.value]) > most ? null : e.value
  if (e.kind !== 'op' || !operators.has(e.op)) return null
  const args: Rational[] = []
  for (const arg of e.args) {
    const value = rationalOf(arg, budget, most)
    if (value === null) return null
    args.push(value)
  }
  const bits = bitsOf(args)
  if (bits > most) return null
  budget?.spend(2 + (bits * bits) / 4096)
  return apply(e.op, args, most)
}

const operators = new Set(['+', '-', '*', '/', '^', 'mixed', 'percent', 'abs'])

function bitsOf(list: readonly Rational[]): number {
  return list.reduce((total, a) => total + bitLength(a.n) + bitLength(a.d), 0)
}

function apply(op: string, args: readonly Rational[], most: number): Rational | null {
  const [a, b] = args
  if (a === undefined) return null
  if (op === '+' || op === 'mixed') return args.reduce(sum)
  if (op === '*') return args.reduce(product)
  if (op === '-') return b === undefined ? negative(a) : difference(a, b)
  if (op === 'percent') return quotient(a, whole(100))
  if (op === 'abs') return magnitude(a)
  if (b === undefined || args.length !== 2) return null
  if (op === '/') return b.n === 0n ? null : quotient(a, b)
  return exactPower(a, b, most)
}

/** A number to a whole power; null where that is no number, or has more binary digits than asked for. */
export function exactPower(a: Rational, b: Rational, most = 10_000): Rational | null {
  if (!isWhole(b) || (a.n === 0n && b.n <= 0n)) return null
  return magnitude(b).n * BigInt(bitsOf([a])) > BigInt(most) ? null : power(a, Number(b.n))
}
