import { describe, expect, test } from 'vitest'
import { read } from '../answers/structure.test-support.ts'
import { Budget } from '../budget.ts'
import { compare } from '../equal/compare.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { printText } from '../print/text.ts'
import { type Expr, int, op, sym } from '../tree.ts'
import { applyAuthorFunctions } from './apply.ts'
import { simplify } from './simplify.ts'

function worked(text: string, keepForm = true): string {
  return printText(applyAuthorFunctions(read(text), new Budget(), keepForm))
}

describe('functions of expressions', () => {
  test.each([
    ['exdowncase(T+U*sin(V))', 't + u*sin(v)'],
    ['num_ensure_rational(0.125*t)', '1/8*t'],
    ['make_less_ineq(t >= 1 or 2 > t)', '1 <= t or t < 2'],
    ['subst(3, t, t^2+u)', '3^2 + u'],
    ['subst(t = u+1, 2*t)', '2*(u + 1)'],
    ['subst([t = 1, u = 2], t+u)', '1 + 2'],
    ['subst(["+"="nounor"], A+B)', 'A or B'],
    ['ev(t^2+t, t=3)', '3^2 + 3'],
    ['ev(3*t-t, simp)', '2*t'],
    ['diff(t^3, t)', '3*t^2'],
    ['diff(t^3, t, 2)', '6*t'],
    ['int(t^2, t)', 't^3/3'],
    ['int(2*t, t, 1, 3)', '8'],
    ['taylor(1/(1-t), t, 0, 2)', 't^2 + t + 1'],
    ['expand((t+1)*(t-2))', 't^2 - t - 2'],
    ['factor(t^2-9)', '(t + 3)*(t - 3)'],
    ['factor(6*t+3)', '3*(2*t + 1)'],
    ['lhs(t = 4)', 't'],
    ['makelist(k^2, k, 1, 3)', '[1^2, 2^2, 3^2]'],
    ['makelist(integerp(k/2), k, [2, 4])', '[false, false]'],
    ['stack_eval_assignments([u = 3, v = 2*u])', '[v = 2*3]'],
    ['sconcat("a", "b")', '"ab"'],
    ['sremove_chars(",.", "a, b.")', '"a b"'],
    ['significantfigures(12345, 2)', '12000'],
    ['significantfigures(0.0025, 1)', '0.003'],
    ['significantfigures(-0.99, 1)', '-1'],
    ['significantfigures(9.96, 2)', '10'],
    ['significantfigures(%pi, 5)', '3.1416'],
    ['decimalplaces(2/3, 3)', '0.667'],
  ])('%s is %s', (text, result) => expect(worked(text)).toBe(result))

  test('a form stays where it cannot be worked out, and is left out where only the value counts', () => {
    expect(worked('rectform(1/(1+i))')).toBe('rectform(1/(1 + i))')
    expect(worked('rectform(1/(1+i))', false)).toBe('1/(1 + i)')
  })

  test('what stands in quotes is not worked out', () => {
    expect(worked("'diff(t^2, t)")).toBe(worked("'diff(t^2, t)", false))
    expect(worked("'diff(t^2, t)")).not.toBe('2*t')
  })
})

describe('sets of numbers', () => {
  test.each([
    ['natural_domain(1/(t-2))', 'union(oo(minf,2),oo(2,inf))'],
    ['natural_domain(sqrt(t+3))', 'co(-3,inf)'],
    ['natural_domain(ln(4-t^2))', 'oo(-2,2)'],
    ['natural_domain(sqrt(t)/(t-1))', 'union(co(0,1),oo(1,inf))'],
    ['natural_domain(t/(t^2+1))', 'oo(minf,inf)'],
    ['natural_domain(sqrt(-t^2))', '{0}'],
    ['stack_single_variable_solver(2*t-1 < 5)', 'oo(minf,3)'],
    ['stack_single_variable_solver(t^2 >= 9)', 'union(oc(minf,-3),co(3,inf))'],
    ['stack_single_variable_solver(4 < t)', 'oo(4,inf)'],
    ['stack_single_variable_solver(t^2 < -1)', '{}'],
  ])('%s is %s', (text, result) => expect(worked(text)).toBe(printText(read(result))))

  test('a product is taken apart in number and units', () => {
    expect(worked('stackunits_make(3*m/s)')).toBe('stackunits(3, m/s)')
    expect(worked('stack_units_nums(stackunits_make(m/s))')).toBe('NULLNUM')
  })

  test('what is not found stays a question', () => {
    expect(worked('natural_domain(1/(t^2-2))')).toContain('natural_domain')
    expect(worked('natural_domain(1/(t-u))')).toContain('natural_domain')
  })
})

