import { type Budget, BudgetSpent } from '../budget.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import {
  add,
  coefficients,
  constantOf,
  degree,
  generator,
  generatorsOf,
  multiply,
  onePoly,
  type Poly,
  subtract,
  zeroPoly,
} from '../exact/polynomial.ts'
import type { Rational } from '../exact/rational.ts'
import { type Expr, int, op } from '../tree.ts'
import type { Assumptions } from '../verdict.ts'
import { exponential, mayBeComplex } from './exponential.ts'
import { type Fraction, keyOf, lowestTerms, ofPoly, plus, tidy, times } from './fraction.ts'
import { isTurning, rationalPower } from './powers.ts'
import { hasVariables } from './sign.ts'
import { eulerPhi, fillPowers, leastCommonMultiple, unityTree } from './unity.ts'

/**
 * What a generator stands for. A `variable` is anything that takes any value; `unity` is a root of unity, the
 * generator to a power being a fixed polynomial; `root` is the root of an integer or polynomial; `exponential` is
 * e^(argument), `rotation` e^(i·argument); `log` and `abs` are of a polynomial; `base` is a polynomial too large to
 * raise to its power by multiplying.
 */
export interface Kernel {
  readonly kind:
    | 'variable'
    | 'function'
    | 'unity'
    | 'root'
    | 'exponential'
    | 'rotation'
    | 'log'
    | 'abs'
    | 'base'
  readonly tree: Expr
  /** `generator ** degree` is `value`. */
  readonly relation?: { readonly degree: number; readonly value: Poly }
  /** What it is the root, exponential, rotation, logarithm or absolute value of; for a function its only argument. */
  readonly argument?: Fraction
  /** Of a function of several arguments, or of one: all of them. */
  readonly args?: readonly Fraction[]
  /** For roots and exponentials: the generator is the `parts`-th root of what it was made for. */
  readonly parts?: number
  readonly name?: string
}

/** Thrown where a generator turns out to need a finer root than it was made with: the comparison starts again. */
export class Restart extends Error {}

/** Thrown where a value does not exist, as in a division by zero. */
export class Undefined extends Error {}

/** Thrown for what is no number: a list, an equation, a matrix. */
export class NotScalar extends Error {}

/** What a field must be able to express, found on the way. */
export interface Demands {
  readonly parts: Map<string, number>
  /** The order of the root of unity; 4 where only i is needed. */
  unity: number
}

/** The finest root that a generator is made for. */
const finest = 5040

/** The largest order of a root of unity that is computed with exactly. */
const highestUnity = 360

/** Functions that give no real number for some real numbers. */
const partial: ReadonlySet<string> = new Set(['asin', '^', 'ln', 'exp'])

/** The field in which two expressions are compared: rational functions in kernels, with the relations between these. */
export class Field {
  readonly kernels: Kernel[] = []
  readonly #byKey = new Map<string, number>()
  readonly #powersOfUnity: Poly[] = []
  readonly #unreal = new Map<number, boolean>()

  readonly demands: Demands
  readonly assume: Assumptions
  readonly budget: Budget
  readonly keepNouns: boolean

  /** @param keepNouns whether a derivative or integral in quotes is left as it is */
  constructor(demands: Demands, assume: Assumptions, budget: Budget, keepNouns = false) {
    this.demands = demands
    this.assume = assume
    this.budget = budget
    this.keepNouns = keepNouns
  }

  /** The generator of a kernel, made where it is new. */
  kernel(key: string, make: () => Kernel): number {
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const made = make()
    this.kernels.push(made)
    this.#byKey.set(key, this.kernels.length - 1)
    return this.kernels.length - 1
  }

  /** Whether a kernel was made under this key. */
  known(key: string): boolean {
    return this.#byKey.has(key)
  }

  at(g: number): Kernel {
    const kernel = this.kernels[g]
    if (kernel === undefined) throw new RangeError(`no generator ${g}`)
    return kernel
  }

  /** A generator to a rational power, where `make(parts)` gives the kernel that is the `parts`-th root of it. */
  toThe(exponent: Rational, key: string, make: (parts: number) => Kernel): Fraction {
    const parts = this.demands.parts.get(key) ?? 1
    const finer = leastCommonMultiple(parts, Number(exponent.d))
    if (finer > finest) return this.#byItself(exponent, key, make)
    if (finer !== parts) {
      this.demands.parts.set(key, finer)
      throw new Restart()
    }
    const g = this.kernel(key, () => make(parts))
    return this.power(g, Number(exponent.n) * (parts / Number(exponent.d)))
  }

