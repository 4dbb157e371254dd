import type { Budget } from '../budget.ts'
import {
  divideByNumber,
  isConstant,
  mergeMonomials,
  multiplyTerm,
  onePoly,
  type Poly,
  scale as scaledBy,
  subtract,
  type Term,
} from '../exact/polynomial.ts'
import { greatestCommonDivisor, type Rational, ratio } from '../exact/rational.ts'
import { exact, op, sym } from '../tree.ts'
import type { Field, Kernel } from './field.ts'
import {
  type Fraction,
  inverse,
  isNil,
  keyOf,
  minus,
  one,
  plus,
  scaled,
  tidy,
  times,
  zero,
} from './fraction.ts'
import { contentOf } from './parts.ts'
import { rationalPower } from './powers.ts'

/**
 * e^u, taken apart so that products and powers of exponentials fall together: a product over the terms of u, where
 * e^(c·ln f) is f^c, e^(iπ·c) a root of unity, and every other term a generator with a rational exponent.
 */
export function exponential(field: Field, u: Fraction): Fraction {
  return overTerms(field, u, (factor, term, below) => {
    const turnsAt = unityIn(field, term)
    if (turnsAt === 0) return realTerm(field, factor, term, below)
    const rest: Term = { c: 1n, m: withoutFirst(term.m, field.unityGenerator) }
    const imaginary = turnsAt * 4 === field.demands.unity
    return imaginary ? rotationTerm(field, factor, rest, below) : opaqueTerm(field, factor, term, below)
  })
}

/** e^(i·u) for a real u. */
export function rotation(field: Field, u: Fraction): Fraction {
  return overTerms(field, u, (factor, term, below) => {
    const turnsAt = unityIn(field, term)
    if (turnsAt === 0) return rotationTerm(field, factor, term, below)
    const rest: Term = { c: 1n, m: withoutFirst(term.m, field.unityGenerator) }
    if (turnsAt * 4 !== field.demands.unity) return opaqueRotation(field, factor, term, below)
    return realTerm(field, { n: -factor.n, d: factor.d }, rest, below)
  })
}

type OfTerm = (factor: Rational, term: Term, below: Poly) => Fraction

function overTerms(field: Field, u: Fraction, ofTerm: OfTerm): Fraction {
  const { num, den } = field.canonical(u)
  const size = contentOf(den)
  const below = divideByNumber(den, size)
  const { quotient, rest, scale } = dividedBy(num, below, field.budget)
  let result = one
  for (const [part, under] of [
    [quotient, onePoly],
    [rest, below],
  ] as const)
    for (const { c, m } of part) {
      const factor = ofTerm(ratio(c, size * scale), { c: 1n, m }, under)
      result = field.settle(times(result, factor, field.budget))
    }
  return result
}

/** num·scale = quotient·den + rest, where no term of the rest is a multiple of the first of den, so that sums fall apart in one way. */
function dividedBy(num: Poly, den: Poly, budget: Budget): { quotient: Poly; rest: Poly; scale: bigint } {
  const [lead] = den
  let [left, quotient, rest, size]: [Poly, Poly, Poly, bigint] = [num, [], [], 1n]
  if (lead === undefined || isConstant(den)) return { quotient: num, rest, scale: lead?.c ?? 1n }
  for (let [first] = left; first !== undefined; [first] = left) {
    budget.spend(20 + left.length + den.length)
    const m = mergeMonomials(first.m, lead.m, -1)
    if (m === null) {
      rest = [...rest, first]
      left = left.slice(1)
      continue
    }
    const by = lead.c / greatestCommonDivisor(lead.c, first.c)
    if (by !== 1n) [left, quotient, rest] = [scaledBy(left, by), scaledBy(quotient, by), scaledBy(rest, by)]
    size *= by
    const part = { c: (first.c * by) / lead.c, m }
    left = subtract(left, multiplyTerm(den, part))
    quotient = [...quotient, part]
  }
  return { quotient, rest, scale: size }
}

function unityIn(field: Field, { m }: Term): number {
  const g = field.unityGenerator
  for (let i = 0; i < m.length; i += 2) if (m[i] === g) return m[i + 1] ?? 0
  return 0
}

