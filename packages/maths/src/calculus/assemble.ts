import {
  equal,
  isWhole,
  negative,
  one as oneRational,
  power,
  product,
  quotient,
  type Rational,
  sum,
  zero as zeroRational,
} from '../exact/rational.ts'
import { binds, type Expr, exact, int, isOp, op, sym } from '../tree.ts'

export const nought: Expr = int(0)
export const unity: Expr = int(1)

/** The value of a literal, of a literal with a sign, or of a division of two; null for all else. */
export function literalOf(e: Expr): Rational | null {
  if (e.kind === 'num') return e.value
  if (e.kind !== 'op') return null
  const [a, b] = e.args
  if (e.op === '-' && b === undefined) {
    const inner = a && literalOf(a)
    return inner ? negative(inner) : null
  }
  return e.op === '/' && a?.kind === 'num' && b?.kind === 'num' && b.value.n !== 0n
    ? quotient(a.value, b.value)
    : null
}

/** The whole number that a literal is; null where it is none of moderate size. */
export function wholeOf(e: Expr): number | null {
  const value = literalOf(e)
  return value && isWhole(value) && value.n < 1_000_000n && value.n > -1_000_000n ? Number(value.n) : null
}

export function isNought(e: Expr): boolean {
  return literalOf(e)?.n === 0n
}

export function isUnity(e: Expr): boolean {
  const value = literalOf(e)
  return value !== null && equal(value, oneRational)
}

const sizes = new WeakMap<Expr, number>()

/** The number of nodes; a part that is shared counts each time, but is counted once. */
export function sizeOf(e: Expr): number {
  if (e.kind !== 'op') return 1
  const known = sizes.get(e)
  if (known !== undefined) return known
  const found = e.args.reduce((total, arg) => total + sizeOf(arg), 1)
  sizes.set(e, found)
  return found
}

/** Whether a name does not occur in the tree, but where it is bound. */
export function isFree(e: Expr, x: string): boolean {
  if (e.kind === 'sym') return e.name !== x
  if (e.kind !== 'op') return true
  if (binds(e) === x) return e.args.every((arg, k) => k < 2 || isFree(arg, x))
  return e.args.every(arg => isFree(arg, x))
}

/** A sum with its numbers taken together. */
export function plus(...terms: readonly Expr[]): Expr {
  const parts: Expr[] = []
  let constant = zeroRational
  for (const term of terms.flatMap(part => (isOp(part, '+') ? part.args : [part]))) {
    const value = literalOf(term)
    if (value) constant = sum(constant, value)
    else parts.push(term)
  }
  if (constant.n !== 0n) parts.push(exact(constant))
  const [first] = parts
  return first === undefined ? nought : parts.length === 1 ? first : op('+', ...parts)
}

export function negated(e: Expr): Expr {
  const value = literalOf(e)
  if (value) return exact(negative(value))
  return isOp(e, '-', 1) && e.args[0] ? e.args[0] : op('-', e)
}

export function minus(a: Expr, b: Expr): Expr {
  return plus(a, negated(b))
}

/** A product with its numbers taken together in front. */
export function times(...factors: readonly Expr[]): Expr {
  const parts: Expr[] = []
  const constant = gather(factors, parts)
  if (constant.n === 0n) return nought
  const [first] = parts
  if (first === undefined) return exact(constant)
  const size = constant.n < 0n ? negative(constant) : constant
  const body = equal(size, oneRational)
    ? parts.length === 1
      ? first
      : op('*', ...parts)
    : op('*', exact(size), ...parts)
  return constant.n < 0n ? op('-', body) : body
}

function gather(factors: readonly Expr[], parts: Expr[]): Rational {
  let constant = oneRational
  for (const factor of factors) {
    const value = literalOf(factor)
    if (value) constant = product(constant, value)
    else if (factor.kind === 'op' && factor.op === '-')
      constant = product(constant, negative(gather(factor.args, parts)))
    else if (factor.kind === 'op' && factor.op === '*')
      constant = product(constant, gather(factor.args, parts))
    else parts.push(factor)
  }
  return constant
}