  /** A power that is too fine to share a root with the others: the same values, and no relation to them. */
  #byItself({ n, d }: Rational, key: string, make: (parts: number) => Kernel): Fraction {
    const parts = Number(d)
    if (!Number.isSafeInteger(parts)) throw new BudgetSpent()
    const g = this.kernel(`${key}~${d}`, () => {
      const { kind, tree, argument } = make(parts)
      const args = argument ? [argument] : []
      return kind === 'root'
        ? { kind: 'function', name: '^', tree, args }
        : { kind, tree, ...(argument ? { argument } : {}) }
    })
    return this.power(g, Number(n))
  }

  /** A generator to a whole power, below zero too. */
  power(g: number, exponent: number): Fraction {
    if (!Number.isSafeInteger(exponent)) this.budget.spend(Number.POSITIVE_INFINITY)
    const raised = this.reduce(generator(g, Math.abs(exponent)))
    return exponent < 0 ? tidy(onePoly, raised) : ofPoly(raised)
  }

  variable(name: string, tree: Expr): Fraction {
    return ofPoly(generator(this.kernel(`v:${name}`, () => ({ kind: 'variable', tree, name }))))
  }

  /** exp(2πi·turn): a root of unity. Null where its order is too high to compute with. */
  unity(turn: Rational): Fraction | null {
    const order = leastCommonMultiple(leastCommonMultiple(this.demands.unity, Number(turn.d)), 4)
    if (order > highestUnity || turn.d > BigInt(highestUnity)) return null
    if (order !== this.demands.unity) {
      this.demands.unity = order
      this.demands.parts.clear()
      throw new Restart()
    }
    const steps = Number(((turn.n % turn.d) + turn.d) % turn.d) * (order / Number(turn.d))
    return ofPoly(this.#powerOfUnity(steps))
  }

  /** The generator that is a root of unity; -1 where none is in use. */
  get unityGenerator(): number {
    return this.#byKey.get('unity') ?? -1
  }

  #powerOfUnity(steps: number): Poly {
    const order = this.demands.unity
    const g = this.kernel('unity', () => ({ kind: 'unity', tree: unityTree(order) }))
    const known = this.#powersOfUnity
    if (known.length === 0) fillPowers(known, order, g, this.budget)
    return known[steps % order] ?? onePoly
  }

  /** A polynomial with every power of a generator brought below the degree of its relation. */
  reduce(p: Poly): Poly {
    let result = p
    for (let g = this.#tooHigh(result); g !== undefined; g = this.#tooHigh(result)) {
      const kernel = this.at(g)
      result = kernel.relation ? this.#reduceBy(result, g, kernel.relation) : this.#reduceUnity(result, g)
    }
    return result
  }

  #tooHigh(p: Poly): number | undefined {
    for (const { m } of p)
      for (let i = 0; i < m.length; i += 2) {
        const kernel = this.kernels[m[i] ?? 0]
        const limit = kernel?.kind === 'unity' ? eulerPhi(this.demands.unity) : kernel?.relation?.degree
        if (limit !== undefined && (m[i + 1] ?? 0) >= limit) return m[i]
      }
    return undefined
  }

  #reduceUnity(p: Poly, g: number): Poly {
    let result = zeroPoly
    for (const [e, part] of coefficients(p, g))
      result = add(result, multiply(part, this.#powerOfUnity(e % this.demands.unity), this.budget))
    return result
  }

  #reduceBy(p: Poly, g: number, relation: { degree: number; value: Poly }): Poly {
    let result = zeroPoly
    for (const [e, part] of coefficients(p, g)) {
      const rest = generator(g, e % relation.degree)
      const value = powerOf(relation.value, Math.floor(e / relation.degree), this.budget)
      result = add(result, multiply(multiply(part, rest, this.budget), value, this.budget))
    }
    return result
  }

  /** A sum, product or quotient with relations applied. */
  settle(a: Fraction): Fraction {
    const num = this.reduce(a.num)
    const den = this.reduce(a.den)
    if (den.length === 0) throw new Undefined()
    return num === a.num && den === a.den ? a : tidy(num, den)
  }

  /** The one way of writing a value: no roots below the line where that can be done, in lowest terms. */
  canonical(a: Fraction): Fraction {
    let result = this.settle(a)
    for (let round = 0; round < 12; round++) {
      const factor = this.#rationalising(result.den)
      if (factor === null) break
      result = this.settle({
        num: multiply(result.num, factor, this.budget),
        den: multiply(result.den, factor, this.budget),
      })
    }
    return lowestTerms(result, this.budget)
  }

  /** What to multiply a denominator by so that one root leaves it; null where there is none to remove. */
  #rationalising(den: Poly): Poly | null {
    for (const g of generatorsOf(den).reverse()) {
      const kernel = this.at(g)
      const parts = coefficients(den, g)
      if (kernel.kind === 'unity') {
        const factor = this.#unityRationalising(parts, g)
        if (factor !== null) return factor
      } else if (kernel.relation) {
        const factor = rootRationalising(parts, g, kernel.relation.degree, this.budget)
        if (factor !== null) return factor
      }
    }
    return null
  }

  #unityRationalising(parts: Map<number, Poly>, g: number): Poly | null {
    const order = this.demands.unity
    const [only] = parts
    if (parts.size === 1 && only) return this.#powerOfUnity(order - only[0])
    if (order !== 4) return null
    return subtract(parts.get(0) ?? zeroPoly, multiply(parts.get(1) ?? zeroPoly, generator(g), this.budget))
  }

  /** The conjugate: every root of unity and rotation turned round. The rest is taken as real, but for what is seen not to be, or with `strict` for what need not be. */
  conjugate(a: Fraction, strict = false): Fraction {
    const den = this.#conjugateOfPoly(a.den, strict)
    const num = this.#conjugateOfPoly(a.num, strict)
    return this.settle(times(num, { num: den.den, den: den.num }, this.budget))
  }

  /** Every generator by its conjugate, all at once, since the conjugate of one may hold another. */
  #conjugateOfPoly(p: Poly, strict: boolean): Fraction {
    const others = new Map<number, Fraction>()
    for (const g of generatorsOf(p)) {
      const found = strict && this.#needNotBeReal(g) ? this.#opaqueConjugate(g) : this.#conjugateOf(g)
      if (found) others.set(g, found)
    }
    if (others.size === 0) return this.#turnedRound(p)
    let result: Fraction = ofPoly(zeroPoly)
    for (const { c, m } of p) {
      const kept = m.filter((_, k) => !others.has(m[k - (k % 2)] ?? -1))
      let term = this.#turnedRound([{ c, m: kept }])
      for (let k = 0; k < m.length; k += 2) {
        const by = others.get(m[k] ?? -1)
        for (let e = 0; by && e < (m[k + 1] ?? 0); e++) term = this.settle(times(term, by, this.budget))
      }
      result = plus(result, term, this.budget)
    }
    return result
  }

  #turnedRound(p: Poly): Fraction {
    let result: Fraction = ofPoly(p)
    for (const g of generatorsOf(p)) {
      const { kind } = this.at(g)
      if (kind === 'unity' || kind === 'rotation') result = this.#replaceByInverse(result, g)
    }
    return result
  }

  /** Whether a generator without variables is seen to be no real number, such as asin 2 or (1 + i)^i. */
  isUnreal(g: number): boolean {
    const known = this.#unreal.get(g)
    if (known !== undefined) return known
    const { kind, tree } = this.at(g)
    const may = kind === 'function' || kind === 'root' || kind === 'log'
    const value =
      may && !hasVariables(this, ofPoly(generator(g))) ? evaluate(tree, new Map(), this.budget) : null
    const unreal = value !== null && isKnown(value) && Math.abs(value.im) > value.error
    this.#unreal.set(g, unreal)
    return unreal
  }

  /** Whether a generator is a logarithm or function of something that is not its own conjugate. */
  #isOfUnreal(g: number): boolean {
    const { argument, args = argument ? [argument] : [] } = this.at(g)
    return args.some(
      arg =>
        mayBeComplex(this, arg) && keyOf(this.canonical(this.conjugate(arg))) !== keyOf(this.canonical(arg)),
    )
  }

  /** The conjugate of a generator that is neither real nor a turn; null for these. */
  #conjugateOf(g: number): Fraction | null {
    const { kind, argument, parts = 1 } = this.at(g)
    if (kind === 'unity' || kind === 'rotation') return null
    if (argument && (kind === 'exponential' || kind === 'root') && mayBeComplex(this, argument)) {
      const turned = this.conjugate(argument)
      if (kind === 'exponential') return exponential(this, turned)
      const root = rationalPower(this, this.canonical(turned), { n: 1n, d: BigInt(parts) })
      return times(root, this.conjugate(ofPoly(argument.den)), this.budget)
    }
    if (!this.isUnreal(g) && !this.#isOfUnreal(g)) return null
    return this.#opaqueConjugate(g)
  }

  #opaqueConjugate(g: number): Fraction {
    return this.opaque('conjugate', [ofPoly(generator(g))], op('conjugate', this.at(g).tree))
  }

  /** Whether a generator is no real number for some values, such as √x, or holds one that is not. */
  #needNotBeReal(g: number): boolean {
    const { kind, name = '', argument, args = argument ? [argument] : [] } = this.at(g)
    if (kind === 'variable' || kind === 'unity' || kind === 'abs') return false
    if ((kind === 'root' || kind === 'log') && argument && !this.isPositive(argument.num, false)) return true
    if (kind === 'function' && partial.has(name)) return true
    return args.some(({ num, den }) =>
      [...num, ...den].some(({ m }) => m.some((h, k) => k % 2 === 0 && this.#needNotBeReal(h))),
    )
  }

  #replaceByInverse(a: Fraction, g: number): Fraction {
    const highest = degree(a.num, g)
    let num = zeroPoly
    for (const [e, part] of coefficients(a.num, g))
      num = add(num, multiply(part, generator(g, highest - e), this.budget))
    const turned = tidy(num, multiply(a.den, generator(g, highest), this.budget))
    return this.settle(this.at(g).kind === 'unity' ? this.canonical(turned) : turned)
  }

  /** The tree of a value, for evaluating it and for sentences. */
  treeOf(a: Fraction): Expr {
    const num = this.polyTree(a.num)
    return constantOf(a.den) === 1n ? num : op('/', num, this.polyTree(a.den))
  }

  polyTree(p: Poly): Expr {
    const terms = p.map(({ c, m }) => this.#termTree(c, m))
    const [first] = terms
    if (first === undefined) return int(0)
    return terms.length === 1 ? first : op('+', ...terms)
  }

  #termTree(c: bigint, m: readonly number[]): Expr {
    const factors: Expr[] = []
    for (let i = 0; i < m.length; i += 2) {
      const tree = this.at(m[i] ?? 0).tree
      const e = m[i + 1] ?? 1
      factors.push(e === 1 ? tree : op('^', tree, int(e)))
    }
    const size = c < 0n ? -c : c
    if (size !== 1n || factors.length === 0) factors.unshift(int(size))
    const [first] = factors
    const tree = factors.length === 1 && first ? first : op('*', ...factors)
    return c < 0n ? op('-', tree) : tree
  }

  /** Whether a polynomial is above zero for all real values, or with `strict` false never below, as far as its form shows. */
  isPositive(p: Poly, strict = true): boolean {
    let constantPart = !strict
    for (const { c, m } of p) {
      if (c < 0n) return false
      for (let i = 0; i < m.length; i += 2)
        if ((m[i + 1] ?? 0) % 2 === 1 && !this.positiveKernel(m[i] ?? 0)) return false
      if (m.every((g, i) => i % 2 === 1 || this.positiveKernel(g, true))) constantPart = true
    }
    return constantPart
  }

  /** Whether a generator is never below zero, or with `strict` never zero either. */
  positiveKernel(g: number, strict = false): boolean {
    const kernel = this.at(g)
    if (kernel.kind === 'exponential')
      return kernel.argument === undefined || !mayBeComplex(this, kernel.argument)
    if (kernel.kind === 'abs') return !strict
    // An even root that is real is not below zero; for what is no real number nothing is promised.
    if (isTurning(this, kernel)) return false
    if (kernel.kind === 'root')
      return (
        kernel.argument === undefined ||
        this.isPositive(kernel.argument.num) ||
        (!strict && (kernel.parts ?? 1) % 2 === 0)
      )
    if (kernel.kind !== 'variable') return false
    if (kernel.name === 'pi' || kernel.name === 'inf') return true
    return this.assume.all === 'positive' || (this.assume.positive?.has(kernel.name ?? '') ?? false)
  }

  /** A generator for something that is not looked into, from its name and arguments. */
  opaque(name: string, args: readonly Fraction[], tree: Expr): Fraction {
    const canonical = args.map(arg => this.canonical(arg))
    const key = `f:${name}(${canonical.map(keyOf).join('|')})`
    const argument = canonical.length === 1 ? canonical[0] : undefined
    return ofPoly(
      generator(
        this.kernel(key, () => ({
          kind: 'function',
          tree,
          name,
          args: canonical,
          ...(argument ? { argument } : {}),
        })),
      ),
    )
  }
}

function powerOf(p: Poly, n: number, budget: Budget): Poly {
  let result = onePoly
  for (let i = 0; i < n; i++) result = multiply(result, p, budget)
  return result
}

function rootRationalising(parts: Map<number, Poly>, g: number, order: number, budget: Budget): Poly | null {
  const [only] = parts
  if (parts.size === 1 && only) return only[0] === 0 ? null : generator(g, order - only[0])
  if (order !== 2) return null
  return subtract(parts.get(0) ?? zeroPoly, multiply(parts.get(1) ?? zeroPoly, generator(g), budget))
}
