import { otherFunctions, plainFunctions } from '../read/names.ts'
import { type Expr, some } from '../tree.ts'

/** Operators of the tree whose names are words, and functions that readers keep as they are written. */
const known = new Set([
  ...plainFunctions.values(),
  ...otherFunctions.values(),
  ...'gamma mixed percent degree list chain and or not implies xor xnor nand nor index noun define assign seq if piecewise lambda pm'.split(
    ' ',
  ),
])

/** Whether this is a function that is only a name, such as `f(x)`. */
export function isUnknownFunction(node: Expr): boolean {
  return node.kind === 'op' && /^[\p{L}_]/u.test(node.op) && !known.has(node.op)
}

/** Whether there is such a function anywhere, so that an expression without variables still has no value. */
export function hasUnknownFunction(e: Expr): boolean {
  return some(e, isUnknownFunction)
}
