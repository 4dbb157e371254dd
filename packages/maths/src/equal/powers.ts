import { factor } from '../exact/factor.ts'
import { squareFree } from '../exact/gcd.ts'
import {
  constantOf,
  content,
  divideByNumber,
  generator,
  isConstant,
  leadingSign,
  multiply,
  negate,
  onePoly,
  type Poly,
  power as powerPoly,
} from '../exact/polynomial.ts'
import { bitLength, product, type Rational, ratio } from '../exact/rational.ts'
import { exact, int, op } from '../tree.ts'
import { absolute, realTurn } from './absolute.ts'
import { exponential, exponentOf, mayBeComplex, realExponent, turned } from './exponential.ts'
import { type Field, type Kernel, Undefined } from './field.ts'
import {
  type Fraction,
  inverse,
  isNil,
  keyOf,
  minus,
  ofPoly,
  one,
  rationalOf,
  scaled,
  times,
  zero,
} from './fraction.ts'
import { logarithm } from './logarithm.ts'
import { floorOf, numberRoot } from './number-roots.ts'
import { hasVariables, signOf } from './sign.ts'

/** A value to a power, by what is known of the exponent: whole, rational, or anything. */
export function power(field: Field, base: Fraction, exponent: Fraction): Fraction {
  const settled = field.settle(exponent)
  const known = rationalOf(settled) ?? rationalOf(field.canonical(settled))
  if (known) return rationalPower(field, base, known)
  if (isNil(base))
    return field.opaque('^', [base, exponent], op('^', field.treeOf(base), field.treeOf(exponent)))
  if (mayNotMerge(field, base)) {
    const args = [base, exponent]
    return field.opaque(
      '^',
      args,
      op('^', field.treeOf(field.canonical(base)), field.treeOf(field.canonical(exponent))),
    )
  }
  const value = field.settle(base)
  const sign = hasVariables(field, value) ? 0 : signOf(field, value)
  const down = (sign || leadingSign(value.num)) < 0
  const log = logarithm(field, down ? minus(value) : value)
  const size = exponential(field, times(exponent, log, field.budget))
  if (!down) return size
  // (-u)^n is (-1)^n·u^n, so that the sign has one place.
  const turn = exponential(field, times(exponent, logarithm(field, minus(one)), field.budget))
  return field.settle(times(turn, size, field.budget))
}

/** Whether (a^b)^c must be kept apart from a^(b·c): where a may be below zero and b is not a known number. */
function mayNotMerge(field: Field, base: Fraction): boolean {
  return [...base.num, ...base.den].some(({ m }) =>
    m.some((g, i) => {
      const kernel = i % 2 === 0 ? field.at(g) : undefined
      return (
        kernel?.kind === 'exponential' &&
        kernel.argument !== undefined &&
        hasDoubtfulLog(field, kernel.argument)
      )
    }),
  )
}

function hasDoubtfulLog(field: Field, argument: Fraction): boolean {
  return argument.num.some(({ m }) =>
    m.some((g, i) => {
      const kernel = i % 2 === 0 ? field.at(g) : undefined
      return kernel?.kind === 'log' && kernel.argument !== undefined && !field.isPositive(kernel.argument.num)
    }),
  )
}

/** A value to a rational power; the main root where it is a root. */
export function rationalPower(field: Field, base: Fraction, exponent: Rational): Fraction {
  if (exponent.d === 1n) return wholePower(field, base, exponent.n)
  if (isNil(base)) {
    if (exponent.n > 0n) return zero
    throw new Undefined()
  }
  const floor = floorOf(exponent)
  const rest: Rational = { n: exponent.n - floor * exponent.d, d: exponent.d }
  const whole = wholePower(field, base, floor)
  return field.settle(times(whole, properRoot(field, field.canonical(base), rest), field.budget))
}

/** The number of terms above which a power is kept as a power of one generator. */
const expandUpTo = 700

