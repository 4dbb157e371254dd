import { BudgetSpent } from '../budget.ts'
import {
  divideByNumber,
  generator,
  generatorsOf,
  key,
  leadingSign,
  multiply,
  negate,
  onePoly,
  type Poly,
} from '../exact/polynomial.ts'
import { type Expr, op } from '../tree.ts'
import type { Equality } from '../verdict.ts'
import { build } from './build.ts'
import { cellsDiffer } from './cells.ts'
import { type Comparing, inField, isZeroIn } from './compare.ts'
import type { Field } from './field.ts'
import { type Formula, mapAtoms, type Relation, truth } from './formula.ts'
import { type Fraction, isNil, minus, ofPoly, plus, times } from './fraction.ts'
import { contentOf } from './parts.ts'
import { released } from './released.ts'
import { constantCoefficients, hasVariables, signOf } from './sign.ts'
import { factorsOf, sameVarieties } from './varieties.ts'

/** A formula whose atoms say how a value stands to zero. */
export type Settled =
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'proposition'; readonly name: string; readonly holds: boolean }
  | {
      readonly kind: 'atom'
      readonly relation: Relation
      readonly value: Fraction
      /** What was said to be zero, as it was written. */
      readonly source?: Expr
    }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Settled[] }

/** How statements are compared. */
export interface Statements extends Comparing {
  /** Whether x = 1 and (x-1)² = 0 differ. */
  readonly countRoots: boolean
}

/** Which numbers a variable may be: without assumptions a polynomial equation is solved in complex numbers. */
function isReal(field: Field): boolean {
  return field.assume.all === 'real' || field.assume.all === 'positive'
}

/** Whether two formulas say the same of all numbers. Throws Undefined and NotScalar. */
export function compareFormulas(a: Formula, b: Formula, comparing: Statements): Equality {
  try {
    return inField(comparing, field =>
      compareSettled(field, settle(field, a), settle(field, b), comparing.countRoots),
    )
  } catch (error) {
    if (error instanceof BudgetSpent) return { answer: 'undecided', why: 'budget' }
    throw error
  }
}

const equal: Equality = { answer: 'equal' }
const different: Equality = { answer: 'different' }

function compareSettled(field: Field, a: Settled, b: Settled, countRoots: boolean): Equality {
  const equations = bothEquations(a, b)
  if (equations && (countRoots || !areOfLogs(field, a, b))) {
    const same = proportional(field, product(field, equations[0]), product(field, equations[1]))
    if (same.answer !== 'different' || countRoots) return same
  }
  if (!countRoots) return sameSolutions(field, a, b, equations)
  // x² + 1 = 0 has solutions, if no real ones, and so says more than that it is false.
  if (statesEquation(field, a, b) || statesEquation(field, b, a)) return different
  return sameCells(field, a, b)
}

/** Whether one is nothing but polynomial equations, which complex numbers solve, and the other always or never true. */
function statesEquation(field: Field, a: Settled, b: Settled): boolean {
  return b.kind === 'truth' && equationsOf(a) !== null && isPolynomial(field, a) && !isReal(field)
}

/** On the cells of the line where there is one variable, else by signs. */
function sameCells(field: Field, a: Settled, b: Settled): Equality {
  const variable = oneVariable(field, a, b)
  if (variable !== null) {
    const differ = cellsDiffer(field, variable, a, b)
    if (differ !== null) return differ ? different : equal
  }
  return compareBySigns(field, a, b)
}

/** Whether the same numbers solve both, however often. */
function sameSolutions(
  field: Field,
  a: Settled,
  b: Settled,
  equations: [Fraction[], Fraction[]] | null,
): Equality {
  if (equations && !areOfLogs(field, a, b)) {
    const same = proportional(field, radical(field, equations[0]), radical(field, equations[1]))
    if (same.answer !== 'different') return same
  }
  const left = released(field, a)
  const right = released(field, b)
  if (left !== a || right !== b) return sameSolutions(field, left, right, bothEquations(left, right))
  const polynomial = isPolynomial(field, a) && isPolynomial(field, b)
  if (polynomial && !isReal(field)) return sameInComplex(field, a, b)
  const variable = oneVariable(field, a, b)
  if (variable !== null) {
    const differ = cellsDiffer(
      field,
      variable,
      restricted(field, variable, a),
      restricted(field, variable, b),
    )
    if (differ !== null) return differ ? different : equal
  }
  const varieties = field.budget.attempt(0.6, () => sameVarieties(field, a, b, isReal(field)))
  if (varieties) return equal
  return varieties === false ? different : compareBySigns(field, a, b)
}

/** 2·ln x and ln x² are the same by convention, but equations with them in one variable are told by their solutions. */
function areOfLogs(field: Field, a: Settled, b: Settled): boolean {
  return hasLogs(field, a) && hasLogs(field, b) && oneVariable(field, a, b) !== null
}

