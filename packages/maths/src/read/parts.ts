import { type Expr, int, isOp, op } from '../tree.ts'

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

/** Functions whose power -1 is an inverse function. */
export const inverses = /^(?:sin|cos|tan|cot|sec|csc)h?$/

const trigonometric = /^a?(?:sin|cos|tan|cot|sec|csc)$/

/** A function of one argument; where angles are in degrees the trigonometric ones take or give degrees. */
export function ofAngle(name: string, of: Expr, degrees: boolean | undefined): Expr {
  if (!degrees || !trigonometric.test(name)) return op(name, of)
  if (name.startsWith('a')) return op('/', op(name, of), op('degree', int(1)))
  return op(name, isOp(of, 'degree') ? of : op('degree', of))
}