/** A value to a whole power. */
export function wholePower(field: Field, base: Fraction, exponent: bigint): Fraction {
  if (exponent === 0n) {
    if (isNil(field.settle(base))) throw new Undefined()
    return one
  }
  if (isNil(base)) {
    if (exponent > 0n) return zero
    throw new Undefined()
  }
  if (exponent < 0n) {
    const settled = field.settle(base)
    if (isNil(settled)) throw new Undefined()
    return wholePower(field, inverse(settled), -exponent)
  }
  if (bitLength(exponent) > 40) return hugePower(field, base, exponent)
  const n = Number(exponent)
  return field.settle({ num: polyPower(field, base.num, n), den: polyPower(field, base.den, n) })
}

/** A power whose exponent is beyond what can be worked out: 1 and -1 apart, it stays a power. */
function hugePower(field: Field, base: Fraction, exponent: bigint): Fraction {
  const value = rationalOf(base)
  if (value && value.d === 1n && (value.n === 1n || value.n === -1n))
    return value.n === 1n || exponent % 2n === 0n ? one : minus(one)
  return field.opaque('^', [base], op('^', field.treeOf(base), int(exponent)))
}

function polyPower(field: Field, p: Poly, n: number): Poly {
  if (p.length === 1 || n === 1 || expandedTerms(p.length, n) <= expandUpTo)
    return powerPoly(p, n, field.budget)
  const size = content(p) * BigInt(leadingSign(p) || 1)
  const primitive = divideByNumber(p, size)
  const { base, times: count } = perfectPower(field, primitive)
  const g = field.kernel(`b:${JSON.stringify(base.map(({ c, m }) => [c.toString(), m]))}`, () => ({
    kind: 'base',
    tree: field.polyTree(base),
    argument: ofPoly(base),
  }))
  if (n * bitLength(size) > 200_000) field.budget.spend(Number.POSITIVE_INFINITY)
  return multiply([{ c: size ** BigInt(n), m: [] }], generator(g, n * count), field.budget)
}

/** A polynomial as a power of another where it is one, so that ((x-a)²)^3000 and (x-a)^6000 are the same. */
function perfectPower(field: Field, p: Poly): { base: Poly; times: number } {
  const parts = field.budget.attempt(0.1, budget => squareFree(p, budget)) ?? []
  const [only] = parts
  return parts.length === 1 && only && leadingSign(only[0]) > 0
    ? { base: only[0], times: only[1] }
    : { base: p, times: 1 }
}

/** How many terms a power has when nothing falls together: C(n+k-1, k-1). */
function expandedTerms(k: number, n: number): number {
  let count = 1
  for (let i = 1; i < k && count < 1e9; i++) count = (count * (n + i)) / i
  return count
}

/** base^(a/b) with 0 < a/b < 1: numbers by their primes, even powers out of even roots as absolute values. */
function properRoot(field: Field, base: Fraction, exponent: Rational): Fraction {
  const taken = realPowersOut(field, base, exponent)
  if (taken)
    return field.settle(times(taken.outside, properRoot(field, taken.inside, exponent), field.budget))
  if (!isConstant(base.den) && mayBeComplex(field, base)) return rootOfTurning(field, base, exponent)
  const { num, den } = base
  const numContent = content(num)
  const denContent = content(den)
  const denPrimitive = divideByNumber(den, denContent)
  const numPrimitive = divideByNumber(num, numContent)
  const up = numberRoot(field, numContent, exponent)
  const down = numberRoot(field, denContent, exponent)
  let value = field.settle(times(up, inverse(down), field.budget))
  const order = Number(exponent.d)
  const radicand = isConstant(denPrimitive)
    ? numPrimitive
    : multiply(numPrimitive, powerPoly(denPrimitive, order - 1, field.budget), field.budget)
  value = times(value, polyRoot(field, radicand, exponent), field.budget)
  if (isConstant(denPrimitive)) return field.settle(value)
  // √(N/D) is √(ND)/|D|. Of √(1/x), which school writes as 1/√x, no more is asked than that both are real.
  const whole = ofPoly(denPrimitive)
  const size = order % 2 === 0 && denPrimitive.length > 1 ? absolute(field, whole) : whole
  return field.settle(times(value, inverse(wholePower(field, size, exponent.n)), field.budget))
}

