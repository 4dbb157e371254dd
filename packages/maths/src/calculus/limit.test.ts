import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import { type Expr, int, op, sym } from '../tree.ts'
import { limit } from './limit.ts'

const x = sym('x')
const a = sym('a')
const inf = sym('inf')
const minf = sym('minf')
const budget = (): Budget => new Budget(1e9, 10_000)
const f = (name: string, ...args: Expr[]): Expr => op(name, ...args)
const minus = (p: Expr, q: Expr): Expr => f('+', p, f('-', q))
const over = (p: Expr, q: Expr): Expr => f('/', p, q)
const power = (p: Expr, n: Expr | number): Expr => f('^', p, typeof n === 'number' ? int(n) : n)
const times = (...args: Expr[]): Expr => f('*', ...args)
const one = int(1)

function found(expression: Expr, at: Expr, side?: 'plus' | 'minus'): Expr | null {
  return limit(side ? op('limit', expression, x, at, sym(side)) : op('limit', expression, x, at), budget())
}

function numberOf(e: Expr | null): number | string | null {
  if (e === null) return null
  if (e.kind === 'sym' && e.name.endsWith('inf')) return e.name
  const value = evaluate(e, new Map([['a', { re: 1.7, im: 0 }]]), budget())
  return isKnown(value) ? value.re : null
}

describe('limit', () => {
  it.each<[string, Expr, Expr, number]>([
    ['a continuous function', f('+', power(x, 2), f('sin', x)), int(2), 4 + Math.sin(2)],
    ['a hole', over(minus(power(x, 2), int(4)), minus(x, int(2))), int(2), 4],
    ['a sine over its angle', over(f('sin', times(int(3), x)), x), int(0), 3],
    ['a cosine', over(minus(one, f('cos', x)), power(x, 2)), int(0), 0.5],
    ['three terms that cancel', over(minus(f('sin', x), x), power(x, 3)), int(0), -1 / 6],
    ['an exponential slope', over(minus(f('exp', x), one), x), int(0), 1],
    ['a logarithmic slope', over(f('ln', x), minus(x, one)), one, 1],
    ['a tangent at zero', over(f('tan', times(a, x)), f('sin', x)), int(0), 1.7],
    [
      'a rational function far away',
      over(f('+', times(int(3), power(x, 2)), x), minus(power(x, 2), int(7))),
      inf,
      3,
    ],
    ['far to the left', over(f('sqrt', f('+', power(x, 2), one)), x), minf, -1],
    ['roots that cancel', minus(f('sqrt', f('+', power(x, 2), x)), x), inf, 0.5],
    ['a root at zero', over(minus(f('sqrt', f('+', x, int(4))), int(2)), x), int(0), 0.25],
    ['a cube root', over(minus(f('root', x, int(3)), int(2)), minus(x, int(8))), int(8), 1 / 12],
    ['a real cube root', over(f('+', f('root', x, int(3)), int(2)), f('+', x, int(8))), int(-8), 1 / 12],
    ['a logarithm against a power', over(f('ln', x), x), inf, 0],
    ['a power against an exponential', over(power(x, 5), f('exp', x)), inf, 0],
    ['the base of growth', power(f('+', one, over(one, x)), x), inf, Math.E],
    ['growth with a rate', power(f('+', one, over(a, x)), x), inf, Math.exp(1.7)],
    [
      'a ratio of exponentials',
      over(f('+', f('exp', x), f('exp', times(int(2), x))), f('exp', times(int(2), x))),
      inf,
      1,
    ],
    ['powers of numbers', over(power(int(2), x), power(int(3), x)), inf, 0],
    ['a hyperbolic tangent', f('tanh', x), minf, -1],
    ['an inverse tangent', f('atan', x), minf, -Math.PI / 2],
    ['between bounds', over(f('sin', x), x), inf, 0],
    ['a logarithm of an exponential', over(x, f('ln', f('+', f('exp', x), one))), inf, 1],
    ['what a logarithm undoes', minus(f('ln', f('exp', x)), x), inf, 0],
    ['a ratio of logarithms', over(f('ln', f('+', power(x, 2), one)), f('ln', x)), inf, 2],
    [
      'a difference of logarithms',
      minus(f('ln', times(int(2), x)), f('ln', f('+', x, one))),
      inf,
      Math.log(2),
    ],
    [
      'a derivative from its definition',
      over(minus(power(f('+', a, x), 3), power(a, 3)), x),
      int(0),
      3 * 1.7 ** 2,
    ],
  ])('finds %s', (_, expression, at, expected) => {
    expect(numberOf(found(expression, at))).toBeCloseTo(expected, 9)
  })

  it.each<[string, Expr, Expr, 'plus' | 'minus', number | string]>([
    ['1/x from above', over(one, x), int(0), 'plus', 'inf'],
    ['1/x from below', over(one, x), int(0), 'minus', 'minf'],
    ['x ln x', times(x, f('ln', x)), int(0), 'plus', 0],
    ['x^x', power(x, x), int(0), 'plus', 1],
    ['ln x', f('ln', x), int(0), 'plus', 'minf'],
    ['|x|/x', over(f('abs', x), x), int(0), 'minus', -1],
    ['sqrt(x)/x', over(f('sqrt', x), x), int(0), 'plus', 'inf'],
    ['e^(-1/x)/x', over(f('exp', f('-', over(one, x))), x), int(0), 'plus', 0],
    ['tan at its pole', f('tan', x), over(sym('pi'), int(2)), 'minus', 'inf'],
  ])('finds %s', (_, expression, at, side, expected) => {
    const value = numberOf(found(expression, at, side))
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 9)
    else expect(value).toBe(expected)
  })

  it('gives infinity where both sides agree', () => {
    expect(found(over(one, power(x, 2)), int(0))).toEqual(inf)
    expect(found(minus(x, power(x, 2)), inf)).toEqual(minf)
    expect(found(f('exp', f('ln', power(x, 2))), inf)).toEqual(inf)
  })

  it.each<[string, Expr, Expr]>([
    ['sides that differ', over(one, x), int(0)],
    ['a jump', over(f('abs', x), x), int(0)],
    ['no end to waves', f('sin', x), inf],
    ['waves near a point', f('sin', over(one, x)), int(0)],
    ['a sign that is not known', times(a, x), inf],
    ['an unknown function', over(f('f', x), x), int(0)],
  ])('finds none for %s', (_, expression, at) => {
    expect(found(expression, at)).toBeNull()
  })

  it('stays within its budget where a series grows without bounds', () => {
    const nested = f('sqrt', f('atan', f('sqrt', f('atan', f('sqrt', f('ln', f('atan', x)))))))
    expect(() => limit(op('limit', nested, x, inf), new Budget(2_000_000, 1000))).not.toThrow()
  })
})
