import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { evaluate, excludesZero, isKnown } from '../evaluate/complex.ts'
import { type Expr, int, op, sym } from '../tree.ts'
import { derivative } from './derivative.ts'
import { integral } from './integrate.ts'

const x = sym('x')
const a = sym('a')
const n = sym('n')
const one = int(1)
const budget = (): Budget => new Budget(1e9, 10_000)
const f = (name: string, ...args: Expr[]): Expr => op(name, ...args)
const plus = (...args: Expr[]): Expr => f('+', ...args)
const minus = (p: Expr, q: Expr): Expr => plus(p, f('-', q))
const times = (...args: Expr[]): Expr => f('*', ...args)
const over = (p: Expr, q: Expr): Expr => f('/', p, q)
const power = (p: Expr, k: Expr | number): Expr => f('^', p, typeof k === 'number' ? int(k) : k)
const [sin, cos, exp, ln, sqrt] = ['sin', 'cos', 'exp', 'ln', 'sqrt'].map(
  name =>
    (e: Expr): Expr =>
      op(name, e),
) as [F, F, F, F, F]
type F = (e: Expr) => Expr

function at(e: Expr, re: number): ReturnType<typeof evaluate> {
  return evaluate(
    e,
    new Map([
      ['x', { re, im: 0 }],
      ['a', { re: 1.7, im: 0 }],
      ['b', { re: 0.6, im: 0 }],
      ['n', { re: 2.5, im: 0 }],
    ]),
    budget(),
  )
}

function expectDerivative(found: Expr | null, integrand: Expr): void {
  expect(found).not.toBeNull()
  const difference = minus(derivative(found ?? x, 'x'), integrand)
  let seen = 0
  for (const re of [0.31, 0.64, 0.93, 1.47, 2.2, 3.4]) {
    const value = at(difference, re)
    if (!isKnown(value) || value.error > 1e-4) continue
    expect(excludesZero(value)).toBe(false)
    seen += 1
  }
  expect(seen).toBeGreaterThan(1)
}

const line = plus(times(int(2), x), int(3))
const quadratic = plus(power(x, 2), times(int(2), x), int(5))