describe('questions', () => {
  test.each([
    'integerp(4)',
    'simp_numberp(-2/3)',
    'setp({t})',
    'polynomialp(t^2+u/t, [u])',
    'lowesttermsp(4/9)',
    'lowesttermsp((t+1)/(t-1))',
    'scientific_notationp(3.2*10^-4)',
    'imag_numberp(-3*%i)',
    'complex_exponentialp(2*%e^(%i*%pi/4))',
    'rationalized(sqrt(5)/5)',
    'freeof(t, u+1)',
    'element_listp(1+t, [2, t+1])',
    'evenp(6)',
  ])('%s', text => expect(worked(text)).toBe('true'))

  test.each([
    'integerp(4/3)',
    'numberp(t)',
    'polynomialp(t^2+u/t, [t])',
    'lowesttermsp(4/6)',
    'lowesttermsp((t^2-4)/(t+2))',
    'scientific_notationp(32*10^4)',
    'imag_numberp(1+%i)',
    'complex_exponentialp(2*%e^(%i*5))',
    'complex_exponentialp(-2*%e^(%i))',
    'freeof(t, t^2)',
    'oddp(6)',
  ])('not %s', text => expect(worked(text)).toBe('false'))

  test('a number is asked for as it is written, where form counts', () => {
    expect(worked('integerp(-4)')).toBe('false')
    expect(worked('integerp(-4)', false)).toBe('true')
    expect(worked('integerp(ev(-4, simp))')).toBe('true')
    expect(worked('simp_integerp(-4)')).toBe('true')
  })

  test('roots below a line are listed', () => {
    expect(worked('rationalized(1/sqrt(7)+2/(1-sqrt(3)))')).toBe('[sqrt(7), sqrt(3)]')
  })

  test('where only the value counts, a question is asked about the simplified expression', () => {
    expect(worked('lowesttermsp(t^3/t)')).toBe('false')
    expect(worked('lowesttermsp(t^3/t)', false)).toBe('true')
  })
})

describe('simplify', () => {
  test.each([
    ['t+t', '2*t'],
    ['2*t*3*t', '6*t^2'],
    ['t/t', '1'],
    ['(2*t)^3', '8*t^3'],
    ['0*t+0', '0'],
    ['sqrt(12)', '2*sqrt(3)'],
    ['sqrt(3)*sqrt(3)', '3'],
    ['{t+t, 2*t}', '{2*t}'],
    ['2*(t+1)', '2*(t + 1)'],
    ['-(-t)', 't'],
    ['1/2+1/3', '5/6'],
    ['u=1+1', 'u = 2'],
  ])('%s is %s', (text, result) => expect(printText(simplify(read(text), new Budget()))).toBe(result))

  test('keeps the value, and changes nothing the second time', () => {
    const pick = random(7)
    for (let round = 0; round < 800; round++) {
      const e = someExpression(pick, 3)
      const simple = simplify(e, new Budget())
      if (dividesByZero(simple)) continue
      expect(printText(simplify(simple, new Budget())), printText(e)).toBe(printText(simple))
      expect(sameValue(e, simple), `${printText(e)} is not ${printText(simple)}`).toBe(true)
    }
  })
})

function someExpression(pick: (below: number) => number, depth: number): Expr {
  if (depth === 0 || pick(6) === 0) return pick(2) === 0 ? int(pick(5)) : sym(['r', 's'][pick(2)] ?? 'r')
  const inner = () => someExpression(pick, depth - 1)
  const kind = ['+', '*', '-', '/', '^', '+', 'sqrt'][pick(7)] ?? '+'
  if (kind === '-' || kind === 'sqrt') return op(kind, inner())
  if (kind === '/') return op('/', inner(), inner())
  if (kind === '^') return op('^', inner(), int(pick(4) - 1))
  return op(kind, inner(), inner())
}

/** Whether two expressions have one value; where the first has none, anything goes. */
function sameValue(a: Expr, b: Expr): boolean {
  try {
    return compare(a, b, { assume: { all: 'positive' }, budget: new Budget() }).answer !== 'different'
  } catch {
    return true
  }
}

/** Whole numbers below a bound, the same ones each time. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x7fffffff) * below) % below
  }
}
