import type { Budget } from '../budget.ts'
import { literalOf } from '../calculus/assemble.ts'
import { derivative } from '../calculus/derivative.ts'
import { integral } from '../calculus/integrate.ts'
import { factor as factored } from '../exact/factor.ts'
import { equal, one } from '../exact/rational.ts'
import { plainNotation } from '../forms/form.ts'
import { Polynomials, wholeExponent } from '../forms/polynomials.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { Rewriter } from '../forms/rewriter.ts'
import {
  collected,
  type Expr,
  exact,
  int,
  isDecimal,
  isOp,
  isSym,
  op,
  rewrite,
  size,
  substitute,
  sym,
} from '../tree.ts'
import type { Applying, AuthorFunction } from './apply.ts'
import { simplify } from './simplify.ts'

/** Functions that give another expression. */
export const expressions: readonly (readonly [string, AuthorFunction])[] = [
  [
    'exdowncase',
    ([e]) => (e ? rewrite(e, node => (isSym(node) ? sym(node.name.toLowerCase()) : node)) : null),
  ],
  ['num_ensure_rational', ([e]) => (e ? rewrite(e, withoutPoint) : null)],
  ['rationalize', ([e]) => (e ? rewrite(e, withoutPoint) : null)],
  ['make_less_ineq', ([e]) => (e ? rewrite(e, lessThan) : null)],
  ['ev', ([e, ...flags], { budget }) => (e ? evaluated(e, flags, budget) : null)],
  ['subst', (args, { budget }) => substituted(args, budget)],
  ['expand', ([e], { budget }) => (e ? budget.attempt(0.2, part => expanded(e, part)) : null)],
  ['factor', ([e], { budget }) => (e ? budget.attempt(0.2, part => inFactors(e, part)) : null)],
  [
    'integrate',
    ([e, x, from, to], applying) => (e && isSym(x) ? integrated(e, x.name, applying, from, to) : null),
  ],
  ['diff', ([e, x, n], { budget }) => (e && isSym(x) ? derived(e, x.name, n, budget) : null)],
  [
    'taylor',
    ([e, x, a, n], { budget }) => (e && isSym(x) && a && n ? series(e, x.name, a, n, budget) : null),
  ],
  ['lhs', ([e]) => side(e, 0)],
  ['rhs', ([e]) => side(e, 1)],
  ['num', ([e]) => (isOp(e, '/') ? (e.args[0] ?? null) : (e ?? null))],
  ['denom', ([e]) => (isOp(e, '/') ? (e.args[1] ?? null) : e ? int(1) : null)],
]

function withoutPoint(e: Expr): Expr {
  return e.kind === 'num' && isDecimal(e) ? exact(e.value) : e
}

function lessThan(e: Expr): Expr {
  const [a, b] = e.kind === 'op' ? e.args : []
  if (!a || !b) return e
  if (isOp(e, '>')) return op('<', b, a)
  return isOp(e, '>=') ? op('<=', b, a) : e
}

function side(e: Expr | undefined, which: 0 | 1): Expr | null {
  if (!e) return null
  if (e.kind === 'op' && ['=', '#', '<', '<=', '>', '>='].includes(e.op)) return e.args[which] ?? null
  return which === 0 ? e : int(0)
}

/** An expression with equations and settings applied in order; `simp` simplifies at the end. */
function evaluated(e: Expr, flags: readonly Expr[], budget: Budget): Expr {
  let result = e
  for (const flag of flags) {
    const [name, value] = isOp(flag, '=') || isOp(flag, 'assign') ? flag.args : []
    if (isSym(name, 'radexpand') && isSym(value, 'all')) result = rewrite(result, powersJoined)
    else if (name && value && !settings.has(isSym(name) ? name.name : ''))
      result = replaced(result, name, value, budget)
  }
  return flags.some(flag => isSym(flag, 'simp')) ? simplify(result, budget) : result
}

const settings: ReadonlySet<string> = new Set([
  'algebraic',
  'simp',
  'radexpand',
  'numer',
  'logexpand',
  'domain',
])

/** `(a^b)^c` as `a^(b*c)`, which holds for positive a. */
function powersJoined(e: Expr): Expr {
  const [base, exponent] = isOp(e, '^') ? e.args : []
  const [inner, times] = isOp(base, '^') ? base.args : []
  return inner && times && exponent ? op('^', inner, op('*', times, exponent)) : e
}

