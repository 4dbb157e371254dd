import type { Budget } from '../budget.ts'
import { type Complex, evaluate, excludesZero, isKnown } from '../evaluate/complex.ts'
import { type Expr, int, isOp, isSym, nodes, op, sameTree, substitute, sym, variables } from '../tree.ts'
import {
  coefficientsIn,
  isFree,
  isNought,
  isUnity,
  minus,
  negated,
  nought,
  over,
  plus,
  polynomial,
  primitiveOf,
  raised,
  sizeOf,
  squared,
  times,
  trimmed,
  unity,
  wholeOf,
} from './assemble.ts'
import { edge, isContinuous, numberOf } from './continuity.ts'
import { derivative } from './derivative.ts'
import { factorsOf, type Power, treeOfFactors, treeOfPower } from './factors.ts'
import { bySubstitution } from './inner-function.ts'
import { fractionOf, integrateFraction, namesFor } from './rational-function.ts'
import { integrateWaves, type Wave } from './waves.ts'

/**
 * An antiderivative, or with bounds the integral between them; null where none of the known ways leads to one. What is
 * found is differentiated and compared at points before it is given. Half of the budget is the most it takes.
 *
 * Between numbers the antiderivative is shown to have a value, without jumps, all the way by ball arithmetic, so no pole
 * is passed over. With names in the bounds it is taken that the integral exists.
 */
export function integral(f: Expr, x: string, budget: Budget, from?: Expr, to?: Expr): Expr | null {
  return budget.attempt(0.5, part => sought(f, x, part, from, to))
}

function sought(f: Expr, x: string, budget: Budget, from?: Expr, to?: Expr): Expr | null {
  if (!staysReal(f, x, budget)) return null
  if (from === undefined || to === undefined)
    return checked(f, { x, budget, depth: 0, logarithm: u => op('ln', u) })
  if (!isFree(from, x) || !isFree(to, x)) return throughOtherName(f, x, budget, from, to)
  if (sameTree(from, to)) return nought
  const numbers = variables(from).length === 0 && variables(to).length === 0
  const logarithm = (u: Expr): Expr => op('ln', numbers ? op('abs', u) : u)
  const found = checked(f, { x, budget, depth: 0, logarithm })
  if (found === null || (numbers && !isContinuous(found, f, x, from, to, budget))) return null
  const backwards = numbers && (numberOf(from, budget) ?? 0) > (numberOf(to, budget) ?? 0)
  const upper = edge(found, x, to, backwards ? 'plus' : 'minus', budget)
  const lower = edge(found, x, from, backwards ? 'minus' : 'plus', budget)
  return upper && lower && minus(upper, lower)
}

const ofReals = new Set(['abs', 'signum', 're', 'im', 'conjugate', 'arg'])
const places = [0.37, 1.83, -0.71, 2.9, 0.81, -2.3]

/** Whether sizes and the like are of real numbers wherever the variable is real, as their rules of differentiation take for granted. */
function staysReal(f: Expr, x: string, budget: Budget): boolean {
  for (const e of nodes(f)) {
    const inner = e.kind === 'op' && ofReals.has(e.op) ? e.args[0] : undefined
    if (inner && !isFree(inner, x) && !places.every(re => isRealAt(inner, x, re, budget))) return false
  }
  return true
}

function isRealAt(e: Expr, x: string, re: number, budget: Budget): boolean {
  const value = evaluate(e, somewhere(e, x).set(x, { re, im: 0 }), budget)
  return !isKnown(value) || value.axis === 'real'
}

/** A point with values for all names but one. */
function somewhere(e: Expr, x: string): Map<string, Complex> {
  const names = variables(e).filter(name => name !== x)
  return new Map(names.map((name, k) => [name, { re: 1.21 + 0.83 * k, im: 0 }]))
}

/** Where a bound has the name of the variable, the variable gets another name. */
function throughOtherName(f: Expr, x: string, budget: Budget, from: Expr, to: Expr): Expr | null {
  const other = `${x} `
  return integral(substitute(f, x, sym(other)), other, budget, from, to)
}

