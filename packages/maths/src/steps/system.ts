import type { Budget } from '../budget.ts'
import { type Expr, isOp, op, size, substitute, variables } from '../tree.ts'
import { expand, has, minus, neat } from './form.ts'
import { pointsOf, type Root } from './real-set.ts'
import { solve } from './solve.ts'
import { symbolicIn } from './together.ts'
import { close, valueAt } from './value.ts'
import { rootOf } from './zeros.ts'

/** One solution of a system: a number for each unknown. */
export type Tuple = Readonly<Record<string, Root>>

/**
 * All real solutions of equations in several unknowns, by taking an unknown from an equation in which it is linear and
 * filling it in; null where this does not lead to the end, or there are infinitely many.
 */
export function solveSystem(
  line: Expr,
  unknowns: readonly string[],
  budget: Budget,
): readonly Tuple[] | null {
  if (isOp(line, 'or')) return joined(line.args.map(arg => solveSystem(arg, unknowns, budget)))
  const equations = flat(line)
  if (equations.some(e => isOp(e, 'or'))) return distributed(equations, unknowns, budget)
  if (!equations.every(e => isOp(e, '=', 2)) || variables(line).some(v => !unknowns.includes(v))) return null
  const found = eliminate(equations, unknowns, budget)
  return found?.filter(tuple => equations.every(e => holds(e, tuple))) ?? null
}

function flat(e: Expr): readonly Expr[] {
  return isOp(e, 'and') || isOp(e, 'list') || isOp(e, 'seq') ? e.args.flatMap(flat) : [e]
}

function joined(parts: readonly (readonly Tuple[] | null)[]): readonly Tuple[] | null {
  const known = parts.filter(part => part !== null)
  return known.length === parts.length ? distinct(known.flat()) : null
}

function distributed(
  equations: readonly Expr[],
  unknowns: readonly string[],
  budget: Budget,
): readonly Tuple[] | null {
  budget.spend(200)
  const at = equations.findIndex(e => isOp(e, 'or'))
  const choice = equations[at]
  if (choice?.kind !== 'op') return null
  const rest = equations.filter((_, k) => k !== at)
  return joined(choice.args.map(arg => solveSystem(op('and', arg, ...rest), unknowns, budget)))
}

function distinct(all: readonly Tuple[]): Tuple[] {
  const kept: Tuple[] = []
  for (const tuple of all) if (!kept.some(other => sameTuple(tuple, other))) kept.push(tuple)
  return kept
}

/** What solutions say about some of the unknowns. */
export function projected(all: readonly Tuple[], names: readonly string[]): readonly Tuple[] {
  const kept = all.map(tuple =>
    Object.fromEntries(Object.entries(tuple).filter(([name]) => names.includes(name))),
  )
  return distinct(kept)
}

/** Whether two solutions have the same numbers, as doubles tell. */
export function sameTuple(a: Tuple, b: Tuple): boolean {
  return Object.entries(a).every(([name, root]) => close(root.value, b[name]?.value ?? Number.NaN))
}

function holds(e: Expr, tuple: Tuple): boolean {
  if (e.kind !== 'op') return false
  const at = Object.fromEntries(Object.entries(tuple).map(([name, root]) => [name, root.value]))
  const [left, right] = e.args
  return left !== undefined && right !== undefined && close(valueAt(left, at), valueAt(right, at), 1e-7)
}

function eliminate(
  equations: readonly Expr[],
  unknowns: readonly string[],
  budget: Budget,
): readonly Tuple[] | null {
  budget.spend(300 + 150 * equations.reduce((total, e) => total + size(e), 0))
  const [only, ...others] = unknowns
  if (only === undefined) return [{}]
  if (others.length === 0) return lastUnknown(equations, only, budget)
  for (const e of equations) {
    for (const name of unknowns) {
      const value = linearValue(e, name, unknowns)
      if (!value) continue
      const rest = equations.filter(other => other !== e).map(other => substitute(other, name, value))
      const inner = eliminate(
        rest,
        unknowns.filter(other => other !== name),
        budget,
      )
      return inner?.map(tuple => completed(tuple, name, value)).filter(tuple => tuple !== null) ?? null
    }
  }
  return bySingle(equations, unknowns, budget)
}

function lastUnknown(equations: readonly Expr[], name: string, budget: Budget): readonly Tuple[] | null {
  if (equations.length === 0) return null
  const set = solve(
    equations.length === 1 ? (equations[0] ?? op('and')) : op('and', ...equations),
    name,
    budget,
  )
  const points = set && pointsOf(set)
  return points?.map(root => ({ [name]: root })) ?? null
}

/** What an unknown is by an equation in which it is linear with a number as its factor. */
function linearValue(e: Expr, name: string, unknowns: readonly string[]): Expr | null {
  const [left, right] = e.kind === 'op' ? e.args : []
  if (!left || !right) return null
  const parts = symbolicIn(expand(op('+', left, minus(right))), name)
  const [rest, factor] = parts ?? []
  if (parts?.length !== 2 || !rest || !factor || has(factor, new Set(unknowns))) return null
  return neat(op('/', op('-', rest), factor))
}

function completed(tuple: Tuple, name: string, value: Expr): Tuple | null {
  let filled = value
  for (const [other, root] of Object.entries(tuple)) {
    if (!root.exact) return null
    filled = substitute(filled, other, root.exact)
  }
  return { ...tuple, [name]: rootOf(expand(filled)) }
}

/** Through an equation that has one unknown only. */
function bySingle(
  equations: readonly Expr[],
  unknowns: readonly string[],
  budget: Budget,
): readonly Tuple[] | null {
  const e = equations.find(one => variables(one).length === 1)
  const [name] = e ? variables(e) : []
  const set = e && name !== undefined ? solve(e, name, budget) : null
  const points = set && pointsOf(set)
  if (!e || name === undefined || !points || points.some(p => p.exact === null)) return null
  const rest = equations.filter(other => other !== e)
  const others = unknowns.filter(other => other !== name)
  const parts = points.map(p => {
    const inner = eliminate(
      rest.map(other => substitute(other, name, p.exact ?? other)),
      others,
      budget,
    )
    return inner?.map((tuple): Tuple => ({ ...tuple, [name]: p })) ?? null
  })
  return joined(parts)
}
