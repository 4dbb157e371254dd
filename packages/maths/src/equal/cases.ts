import { coefficients, constantOf, degree, generatorsOf } from '../exact/polynomial.ts'
import { type Rational, ratio } from '../exact/rational.ts'
import { type Expr, exact, isOp, nodes, op, some, substitute, sym, variables } from '../tree.ts'
import type { Assumptions, Equality } from '../verdict.ts'
import { build } from './build.ts'
import { type Comparing, inField } from './compare.ts'
import { NotScalar } from './field.ts'

type Compare = (a: Expr, b: Expr, comparing: Comparing) => Equality

/**
 * Whether two trees are the same where both have real values, seen from what stands under even roots: √x·√y and √(xy)
 * both exist as numbers of school only where x and y are not below zero.
 */
export function equalOnDomain(a: Expr, b: Expr, comparing: Comparing, compare: Compare): boolean {
  if (some(op('list', a, b), asksForComplex)) return false
  const under = [...nodes(op('list', a, b))].flatMap(node => underRoot(node) ?? [])
  const known = comparing.assume.positive
  const names = under.filter(name => comparing.assume.all !== 'positive' && !known?.has(name))
  if (names.length === 0) return false
  const assume = { ...comparing.assume, positive: new Set([...(known ?? []), ...names]) }
  return isEqual(a, b, assume, comparing, compare)
}

/** Whether a step has a meaning for complex numbers alone, so that roots of numbers below zero are meant too. */
function asksForComplex(e: Expr): boolean {
  if (e.kind === 'sym') return e.name === 'i'
  return e.kind === 'op' && ['re', 'im', 'conjugate', 'arg'].includes(e.op)
}

/** The variable of which an even root is taken. */
function underRoot(e: Expr): string | null {
  const [u, n] = e.kind === 'op' && roots.has(e.op) ? e.args : []
  const name = u ? signedBy(u) : null
  if (isOp(e, 'sqrt', 1)) return name
  if (isOp(e, 'root', 2)) return n?.kind === 'num' && n.value.n % 2n === 0n ? name : null
  const order = isOp(n, '/', 2) ? n.args[1] : n?.kind === 'num' ? exact({ n: n.value.d, d: 1n }) : undefined
  return order?.kind === 'num' && order.value.d === 1n && order.value.n % 2n === 0n ? name : null
}

/** The variable that has the sign of a term: x for x, 2x, x/3 and x³. */
function signedBy(e: Expr): string | null {
  const [name, ...more] = variables(e)
  if (name === undefined || more.length > 0 || (e.kind === 'sym' && e.name !== name)) return null
  if (e.kind === 'sym') return e.name
  if (e.kind !== 'op') return null
  const [base, exponent] = e.args
  if (isOp(e, '^', 2) && base && exponent?.kind === 'num')
    return exponent.value.d === 1n && exponent.value.n % 2n === 1n ? signedBy(base) : null
  const rest = e.args.filter(arg => arg.kind !== 'num')
  return (e.op === '*' || e.op === '/') && rest.length === 1 && rest[0] ? signedBy(rest[0]) : null
}

const roots: ReadonlySet<string> = new Set(['sqrt', 'root', '^'])

/** The most places at which a line is cut. */
const mostCuts = 3

/**
 * Whether two trees are the same on every part of the line between the zeros of what stands between bars, and zero
 * itself: on each a variable is a fixed number and something above zero.
 */
export function equalByCases(a: Expr, b: Expr, comparing: Comparing, compare: Compare): boolean {
  const cuts = cutsIn(op('list', a, b), comparing)
  const names = [...cuts.keys()].filter(name => !comparing.assume.positive?.has(name))
  const [name, ...more] = names
  if (name === undefined || more.length > 1 || comparing.assume.all === 'positive') return false
  const parts = partsOfLine(cuts.get(name) ?? [], sym(`#${name}`))
  const positive = new Set([...(comparing.assume.positive ?? []), `#${name}`])
  const within: Comparing = { ...comparing, assume: { ...comparing.assume, positive } }
  return parts.every(part => {
    const [left, right] = [substitute(a, name, part), substitute(b, name, part)]
    const found = isEqual(left, right, within.assume, comparing, compare)
    return found || (more.length > 0 && equalByCases(left, right, within, compare))
  })
}

function isEqual(a: Expr, b: Expr, assume: Assumptions, comparing: Comparing, compare: Compare): boolean {
  const found = comparing.budget.attempt(0.3, budget => compare(a, b, { ...comparing, assume, budget }))
  return found?.answer === 'equal'
}

/** What may be written otherwise for numbers below zero. */
const withSigns: ReadonlySet<string> = new Set(['sqrt', 'root', 'ln', 'log', 'abs'])

/** The zeros of what stands between bars, by variable, and zero for a variable under a root or logarithm. */
function cutsIn(e: Expr, comparing: Comparing): Map<string, Rational[]> {
  const found = new Map<string, Rational[]>()
  for (const node of nodes(e)) {
    if (isOp(node, 'abs', 1)) addCut(found, zeroOf(node.args[0] ?? node, comparing))
    if (node.kind === 'op' && withSigns.has(node.op))
      for (const name of variables(node)) addCut(found, { name, at: ratio(0n, 1n) })
  }
  return found
}

interface Cut {
  readonly name: string
  readonly at: Rational
}

function addCut(found: Map<string, Rational[]>, cut: Cut | null): void {
  if (cut === null) return
  const list = found.get(cut.name) ?? []
  const known = list.some(({ n, d }) => n === cut.at.n && d === cut.at.d)
  if (!known && list.length < mostCuts) found.set(cut.name, [...list, cut.at])
}

/** The number for which a linear expression in one variable is zero. */
function zeroOf(e: Expr, comparing: Comparing): Cut | null {
  if (variables(e).length !== 1) return null
  return inField(comparing, field => {
    try {
      const { num } = field.canonical(build(field, e))
      const [g, ...more] = generatorsOf(num)
      if (g === undefined || more.length > 0 || degree(num, g) !== 1 || field.at(g).kind !== 'variable')
        return null
      const parts = coefficients(num, g)
      const slope = constantOf(parts.get(1) ?? []) ?? 1n
      return { name: field.at(g).name ?? '', at: ratio(-(constantOf(parts.get(0) ?? []) ?? 0n), slope) }
    } catch (error) {
      if (error instanceof NotScalar) return null
      throw error
    }
  })
}

/** The parts of the line between cuts, each by a number above zero. */
function partsOfLine(cuts: readonly Rational[], above: Expr): Expr[] {
  const sorted = [...cuts].sort((p, q) => (p.n * q.d < q.n * p.d ? -1 : 1))
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return [above]
  const between = sorted.slice(1).map((right, k) => {
    const left = sorted[k] ?? right
    return op('/', op('+', exact(left), op('*', exact(right), above)), op('+', exact(ratio(1n, 1n)), above))
  })
  return [op('+', exact(first), op('-', above)), ...between, op('+', exact(last), above)]
}