/**
 * Takes even powers of real values that are written with turns, such as sin²x, out of an even root as absolute values.
 * Null where there are none.
 */
function realPowersOut(
  field: Field,
  base: Fraction,
  exponent: Rational,
): { outside: Fraction; inside: Fraction } | null {
  const order = Number(exponent.d)
  if (order % 2 === 1 || ![...base.num, ...base.den].some(({ m }) => turnsIn(field, m))) return null
  let outside = one
  let inside = base
  for (const [side, p] of [
    [1, base.num],
    [-1, base.den],
  ] as const)
    for (const [part, count] of squareFree(p, field.budget)) {
      const fold = Math.floor(count / order)
      if (fold === 0 || !part.some(({ m }) => turnsIn(field, m)) || part.length === 1) continue
      const real = realTurn(field, ofPoly(part))
      if (real === null) continue
      outside = times(
        outside,
        wholePower(field, absolute(field, real), exponent.n * BigInt(side * fold)),
        field.budget,
      )
      inside = times(inside, wholePower(field, real, BigInt(-side * fold * order)), field.budget)
    }
  return outside === one ? null : { outside, inside: field.canonical(inside) }
}

/**
 * The root of a quotient that may be no real number: its numerator and denominator have no roots by themselves that fit
 * together, so D·(N/D)^(1/n) is the generator, of which the n-th power is N·D^(n-1).
 */
function rootOfTurning(field: Field, base: Fraction, exponent: Rational): Fraction {
  const size = ratio(content(base.num), content(base.den))
  const number = times(
    numberRoot(field, size.n, exponent),
    inverse(numberRoot(field, size.d, exponent)),
    field.budget,
  )
  const above = withoutPowers(field, divideByNumber(base.num, size.n), exponent)
  const below = withoutPowers(field, divideByNumber(base.den, size.d), exponent)
  const argument: Fraction = { num: above.inside, den: below.inside }
  const name = `q:${keyOf(argument)}`
  const root = field.toThe(exponent, name, parts => ({
    kind: 'root',
    tree: op(
      '*',
      field.polyTree(argument.den),
      op('^', field.treeOf(argument), exact({ n: 1n, d: BigInt(parts) })),
    ),
    relation: {
      degree: parts,
      value: field.reduce(
        multiply(argument.num, powerPoly(argument.den, parts - 1, field.budget), field.budget),
      ),
    },
    argument,
    parts,
  }))
  const parts = BigInt(field.demands.parts.get(name) ?? 1)
  const steps = parts % exponent.d === 0n ? (exponent.n * parts) / exponent.d : exponent.n
  const lowered = times(root, wholePower(field, inverse(ofPoly(argument.den)), steps), field.budget)
  const outside = times(above.outside, inverse(below.outside), field.budget)
  return field.settle(times(times(number, outside, field.budget), lowered, field.budget))
}

/** A polynomial without the powers of real factors that leave an even root as absolute values. */
function withoutPowers(field: Field, p: Poly, exponent: Rational): { outside: Fraction; inside: Poly } {
  const order = Number(exponent.d)
  const sign = leadingSign(p) < 0
  let outside = one
  let inside: Poly = sign ? negate(onePoly) : onePoly
  for (const [part, count] of splitMonomials(squareFree(sign ? negate(p) : p, field.budget))) {
    const fold = order % 2 === 0 && !mayBeComplex(field, ofPoly(part)) ? Math.floor(count / order) : 0
    if (fold > 0)
      outside = times(outside, outOfRoot(field, part, fold * Number(exponent.n), order), field.budget)
    inside = multiply(inside, powerPoly(part, count - fold * order, field.budget), field.budget)
  }
  return { outside, inside }
}

/** Whether a product holds rotations. */
export function turnsIn(field: Field, m: readonly number[]): boolean {
  return m.some((g, k) => k % 2 === 0 && field.at(g).kind === 'rotation')
}

