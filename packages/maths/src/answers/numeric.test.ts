import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget } from '../budget.ts'
import { decimalText, order, tenTo, toFigures, toPlaces } from '../exact/decimal.ts'
import { compare, quotient, ratio, whole } from '../exact/rational.ts'
import { int, op } from '../tree.ts'
import { asked, scored, tree } from './numeric.test-support.ts'
import { tests } from './numeric.ts'
import { fromDouble, rangeOf, withoutDisplay } from './numeric-value.ts'

const { NumRelative, NumAbsolute } = tests

describe('numbers within a tolerance', () => {
  it.each([
    ['10.4', '10', '', 1],
    ['10.5', '10', '', 1],
    ['10.500001', '10', '', 0],
    ['9.4', '10', '', 0],
    ['-10.4', '-10', '', 1],
    ['10', '-10', '', 0],
    ['22/7', 'pi', '0.001', 1],
    ['22/7', 'pi', '0.0001', 0],
    ['0', '0', '', 1],
    ['0.0001', '0', '', 0],
    ['[1,4]', '[1,4.1]', '0.03', 1],
    ['[4,1]', '[1,4]', '0.03', 0],
    ['{4,1}', '{1,4.1}', '0.03', 1],
    ['{1,1,4}', '{1,4}', '0.03', 1],
    ['{1,2,4}', '{1,4}', '0.03', 0],
    ['1', '{1}', '', 0],
    ['y', '1', '', 0],
    ['f(2)', '1', '', 0],
    ['f(2)', 'f(2)', '', -1],
    ['1', 'y', '', -1],
    ['1', '1', 'y', -1],
    ['1', '1', '-0.1', -1],
    ['1', '1', '3/0', -1],
    ['1/(2-2)', '1', '', -1],
    ['0^(-1)', '1', '', -1],
    ['displaydp(2.04,1)', '2', '0.02', 1],
  ])('takes %s for %s with share %s: %i', (student, teacher, options, score) => {
    expect(scored(NumRelative, student, teacher, options)).toBe(score)
  })

  it.each([
    ['7.1', '7', '0.1', 1],
    ['7.10001', '7', '0.1', 0],
    ['0.3', '0.1+0.2', '0', 1],
    ['sqrt(2)', '1.4142', '0.0001', 1],
    ['1.3e-5', '1.2e-5', '1e-6', 1],
    ['1.31e-5', '1.2e-5', '1e-6', 0],
  ])('takes %s for %s within %s: %i', (student, teacher, options, score) => {
    expect(scored(NumAbsolute, student, teacher, options)).toBe(score)
  })

  it('decides by the numbers and not by doubles, wherever the bound is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 999 }), (n, t) => {
        const target = decimalText(ratio(BigInt(n), 1000n), 0)
        const tolerance = decimalText(ratio(BigInt(t), 1000n), 0)
        const onBound = decimalText(ratio(BigInt(n + t), 1000n), 0)
        const beyond = decimalText(ratio(BigInt((n + t) * 1000 + 1), 1_000_000n), 0)
        expect(scored(NumAbsolute, onBound, target, tolerance)).toBe(1)
        expect(scored(NumAbsolute, beyond, target, tolerance)).toBe(0)
      }),
    )
  })

  it('says why', () => {
    expect(asked(NumRelative, '[1,2]', '[1,2,3]').reason).toEqual({
      code: 'numeric.count',
      data: { found: '2', asked: '3' },
    })
    expect(asked(NumRelative, 'x=2', '2').reason.code).toBe('numeric.notNumber')
  })
})

describe('values', () => {
  const budget = (): Budget => new Budget()

  it('encloses what is no fraction in both directions', () => {
    const found = rangeOf(tree('sqrt(2)'), budget())
    if (!found) throw new Error('no value')
    expect(compare(quotient(found.low, whole(1)), found.high)).toBeLessThan(0)
    const squares = [found.low, found.high].map(end => compare(ratio(end.n * end.n, end.d * end.d), whole(2)))
    expect(squares).toEqual([-1, 1])
  })

  it.each(['x', 'i', 'inf', '1/0', 'g(1)', '(-8)^(1/2)', '[1]', '10^10^10'])('has none for %s', text => {
    expect(rangeOf(tree(text), budget())).toBeNull()
  })

  it('knows percentages and mixed numbers', () => {
    expect(rangeOf(op('percent', tree('12.5')), budget())?.low).toEqual(ratio(1n, 8n))
    expect(rangeOf(op('mixed', int(4), tree('1/2')), budget())?.low).toEqual(ratio(9n, 2n))
  })

  it('gives doubles as the fractions that they are', () => {
    expect(fromDouble(0.1)).not.toEqual(ratio(1n, 10n))
    expect(fromDouble(-0.375)).toEqual(ratio(-3n, 8n))
    expect(fromDouble(2 ** -1074).d).toBe(2n ** 1074n)
  })

  it('rounds ties away from zero, or to the even number where that is asked', () => {
    expect(toPlaces(ratio(-125n, 1000n), 2)).toEqual(ratio(-13n, 100n))
    expect(toPlaces(ratio(125n, 1000n), 2, 'even')).toEqual(ratio(12n, 100n))
    expect(toPlaces(ratio(135n, 1000n), 2, 'even')).toEqual(ratio(14n, 100n))
    expect(toPlaces(whole(1250), -2)).toEqual(whole(1300))
    expect(toFigures(ratio(99951n, 100n), 3)).toEqual(whole(1000))
  })

  it('knows the power of ten of the first figure', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 30n }),
        fc.bigInt({ min: 1n, max: 10n ** 30n }),
        (n, d) => {
          const a = ratio(n, d)
          const k = order(a)
          expect(compare(tenTo(k), a)).toBeLessThanOrEqual(0)
          expect(compare(tenTo(k + 1), a)).toBeGreaterThan(0)
        },
      ),
    )
  })

  it.each([
    ['dispdp(2.346,2)', '2.35'],
    ['dispsf(1250,2)', '1300'],
    ['displaysci(1.5,2,3)', '1500'],
    ['decimalplaces(0.125,2)', '0.12'],
    ['significantfigures(pi,4)', '3.142'],
  ])('takes %s for %s', (shown, value) => {
    const meant = rangeOf(withoutDisplay(tree(shown), budget()), budget())
    expect(meant).toEqual(rangeOf(tree(value), budget()))
  })
})
