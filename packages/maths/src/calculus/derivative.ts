import type { Budget } from '../budget.ts'
import { type Expr, int, isSym, type Op, op, substitute, sym } from '../tree.ts'
import {
  isFree,
  literalOf,
  minus,
  negated,
  nought,
  over,
  plus,
  raised,
  sizeOf,
  squared,
  times,
  unity,
} from './assemble.ts'

/**
 * The derivative with respect to a name, for real values of it. What no rule is known for, an unknown function or a
 * step, stays as `diff` of that part, and so does a tree that derivatives of derivatives have made too large.
 */
export function derivative(e: Expr, x: string, budget?: Budget): Expr {
  budget?.spend(20)
  if (sizeOf(e) > largest) return stays(e, x)
  if (isFree(e, x)) return nought
  if (e.kind === 'sym') return unity
  if (e.kind !== 'op') return stays(e, x)
  const d = (part: Expr): Expr => derivative(part, x, budget)
  const [u, v] = e.args
  const outer = u && e.args.length === 1 ? outers[e.op] : undefined
  if (outer && u) return times(outer(u), d(u))
  if (linear.has(e.op)) return op(e.op, ...e.args.map(d))
  const rule = rules[e.op]
  return (rule && u !== undefined ? rule(e, u, v, x, d) : undefined) ?? stays(e, x)
}

const largest = 50_000

function stays(e: Expr, x: string): Expr {
  return op('diff', e, sym(x))
}

type Outer = (u: Expr) => Expr

const f = (name: string, ...args: Expr[]): Expr => op(name, ...args)
const inverseOf = (e: Expr): Expr => over(unity, e)
const one = unity

/** What the derivative of an argument is multiplied with. */
const outers: Readonly<Record<string, Outer | undefined>> = {
  '-': () => int(-1),
  exp: u => f('exp', u),
  ln: inverseOf,
  sqrt: u => inverseOf(times(int(2), f('sqrt', u))),
  sin: u => f('cos', u),
  cos: u => negated(f('sin', u)),
  tan: u => inverseOf(squared(f('cos', u))),
  cot: u => negated(inverseOf(squared(f('sin', u)))),
  sec: u => times(f('sec', u), f('tan', u)),
  csc: u => negated(times(f('csc', u), f('cot', u))),
  asin: u => inverseOf(f('sqrt', minus(one, squared(u)))),
  acos: u => negated(inverseOf(f('sqrt', minus(one, squared(u))))),
  atan: u => inverseOf(plus(squared(u), one)),
  acot: u => negated(inverseOf(plus(squared(u), one))),
  asec: u => inverseOf(times(squared(u), f('sqrt', minus(one, inverseOf(squared(u)))))),
  acsc: u => negated(inverseOf(times(squared(u), f('sqrt', minus(one, inverseOf(squared(u))))))),
  sinh: u => f('cosh', u),
  cosh: u => f('sinh', u),
  tanh: u => inverseOf(squared(f('cosh', u))),
  coth: u => negated(inverseOf(squared(f('sinh', u)))),
  sech: u => negated(times(f('sech', u), f('tanh', u))),
  csch: u => negated(times(f('csch', u), f('coth', u))),
  asinh: u => inverseOf(f('sqrt', plus(squared(u), one))),
  acosh: u => inverseOf(times(f('sqrt', minus(u, one)), f('sqrt', plus(u, one)))),
  atanh: u => inverseOf(minus(one, squared(u))),
  acoth: u => inverseOf(minus(one, squared(u))),
  asech: u =>
    negated(
      inverseOf(times(squared(u), f('sqrt', minus(inverseOf(u), one)), f('sqrt', plus(inverseOf(u), one)))),
    ),
  acsch: u => negated(inverseOf(times(squared(u), f('sqrt', plus(inverseOf(squared(u)), one))))),
  abs: u => over(u, f('abs', u)),
}

/** Operators that pass a derivative on to their arguments, since the name stands for a real number. */
const linear = new Set([
  'percent',
  'degree',
  'mixed',
  'pm',
  're',
  'im',
  'conjugate',
  'list',
  'tuple',
  'matrix',
  '=',
])

type Rule = (e: Op, u: Expr, v: Expr | undefined, x: string, d: (e: Expr) => Expr) => Expr | undefined