/** A search for an antiderivative. */
export interface Task {
  readonly x: string
  readonly budget: Budget
  readonly depth: number
  /** How the logarithm of what may be below zero is written. */
  readonly logarithm: (u: Expr) => Expr
}

function checked(f: Expr, task: Task): Expr | null {
  const found = antiderivative(f, task)
  return found && isAntiderivative(found, f, task) ? found : null
}

/** Whether the derivative agrees with the integrand at points; both must have a value at two of them at least. */
function isAntiderivative(found: Expr, f: Expr, { x, budget }: Task): boolean {
  const difference = minus(derivative(found, x, budget), f)
  let seen = 0
  for (const re of places) {
    const value = evaluate(difference, somewhere(difference, x).set(x, { re, im: 0 }), budget)
    if (!isKnown(value) || value.error > 1e-5) continue
    if (excludesZero(value)) return false
    seen += 1
  }
  return seen >= 2
}

const deepest = 7

/** An antiderivative by the ways that are known; the caller sees whether it is one. */
export function antiderivative(f: Expr, task: Task): Expr | null {
  const { x, budget, depth } = task
  budget.spend(200 + 50 * sizeOf(f))
  if (depth > deepest) return null
  const list = coefficientsIn(f, x)
  if (list) return polynomial(primitiveOf(list), x)
  if (f.kind !== 'op') return null
  const [first] = f.args
  if (f.op === '+') return ofTerms(f.args, task) ?? ofFraction(f, task)
  if (f.op === '-' && first) return mapped(antiderivative(first, task), negated)
  const factors = factorsOf(f, x)
  const inner = ofPowers(factors.powers, task)
  return inner && times(factors.constant, inner)
}

function mapped(e: Expr | null, change: (e: Expr) => Expr): Expr | null {
  return e && change(e)
}

function ofTerms(terms: readonly Expr[], task: Task): Expr | null {
  const found: Expr[] = []
  for (const term of terms) {
    const one = antiderivative(term, task)
    if (one === null) return null
    found.push(one)
  }
  return plus(...found)
}

/** Powers by their kind: polynomials, exponentials, waves, and all else. */
interface Sorted {
  readonly above: readonly Expr[]
  readonly below: readonly Power[]
  readonly roots: readonly { readonly list: readonly Expr[]; readonly power: Power }[]
  readonly exponentials: readonly Power[]
  readonly waves: readonly Wave[]
  readonly others: readonly Power[]
}

function sorted(powers: readonly Power[], x: string): Sorted | null {
  let above: Expr[] = [unity]
  const found = {
    below: [] as Power[],
    roots: [] as { list: Expr[]; power: Power }[],
    exponentials: [] as Power[],
    waves: [] as Wave[],
    others: [] as Power[],
  }
  for (const power of powers) {
    const { base, exponent } = power
    const list = isFree(base, x) ? null : coefficientsIn(base, x)
    const n = wholeOf(exponent)
    if (list && n !== null && n > 0) {
      const more = coefficientsIn(op('*', polynomial(above, x), raised(base, exponent)), x)
      if (more === null) return null
      above = more
    } else if (list && n !== null) found.below.push(power)
    else if (list && isFree(exponent, x)) found.roots.push({ list: trimmed(list), power })
    else if (isFree(base, x)) found.exponentials.push(power)
    else if (isWave(base, x) && n !== null)
      found.waves.push({ name: base.op, angle: base.args[0] ?? nought, n })
    else found.others.push(power)
  }
  return { above: trimmed(above), ...found }
}

function isWave(e: Expr, x: string): e is Expr & { kind: 'op' } {
  const angle =
    e.kind === 'op' && ['sin', 'cos', 'sinh', 'cosh'].includes(e.op)
      ? coefficientsIn(e.args[0] ?? nought, x)
      : null
  return angle !== null && trimmed(angle).length <= 2
}

