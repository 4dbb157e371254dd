import type { Budget } from '../budget.ts'
import { fractionParts } from '../forms/lowest-terms.ts'
import { Polynomials, wholeExponent } from '../forms/polynomials.ts'
import { type Expr, isOp } from '../tree.ts'
import { type Flaw, inMainVariable, mainVariable, shown, verdictOnForm } from './factored-form.ts'
import type { AnswerTest } from './given.ts'
import { invalid } from './outcome.ts'

/** Equal to the target, and a multiple of one square of something linear, plus what has no variable in it. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  CompSquare: given => {
    const { options, budget } = given
    const variable = mainVariable(options)
    if (variable === null || !options) return invalid('completeSquare.noVariable')
    return verdictOnForm(given, 'completeSquare', answer =>
      flaw(inMainVariable(answer, options, given), variable, options, budget),
    )
  },
}

function flaw(e: Expr, variable: string, options: Expr, budget: Budget): Flaw | null {
  const polynomials = new Polynomials(variable, budget)
  const own = summands(e).filter(term => !polynomials.isFree(term))
  const [first, second] = own
  if (!first) return null
  const name = { variable: shown(options, options) }
  if (second) {
    const linear = own.find(term => !squared(term, polynomials))
    return { code: 'loose', data: { ...name, term: shown(linear ?? second, options) } }
  }
  return squared(first, polynomials)
    ? null
    : { code: 'noSquare', data: { ...name, term: shown(first, options) } }
}

/** The terms of a sum, also of one that stands inside it; signs left out. */
function summands(e: Expr): Expr[] {
  if (e.kind !== 'op') return [e]
  const [inner] = e.args
  if (e.op === '+') return e.args.flatMap(summands)
  return e.op === '-' && inner ? summands(inner) : [e]
}

/** Whether a term is a coefficient times the square of something of degree one. */
function squared(term: Expr, polynomials: Polynomials): boolean {
  const { above, below } = fractionParts(term)
  if (!below.every(factor => polynomials.isFree(factor))) return false
  const own = above.filter(factor => !polynomials.isFree(factor)).map(withoutSign)
  const [square] = own
  const [base, exponent] = own.length === 1 && isOp(square, '^') ? square.args : []
  if (!base || !exponent || wholeExponent(exponent) !== 2) return false
  const read = polynomials.read(base)
  return read !== null && polynomials.degree(read.numerator) === 1
}

function withoutSign(e: Expr): Expr {
  const inner = isOp(e, '-') ? e.args[0] : undefined
  return inner ? withoutSign(inner) : e
}
