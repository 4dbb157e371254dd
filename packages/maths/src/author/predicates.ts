import type { Budget } from '../budget.ts'
import { type Approximate, evaluate, isKnown } from '../evaluate/complex.ts'
import { gcd } from '../exact/gcd.ts'
import { constantOf } from '../exact/polynomial.ts'
import { isWhole } from '../exact/rational.ts'
import { fractionParts, hasRoot } from '../forms/lowest-terms.ts'
import { Polynomials } from '../forms/polynomials.ts'
import { dividesByZero, rationalValue } from '../forms/rational-value.ts'
import { Rewriter } from '../forms/rewriter.ts'
import { sortOf } from '../forms/sort.ts'
import { type Expr, isDecimal, isOp, isSym, nodes, op, some, sym, variables } from '../tree.ts'
import type { AuthorFunction } from './apply.ts'

type Question = (e: Expr, budget: Budget, more: readonly Expr[]) => boolean

/** Functions that answer a question with true or false. */
export const predicates: ReadonlyMap<string, AuthorFunction> = new Map<string, AuthorFunction>([
  ...(
    [
      ['integerp', e => wholeNumber(e) !== null],
      ['simp_integerp', e => wholeNumber(e) !== null],
      ['evenp', e => (wholeNumber(e) ?? 1n) % 2n === 0n],
      ['oddp', e => (wholeNumber(e) ?? 0n) % 2n !== 0n],
      ['numberp', isNumber],
      ['simp_numberp', isNumber],
      ['floatnump', e => isNumber(e) && some(e, node => node.kind === 'num' && isDecimal(node))],
      ['anyfloatex', e => some(e, node => node.kind === 'num' && isDecimal(node))],
      ['real_numberp', (e, budget) => value(e, budget)?.axis === 'real'],
      ['setp', e => isOp(e, 'set')],
      ['listp', e => isOp(e, 'list')],
      ['matrixp', e => isOp(e, 'matrix')],
      ['stringp', e => e.kind === 'str'],
      ['equationp', e => isOp(e, '=')],
      ['inequalityp', e => sortOf(e) === 'inequality'],
      ['expressionp', e => sortOf(e) === 'expression'],
      ['polynomialp', isPolynomial],
      ['element_listp', (e, budget, [list]) => isElement(e, list, budget)],
      ['elementp', (e, budget, [list]) => isElement(e, list, budget)],
      ['member', (e, budget, [list]) => isElement(e, list, budget)],
      ['freeof', (e, budget, [from]) => from !== undefined && !contains(from, e, budget)],
      ['lowesttermsp', inLowestTerms],
      ['scientific_notationp', isScientific],
      ['imag_numberp', (e, budget) => value(e, budget)?.axis === 'imaginary' && value(e, budget)?.im !== 0],
      ['complex_exponentialp', isExponentialForm],
    ] satisfies [string, Question][]
  ).map(([name, question]) => [name, asked(question)] as const),
  ['rationalized', ([e], { budget }) => (e ? rationalized(e, budget) : null)],
])

function asked(question: Question): AuthorFunction {
  return ([e, ...more], { budget }) => (e ? sym(question(e, budget, more) ? 'true' : 'false') : null)
}

/** A number without variables, with its error; null where it has none. */
function value(e: Expr, budget: Budget): Approximate | null {
  if (variables(e).length > 0 || dividesByZero(e)) return null
  const found = evaluate(e, new Map(), budget)
  return isKnown(found) ? found : null
}

function isNumber(e: Expr): boolean {
  return (
    e.kind === 'num' ||
    (isOp(e, '-') && e.args[0]?.kind === 'num') ||
    (isOp(e, '/') && rationalValue(e) !== null)
  )
}

function wholeNumber(e: Expr): bigint | null {
  const inner = isOp(e, '-') ? e.args[0] : e
  if (inner?.kind !== 'num' || isDecimal(inner) || !isWhole(inner.value)) return null
  return inner.value.n
}

function isPolynomial(e: Expr, budget: Budget, [names]: readonly Expr[]): boolean {
  const list = isOp(names, 'list') ? names.args : variables(e).map(sym)
  return list.every(name => isSym(name) && new Polynomials(name.name, budget).read(e) !== null)
}