function withoutFirst(m: readonly number[], g: number): readonly number[] {
  const at = m.findIndex((h, i) => i % 2 === 0 && h === g)
  return at < 0 ? m : [...m.slice(0, at), ...m.slice(at + 2)]
}

/** e^(factor · term / below) for a real term. */
function realTerm(field: Field, factor: Rational, term: Term, below: Poly): Fraction {
  const unit = tidy([term], below)
  const single = singleKernel(field, unit)
  const isLog = single?.kind === 'log' || (single?.kind === 'function' && single.name === 'ln')
  if (isLog && single.argument) return rationalPower(field, single.argument, factor)
  const key = term.m.length === 0 && isConstant(below) ? 'e' : `e:${keyOf(unit)}`
  return field.toThe(factor, key, parts => ({
    kind: 'exponential',
    tree: exponentialTree(field, unit, parts),
    argument: scaled(unit, { n: 1n, d: BigInt(parts) }),
    parts: 1,
  }))
}

function exponentialTree(field: Field, unit: Fraction, parts: number) {
  const argument = field.treeOf(scaled(unit, { n: 1n, d: BigInt(parts) }))
  return op('exp', argument)
}

/** e^(i · factor · term / below) for a real term. */
function rotationTerm(field: Field, factor: Rational, term: Term, below: Poly): Fraction {
  const unit = tidy([term], below)
  const single = singleKernel(field, unit)
  if (single?.name === 'pi') return turned(field, ratio(factor.n, 2n * factor.d))
  const known = single && factor.d <= 4n ? ofInverse(field, single) : null
  // The angle lies between -π/2 and π/2, so that its parts are main roots.
  if (known) return rationalPower(field, known, factor)
  const i = field.unity({ n: 1n, d: 4n }) ?? one
  // What is no real number does not only turn: e^(i·u) has a size of its own then.
  const kind = mayBeComplex(field, unit) ? 'exponential' : 'rotation'
  return field.toThe(factor, `t:${keyOf(unit)}`, parts => {
    const argument = scaled(unit, { n: 1n, d: BigInt(parts) })
    return {
      kind,
      tree: op('exp', op('*', sym('i'), field.treeOf(argument))),
      argument: kind === 'rotation' ? argument : times(i, argument, field.budget),
      parts: 1,
    }
  })
}

/** e^(i·atan u) and e^(i·asin u) without the inverse function: sin(acos x) = √(1-x²) and its kin. */
function ofInverse(field: Field, kernel: Kernel): Fraction | null {
  const u = kernel.argument
  const i = field.unity({ n: 1n, d: 4n })
  if (kernel.kind !== 'function' || u === undefined || i === null) return null
  const iu = times(i, u, field.budget)
  const square = times(u, u, field.budget)
  if (kernel.name === 'atan') {
    const length = rationalPower(field, plus(one, square, field.budget), { n: 1n, d: 2n })
    return field.settle(times(plus(one, iu, field.budget), inverse(length), field.budget))
  }
  if (kernel.name !== 'asin') return null
  return plus(
    rationalPower(field, plus(one, minus(square), field.budget), { n: 1n, d: 2n }),
    iu,
    field.budget,
  )
}

/** The kernel that a term consists of, where it is one to the first power over nothing. */
function singleKernel(field: Field, { num, den }: Fraction): Kernel | undefined {
  const m = num.length === 1 ? (num[0]?.m ?? []) : []
  return m.length === 2 && m[1] === 1 && isConstant(den) ? field.at(m[0] ?? 0) : undefined
}

function opaqueTerm(field: Field, factor: Rational, term: Term, below: Poly): Fraction {
  const value = scaled(tidy([term], below), factor)
  return field.opaque('exp', [value], op('exp', field.treeOf(value)))
}

/** e^(i · factor · term / below) for a term that is no real number. */
function opaqueRotation(field: Field, factor: Rational, term: Term, below: Poly): Fraction {
  const i = field.unity({ n: 1n, d: 4n }) ?? one
  const value = times(i, scaled(tidy([term], below), factor), field.budget)
  return field.opaque('exp', [value], op('exp', field.treeOf(value)))
}

