import type { Budget } from '../budget.ts'
import { factor } from '../exact/factor.ts'
import { constantOf, content, divideByNumber, isConstant, type Poly } from '../exact/polynomial.ts'
import { greatestCommonDivisor } from '../exact/rational.ts'
import { hasSurd, Polynomials, wholeExponent } from '../forms/polynomials.ts'
import { rationalValue } from '../forms/rational-value.ts'
import { collected, type Expr, int, op } from '../tree.ts'
import { type Flaw, inMainVariable, mainVariable, shown, verdictOnForm } from './factored-form.ts'
import type { AnswerTest } from './given.ts'
import { invalid } from './outcome.ts'

/** Equal to the target, and a product of numbers and of polynomials that have no factors over the rational numbers. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  FacForm: given => {
    const { options, budget } = given
    const variable = mainVariable(options)
    if (variable === null || !options) return invalid('factored.noVariable')
    return verdictOnForm(given, 'factored', answer =>
      new Factors(variable, options, budget).flaw(inMainVariable(answer, options, given)),
    )
  },
}

/** Looks through the factors of an answer for one that can be factored further. */
class Factors {
  readonly #polynomials: Polynomials
  readonly #options: Expr
  readonly #budget: Budget

  constructor(variable: string, options: Expr, budget: Budget) {
    this.#polynomials = new Polynomials(variable, budget)
    this.#options = options
    this.#budget = budget
  }

  flaw(e: Expr): Flaw | null {
    if (rationalValue(e) || e.kind !== 'op') return null
    const [a, b] = e.args
    if (e.op === '*') return this.#first(e.args)
    if (e.op === '-' && a) return this.flaw(a)
    if (e.op === '/' && a && b)
      return this.#polynomials.isFree(b) ? this.#first([a, b]) : this.#notPolynomial(e)
    const exponent = e.op === '^' && b ? wholeExponent(b) : null
    if (exponent !== null && exponent >= 0 && a) return this.flaw(a)
    return this.#polynomials.isFree(e) && e.op !== '+' ? null : this.#ofSum(e)
  }

  #first(list: readonly Expr[]): Flaw | null {
    for (const e of list) {
      const found = this.flaw(e)
      if (found) return found
    }
    return null
  }

  #notPolynomial(e: Expr): Flaw {
    return {
      code: 'notPolynomial',
      data: { part: shown(e, this.#options), variable: shown(this.#options, int(0)) },
    }
  }

  #ofSum(e: Expr): Flaw | null {
    const read = this.#polynomials.read(e)
    if (!read) return this.#notPolynomial(e)
    const { numerator, denominator } = read
    if (constantOf(numerator) !== null) return null
    const size = content(numerator)
    const common = size / greatestCommonDivisor(size, denominator)
    if (common > 1n) return this.#commonFactor(e, int(common))
    const primitive = divideByNumber(numerator, size)
    const { factors } = factor(primitive, this.#budget)
    const [first] = factors
    if (first && (factors.length > 1 || first[1] > 1)) return this.#reducible(e, factors)
    const unsure = this.#polynomials.degree(numerator) > 1 && hasSurd(e)
    return unsure ? { code: 'unsure', data: { part: shown(e, this.#options) } } : null
  }

  #commonFactor(e: Expr, common: Expr): Flaw {
    return {
      code: 'commonFactor',
      data: { part: shown(e, this.#options), factor: shown(common, this.#options) },
    }
  }

  #reducible(e: Expr, factors: readonly (readonly [Poly, number])[]): Flaw {
    const single = factors.find(([p]) => p.length === 1 && !isConstant(p))
    if (single) return this.#commonFactor(e, this.#polynomials.write(single[0]))
    const written = factors.map(([p, n]) => this.#raised(this.#polynomials.write(p), n))
    return {
      code: 'reducible',
      data: { part: shown(e, this.#options), factors: shown(collected('*', written), this.#options) },
    }
  }

  #raised(base: Expr, n: number): Expr {
    return n === 1 ? base : op('^', base, int(n))
  }
}
