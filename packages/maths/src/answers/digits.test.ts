import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, toFigures } from '../exact/decimal.ts'
import { ratio } from '../exact/rational.ts'
import { tests } from './digits.ts'
import { writtenDigits } from './digits-written.ts'
import { asked, scored } from './numeric.test-support.ts'

const { NumSigFigs, NumDecPlaces, NumDecPlacesWrong, SigFigsStrict } = tests

describe('digits as they were written', () => {
  it.each([
    ['7', 1, 1, 0],
    ['450', 2, 3, 0],
    ['450.', 3, 3, 0],
    ['450.0', 4, 4, 1],
    ['0.0450', 3, 3, 4],
    ['.5', 1, 1, 1],
    ['-20300', 3, 5, 0],
    ['6.020e23', 4, 4, 3],
    ['20e3', 1, 2, 0],
    ['0', 1, 1, 0],
    ['0.0', 1, 1, 1],
    ['0.000', 3, 3, 3],
    ['3*x^25', 1, 1, 0],
    ['x', undefined, undefined, undefined],
    ['', undefined, undefined, undefined],
  ])('finds in %s from %s to %s figures and %s decimals', (text, least, most, decimals) => {
    const found = writtenDigits(text)
    expect([found?.least, found?.most, found?.decimals]).toEqual([least, most, decimals])
  })
})

describe('significant figures', () => {
  it.each([
    ['2.72', 'e', '3', 1],
    ['2.71', 'e', '3', 0],
    ['2.718', 'e', '3', 0],
    ['2.7', 'e', '3', 0],
    ['300', '299.6', '3', 1],
    ['300', '299.6', '2', 1],
    ['300.', '299.6', '2', 0],
    ['4.5*10^3', '4500', '2', 1],
    ['10^-3*4.5', '0.0045', '2', 1],
    ['45/1000', '0.045', '2', 1],
    ['9/2', '4.5', '1', 0],
    ['4.5', '4.45', '2', 1],
    ['4.4', '4.45', '2', 0],
    ['-4.5', '-4.45', '2', 1],
    ['9.5', '10', '2', 0],
    ['9.6', '10', '2', 1],
    ['2.73', 'e', '[3,2]', 1],
    ['2.83', 'e', '[3,2]', 0],
    ['99.9', 'e', '[3,0]', 1],
    ['99.9', 'y', '[3,0]', 1],
    ['2.71828', 'e', '[3,-1]', 1],
    ['2.7', 'e', '[3,-1]', 0],
    ['2.728', 'e', '[3,-1]', 0],
    ['2.72', 'y', '3', -1],
    ['2.72', 'e', '', -1],
    ['2.72', 'e', '0', -1],
    ['2.72', 'e', '2.5', -1],
    ['2.72', 'e', '[3,-2]', -1],
    ['2.72', 'e', '[3,y]', -1],
    ['2.72', 'e', '[3]', -1],
    ['[2.72]', 'e', '3', -1],
    ['e', 'e', '3', 0],
  ])('takes %s for %s with %s: %i', (student, teacher, options, score) => {
    expect(scored(NumSigFigs, student, teacher, options)).toBe(score)
  })

  it('accepts every number that is rounded to the figures that are asked, and not its neighbours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000_001, max: 99_999_999 }),
        fc.integer({ min: 2, max: 6 }),
        (n, figures) => {
          const target = ratio(BigInt(n), 10n ** 7n)
          const rounded = toFigures(target, figures)
          const teacher = decimalText(target, 0)
          const step = ratio(1n, 10n ** BigInt(figures - 1))
          const next = ratio(rounded.n * step.d + step.n * rounded.d, rounded.d * step.d)
          fc.pre(next.n < 10n * next.d && rounded.n < 10n * rounded.d)
          expect(scored(NumSigFigs, decimalText(rounded, figures - 1), teacher, `${figures}`)).toBe(1)
          expect(scored(NumSigFigs, decimalText(next, figures - 1), teacher, `${figures}`)).toBe(0)
        },
      ),
    )
  })

  it('says what is wrong', () => {
    const code = (student: string): string => asked(NumSigFigs, student, '3.14159', '3').reason.code
    expect(['3.14', '3.1', '3.142', '3.15', '3.99', '5.1', '5.1111', 'pi'].map(code)).toEqual([
      'digits.right',
      'digits.tooFew',
      'digits.tooMany',
      'digits.rounding',
      'digits.wrongValue',
      'digits.wrongAndTooFew',
      'digits.wrongAndTooMany',
      'digits.notDecimal',
    ])
  })

  it.each([
    ['0.0450', '3', 1],
    ['450', '2', 1],
    ['450', '3', 0],
    ['450.', '3', 1],
    ['4.50e2', '3', 1],
    ['12.0*kg', '3', 1],
    ['x', '3', 0],
    ['450', '', -1],
    ['450', '0', -1],
    ['450', '[3,2]', -1],
  ])('strictly, %s with %s: %i', (student, options, score) => {
    expect(scored(SigFigsStrict, student, 'null', options)).toBe(score)
  })
})

describe('decimal places', () => {
  it.each([
    ['2.72', 'e', '2', 1],
    ['2.71', 'e', '2', 0],
    ['2.720', '2.72', '2', 0],
    ['5.10', '5.1', '2', 1],
    ['5.1', '5.1', '2', 0],
    ['0.13', '0.125', '2', 1],
    ['[0.13]', '0.125', '2', -1],
    ['0.13', '0.125', '0', -1],
    ['0.13', 'y', '2', -1],
  ])('takes %s for %s with %s: %i', (student, teacher, options, score) => {
    expect(scored(NumDecPlaces, student, teacher, options)).toBe(score)
  })

  it.each([
    ['2.718', 'e', '4', 1],
    ['0.02718', 'e', '4', 1],
    ['0.02719', 'e', '4', 0],
    ['-2.718', 'e', '4', 0],
    ['2.7', '27.00', '4', 1],
    ['e', 'e', '4', 0],
  ])('takes %s for %s with its point elsewhere, in %s figures: %i', (student, teacher, options, score) => {
    expect(scored(NumDecPlacesWrong, student, teacher, options)).toBe(score)
  })
})
