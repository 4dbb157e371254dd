import type { Budget } from '../budget.ts'
import { bitLength, type Rational, toNumber } from '../exact/rational.ts'
import { type Expr, isSym, type Num, type Op } from '../tree.ts'
import {
  type Approximate,
  type Complex,
  euler,
  exp,
  functions,
  imaginaryUnit,
  isKnown,
  isReal,
  isWhole,
  ln,
  minus,
  modulo,
  modulus,
  noValue,
  one,
  over,
  pi,
  plus,
  point,
  power,
  real,
  root,
  times,
  zero,
} from './approximate.ts'
import { binomial, factorial, gamma } from './gamma.ts'
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
  if (e.kind === 'num') return ofNumber(e)
  if (e.kind === 'sym') return ofName(e.name, at)
  if (e.kind === 'str') return noValue
  budget.spend(10)
  return ofOp(e, at, budget)
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

function ofOp(e: Op, at: Point, budget: Budget): Approximate {
  const special = specials.get(e.op)
  if (special) return special(e, at, budget)
  const args = e.args.map(arg => evaluate(arg, at, budget))
  const single = args.length === 1 && args[0] ? functions.get(e.op) : undefined
  if (single && args[0]) return isKnown(args[0]) ? single(args[0]) : noValue
  const several = operators.get(e.op)
  if (several) return args.every(isKnown) ? several(args) : noValue
  return withoutValue.has(e.op) ? noValue : unknownFunction(e.op, args)
}

type Operator = (args: readonly Approximate[]) => Approximate

function unary(f: (a: Approximate) => Approximate): Operator {
  return args => (args.length === 1 && args[0] ? f(args[0]) : noValue)
}

function binary(f: (a: Approximate, b: Approximate) => Approximate): Operator {
  return args => (args.length === 2 && args[0] && args[1] ? f(args[0], args[1]) : noValue)
}

function fold(f: (a: Approximate, b: Approximate) => Approximate): Operator {
  return args => (args.length > 0 ? args.reduce(f) : noValue)
}

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['+', fold(plus)],
  ['*', fold(times)],
  ['-', unary(minus)],
  ['/', binary(over)],
  ['^', binary(power)],
  ['root', binary(root)],
  ['log', binary((a, base) => over(ln(a), ln(base)))],
  ['mixed', binary(plus)],
  ['factorial', unary(factorial)],
  ['gamma', unary(gamma)],
  ['binomial', binary(binomial)],
  ['mod', binary(modulo)],
  ['max', fold((a, b) => extreme(a, b, Math.max))],
  ['min', fold((a, b) => extreme(a, b, Math.min))],
  ['gcd', fold((a, b) => ofWholes(a, b, divisor))],
  ['lcm', fold((a, b) => ofWholes(a, b, (x, y) => (x === 0 || y === 0 ? 0 : (x / divisor(x, y)) * y)))],
])

function extreme(a: Approximate, b: Approximate, choose: (x: number, y: number) => number): Approximate {
  if (!isReal(a) || !isReal(b)) return noValue
  const chosen = choose(a.re, b.re)
  if (Math.abs(a.re - b.re) > a.error + b.error) return chosen === a.re ? a : b
  return real(chosen, Math.max(a.error, b.error))
}

function ofWholes(a: Approximate, b: Approximate, f: (x: number, y: number) => number): Approximate {
  if (!isWhole(a) || !isWhole(b)) return noValue
  const found = f(Math.abs(a.re), Math.abs(b.re))
  return Number.isSafeInteger(found) ? real(found) : noValue
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

/** Operators that are no functions of a number; a name that is not here, nor known, is an unknown function. */
const withoutValue = new Set(
  [
    'pm',
    'noun',
    'diff',
    'integrate',
    'limit',
    'define',
    'assign',
    'seq',
    'lambda',
    'chain',
    'not',
    'and',
    'or',
    'implies',
    'xor',
    'xnor',
    'nand',
    'nor',
  ]
    .concat([
      '=',
      '#',
      '<',
      '<=',
      '>',
      '>=',
      'approx',
      'similar',
      'in',
      'subset',
      'list',
      'set',
      'tuple',
      'matrix',
    ])
    .concat(['oo', 'oc', 'co', 'cc', 'union', 'intersection', 'setminus', ...functions.keys()]),
)

type Special = (e: Op, at: Point, budget: Budget) => Approximate

/** Operators that do not just take the values of their arguments. */
const specials: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['^', ofPower],
  ['sum', (e, at, budget) => repeated(e, at, budget, zero, plus)],
  ['product', (e, at, budget) => repeated(e, at, budget, one, times)],
  ['if', piecewise],
  ['piecewise', piecewise],
])

