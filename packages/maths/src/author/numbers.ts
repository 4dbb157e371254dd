import type { Budget } from '../budget.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import { decimalText, order, tenTo, toPlaces } from '../exact/decimal.ts'
import {
  fromLiteral,
  greatestCommonDivisor,
  isWhole,
  magnitude,
  negative,
  product,
  type Rational,
} from '../exact/rational.ts'
import { fractionParts } from '../forms/lowest-terms.ts'
import { rationalValue } from '../forms/rational-value.ts'
import { collected, type Expr, exact, int, isOp, isSym, literal, op, sym, variables } from '../tree.ts'
import type { AuthorFunction } from './apply.ts'

/** Functions that round and count. */
export const numbers: readonly (readonly [string, AuthorFunction])[] = [
  ['significantfigures', ([x, n], { budget }) => rounded(x, n, budget, digitsBefore)],
  ['decimalplaces', ([x, n], { budget }) => rounded(x, n, budget, () => 0)],
  ['scientific_notation', ([x], { budget }) => scientific(x, budget)],
  ['float', ([x], { budget }) => rounded(x, int(16), budget, digitsBefore)],
  ['remove_numerical_inert', ([x]) => (x ? withoutInert(x) : null)],
  ['stackunits_make', ([x]) => (x ? withUnits(x) : null)],
  ['stack_units_nums', ([x]) => (isOp(x, 'stackunits') ? (x.args[0] ?? null) : null)],
  ['stack_units_units', ([x]) => (isOp(x, 'stackunits') ? (x.args[1] ?? null) : null)],
  ['commonfaclist', ([list]) => common(list)],
]

/** Up to where the value of a double may be taken for the number itself. */
const doubleDigits = 15

function rounded(
  x: Expr | undefined,
  n: Expr | undefined,
  budget: Budget,
  shift: (value: Rational) => number,
): Expr | null {
  const digits = n && rationalValue(n)
  const value = x && numberOf(x, budget)
  if (!value || !digits || !isWhole(digits) || digits.n < 0n || digits.n > 100n) return null
  if (value.n === 0n) return int(0)
  const near = toPlaces(value, Number(digits.n) - shift(value))
  return near.n === 0n ? int(0) : written(near, Number(digits.n) - shift(near))
}

/** The exact value of a number, or of the nearest double where it has none. */
function numberOf(x: Expr, budget: Budget): Rational | null {
  const known = rationalValue(x)
  if (known || variables(x).length > 0) return known
  const found = evaluate(x, new Map(), budget)
  const precise =
    isKnown(found) && found.axis === 'real' && found.error < Math.abs(found.re) * 10 ** -doubleDigits
  if (!precise) return null
  const value = fromLiteral(Math.abs(found.re).toString())
  return value && found.re < 0 ? negative(value) : value
}

/** How many digits a number has before the point; zero or less where it begins with zeros after it. */
function digitsBefore(value: Rational): number {
  return order(value) + 1
}

function written(value: Rational, places: number): Expr {
  if (places <= 0) return exact(value)
  const size = literal(decimalText(magnitude(value), places))
  return value.n < 0n ? op('-', size) : size
}

function scientific(x: Expr | undefined, budget: Budget): Expr | null {
  const value = x && numberOf(x, budget)
  if (!value || value.n === 0n) return null
  const exponent = order(value)
  const mantissa = product(value, tenTo(-exponent))
  return op('*', exact(mantissa), op('^', int(10), int(exponent)))
}

/** The number inside what only says how it is shown. */
function withoutInert(e: Expr): Expr {
  if (e.kind !== 'op') return e
  const [first] = e.args
  if (first && ['displaydp', 'displaysf', 'displaysci', 'dispdp', 'dispsf'].includes(e.op))
    return withoutInert(first)
  return op(e.op, ...e.args.map(withoutInert))
}

function common(list: Expr | undefined): Expr | null {
  if (!isOp(list, 'list') || list.args.some(arg => isSym(arg))) return null
  const values = list.args.map(rationalValue)
  let divisor = 0n
  for (const value of values) {
    if (!value || !isWhole(value)) return null
    divisor = greatestCommonDivisor(divisor, value.n)
  }
  return int(divisor)
}

/** A product taken apart in its number and its units; `NULLNUM` where there is no number. */
function withUnits(e: Expr): Expr {
  const { above, below } = fractionParts(e)
  const isUnit = (factor: Expr) => variables(factor).length > 0
  const number = fraction(
    above.filter(factor => !isUnit(factor)),
    below.filter(factor => !isUnit(factor)),
  )
  const units = fraction(above.filter(isUnit), below.filter(isUnit))
  return op('stackunits', number ?? sym('NULLNUM'), units ?? sym('NULLUNITS'))
}

function fraction(above: readonly Expr[], below: readonly Expr[]): Expr | null {
  const [top, bottom] = [productOf(above), productOf(below)]
  return bottom ? op('/', top ?? int(1), bottom) : top
}

function productOf(factors: readonly Expr[]): Expr | null {
  return factors.length > 0 ? collected('*', factors) : null
}