describe('integral', () => {
  it.each<[string, Expr]>([
    ['a polynomial', plus(power(x, 3), times(a, x), int(7))],
    ['a power with a name', power(x, n)],
    ['a power of a line', power(line, 7)],
    ['one over a line', over(one, line)],
    ['one over a line with names', over(n, plus(times(a, x), sym('b')))],
    ['a high power of a line with names', power(plus(times(a, x), sym('b')), 24)],
    ['a root', sqrt(line)],
    ['x over a root', over(x, sqrt(line))],
    ['a real cube root', f('root', x, int(3))],
    ['an exponential', exp(times(int(-2), x))],
    ['powers of a number', power(int(2), x)],
    ['a polynomial times an exponential', times(power(x, 3), exp(times(a, x)))],
    ['a polynomial times a sine', times(plus(power(x, 2), one), sin(times(int(3), x)))],
    ['a falling wave', times(exp(f('-', x)), cos(times(int(2), x)))],
    ['x times a falling wave', times(x, exp(x), sin(x))],
    ['sine squared', power(sin(x), 2)],
    ['x sine squared', times(x, power(sin(x), 2))],
    ['powers of waves', times(power(sin(x), 3), power(cos(x), 2))],
    ['even powers of waves', times(power(sin(x), 2), power(cos(x), 4))],
    ['two waves', times(sin(times(int(3), x)), cos(times(int(5), x)))],
    ['a tangent', f('tan', times(int(2), x))],
    ['a tangent squared', power(f('tan', x), 2)],
    ['a tangent to the fourth', power(f('tan', x), 4)],
    ['a secant', f('sec', x)],
    ['a secant squared', power(f('sec', x), 2)],
    ['a secant cubed', power(f('sec', x), 3)],
    ['a cosecant cubed', power(f('csc', x), 3)],
    ['one over cosine squared', over(one, power(cos(times(a, x)), 2))],
    ['secant tangent', times(f('sec', x), f('tan', x))],
    ['a hyperbolic sine', f('sinh', x)],
    ['x times a hyperbolic cosine', times(x, f('cosh', x))],
    ['a hyperbolic tangent', f('tanh', x)],
    ['hyperbolic powers', times(power(f('sinh', x), 2), power(f('cosh', x), 2))],
    ['a logarithm', ln(x)],
    ['x^n times a logarithm', times(power(x, n), ln(x))],
    ['a logarithm squared', power(ln(x), 2)],
    ['a logarithm of a line', times(x, ln(line))],
    ['a logarithm over x', over(ln(x), x)],
    ['a logarithm of a quadratic', ln(plus(power(x, 2), one))],
    ['one over x ln x', over(one, times(x, ln(x)))],
    ['an inverse tangent', f('atan', x)],
    ['x times an inverse tangent', times(x, f('atan', x))],
    ['an inverse sine', f('asin', over(x, int(4)))],
    ['a quadratic below', over(one, quadratic)],
    ['a line over a quadratic', over(line, quadratic)],
    ['real roots', over(one, minus(power(x, 2), int(4)))],
    ['roots that are no fractions', over(one, minus(power(x, 2), int(3)))],
    ['a quadratic with a name', over(one, plus(power(x, 2), power(a, 2)))],
    [
      'partial fractions',
      over(plus(power(x, 4), one), times(x, power(plus(x, one), 2), plus(power(x, 2), one))),
    ],
    ['a square of a quadratic', over(one, power(plus(power(x, 2), one), 2))],
    ['x times e to x squared', times(x, exp(power(x, 2)))],
    ['a chain with a sine', over(cos(x), plus(one, power(sin(x), 2)))],
    ['an exponential over one more', over(exp(x), plus(exp(x), one))],
    ['e to a root over the root', over(exp(sqrt(x)), sqrt(x))],
    ['a power of a quadratic', times(x, power(plus(power(x, 2), one), over(int(5), int(2))))],
    ['a circle', sqrt(minus(int(16), power(x, 2)))],
    ['one over a circle', over(one, sqrt(minus(int(16), power(x, 2))))],
    ['one over a hyperbola', over(one, sqrt(plus(power(x, 2), int(2))))],
    ['a hyperbola', sqrt(plus(power(x, 2), int(2)))],
    ['a product to multiply out', times(plus(x, one), plus(x, exp(x)))],
    ['the sum of fractions', plus(over(one, x), over(one, power(x, 2)))],
    ['an exponent of one over x', times(over(one, power(x, 2)), exp(over(one, x)))],
  ])('finds %s', (_, integrand) => {
    expectDerivative(integral(integrand, 'x', budget()), integrand)
  })

  it.each<[string, Expr]>([
    ['e to x squared', exp(power(x, 2))],
    ['a sine over x', over(sin(x), x)],
    ['an unknown function', f('f', x)],
    ['a root of a cubic', sqrt(plus(power(x, 3), one))],
    ['x^x', power(x, x)],
  ])('finds none for %s', (_, integrand) => {
    expect(integral(integrand, 'x', budget())).toBeNull()
  })

  it.each<[string, Expr, Expr, Expr, number]>([
    ['a square', power(x, 2), int(0), int(3), 9],
    ['backwards', power(x, 2), int(3), int(0), -9],
    ['one over x', over(one, x), one, int(5), Math.log(5)],
    ['one over x below zero', over(one, x), int(-5), int(-1), -Math.log(5)],
    ['a wave', sin(x), int(0), sym('pi'), 2],
    ['half a circle', sqrt(minus(one, power(x, 2))), int(-1), one, Math.PI / 2],
    ['up to infinity', exp(f('-', x)), int(0), sym('inf'), 1],
    ['from minus infinity', over(one, plus(power(x, 2), one)), sym('minf'), sym('inf'), Math.PI],
    ['a logarithm from zero', ln(x), int(0), one, -1],
    ['one over a root from zero', over(one, sqrt(x)), int(0), int(4), 4],
    ['x e^-x', times(x, exp(f('-', x))), int(0), sym('inf'), 1],
    ['with names', times(int(2), x), int(0), a, 1.7 ** 2],
    ['with its own name as bound', times(int(2), x), int(0), x, 0.25],
  ])('integrates %s', (_, integrand, from, to, expected) => {
    const found = integral(integrand, 'x', budget(), from, to)
    expect(found).not.toBeNull()
    expect(at(found ?? x, 0.5).re).toBeCloseTo(expected, 9)
  })

  it.each<[string, Expr, Expr, Expr]>([
    ['over a pole', over(one, power(x, 2)), int(-1), one],
    ['over a pole of odd order', over(one, x), int(-1), int(2)],
    ['over the pole of a tangent', power(f('sec', x), 2), int(0), int(3)],
    ['without end', over(one, x), one, sym('inf')],
    ['from a pole', over(one, x), int(0), one],
    ['over a pole far away', over(one, power(minus(x, int(123457)), 2)), int(0), sym('inf')],
    ['over a pole far to the left', over(one, power(plus(x, int(123457)), 2)), sym('minf'), sym('inf')],
    ['a size of what is not real', f('abs', sqrt(x)), int(-1), int(2)],
    ['over a narrow pole', over(one, power(minus(x, over(int(1), int(1001))), 2)), int(-1), one],
  ])('does not integrate %s', (_, integrand, from, to) => {
    expect(integral(integrand, 'x', budget(), from, to)).toBeNull()
  })

  it('finds polynomials times exponentials and waves', () => {
    const small = fc.integer({ min: -4, max: 4 })
    fc.assert(
      fc.property(
        fc.array(small, { minLength: 1, maxLength: 4 }),
        small,
        small,
        fc.constantFrom('sin', 'cos', 'exp'),
        (list, rate, speed, name) => {
          const polynomial = plus(one, ...list.map((c, k) => times(int(c), power(x, k + 1))))
          const integrand = times(
            polynomial,
            exp(times(int(rate), x)),
            op(name, plus(times(int(speed), x), one)),
          )
          expectDerivative(integral(integrand, 'x', budget()), integrand)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('finds fractions over lines and quadratics', () => {
    const small = fc.integer({ min: -3, max: 3 })
    fc.assert(
      fc.property(
        fc.array(small, { minLength: 1, maxLength: 4 }),
        small,
        small,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 2 }),
        (list, p, q, r, k) => {
          const above = plus(one, ...list.map((c, j) => times(int(c), power(x, j + 1))))
          const below = times(plus(x, int(p + 5)), power(plus(power(x, 2), times(int(q), x), int(r + 3)), k))
          expectDerivative(integral(over(above, below), 'x', budget()), over(above, below))
        },
      ),
      { numRuns: 60 },
    )
  })
})
