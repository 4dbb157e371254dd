import type { Budget } from '../budget.ts'
import {
  type Fraction,
  inverse,
  isNil,
  ofPoly,
  ofRational,
  minus as opposite,
  times as product,
  plus as sum,
} from '../equal/fraction.ts'
import { partialFractions } from '../exact/partial-fractions.ts'
import { coefficients, degree, generator, isZero, type Poly, power, terms } from '../exact/polynomial.ts'
import { type Expr, exact, int, isOp, op, sameTree, sym } from '../tree.ts'
import { literalOf, negated, nought, over, plus, raised, squared, times, unity, wholeOf } from './assemble.ts'

/** What stands for the numbered generators: the variable is number 0. */
export interface Names {
  readonly trees: Expr[]
  readonly budget: Budget
}

export function namesFor(x: string, budget: Budget): Names {
  return { trees: [sym(x)], budget }
}

/** The tree as a quotient of polynomials; what is no sum, product or whole power is a generator. Null where it divides by zero or a power is beyond 60. */
export function fractionOf(e: Expr, names: Names): Fraction | null {
  names.budget.spend(50)
  const value = literalOf(e)
  if (value) return ofRational(value)
  const [a, b] = e.kind === 'op' ? e.args : []
  if (isOp(e, '+')) return joined(e.args, names, sum)
  if (isOp(e, '*')) return joined(e.args, names, product)
  if (isOp(e, '-', 1) && a) {
    const inner = fractionOf(a, names)
    return inner && opposite(inner)
  }
  if (isOp(e, '/') && a && b) {
    const [above, below] = [fractionOf(a, names), fractionOf(b, names)]
    return above && below && !isNil(below) ? product(above, inverse(below), names.budget) : null
  }
  const exponent = isOp(e, '^') && b ? wholeOf(b) : null
  const base = exponent !== null && a ? fractionOf(a, names) : null
  return exponent === null ? ofPoly(generatorFor(e, names)) : base && powerOf(base, exponent, names)
}

function generatorFor(e: Expr, names: Names): Poly {
  const known = names.trees.findIndex(tree => sameTree(tree, e))
  return generator(known >= 0 ? known : names.trees.push(e) - 1)
}

function joined(args: readonly Expr[], names: Names, join: typeof sum): Fraction | null {
  let result: Fraction | null = null
  for (const arg of args) {
    const found = fractionOf(arg, names)
    if (found === null) return null
    result = result ? join(result, found, names.budget) : found
  }
  return result
}

function powerOf(a: Fraction, n: number, { budget }: Names): Fraction | null {
  if (Math.abs(n) > 60 || (n <= 0 && isNil(a))) return null
  const base = n < 0 ? inverse(a) : a
  return { num: power(base.num, Math.abs(n), budget), den: power(base.den, Math.abs(n), budget) }
}

/** The tree of a polynomial. */
export function treeOf(p: Poly, names: Names): Expr {
  const parts: Expr[] = []
  for (const { coefficient, exponents } of terms(p)) {
    const powers = [...exponents].map(([g, n]) => raised(names.trees[g] ?? nought, int(n)))
    parts.push(times(int(coefficient), ...powers))
  }
  return plus(...parts)
}

/** The coefficients as trees, the constant first. */
function coefficientTrees(p: Poly, names: Names): Expr[] {
  const found = coefficients(p, 0)
  return Array.from({ length: degree(p, 0) + 1 }, (_, k) => treeOf(found.get(k) ?? [], names))
}

/** An antiderivative of a rational function by partial fractions; null where a factor of the denominator has a degree above two. */
export function integrateFraction(f: Fraction, names: Names, logarithm: (u: Expr) => Expr): Expr | null {
  const { whole, parts } = partialFractions(f.num, f.den, 0, names.budget)
  const x = names.trees[0] ?? nought
  const polynomial = isZero(whole.numerator) ? [] : coefficientTrees(whole.numerator, names)
  const under = treeOf(whole.denominator, names)
  const found: Expr[] = polynomial.map((c, k) =>
    over(times(c, raised(x, int(k + 1))), times(int(k + 1), under)),
  )
  for (const part of parts) {
    const list = coefficientTrees(part.factor, names)
    const above = coefficientTrees(part.numerator, names)
    const one =
      list.length === 2
        ? ofLinear(above, list, part.times, x, logarithm)
        : ofQuadratic(above, list, part.times, x, logarithm)
    if (one === null) return null
    found.push(over(one, treeOf(part.denominator, names)))
  }
  return plus(...found)
}

function ofLinear(
  [c = nought]: readonly Expr[],
  [b = nought, a = nought]: readonly Expr[],
  n: number,
  x: Expr,
  logarithm: (u: Expr) => Expr,
): Expr {
  const u = plus(times(a, x), b)
  return n === 1
    ? over(times(c, logarithm(u)), a)
    : negated(over(c, times(int(n - 1), a, raised(u, int(n - 1)))))
}

/** `(m x + k) / q^n` with `q = a x² + b x + c`: a part `m/(2a) q'` and a number, which is lowered in steps. */
function ofQuadratic(
  [k = nought, m = nought]: readonly Expr[],
  list: readonly Expr[],
  n: number,
  x: Expr,
  logarithm: (u: Expr) => Expr,
): Expr | null {
  const [c, b, a] = list
  if (a === undefined || b === undefined || c === undefined || list.length !== 3) return null
  const q = plus(times(a, squared(x)), times(b, x), c)
  const straight = n === 1 ? logarithm(q) : negated(over(unity, times(int(n - 1), raised(q, int(n - 1)))))
  const rest = plus(k, negated(over(times(m, b), times(int(2), a))))
  return plus(
    times(over(m, times(int(2), a)), straight),
    times(rest, inverseQuadratic(a, b, c, n, x, q, logarithm)),
  )
}

function inverseQuadratic(
  a: Expr,
  b: Expr,
  c: Expr,
  n: number,
  x: Expr,
  q: Expr,
  logarithm: (u: Expr) => Expr,
): Expr {
  const slope = plus(times(int(2), a, x), b)
  const gap = plus(times(int(4), a, c), negated(squared(b)))
  if (n > 1) {
    const lower = inverseQuadratic(a, b, c, n - 1, x, q, logarithm)
    const first = over(slope, times(int(n - 1), gap, raised(q, int(n - 1))))
    return plus(first, times(over(times(int(2 * (2 * n - 3)), a), times(int(n - 1), gap)), lower))
  }
  const size = literalOf(gap)
  if (size && size.n < 0n) {
    const root = op('sqrt', exact({ n: -size.n, d: size.d }))
    return over(logarithm(over(plus(slope, negated(root)), plus(slope, root))), root)
  }
  const root = op('sqrt', gap)
  return over(times(int(2), op('atan', over(slope, root))), root)
}
