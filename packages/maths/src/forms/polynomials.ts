import type { Budget } from '../budget.ts'
import {
  add,
  constant,
  degree,
  generator,
  multiply,
  negate,
  type Poly,
  power,
  scale,
  terms,
} from '../exact/polynomial.ts'
import { collected, type Expr, int, isOp, isSym, op, some, variables } from '../tree.ts'
import { rationalValue } from './rational-value.ts'
import { Rewriter } from './rewriter.ts'

/** A polynomial with rational coefficients: `numerator / denominator`. */
interface RationalPoly {
  readonly numerator: Poly
  readonly denominator: bigint
}

/**
 * Reads expressions as polynomials in all their variables. What is no sum, product or whole power (`sin(x)`, `sqrt(2)`,
 * a division by something without the main variable) counts as a variable of its own; no relation such as
 * `sqrt(2)^2 = 2` is used.
 */
export class Polynomials {
  readonly #main: string
  readonly #budget: Budget
  readonly #trees: Expr[] = []
  readonly #byKey = new Map<string, number>()

  /** @param main the variable in which it must be a polynomial */
  constructor(main: string, budget: Budget) {
    this.#main = main
    this.#budget = budget
    this.#generator({ kind: 'sym', name: main })
  }

  /** The expression as a polynomial, null where it is none in the main variable. */
  read(e: Expr): RationalPoly | null {
    this.#budget.spend(20)
    const value = rationalValue(e)
    if (value) return { numerator: constant(value.n), denominator: value.d }
    if (e.kind === 'sym') return whole1(generator(this.#generator(e)))
    if (e.kind !== 'op') return null
    return this.#readOp(e.op, e.args) ?? (this.isFree(e) ? whole1(generator(this.#generator(e))) : null)
  }

  /** The degree in the main variable. */
  degree(p: Poly): number {
    return degree(p, 0)
  }

  isFree(e: Expr): boolean {
    return !variables(e).includes(this.#main)
  }

  /** Back as an expression, the highest terms first. */
  write(p: Poly): Expr {
    const list = [...terms(p)].map(({ coefficient, exponents }) => {
      const factors = [...exponents].map(([g, n]) => this.#power(g, n))
      const size = coefficient < 0n ? -coefficient : coefficient
      const all = size === 1n && factors.length > 0 ? factors : [int(size), ...factors]
      const term = collected('*', all)
      return coefficient < 0n ? op('-', term) : term
    })
    return list.length === 0 ? int(0) : collected('+', list)
  }

  #power(g: number, n: number): Expr {
    const base = this.#trees[g] ?? int(0)
    return n === 1 ? base : op('^', base, int(n))
  }

  #generator(e: Expr): number {
    const { key } = new Rewriter(new Set(), this.#budget).normal(e)
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    this.#byKey.set(key, this.#trees.length)
    return this.#trees.push(e) - 1
  }

  #readOp(name: string, args: readonly Expr[]): RationalPoly | null {
    const [a, b] = args
    if (name === '+') return this.#fold(args, (p, q) => this.#sum(p, q))
    if (name === '*') return this.#fold(args, (p, q) => this.#product(p, q))
    if (name === '-' && a) return this.#fold([a, int(-1)], (p, q) => this.#product(p, q))
    if (name === '/' && a && b) return this.#quotient(a, b)
    return name === '^' && a && b ? this.#raised(a, b) : null
  }

  #fold(
    args: readonly Expr[],
    join: (p: RationalPoly, q: RationalPoly) => RationalPoly,
  ): RationalPoly | null {
    const read: RationalPoly[] = []
    for (const arg of args) {
      const next = this.read(arg)
      if (!next) return null
      read.push(next)
    }
    return joinedInPairs(read, join)
  }

  #sum(p: RationalPoly, q: RationalPoly): RationalPoly {
    const numerator = add(scale(p.numerator, q.denominator), scale(q.numerator, p.denominator))
    this.#budget.spend(10 * numerator.length)
    return { numerator, denominator: p.denominator * q.denominator }
  }

  #product(p: RationalPoly, q: RationalPoly): RationalPoly {
    const numerator = multiply(p.numerator, q.numerator, this.#budget)
    return { numerator, denominator: p.denominator * q.denominator }
  }

