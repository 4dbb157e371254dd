import type { Budget } from '../budget.ts'
import { order, tenTo } from '../exact/decimal.ts'
import { equal, product, quotient, type Rational, whole } from '../exact/rational.ts'
import { exactValue } from '../forms/rational-value.ts'
import { type Expr, nodes } from '../tree.ts'
import { shownText } from './numeric-value.ts'

/** The digits of a number as it was written. */
export interface WrittenDigits {
  /** Significant figures at least: trailing zeros of a whole number without a point are left out. */
  readonly least: number
  /** Significant figures at most. */
  readonly most: number
  /** Digits behind the point. */
  readonly decimals: number
  readonly scientific: boolean
}

/** The digits of the first number in a text; null where there is none. A zero has as many significant figures as decimals, and at least one. */
export function writtenDigits(text: string): WrittenDigits | null {
  const found = /(\d*)(\.?)(\d*)([eE][+-]?\d+)?/.exec(text.slice(Math.max(0, text.search(/\.?\d/))))
  const [, before = '', point = '', after = '', exponent = ''] = found ?? []
  if (`${before}${after}` === '') return null
  const figures = `${before}${after}`.replace(/^0+/, '')
  const rest = { decimals: after.length, scientific: exponent !== '' }
  if (figures === '') return { least: Math.max(1, after.length), most: Math.max(1, after.length), ...rest }
  const least = point === '' ? figures.replace(/0+$/, '').length : figures.length
  return { least, most: figures.length, ...rest }
}

/** The digits of the first number that stands in an expression, as it was typed or as the author has it shown. */
export function digitsIn(e: Expr, budget: Budget): WrittenDigits | null {
  for (const node of nodes(e)) {
    budget.spend()
    const text = node.kind === 'num' ? node.text : node.kind === 'op' ? shownText(node, budget) : null
    if (text !== null) return writtenDigits(text)
  }
  return null
}

/** A number that is written in digits, and those digits. */
export interface Decimal {
  readonly value: Rational
  readonly digits: WrittenDigits
}

/**
 * The number where it is written in digits: a literal, with a sign, times or divided by powers of ten; what an author's
 * function shows counts as a literal. Null for `1/3`, `2*4` or `pi`, whose digits say nothing of precision.
 */
export function decimalOf(e: Expr, budget: Budget): Decimal | null {
  budget.spend()
  if (e.kind === 'num') return decimal(e.value, e.text)
  if (e.kind !== 'op') return null
  const [first, second] = e.args
  if (!first) return null
  if (e.op === '-') return times(decimalOf(first, budget), whole(-1))
  if (e.op === '*') return ofProduct(e.args, budget)
  if (e.op === '/' && second) return over(decimalOf(first, budget), powerOfTen(second, budget))
  const text = shownText(e, budget)
  const value = text === null ? null : exactValue(first, budget)
  return text !== null && value ? decimal(value, text) : null
}

function decimal(value: Rational, text: string): Decimal | null {
  const digits = writtenDigits(text)
  return digits && { value, digits }
}

/** One factor is the number; the others must be powers of ten. */
function ofProduct(factors: readonly Expr[], budget: Budget): Decimal | null {
  const powers = factors.map(factor => powerOfTen(factor, budget))
  const others = factors.flatMap((_, k) => (powers[k] ? [] : [k]))
  if (others.length > 1) return null
  const main = others[0] ?? 0
  const start = factors[main]
  let found = start ? decimalOf(start, budget) : null
  for (const [k, by] of powers.entries()) if (k !== main && by) found = times(found, by)
  return found
}

/** The value of an expression that is a power of ten; null where it is not. */
function powerOfTen(e: Expr, budget: Budget): Rational | null {
  const value = exactValue(e, budget)
  return value && value.n > 0n && equal(value, tenTo(order(value))) ? value : null
}

function times(a: Decimal | null, by: Rational): Decimal | null {
  return a && { ...a, value: product(a.value, by) }
}

function over(a: Decimal | null, by: Rational | null): Decimal | null {
  return a && by && { ...a, value: quotient(a.value, by) }
}