/** (polynomial)^(a/b) with content 1 and 0 < a/b < 1. */
function polyRoot(field: Field, p: Poly, exponent: Rational): Fraction {
  const number = constantOf(p)
  if (number === 1n) return one
  const known = rootOfTerm(field, p, exponent)
  if (known) return known
  const sign = leadingSign(p)
  const parts = squareFree(sign < 0 ? negate(p) : p, field.budget)
  let result = one
  const rest: [Poly, number][] = []
  const split = splitMonomials(parts.flatMap(part => withoutPositive(field, part)))
  const real = realExponent(field, split)
  if (real) result = exponential(field, scaled(real, exponent))
  for (const [part, count] of split) {
    if (real && exponentOf(field, part)) continue
    const single = singleGenerator(part)
    if (part.length > 1 && split.length > 1 && sign > 0 && field.isPositive(part, false))
      result = times(result, rootOfParts(field, [[part, count]], sign, exponent), field.budget)
    else if (single === null || sign < 0 || !field.positiveKernel(single)) rest.push([part, count])
    else result = times(result, positiveRoot(field, single, exponent, count), field.budget)
  }
  const [only] = rest
  const last =
    rest.length === 1 && only && sign > 0
      ? rootOfTerm(field, powerPoly(...only, field.budget), exponent)
      : null
  const remaining = last ?? rootOfParts(field, rest, sign, exponent)
  return field.settle(times(result, remaining, field.budget))
}

/** The root of what need not be above zero: even powers leave an even root as absolute values, the rest stays in it. */
function rootOfParts(
  field: Field,
  parts: readonly [Poly, number][],
  sign: number,
  exponent: Rational,
): Fraction {
  const order = Number(exponent.d)
  let result = one
  let radicand: Poly = sign < 0 ? negate(onePoly) : onePoly
  // Odd roots fall apart over products, as for real numbers: the cube root of x²y is x^(2/3)·y^(1/3).
  if (sign > 0 && order % 2 === 1 && !parts.some(([part]) => mayBeComplex(field, ofPoly(part))))
    return parts.reduce(
      (product, [part, count]) =>
        times(product, rootKernel(field, part, ratio(exponent.n * BigInt(count), exponent.d)), field.budget),
      one,
    )
  for (const [part, count] of parts) {
    const out = Math.floor(count / order) * Number(exponent.n)
    const kept = out > 0 && order % 2 === 0 && mayBeComplex(field, ofPoly(part)) ? count : count % order
    if (out > 0 && kept < count) result = times(result, outOfRoot(field, part, out, order), field.budget)
    radicand = multiply(radicand, powerPoly(part, kept, field.budget), field.budget)
  }
  const rest = constantOf(radicand)
  if (rest === 1n) return field.settle(result)
  if (rest !== null)
    return field.settle(times(result, turned(field, ratio(exponent.n, 2n * exponent.d)), field.budget))
  return field.settle(times(result, rootKernel(field, radicand, exponent), field.budget))
}

/** The main root of a number on the unit circle, and of a root: of what has one argument to divide. */
function rootOfTerm(field: Field, p: Poly, exponent: Rational): Fraction | null {
  const [term] = p
  const [g = -1, count = 0] = term?.m ?? []
  if (term === undefined || p.length > 1 || term.m.length > 2) return null
  const kernel = count === 0 ? undefined : field.at(g)
  if (count === 0 || kernel?.kind === 'unity') {
    const turns = ratio(
      BigInt(2 * count) + (term.c < 0n ? BigInt(field.demands.unity) : 0n),
      BigInt(2 * field.demands.unity),
    )
    return turned(field, product(shortestTurn(turns), exponent))
  }
  if (kernel?.kind !== 'root' || kernel.relation === undefined || term.c < 0n || isTurning(field, kernel))
    return null
  const finer = ratio(exponent.n * BigInt(count), exponent.d * BigInt(kernel.parts ?? 1))
  return rationalPower(field, ofPoly(kernel.relation.value), finer)
}

/** The same turn between -1/2 and 1/2, the first left out. */
function shortestTurn({ n, d }: Rational): Rational {
  const rest = ((n % d) + d) % d
  return ratio(2n * rest > d ? rest - d : rest, d)
}