function hasLogs(field: Field, f: Settled): boolean {
  return settledLeaves(f).some(
    leaf => leaf.kind === 'atom' && generatorsOf(leaf.value.num).some(g => field.at(g).kind === 'log'),
  )
}

/** Polynomial equations without assumptions: the same complex solutions. */
function sameInComplex(field: Field, a: Settled, b: Settled): Equality {
  const same = field.budget.attempt(0.6, () => sameVarieties(field, a, b, false))
  if (same === null) return compareBySigns(field, a, b)
  return same ? equal : different
}

/** Whether nothing is asked but when polynomials in variables are zero. */
function isPolynomial(field: Field, f: Settled): boolean {
  if (f.kind === 'and' || f.kind === 'or') return f.parts.every(part => isPolynomial(field, part))
  if (f.kind !== 'atom') return f.kind === 'truth'
  return (
    f.relation === '=' &&
    generatorsOf(f.value.num).every(g => {
      const kernel = field.at(g)
      return (
        kernel.kind === 'variable' || kernel.kind === 'unity' || !hasVariables(field, ofPoly(generator(g)))
      )
    })
  )
}

/** A statement with what is assumed of its only variable. */
function restricted(field: Field, variable: number, f: Settled): Settled {
  if (!field.positiveKernel(variable)) return f
  const above: Settled = { kind: 'atom', relation: '<', value: ofPoly(negate(generator(variable))) }
  return { kind: 'and', parts: [f, above] }
}

/** The values of the atoms with statements about fixed numbers decided. */
export function settle(field: Field, f: Formula): Settled {
  const values = new Map<Formula, Fraction>()
  const decided = mapAtoms(f, atom => {
    const value = field.canonical(
      plus(build(field, atom.left), minus(build(field, atom.right)), field.budget),
    )
    const known = decide(field, value, atom.relation)
    if (known !== null) return truth(known)
    const kept = { ...atom }
    values.set(kept, value)
    return kept
  })
  return withValues(decided, values)
}

function withValues(f: Formula, values: ReadonlyMap<Formula, Fraction>): Settled {
  if ('parts' in f) return { kind: f.kind, parts: f.parts.map(part => withValues(part, values)) }
  if (f.kind !== 'atom') return f
  const value = values.get(f)
  if (value === undefined) throw new RangeError('atom without value')
  return { kind: 'atom', relation: f.relation, value, source: op('+', f.left, op('-', f.right)) }
}

/** Whether a fixed number stands so to zero; null where it depends on variables or can't be told. */
function decide(field: Field, value: Fraction, relation: Relation): boolean | null {
  if (isNil(value)) return relation === '=' || relation === '<='
  if (hasVariables(field, value)) return null
  const nothing = isZeroIn(field, value)
  if (nothing.answer === 'undecided') return null
  if (nothing.answer === 'equal') return relation === '=' || relation === '<='
  if (relation === '=') return false
  if (relation === '#') return true
  const sign = signOf(field, value)
  return sign === 0 ? null : sign < 0
}

/** The values of the equations where both sides are nothing but equations joined by or. */
function bothEquations(a: Settled, b: Settled): [Fraction[], Fraction[]] | null {
  const left = equationsOf(a)
  const right = equationsOf(b)
  return left && right ? [left, right] : null
}

function equationsOf(f: Settled): Fraction[] | null {
  if (f.kind === 'atom') return f.relation === '=' ? [f.value] : null
  if (f.kind !== 'or') return null
  const found: Fraction[] = []
  for (const part of f.parts) {
    if (part.kind !== 'atom' || part.relation !== '=') return null
    found.push(part.value)
  }
  return found
}

/** The product of what must be zero; what stands below the line plays no part. */
function product(field: Field, values: readonly Fraction[]): Fraction {
  return values.reduce(
    (total, value) => field.settle(times(total, ofPoly(squaredBars(field, value.num)), field.budget)),
    ofPoly([{ c: 1n, m: [] }]),
  )
}

/** |a| = |b| says that a² = b². */
function squaredBars(field: Field, p: Poly): Poly {
  const [first, second] = p
  if (p.length !== 2 || first === undefined || second === undefined) return p
  const bare = [first, second].every(({ m }) => {
    const g = m[0]
    return m.length === 2 && m[1] === 1 && g !== undefined && field.at(g).kind === 'abs'
  })
  return bare ? field.reduce(multiply(p, [first, { c: -second.c, m: second.m }], field.budget)) : p
}

/** Whether one is the other times a number that is not zero. */
function proportional(field: Field, a: Fraction, b: Fraction): Equality {
  if (isNil(a) || isNil(b)) return isNil(a) === isNil(b) ? equal : different
  const left = leadingConstant(field, a.num)
  const right = leadingConstant(field, b.num)
  if (left.outside !== right.outside) return different
  const crossed = plus(
    times(ofPoly(a.num), ofPoly(right.constant), field.budget),
    minus(times(ofPoly(b.num), ofPoly(left.constant), field.budget)),
    field.budget,
  )
  return isZeroIn(field, field.settle(crossed))
}

