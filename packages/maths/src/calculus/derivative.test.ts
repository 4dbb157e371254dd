import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import { type Expr, int, op, size, sym } from '../tree.ts'
import { derivative } from './derivative.ts'

const x = sym('x')
const of = (name: string, ...args: Expr[]): Expr => op(name, ...args)

function at(e: Expr, re: number): number | null {
  const found = evaluate(
    e,
    new Map([
      ['x', { re, im: 0 }],
      ['a', { re: 1.7, im: 0 }],
    ]),
    new Budget(1e8, 10_000),
  )
  return isKnown(found) && Math.abs(found.im) <= found.error && found.error < 1e-9 ? found.re : null
}

/** The slope by differences of order four. */
function slope(e: Expr, re: number, h = 2 ** -9): number | null {
  const [a, b, c, d] = [at(e, re - 2 * h), at(e, re - h), at(e, re + h), at(e, re + 2 * h)]
  return a === null || b === null || c === null || d === null ? null : (a - 8 * b + 8 * c - d) / (12 * h)
}

const single = [
  '-',
  'exp',
  'ln',
  'sqrt',
  'sin',
  'cos',
  'tan',
  'cot',
  'sec',
  'csc',
  'asin',
  'acos',
  'atan',
  'acot',
  'asec',
  'acsc',
  'sinh',
  'cosh',
].concat([
  'tanh',
  'coth',
  'sech',
  'csch',
  'asinh',
  'acosh',
  'atanh',
  'acoth',
  'asech',
  'acsch',
  'abs',
  'percent',
  'degree',
  're',
])

const tree = fc.letrec<{ tree: Expr }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Expr>(x, x, sym('a'), int(2), op('/', int(3), int(2))),
    fc.tuple(fc.constantFrom(...single), tie('tree')).map(([name, u]) => op(name, u)),
    fc
      .tuple(fc.constantFrom('+', '*', '/', '^', 'log'), tie('tree'), tie('tree'))
      .map(([name, u, v]) => op(name, u, v)),
    fc.tuple(tie('tree'), tie('tree'), tie('tree'), tie('tree')).map(args => op('*', ...args)),
    fc.tuple(tie('tree'), tie('tree')).map(([u, v]) => of('if', of('<', x, int(1)), u, v)),
    tie('tree').map(u => of('root', u, int(3))),
  ),
})).tree

describe('derivative', () => {
  it.each(single)('agrees with differences for %s', name => {
    const points = [0.3, 0.7, 1.2, 2.5].filter(re => slope(op(name, x), re) !== null)
    expect(points.length).toBeGreaterThan(0)
    for (const re of points)
      expect(at(derivative(op(name, x), 'x'), re)).toBeCloseTo(slope(op(name, x), re) ?? Number.NaN, 5)
  })

  it('agrees with differences for trees', () => {
    let compared = 0
    fc.assert(
      fc.property(
        tree,
        fc.integer({ min: -40, max: 40 }).map(k => k / 20 + 1 / 41),
        (e, re) => {
          const [near, nearer] = [slope(e, re), slope(e, re, 2 ** -12)]
          const found = at(derivative(e, 'x'), re)
          if (
            near === null ||
            nearer === null ||
            found === null ||
            Math.abs(near) > 1e3 ||
            Math.abs(near - nearer) > 1e-3 * (1 + Math.abs(near))
          )
            return
          compared += 1
          expect(Math.abs(found - near)).toBeLessThan(1e-2 * (1 + Math.abs(near)))
        },
      ),
      { numRuns: 3000, seed: 11 },
    )
    expect(compared).toBeGreaterThan(1000)
  })

  it.each<[string, Expr, Expr]>([
    ['a power', op('^', x, int(3)), op('*', int(3), op('^', x, int(2)))],
    ['a linear function', op('+', op('*', int(2), x), int(7)), int(2)],
    ['a constant', op('sin', sym('a')), int(0)],
    ['an unknown function', op('f', x), op('diff', op('f', x), x)],
    ['its derivative', op('diff', op('f', x), x), op('diff', op('f', x), x, int(2))],
    ['a noun', op('noun', op('diff', sym('y'), x)), op('noun', op('diff', sym('y'), x, int(2)))],
    ['an integral up to x', op('integrate', op('sin', sym('t')), sym('t'), int(0), x), op('sin', x)],
    [
      'an integral with a parameter',
      op('integrate', op('*', x, sym('t')), sym('t'), int(0), int(1)),
      op('integrate', sym('t'), sym('t'), int(0), int(1)),
    ],
    ['an antiderivative', op('integrate', op('f', x), x), op('f', x)],
    [
      'a sum',
      op('sum', op('*', sym('k'), x), sym('k'), int(1), sym('n')),
      op('sum', sym('k'), sym('k'), int(1), sym('n')),
    ],
    ['an equation', op('=', op('^', x, int(2)), x), op('=', op('*', int(2), x), int(1))],
    ['a step', op('floor', x), op('diff', op('floor', x), x)],
  ])('gives that of %s', (_, e, expected) => {
    expect(derivative(e, 'x')).toEqual(expected)
  })

  it('gives up on derivatives of derivatives that outgrow all bounds', () => {
    let e = of('/', of('sin', of('/', x, of('ln', x))), of('+', x, of('exp', x)))
    for (let k = 0; k < 20; k += 1) e = derivative(e, 'x')
    expect(size(e)).toBeLessThan(500_000)
  })

  it('stays small for a product of many factors', () => {
    const factors = Array.from({ length: 512 }, (_, k) => op('+', x, int(k)))
    expect(size(derivative(op('*', ...factors), 'x'))).toBeLessThan(40_000)
  })
})
