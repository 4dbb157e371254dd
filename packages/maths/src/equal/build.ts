import { derivative } from '../calculus/derivative.ts'
import { integral } from '../calculus/integrate.ts'
import { limit } from '../calculus/limit.ts'
import { product as closedProduct, sum as closedSum } from '../calculus/sums.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import type { Rational } from '../exact/rational.ts'
import { type Expr, isOp, isSym, type Op, op, rewrite, substitute, sym } from '../tree.ts'
import { absolute, extreme } from './absolute.ts'
import { cosine, exponential, hyperbolic, sine } from './exponential.ts'
import { binomial, factorial } from './factorial.ts'
import { type Field, NotScalar, Undefined } from './field.ts'
import {
  type Fraction,
  inverse,
  isNil,
  minus,
  ofRational,
  one,
  plus,
  rationalOf,
  scaled,
  times,
  zero,
} from './fraction.ts'
import { logarithm } from './logarithm.ts'
import { power, rationalPower, wholePower } from './powers.ts'
import { rounded } from './rounding.ts'
import { hasVariables, signOf } from './sign.ts'

/** The value of a tree in a field. Throws Undefined where it has none, NotScalar where it is no number. */
export function build(field: Field, e: Expr): Fraction {
  field.budget.spend(20)
  if (e.kind === 'num') return ofRational(e.value)
  if (e.kind === 'str') throw new NotScalar()
  if (e.kind === 'sym') return symbol(field, e.name)
  if (notScalar.has(e.op)) throw new NotScalar()
  const builder = builders.get(e.op)
  return builder ? builder(field, e) : unknown(field, e)
}

function symbol(field: Field, name: string): Fraction {
  if (name === 'i') return field.unity({ n: 1n, d: 4n }) ?? one
  if (name === 'e') return exponential(field, one)
  if (name === 'minf') return minus(symbol(field, 'inf'))
  if (name === 'true' || name === 'false' || name === 'all' || name === 'none') throw new NotScalar()
  if (name === 'undefined') throw new Undefined()
  return field.variable(name, sym(name))
}

type Builder = (field: Field, e: Op) => Fraction

/** A builder from the values of the arguments. */
function from(make: (field: Field, ...args: Fraction[]) => Fraction): Builder {
  return (field, e) => make(field, ...e.args.map(arg => build(field, arg)))
}

/** A builder for a function of one argument. */
function of(make: (field: Field, u: Fraction) => Fraction): Builder {
  return (field, e) => {
    const [arg] = e.args
    if (arg === undefined || e.args.length !== 1) return unknown(field, e)
    return make(field, build(field, arg))
  }
}

