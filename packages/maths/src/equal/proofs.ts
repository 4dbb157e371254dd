import { evaluateBall } from '../evaluate/ball.ts'
import { excludesZero } from '../evaluate/ball-functions.ts'
import { isExactZero } from '../evaluate/real-ball.ts'
import { isZeroConstant } from '../evaluate/separation.ts'
import { generator, generatorsOf, isZero, multiply, type Poly } from '../exact/polynomial.ts'
import { type Rational, ratio } from '../exact/rational.ts'
import { variables } from '../tree.ts'
import type { Equality } from '../verdict.ts'
import { arcsVanish } from './arcs.ts'
import { lineOf } from './cells.ts'
import type { Field } from './field.ts'
import { inverse, isNil, minus, ofPoly, one, plus, times } from './fraction.ts'
import { constantCoefficients, hasVariables, signOf } from './sign.ts'
import { bySlope } from './slopes.ts'
import type { Settled } from './statements.ts'

const undecided: Equality = { answer: 'undecided', why: 'no-rule' }

/** Proofs for what seems to be zero at every point but has no normal form that says so. */
export function proveZero(field: Field, p: Poly): Equality {
  return bySeparation(field, p) ?? byNorm(field, p) ?? bySlope(field, p) ?? byArcs(field, p) ?? undecided
}

/** Every coefficient, seen as a polynomial in what has variables, is a constant: each is zero by a separation bound. */
function bySeparation(field: Field, p: Poly): Equality | null {
  for (const constantPart of constantCoefficients(field, p).values()) {
    if (arcsVanish(field, constantPart)) continue
    const verdict = field.budget.attempt(0.5, budget => isZeroConstant(field.polyTree(constantPart), budget))
    if (verdict !== 'zero' && !isLogOfOne(field, constantPart)) return null
  }
  return { answer: 'equal' }
}

function byArcs(field: Field, p: Poly): Equality | null {
  return arcsVanish(field, p) ? { answer: 'equal' } : null
}

/** Whether it is a sum of logarithms of fixed numbers above zero whose product, each to its power, is 1. */
function isLogOfOne(field: Field, p: Poly): boolean {
  let value = one
  for (const { c, m } of p) {
    const [g = -1, count] = m
    const { kind, argument } = m.length === 2 && count === 1 ? field.at(g) : {}
    if (kind !== 'log' || !argument || c > 12n || c < -12n || signOf(field, argument) <= 0) return false
    const power = c < 0n ? inverse(argument) : argument
    for (let k = 0n; k < (c < 0n ? -c : c); k++) value = field.settle(times(value, power, field.budget))
  }
  return isNil(field.canonical(plus(value, minus(one), field.budget)))
}

/**
 * The norm over the square roots and absolute values in it, from the outermost inwards: times what it is with the other
 * sign, until no root is left. Where that is zero one of the factors is. A factor is zero on the whole of a part of the
 * domain or on hardly any of it, as long as nothing under a root or between bars changes sign in that part: so one point
 * in every part tells which.
 */
function byNorm(field: Field, p: Poly): Equality | null {
  const roots = generatorsOf(p).filter(g => field.at(g).relation !== undefined)
  if (roots.length === 0 || roots.length > 4) return null
  const places = placesOfParts(field, p, roots)
  if (places === null) return null
  if (places.some(at => isNonzeroAt(field, p, at))) return { answer: 'different' }
  return normIsZero(field, p, places) ? { answer: 'equal' } : null
}

function normIsZero(field: Field, p: Poly, places: readonly Place[]): boolean {
  let rest = p
  for (let round = 0; round < 8 && !isZero(rest); round++) {
    const g = generatorsOf(rest).findLast(other => field.at(other).relation !== undefined)
    if (g === undefined || field.at(g).relation?.degree !== 2) return false
    const other = flipped(rest, g)
    if (!places.every(at => isNonzeroAt(field, other, at))) return false
    const from = rest
    const norm = field.budget.attempt(0.4, budget => field.reduce(multiply(from, other, budget)))
    if (norm === null) return false
    rest = norm
  }
  return isZero(rest)
}

