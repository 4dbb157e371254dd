import { rootOf } from '../exact/factor-univariate.ts'
import {
  bitLength,
  floor as floorOf,
  greatestCommonDivisor,
  leastCommonMultiple,
  ratio,
  whole,
} from '../exact/rational.ts'
import { printText } from '../print/text.ts'
import { type Expr, op, variables } from '../tree.ts'
import { DrawError } from './problem.ts'
import {
  type Exact,
  fraction,
  isExact,
  minus,
  order,
  over,
  plus,
  same,
  settled,
  times,
  toPower,
  treeOf,
  type Value,
  wholeOf,
} from './value.ts'
import { isPrime, provable } from './whole.ts'

/** Works an expression out for values of the variables, each in its own place. */
export type Work = (values: readonly Value[]) => Value

/** Counts work, so that it can be limited without a clock; a unit is some hundred nanoseconds. */
export interface Meter {
  spent: number
}

/** Thrown where an expression has no value, such as a division by zero: what has none is no variant. One object, since it is thrown often. */
export const notDefined = new RangeError('not defined')

/**
 * Makes the function that works an expression out. `place` says where the value of a name is; a name without a place
 * stays a name, and so does every function that is not worked out exactly.
 */
export function compile(e: Expr, place: (name: string) => number | undefined, meter: Meter): Work {
  if (e.kind === 'num') return constant(settled(e.value))
  if (e.kind === 'str') return constant(e.value)
  if (e.kind === 'sym') return compileName(e, place(e.name))
  const args = e.args.map(arg => compile(arg, place, meter))
  const logic = logical.get(e.op)
  if (logic !== undefined) return logic(args)
  const known = functions.get(e.op)
  const asTree = (given: readonly Value[]): Value => ({ tree: op(e.op, ...given.map(treeOf)) })
  if (known === undefined) return values => asTree(args.map(arg => arg(values)))
  const [least, most, work] = known
  if (args.length < least || args.length > most) throw new DrawError('wrongCount', { name: e.op })
  const isQuestion = questions.has(e.op)
  return values => {
    meter.spent++
    const given = args.map(arg => arg(values))
    if (given.every(isExact)) return work(given, e.op, meter) ?? asTree(given)
    if (isQuestion)
      throw wrongKind(
        e.op,
        given.find(value => !isExact(value)),
      )
    return asTree(given)
  }
}

function constant(value: Value): Work {
  return () => value
}

function compileName(e: Expr & { kind: 'sym' }, place: number | undefined): Work {
  if (place !== undefined) return values => values[place] ?? 0
  if (e.name === 'true' || e.name === 'false') return constant(e.name === 'true')
  return constant({ tree: e })
}

function wrongKind(name: string, value: Value | undefined): DrawError {
  return new DrawError('wrongKind', { name, value: value === undefined ? '' : shown(value) })
}

/** A value in calculator notation. */
export function shown(value: Value): string {
  return printText(treeOf(value))
}

type Logic = (args: Work[]) => Work

function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value
  throw new DrawError('notCondition', { text: shown(value) })
}

const comparison =
  (name: string, holds: (sign: number) => boolean): Logic =>
  ([left, right]) =>
  values => {
    const [a, b] = [left?.(values) ?? false, right?.(values) ?? false]
    if (isExact(a) && isExact(b)) return holds(order(a, b))
    throw wrongKind(name, isExact(a) ? b : a)
  }

// Formulas are compared as they are written. Numbers that are not exact can be the same in other words, so of those it
// is known only when they are written the same.
function equals(a: Value, b: Value): boolean {
  if (same(a, b)) return true
  const unsure = [a, b].find(
    value => !isExact(value) && typeof value === 'object' && variables(value.tree).length === 0,
  )
  if (unsure !== undefined) throw wrongKind('=', unsure)
  return false
}

const logical = new Map<string, Logic>(
  Object.entries<Logic>({
    and: args => values => args.every(arg => truth(arg(values))),
    chain: args => values => args.every(arg => truth(arg(values))),
    or: args => values => args.some(arg => truth(arg(values))),
    not: args => values => args[0] !== undefined && !truth(args[0](values)),
    if: ([condition, then, otherwise]) => {
      if (!condition || !then || !otherwise) throw new DrawError('wrongCount', { name: 'if' })
      return values => (truth(condition(values)) ? then(values) : otherwise(values))
    },
    '=':
      ([a, b]) =>
      values =>
        equals(a?.(values) ?? false, b?.(values) ?? false),
    '#':
      ([a, b]) =>
      values =>
        !equals(a?.(values) ?? false, b?.(values) ?? false),
    '<': comparison('<', sign => sign < 0),
    '<=': comparison('<=', sign => sign <= 0),
    '>': comparison('>', sign => sign > 0),
    '>=': comparison('>=', sign => sign >= 0),
  }),
)

