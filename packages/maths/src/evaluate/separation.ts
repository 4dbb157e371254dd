import type { Budget } from '../budget.ts'
import {
  bitLength,
  difference,
  greatestCommonDivisor,
  negative,
  product,
  quotient,
  type Rational,
  ratio,
  sum,
} from '../exact/rational.ts'
import { type Expr, exact, isSym, type Op, op, substitute, variables } from '../tree.ts'
import { evaluateBall } from './ball.ts'
import { type Ball, excludesZero, magnitudeBits } from './ball-functions.ts'
import { rationalOf } from './constant.ts'

const mostBits = 20_000
const bitsWithoutBound = 2000

/**
 * Whether a tree without variables is zero. `zero` is proved: an algebraic number that is not zero cannot be nearer to
 * it than its separation bound, and the value is. `nonzero` is proved by a ball. What has no value is `unknown`, and so
 * is what half of the budget does not suffice for.
 */
export function isZeroConstant(e: Expr, budget: Budget): 'zero' | 'nonzero' | 'unknown' {
  return budget.attempt(0.5, part => settled(e, part)) ?? 'unknown'
}

function settled(e: Expr, budget: Budget): 'zero' | 'nonzero' | 'unknown' {
  const exactly = rationalOf(e, budget)
  if (exactly) return exactly.n === 0n ? 'zero' : 'nonzero'
  if (variables(e).length > 0) return 'unknown'
  for (const bits of [64, 200]) {
    const found = verdictOf(evaluateBall(e, nowhere, bits, budget), Number.POSITIVE_INFINITY)
    if (found) return found
  }
  const bound = separationBits(e, budget) ?? Number.POSITIVE_INFINITY
  return decide(e, bound > mostBits ? Number.POSITIVE_INFINITY : bound, budget)
}

const nowhere: ReadonlyMap<string, Rational> = new Map()

function decide(e: Expr, bound: number, budget: Budget): 'zero' | 'nonzero' | 'unknown' {
  const most = bound === Number.POSITIVE_INFINITY ? bitsWithoutBound : bound + mostBits
  const first = Math.min(500, bound + 64)
  for (let bits = first; bits <= most; bits = next(bits, bound)) {
    const found = verdictOf(evaluateBall(e, nowhere, Math.ceil(bits), budget), bound)
    if (found) return found
  }
  return 'unknown'
}

/** Twice as many digits, but no more than suffice as a rule. */
function next(bits: number, bound: number): number {
  return bits < bound + 64 ? Math.min(2 * bits, bound + 64) : 1.5 * bits
}

function verdictOf(ball: Ball | null, bound: number): 'zero' | 'nonzero' | null {
  if (ball === null) return null
  if (excludesZero(ball)) return 'nonzero'
  const size = magnitudeBits(ball)
  return size === Number.NEGATIVE_INFINITY || size < -bound ? 'zero' : null
}

/**
 * A number as a quotient of two algebraic integers of one field: no conjugate of the numerator is above `2^above`, none
 * of the denominator above `2^below`.
 */
interface Bounds {
  readonly above: number
  readonly below: number
}

/**
 * How near to zero an algebraic number can be without being zero: its size is at least `2^-bits`. Null where the tree
 * is not known to be algebraic. Where all conjugates of an algebraic integer of degree D are at most u, it is at least
 * `u^(1-D)`, since its norm is at least one (Burnikel, Funke, Mehlhorn, Schirra, Schmitt: A separation bound for real
 * algebraic expressions, Algorithmica 55, 2009).
 */
export function separationBits(e: Expr, budget: Budget): number | null {
  const field: Field = {
    roots: new Map(),
    nodes: new Map(),
    shapes: new Map(),
    order: 1n,
    complex: false,
    budget,
  }
  const found = boundsOf(e, field)
  if (found === null) return null
  const degree = degreeOf(field)
  return degree > 1e6
    ? null
    : Math.ceil(((degree - 1) * Math.max(0, found.above) + Math.max(0, found.below)) * (1 + 1e-9)) + 1
}

/** What has to be adjoined to the fractions. */
interface Field {
  /** The indices of distinct roots, by index and radicand. */
  readonly roots: Map<string, number>
  readonly nodes: Map<Expr, Bounds | null>
  /** Numbers that stand for trees that are the same, by operator and arguments. */
  readonly shapes: Map<string, number>
  /** A root of unity of this order is in the field, or its real part. */
  order: bigint
  complex: boolean
  readonly budget: Budget
}

function degreeOf(field: Field): number {
  let degree = field.complex ? 2 : 1
  for (const index of field.roots.values()) degree *= index
  return degree * (field.order > 2n ? Math.ceil(totient(Number(field.order)) / 2) : 1)
}

function totient(n: number): number {
  let rest = n
  let count = n
  for (let p = 2; p * p <= rest; p += 1) {
    if (rest % p !== 0) continue
    while (rest % p === 0) rest /= p
    count -= count / p
  }
  return rest > 1 ? count - count / rest : count
}