type Place = ReadonlyMap<string, Rational>

/** A place in every part of the domain; null where the parts are not known. */
function placesOfParts(field: Field, p: Poly, roots: readonly number[]): Place[] | null {
  const names = variables(field.polyTree(p))
  const [only] = names
  if (only === undefined) return [new Map()]
  if (generatorsOf(p).every(g => hasOnePart(field, g))) return placeWithin(field, names, roots)
  const bounds = boundsOf(field, p)
  if (names.length > 1 || bounds === null) return null
  const variable = generatorOf(field, only)
  const line = variable < 0 ? null : lineOf(field, variable, bounds)
  if (line === null) return null
  // Zeros alternate with what lies between them.
  return line.places.filter((_, k) => k % 2 === 0).map(({ low }) => new Map([[only, low]]))
}

function generatorOf(field: Field, name: string): number {
  return field.kernels.findIndex(kernel => kernel.kind === 'variable' && kernel.name === name)
}

/** What is under the roots, between the bars and in the logarithms of a polynomial; null where it holds anything else. */
function boundsOf(field: Field, p: Poly): Settled[] | null {
  const found: Settled[] = []
  for (const g of generatorsOf(p)) {
    const { kind, argument } = field.at(g)
    if (kind === 'variable' || kind === 'unity') continue
    if (argument === undefined || hasVariables(field, ofPoly(argument.den))) return null
    if (kind === 'root' || kind === 'abs' || kind === 'log')
      found.push({ kind: 'atom', relation: '=', value: argument })
    else if (kind !== 'exponential' && kind !== 'rotation') return null
    const inside = boundsOf(field, argument.num)
    if (inside === null) return null
    found.push(...inside)
  }
  return found
}

/** Whether the reals where a kernel is real and smooth hang together in any company: it has no bounds, or a straight one. */
function hasOnePart(field: Field, g: number): boolean {
  const { kind, argument } = field.at(g)
  if (kind === 'variable' || kind === 'unity') return true
  if (argument === undefined || !hasVariables(field, ofPoly(generator(g)))) return argument !== undefined
  if (hasVariables(field, ofPoly(argument.den))) return false
  if (kind === 'exponential' || kind === 'rotation')
    return generatorsOf(argument.num).every(inner => hasOnePart(field, inner))
  return (
    (kind === 'root' || kind === 'log') &&
    generatorsOf(argument.num).every(inner => field.at(inner).kind === 'variable') &&
    (field.isPositive(argument.num) ||
      argument.num.every(({ m }) => m.length === 0 || (m.length === 2 && m[1] === 1)))
  )
}

/** A place where nothing under a root is below zero, out of a few. */
function placeWithin(field: Field, names: readonly string[], roots: readonly number[]): Place[] | null {
  for (let k = 0; k < 12; k++) {
    const at = new Map(
      names.map(
        (name, j) => [name, ratio(BigInt((((j + 2 * k) * 389) % 997) + 1) * sideOf(j, k), 211n)] as const,
      ),
    )
    const inside = roots.every(g => {
      const value = evaluateBall(field.at(g).tree, at, bits, field.budget)
      return value !== null && isExactZero(value.im) && excludesZero(value)
    })
    if (inside) return [at]
  }
  return null
}

/** All above zero, all below it, then by turns. */
function sideOf(j: number, k: number): bigint {
  return k % 3 === 0 || (k % 3 === 2 && (j + k) % 2 === 0) ? 1n : -1n
}

const bits = 200

/** The same with the other sign for a root. */
function flipped(p: Poly, g: number): Poly {
  return p.map(({ c, m }) => ({
    c: m.some((h, k) => k % 2 === 0 && h === g && (m[k + 1] ?? 0) % 2 === 1) ? -c : c,
    m,
  }))
}

function isNonzeroAt(field: Field, p: Poly, at: Place): boolean {
  const value = evaluateBall(field.polyTree(p), at, bits, field.budget)
  return value !== null && excludesZero(value)
}