const builders: ReadonlyMap<string, Builder> = new Map(
  Object.entries<Builder>({
    '+': (field, e) => e.args.reduce((total, arg) => plus(total, build(field, arg), field.budget), zero),
    '-': of((_field, u) => minus(u)),
    '*': (field, e) =>
      e.args.reduce((total, arg) => field.settle(times(total, build(field, arg), field.budget)), one),
    dot: (field, e) =>
      e.args.reduce((total, arg) => field.settle(times(total, build(field, arg), field.budget)), one),
    '/': from((field, a, b) => divided(field, a ?? one, b ?? one)),
    '^': (field, e) => raised(field, e),
    sqrt: of((field, u) => rationalPower(field, u, half)),
    root: from((field, u, n) => rootOf(field, u ?? one, n)),
    exp: of(exponential),
    ln: of(logarithm),
    log: from((field, u, base) =>
      divided(field, logarithm(field, u ?? one), logarithm(field, base ?? ofRational({ n: 10n, d: 1n }))),
    ),
    abs: of(absolute),
    signum: of((field, u) => signum(field, u)),
    sin: of(sine),
    cos: of(cosine),
    tan: of((field, u) => divided(field, sine(field, u), cosine(field, u))),
    cot: of((field, u) => divided(field, cosine(field, u), sine(field, u))),
    sec: of((field, u) => divided(field, one, cosine(field, u))),
    csc: of((field, u) => divided(field, one, sine(field, u))),
    sinh: of((field, u) => hyperbolic(field, u, -1)),
    cosh: of((field, u) => hyperbolic(field, u, 1)),
    tanh: of((field, u) => divided(field, hyperbolic(field, u, -1), hyperbolic(field, u, 1))),
    coth: of((field, u) => divided(field, hyperbolic(field, u, 1), hyperbolic(field, u, -1))),
    sech: of((field, u) => divided(field, one, hyperbolic(field, u, 1))),
    csch: of((field, u) => divided(field, one, hyperbolic(field, u, -1))),
    asin: of((field, u) => arc(field, 'asin', u)),
    acos: of((field, u) => plus(quarterTurn(field), minus(arc(field, 'asin', u)), field.budget)),
    atan: of((field, u) => arc(field, 'atan', u)),
    acot: of((field, u) => arc(field, 'atan', divided(field, one, u))),
    asec: of((field, u) =>
      plus(quarterTurn(field), minus(arc(field, 'asin', divided(field, one, u))), field.budget),
    ),
    acsc: of((field, u) => arc(field, 'asin', divided(field, one, u))),
    asinh: of((field, u) => logarithm(field, plus(u, rootOfSquare(field, u, one), field.budget))),
    acosh: of((field, u) => logarithm(field, plus(u, rootOfSquare(field, u, minus(one)), field.budget))),
    atanh: of((field, u) =>
      areaTangent(field, plus(one, u, field.budget), plus(one, minus(u), field.budget)),
    ),
    acoth: of((field, u) =>
      areaTangent(field, plus(u, one, field.budget), plus(u, minus(one), field.budget)),
    ),
    asech: of((field, u) => build(field, op('acosh', field.treeOf(divided(field, one, u))))),
    acsch: of((field, u) => build(field, op('asinh', field.treeOf(divided(field, one, u))))),
    percent: of((_field, u) => scaled(u, { n: 1n, d: 100n })),
    degree: of((field, u) => scaled(times(u, pi(field), field.budget), { n: 1n, d: 180n })),
    mixed: from((field, a, b) => plus(a ?? zero, b ?? zero, field.budget)),
    factorial: of(factorial),
    gamma: of((field, u) => factorial(field, plus(u, minus(one), field.budget))),
    binomial: (field, e) => chosen(field, e),
    max: (field, e) => extremes(field, e, true),
    min: (field, e) => extremes(field, e, false),
    re: of((field, u) => scaled(plus(u, field.conjugate(u, true), field.budget), half)),
    im: of((field, u) => imaginaryPart(field, u)),
    conjugate: of((field, u) => field.conjugate(u, true)),
    floor: of((field, u) => rounded(field, 'floor', u)),
    ceiling: of((field, u) => rounded(field, 'ceiling', u)),
    round: of((field, u) => rounded(field, 'round', u)),
    gcd: from((field, ...list) => rounded(field, 'gcd', ...list)),
    lcm: from((field, ...list) => rounded(field, 'lcm', ...list)),
    mod: from((field, ...list) => rounded(field, 'mod', ...list)),
    noun: (field, e) => {
      const [inner] = e.args
      if (inner === undefined) return unknown(field, e)
      return field.keepNouns && inner.kind === 'op'
        ? noun(field, inner)
        : build(field, workedOut(field, inner))
    },
    diff: (field, e) => differentiated(field, e),
    integrate: (field, e) => integrated(field, e),
    limit: (field, e) => ofRule(field, e, limit),
    sum: (field, e) => summed(field, e, closedSum),
    product: (field, e) => summed(field, e, closedProduct),
    seq: (field, e) => build(field, e.args.at(-1) ?? e),
  }),
)

/** What is no number: refused, so that whoever asked can compare it as what it is. */
const notScalar = new Set(
  '= # < <= > >= chain and or not implies xor xnor nand nor list set tuple matrix oo oc co cc union intersection setminus define assign pm approx similar'.split(
    ' ',
  ),
)

const half = { n: 1n, d: 2n }

function pi(field: Field): Fraction {
  return field.variable('pi', sym('pi'))
}

function quarterTurn(field: Field): Fraction {
  return scaled(pi(field), half)
}

/** a / b. Throws Undefined where b is nothing. */
export function divided(field: Field, a: Fraction, b: Fraction): Fraction {
  const below = field.settle(b)
  if (isNil(below)) throw new Undefined()
  return field.settle(times(a, inverse(below), field.budget))
}