function boundsOf(e: Expr, field: Field): Bounds | null {
  const known = field.nodes.get(e)
  if (known !== undefined) return known
  field.budget.spend(20)
  const value = rationalOf(e, field.budget)
  const found = value
    ? ofRational(value)
    : e.kind === 'op'
      ? ofOp(e, field)
      : isSym(e, 'i')
        ? imaginary(field)
        : null
  field.nodes.set(e, found)
  return found
}

function ofRational(a: Rational): Bounds {
  return { above: bitLength(a.n), below: a.d === 1n ? 0 : bitLength(a.d) }
}

function imaginary(field: Field): Bounds {
  field.complex = true
  return { above: 0, below: 0 }
}

function ofOp(e: Op, field: Field): Bounds | null {
  if (e.op === '^') return ofPower(e, field)
  if (e.op === 'exp') return ofUnity(e.args[0], field)
  if (waves.has(e.op)) return ofWave(e, field)
  if (e.op === 'sum' || e.op === 'product') return ofTerms(e, field)
  const args: Bounds[] = []
  for (const arg of e.args) {
    const found = boundsOf(arg, field)
    if (found === null) return null
    args.push(found)
  }
  return combine(e, args, field)
}

function combine(e: Op, args: readonly Bounds[], field: Field): Bounds | null {
  const [a, b] = args
  const [first, index] = e.args
  if (a === undefined || first === undefined) return null
  if (e.op === '+' || e.op === 'mixed') return args.reduce(plus)
  if (e.op === '*') return args.reduce(times)
  if (e.op === '-') return a
  if (e.op === '/') return b ? times(a, inverse(b)) : null
  if (e.op === 'percent') return times(a, { above: 0, below: 7 })
  if (e.op === 'sqrt') return ofRoot(first, 2, a, field)
  if (e.op === 'root' && index) return ofOddRoot(first, wholeIndex(index, field), a, field)
  if (e.op === 'max' || e.op === 'min') return args.reduce(either)
  if (['abs', 're', 'conjugate'].includes(e.op)) return isRealNumber(first, field) ? a : null
  return ofExact(e, field)
}

function plus(a: Bounds, b: Bounds): Bounds {
  const [x, y] = [a.above + b.below, a.below + b.above]
  return { above: Math.max(x, y) + Math.log2(1 + 2 ** -Math.abs(x - y)), below: a.below + b.below }
}

function times(a: Bounds, b: Bounds): Bounds {
  return { above: a.above + b.above, below: a.below + b.below }
}

function inverse(a: Bounds): Bounds {
  return { above: a.below, below: a.above }
}

function either(a: Bounds, b: Bounds): Bounds {
  return { above: Math.max(a.above, b.above), below: Math.max(a.below, b.below) }
}

function isRealNumber(e: Expr, field: Field): boolean {
  const ball = evaluateBall(e, nowhere, 64, field.budget)
  return ball !== null && ball.im.m === 0n && ball.im.r === 0n
}

/** Other functions are algebraic where the value comes out without any rounding, as a factorial does. */
function ofExact(e: Op, field: Field): Bounds | null {
  const ball = evaluateBall(e, nowhere, 2000, field.budget)
  if (ball === null || ball.re.r !== 0n || ball.im.r !== 0n || ball.im.m !== 0n) return null
  return { above: bitLength(ball.re.m) + Math.max(0, ball.re.e), below: Math.max(0, -ball.re.e) }
}

/** The real root of a number below zero is another one than the principal root, and not in its field. */
function ofOddRoot(radicand: Expr, index: number, a: Bounds, field: Field): Bounds | null {
  return ofRoot(radicand, index, a, field, index % 2 === 1 ? 'real ' : '')
}

function wholeIndex(e: Expr, field: Field): number {
  const value = rationalOf(e, field.budget)
  return value && value.d === 1n && value.n > 0n && value.n <= 10_000n ? Number(value.n) : 0
}

/**
 * A root of U/L is the root of U L^(k-1), over L. Where L is the larger, U over the root of U^(k-1) L is the better
 * choice, but not for a number that may be zero, since then nothing may be divided by that root.
 */
function ofRoot(radicand: Expr, index: number, a: Bounds, field: Field, kind = ''): Bounds | null {
  if (index < 1) return null
  field.roots.set(`${kind}${index}:${shape(radicand, field)}`, index)
  const swap = a.above < a.below && isSurelyNotZero(radicand, field)
  if (swap) return { above: a.above, below: (a.above * (index - 1) + a.below) / index }
  return { above: (a.above + a.below * (index - 1)) / index, below: a.below }
}

function isSurelyNotZero(e: Expr, field: Field): boolean {
  const ball = evaluateBall(e, nowhere, 64, field.budget)
  return ball !== null && excludesZero(ball)
}