/** `subst(new, old, e)`, `subst(old = new, e)` or a list of such equations, also of the names of operators. */
function substituted(args: readonly Expr[], budget: Budget): Expr | null {
  const [a, b, e] = args
  if (a && b && e) return replaced(e, b, a, budget)
  if (!a || !b) return null
  const equations = isOp(a, 'list') ? a.args : [a]
  let result = b
  for (const equation of equations) {
    const [old, by] = isOp(equation, '=') ? equation.args : []
    if (!old || !by) return null
    result = replaced(result, old, by, budget)
  }
  return result
}

function replaced(e: Expr, old: Expr, by: Expr, budget: Budget): Expr {
  if (isSym(old)) return substitute(e, old.name, by)
  const [from, to] = [operatorName(old), operatorName(by)]
  if (from && to) return rewrite(e, node => (isOp(node, from) ? op(to, ...node.args) : node))
  const rewriter = new Rewriter(new Set(), budget)
  const key = rewriter.normal(old).key
  const walk = (node: Expr): Expr => {
    if (node.kind === 'op' && rewriter.normal(node).key === key) return by
    return node.kind === 'op' ? op(node.op, ...node.args.map(walk)) : node
  }
  return old.kind === 'op' ? walk(e) : e
}

const operatorNames: Readonly<Record<string, string>> = {
  '!': 'factorial',
  nounand: 'and',
  nounor: 'or',
  nounnot: 'not',
  nounadd: '+',
  nounmul: '*',
  noundiv: '/',
  nounpow: '^',
  nouneq: '=',
}

function operatorName(e: Expr): string | null {
  return e.kind === 'str' ? (operatorNames[e.value] ?? e.value) : null
}

const mostOrders = 20

/** A derivative that is larger than this stays a question. */
const mostNodes = 2000

function derived(e: Expr, x: string, order: Expr | undefined, budget: Budget): Expr | null {
  const times = order ? wholeExponent(order) : 1
  if (times === null || times < 0 || times > mostOrders) return null
  let result = e
  for (let k = 0; k < times; k++) {
    result = simplify(derivative(result, x, budget), budget)
    if (size(result) > mostNodes) return null
  }
  return result
}

/** An integral where its form counts; where only its value does, comparing knows more ways. */
function integrated(e: Expr, x: string, { budget, keepForm }: Applying, from?: Expr, to?: Expr): Expr | null {
  const found = keepForm ? integral(e, x, budget, from, to) : null
  return found && simplify(found, budget)
}

/** The Taylor polynomial of degree n around a; null where a derivative has no value there. */
function series(e: Expr, x: string, a: Expr, n: Expr, budget: Budget): Expr | null {
  const degree = wholeExponent(n)
  if (degree === null || degree < 0 || degree > mostOrders) return null
  const step = op('+', sym(x), op('-', a))
  const terms: Expr[] = []
  let current = e
  let factorial = 1n
  for (let k = 0; k <= degree; k++) {
    const value = substitute(current, x, a)
    if (dividesByZero(value)) return null
    terms.push(op('*', op('/', value, int(factorial)), op('^', step, int(k))))
    current = simplify(derivative(current, x, budget), budget)
    if (size(current) > mostNodes) return null
    factorial *= BigInt(k + 1)
  }
  return simplify(op('+', ...terms, int(0)), budget)
}

/** Polynomials in a name that no expression has, so that all in the expression are variables alike. */
function anyVariables(budget: Budget): Polynomials {
  return new Polynomials('no variable', budget)
}

function expanded(e: Expr, budget: Budget): Expr | null {
  const polynomials = anyVariables(budget)
  const read = polynomials.read(e)
  if (!read) return null
  const result = polynomials.write(read.numerator)
  if (read.denominator === 1n) return result
  const terms = isOp(result, '+') ? result.args : [result]
  return simplify(op('+', ...terms.map(term => op('/', term, int(read.denominator))), int(0)), budget)
}

function inFactors(e: Expr, budget: Budget): Expr | null {
  const polynomials = anyVariables(budget)
  const value = literalOf(e)
  const read = value ? null : polynomials.read(plainNotation(e))
  if (!read) return null
  const { unit, factors } = factored(read.numerator, budget)
  const powers = factors.map(([p, n]) =>
    n === 1 ? polynomials.write(p) : op('^', polynomials.write(p), int(n)),
  )
  const number = { n: unit < 0n ? -unit : unit, d: read.denominator }
  const list = equal(number, one) ? powers : [exact(number), ...powers]
  const product = collected('*', list)
  return unit < 0n ? op('-', product) : product
}