/** A power, without taking e for a variable: e^u is the exponential function. */
function raised(field: Field, e: Op): Fraction {
  const [base, exponent] = e.args
  if (base === undefined || exponent === undefined) return unknown(field, e)
  if (isSym(base, 'e')) return exponential(field, build(field, exponent))
  const halved = isOp(base, 'abs', 1) && exponent.kind === 'num' ? halfOf(exponent.value) : null
  if (halved !== null && isOp(base, 'abs', 1))
    return wholePower(field, squareOfSize(field, build(field, base.args[0] ?? base)), halved)
  return power(field, build(field, base), build(field, exponent))
}

/** |u|² as u·ū, which needs no bars. */
function squareOfSize(field: Field, u: Fraction): Fraction {
  const value = field.canonical(u)
  return field.settle(times(value, field.conjugate(value), field.budget))
}

function halfOf({ n, d }: Rational): bigint | null {
  return d === 1n && n > 0n && n % 2n === 0n ? n / 2n : null
}

/** The n-th root; for an odd n that of a negative number is negative, as in school. */
function rootOf(field: Field, u: Fraction, n: Fraction | undefined): Fraction {
  const order = n === undefined ? { n: 2n, d: 1n } : rationalOf(field.canonical(n))
  if (order === null) return power(field, u, divided(field, one, n ?? one))
  if (order.n === 0n) throw new Undefined()
  const exponent = order.n < 0n ? { n: -order.d, d: -order.n } : { n: order.d, d: order.n }
  const odd = order.d === 1n && order.n % 2n !== 0n
  const value = field.canonical(u)
  const down = (value.num[0]?.c ?? 0n) < 0n || signOf(field, value) < 0
  return odd && down
    ? minus(rationalPower(field, minus(value), exponent))
    : rationalPower(field, value, exponent)
}

/** n over k; with a list of numbers the ways to deal n out in parts of these sizes. */
function chosen(field: Field, e: Op): Fraction {
  const [n, k] = e.args
  if (n === undefined || k === undefined) return unknown(field, e)
  if (!isOp(k, 'list')) return binomial(field, build(field, n), build(field, k))
  return k.args.reduce(
    (total, part) => times(total, inverse(factorial(field, build(field, part))), field.budget),
    factorial(field, build(field, n)),
  )
}

function signum(field: Field, u: Fraction): Fraction {
  const value = field.canonical(u)
  if (isNil(value)) return zero
  return divided(field, value, absolute(field, value))
}

function rootOfSquare(field: Field, u: Fraction, more: Fraction): Fraction {
  return rationalPower(field, plus(times(u, u, field.budget), more, field.budget), half)
}

/** Half of the logarithm of a quotient. */
function areaTangent(field: Field, above: Fraction, below: Fraction): Fraction {
  return scaled(logarithm(field, divided(field, above, below)), half)
}

function imaginaryPart(field: Field, u: Fraction): Fraction {
  const double = plus(u, minus(field.conjugate(u, true)), field.budget)
  const i = field.unity({ n: -1n, d: 4n }) ?? one
  return field.canonical(scaled(times(double, i, field.budget), half))
}

function extremes(field: Field, e: Op, largest: boolean): Fraction {
  const [first, ...rest] = e.args.map(arg => build(field, arg))
  if (first === undefined) return unknown(field, e)
  return rest.reduce((best, next) => extreme(field, best, next, largest), first)
}

/** atan and asin: odd, with their known values. */
function arc(field: Field, name: 'asin' | 'atan', u: Fraction): Fraction {
  const value = field.canonical(u)
  if (isNil(value)) return zero
  const known = knownArc(field, name, value)
  if (known) return known
  const down = value.num[0] !== undefined && value.num[0].c < 0n
  const size = down ? minus(value) : value
  const result = field.opaque(name, [size], op(name, field.treeOf(size)))
  return down ? minus(result) : result
}

/** The angle of a fixed value of sine or tangent where it is a part of π that school and first years know. */
function knownArc(field: Field, name: 'asin' | 'atan', value: Fraction): Fraction | null {
  if (hasVariables(field, value)) return null
  const near = evaluate(op(name, field.treeOf(value)), new Map(), field.budget)
  if (!isKnown(near) || Math.abs(near.im) > near.error + 1e-12) return null
  const part = partsOfTurn.find(count => isNearWhole((near.re / Math.PI) * count))
  if (part === undefined) return null
  const angle = scaled(pi(field), { n: BigInt(Math.round((near.re / Math.PI) * part)), d: BigInt(part) })
  const reached =
    name === 'asin' ? sine(field, angle) : divided(field, sine(field, angle), cosine(field, angle))
  return isNil(field.canonical(plus(reached, minus(value), field.budget))) ? angle : null
}

