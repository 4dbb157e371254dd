import { build } from '../equal/build.ts'
import { type Comparing, inField, NotScalar } from '../equal/compare.ts'
import { type Expr, isOp, nodes, variables } from '../tree.ts'

/** Throws Undefined where some part, such as 1/0 in a list, has no value for any number. */
export function requireValue(e: Expr, comparing: Comparing): void {
  for (const node of nodes(e)) {
    const [, below] = isOp(node, '/', 2) ? node.args : []
    if (below === undefined || below.kind === 'num' ? below?.value.n !== 0n : variables(below).length > 0)
      continue
    try {
      inField(comparing, field => build(field, node))
    } catch (error) {
      if (!(error instanceof NotScalar)) throw error
    }
  }
}