/** A function of exact values; null where its value is not exact, so that it stays as it is written. */
type Exactly = (given: readonly Exact[], name: string, meter: Meter) => Value | null

const first =
  (work: (a: Exact, name: string, meter: Meter) => Value | null): Exactly =>
  (given, name, meter) =>
    work(given[0] ?? 0, name, meter)
const two =
  (work: (a: Exact, b: Exact, name: string) => Value | null): Exactly =>
  (given, name) =>
    work(given[0] ?? 0, given[1] ?? 0, name)
const fold =
  (work: (a: Exact, b: Exact, name: string) => Exact): Exactly =>
  (given, name, meter) => {
    let total = given[0] ?? 0
    for (let k = 1; k < given.length; k++) total = paid(work(total, given[k] ?? 0, name), name, meter)
    return total
  }

// What large numbers cost.
function paid(value: Exact, name: string, meter: Meter): Exact {
  if (typeof value === 'number') return value
  const bits = bitLength(value.n) + bitLength(value.d)
  if (bits > mostBits) throw new DrawError('tooLarge', { name })
  meter.spent += 4 + bits / 64
  return value
}

/** Numbers of more binary digits than this are not worked with. */
const mostBits = 20_000

function wholeNumber(value: Exact, name: string): bigint {
  const found = wholeOf(value)
  if (found === null) throw new DrawError('notWhole', { name, value: shown(value) })
  return found
}

const wholes = (work: (a: bigint, b: bigint) => bigint) => (a: Exact, b: Exact, name: string) =>
  settled(whole(work(wholeNumber(a, name), wholeNumber(b, name))))

function divide(a: Exact, b: Exact): Exact {
  if (order(b, 0) === 0) throw notDefined
  return over(a, b)
}

function floor(a: Exact): Exact {
  return typeof a === 'number' ? a : settled(whole(floorOf(a)))
}

const negated = (a: Exact) => minus(0, a)

function modulo(a: Exact, b: Exact): Exact {
  return minus(a, times(b, floor(divide(a, b))))
}

// Half away from zero, as pupils learn it.
function round(a: Exact): Exact {
  const half = { n: 1n, d: 2n }
  return order(a, 0) < 0 ? negated(floor(plus(negated(a), half))) : floor(plus(a, half))
}

function power(base: Exact, exponent: Exact, name: string): Value | null {
  const { n, d } = fraction(exponent)
  if (d !== 1n) return powerOfRoot(base, n, d, name)
  if (order(base, 0) === 0 && n <= 0n) throw notDefined
  const { n: top, d: bottom } = fraction(base)
  const bits = Math.max(bitLength(top), bitLength(bottom))
  if (bits > 1 && Number(n < 0n ? -n : n) * bits > mostBits) throw new DrawError('tooLarge', { name })
  // Of 0, 1 and -1 any power is one of them, and no exponent is too large.
  if (bits > 1) return toPower(base, Number(n))
  return top === 0n ? 0 : top === 1n || n % 2n === 0n ? 1 : -1
}

function powerOfRoot(base: Exact, n: bigint, d: bigint, name: string): Value | null {
  if (d > 1000n) return null
  const found = root(base, Number(d))
  return found === null ? null : power(found, settled(whole(n)), name)
}

function root(a: Exact, degree: number): Exact | null {
  if (typeof a === 'number' && degree === 2 && a >= 0) {
    const near = Math.round(Math.sqrt(a))
    return near * near === a ? near : null
  }
  if (order(a, 0) < 0) {
    if (degree % 2 === 0) throw notDefined
    const size = root(negated(a), degree)
    return size === null ? null : negated(size)
  }
  const { n, d } = fraction(a)
  const [top, bottom] = [rootOf(n, degree), rootOf(d, degree)]
  return top === null || bottom === null ? null : settled(ratio(top, bottom))
}

function nthRoot(a: Exact, degree: Exact): Exact | null {
  const k = wholeOf(degree)
  if (k === null || k < 1n || k > 1000n) throw notDefined
  return root(a, Number(k))
}

function factorial(a: Exact, name: string, meter: Meter): Exact {
  const n = wholeNumber(a, name)
  meter.spent += Number(n < 0n ? 0n : n)
  if (n < 0n) throw notDefined
  if (n > 500n) throw new DrawError('tooLarge', { name })
  let product = 1n
  for (let k = 2n; k <= n; k++) product *= k
  return settled(whole(product))
}

