import type { Budget } from '../budget.ts'
import { type Expr, int, isOp, type Op, op, sameTree } from '../tree.ts'
import { coefficient, isOne, minus, numberOf, numeral, varies } from './form.ts'
import { formula } from './notation.ts'

/**
 * A rewriting as data: `from -> to`. In `from`
 * - `a…d f…h p…w` are any expression, `n m k` a number, `x y z` an expression with a variable;
 * - a capital is one or more of the terms or factors that are left over, with a variable for `X Y Z`;
 * - sums and products match in any order; what is left of the outermost one stays;
 * - `n*X` alone is any term with its coefficient, also 1 or one below zero;
 * - `~` is any relation, read from either side; `lg` any logarithm, `trig` sine, cosine or tangent, `fn` any function.
 */
export interface Rewriting {
  readonly from: Expr
  readonly to: Expr
}

/** What the letters of a pattern stand for, the last one found first. */
type Env = { readonly name: string; readonly e: Expr; readonly before: Env } | null

function found(name: string, env: Env): Expr | undefined {
  for (let at = env; at !== null; at = at.before) if (at.name === name) return at.e
  return undefined
}

/** A rewriting from its text. */
export function rewriting(text: string): Rewriting {
  const [from, to] = text.split('->')
  if (from === undefined || to === undefined) throw new SyntaxError(text)
  return { from: formula(from), to: formula(to) }
}

/** What the rewriting makes of this node, in every way in which it matches. */
export function rewritten(rule: Rewriting, e: Expr, budget: Budget): Expr[] {
  const { from } = rule
  if (isOp(from, '+') || isOp(from, '*')) {
    if (isTermPattern(from)) return matches(from, e, null, budget).map(env => build(rule.to, env))
    const kept = `rest${from.op}`
    return commutative(from, partsOf(from.op, e), null, budget, kept).map(env => {
      const rest = found(kept, env)
      const made = build(rule.to, env)
      return rest ? op(from.op, made, rest) : made
    })
  }
  return matches(from, e, null, budget).map(env => build(rule.to, env))
}

/** The operators at which a rewriting can begin; null for any. */
export function startsAt(rule: Rewriting): readonly string[] | null {
  if (rule.from.kind !== 'op') return null
  if (isTermPattern(rule.from)) return null
  const name = rule.from.op
  if (name === '~') return relations
  if (name === '<') return relations.slice(1)
  return name === '*' ? ['*', '-'] : (classes[name] ?? [name])
}

const relations = ['=', '<', '>', '<=', '>=']
const opposite: Readonly<Record<string, string>> = { '=': '=', '<': '>', '>': '<', '<=': '>=', '>=': '<=' }
const classes: Readonly<Record<string, readonly string[]>> = {
  lg: ['ln', 'log'],
  trig: ['sin', 'cos', 'tan'],
  fn: ['sin', 'cos', 'tan', 'ln', 'log', 'sqrt', 'abs', 'exp'],
}

function matches(p: Expr, e: Expr, env: Env, budget: Budget): Env[] {
  budget.spend(4)
  if (p.kind === 'sym') return wildcard(p.name, e, env)
  if (p.kind === 'num') return e.kind === 'num' && sameTree(p, e) ? [env] : []
  if (p.kind !== 'op') return []
  if (p.op === '~') return isRelation(e, relations) ? bothWays(p, e, env, budget) : []
  if (p.op === '<') return isRelation(e, relations.slice(1)) ? bothWays(p, e, env, budget) : []
  if (p.op === '=') return isOp(e, '=', 2) ? bothWays(p, e, env, budget) : []
  if (p.op === '+' || p.op === '*') return ofMany(p, e, env, budget)
  return e.kind === 'op' ? ofFunction(p, e, env, budget) : []
}

function isRelation(e: Expr, names: readonly string[]): e is Op {
  return e.kind === 'op' && names.includes(e.op) && e.args.length === 2
}

function bothWays(p: Op, e: Op, env: Env, budget: Budget): Env[] {
  const swapped = op(opposite[e.op] ?? e.op, ...[...e.args].reverse())
  return [e, swapped].flatMap(way => pairwise(p, way, { name: '~', e: op(way.op), before: env }, budget))
}

function pairwise(p: Op, e: Op, env: Env, budget: Budget): Env[] {
  let all: Env[] = [env]
  for (let k = 0; k < p.args.length && all.length > 0; k += 1) {
    const [part, arg] = [p.args[k], e.args[k]]
    all = part && arg ? all.flatMap(one => matches(part, arg, one, budget)) : []
  }
  return all
}

