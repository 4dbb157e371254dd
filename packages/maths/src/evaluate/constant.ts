import type { Budget } from '../budget.ts'
import {
  bitLength,
  difference,
  negative,
  power,
  product,
  quotient,
  type Rational,
  sum,
} from '../exact/rational.ts'
import type { Expr } from '../tree.ts'

/** The exact value of a tree of literals with `+ - * / ^`; null where it is no such tree, divides by zero, or has over 10,000 bits. */
export function rationalOf(e: Expr, budget: Budget): Rational | null {
  if (e.kind === 'num') return e.value
  if (e.kind !== 'op' || !operators.has(e.op)) return null
  const args: Rational[] = []
  for (const arg of e.args) {
    const value = rationalOf(arg, budget)
    if (value === null) return null
    args.push(value)
  }
  return args.length === 0 ? null : apply(e.op, args, budget)
}

const operators = new Set(['+', '-', '*', '/', '^', 'mixed', 'percent'])
const most = 10_000

function apply(op: string, args: readonly Rational[], budget: Budget): Rational | null {
  const bits = args.reduce((total, arg) => total + bitLength(arg.n) + bitLength(arg.d), 0)
  if (bits > most) return null
  budget.spend(2 + (bits * bits) / 1000)
  const [a, b] = args
  if (op === '+' || op === 'mixed') return args.reduce(sum)
  if (op === '*') return args.reduce(product)
  if (a === undefined) return null
  if (op === '-') return b === undefined ? negative(a) : difference(a, b)
  if (op === 'percent') return quotient(a, { n: 100n, d: 1n })
  if (b === undefined || args.length !== 2) return null
  if (op === '/') return b.n === 0n ? null : quotient(a, b)
  return exactPower(a, b)
}

function exactPower(a: Rational, b: Rational): Rational | null {
  if (b.d !== 1n || (a.n === 0n && b.n <= 0n)) return null
  const times = b.n < 0n ? -b.n : b.n
  if (times * BigInt(bitLength(a.n) + bitLength(a.d)) > BigInt(most)) return null
  return power(a, Number(b.n))
}
