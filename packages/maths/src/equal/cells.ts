import { evaluateBall } from '../evaluate/ball.ts'
import { excludesZero, magnitudeBits } from '../evaluate/ball-functions.ts'
import { evaluate } from '../evaluate/complex.ts'
import { hull, isExactZero, isPositive, ofRational, type Precision } from '../evaluate/real-ball.ts'
import { factor } from '../exact/factor.ts'
import { resultant } from '../exact/gcd.ts'
import { generator, generatorsOf, isConstant, isZero, key, type Poly, subtract } from '../exact/polynomial.ts'
import { toNumber } from '../exact/rational.ts'
import {
  type AlgebraicReal,
  compareReals,
  exactly,
  isExact,
  realRoots,
  refine,
  sampleBetween,
  signAt,
} from '../exact/real-roots.ts'
import type { Field } from './field.ts'
import type { Relation } from './formula.ts'
import type { Fraction } from './fraction.ts'
import type { Settled } from './statements.ts'

/**
 * Whether two statements about one real variable differ somewhere. The line falls apart at the zeros of all that is asked
 * about: between two of these, and on each, every statement holds everywhere or nowhere. Null where what is asked is no
 * matter of polynomials, roots and absolute values.
 */
export function cellsDiffer(field: Field, variable: number, a: Settled, b: Settled): boolean | null {
  const line = lineOf(field, variable, [a, b])
  if (line === null) return null
  for (const place of line.places) {
    const left = holds(field, a, place, line)
    const right = left === null ? null : holds(field, b, place, line)
    if (left === null || right === null) return null
    if (left !== right) return true
  }
  return false
}

/** A cell of the line: a zero, or a point that stands for all between two zeros. */
type Place = AlgebraicReal

interface Line {
  readonly variable: number
  readonly name: string
  readonly places: readonly Place[]
  /** Of each value: a polynomial in the variable alone that is zero wherever the value is. */
  readonly eliminated: ReadonlyMap<string, Poly>
}

/** The cells of the line for all that some statements ask; null where that can't be found. */
export function lineOf(field: Field, variable: number, statements: readonly Settled[]): Line | null {
  const kernel = field.at(variable)
  if (kernel.kind !== 'variable' || kernel.name === undefined) return null
  const eliminated = new Map<string, Poly>()
  const critical = new Map<string, Poly>()
  for (const p of statements.flatMap(polysOf)) {
    if (eliminated.has(key(p))) continue
    const found = eliminate(field, variable, p, critical)
    if (found === null) return null
    eliminated.set(key(p), found)
    critical.set(key(found), found)
  }
  return { variable, name: kernel.name, places: placesOf(field, [...critical.values()]), eliminated }
}

function polysOf(f: Settled): Poly[] {
  if (f.kind === 'atom') return [f.value.num, f.value.den]
  return f.kind === 'and' || f.kind === 'or' ? f.parts.flatMap(polysOf) : []
}

/** The norm down to the variable alone; what stands under roots and bars is noted as critical too. */
function eliminate(field: Field, variable: number, p: Poly, critical: Map<string, Poly>): Poly | null {
  let result = p
  for (let round = 0; round < 6; round++) {
    const g = generatorsOf(result).findLast(other => other !== variable)
    if (g === undefined) return isZero(result) ? null : result
    const { relation, argument, kind } = field.at(g)
    if (relation === undefined || (kind !== 'root' && kind !== 'abs')) return null
    if (argument) {
      const inside = eliminate(field, variable, argument.num, critical)
      if (inside === null) return null
      critical.set(key(inside), inside)
    }
    const polynomial = subtract(generator(g, relation.degree), relation.value)
    result = field.reduce(resultant(result, polynomial, g, field.budget))
  }
  return null
}

function placesOf(field: Field, polys: readonly Poly[]): Place[] {
  const { budget } = field
  const factors = new Map(
    polys
      .filter(p => !isConstant(p))
      .flatMap(p => factor(p, budget).factors.map(([part]) => [key(part), part] as const)),
  )
  const roots = [...factors.values()]
    .flatMap(p => realRoots(p, budget))
    .sort((x, y) => compareReals(x, y, budget))
  const places: Place[] = []
  let last: AlgebraicReal | null = null
  for (const root of roots) {
    places.push(exactly(sampleBetween(last, root, budget)), root)
    last = root
  }
  return [...places, exactly(sampleBetween(last, null, budget))]
}

/** Whether a statement holds at a place; null where that can't be told. */
function holds(field: Field, f: Settled, place: Place, line: Line): boolean | null {
  if (f.kind === 'truth') return f.value
  if (f.kind === 'proposition') return null
  if (f.kind === 'atom') return atomHolds(field, f.value, f.relation, place, line)
  let unknown = false
  for (const part of f.parts) {
    const found = holds(field, part, place, line)
    if (found === null) unknown = true
    else if (found !== (f.kind === 'and')) return found
  }
  return unknown ? null : f.kind === 'and'
}

function atomHolds(
  field: Field,
  value: Fraction,
  relation: Relation,
  place: Place,
  line: Line,
): boolean | null {
  const above = signOfPoly(field, value.num, place, line)
  const below = signOfPoly(field, value.den, place, line)
  if (above === null || below === null) return null
  // Where the value does not exist, or is no real number, nothing is said of it.
  if (below === 0 || above === 'complex' || below === 'complex') return false
  if (relation === '=') return above === 0
  if (relation === '#') return above !== 0
  return relation === '<' ? above * below < 0 : above * below <= 0
}

type Sign = -1 | 0 | 1 | 'complex'

function signOfPoly(field: Field, p: Poly, place: Place, line: Line): Sign | null {
  const used = generatorsOf(p)
  if (used.every(g => g === line.variable)) return signAt(p, place, field.budget)
  const tree = field.polyTree(p)
  if (isExact(place)) {
    const quick = evaluate(tree, new Map([[line.name, { re: toNumber(place.low), im: 0 }]]), field.budget)
    if (quick.axis === 'real' && Math.abs(quick.re) > quick.error) return quick.re > 0 ? 1 : -1
  }
  return signByBall(field, p, place, line)
}

const bits = 160

function signByBall(field: Field, p: Poly, place: Place, line: Line): Sign | null {
  const precision: Precision = { bits, budget: field.budget }
  const near = refine(place, bits, field.budget)
  const re = hull(ofRational(near.low, precision), ofRational(near.high, precision), precision)
  const at = new Map([[line.name, isExact(near) ? near.low : { re, im: { m: 0n, r: 0n, e: 0 } }]])
  const value = evaluateBall(field.polyTree(p), at, bits, field.budget)
  if (value === null) return null
  if (excludesZero(value)) {
    if (!isExactZero(value.im)) return 'complex'
    return isPositive(value.re) ? 1 : -1
  }
  // Zero to this precision, and a zero of the norm: the value itself is zero, for its conjugates are not.
  const norm = line.eliminated.get(key(p))
  const isRoot = norm !== undefined && signAt(norm, place, field.budget) === 0
  return isRoot && magnitudeBits(value) < -bits / 2 ? 0 : null
}
