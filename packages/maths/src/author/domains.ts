import type { Budget } from '../budget.ts'
import { factor } from '../exact/factor.ts'
import { coefficients, constantOf, type Poly } from '../exact/polynomial.ts'
import { compare, middle, type Rational, ratio, sum, whole } from '../exact/rational.ts'
import { Polynomials } from '../forms/polynomials.ts'
import { rationalValue } from '../forms/rational-value.ts'
import { collected, type Expr, exact, isOp, isSym, op, some, substitute, sym, variables } from '../tree.ts'
import type { AuthorFunction } from './apply.ts'

/** Functions that give a set of numbers. */
export const domains: readonly (readonly [string, AuthorFunction])[] = [
  ['natural_domain', ([e], { budget }) => (e ? naturalDomain(e, budget) : null)],
  ['stack_single_variable_solver', ([e], { budget }) => (e ? solutions(e, budget) : null)],
  ['realset', ([, set], { keepForm }) => (keepForm ? null : (set ?? null))],
]

/** A polynomial in one variable, and how it must compare to zero. */
interface Condition {
  readonly e: Expr
  readonly relation: Relation
}

type Relation = '#' | '<' | '<=' | '>' | '>=' | '='

const relations: readonly Relation[] = ['#', '<', '<=', '>', '>=', '=']

/** Where an expression in one variable has a real value; null where its zeros are not found. */
function naturalDomain(e: Expr, budget: Budget): Expr | null {
  const [x, more] = variables(e)
  const conditions: Condition[] = []
  if (more !== undefined || !collect(e, conditions)) return null
  return x === undefined ? null : solved(conditions, x, budget)
}

/** Puts what an expression needs in the list; false where that is not known. */
function collect(e: Expr, conditions: Condition[]): boolean {
  if (e.kind !== 'op') return true
  const [a, b] = e.args
  if (isOp(e, '/') && b) conditions.push({ e: b, relation: '#' })
  else if (isOp(e, 'sqrt') && a) conditions.push({ e: a, relation: '>=' })
  else if (isOp(e, 'ln') && a) conditions.push({ e: a, relation: '>' })
  else if (isOp(e, '^') && a && b) {
    const exponent = rationalValue(b)
    if (!exponent) return isSym(a, 'e')
    const even = exponent.d % 2n === 0n
    const relation: Relation | null = exponent.n < 0n ? (even ? '>' : '#') : even ? '>=' : null
    if (relation) conditions.push({ e: a, relation })
  } else if (!total.has(e.op)) return false
  return e.args.every(arg => collect(arg, conditions))
}

/** Operators and functions that have a real value everywhere. */
const total: ReadonlySet<string> = new Set('+ - * / abs sin cos exp atan sinh cosh tanh'.split(' '))

/** The numbers that satisfy an inequality, or several with `and`; null where that is not found. */
function solutions(e: Expr, budget: Budget): Expr | null {
  const list = isOp(e, 'and') ? e.args : [e]
  const [x, more] = variables(e)
  if (x === undefined || more !== undefined) return null
  const [only] = list
  const plain = only && list.length === 1 ? isolated(only, x) : null
  if (plain) return plain
  const conditions: Condition[] = []
  for (const part of list) {
    const [a, b] = part.kind === 'op' ? part.args : []
    const relation = part.kind === 'op' ? relationOf(part.op) : null
    if (!relation || !a || !b) return null
    conditions.push({ e: op('+', a, op('-', b)), relation })
  }
  return solved(conditions, x, budget)
}

function relationOf(name: string): Relation | null {
  return relations.find(relation => relation === name) ?? null
}

