import type { Budget } from '../budget.ts'
import { isNil } from '../equal/fraction.ts'
import { evaluate, excludesZero } from '../evaluate/complex.ts'
import { isZeroConstant } from '../evaluate/separation.ts'
import { type Expr, int, isSym, type Op, op, substitute, sym, variables } from '../tree.ts'
import {
  isFree,
  isNought,
  literalOf,
  minus,
  nought,
  over,
  plus,
  raised,
  sizeOf,
  times,
  unity,
} from './assemble.ts'
import { derivative } from './derivative.ts'
import { fractionOf, namesFor } from './rational-function.ts'

/** `list[0] s^low + list[1] s^(low+1) + …` for a small `s` above zero; what comes after the list is of higher order. */
export interface Series {
  readonly low: number
  readonly list: readonly Expr[]
}

/** What is thrown where an expansion is not known. */
export class NoSeries extends Error {
  override readonly name = 'NoSeries'
}

/** How to expand: in what, to how many terms, and the name for the logarithm of it, which coefficients may hold. */
export interface Expansion {
  readonly s: string
  readonly log: string
  readonly terms: number
  readonly budget: Budget
}

export function fail(): never {
  throw new NoSeries()
}

/** Whether a coefficient is zero. Throws NoSeries where that cannot be told. */
export function isZero(e: Expr, budget: Budget): boolean {
  const value = literalOf(e)
  if (value) return value.n === 0n
  const names = variables(e)
  const at = new Map(
    names.map((name, k): [string, { re: number; im: number }] => [
      name,
      { re: isSmall(name) ? 0.0113 : 1.37 + 0.61 * k, im: 0 },
    ]),
  )
  if (excludesZero(evaluate(e, at, budget))) return false
  if (names.length === 0 && isZeroConstant(e, budget) === 'zero') return true
  const found = fractionOf(e, namesFor(' ', budget))
  if (found && isNil(found)) return true
  return fail()
}

/** Names that stand for small numbers start with a space. */
function isSmall(name: string): boolean {
  return name.startsWith(' s')
}

function start({ low, list }: Series, { budget }: Expansion): Series {
  let k = 0
  while (k < list.length && isZero(list[k] ?? nought, budget)) k += 1
  return k === 0 ? { low, list } : { low: low + k, list: list.slice(k) }
}

/** The series from its first term that is not zero. Throws NoSeries where all known terms are zero. */
export function leading(a: Series, given: Expansion): Series {
  const found = start(a, given)
  return found.list.length === 0 ? fail() : found
}

function constant(c: Expr, { terms }: Expansion): Series {
  return { low: 0, list: [c, ...Array.from({ length: terms - 1 }, () => nought)] }
}

function add(a: Series, b: Series): Series {
  const low = Math.min(a.low, b.low)
  const end = Math.min(a.low + a.list.length, b.low + b.list.length)
  const list = Array.from({ length: Math.max(0, end - low) }, (_, k) =>
    plus(a.list[low + k - a.low] ?? nought, b.list[low + k - b.low] ?? nought),
  )
  return { low, list }
}

function multiply(a: Series, b: Series, given: Expansion): Series {
  const length = Math.min(a.list.length, b.list.length)
  given.budget.spend(150 * length * length)
  const list = Array.from({ length }, (_, n) => {
    const terms: Expr[] = []
    for (let k = 0; k <= n; k += 1) {
      const [p, q] = [bounded(a.list[k] ?? nought, given), bounded(b.list[n - k] ?? nought, given)]
      if (!isNought(p) && !isNought(q)) terms.push(times(p, q))
    }
    return bounded(plus(...terms), given)
  })
  return { low: a.low + b.low, list }
}

const largest = 1000

/** A coefficient, if it is no larger than is good for what follows. Throws NoSeries where it is. */
function bounded(e: Expr, { budget }: Expansion): Expr {
  const size = sizeOf(e)
  budget.spend(20 * size)
  return size > largest ? fail() : e
}

function scale(a: Series, c: Expr): Series {
  return { low: a.low, list: a.list.map(term => times(c, term)) }
}

/** `f(u) = Σ c_k u^k` for a series `u` without constant term. */
function compose(u: Series, coefficient: (k: number) => Expr, given: Expansion): Series {
  let total = constant(coefficient(0), given)
  let power = constant(unity, given)
  for (let k = 1; k < given.terms; k += 1) {
    power = multiply(power, u, given)
    if (power.low >= given.terms) break
    total = add(total, scale(padded(power), coefficient(k)))
  }
  return total
}