function ofPower(e: Op, at: Point, budget: Budget): Approximate {
  const [base, exponent] = e.args
  if (base === undefined || exponent === undefined || e.args.length !== 2) return noValue
  const w = evaluate(exponent, at, budget)
  if (isSym(base, 'e') && !at.has('e')) return exp(w)
  return power(evaluate(base, at, budget), w)
}

const mostTerms = 1000

function repeated(
  e: Op,
  at: Point,
  budget: Budget,
  empty: Approximate,
  join: (a: Approximate, b: Approximate) => Approximate,
): Approximate {
  const [term, counter, low, high] = e.args
  if (term === undefined || !isSym(counter) || low === undefined || high === undefined) return noValue
  const from = evaluate(low, at, budget)
  const to = evaluate(high, at, budget)
  if (!isWhole(from) || !isWhole(to) || to.re < from.re - 1 || to.re - from.re >= mostTerms) return noValue
  const inside = new Map(at)
  let result = empty
  for (let k = from.re; k <= to.re && isKnown(result); k += 1) {
    inside.set(counter.name, { re: k, im: 0 })
    result = join(result, evaluate(term, inside, budget))
  }
  return result
}

/** The value beside the first condition that holds; none where one before it is in doubt. */
function piecewise(e: Op, at: Point, budget: Budget): Approximate {
  for (let k = 0; k < e.args.length; k += 2) {
    const [condition, then] = [e.args[k], e.args[k + 1]]
    if (condition === undefined) return noValue
    if (then === undefined) return evaluate(condition, at, budget)
    const holds = truth(condition, at, budget)
    if (holds === undefined) return noValue
    if (holds) return evaluate(then, at, budget)
  }
  return noValue
}

/** Whether a condition holds at a point; undefined where the errors leave that open, or it is no condition on numbers. */
export function truth(e: Expr, at: Point, budget: Budget): boolean | undefined {
  if (isSym(e, 'true') || isSym(e, 'false')) return e.name === 'true'
  if (e.kind !== 'op') return undefined
  const [left, right] = e.args
  if (relations.has(e.op) && left !== undefined && right !== undefined)
    return related(e.op, plus(evaluate(left, at, budget), minus(evaluate(right, at, budget))))
  if (e.op === 'not' && left !== undefined) return opposite(truth(left, at, budget))
  if (e.op === 'and' || e.op === 'or' || e.op === 'chain') return joined(e, at, budget)
  return undefined
}

const relations = new Set(['=', '#', '<', '<=', '>', '>='])

function opposite(a: boolean | undefined): boolean | undefined {
  return a === undefined ? undefined : !a
}

function joined(e: Op, at: Point, budget: Budget): boolean | undefined {
  const parts = e.args.map(arg => truth(arg, at, budget))
  const decides = e.op === 'or'
  return parts.includes(decides) ? decides : parts.includes(undefined) ? undefined : !decides
}

function related(relation: string, difference: Approximate): boolean | undefined {
  const { re, error } = difference
  if (!isKnown(difference)) return undefined
  const apart = modulus(difference) > error
  if (!apart && error > 0) return undefined
  if (relation === '=' || relation === '#') return apart === (relation === '#')
  if (!isReal(difference)) return undefined
  return relation[0] === '<'
    ? re < 0 || (re === 0 && relation === '<=')
    : re > 0 || (re === 0 && relation === '>=')
}
