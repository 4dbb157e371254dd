import type { Budget } from '../budget.ts'
import { rationalOf } from '../evaluate/constant.ts'
import type { Rational } from '../exact/rational.ts'
import { type Expr, nodes } from '../tree.ts'

/** Binary digits of values that are worked out without a budget. */
const mostWithoutBudget = 2000
/** Beyond so many binary digits a power is left to floating point. */
const most = 40_000

/** Whether somewhere is divided by a number that is plainly zero: `1/0`, `x/(2-2)`, `0^(-1)`. */
export function dividesByZero(e: Expr, budget: Budget | null = null): boolean {
  const value = (part: Expr): Rational | null => (budget ? exactValue(part, budget) : rationalValue(part))
  for (const node of nodes(e)) {
    budget?.spend()
    const [a, b] = node.kind === 'op' ? node.args : []
    if (node.kind !== 'op' || !a || !b) continue
    if (node.op === '/' && value(b)?.n === 0n) return true
    if (node.op === '^' && value(a)?.n === 0n && (value(b)?.n ?? 0n) < 0n) return true
  }
  return false
}

/** The exact value where the expression has only fractions, their sums, products, quotients and whole powers; null otherwise. */
export function exactValue(e: Expr, budget: Budget): Rational | null {
  return rationalOf(e, budget, most)
}

/** The value of arithmetic with numbers alone, null where there is more in it or where it would be too large. */
export function rationalValue(e: Expr): Rational | null {
  return rationalOf(e, null, mostWithoutBudget)
}