/** From order zero on. */
function padded({ low, list }: Series): Series {
  if (low <= 0) return { low, list }
  const zeros = Array.from({ length: Math.min(low, list.length) }, () => nought)
  return { low: 0, list: [...zeros, ...list].slice(0, list.length) }
}

/** The series over its first term, less one. */
function relative(
  a: Series,
  given: Expansion,
): { readonly first: Expr; readonly low: number; readonly rest: Series } {
  const { low, list } = leading(a, given)
  const first = list[0] ?? nought
  if (!isFree(first, given.s)) fail()
  return { first, low, rest: { low: 1, list: list.slice(1).map(c => over(c, first)) } }
}

function power(a: Series, exponent: Expr, given: Expansion): Series {
  const value = literalOf(exponent)
  if (value?.d === 1n && value.n >= 0n && value.n <= 30n) return wholePower(a, Number(value.n), given)
  const { first, low, rest } = relative(a, given)
  const shift = value ? (low * Number(value.n)) / Number(value.d) : low === 0 ? 0 : Number.NaN
  if (!Number.isInteger(shift)) fail()
  const found = compose(rest, k => binomial(exponent, k), given)
  return { low: found.low + shift, list: found.list.map(c => times(raised(first, exponent), c)) }
}

function wholePower(a: Series, n: number, given: Expansion): Series {
  let result = constant(unity, given)
  for (let k = 0; k < n; k += 1) result = multiply(result, a, given)
  return result
}

function binomial(r: Expr, k: number): Expr {
  const factors = Array.from({ length: k }, (_, j) => over(plus(r, int(-j)), int(j + 1)))
  return times(...factors)
}

function factorial(k: number): Expr {
  return times(...Array.from({ length: k }, (_, j) => int(j + 1)))
}

/** The series of a tree. Throws NoSeries where there is none that this finds. */
export function expand(e: Expr, given: Expansion): Series {
  given.budget.spend(50)
  if (isFree(e, given.s)) return constant(e, given)
  if (e.kind === 'sym') return { low: 1, list: constant(unity, given).list }
  return e.kind === 'op' ? ofOp(e, given) : fail()
}

function ofOp(e: Op, given: Expansion): Series {
  const [a, b] = e.args
  if (a === undefined) return fail()
  if (e.op === '+') return e.args.map(arg => expand(arg, given)).reduce(add)
  if (e.op === '*') return e.args.map(arg => expand(arg, given)).reduce((p, q) => multiply(p, q, given))
  if (e.op === '^' && b) return ofPower(a, b, given)
  if (e.op === '/' && b) return multiply(expand(a, given), power(expand(b, given), int(-1), given), given)
  if (e.op === 'log' && b) return expand(over(op('ln', a), op('ln', b)), given)
  if (e.op === 'root' && b && isFree(b, given.s)) return ofRoot(expand(a, given), b, given)
  return e.args.length === 1 ? ofFunction(e.op, expand(a, given), e, given) : fail()
}

function ofPower(a: Expr, b: Expr, given: Expansion): Series {
  if (isSym(a, 'e')) return exponential(expand(b, given), given)
  if (isFree(b, given.s)) return power(expand(a, given), b, given)
  return expand(op('exp', times(b, op('ln', a))), given)
}

function ofRoot(u: Series, n: Expr, given: Expansion): Series {
  const value = literalOf(n)
  const odd = value?.d === 1n && value.n % 2n !== 0n
  return odd && signOf(leading(u, given).list[0] ?? nought, given) < 0
    ? scale(power(scale(u, int(-1)), over(unity, n), given), int(-1))
    : power(u, over(unity, n), given)
}

/** The sign of a coefficient that is no zero; the logarithm is far below zero. Throws NoSeries where a name may have either sign. */
export function signOf(c: Expr, { log, s, budget }: Expansion): number {
  if (variables(c).some(name => name !== log && name !== s)) return fail()
  const signs = [-40, -400].map((l, k) =>
    evaluate(
      c,
      new Map([
        [log, { re: l, im: 0 }],
        [s, { re: 10 ** (-4 - 2 * k), im: 0 }],
      ]),
      budget,
    ),
  )
  if (!signs.every(value => excludesZero(value) && Math.abs(value.im) <= value.error)) return fail()
  const [one, two] = signs.map(value => Math.sign(value.re))
  return one !== undefined && one === two ? one : fail()
}

