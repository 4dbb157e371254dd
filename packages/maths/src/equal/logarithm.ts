import { evaluate } from '../evaluate/complex.ts'
import { factor } from '../exact/factor.ts'
import { squareFree } from '../exact/gcd.ts'
import {
  constantOf,
  divideByNumber,
  generator,
  generatorsOf,
  isConstant,
  key,
  leadingSign,
  negate,
  type Poly,
} from '../exact/polynomial.ts'
import { primePowers } from '../exact/primes.ts'
import { ratio } from '../exact/rational.ts'
import { op } from '../tree.ts'
import { factorsIn, isTurn, realTurn } from './absolute.ts'
import { exponentOf, mayBeComplex, realExponent } from './exponential.ts'
import { type Field, Undefined } from './field.ts'
import {
  type Fraction,
  inverse,
  isNil,
  minus,
  ofPoly,
  one,
  plus,
  rationalOf,
  scaled,
  times,
  zero,
} from './fraction.ts'
import { contentOf } from './parts.ts'
import { isTurning, turnsIn, wholePower } from './powers.ts'
import { hasVariables, signOf } from './sign.ts'

/**
 * The natural logarithm, taken apart as school does: a sum over the factors of its argument, so that ln(a²b) is
 * 2·ln a + ln b. A factor below zero keeps its sign in one place.
 */
export function logarithm(field: Field, u: Fraction): Fraction {
  const value = field.canonical(u)
  if (isNil(value)) throw new Undefined()
  const known = rationalOf(value)
  if (known) return ofNumber(field, known.n, known.d)
  if ([...value.num, ...value.den].some(({ m }) => turnsIn(field, m))) return ofTurning(field, value)
  const up = factorsOf(field, value.num)
  const down = factorsOf(field, value.den)
  const factors = [...up.factors, ...down.factors.map(([p, e]): [Poly, number] => [p, -e])]
  let result = ofNumber(field, up.size < 0n ? -up.size : up.size, down.size < 0n ? -down.size : down.size)
  const bearer = up.size < 0n !== down.size < 0n ? signBearer(factors) : null
  if (bearer === undefined) result = plus(result, halfTurn(field), field.budget)
  for (const entry of factors) {
    const log = ofFactor(field, entry === bearer ? negate(entry[0]) : entry[0])
    result = plus(result, scaled(log, { n: BigInt(entry[1]), d: 1n }), field.budget)
  }
  return result
}

/**
 * The logarithm of what holds rotations, such as a sine: that of every factor that is real when turned, and of what all
 * turns together come to, so that no whole turn gets lost on the way.
 */
function ofTurning(field: Field, value: Fraction): Fraction {
  const [up, down] = [contentOf(value.num), contentOf(value.den)]
  const factors = [
    ...factorsIn(field, divideByNumber(value.num, up)),
    ...factorsIn(field, divideByNumber(value.den, down)).map(([p, e]): [Poly, number] => [p, -e]),
  ]
  const exponent = realExponent(field, factors)
  let result = plus(
    ofNumber(field, up < 0n ? -up : up, down < 0n ? -down : down),
    exponent ?? zero,
    field.budget,
  )
  let rest: Fraction = up < 0n === down < 0n ? one : minus(one)
  for (const [part, count] of factors) {
    if (exponent && exponentOf(field, part)) continue
    const found = turningRoot(field, part) ?? realFactor(field, part)
    const turned = found ? times(ofPoly(part), inverse(found.without), field.budget) : ofPoly(part)
    if (found) result = plus(result, scaled(found.log, { n: BigInt(count), d: 1n }), field.budget)
    rest = times(rest, wholePower(field, turned, BigInt(count)), field.budget)
  }
  return plus(result, ofTurn(field, field.canonical(rest)), field.budget)
}

/** A part of a factor that has a logarithm by itself. */
interface Loggable {
  readonly without: Fraction
  readonly log: Fraction
}

/** The root in a generator that is a root times the denominator of what it is of; null where it is no such generator. */
function turningRoot(field: Field, part: Poly): Loggable | null {
  const [g, ...more] = generatorsOf(part)
  const kernel = g === undefined || more.length > 0 || part.length > 1 ? undefined : field.at(g)
  if (kernel?.argument === undefined || !isTurning(field, kernel)) return null
  const log = scaled(logarithm(field, kernel.argument), { n: 1n, d: BigInt(kernel.parts ?? 1) })
  return { without: times(ofPoly(part), inverse(ofPoly(kernel.argument.den)), field.budget), log }
}

/** The real value that a factor is but for a turn, above zero where its sign is known, and its logarithm. */
function realFactor(field: Field, part: Poly): Loggable | null {
  if (isTurn(field, part)) return null
  const turned = mayBeComplex(field, ofPoly(part)) ? realTurn(field, ofPoly(part)) : ofPoly(part)
  if (turned === null) return null
  const real = signOf(field, turned) < 0 || leadingSign(turned.num) < 0 ? minus(turned) : turned
  const settled = signOf(field, real) < 0 ? minus(real) : real
  const plain = isConstant(settled.den) && !mayBeComplex(field, settled)
  const log = plain
    ? ofFactor(field, settled.num)
    : field.opaque('ln', [settled], op('ln', field.treeOf(settled)))
  return { without: settled, log }
}

/** ln of what is left when the real factors are gone: mostly a turn by itself. */
function ofTurn(field: Field, rest: Fraction): Fraction {
  const number = rationalOf(rest)
  if (number) return ofNumber(field, number.n, number.d)
  const [term] = rest.num
  const [g = -1, count = 0] = term?.m ?? []
  const alone =
    rest.num.length === 1 && term?.m.length === 2 && count === 1 && term.c === 1n && isConstant(rest.den)
  return (alone ? ofKernel(field, g) : null) ?? field.opaque('ln', [rest], op('ln', field.treeOf(rest)))
}