const rules: Readonly<Record<string, Rule | undefined>> = {
  '+': (e, _u, _v, _x, d) => plus(...e.args.map(d)),
  '*': (e, _u, _v, x, d) => ofProduct(e.args, x, d),
  '/': (_e, u, v, x, d) => v && ofQuotient(u, v, x, d),
  '^': (_e, u, v, x, d) => v && ofPower(u, v, x, d),
  root: (e, u, n, x, d) => {
    if (n === undefined) return undefined
    return isFree(n, x) ? over(times(e, d(u)), times(n, u)) : d(op('^', u, over(one, n)))
  },
  log: (_e, u, base, x, d) => {
    if (base === undefined) return undefined
    return isFree(base, x) ? over(d(u), times(u, f('ln', base))) : d(over(f('ln', u), f('ln', base)))
  },
  diff: (e, u, v, x, d) => {
    const times_ = e.args[2] ?? one
    if (isSym(v, x)) return op('diff', u, v, plus(times_, one))
    return v && isFree(v, x) && isFree(times_, x) ? op('diff', d(u), ...e.args.slice(1)) : undefined
  },
  noun: (_e, u, _v, x, d) => {
    const inner = u.kind === 'op' && u.op === 'diff' ? d(u) : undefined
    return inner?.kind === 'op' && inner.op === 'diff' && isSym(inner.args[1], x)
      ? op('noun', inner)
      : undefined
  },
  integrate: (e, u, v, x, d) => (v === undefined ? undefined : ofIntegral(e, u, v, x, d)),
  sum: (e, u, _v, x, d) => (hasFixedBounds(e, x) ? op('sum', d(u), ...e.args.slice(1)) : undefined),
  product: (e, u, _v, x, d) =>
    hasFixedBounds(e, x) ? times(e, op('sum', over(d(u), u), ...e.args.slice(1))) : undefined,
  if: (e, _u, _v, _x, d) => op('if', ...e.args.map((arg, k) => (k === 0 ? arg : d(arg)))),
  piecewise: (e, _u, _v, _x, d) =>
    op('piecewise', ...e.args.map((arg, k) => (k % 2 === 0 && k < e.args.length - 1 ? arg : d(arg)))),
}

/** Halves of a product are treated as its factors, so that many factors give no square of their number. */
function ofProduct(factors: readonly Expr[], x: string, d: (e: Expr) => Expr): Expr {
  const constants = factors.filter(factor => isFree(factor, x))
  const rest = factors.filter(factor => !isFree(factor, x))
  const [first] = rest
  if (first === undefined) return nought
  if (rest.length === 1) return times(...constants, d(first))
  const middle = rest.length >> 1
  const [left, right] = [rest.slice(0, middle), rest.slice(middle)]
  const terms = plus(times(ofProduct(left, x, d), ...right), times(...left, ofProduct(right, x, d)))
  return times(...constants, terms)
}

function ofQuotient(u: Expr, v: Expr, x: string, d: (e: Expr) => Expr): Expr {
  if (isFree(v, x)) return over(d(u), v)
  if (isFree(u, x)) return negated(over(times(u, d(v)), squared(v)))
  return over(minus(times(d(u), v), times(u, d(v))), squared(v))
}

function ofPower(u: Expr, v: Expr, x: string, d: (e: Expr) => Expr): Expr {
  if (isFree(v, x)) return times(v, raised(u, lower(v)), d(u))
  const power = op('^', u, v)
  if (isSym(u, 'e')) return times(power, d(v))
  if (isFree(u, x)) return times(power, f('ln', u), d(v))
  return times(power, plus(times(d(v), f('ln', u)), over(times(v, d(u)), u)))
}

function lower(v: Expr): Expr {
  return literalOf(v) ? plus(v, int(-1)) : minus(v, one)
}

function hasFixedBounds(e: Op, x: string): boolean {
  return e.args.slice(1).every(arg => isFree(arg, x))
}

/** The fundamental theorem, and Leibniz' rule. */
function ofIntegral(e: Op, u: Expr, v: Expr, x: string, d: (e: Expr) => Expr): Expr | undefined {
  const [, , low, high] = e.args
  if (v.kind !== 'sym') return undefined
  if (low === undefined || high === undefined) return v.name === x ? u : op('integrate', d(u), v)
  const edges = minus(times(substitute(u, v.name, high), d(high)), times(substitute(u, v.name, low), d(low)))
  return v.name === x ? edges : plus(edges, isFree(u, x) ? nought : op('integrate', d(u), v, low, high))
}
