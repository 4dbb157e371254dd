import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { type Expr, int, literal, op, sym } from '../tree.ts'
import { type Approximate, type Complex, evaluate, excludesZero, isKnown } from './complex.ts'

const x = sym('x')
const y = sym('y')
const half = op('/', int(1), int(2))
const third = op('/', int(1), int(3))

function at(e: Expr, x: Complex = { re: 1.25, im: 0 }, y: Complex = { re: 0.375, im: 0 }): Approximate {
  return evaluate(
    e,
    new Map([
      ['x', x],
      ['y', y],
    ]),
    new Budget(),
  )
}

function minusOf(a: Expr, b: Expr): Expr {
  return op('+', a, op('-', b))
}

describe('evaluate', () => {
  it.each<[string, Expr, number, number]>([
    ['a root below zero', op('sqrt', op('-', int(2))), 0, Math.SQRT2],
    ['a cube root that is written as a root', op('root', op('-', int(8)), int(3)), -2, 0],
    ['a cube root that is written as a power', op('^', op('-', int(8)), third), 1, Math.sqrt(3)],
    ['ln below zero', op('ln', op('-', int(3))), Math.log(3), Math.PI],
    ['a base', op('log', int(8), int(2)), 3, 0],
    ['asin beyond one', op('asin', int(2)), Math.PI / 2, -Math.log(2 + Math.sqrt(3))],
    ['acot below zero', op('acot', op('-', int(1))), -Math.PI / 4, 0],
    ['Euler', op('^', sym('e'), op('*', sym('i'), sym('pi'))), -1, 0],
    ['a half factorial', op('factorial', half), Math.sqrt(Math.PI) / 2, 0],
    ['gamma left of zero', op('gamma', op('-', half)), -2 * Math.sqrt(Math.PI), 0],
    ['a binomial', op('binomial', int(10), int(4)), 210, 0],
    ['a binomial of a fraction', op('binomial', half, int(2)), -0.125, 0],
    ['round half to even', op('round', literal('2.5')), 2, 0],
    ['floor of a negative fraction', op('floor', op('-', half)), -1, 0],
    ['a remainder', op('mod', op('-', int(7)), int(3)), 2, 0],
    ['a divisor', op('gcd', int(12), op('-', int(18)), int(8)), 2, 0],
    ['a multiple', op('lcm', int(4), int(6)), 12, 0],
    ['the largest', op('max', int(1), third, int(2)), 2, 0],
    ['percent', op('percent', int(12)), 0.12, 0],
    ['degrees', op('sin', op('degree', int(30))), 0.5, 0],
    ['mixed', op('mixed', int(4), half), 4.5, 0],
    ['a sum', op('sum', op('^', sym('k'), int(2)), sym('k'), int(1), int(10)), 385, 0],
    ['an empty product', op('product', sym('k'), sym('k'), int(1), int(0)), 1, 0],
    ['the first branch', op('if', op('<', x, int(2)), int(5), int(6)), 5, 0],
    [
      'the last branch',
      op('piecewise', op('>', x, int(2)), int(5), op('=', x, int(0)), int(6), int(7)),
      7,
      0,
    ],
    ['an argument', op('arg', op('-', sym('i'))), -Math.PI / 2, 0],
    ['a square of i', op('^', sym('i'), int(2)), -1, 0],
  ])('gives %s', (_, e, re, im) => {
    const found = at(e)
    expect(isKnown(found)).toBe(true)
    expect(Math.hypot(found.re - re, found.im - im)).toBeLessThanOrEqual(found.error + 1e-15)
    expect(found.error).toBeLessThan(1e-11)
  })

  it.each<[string, Expr]>([
    ['division by zero', op('/', int(1), int(0))],
    ['division by what cancels', op('/', int(1), minusOf(op('+', x, third), op('+', third, x)))],
    ['ln of zero', op('ln', int(0))],
    ['zero to the power zero', op('^', int(0), int(0))],
    ['zero to a power below zero', op('^', int(0), op('-', half))],
    ['overflow', op('exp', op('exp', int(10)))],
    ['a factorial below zero', op('factorial', op('-', int(3)))],
    ['a step within the error', op('floor', op('*', int(3), third))],
    ['a tangent at its pole', op('tan', op('/', sym('pi'), int(2)))],
    ['a derivative', op('diff', x, x)],
    ['a root below zero of an index that may be odd', op('root', op('-', int(8)), op('*', int(9), third))],
    ['a matrix', op('matrix', op('list', x))],
    ['an unknown variable', sym('z')],
    ['a condition in doubt', op('if', op('=', op('*', int(3), third), int(1)), int(1), int(2))],
  ])('has no value for %s', (_, e) => {
    expect(isKnown(at(e))).toBe(false)
    expect(isKnown(at(op('+', int(1), op('*', int(0), e))))).toBe(false)
  })

  it('takes an unknown function by its name', () => {
    const swapped = minusOf(op('f', op('+', x, int(1)), y), op('f', op('+', int(1), x), y))
    expect(excludesZero(at(swapped))).toBe(false)
    expect(excludesZero(at(minusOf(op('f', x), op('g', x))))).toBe(true)
    expect(excludesZero(at(minusOf(op('f', x, y), op('f', y, x))))).toBe(true)
    expect(excludesZero(at(op('+', op('f', x), op('f', op('-', x)))))).toBe(true)
  })

  it('does not lose what underflow hides', () => {
    expect(excludesZero(at(op('exp', int(-1000))))).toBe(false)
    expect(at(op('exp', int(-1000))).error).toBeGreaterThan(0)
  })

  const square = (e: Expr): Expr => op('^', e, int(2))
  it.each<[string, Expr]>([
    ['sin² + cos² = 1', minusOf(op('+', square(op('sin', x)), square(op('cos', x))), int(1))],
    ['cosh² - sinh² = 1', minusOf(op('+', square(op('cosh', x)), op('-', square(op('sinh', x)))), int(1))],
    ['exp ln', minusOf(op('exp', op('ln', x)), x)],
    ['tan atan', minusOf(op('tan', op('atan', x)), x)],
    ['sin asin', minusOf(op('sin', op('asin', x)), x)],
    ['cos acos', minusOf(op('cos', op('acos', x)), x)],
    ['cosh acosh', minusOf(op('cosh', op('acosh', x)), x)],
    ['sinh asinh', minusOf(op('sinh', op('asinh', x)), x)],
    ['tanh atanh', minusOf(op('tanh', op('atanh', x)), x)],
    ['sec asec', minusOf(op('sec', op('asec', x)), x)],
    ['a square of a root', minusOf(square(op('sqrt', x)), x)],
    ['a cube of a root', minusOf(op('^', op('root', x, int(3)), int(3)), x)],
    [
      'a sum of angles',
      minusOf(
        op('sin', op('+', x, y)),
        op('+', op('*', op('sin', x), op('cos', y)), op('*', op('cos', x), op('sin', y))),
      ),
    ],
    [
      'a product of powers',
      minusOf(op('*', op('^', x, y), op('^', x, third)), op('^', x, op('+', y, third))),
    ],
    ['a recurrence of gamma', minusOf(op('gamma', op('+', x, int(1))), op('*', x, op('gamma', x)))],
    ['a quotient', minusOf(op('*', op('/', x, op('+', y, int(7))), op('+', int(7), y)), x)],
    ['re and im', minusOf(op('+', op('re', x), op('*', sym('i'), op('im', x))), x)],
    ['a size and an argument', minusOf(op('*', op('abs', x), op('exp', op('*', sym('i'), op('arg', x)))), x)],
  ])('keeps its error above the true one: %s', (_, difference) => {
    const part = fc.double({ min: -6, max: 6, noNaN: true })
    const onAxis = fc.constant(0)
    fc.assert(
      fc.property(part, fc.oneof(part, onAxis), part, (re, im, other) => {
        const found = at(difference, { re, im }, { re: other, im: 0.5 })
        if (isKnown(found)) expect(Math.hypot(found.re, found.im)).toBeLessThanOrEqual(found.error)
      }),
      { numRuns: 400 },
    )
  })
})