function isNearWhole(x: number): boolean {
  return Math.abs(x - Math.round(x)) < 1e-10
}

/** How many parts half a turn falls into for angles that are looked for. */
const partsOfTurn = [12, 10, 8, 24]

function differentiated(field: Field, e: Op): Fraction {
  const [f, x, times_] = e.args
  if (f === undefined || !isSym(x)) return unknown(field, e)
  const count = times_?.kind === 'num' ? Number(times_.value.n) : times_ === undefined ? 1 : Number.NaN
  if (!(count <= 20)) return unknown(field, e)
  let result: Expr = f
  for (let k = 0; k < count; k++) {
    const next = derivative(result, x.name, field.budget)
    if (next.kind === 'op' && next.op === 'diff') return unknown(field, e)
    result = next
  }
  return build(field, result)
}

/** The tree without quotes, and with the integrals in it that can be found. */
function workedOut(field: Field, e: Expr): Expr {
  if (field.keepNouns) return e
  return rewrite(e, node => {
    if (isOp(node, 'noun', 1)) return node.args[0] ?? node
    const [f, x, from_, to] = isOp(node, 'integrate', 4) ? node.args : []
    return (f && isSym(x) && integral(f, x.name, field.budget, from_, to)) || node
  })
}

/** A derivative or integral that was asked to stay: what it is of in normal form, the rest by name. */
function noun(field: Field, inner: Op): Fraction {
  if (inner.op === 'diff') return nounDerivative(field, inner)
  return unknown(field, op(`noun:${inner.op}`, ...inner.args))
}

/** A derivative of a derivative is one by both variables, in any order. */
function nounDerivative(field: Field, e: Op): Fraction {
  const by: string[] = []
  let inner: Expr = e
  for (;;) {
    const bare: Expr = isOp(inner, 'noun', 1) ? (inner.args[0] ?? inner) : inner
    const [f, x, count]: readonly Expr[] = isOp(bare, 'diff') ? bare.args : []
    if (f === undefined || !isSym(x)) break
    const times_ = count === undefined ? 1 : count.kind === 'num' ? Number(count.value.n) : 0
    if (times_ < 1 || times_ > 20) break
    by.push(...new Array<string>(times_).fill(x.name))
    inner = f
  }
  return unknown(field, op(`noun:diff:${by.sort().join()}`, inner))
}

function integrated(field: Field, e: Op): Fraction {
  const [f, x, from_, to] = e.args
  if (f === undefined || !isSym(x)) return unknown(field, e)
  const found = from_ && to ? integral(f, x.name, field.budget, from_, to) : integral(f, x.name, field.budget)
  return found ? build(field, found) : bound(field, e)
}

function ofRule(field: Field, e: Op, rule: typeof limit): Fraction {
  const [f, ...rest] = e.args
  const found = rule(f ? op(e.op, workedOut(field, f), ...rest) : e, field.budget)
  return found ? build(field, found) : bound(field, e)
}

function summed(field: Field, e: Op, rule: typeof closedSum): Fraction {
  const found = rule(e, field.budget)
  return found ? build(field, found) : bound(field, e)
}

/** Something with a bound variable that has no closed form: the same for every name of that variable. */
function bound(field: Field, e: Op): Fraction {
  const [f, x, ...rest] = e.args
  if (f === undefined || !isSym(x)) return unknown(field, e)
  const definite = rest.length > 0
  const inner = definite ? substitute(f, x.name, sym('#bound')) : f
  return unknown(field, op(e.op, inner, definite ? sym('#bound') : x, ...rest))
}

/** A function that is not known: a generator by its name and the normal forms of its arguments. */
function unknown(field: Field, e: Op): Fraction {
  try {
    const args = e.args.map(arg => field.canonical(build(field, arg)))
    return field.opaque(e.op, args, op(e.op, ...args.map(arg => field.treeOf(arg))))
  } catch (error) {
    if (!(error instanceof NotScalar)) throw error
    return field.variable(
      `tree:${JSON.stringify(e, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))}`,
      e,
    )
  }
}