function binomial(a: Exact, b: Exact, name: string): Exact {
  const [n, k] = [wholeNumber(a, name), wholeNumber(b, name)]
  if (n < 0n) throw notDefined
  if (n > 2000n) throw new DrawError('tooLarge', { name })
  if (k < 0n || k > n) return 0
  const few = 2n * k > n ? n - k : k
  let product = 1n
  for (let j = 1n; j <= few; j++) product = (product * (n - j + 1n)) / j
  return settled(whole(product))
}

function prime(a: Exact, name: string, meter: Meter): boolean {
  const n = wholeOf(a)
  meter.spent += n === null || n < 1_000_000n ? 5 : 200
  if (n !== null && n >= provable) throw new DrawError('tooLarge', { name })
  return n !== null && isPrime(n)
}

const isWhole = (a: Exact) => wholeOf(a) !== null
const remainder = (a: Exact, b: bigint) => {
  const n = wholeOf(a)
  return n === null ? null : ((n % b) + b) % b
}

function divides(a: Exact, b: Exact, name: string): boolean {
  const [factor, n] = [wholeNumber(a, name), wholeNumber(b, name)]
  return factor === 0n ? n === 0n : n % factor === 0n
}

const many = Number.POSITIVE_INFINITY

/** What is worked out: how many values a function takes, and how. */
const functions = new Map<string, readonly [least: number, most: number, work: Exactly]>([
  ['+', [1, many, fold(plus)]],
  ['-', [1, 1, first(negated)]],
  ['*', [1, many, fold(times)]],
  ['/', [2, 2, two(divide)]],
  ['^', [2, 2, two(power)]],
  ['sqrt', [1, 1, first(a => root(a, 2))]],
  ['root', [1, 2, given => nthRoot(given[0] ?? 0, given[1] ?? 2)]],
  ['abs', [1, 1, first(a => (order(a, 0) < 0 ? negated(a) : a))]],
  ['signum', [1, 1, first(a => Math.sign(order(a, 0)))]],
  ['floor', [1, 1, first(floor)]],
  ['ceiling', [1, 1, first(a => negated(floor(negated(a))))]],
  ['round', [1, 2, given => rounded(given[0] ?? 0, given[1] ?? 0)]],
  ['mod', [2, 2, two(modulo)]],
  ['gcd', [1, many, fold(wholes(greatestCommonDivisor))]],
  ['lcm', [1, many, fold(wholes(leastCommonMultiple))]],
  ['min', [1, many, fold((a, b) => (order(a, b) <= 0 ? a : b))]],
  ['max', [1, many, fold((a, b) => (order(a, b) >= 0 ? a : b))]],
  ['factorial', [1, 1, first(factorial)]],
  ['binomial', [2, 2, two(binomial)]],
  ['percent', [1, 1, first(a => over(a, 100))]],
  ['mixed', [2, 2, two((a, b) => (order(a, 0) < 0 ? minus(a, b) : plus(a, b)))]],
  ['numerator', [1, 1, first(a => settled(whole(fraction(a).n)))]],
  ['denominator', [1, 1, first(a => settled(whole(fraction(a).d)))]],
  ['isSquare', [1, 1, first(a => order(a, 0) >= 0 && root(a, 2) !== null)]],
  ['isPrime', [1, 1, first(prime)]],
  ['isInteger', [1, 1, first(isWhole)]],
  ['isEven', [1, 1, first(a => remainder(a, 2n) === 0n)]],
  ['isOdd', [1, 1, first(a => remainder(a, 2n) === 1n)]],
  ['divides', [2, 2, two(divides)]],
])

function rounded(a: Exact, decimals: Exact): Exact {
  const k = wholeOf(decimals)
  if (k === null || k < -100n || k > 100n) throw notDefined
  const scale = toPower(10, Number(k))
  return over(round(times(a, scale)), scale)
}

/** Functions whose answer must be known: of what is no exact number they can say nothing. */
const questions: ReadonlySet<string> = new Set([
  'isSquare',
  'isPrime',
  'isInteger',
  'isEven',
  'isOdd',
  'divides',
])

/** The functions that a specification knows beyond those of the reader. */
export const ownFunctions: readonly string[] = [...questions, 'numerator', 'denominator', 'if']

/** Whether an expression can be true or false; of a name that shows when it has a value. */
export function isCondition(e: Expr): boolean {
  if (e.kind === 'sym') return true
  return e.kind === 'op' && e.op !== 'if' && (logical.has(e.op) || questions.has(e.op))
}