/** ln of a whole number over another, above or below zero. */
function ofNumber(field: Field, n: bigint, d: bigint): Fraction {
  let result = n < 0n ? halfTurn(field) : zero
  for (const [sign, size] of [
    [1, n < 0n ? -n : n],
    [-1, d],
  ] as const)
    for (const [prime, count] of primePowers(size))
      result = plus(
        result,
        scaled(kernel(field, [{ c: prime, m: [] }]), { n: BigInt(sign * count), d: 1n }),
        field.budget,
      )
  return result
}

/** ln(-1) = iπ. */
function halfTurn(field: Field): Fraction {
  const i = field.unity({ n: 1n, d: 4n })
  const pi = field.variable('pi', { kind: 'sym', name: 'pi' })
  return i ? times(i, pi, field.budget) : zero
}

function factorsOf(field: Field, p: Poly): { size: bigint; factors: [Poly, number][] } {
  const number = constantOf(p)
  if (number !== null) return { size: number, factors: [] }
  if (p.length === 1) return ofTerm(p)
  const found = field.budget.attempt(0.2, budget => factor(p, budget))
  if (found) return { size: found.unit, factors: [...found.factors] }
  const size = contentOf(p)
  return { size, factors: squareFree(divideByNumber(p, size), field.budget) }
}

function ofTerm(p: Poly): { size: bigint; factors: [Poly, number][] } {
  const m = p[0]?.m ?? []
  const factors: [Poly, number][] = []
  for (let i = 0; i < m.length; i += 2) factors.push([generator(m[i] ?? 0), m[i + 1] ?? 1])
  return { size: p[0]?.c ?? 1n, factors }
}

/** Which factor takes a minus sign: the first to an odd power that changes sign itself; undefined where none does. */
function signBearer(factors: readonly [Poly, number][]): [Poly, number] | undefined {
  const odd = factors.filter(([, e]) => e % 2 !== 0)
  const mixed = odd.filter(([p]) => p.some(({ c }) => c < 0n))
  return [...(mixed.length > 0 ? mixed : odd.filter(([p]) => p.length > 0))].sort((a, b) =>
    key(a[0]) < key(b[0]) ? -1 : 1,
  )[0]
}

function ofFactor(field: Field, p: Poly): Fraction {
  const [term] = p
  if (p.length === 1 && term && term.c === 1n && term.m.length === 2 && term.m[1] === 1) {
    const inner = ofKernel(field, term.m[0] ?? 0)
    if (inner) return inner
  }
  return kernel(field, p)
}

/** ln of a generator that is itself an exponential, a root or a root of unity. */
function ofKernel(field: Field, g: number): Fraction | null {
  const { kind, argument, parts, relation, name, args = [] } = field.at(g)
  const [base, exponent] = name === '^' ? args : []
  if (base && exponent) return times(exponent, logarithm(field, base), field.budget)
  if (kind === 'exponential' && argument) return argument
  const i = field.unity({ n: 1n, d: 4n })
  if (kind === 'rotation' && argument && i) return times(i, argument, field.budget)
  if (kind === 'root' && relation && !isTurning(field, field.at(g)))
    return scaled(logarithm(field, ofPoly(relation.value)), { n: 1n, d: BigInt(parts ?? 1) })
  if (kind !== 'unity' || !i) return null
  return scaled(halfTurn(field), { n: 2n, d: BigInt(field.demands.unity) })
}

function kernel(field: Field, p: Poly): Fraction {
  if (isConstant(p) && constantOf(p) === 1n) return zero
  const name = `l:${key(p)}`
  const known = field.known(name) || isConstant(p) ? null : multipleOfKnown(field, p)
  if (known) return known
  const tree = field.polyTree(p)
  return ofPoly(
    generator(field.kernel(name, () => ({ kind: 'log', tree: op('ln', tree), argument: ofPoly(p) }))),
  )
}

/** The logarithm of a fixed number as a fraction of another's: ln(2-√3) is -ln(2+√3), and ln(3+2√2) is 2·ln(1+√2). */
function multipleOfKnown(field: Field, p: Poly): Fraction | null {
  if (hasVariables(field, ofPoly(p)) || mayBeComplex(field, ofPoly(p))) return null
  const size = logOf(field, p)
  if (size === null) return null
  for (const [g, { kind, argument }] of field.kernels.entries()) {
    if (kind !== 'log' || !argument || hasVariables(field, argument) || isConstant(argument.num)) continue
    const other = logOf(field, argument.num)
    const below = [1, 2, 3].find(n => other !== null && isNearWhole((size / other) * n))
    if (other === null || below === undefined) continue
    const above = Math.round((size / other) * below)
    if (above === 0 || Math.abs(above) > 6) continue
    const [left, right] = [
      wholePower(field, ofPoly(p), BigInt(below)),
      wholePower(field, argument, BigInt(above)),
    ]
    if (isNil(field.canonical(plus(left, minus(right), field.budget))))
      return scaled(ofPoly(generator(g)), ratio(BigInt(above), BigInt(below)))
  }
  return null
}

function isNearWhole(x: number): boolean {
  return Math.abs(x - Math.round(x)) < 1e-9
}

/** Roughly the logarithm of a fixed number above zero. */
function logOf(field: Field, p: Poly): number | null {
  const { re, im, error } = evaluate(field.polyTree(p), new Map(), field.budget)
  return re > error && Math.abs(im) <= error ? Math.log(re) : null
}