/** exp(2πi·turn), whatever its order. */
export function turned(field: Field, turn: Rational): Fraction {
  const unity = field.unity(turn)
  if (unity) return unity
  const tree = op('exp', op('*', exact(scaleOf(turn)), sym('i'), sym('pi')))
  return field.opaque(`turn${turn.n}/${turn.d}`, [], tree)
}

function scaleOf({ n, d }: Rational): Rational {
  return ratio(2n * n, d)
}

/** (e^(iu) + e^(-iu)) / 2. */
export function cosine(field: Field, u: Fraction): Fraction {
  const turn = rotation(field, withoutBars(field, u))
  return field.settle(scaled(plus(turn, inverseOf(field, turn), field.budget), { n: 1n, d: 2n }))
}

/** u for c·|u|, since the cosine is even. */
function withoutBars(field: Field, u: Fraction): Fraction {
  const [term] = u.num
  const [g = -1, count = 0] = term?.m ?? []
  const kernel = u.num.length === 1 && term?.m.length === 2 && count === 1 ? field.at(g) : undefined
  if (kernel?.kind !== 'abs' || kernel.argument === undefined || !isConstant(u.den)) return u
  return times(kernel.argument, { num: [{ c: term?.c ?? 1n, m: [] }], den: u.den }, field.budget)
}

/** (e^(iu) - e^(-iu)) / 2i. */
export function sine(field: Field, u: Fraction): Fraction {
  const turn = rotation(field, u)
  const difference = plus(turn, minus(inverseOf(field, turn)), field.budget)
  const quarter = field.unity({ n: -1n, d: 4n }) ?? one
  return field.settle(scaled(times(difference, quarter, field.budget), { n: 1n, d: 2n }))
}

function inverseOf(field: Field, a: Fraction): Fraction {
  return field.canonical(inverse(a))
}

/** (e^u ± e^(-u)) / 2. */
export function hyperbolic(field: Field, u: Fraction, sign: 1 | -1): Fraction {
  const up = exponential(field, u)
  const down = exponential(field, minus(u))
  return scaled(plus(up, sign === 1 ? down : minus(down), field.budget), { n: 1n, d: 2n })
}

/** Whether a value holds roots of unity or rotations: whether it may be no real number. */
export function mayBeComplex(field: Field, a: Fraction): boolean {
  return [...a.num, ...a.den].some(({ m }) => m.some((g, k) => k % 2 === 0 && isTurned(field, g)))
}

function isTurned(field: Field, g: number): boolean {
  const { kind, argument } = field.at(g)
  if (kind === 'unity' || kind === 'rotation' || field.isUnreal(g)) return true
  return (
    (kind === 'exponential' || kind === 'root') && argument !== undefined && mayBeComplex(field, argument)
  )
}

/** The real value that a product of exponentials of what need not be real is e to the power of; null where there is none. */
export function realExponent(field: Field, parts: readonly (readonly [Poly, number])[]): Fraction | null {
  let exponent = zero
  for (const [part, count] of parts) {
    const argument = exponentOf(field, part)
    if (argument) exponent = plus(exponent, scaled(argument, { n: BigInt(count), d: 1n }), field.budget)
  }
  const settled = field.canonical(exponent)
  const apart = field.settle(plus(settled, minus(field.conjugate(settled)), field.budget))
  return isNil(apart) ? settled : null
}

/** What e is raised to, for a generator that is a rotation or an exponential of what need not be real. */
export function exponentOf(field: Field, part: Poly): Fraction | undefined {
  const [term] = part
  const [g = -1, count = 0] = part.length === 1 ? (term?.m ?? []) : []
  const { kind, argument } = count > 0 && term?.m.length === 2 ? field.at(g) : {}
  if (argument === undefined || term?.c !== 1n) return undefined
  if (kind !== 'rotation' && !(kind === 'exponential' && mayBeComplex(field, argument))) return undefined
  const power = scaled(argument, { n: BigInt(count), d: 1n })
  return kind === 'rotation' ? times(power, field.unity({ n: 1n, d: 4n }) ?? one, field.budget) : power
}
