import { type Expr, int, isOp, nodes, op, rewrite, sameTree, sym, variables } from '../tree.ts'
import { coefficient, expand, key, minus, multiply, neat, numeral, terms } from './form.ts'
import type { Root } from './real-set.ts'
import { holdsAt } from './recognise.ts'
import { symbolicIn, together } from './together.ts'
import { type Point, valueAt } from './value.ts'

export function onlyIn(a: readonly Expr[], b: readonly Expr[]): Expr[] {
  const others = new Set(b.map(g => key(neat(g))))
  return a.filter(g => !others.has(key(neat(g))))
}

export function all(name: 'and', parts: readonly Expr[]): Expr | null {
  const [first] = parts
  return first === undefined ? null : parts.length === 1 ? first : op(name, ...parts)
}

export function distinct(parts: readonly Expr[]): Expr[] {
  return parts.filter((part, k) => parts.findIndex(other => key(other) === key(part)) === k)
}

/** What is inside bars or an even power and was taken to be zero or above. */
export function nonNegative(before: Expr, at: Point): Expr | null {
  for (const part of nodes(before)) {
    const [inner, exponent] = part.kind === 'op' ? part.args : []
    const even =
      part.kind === 'op' &&
      part.op === '^' &&
      exponent?.kind === 'num' &&
      exponent.value.d === 1n &&
      exponent.value.n % 2n === 0n
    if (inner && (even || isOp(part, 'abs')) && valueAt(inner, at) < -1e-9) return op('>=', inner, int(0))
  }
  return null
}

/** What follows from an equation, and is not always the same as it. */
export function consequences(e: Expr): Expr[] {
  const [left, right] = isOp(e, '=', 2) ? e.args : []
  if (!left || !right) return []
  const squared = op('=', op('^', left, int(2)), op('^', right, int(2)))
  const all = together(op('+', left, minus(right)))
  const kernel = [...nodes(e)].find(part => isOp(part, 'sqrt') && variables(part).length > 0)
  const alone = kernel ? rootAlone(op('+', left, minus(right)), kernel) : null
  return [squared, op('=', all.n, int(0)), ...(alone ? [alone] : []), ...withoutLogs(left, right)]
}

/** The equation with one root by itself, squared. */
function rootAlone(e: Expr, root: Expr): Expr | null {
  const slot = sym('the root')
  const parts = symbolicIn(expand(rewrite(e, part => (sameTree(part, root) ? slot : part))), slot.name)
  const [rest, factor] = parts ?? []
  if (!rest || !factor || parts?.length !== 2) return null
  return op('=', op('^', op('*', factor, root), int(2)), op('^', rest, int(2)))
}

/** The arguments of logarithms that were taken together on each side. */
function withoutLogs(left: Expr, right: Expr): Expr[] {
  const found = [...nodes(left), ...nodes(right)].find(part => isOp(part, 'ln') || isOp(part, 'log'))
  if (found?.kind !== 'op') return []
  const base = found.op === 'ln' ? sym('e') : (found.args[1] ?? int(10))
  const power = (side: Expr): Expr => multiply(terms(neat(side)).map(t => powerOfTerm(t, base)))
  return [op('=', power(left), power(right))]
}

function powerOfTerm(t: Expr, base: Expr): Expr {
  const { c, rest } = coefficient(t)
  const isOfBase =
    rest.kind === 'op' &&
    (rest.op === 'ln' ? base.kind === 'sym' : rest.op === 'log' && key(rest.args[1] ?? rest) === key(base))
  return isOfBase && rest.args[0] ? neat(op('^', rest.args[0], numeral(c))) : neat(op('^', base, t))
}

/** What the line before says without words and that number does not satisfy. */
export function conditionAgainst(before: Expr, name: string, root: Root): Expr | null {
  const at = { [name]: root.value }
  const broken = all(
    'and',
    distinct(guardedBy(before).filter(g => variables(g).length > 0 && !holdsAt(g, at))),
  )
  if (broken) return broken
  const side =
    before.kind === 'op' && before.op === '='
      ? before.args.find(arg => sideBelowZero(before, arg, at))
      : undefined
  if (side && variables(side).length > 0) return op('>=', side, int(0))
  return root.exact && op('#', sym(name), root.exact)
}

/** A side that has to be zero or above, since the other one is a root or an absolute value. */
function sideBelowZero(e: Expr, side: Expr, at: Point): boolean {
  const other = e.kind === 'op' ? e.args.find(arg => arg !== side) : undefined
  return other !== undefined && (isOp(other, 'sqrt') || isOp(other, 'abs')) && valueAt(side, at) < 0
}

export function guardedBy(e: Expr): Expr[] {
  if (e.kind !== 'op') return []
  const inner = e.args.flatMap(guardedBy)
  const [a, b] = e.args
  if (e.op === '/' && b) inner.push(op('#', b, int(0)))
  if ((e.op === 'ln' || e.op === 'log') && a) inner.push(op('>', a, int(0)))
  if (e.op === 'sqrt' && a) inner.push(op('>=', a, int(0)))
  return inner
}

/** `ln u = v` as `u = e^v`, which says the same for all numbers. */
export function withoutOuterLog(e: Expr): Expr {
  const [left, right] = isOp(e, '=', 2) ? e.args : []
  if (!left || !right) return e
  const found = [left, right].find(side => isOp(side, 'ln', 1) || isOp(side, 'log', 2))
  if (found?.kind !== 'op' || !found.args[0]) return e
  return op('=', found.args[0], op('^', found.args[1] ?? sym('e'), found === left ? right : left))
}
