import { type Expr, isOp, op } from '../tree.ts'

/** Beside a set operator, two values between brackets are an interval. */
export function asInterval(e: Expr): Expr {
  if (e.kind !== 'op' || e.args.length !== 2) return e
  if (e.op === 'list') return op('cc', ...e.args)
  return e.op === 'tuple' ? op('oo', ...e.args) : e
}

/** Whether this is -1, as the exponent that says that a function is inverted. */
export function isMinusOne(e: Expr): boolean {
  const [size] = isOp(e, '-', 1) ? e.args : []
  return size?.kind === 'num' && size.text === '1'
}
