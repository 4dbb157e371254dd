import { asInterval } from '../read/parts.ts'
import { type Expr, isOp, isSym, type Op, op, rewrite, some, variables } from '../tree.ts'

const intervals: ReadonlySet<string> = new Set(['oo', 'oc', 'co', 'cc', 'union', 'intersection', 'setminus'])
const relations: ReadonlySet<string> = new Set(['=', '#', '<', '<=', '>', '>='])

/** What pupils shorten or paste, in full: `x = 1 or 2` says x = 1 or x = 2, and `x^{2}` is no set. */
export function inFull(e: Expr): Expr {
  const first = isOp(e, 'or') ? e.args[0] : undefined
  const left = isOp(first, '=', 2) ? first.args[0] : undefined
  const whole =
    isOp(e, 'or') && left ? op('or', ...e.args.map(arg => (says(arg) ? arg : op('=', left, arg)))) : e
  return rewrite(whole, node => {
    const [base, exponent] = isOp(node, '^', 2) ? node.args : []
    const inner = isOp(exponent, 'set', 1) ? exponent.args[0] : undefined
    return base && inner ? op('^', base, inner) : node
  })
}

function says(e: Expr): boolean {
  return e.kind === 'op' && (relations.has(e.op) || statements.has(e.op))
}

const statements: ReadonlySet<string> = new Set([
  'chain',
  'and',
  'or',
  'not',
  'implies',
  'in',
  'notin',
  'approx',
])

/**
 * What a pupil or teacher wrote, as the sort of thing that the other wrote where it can be that: beside an interval (1, 5)
 * is one, beside an inequality `x ∈ [2, 5]` is one too, and equations in a list are joined as the other's are.
 */
export function beside(e: Expr, other: Expr): Expr {
  if (other.kind !== 'op' || e.kind !== 'op') return e
  if (intervals.has(other.op)) return asInterval(e)
  if (isOp(e, 'list') && isJoined(other) && e.args.every(isRelation))
    return other.op === 'and' || variables(e).length === 1 ? op(other.op, ...e.args) : e
  if (isOp(e, 'list') && some(other, node => isOp(node, 'pm')) && !e.args.some(isRelation))
    return op('set', ...e.args)
  if (isRelation(other) || isJoined(other) || isOp(other, 'chain')) return ofMember(e) ?? e
  return e
}

function isRelation(e: Expr): boolean {
  return e.kind === 'op' && relations.has(e.op)
}

function isJoined(e: Op): boolean {
  return (e.op === 'and' || e.op === 'or') && e.args.every(isRelation)
}

/** `x ∈ [2, 5]` as what it says of x; null for what is no membership of a set of numbers. */
function ofMember(e: Op): Expr | null {
  const [member, within] = e.args
  if (!(isOp(e, 'in', 2) || isOp(e, 'notin', 2)) || !member || !within) return null
  const says = membership(member, within)
  return says !== null && e.op === 'notin' ? op('not', says) : says
}

function membership(member: Expr, within: Expr): Expr | null {
  if (within.kind !== 'op') return null
  const [low, high] = within.args
  if (/^[oc]{2}$/.test(within.op) && low && high) return between(member, within.op, low, high)
  if (within.op === 'set' && low) return anyOf(within.args.map(value => op('=', member, value)))
  const parts = within.args.map(part => membership(member, part))
  const known = parts.filter(part => part !== null)
  if (known.length === 0 || known.length < parts.length) return null
  if (within.op === 'union') return anyOf(known)
  if (within.op === 'intersection') return op('and', ...known)
  const [from, without] = known
  return within.op === 'setminus' && from && without ? op('and', from, op('not', without)) : null
}

function between(member: Expr, ends: string, low: Expr, high: Expr): Expr {
  const above = op(ends[0] === 'c' ? '<=' : '<', low, member)
  const below = op(ends[1] === 'c' ? '<=' : '<', member, high)
  if (isEnd(low)) return isEnd(high) ? op('=', member, member) : below
  return isEnd(high) ? above : op('and', above, below)
}

function isEnd(e: Expr): boolean {
  return isSym(e, 'inf') || isSym(e, 'minf') || (isOp(e, '-', 1) && isSym(e.args[0], 'inf'))
}

function anyOf(parts: readonly Expr[]): Expr {
  const [only] = parts
  return parts.length === 1 && only ? only : op('or', ...parts)
}