function isElement(e: Expr, list: Expr | undefined, budget: Budget): boolean {
  const rewriter = new Rewriter(new Set(), budget)
  const { key } = rewriter.normal(e)
  return list?.kind === 'op' && list.args.some(arg => rewriter.normal(arg).key === key)
}

function contains(e: Expr, part: Expr, budget: Budget): boolean {
  const rewriter = new Rewriter(new Set(), budget)
  const { key } = rewriter.normal(part)
  return some(e, node => rewriter.normal(node).key === key)
}

/** Whether numerator and denominator of a fraction have no factor in common, numbers and polynomials alike. */
function inLowestTerms(e: Expr, budget: Budget): boolean {
  const [a, b] = isOp(e, '-') || isOp(e, '/') ? e.args : []
  if (a && isOp(e, '-')) return inLowestTerms(a, budget)
  if (!a || !b) return true
  const polynomials = new Polynomials('no variable', budget)
  const [above, below] = [polynomials.read(a), polynomials.read(b)]
  if (!above || !below || above.denominator * below.denominator !== 1n) return false
  const common = constantOf(gcd(above.numerator, below.numerator, budget))
  return common === 1n || common === -1n
}

/** A number from 1 up to 10, its sign apart, times a whole power of ten. */
function isScientific(e: Expr): boolean {
  if (e.kind !== 'op') return false
  const [a, b, more] = e.args
  if (e.op === '-' && a) return isScientific(a)
  if (e.op !== '*') return false
  const [base, exponent] = isOp(b, '^') ? b.args : []
  const mantissa = isOp(a, '-') ? a.args[0] : a
  if (more || mantissa?.kind !== 'num' || base?.kind !== 'num' || !exponent || wholeNumber(exponent) === null)
    return false
  const { n, d } = mantissa.value
  return base.value.n === 10n && base.value.d === 1n && n >= d && n < 10n * d
}

/** True where no root and no imaginary unit stands in a denominator, otherwise the list of those that do. */
function rationalized(e: Expr, budget: Budget): Expr {
  const found = new Map<string, Expr>()
  const rewriter = new Rewriter(new Set(), budget)
  for (const node of nodes(e)) {
    if (!isOp(node, '/')) continue
    for (const factor of fractionParts(node).below)
      for (const root of rootsIn(factor)) found.set(rewriter.normal(root).key, root)
  }
  return found.size === 0 ? sym('true') : op('list', ...found.values())
}

function rootsIn(e: Expr): Expr[] {
  if (!hasRoot(e)) return []
  if (e.kind !== 'op' || ['sqrt', 'root'].includes(e.op)) return [e]
  const inner = e.args.flatMap(rootsIn)
  return inner.length > 0 ? inner : [e]
}

/** Written as `r*e^(i*t)`, with r zero or more and t in (-π, π] as far as they are numbers. */
function isExponentialForm(e: Expr, budget: Budget): boolean {
  if (isOp(e, '-')) return false
  const { above, below } = fractionParts(e)
  const turns = above.filter(factor => exponentOf(factor) !== undefined)
  const [turn] = turns
  const sizes = above.filter(factor => factor !== turn)
  if (turns.length > 1 || ![...sizes, ...below].every(factor => isSize(factor, budget))) return false
  const exponent = turn && exponentOf(turn)
  return exponent ? isAngle(exponent, budget) : variables(e).length === 0
}

function exponentOf(factor: Expr): Expr | undefined {
  const [a, b] = factor.kind === 'op' ? factor.args : []
  if (isOp(factor, '^')) return isSym(a, 'e') ? b : undefined
  return isOp(factor, 'exp') ? a : undefined
}

function isSize(factor: Expr, budget: Budget): boolean {
  if (isOp(factor, '-') || some(factor, node => isSym(node, 'i'))) return false
  if (variables(factor).length > 0) return true
  const found = value(factor, budget)
  return found?.axis === 'real' && found.re >= 0
}

function isAngle(exponent: Expr, budget: Budget): boolean {
  if (variables(exponent).length > 0) return some(exponent, node => isSym(node, 'i'))
  const found = value(exponent, budget)
  if (found?.axis !== 'imaginary') return false
  return found.im > -Math.PI + found.error && found.im <= Math.PI + found.error
}