function ofFunction(name: string, u: Series, e: Op, given: Expansion): Series {
  if (name === '-') return scale(u, int(-1))
  if (name === 'exp') return exponential(u, given)
  if (name === 'ln') return logarithm(u, given)
  if (name === 'sqrt') return power(u, over(unity, int(2)), given)
  if (name === 'abs') return scale(u, int(signOf(leading(u, given).list[0] ?? nought, given)))
  if (name === 'signum') return constant(int(signOf(leading(u, given).list[0] ?? nought, given)), given)
  const { low, list } = shortened(u, given)
  if (low < 0) return atInfinity(name, { low, list }, e, given)
  return slopesAreAlgebraic.has(name)
    ? byDerivative(name, padded({ low, list }), e, given)
    : taylor(name, padded({ low, list }), given)
}

const slopesAreAlgebraic = new Set(['asin', 'acos', 'atan', 'acot', 'asinh', 'acosh', 'atanh'])

/** The value at the centre and the integral of the derivative, term by term. */
function byDerivative(name: string, { list }: Series, e: Op, given: Expansion): Series {
  const centre = list[0] ?? fail()
  if (!isFree(centre, given.log) || !isFree(centre, given.s)) return fail()
  const slope = shortened(expand(derivative(e, given.s, given.budget), given), given)
  if (slope.low < 0) return fail()
  const whole = padded(slope).list.map((c, k) => over(c, int(k + 1)))
  return { low: 0, list: [settled(op(name, centre), given), ...whole] }
}

/** Without zeros in front; zero itself is a series of zeros. */
function shortened(u: Series, given: Expansion): Series {
  return u.low < 0 ? leading(u, given) : u
}

function taylor(name: string, { list }: Series, given: Expansion): Series {
  const centre = list[0] ?? fail()
  if (!isFree(centre, given.log) || !isFree(centre, given.s)) return fail()
  const slopes: Expr[] = [op(name, sym(' u'))]
  const value = (k: number): Expr => {
    while (slopes.length <= k)
      slopes.push(bounded(derivative(slopes[slopes.length - 1] ?? nought, ' u', given.budget), given))
    return settled(substitute(slopes[k] ?? nought, ' u', centre), given)
  }
  return compose({ low: 1, list: list.slice(1) }, k => over(value(k), factorial(k)), given)
}

/** A value of a function at a centre; it must have one, and a zero is written so. */
function settled(e: Expr, { budget }: Expansion): Expr {
  const at = new Map(
    variables(e).map((name, k): [string, { re: number; im: number }] => [
      name,
      { re: 1.37 + 0.61 * k, im: 0 },
    ]),
  )
  if (evaluate(e, at, budget).error === Number.POSITIVE_INFINITY) return fail()
  return isZero(e, budget) ? nought : e
}

/** Inverse tangents tend to a quarter turn; sines and cosines stay between bounds, and are kept as they are. */
function atInfinity(name: string, u: Series, e: Op, given: Expansion): Series {
  if (name === 'sin' || name === 'cos') return constant(e, given)
  if (name !== 'atan' && name !== 'acot') return fail()
  const inverse = power(u, int(-1), given)
  const small = taylor('atan', padded(inverse), given)
  if (name === 'acot') return small
  const quarter = times(int(signOf(u.list[0] ?? nought, given)), over(sym('pi'), int(2)))
  return add(constant(quarter, given), scale(small, int(-1)))
}

/** `e^(c + k ln s + u) = e^c s^k e^u`. */
function exponential(u: Series, given: Expansion): Series {
  const found = shortened(u, given)
  if (found.low < 0) return fail()
  const { list } = padded(found)
  const centre = list[0] ?? fail()
  if (!isFree(centre, given.s)) return fail()
  const slope = isFree(centre, given.log) ? nought : derivative(centre, given.log)
  const k = literalOf(slope)
  if (k?.d !== 1n) return fail()
  const rest = isNought(slope) ? centre : substitute(centre, given.log, nought)
  if (!isNought(slope) && !isZero(minus(centre, plus(rest, times(slope, sym(given.log)))), given.budget))
    return fail()
  const inner = compose({ low: 1, list: list.slice(1) }, j => over(unity, factorial(j)), given)
  return {
    low: inner.low + Number(k.n),
    list: inner.list.map(c => times(isNought(rest) ? unity : op('exp', rest), c)),
  }
}

function logarithm(u: Series, given: Expansion): Series {
  const { first, low, rest } = relative(u, given)
  const inner = compose(rest, k => (k === 0 ? nought : over(int(k % 2 === 0 ? -1 : 1), int(k))), given)
  const value = literalOf(first)
  const front = value?.n === 1n && value.d === 1n ? nought : op('ln', first)
  return add(constant(plus(front, times(int(low), sym(given.log))), given), inner)
}