export function over(a: Expr, b: Expr): Expr {
  const below = literalOf(b)
  if (below && below.n !== 0n) return times(exact(quotient(oneRational, below)), a)
  if (isNought(a)) return nought
  if (isOp(b, '-', 1) && b.args[0]) return negated(over(a, b.args[0]))
  if (isOp(a, '-', 1) && a.args[0]) return negated(over(a.args[0], b))
  return op('/', a, b)
}

/** A power; numbers with small exponents are worked out. */
export function raised(base: Expr, exponent: Expr): Expr {
  if (isNought(exponent) && !isNought(base)) return unity
  if (isUnity(exponent)) return base
  const value = literalOf(base)
  const n = wholeOf(exponent)
  if (value && value.n !== 0n && n !== null && Math.abs(n) <= 100) return exact(power(value, n))
  return op('^', base, exponent)
}

export function squared(e: Expr): Expr {
  return raised(e, int(2))
}

/** The coefficients of a polynomial in a name, the constant first; null where it is none, or its degree is over 60. */
export function coefficientsIn(e: Expr, x: string): Expr[] | null {
  if (isFree(e, x)) return [e]
  if (e.kind === 'sym') return [nought, unity]
  if (e.kind !== 'op') return null
  const [a, b] = e.args
  if (e.op === '+') return fold(e.args, x, [nought], addPolynomials)
  if (e.op === '*') return fold(e.args, x, [unity], multiplyPolynomials)
  if (a === undefined) return null
  if (e.op === '-' && e.args.length === 1) return coefficientsIn(a, x)?.map(negated) ?? null
  if (e.op === '/' && b !== undefined && isFree(b, x))
    return coefficientsIn(a, x)?.map(c => over(c, b)) ?? null
  if (e.op === '^' && b !== undefined) return powerOf(a, wholeOf(b), x)
  return null
}

function powerOf(base: Expr, n: number | null, x: string): Expr[] | null {
  if (n === null || n < 0 || n > mostDegree) return null
  const list = coefficientsIn(base, x)
  if (list === null) return null
  let result: Expr[] | null = [unity]
  for (let k = 0; k < n && result; k += 1) result = multiplyPolynomials(result, list)
  return result
}

const mostDegree = 60

function fold(
  args: readonly Expr[],
  x: string,
  start: Expr[],
  join: (a: Expr[], b: Expr[]) => Expr[] | null,
): Expr[] | null {
  let result: Expr[] | null = start
  for (const arg of args) {
    const list = coefficientsIn(arg, x)
    result = list && result && join(result, list)
    if (result === null) return null
  }
  return result
}

function addPolynomials(a: readonly Expr[], b: readonly Expr[]): Expr[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, k) => plus(a[k] ?? nought, b[k] ?? nought))
}

function multiplyPolynomials(a: readonly Expr[], b: readonly Expr[]): Expr[] | null {
  if (a.length + b.length - 2 > mostDegree) return null
  const result: Expr[] = Array.from({ length: a.length + b.length - 1 }, () => nought)
  a.forEach((p, j) => {
    b.forEach((q, k) => {
      result[j + k] = plus(result[j + k] ?? nought, times(p, q))
    })
  })
  return result.every(c => sizeOf(c) <= largestCoefficient) ? result : null
}

/** Beyond this a coefficient of names is left as it is, since each product doubles it. */
const largestCoefficient = 500

/** The polynomial without leading coefficients that are zero. */
export function trimmed(list: readonly Expr[]): Expr[] {
  let length = list.length
  while (length > 1 && isNought(list[length - 1] ?? nought)) length -= 1
  return list.slice(0, length)
}

/** The tree of a polynomial. */
export function polynomial(list: readonly Expr[], x: string): Expr {
  return plus(...list.map((c, k) => (k === 0 ? c : times(c, raised(sym(x), int(k))))).reverse())
}

/** The derivative of a polynomial. */
export function slopeOf(list: readonly Expr[]): Expr[] {
  return list.length < 2 ? [nought] : list.slice(1).map((c, k) => times(int(k + 1), c))
}

/** An antiderivative of a polynomial, without constant. */
export function primitiveOf(list: readonly Expr[]): Expr[] {
  return [nought, ...list.map((c, k) => over(c, int(k + 1)))]
}
