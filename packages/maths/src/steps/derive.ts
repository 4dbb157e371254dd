import { derivative as derivativeOf } from '../calculus/derivative.ts'
import { type Expr, isOp, isSym, op, rewrite, some } from '../tree.ts'
import { neat } from './form.ts'

/** The derivative with respect to a variable, tidied; null where a function is unknown. */
export function derivative(e: Expr, name: string): Expr | null {
  const found = derivativeOf(withPowers(e), name)
  return some(found, part => isOp(part, 'diff')) ? null : neat(found)
}

/** The tree with every `diff(f, x)` worked out; null where one can't be. */
export function withoutDiff(e: Expr): Expr | null {
  if (!some(e, part => isOp(part, 'diff'))) return e
  let failed = false
  const done = rewrite(e, part => {
    if (!isOp(part, 'diff') || !part.args[0] || !isSym(part.args[1])) return part
    const found = derivative(part.args[0], part.args[1].name)
    failed ||= found === null
    return found ?? part
  })
  return failed ? null : done
}

/** Logarithms of another base as quotients of natural ones. */
function withPowers(e: Expr): Expr {
  return rewrite(e, part => {
    if (!isOp(part, 'log', 2) || !part.args[0] || !part.args[1]) return part
    return op('/', op('ln', part.args[0]), op('ln', part.args[1]))
  })
}
