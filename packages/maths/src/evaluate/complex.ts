import type { Budget } from '../budget.ts'
import { bitLength, type Rational, toNumber } from '../exact/rational.ts'
import { type Expr, isSym, type Num } from '../tree.ts'
import {
  type Approximate,
  type Complex,
  euler,
  excludesZero,
  imaginaryUnit,
  isKnown,
  isPositive,
  isReal,
  isWhole,
  isZero,
  minus,
  noValue,
  over,
  pi,
  plus,
  point,
  real,
  times,
} from './approximate.ts'
import { exp, functions, power, root } from './approximate-functions.ts'
import { binomial, gamma } from './gamma.ts'
import { calculator } from './operators.ts'
import { unknownFunction } from './unknown.ts'

export type { Approximate, Complex } from './approximate.ts'
export { excludesZero, isKnown } from './approximate.ts'

/** Values of variables. */
export type Point = ReadonlyMap<string, Complex>

/**
 * The value of a tree at a point, with a bound on its error; `isKnown` says whether there is one. Powers, logarithms
 * and inverse functions have their principal values; `root(x, n)` of a negative number with odd `n` is real. A function
 * that is only a name gets a fixed one of its own. Matrices, relations and derivatives have no value.
 */
export function evaluate(e: Expr, at: Point, budget: Budget): Approximate {
  return valueAt(e, { at, budget })
}

const numbers = new WeakMap<Num, Approximate>()

function ofNumber(e: Num): Approximate {
  const known = numbers.get(e)
  if (known) return known
  const found = ofRational(e.value)
  numbers.set(e, found)
  return found
}

/** The nearest double, without error where that is exact. */
export function ofRational(a: Rational): Approximate {
  const x = toNumber(a)
  const short = bitLength(a.n) <= 53 && bitLength(a.d) <= 53 && (a.d & (a.d - 1n)) === 0n
  return real(x, short ? 0 : Math.abs(x) * 2 ** -52 + Number.MIN_VALUE)
}

function ofName(name: string, at: Point): Approximate {
  const given = at.get(name)
  if (given) return point(given)
  return name === 'pi' ? pi : name === 'e' ? euler : name === 'i' ? imaginaryUnit : noValue
}

interface Place {
  readonly at: Point
  readonly budget: Budget
}

function valueAt(e: Expr, place: Place): Approximate {
  if (e.kind === 'num') return ofNumber(e)
  if (e.kind === 'sym') return ofName(e.name, place.at)
  if (e.kind === 'str') return noValue
  place.budget.spend(10)
  return doubles.ofOp(e, place)
}

/** Calculating with doubles and their errors. */
const doubles = calculator<Approximate, Place>({
  valueOf: valueAt,
  with: ({ at, budget }, name, k) => ({ at: new Map(at).set(name, { re: Number(k), im: 0 }), budget }),
  nothing: () => noValue,
  isKnown,
  isZero,
  excludesZero,
  isReal,
  isPositive,
  wholeOf: a => (isWhole(a) ? BigInt(a.re) : null),
  ofWhole: n => (Number.isSafeInteger(Number(n)) ? real(Number(n)) : noValue),
  pi: () => pi,
  plus,
  minus,
  times,
  over,
  root,
  binomial,
  larger: (a, b) => extreme(a, b, Math.max),
  smaller: (a, b) => extreme(a, b, Math.min),
  power: ofPower,
  functions: { ...functions, gamma },
  other: (name, args) => (withoutValue.has(name) ? noValue : unknownFunction(name, args)),
})

function extreme(a: Approximate, b: Approximate, choose: (x: number, y: number) => number): Approximate {
  if (!isReal(a) || !isReal(b)) return noValue
  const chosen = choose(a.re, b.re)
  if (Math.abs(a.re - b.re) > a.error + b.error) return chosen === a.re ? a : b
  return real(chosen, Math.max(a.error, b.error))
}

/** Operators that are no functions of a number; a name that is not here, nor known, is an unknown function. */
const withoutValue = new Set(
  (
    'pm noun diff integrate limit define assign seq lambda chain not and or implies xor xnor nand nor ^ ' +
    '= # < <= > >= approx similar in subset list set tuple matrix oo oc co cc union intersection setminus'
  ).split(' '),
)

function ofPower(base: Expr, exponent: Expr, place: Place): Approximate {
  const w = valueAt(exponent, place)
  return isSym(base, 'e') && !place.at.has('e') ? exp(w) : power(valueAt(base, place), w)
}

/** Whether a condition holds at a point; undefined where the errors leave that open, or it is no condition on numbers. */
export function truth(e: Expr, at: Point, budget: Budget): boolean | undefined {
  return doubles.truth(e, { at, budget })
}