/** What is solved already, such as `sqrt(3) < x`. A comparison with infinity is none of numbers. */
function isolated(e: Expr, x: string): Expr | null {
  const [a, b] = e.kind === 'op' && e.op.length <= 2 ? e.args : []
  if (!a || !b || e.kind !== 'op' || !'<= >='.includes(e.op)) return null
  const left = isSym(a, x) && variables(b).length === 0
  const right = isSym(b, x) && variables(a).length === 0
  if (!left && !right) return null
  const limit = left ? b : a
  if (some(limit, isInfinite)) return null
  const above = e.op.startsWith('>') === left
  const closed = e.op.endsWith('=')
  return above ? op(closed ? 'co' : 'oo', limit, sym('inf')) : op(closed ? 'oc' : 'oo', sym('minf'), limit)
}

function isInfinite(e: Expr): boolean {
  return isSym(e, 'inf') || isSym(e, 'minf')
}

/** The union of intervals where all conditions hold, from the signs between the zeros; null where a zero is no fraction. */
function solved(conditions: readonly Condition[], x: string, budget: Budget): Expr | null {
  const zeros: Rational[] = []
  for (const { e } of conditions) {
    const found = rationalZeros(e, x, budget)
    if (!found) return null
    zeros.push(...found)
  }
  zeros.sort(compare)
  const points = zeros.filter((zero, k) => k === 0 || compare(zero, zeros[k - 1] ?? zero) !== 0)
  const holds = (value: Rational) => conditions.every(({ e, relation }) => isTrue(e, x, value, relation))
  return union(points, points.map(holds), samples(points).map(holds))
}

function isTrue(e: Expr, x: string, at: Rational, relation: Relation): boolean {
  const value = rationalValue(substitute(e, x, exact(at)))
  if (!value) return false
  if (value.n === 0n) return relation.endsWith('=')
  return relation === '#' || relation.startsWith(value.n > 0n ? '>' : '<')
}

/** A number before, between and after the points. */
function samples(points: readonly Rational[]): Rational[] {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return [whole(0)]
  const between = points.slice(1).map((point, k) => middle(point, points[k] ?? point))
  return [sum(first, whole(-1)), ...between, sum(last, whole(1))]
}

function union(points: readonly Rational[], at: readonly boolean[], between: readonly boolean[]): Expr {
  const parts: Expr[] = []
  let start: { limit: Expr; closed: boolean } | null = between[0]
    ? { limit: sym('minf'), closed: false }
    : null
  points.forEach((point, k) => {
    const [here, after] = [at[k] === true, between[k + 1] === true]
    const limit = exact(point)
    if (start && !(here && after)) {
      parts.push(interval(start, { limit, closed: here }))
      start = null
    } else if (!start && here && !after) parts.push(op('set', limit))
    if (!start && after) start = { limit, closed: here }
  })
  if (start) parts.push(interval(start, { limit: sym('inf'), closed: false }))
  return parts.length === 0 ? op('set') : collected('union', parts)
}

interface End {
  readonly limit: Expr
  readonly closed: boolean
}

function interval(from: End, to: End): Expr {
  return op(`${from.closed ? 'c' : 'o'}${to.closed ? 'c' : 'o'}`, from.limit, to.limit)
}

/** The real zeros of a polynomial where all are fractions; null where not. */
function rationalZeros(e: Expr, x: string, budget: Budget): Rational[] | null {
  const read = new Polynomials(x, budget).read(e)
  if (!read) return null
  const zeros: Rational[] = []
  for (const [p] of factor(read.numerator, budget).factors) {
    const zero = zeroOf(p)
    if (zero === 'some') return null
    if (zero) zeros.push(zero)
  }
  return zeros
}

/** The zero of a linear polynomial, null for a quadratic one that has none; `some` for all others. */
function zeroOf(p: Poly): Rational | null | 'some' {
  const found = [...coefficients(p, 0)].map(([power, c]) => [power, constantOf(c)] as const)
  const at = (power: number) => found.find(([other]) => other === power)?.[1] ?? 0n
  const degree = Math.max(0, ...found.map(([power]) => power))
  if (found.some(([, c]) => c === null) || degree > 2) return 'some'
  if (degree < 2) return degree === 0 ? null : ratio(-at(0), at(1))
  return at(1) * at(1) < 4n * at(2) * at(0) ? null : 'some'
}