/** The parts of a polynomial, with every generator that divides a part as a part of its own. */
/** The factors of what is nowhere below zero, as √((a²+b²)(c²+d²)) is √(a²+b²)·√(c²+d²). */
function withoutPositive(field: Field, [part, count]: [Poly, number]): [Poly, number][] {
  if (part.length < 4 || part.length > 40 || !field.isPositive(part, false)) return [[part, count]]
  const factors = field.budget.attempt(0.1, budget => factor(part, budget).factors)
  if (factors === null || !factors.every(([one]) => field.isPositive(one, false))) return [[part, count]]
  return factors.map(([one, times]) => [one, count * times])
}

function splitMonomials(parts: readonly [Poly, number][]): [Poly, number][] {
  return parts.flatMap(([part, count]): [Poly, number][] => {
    const [first] = part
    if (first === undefined || part.length > 1 || first.m.length <= 2) return [[part, count]]
    const list: [Poly, number][] = []
    for (let i = 0; i < first.m.length; i += 2)
      list.push([generator(first.m[i] ?? 0), (first.m[i + 1] ?? 1) * count])
    return list
  })
}

function singleGenerator(p: Poly): number | null {
  const [term] = p
  return p.length === 1 && term && term.c === 1n && term.m.length === 2 && term.m[1] === 1
    ? (term.m[0] ?? null)
    : null
}

/** What leaves an even root is an absolute value; what leaves an odd one keeps its sign. */
function outOfRoot(field: Field, part: Poly, count: number, order: number): Fraction {
  const base = order % 2 === 0 && count % 2 === 1 ? absolute(field, ofPoly(part)) : ofPoly(part)
  return wholePower(field, base, BigInt(count))
}

/** The root of a generator that is never below zero: by itself, whatever it is multiplied with. */
function positiveRoot(field: Field, g: number, exponent: Rational, count: number): Fraction {
  const kernel = field.at(g)
  const whole = ratio(exponent.n * BigInt(count), exponent.d)
  const floor = floorOf(whole)
  const rest = ratio(whole.n - floor * whole.d, whole.d)
  const outside = ofPoly(generator(g, Number(floor)))
  if (rest.n === 0n) return outside
  if (kernel.kind === 'exponential' && kernel.argument) {
    const parts = BigInt(kernel.parts ?? 1)
    const inside = exponential(
      field,
      times(
        kernel.argument,
        { num: [{ c: rest.n, m: [] }], den: [{ c: rest.d * parts, m: [] }] },
        field.budget,
      ),
    )
    return times(outside, inside, field.budget)
  }
  return times(outside, rootKernel(field, generator(g), rest), field.budget)
}

function rootKernel(field: Field, radicand: Poly, exponent: Rational): Fraction {
  const [first] = radicand
  const kernel = first && singleGenerator(radicand) !== null ? field.at(first.m[0] ?? 0) : undefined
  if (kernel?.kind === 'root' && kernel.relation && !isTurning(field, kernel))
    return rootOfRoot(field, kernel, exponent)
  return field.toThe(
    exponent,
    `r:${JSON.stringify(radicand.map(({ c, m }) => [c.toString(), m]))}`,
    parts => ({
      kind: 'root',
      tree:
        parts === 2
          ? op('sqrt', field.polyTree(radicand))
          : op('^', field.polyTree(radicand), exact({ n: 1n, d: BigInt(parts) })),
      relation: { degree: parts, value: radicand },
      argument: ofPoly(radicand),
      parts,
    }),
  )
}

/** Whether a generator is the root of what may be no real number. */
export function isTurning(field: Field, { kind, argument }: Kernel): boolean {
  return kind === 'root' && argument !== undefined && mayBeComplex(field, argument)
}

/** √(√x) is x^(1/4). */
function rootOfRoot(
  field: Field,
  kernel: { parts?: number; relation?: { value: Poly } },
  exponent: Rational,
): Fraction {
  const finer = ratio(exponent.n, exponent.d * BigInt(kernel.parts ?? 1))
  return rationalPower(field, ofPoly(kernel.relation?.value ?? onePoly), finer)
}
