import { greatestCommonDivisor, leastCommonMultiple } from '../exact/rational.ts'
import { pairs } from '../read/names.ts'
import { type Expr, isSym, type Op } from '../tree.ts'

/** A function of one value. `P` is what a way of calculating needs besides: values of variables, a budget, a precision. */
export type Unary<T, P> = (a: T, place: P) => T
export type Binary<T, P> = (a: T, b: T, place: P) => T

/** A way to calculate the value of a tree: with doubles and their errors, or with balls. */
export interface Way<T, P> {
  readonly valueOf: (e: Expr, place: P) => T
  /** The place with a whole number for a variable. */
  readonly with: (place: P, name: string, value: bigint) => P
  /** Stands for no value, or throws. */
  readonly nothing: () => T
  readonly isKnown: (a: T) => boolean
  readonly isZero: (a: T) => boolean
  readonly excludesZero: (a: T) => boolean
  readonly isReal: (a: T) => boolean
  readonly isPositive: (a: T) => boolean
  /** The whole number that a value is; null where it is none, or not known exactly. */
  readonly wholeOf: (a: T) => bigint | null
  readonly ofWhole: (n: bigint) => T
  readonly pi: (place: P) => T
  readonly plus: Binary<T, P>
  readonly minus: Unary<T, P>
  readonly times: Binary<T, P>
  readonly over: Binary<T, P>
  readonly root: Binary<T, P>
  readonly binomial: Binary<T, P>
  readonly larger: Binary<T, P>
  readonly smaller: Binary<T, P>
  readonly power: (base: Expr, exponent: Expr, place: P) => T
  /** The functions that the others follow from, by the name that trees have for them. */
  readonly functions: Readonly<Record<BasicFunction, Unary<T, P>>>
  /** The value of an operator that is none of all these. */
  readonly other: (name: string, args: readonly T[]) => T
}

type BasicFunction =
  | 'exp'
  | 'ln'
  | 'sqrt'
  | 'sin'
  | 'cos'
  | 'sinh'
  | 'cosh'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'asinh'
  | 'acosh'
  | 'atanh'
  | 'abs'
  | 'arg'
  | 're'
  | 'im'
  | 'conjugate'
  | 'signum'
  | 'floor'
  | 'ceiling'
  | 'round'
  | 'gamma'

/** One over another function, and a function of one over its argument. */
const reciprocals = pairs('sec cos csc sin sech cosh csch sinh')
const ofReciprocals = pairs('acot atan asec acos acsc asin acoth atanh asech acosh acsch asinh')

function unaryOf<T, P>(way: Way<T, P>): Map<string, Unary<T, P>> {
  const { over, times, functions } = way
  const known = new Map(Object.entries<Unary<T, P>>(functions))
  const named = (name: string): Unary<T, P> => known.get(name) ?? way.nothing
  const one = way.ofWhole(1n)
  for (const [name, other] of reciprocals) known.set(name, (a, p) => over(one, named(other)(a, p), p))
  for (const [name, other] of ofReciprocals) known.set(name, (a, p) => named(other)(over(one, a, p), p))
  const quotient = (name: string, above: Unary<T, P>, below: Unary<T, P>): unknown =>
    known.set(name, (a, p) => over(above(a, p), below(a, p), p))
  quotient('tan', functions.sin, functions.cos)
  quotient('cot', functions.cos, functions.sin)
  quotient('tanh', functions.sinh, functions.cosh)
  quotient('coth', functions.cosh, functions.sinh)
  const acot = named('acot')
  return known
    .set('acot', (a, p) => (way.isZero(a) ? over(way.pi(p), way.ofWhole(2n), p) : acot(a, p)))
    .set('-', way.minus)
    .set('factorial', (a, p) => functions.gamma(way.plus(a, one, p), p))
    .set('percent', (a, p) => over(a, way.ofWhole(100n), p))
    .set('degree', (a, p) => over(times(a, way.pi(p), p), way.ofWhole(180n), p))
}

function binaryOf<T, P>(way: Way<T, P>): Map<string, Binary<T, P>> {
  const { plus, over, functions } = way
  return new Map<string, Binary<T, P>>([
    ['/', over],
    ['root', way.root],
    ['log', (a, base, p) => over(functions.ln(a, p), functions.ln(base, p), p)],
    ['mixed', plus],
    ['binomial', way.binomial],
    ['mod', (a, b, p) => modulo(way, a, b, p)],
  ])
}

/** What `a` leaves when it is divided by `b`, with the sign of `b`; `a` itself where `b` is zero. */
function modulo<T, P>(way: Way<T, P>, a: T, b: T, p: P): T {
  if (way.isZero(b)) return a
  const [x, y] = [way.wholeOf(a), way.wholeOf(b)]
  if (x !== null && y !== null) return way.ofWhole(((x % y) + y) % y)
  return way.plus(a, way.minus(way.times(b, way.functions.floor(way.over(a, b, p), p), p), p), p)
}