/** The coefficient, a fixed number, of the highest product of generators that depend on variables. */
function leadingConstant(field: Field, p: Poly): { outside: string; constant: Poly } {
  const groups = constantCoefficients(field, p)
  const name = [...groups.keys()].sort()[0] ?? ''
  return { outside: name, constant: groups.get(name) ?? [] }
}

/** The product with every factor once; under assumptions without those that are never zero. */
function radical(field: Field, values: readonly Fraction[]): Fraction {
  const factors = new Map<string, Poly>()
  for (const value of values)
    for (const part of factorsOf(field, squaredBars(field, value.num), isReal(field)))
      factors.set(key(part), part)
  return ofPoly(
    [...factors.values()].reduce((total: Poly, part) => multiply(total, part, field.budget), onePoly),
  )
}

/** The generator of the only variable in both; null where there are more, or none. */
function oneVariable(field: Field, a: Settled, b: Settled): number | null {
  const names = new Set<number>()
  for (const leaf of [...settledLeaves(a), ...settledLeaves(b)]) {
    if (leaf.kind === 'proposition') return null
    if (leaf.kind === 'atom') for (const g of variablesOf(field, leaf.value)) names.add(g)
  }
  const [only] = names
  return names.size === 1 && only !== undefined ? only : null
}

function variablesOf(field: Field, value: Fraction): Set<number> {
  const found = new Set<number>()
  const look = (v: Fraction): void => {
    for (const g of [...generatorsOf(v.num), ...generatorsOf(v.den)]) {
      const kernel = field.at(g)
      if (kernel.argument) look(kernel.argument)
      else if ((kernel.kind === 'variable' && kernel.name !== 'pi') || kernel.kind === 'function')
        found.add(g)
    }
  }
  look(value)
  return found
}

function settledLeaves(f: Settled): Settled[] {
  return f.kind === 'and' || f.kind === 'or' ? f.parts.flatMap(settledLeaves) : [f]
}

/**
 * Compares by giving every value that is asked for its sign, and every proposition its truth, in all ways. The same each
 * time proves that they say the same; a way in which they differ need not exist, and then they count as different.
 */
function compareBySigns(field: Field, a: Settled, b: Settled): Equality {
  const signs = new Map<string, number>()
  const left = bySign(field, a, signs)
  const right = bySign(field, b, signs)
  if (signs.size > 8) throw new BudgetSpent()
  return everyWay(signs.size, state => left(state) === right(state), field) ? equal : different
}

type Judge = (state: readonly number[]) => boolean

function bySign(field: Field, f: Settled, signs: Map<string, number>): Judge {
  if (f.kind === 'truth') return () => f.value
  if (f.kind === 'proposition') {
    const at = indexOf(signs, `?${f.name}`)
    return state => (state[at] ?? 0) > 0 === f.holds
  }
  if (f.kind === 'atom') return atomBySign(field, f.value, f.relation, signs)
  const judges = f.parts.map(part => bySign(field, part, signs))
  return f.kind === 'and'
    ? state => judges.every(judge => judge(state))
    : state => judges.some(judge => judge(state))
}

function atomBySign(field: Field, value: Fraction, relation: Relation, signs: Map<string, number>): Judge {
  const ordered = relation === '<' || relation === '<='
  const whole = ordered ? multiply(value.num, value.den, field.budget) : value.num
  const { poly, sign } = normalised(field.reduce(whole))
  if (field.isPositive(poly)) return () => holdsFor(relation, sign)
  const at = indexOf(signs, key(poly))
  return state => holdsFor(relation, sign * (state[at] ?? 0))
}

function normalised(p: Poly): { poly: Poly; sign: number } {
  const primitive = divideByNumber(p, contentOf(p) || 1n)
  return { poly: leadingSign(primitive) < 0 ? negate(primitive) : primitive, sign: leadingSign(p) }
}

function holdsFor(relation: Relation, sign: number): boolean {
  if (relation === '=') return sign === 0
  if (relation === '#') return sign !== 0
  return relation === '<' ? sign < 0 : sign <= 0
}

function indexOf(signs: Map<string, number>, name: string): number {
  const known = signs.get(name)
  if (known !== undefined) return known
  signs.set(name, signs.size)
  return signs.size - 1
}

function everyWay(count: number, holds: (state: readonly number[]) => boolean, field: Field): boolean {
  const state = new Array<number>(count).fill(-1)
  for (;;) {
    field.budget.spend(20)
    if (!holds(state)) return false
    let k = 0
    while (k < count && state[k] === 1) state[k++] = -1
    if (k === count) return true
    state[k] = (state[k] ?? 0) + 1
  }
}
