import { bitLength, negative, power, product, quotient, type Rational, sum } from '../exact/rational.ts'
import type { Expr } from '../tree.ts'

/** Whether somewhere is divided by a number that is plainly zero: `1/0`, `x/(2-2)`, `0^(-1)`. */
export function dividesByZero(e: Expr): boolean {
  if (e.kind !== 'op') return false
  if (e.args.some(dividesByZero)) return true
  const [a, b] = e.args
  if (e.op === '/' && b) return rationalValue(b)?.n === 0n
  if (e.op !== '^' || !a || !b || rationalValue(a)?.n !== 0n) return false
  const exponent = rationalValue(b)
  return exponent !== null && exponent.n < 0n
}

/** The value of arithmetic with numbers alone, null where there is more in it or where it would be too large. */
export function rationalValue(e: Expr): Rational | null {
  if (e.kind === 'num') return small(e.value)
  if (e.kind !== 'op' || !arithmetic.has(e.op)) return null
  const values: Rational[] = []
  for (const arg of e.args) {
    const value = rationalValue(arg)
    if (value === null) return null
    values.push(value)
  }
  return small(calculated(e.op, values))
}

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', 'mixed'])

function small(value: Rational | null): Rational | null {
  return value && bitLength(value.n) + bitLength(value.d) < 2000 ? value : null
}

function calculated(name: string, values: readonly Rational[]): Rational | null {
  const [a, b] = values
  if (!a) return null
  if (name === '+' || name === 'mixed') return values.reduce(sum)
  if (name === '*') return values.reduce(product)
  if (name === '-') return negative(a)
  if (!b) return null
  if (name === '/') return b.n === 0n ? null : quotient(a, b)
  return raised(a, b)
}

function raised(base: Rational, exponent: Rational): Rational | null {
  if (exponent.d !== 1n || (base.n === 0n && exponent.n <= 0n)) return null
  const times = exponent.n < 0n ? -exponent.n : exponent.n
  if (times > 2000n || (bitLength(base.n) + bitLength(base.d)) * Number(times) > 4000) return null
  return power(base, Number(exponent.n))
}