function ofPowers(powers: readonly Power[], task: Task): Expr | null {
  const line = ofLine(powers, task)
  if (line) return line
  const parts = sorted(powers, task.x)
  if (parts === null) return null
  const { above, below, roots, exponentials, waves, others } = parts
  const [only] = roots
  const plain = exponentials.length + waves.length + others.length === 0
  if (plain && roots.length === 0) return ofFraction(treeOfFactors({ constant: unity, powers }), task)
  if (plain && only && roots.length === 1 && below.length === 0) {
    const found = ofRoot(above, only.list, only.power, task)
    if (found) return found
  }
  if (roots.length + others.length + below.length === 0) {
    const found = ofWaves(above, exponentials, waves, task)
    if (found) return found
  }
  return (
    ofRealRoot(parts, task) ??
    bySubstitution(powers, task) ??
    byParts(powers, parts, task) ??
    expanded(powers, task)
  )
}

/** One power of a line, which is not to be multiplied out. */
function ofLine([only, ...others]: readonly Power[], task: Task): Expr | null {
  if (only === undefined || others.length > 0 || !isFree(only.exponent, task.x)) return null
  const list = coefficientsIn(only.base, task.x)
  const [b, a] = list ? trimmed(list) : []
  if (a === undefined || b === undefined || trimmed(list ?? []).length !== 2) return null
  return ofLinearRoot([unity], a, b, only.base, only.exponent, task)
}

/** A root of a line, as it is written for numbers below zero. */
function ofRealRoot({ above, below, roots, exponentials, waves, others }: Sorted, { x }: Task): Expr | null {
  const [only] = others
  const alone =
    others.length === 1 &&
    above.length + below.length + roots.length + exponentials.length + waves.length === 1
  if (!only || !alone || !isOp(only.base, 'root', 2) || !isUnity(only.exponent)) return null
  const [u, n] = only.base.args
  const list = u && coefficientsIn(u, x)
  if (!u || !n || !list || list.length !== 2 || !isFree(n, x)) return null
  return over(times(n, u, only.base), times(plus(n, unity), list[1] ?? unity))
}

function ofFraction(f: Expr, { x, budget, logarithm }: Task): Expr | null {
  const names = namesFor(x, budget)
  const found = fractionOf(f, names)
  if (found === null || names.trees.slice(1).some(tree => !isFree(tree, x))) return null
  return integrateFraction(found, names, logarithm)
}

/** A polynomial times a power of a linear or quadratic one, with any exponent that is no whole number. */
function ofRoot(
  above: readonly Expr[],
  list: readonly Expr[],
  { base, exponent }: Power,
  task: Task,
): Expr | null {
  const [b, a, c] = list
  if (b === undefined || a === undefined) return null
  if (list.length === 2) return ofLinearRoot(above, a, b, base, exponent, task)
  const [k = nought, m = nought] = above
  if (c === undefined || list.length !== 3 || above.length > 2) return null
  const next = plus(exponent, unity)
  const straight = over(times(m, raised(base, next)), times(int(2), c, next))
  const rest = minus(k, over(times(m, a), times(int(2), c)))
  if (isNought(rest)) return straight
  const found = ofQuadraticRoot([b, a, c], base, exponent, task)
  return found && plus(straight, times(rest, found))
}

/** With `x = (u - b)/a` a polynomial in x is one in u. */
function ofLinearRoot(
  above: readonly Expr[],
  a: Expr,
  b: Expr,
  base: Expr,
  exponent: Expr,
  { x, logarithm }: Task,
): Expr | null {
  const shifted = coefficientsIn(substitute(polynomial(above, x), x, over(minus(sym(x), b), a)), x)
  if (shifted === null) return null
  const terms = shifted.map((c, k) => {
    const next = plus(exponent, int(k + 1))
    return isNought(next) ? times(c, logarithm(base)) : over(times(c, raised(base, next)), next)
  })
  return over(plus(...terms), a)
}

