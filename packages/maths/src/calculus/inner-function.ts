import { type Expr, int, isOp, isSym, nodes, rewrite, sameTree, substitute, sym } from '../tree.ts'
import {
  coefficientsIn,
  isFree,
  isNought,
  nought,
  over,
  plus,
  raised,
  sizeOf,
  times,
  trimmed,
  unity,
} from './assemble.ts'
import { derivative } from './derivative.ts'
import { type Factors, factorsOf, joinFactors, type Power, treeOfFactors, treeOfPower } from './factors.ts'
import { antiderivative, type Task } from './integrate.ts'

/** Inner functions `u` for which the integrand is `u'` times something of `u` alone. */
export function bySubstitution(powers: readonly Power[], task: Task): Expr | null {
  const whole = { constant: unity, powers }
  for (const u of candidates(powers, task.x)) {
    task.budget.spend(500)
    const found = withInner(whole, u, task)
    if (found) return found
  }
  return null
}

function candidates(powers: readonly Power[], x: string): Expr[] {
  const found: Expr[] = []
  for (const power of powers) {
    for (const node of nodes(treeOfPower(power))) {
      if (isFree(node, x) || node.kind !== 'op' || found.length >= 12) continue
      const inner = isOp(node, '-', 1) && node.args[0] ? node.args[0] : node
      const list = coefficientsIn(inner, x)
      if (list && trimmed(list).length < 3) continue
      if (!found.some(known => sameTree(known, inner))) found.push(inner)
    }
  }
  return found
}

/** A derivative beyond this size is not divided out. */
const largest = 1000

function withInner(whole: Factors, u: Expr, task: Task): Expr | null {
  const rise = derivative(u, task.x, task.budget)
  if (sizeOf(rise) > largest) return null
  task.budget.spend(100 * sizeOf(rise))
  const slope = factorsOf(rise, task.x)
  const left = treeOfFactors(proportional(joinFactors(whole, slope, -1, task.x), task.x))
  const name = `${task.x}'`
  const inner = rewrite(left, node => replaced(node, u, name))
  if (!isFree(inner, task.x)) return null
  const found = antiderivative(inner, { ...task, x: name, depth: task.depth + 2 })
  return found && substitute(found, name, u)
}

/** Powers of `e^u` are powers of the new name where that stands for `e^u`, whatever way they are written. */
function replaced(node: Expr, u: Expr, name: string): Expr {
  if (sizeOf(node) === sizeOf(u) && sameTree(node, u)) return sym(name)
  if (isOp(node, 'exp', 1) && isExponential(u)) {
    const times_ = multipleOf(node.args[0], u.kind === 'op' ? u.args[u.op === 'exp' ? 0 : 1] : undefined)
    if (times_ !== null) return raised(sym(name), int(times_))
  }
  return node
}

function isExponential(u: Expr): boolean {
  return u.kind === 'op' && (u.op === 'exp' || (u.op === '^' && isSym(u.args[0], 'e')))
}

function multipleOf(a: Expr | undefined, b: Expr | undefined): number | null {
  if (a === undefined || b === undefined) return null
  for (const n of [1, 2, 3, -1, -2, -3]) if (sameTree(a, times(int(n), b))) return n
  return null
}

/** Polynomials that differ by a number are cancelled. */
function proportional({ constant, powers }: Factors, x: string): Factors {
  let ratio = constant
  const left: Power[] = []
  for (const power of powers) {
    const k = left.findIndex(
      other =>
        isNought(plus(other.exponent, power.exponent)) && quotientOf(power.base, other.base, x) !== null,
    )
    const other = left[k]
    const q = other && quotientOf(power.base, other.base, x)
    if (!other || !q) left.push(power)
    else {
      ratio = times(ratio, raised(q, power.exponent))
      left.splice(k, 1)
    }
  }
  return { constant: ratio, powers: left }
}

/** The number that a polynomial is of another one. */
function quotientOf(a: Expr, b: Expr, x: string): Expr | null {
  const [p, q] = [coefficientsIn(a, x), coefficientsIn(b, x)]
  if (!p || !q) return null
  const [s, t] = [trimmed(p), trimmed(q)]
  const top = over(s[s.length - 1] ?? nought, t[t.length - 1] ?? unity)
  return s.length === t.length && s.every((c, k) => sameTree(c, times(top, t[k] ?? nought))) ? top : null
}