/** Operators of one or more operands, from left to right. */
function foldedOf<T, P>(way: Way<T, P>): Map<string, Binary<T, P>> {
  const ofWholes =
    (join: (x: bigint, y: bigint) => bigint): Binary<T, P> =>
    (a, b) => {
      const [x, y] = [way.wholeOf(a), way.wholeOf(b)]
      return x === null || y === null ? way.nothing() : way.ofWhole(join(x, y))
    }
  return new Map<string, Binary<T, P>>([
    ['+', way.plus],
    ['*', way.times],
    ['max', way.larger],
    ['min', way.smaller],
    ['gcd', ofWholes(greatestCommonDivisor)],
    ['lcm', ofWholes(leastCommonMultiple)],
  ])
}

/** The value of an operator by a way of calculating, and whether a condition holds. */
interface Calculator<T, P> {
  readonly ofOp: (e: Op, place: P) => T
  /** Undefined where the errors leave that open, or it is no condition on numbers. */
  readonly truth: (e: Expr, place: P) => boolean | undefined
}

/** The operators of trees in a way of calculating. */
export function calculator<T, P>(way: Way<T, P>): Calculator<T, P> {
  const unary = unaryOf(way)
  const binary = binaryOf(way)
  const folded = foldedOf(way)
  const one = way.ofWhole(1n)
  const ofOp = (e: Op, place: P): T => {
    const [first, second] = e.args
    if (e.op === '^' && first && second) return way.power(first, second, place)
    if (e.op === 'sum') return repeated(way, e, place, way.ofWhole(0n), way.plus)
    if (e.op === 'product') return repeated(way, e, place, one, way.times)
    if (e.op === 'if' || e.op === 'piecewise') return piecewise(way, e, place)
    const args = e.args.map(arg => way.valueOf(arg, place))
    const [a, b] = args
    if (a === undefined || !args.every(way.isKnown)) return way.nothing()
    const f = unary.get(e.op)
    if (f) return args.length === 1 ? f(a, place) : way.nothing()
    const join = folded.get(e.op)
    if (join) return args.reduce((total, arg) => join(total, arg, place))
    const g = binary.get(e.op)
    if (g) return b !== undefined && args.length === 2 ? g(a, b, place) : way.nothing()
    return way.other(e.op, args)
  }
  return { ofOp, truth: (e, place) => truth(way, e, place) }
}

const mostTerms = 1000n

function repeated<T, P>(way: Way<T, P>, e: Op, place: P, empty: T, join: Binary<T, P>): T {
  const [term, counter, low, high] = e.args
  if (term === undefined || !isSym(counter) || low === undefined || high === undefined) return way.nothing()
  const from = way.wholeOf(way.valueOf(low, place))
  const to = way.wholeOf(way.valueOf(high, place))
  if (from === null || to === null || to < from - 1n || to - from >= mostTerms) return way.nothing()
  let result = empty
  for (let k = from; k <= to && way.isKnown(result); k += 1n)
    result = join(result, way.valueOf(term, way.with(place, counter.name, k)), place)
  return result
}

/** The value beside the first condition that holds; none where one before it is in doubt. */
function piecewise<T, P>(way: Way<T, P>, e: Op, place: P): T {
  for (let k = 0; k < e.args.length; k += 2) {
    const [condition, then] = [e.args[k], e.args[k + 1]]
    if (condition === undefined) break
    if (then === undefined) return way.valueOf(condition, place)
    const holds = truth(way, condition, place)
    if (holds === undefined) break
    if (holds) return way.valueOf(then, place)
  }
  return way.nothing()
}

const relations = new Set(['=', '#', '<', '<=', '>', '>='])

function truth<T, P>(way: Way<T, P>, e: Expr, place: P): boolean | undefined {
  if (isSym(e, 'true') || isSym(e, 'false')) return e.name === 'true'
  if (e.kind !== 'op') return undefined
  const [left, right] = e.args
  if (relations.has(e.op) && left !== undefined && right !== undefined) {
    const [a, b] = [way.valueOf(left, place), way.valueOf(right, place)]
    return related(way, e.op, way.plus(a, way.minus(b, place), place))
  }
  if (e.op === 'not' && left !== undefined) {
    const inner = truth(way, left, place)
    return inner === undefined ? undefined : !inner
  }
  if (e.op !== 'and' && e.op !== 'or' && e.op !== 'chain') return undefined
  const parts = e.args.map(arg => truth(way, arg, place))
  const decides = e.op === 'or'
  return parts.includes(decides) ? decides : parts.includes(undefined) ? undefined : !decides
}

function related<T, P>(way: Way<T, P>, relation: string, difference: T): boolean | undefined {
  const apart = way.excludesZero(difference)
  if (!apart && !way.isZero(difference)) return undefined
  if (relation === '=' || relation === '#') return apart === (relation === '#')
  if (!way.isReal(difference)) return undefined
  return apart ? way.isPositive(difference) === relation.startsWith('>') : relation.endsWith('=')
}