/** A number for the tree that is the same for trees that are the same. */
function shape(e: Expr, field: Field): number {
  const key =
    e.kind === 'num'
      ? `${e.value.n}/${e.value.d}`
      : e.kind === 'op'
        ? `${e.op}(${e.args.map(arg => shape(arg, field)).join()})`
        : e.kind === 'sym'
          ? e.name
          : `"${e.value}"`
  const known = field.shapes.get(key)
  if (known !== undefined) return known
  field.budget.spend(5)
  field.shapes.set(key, field.shapes.size)
  return field.shapes.size - 1
}

function ofPower(e: Op, field: Field): Bounds | null {
  const [base, exponent] = e.args
  if (base === undefined || exponent === undefined) return null
  if (isSym(base, 'e')) return ofUnity(exponent, field)
  const a = boundsOf(base, field)
  const value = rationalOf(exponent, field.budget)
  if (a === null || value === null || value.d > 10_000n || bitLength(value.n) > 30) return null
  const root = value.d === 1n ? a : ofRoot(base, Number(value.d), a, field)
  const size = Math.abs(Number(value.n))
  const raised = root && { above: root.above * size, below: root.below * size }
  return raised && value.n < 0n ? inverse(raised) : raised
}

/** A sum or product of literal length, as if it were written out. */
function ofTerms(e: Op, field: Field): Bounds | null {
  const [term, counter, low, high] = e.args
  const from = low && rationalOf(low, field.budget)
  const to = high && rationalOf(high, field.budget)
  if (
    term === undefined ||
    !isSym(counter) ||
    !from ||
    !to ||
    from.d !== 1n ||
    to.d !== 1n ||
    to.n - from.n > 1000n
  )
    return null
  const terms: Expr[] = []
  for (let k = from.n; k <= to.n; k += 1n) terms.push(substitute(term, counter.name, exact({ n: k, d: 1n })))
  const [only] = terms
  return only === undefined
    ? { above: 0, below: 0 }
    : boundsOf(terms.length === 1 ? only : op(e.op === 'sum' ? '+' : '*', ...terms), field)
}

const waves = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc'])

/** Twice the cosine of a fraction of a turn is an algebraic integer, and so is twice the sine; both are at most 2. */
function ofWave(e: Op, field: Field): Bounds | null {
  const angle = e.args[0] && multipleOf(e.args[0], field.budget)
  if (angle?.i !== 0 || (angle.pi !== 1 && angle.c.n !== 0n)) return null
  const turns = quotient(angle.c, { n: 2n, d: 1n })
  if (e.op !== 'sin' && e.op !== 'csc') adjoin(turns.d, field)
  if (e.op !== 'cos' && e.op !== 'sec') adjoin(difference({ n: 1n, d: 4n }, turns).d, field)
  return field.order > 100_000n ? null : { above: 1, below: 1 }
}

function adjoin(order: bigint, field: Field): void {
  field.order = (field.order / greatestCommonDivisor(field.order, order)) * order
}

/** e to the power of a fraction of 2πi. */
function ofUnity(exponent: Expr | undefined, field: Field): Bounds | null {
  const angle = exponent && multipleOf(exponent, field.budget)
  if (angle?.i !== 1 || angle.pi !== 1) return null
  field.complex = true
  adjoin(quotient(angle.c, { n: 2n, d: 1n }).d, field)
  adjoin(4n, field)
  return field.order > 100_000n ? null : { above: 0, below: 0 }
}

/** `c π^pi i^i`. */
interface Multiple {
  readonly c: Rational
  readonly pi: number
  readonly i: number
}

/** A fraction times powers of π and i; null where the tree is not that. */
export function multipleOf(e: Expr, budget: Budget): Multiple | null {
  const value = rationalOf(e, budget)
  if (value) return { c: value, pi: 0, i: 0 }
  if (isSym(e, 'pi')) return { c: { n: 1n, d: 1n }, pi: 1, i: 0 }
  if (isSym(e, 'i')) return { c: { n: 1n, d: 1n }, pi: 0, i: 1 }
  if (e.kind !== 'op' || !['+', '-', '*', '/', 'degree'].includes(e.op)) return null
  const args: Multiple[] = []
  for (const arg of e.args) {
    const found = multipleOf(arg, budget)
    if (found === null) return null
    args.push(found)
  }
  return joined(e.op, args)
}

function joined(name: string, args: readonly Multiple[]): Multiple | null {
  const [a, b] = args
  if (a === undefined) return null
  if (name === '-') return { ...a, c: negative(a.c) }
  if (name === 'degree') return { ...a, c: quotient(a.c, { n: 180n, d: 1n }), pi: a.pi + 1 }
  if (name === '/') return b && b.c.n !== 0n ? { c: quotient(a.c, b.c), pi: a.pi - b.pi, i: a.i - b.i } : null
  if (name === '*') return args.reduce((x, y) => ({ c: product(x.c, y.c), pi: x.pi + y.pi, i: x.i + y.i }))
  const parts = args.filter(arg => arg.c.n !== 0n)
  const [first = a] = parts
  if (parts.some(part => part.pi !== first.pi || part.i !== first.i)) return null
  return { ...first, c: parts.reduce((total, part) => sum(total, part.c), ratio(0n, 1n)) }
}
