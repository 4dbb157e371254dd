import type { Budget } from '../budget.ts'
import { type Expr, isDecimal, type Num, op, sym } from '../tree.ts'

/**
 * An expression as the tests up to order see it: sums and products are flat; a minus sign is a factor of its own
 * (`minus`), and `a/b` is a times a factor of its own for `1/b`. Two forms are the same where their keys are.
 */
export interface Form {
  readonly op: string
  readonly args: readonly Form[]
  readonly key: string
  readonly size: number
  /** The value of a whole number written without a point. */
  readonly whole: bigint | null
}

/** The minus sign as a factor. */
export const minus: Form = { op: '~', args: [], key: '~', size: 1, whole: null }

/** A whole number that is not below zero. */
export function wholeForm(value: bigint): Form {
  return { op: '#number', args: [], key: value.toString(), size: 1, whole: value }
}

/** A number, a name or a text. */
export function leaf(e: Exclude<Expr, { kind: 'op' }>): Form {
  if (e.kind === 'num') return numberForm(e)
  const key = e.kind === 'sym' ? e.name : JSON.stringify(e.value)
  return { op: '#leaf', args: [], key, size: 1, whole: null }
}

function numberForm(e: Num): Form {
  if (!isDecimal(e)) return wholeForm(e.value.n)
  return { op: '#number', args: [], key: `${e.value.n}/${e.value.d}.`, size: 1, whole: null }
}

/** An operator on forms. What the key costs is taken from the budget, since it repeats all that lies below. */
export function form(name: string, args: readonly Form[], budget: Budget): Form {
  const key = `${name}(${args.map(arg => arg.key).join(',')})`
  budget.spend(key.length)
  return { op: name, args, key, size: args.reduce((total, arg) => total + arg.size, 1), whole: null }
}

/** The canonical order: small before large, then by name; stable and total up to sameness. */
export function sorted(forms: readonly Form[], budget: Budget): Form[] {
  budget.spend(forms.length * 10)
  return [...forms].sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

/** The tree in the one notation that the tests up to order compare: `exp(x)` as a power of e, inert forms as what they stand for. */
export function plainNotation(e: Expr): Expr {
  if (e.kind !== 'op') return e
  const first = e.args[0]
  if (first && ['noun', 'stackeq'].includes(e.op) && e.args.length === 1) return first
  if (first && e.op === 'exp') return op('^', sym('e'), first)
  const order = e.args[2]
  const once = e.op === 'diff' && e.args.length === 3 && order?.kind === 'num' && order.text === '1'
  if (once) return op('diff', ...e.args.slice(0, 2))
  return e
}
