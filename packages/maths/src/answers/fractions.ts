import type { Budget } from '../budget.ts'
import { factor } from '../exact/factor.ts'
import { key, type Poly, primitive } from '../exact/polynomial.ts'
import { fractionParts } from '../forms/lowest-terms.ts'
import { hasDivision, Polynomials, wholeExponent } from '../forms/polynomials.ts'
import { printText } from '../print/text.ts'
import { type Expr, isOp } from '../tree.ts'
import { type Flaw, inMainVariable, mainVariable, shown, verdictOnForm } from './factored-form.ts'
import type { AnswerTest } from './given.ts'
import { invalid } from './outcome.ts'

/** Equal to the target, and written as one fraction, or as partial fractions in the variable of the options. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  SingleFrac: given => verdictOnForm(given, 'singleFraction', notSingle),
  PartFrac: given => {
    const { options, budget } = given
    const variable = mainVariable(options)
    if (variable === null || !options) return invalid('partialFractions.noVariable')
    return verdictOnForm(given, 'partialFractions', answer =>
      new PartialFractions(variable, options, budget).flaw(inMainVariable(answer, options, given)),
    )
  },
}

function notSingle(e: Expr): Flaw | null {
  const [a, b] = isOp(e, '-') || isOp(e, '/') ? e.args : []
  if (a && isOp(e, '-')) return notSingle(a)
  if (!a || !b) return hasDivision(e) ? { code: 'notOne', data: { answer: printText(e) } } : null
  const inside = [a, b].find(hasDivision)
  return inside ? { code: 'inside', data: { part: printText(inside) } } : null
}

/** A fraction that may stand in a partial fraction form: the irreducible polynomial below, and how often it stands there. */
interface Below {
  readonly base: Poly
  readonly times: number
}

/** Looks through the terms of an answer for one that is no partial fraction. */
class PartialFractions {
  readonly #polynomials: Polynomials
  readonly #options: Expr
  readonly #budget: Budget
  readonly #seen = new Set<string>()

  constructor(variable: string, options: Expr, budget: Budget) {
    this.#polynomials = new Polynomials(variable, budget)
    this.#options = options
    this.#budget = budget
  }

  flaw(e: Expr): Flaw | null {
    this.#budget.spend(50)
    const [a] = e.kind === 'op' ? e.args : []
    if (isOp(e, '+')) return this.#first(e.args)
    if (isOp(e, '-') && a) return this.flaw(a)
    const sum = this.#timesSum(e)
    return sum ? this.flaw(sum) : this.#ofTerm(e)
  }

  #first(list: readonly Expr[]): Flaw | null {
    for (const e of list) {
      const found = this.flaw(e)
      if (found) return found
    }
    return null
  }

  /** The sum of fractions that only a number or a letter multiplies, as in `1/2*(1/(x-1) - 1/(x+1))`. */
  #timesSum(e: Expr): Expr | undefined {
    const { above, below } = fractionParts(e)
    const own = above.filter(factor => !this.#polynomials.isFree(factor))
    const [sum] = own.map(withoutSign)
    const alone = own.length === 1 && below.every(factor => this.#polynomials.isFree(factor))
    return alone && isOp(sum, '+') && this.#polynomials.read(sum) === null ? sum : undefined
  }

  #ofTerm(e: Expr): Flaw | null {
    const data = { term: shown(e, this.#options) }
    const parts = { above: [] as Expr[], below: [] as (readonly [Expr, number])[] }
    for (const [tree, times] of factorsOf(e)) {
      if (times > 0) for (let k = 0; k < times; k++) parts.above.push(tree)
      else if (!this.#polynomials.isFree(tree)) parts.below.push([tree, -times])
    }
    const degree = this.#degreeAbove(parts.above)
    if (degree === null) return { code: 'notFraction', data }
    if (parts.below.length === 0) return null
    const below = this.#below(parts.below)
    if ('code' in below) return { code: below.code, data: { ...data, ...below.data } }
    if (degree >= this.#polynomials.degree(below.base)) return { code: 'numeratorTooHigh', data }
    return this.#isNew(below) ? null : { code: 'combine', data }
  }

  #degreeAbove(factors: readonly Expr[]): number | null {
    let total = 0
    for (const factor of factors) {
      if (this.#polynomials.isFree(factor)) continue
      const read = this.#polynomials.read(factor)
      if (!read) return null
      total += this.#polynomials.degree(read.numerator)
    }
    return total
  }

  #below(factors: readonly (readonly [Expr, number])[]): Below | Flaw {
    const found: Below[] = []
    for (const [tree, times] of factors) {
      const read = this.#polynomials.read(tree)
      if (!read) return { code: 'notFraction' }
      const { factors: primes } = factor(read.numerator, this.#budget)
      const own = primes.filter(([p]) => this.#polynomials.degree(p) > 0)
      const [first] = own
      if (!first) continue
      if (own.length > 1 || first[1] > 1)
        return { code: 'denominatorReducible', data: { below: shown(tree, this.#options) } }
      const base = primitive(first[0])
      if (found.some(other => key(other.base) !== key(base))) return { code: 'severalFactors' }
      found.push({ base, times })
    }
    const times = found.reduce((total, part) => total + part.times, 0)
    return found[0] ? { base: found[0].base, times } : { code: 'notFraction' }
  }

  #isNew(below: Below): boolean {
    const name = `${below.times} ${key(below.base)}`
    if (this.#seen.has(name)) return false
    this.#seen.add(name)
    return true
  }
}

/** The factors of a term with their exponents, below zero for what stands in the denominator. */
function factorsOf(e: Expr): [Expr, number][] {
  const { above, below } = fractionParts(e)
  const list = (factors: readonly Expr[], sign: 1 | -1) =>
    factors.flatMap((factor): [Expr, number][] => {
      const plain = withoutSign(factor)
      if (plain !== factor) return factorsOf(plain).map(([tree, times]) => [tree, sign * times])
      const [base, exponent] = isOp(plain, '^') ? plain.args : []
      const times = exponent ? wholeExponent(exponent) : null
      return base && times !== null && Math.abs(times) < 1000 && times !== 0
        ? [[base, sign * times]]
        : [[plain, sign]]
    })
  return [...list(above, 1), ...list(below, -1)]
}

function withoutSign(e: Expr): Expr {
  const inner = isOp(e, '-') ? e.args[0] : undefined
  return inner ? withoutSign(inner) : e
}