function ofQuadraticRoot(
  [c, b, a]: readonly [Expr, Expr, Expr],
  q: Expr,
  exponent: Expr,
  { x, budget, logarithm }: Task,
): Expr | null {
  const twice = wholeOf(times(int(2), exponent))
  if (twice !== -1 && twice !== 1) return null
  const slope = plus(times(int(2), a, sym(x)), b)
  const root = op('sqrt', q)
  const gap = minus(times(int(4), a, c), squared(b))
  const isBelow = (e: Expr): boolean => signOf(e, budget) < 0
  const arc = isBelow(a)
    ? over(op('asin', over(negated(slope), op('sqrt', negated(gap)))), op('sqrt', negated(a)))
    : over(logarithm(plus(times(int(2), op('sqrt', a), root), slope)), op('sqrt', a))
  if (twice === -1) return arc
  return plus(over(times(slope, root), times(int(4), a)), times(over(gap, times(int(8), a)), arc))
}

/** The sign where all names are somewhat above one; what is found with it is checked afterwards. */
function signOf(e: Expr, budget: Budget): number {
  return Math.sign(evaluate(e, new Map(variables(e).map(name => [name, { re: 1.4, im: 0 }])), budget).re)
}

function ofWaves(
  above: readonly Expr[],
  exponentials: readonly Power[],
  waves: readonly Wave[],
  { x, logarithm }: Task,
): Expr | null {
  let rate: Expr = nought
  for (const { base, exponent } of exponentials) {
    const list = coefficientsIn(exponent, x)
    if (list === null || trimmed(list).length > 2) return null
    const slope = list[1] ?? nought
    rate = plus(rate, isSym(base, 'e') ? slope : times(slope, op('ln', base)))
  }
  const growth = times(...exponentials.map(treeOfPower))
  return integrateWaves({ polynomial: above, rate, growth, waves }, x, logarithm)
}

const derivedByParts = new Set(['ln', 'atan', 'asin', 'acos', 'acot', 'asinh', 'acosh', 'atanh'])

/** `∫ G' g = G g - ∫ G g'` for a logarithm or an inverse function `g`. */
function byParts(powers: readonly Power[], { others, exponentials, waves }: Sorted, task: Task): Expr | null {
  const [only] = others
  const n = only && wholeOf(only.exponent)
  if (!only || !n || n < 0 || others.length !== 1 || exponentials.length + waves.length > 0) return null
  if (only.base.kind !== 'op' || !derivedByParts.has(only.base.op)) return null
  const deeper = { ...task, depth: task.depth + 1 }
  const rest = treeOfFactors({ constant: unity, powers: powers.filter(power => power !== only) })
  const big = isUnity(rest) ? sym(task.x) : antiderivative(rest, deeper)
  if (big === null) return null
  const g = treeOfPower(only)
  const remaining = tidied(times(big, derivative(g, task.x, task.budget)), task.x)
  return mapped(antiderivative(remaining, deeper), last => minus(times(big, g), last))
}

/** Multiplied out where a factor is a sum that is no polynomial. */
function tidied(e: Expr, x: string): Expr {
  if (e.kind !== 'op' || e.op !== '*') return e
  const spread = e.args.find(arg => arg.kind === 'op' && arg.op === '+' && coefficientsIn(arg, x) === null)
  if (spread?.kind !== 'op') return e
  const rest = e.args.filter(arg => arg !== spread)
  return plus(...spread.args.map(term => treeOfFactors(factorsOf(times(term, ...rest), x))))
}

/** A sum among the factors, to a small power, is multiplied out. */
function expanded(powers: readonly Power[], task: Task): Expr | null {
  const sum = powers.find(
    ({ base, exponent }) => isOp(base, '+') && [1, 2, 3].includes(wholeOf(exponent) ?? 0),
  )
  if (sum?.base.kind !== 'op') return null
  const lowered = raised(sum.base, plus(sum.exponent, int(-1)))
  const rest = powers.filter(power => power !== sum).map(treeOfPower)
  return ofTerms(
    sum.base.args.map(term => times(term, lowered, ...rest)),
    { ...task, depth: task.depth + 1 },
  )
}
