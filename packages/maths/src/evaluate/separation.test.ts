import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { type Expr, int, op, sym } from '../tree.ts'
import { isZeroConstant, separationBits } from './separation.ts'

const pi = sym('pi')
const sqrt = (e: Expr | number): Expr => op('sqrt', typeof e === 'number' ? int(e) : e)
const plus = (...args: Expr[]): Expr => op('+', ...args)
const times = (...args: Expr[]): Expr => op('*', ...args)
const minus = (a: Expr, b: Expr): Expr => plus(a, op('-', b))
const part = (n: number, d: number): Expr => op('/', int(n), int(d))
const angle = (n: number, d: number): Expr => op('/', times(int(n), pi), int(d))
const power = (a: Expr, b: Expr): Expr => op('^', a, b)
const budget = (): Budget => new Budget(1e9, 30_000)
const golden = op('/', plus(int(1), sqrt(5)), int(2))

describe('isZeroConstant', () => {
  it.each<[string, Expr]>([
    ['a nested root', minus(sqrt(plus(int(11), times(int(6), sqrt(2)))), plus(int(3), sqrt(2)))],
    ['a product of roots', minus(times(sqrt(6), sqrt(10)), times(int(2), sqrt(15)))],
    ['a rational denominator', minus(op('/', int(1), minus(sqrt(3), sqrt(2))), plus(sqrt(3), sqrt(2)))],
    [
      'a cube root of a sum',
      minus(op('root', plus(int(7), times(int(5), sqrt(2))), int(3)), plus(int(1), sqrt(2))),
    ],
    [
      'roots of Cardano',
      minus(
        minus(op('root', plus(sqrt(5), int(2)), int(3)), op('root', minus(sqrt(5), int(2)), int(3))),
        int(1),
      ),
    ],
    ['the golden section', minus(power(golden, int(5)), plus(times(int(5), golden), int(3)))],
    ['a fraction of powers', minus(power(int(8), part(2, 3)), int(4))],
    ['an inverse power', minus(power(int(2), op('-', part(1, 2))), op('/', sqrt(2), int(2)))],
    ['a square of i', plus(power(sym('i'), int(2)), int(1))],
    ['a root of i', minus(sqrt(sym('i')), op('/', plus(int(1), sym('i')), sqrt(2)))],
    [
      'a cube root of -1',
      minus(power(op('-', int(1)), part(1, 3)), plus(part(1, 2), times(sym('i'), part(1, 2), sqrt(3)))),
    ],
    ['cos 36°', minus(op('cos', angle(1, 5)), op('/', golden, int(2)))],
    ['sin 15°', minus(op('sin', op('degree', int(15))), op('/', minus(sqrt(6), sqrt(2)), int(4)))],
    ['tan 67.5°', minus(op('tan', angle(3, 8)), plus(int(1), sqrt(2)))],
    [
      'a sum of a heptagon',
      plus(op('cos', angle(2, 7)), op('cos', angle(4, 7)), op('cos', angle(6, 7)), part(1, 2)),
    ],
    ['Euler', plus(power(sym('e'), times(sym('i'), pi)), int(1))],
    [
      'a sixth of a turn',
      minus(
        op('exp', op('/', times(sym('i'), pi), int(3))),
        plus(op('cos', angle(1, 3)), times(sym('i'), op('sin', angle(1, 3)))),
      ),
    ],
    ['an absolute value', minus(op('abs', minus(sqrt(2), int(2))), minus(int(2), sqrt(2)))],
    ['a factorial', minus(sqrt(plus(op('factorial', int(4)), int(1))), int(5))],
    ['a sum', minus(op('sum', sqrt(sym('k')), sym('k'), int(1), int(3)), plus(int(1), sqrt(2), sqrt(3)))],
    ['a root of what is zero', sqrt(minus(times(sqrt(2), sqrt(3)), sqrt(6)))],
  ])('proves that %s is zero', (_, e) => {
    expect(isZeroConstant(e, budget())).toBe('zero')
    expect(isZeroConstant(plus(e, op('/', int(1), power(int(10), int(300)))), budget())).toBe('nonzero')
  })

  it.each<[string, Expr]>([
    [
      'Ramanujan: e^(π√163) is nearly whole',
      minus(op('exp', times(pi, sqrt(163))), int(262537412640768744n)),
    ],
    [
      'sums of roots that agree in many digits',
      minus(plus(sqrt(10), sqrt(11)), plus(sqrt(5), op('sqrt', int(18)))),
    ],
    [
      'roots that agree to 10^-200',
      minus(sqrt(plus(int(2), op('/', int(1), power(int(10), int(200))))), sqrt(2)),
    ],
    ['π and a fraction', minus(pi, part(355, 113))],
    ['the other branch', minus(power(op('-', int(8)), part(1, 3)), op('-', int(2)))],
  ])('tells from zero: %s', (_, e) => {
    expect(isZeroConstant(e, budget())).toBe('nonzero')
  })

  it.each<[string, Expr]>([
    ['transcendental', minus(op('ln', int(4)), times(int(2), op('ln', int(2))))],
    ['with a variable', minus(sym('x'), sym('x'))],
    ['without a value', op('/', int(1), minus(power(sqrt(2), int(2)), int(2)))],
    ['an unknown function', minus(op('f', int(1)), op('f', int(1)))],
  ])('does not know what is %s', (_, e) => {
    expect(isZeroConstant(e, budget())).toBe('unknown')
  })

  it('proves sums of conjugates, and no neighbour', () => {
    const small = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(small, small, small, fc.integer({ min: 0, max: 1 }), (a, b, c, off) => {
        // (√a + √b)² - √c² = a + b + 2√(ab) - c
        const square = minus(power(plus(sqrt(a), sqrt(b)), int(2)), power(sqrt(c), int(2)))
        const flat = plus(int(a), int(b), times(int(2), sqrt(a * b)), op('-', int(c)))
        const found = isZeroConstant(
          minus(square, plus(flat, op('/', int(off), power(int(7), int(40))))),
          budget(),
        )
        expect(found).toBe(off === 0 ? 'zero' : 'nonzero')
      }),
      { numRuns: 100 },
    )
  })

  it('tells a real root from a principal one of the same number', () => {
    const real = op('root', int(-2), int(3))
    const principal = power(int(-2), part(1, 3))
    const sum = plus(power(real, int(5)), power(principal, int(5)))
    expect(separationBits(sum, budget())).toBeGreaterThan(
      2 * (separationBits(plus(power(real, int(5)), power(real, int(5))), budget()) ?? 0),
    )
  })

  it('gives bounds that a small number keeps', () => {
    // (√2 - 1)^n is as small as its bound allows, but for a factor in the exponent.
    for (const n of [1, 5, 20, 60]) {
      const bits = separationBits(power(minus(sqrt(2), int(1)), int(n)), budget())
      expect(bits).toBeGreaterThanOrEqual(-n * Math.log2(Math.SQRT2 - 1))
      expect(bits).toBeLessThan(3 * n + 3)
    }
  })
})