function ofFunction(p: Op, e: Op, env: Env, budget: Budget): Env[] {
  const group = classes[p.op]
  if (!group) return p.op === e.op && p.args.length === e.args.length ? pairwise(p, e, env, budget) : []
  if (!group.includes(e.op)) return []
  const head = op(e.op, ...e.args.slice(1))
  const bound = found(p.op, env)
  if (bound && !sameTree(bound, head)) return []
  const [inner, argument] = [p.args[0], e.args[0]]
  return inner && argument ? matches(inner, argument, { name: p.op, e: head, before: env }, budget) : []
}

function ofMany(p: Op, e: Expr, env: Env, budget: Budget): Env[] {
  if (isTermPattern(p)) return asTerm(p, e, env)
  return commutative(p, partsOf(p.op, e), env, budget)
}

/** The terms or factors of an expression; a product below zero has a negative number among them. */
function partsOf(name: string, e: Expr): readonly Expr[] {
  if (e.kind !== 'op') return []
  if (e.op === name) return e.args
  const inner = e.op === '-' ? e.args[0] : undefined
  if (name !== '*' || inner?.kind !== 'op' || inner.op !== '*') return []
  const [first, ...others] = inner.args
  return first && numberOf(first) ? [minus(first), ...others] : [int(-1), ...inner.args]
}

function isTermPattern(p: Expr): boolean {
  if (!isOp(p, '*', 2)) return false
  const [n, x] = p.args
  return n?.kind === 'sym' && numbers.has(n.name) && x?.kind === 'sym' && /^[XYZ]$/.test(x.name)
}

function asTerm(p: Op, e: Expr, env: Env): Env[] {
  const { c, rest } = coefficient(e)
  if (isOne(rest) || !varies(rest) || isOp(rest, '+')) return []
  const [n, x] = p.args
  if (n?.kind !== 'sym' || x?.kind !== 'sym') return []
  return bind(n.name, numeral(c), env).flatMap(one => bind(x.name, rest, one))
}

function commutative(p: Op, parts: readonly Expr[], env: Env, budget: Budget, keep?: string): Env[] {
  const rest = p.args.find(arg => arg.kind === 'sym' && /^[A-Z]$/.test(arg.name))
  const singles = p.args.filter(arg => arg !== rest)
  if (parts.length < p.args.length || parts.length > 14) return []
  const restName = rest?.kind === 'sym' ? rest.name : keep
  const all: Env[] = []
  choose(0, [...parts], env)
  return all

  function choose(k: number, left: readonly Expr[], now: Env): void {
    budget.spend(2)
    const single = singles[k]
    if (!single) {
      finish(left, now)
      return
    }
    for (let j = 0; j < left.length; j += 1) {
      const part = left[j]
      if (!part) continue
      for (const next of matches(single, part, now, budget))
        choose(k + 1, [...left.slice(0, j), ...left.slice(j + 1)], next)
    }
  }

  function finish(left: readonly Expr[], now: Env): void {
    const first = left[0]
    if (!first) {
      if (!rest) all.push(now)
    } else if (restName) {
      const together = left.length === 1 ? first : op(p.op, ...left)
      all.push(...(rest ? bind(restName, together, now) : [{ name: restName, e: together, before: now }]))
    }
  }
}

const numbers: ReadonlySet<string> = new Set(['n', 'm', 'k'])

function wildcard(name: string, e: Expr, env: Env): Env[] {
  if (name === 'e' || name === 'pi' || name === 'i') return e.kind === 'sym' && e.name === name ? [env] : []
  if (numbers.has(name)) {
    const value = numberOf(e)
    return value ? bind(name, numeral(value), env) : []
  }
  return bind(name, e, env)
}

function bind(name: string, e: Expr, env: Env): Env[] {
  if (/^[xyzXYZ]$/.test(name) && !varies(e)) return []
  const bound = found(name, env)
  if (bound) return sameTree(bound, e) ? [env] : []
  return [{ name, e, before: env }]
}

/** The right side of a rewriting with what was found in place of its letters. */
export function build(p: Expr, env: Env): Expr {
  if (p.kind === 'sym') return found(p.name, env) ?? p
  if (p.kind !== 'op') return p
  const args = p.args.map(arg => build(arg, env))
  const head = found(p.op, env)
  if (head?.kind === 'op') return op(head.op, ...args, ...head.args)
  return op(p.op, ...args)
}
