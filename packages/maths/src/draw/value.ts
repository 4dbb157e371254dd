import {
  compare as compareFractions,
  difference as fractionDifference,
  power as fractionPower,
  product as fractionProduct,
  quotient as fractionQuotient,
  sum as fractionSum,
  isWhole,
  type Rational,
  whole,
} from '../exact/rational.ts'
import { type Expr, exact, sameTree, str, sym } from '../tree.ts'

/** An exact number: a double where it is a whole number that a double holds safely, for speed, else a fraction. */
export type Exact = number | Rational

/** What a variable can have as its value. A tree is what can't be worked out to a number, such as `sqrt(2)` or `2*x`. */
export type Value = Exact | boolean | string | { readonly tree: Expr }

/** Whether a value is a number. */
export function isExact(value: Value): value is Exact {
  return typeof value === 'number' || (typeof value === 'object' && 'n' in value)
}

/** The shortest form of a fraction. */
export function settled(value: Rational): Exact {
  if (!isWhole(value)) return value
  const small = Number(value.n)
  return Number.isSafeInteger(small) ? small : value
}

/** A number as a fraction. */
export function fraction(value: Exact): Rational {
  return typeof value === 'number' ? whole(value) : value
}

type Small = (a: number, b: number) => number
type Large = (a: Rational, b: Rational) => Rational

// Doubles are exact as long as the result stays within the safe whole numbers.
const arithmetic = (small: Small, large: Large) => (a: Exact, b: Exact) => {
  if (typeof a === 'number' && typeof b === 'number') {
    const found = small(a, b)
    if (Number.isSafeInteger(found)) return found + 0
  }
  return settled(large(fraction(a), fraction(b)))
}

export const plus = arithmetic((a, b) => a + b, fractionSum)
export const minus = arithmetic((a, b) => a - b, fractionDifference)
export const times = arithmetic((a, b) => a * b, fractionProduct)
/** Throws a RangeError for a division by zero. */
export const over = arithmetic((a, b) => (b === 0 ? Number.NaN : a / b), fractionQuotient)

/** Below zero, zero or above zero as the first is smaller, the same or larger. */
export function order(a: Exact, b: Exact): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareFractions(fraction(a), fraction(b))
}

/** A power with a whole exponent. */
export function toPower(a: Exact, exponent: number): Exact {
  return settled(fractionPower(fraction(a), exponent))
}

/** Whether two values are the same. */
export function same(a: Value, b: Value): boolean {
  if (isExact(a)) return isExact(b) && order(a, b) === 0
  if (typeof a === 'object') return typeof b === 'object' && 'tree' in b && sameTree(a.tree, b.tree)
  return a === b
}

/** The whole number that a value is; null where it is none. */
export function wholeOf(value: Exact): bigint | null {
  if (typeof value === 'number') return BigInt(value)
  return isWhole(value) ? value.n : null
}

/** A value as a tree: what it is filled in as. */
export function treeOf(value: Value): Expr {
  if (isExact(value)) return exact(fraction(value))
  if (typeof value === 'boolean') return sym(String(value))
  return typeof value === 'string' ? str(value) : value.tree
}