  #quotient(a: Expr, b: Expr): RationalPoly | null {
    if (!this.isFree(b)) return null
    const above = this.read(a)
    const value = rationalValue(b)
    if (!above || value?.n === 0n) return null
    if (!value) return this.#product(above, whole1(generator(this.#generator(op('/', int(1), b)))))
    const numerator = scale(value.n < 0n ? negate(above.numerator) : above.numerator, value.d)
    return { numerator, denominator: above.denominator * (value.n < 0n ? -value.n : value.n) }
  }

  #raised(a: Expr, b: Expr): RationalPoly | null {
    const exponent = wholeExponent(b)
    if (exponent === null) return this.#exponential(a, b)
    if (exponent < 0) return null
    const base = this.read(a)
    if (!base) return null
    this.#budget.spend(exponent)
    if (base.denominator !== 1n && exponent > 1000) return null
    return {
      numerator: power(base.numerator, exponent, this.#budget),
      denominator: base.denominator === 1n ? 1n : base.denominator ** BigInt(exponent),
    }
  }

  /** `a^(2*u + w)` as `(a^u)^2 * a^w`, so that exponentials of one base are powers of one another. */
  #exponential(a: Expr, b: Expr): RationalPoly | null {
    const parts = isOp(b, '+') ? b.args : [b]
    const list = parts.map(wholeTimes)
    if (list.some(([times]) => times < 1) || (parts.length === 1 && list[0]?.[0] === 1)) return null
    const powers = list.map(([times, rest]) => op('^', op('^', a, rest), int(times)))
    return this.#fold(powers, (p, q) => this.#product(p, q))
  }
}

/** The whole number before an exponent, and the rest. */
function wholeTimes(e: Expr): readonly [number, Expr] {
  const [first, ...rest] = isOp(e, '*') ? e.args : []
  const times = first ? wholeExponent(first) : null
  return times === null || rest.length === 0 ? [1, e] : [times, collected('*', rest)]
}

/** Neighbours joined until one is left, which keeps the parts small for long. */
function joinedInPairs<T>(list: readonly T[], join: (a: T, b: T) => T): T | null {
  let parts = list
  while (parts.length > 1) {
    const next: T[] = []
    for (let k = 0; k < parts.length; k += 2) {
      const [a, b] = [parts[k], parts[k + 1]]
      if (a !== undefined) next.push(b === undefined ? a : join(a, b))
    }
    parts = next
  }
  return parts[0] ?? null
}

function whole1(numerator: Poly): RationalPoly {
  return { numerator, denominator: 1n }
}

/** The exponent where it is a whole number of at most 100,000 in size; null otherwise. */
export function wholeExponent(e: Expr): number | null {
  const value = rationalValue(e)
  return value?.d === 1n && value.n <= 100_000n && value.n >= -100_000n ? Number(value.n) : null
}

/** The tree with every occurrence of an expression, as a subtree up to order, replaced by a name. */
export function named(e: Expr, wanted: Expr, name: string, budget: Budget): Expr {
  const keyOf = (tree: Expr) => new Rewriter(new Set(), budget).normal(tree).key
  const wantedKey = keyOf(wanted)
  const walk = (tree: Expr): Expr => {
    if (keyOf(tree) === wantedKey) return { kind: 'sym', name }
    return tree.kind === 'op' ? op(tree.op, ...tree.args.map(walk)) : tree
  }
  return isSym(wanted) ? e : walk(e)
}

/** Whether some part of it is a division or a negative power, outside exponents and the arguments of functions. */
export function hasDivision(e: Expr): boolean {
  if (e.kind !== 'op') return false
  const [a, b] = e.args
  if (e.op === '/' || e.op === 'mixed' || e.op === 'percent') return true
  if (e.op === '^' && a && b) return hasDivision(a) || (isNegative(b) && !isExponential(a, b))
  return ['+', '-', '*'].includes(e.op) && e.args.some(hasDivision)
}

/** Whether it is a power of a number with a variable in the exponent, such as `e^(-x)`. */
function isExponential(base: Expr, exponent: Expr): boolean {
  return variables(base).length === 0 && variables(exponent).length > 0
}

function isNegative(exponent: Expr): boolean {
  const value = rationalValue(exponent)
  return value ? value.n < 0n : isOp(exponent, '-')
}

/** Whether a root of numbers or the imaginary unit stands anywhere in it. */
export function hasSurd(e: Expr): boolean {
  return some(e, node => isSym(node, 'i') || isOp(node, 'sqrt') || isOp(node, 'root') || isBrokenPower(node))
}

function isBrokenPower(e: Expr): boolean {
  const exponent = isOp(e, '^') ? e.args[1] : undefined
  const value = exponent && rationalValue(exponent)
  return value !== undefined && value !== null && value.d !== 1n
}
