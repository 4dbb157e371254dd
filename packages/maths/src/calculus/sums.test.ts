import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import { type Expr, int, type Op, op, sym } from '../tree.ts'
import { product, sum } from './sums.ts'

const [k, n, q] = [sym('k'), sym('n'), sym('q')]
const budget = (): Budget => new Budget(1e9, 10_000)

/** Whether a closed form has the value of the series for several ends. */
function agrees(series: Op, closed: Expr | null): boolean {
  return (
    closed !== null &&
    [2, 5, 11].every(end => [-1.5, 0.75, 2].every(ratio => sameAt(series, closed, end, ratio)))
  )
}

function sameAt(series: Op, closed: Expr, end: number, ratio: number): boolean {
  const at = new Map([
    ['n', { re: end, im: 0 }],
    ['q', { re: ratio, im: 0 }],
    ['a', { re: 0.625, im: 0 }],
  ])
  const [expected, found] = [evaluate(series, at, budget()), evaluate(closed, at, budget())]
  return (
    isKnown(expected) &&
    isKnown(found) &&
    Math.hypot(expected.re - found.re, expected.im - found.im) <= expected.error + found.error
  )
}

const sumTo = (term: Expr, from: Expr = int(1), to: Expr = n): Op => op('sum', term, k, from, to)
const productTo = (term: Expr, from: Expr = int(1), to: Expr = n): Op => op('product', term, k, from, to)

describe('sum', () => {
  it.each<[string, Expr]>([
    ['a constant', sym('a')],
    ['the counter', k],
    ['a cube', op('^', k, int(3))],
    ['a tenth power', op('^', k, int(10))],
    ['a polynomial', op('*', op('+', k, sym('a')), op('+', op('*', int(2), k), int(-1)))],
    ['powers of two', op('^', int(2), k)],
    ['powers below one', op('/', int(3), op('^', int(2), op('+', k, int(-1))))],
    ['signs', op('^', int(-1), k)],
    ['powers of a name', op('*', sym('a'), op('^', q, op('+', op('*', int(2), k), int(1))))],
    ['powers and a polynomial', op('+', op('^', int(3), k), op('-', op('^', k, int(2))))],
    ['powers of e', op('exp', op('*', int(-1), k))],
  ])('has a closed form for %s', (_, term) => {
    for (const from of [0, 1, 2])
      expect(agrees(sumTo(term, int(from)), sum(sumTo(term, int(from)), budget()))).toBe(true)
  })

  it('writes out few terms', () => {
    expect(sum(sumTo(op('sin', k), int(1), int(3)), budget())).toEqual(
      op('+', op('sin', int(1)), op('sin', int(2)), op('sin', int(3))),
    )
    expect(sum(sumTo(op('sin', k), int(1), int(0)), budget())).toEqual(int(0))
    expect(sum(sumTo(op('sin', k), int(4), int(2)), budget())).toBeNull()
  })

  it('adds without end where that converges', () => {
    const halves = sum(sumTo(op('^', op('/', int(1), int(2)), k), int(0), sym('inf')), budget())
    expect(halves && evaluate(halves, new Map(), budget()).re).toBe(2)
    expect(sum(sumTo(op('^', int(2), k), int(0), sym('inf')), budget())).toBeNull()
    expect(sum(sumTo(k, int(0), sym('inf')), budget())).toBeNull()
  })

  it('knows no form for other terms', () => {
    expect(sum(sumTo(op('/', int(1), k)), budget())).toBeNull()
    expect(sum(sumTo(op('^', k, k)), budget())).toBeNull()
  })

  it('agrees for polynomials', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: -3, max: 2 }),
        (list, from) => {
          const series = sumTo(
            op('+', int(0), ...list.map((c, m) => op('*', int(c), op('^', op('+', k, int(7)), int(m))))),
            int(from),
          )
          expect(agrees(series, sum(series, budget()))).toBe(true)
        },
      ),
    )
  })
})

describe('product', () => {
  it.each<[string, Expr]>([
    ['a constant', sym('a')],
    ['the counter', k],
    ['a shifted counter', op('+', k, int(3))],
    ['a quotient', op('/', op('+', k, int(1)), k)],
    ['a square', op('*', int(2), op('^', k, int(2)))],
    ['powers', op('^', q, op('*', int(2), k))],
    ['signs', op('-', k)],
  ])('has a closed form for %s', (_, term) => {
    for (const from of [1, 2])
      expect(agrees(productTo(term, int(from)), product(productTo(term, int(from)), budget()))).toBe(true)
  })

  it('knows no form for other factors', () => {
    expect(product(productTo(op('sin', k)), budget())).toBeNull()
    expect(product(productTo(op('+', k, sym('a'))), budget())).toBeNull()
  })
})
