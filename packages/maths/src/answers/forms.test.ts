import { describe, expect, test } from 'vitest'
import type { Verdict } from '../verdict.ts'
import { tests as casEqual } from './cas-equal.ts'
import { tests as completeSquare } from './complete-square.ts'
import { tests as expanded } from './expanded.ts'
import { tests as factored } from './factored.ts'
import { tests as fractions } from './fractions.ts'
import { tests as lowestTerms } from './lowest-terms.ts'
import { tests as sameType } from './same-type.ts'
import { given } from './structure.test-support.ts'

const tests = {
  ...casEqual,
  ...completeSquare,
  ...expanded,
  ...factored,
  ...fractions,
  ...lowestTerms,
  ...sameType,
}

function verdict(name: string, answer: string, target = answer, options = ''): Verdict | undefined {
  return tests[name]?.(given(answer, target, options, name))
}

function expectScore(name: string, score: number, answer: string, target = answer, options = ''): void {
  const found = verdict(name, answer, target, options)
  expect(found?.score, `${answer} | ${target}: ${found?.reason.code}`).toBe(score)
}

describe('FacForm', () => {
  test.each([
    ['5*(t+2)*(t-7)', 't'],
    ['(2*t+1)^3*(t-4)', 't'],
    ['t*(t^2+t+1)/3', 't'],
    ['(3-t)*(t+5)', 't'],
    ['-(t-1)*(t+1)', 't'],
    ['(t-a)*(t^2+a*t+a^2)', 't'],
    ['t*(t-1/2)', 't'],
    ['2*(cos(u)-1)*(cos(u)+3)', 'cos(u)'],
    ['t^4+4*t^2+1', 't'],
    ['0', 't'],
    ['(t-sqrt(5))*(t+sqrt(5))', 't'],
    ['(b-t)^5000*t', 't'],
    ['(3^u-1)*(3^u+1)', '3^u'],
    ['(%e^(2*u)+1)*(%e^u+1)', '%e^u'],
  ])('%s is factored', (answer, variable) => expectScore('FacForm', 1, answer, answer, variable))

  test.each([
    ['t*(4*t-8)', 't', 'factored.commonFactor', '4'],
    ['(t+1)*(t^2-9)', 't', 'factored.reducible', '(t - 3)*(t + 3)'],
    ['t^4+4', 't', 'factored.reducible', '(t^2 + 2*t + 2)*(t^2 - 2*t + 2)'],
    ['c*t+c*d', 't', 'factored.commonFactor', 'c'],
    ['t*(t+1)+3*(t+1)', 't', 'factored.reducible', '(t + 1)*(t + 3)'],
    ['sin(u)^2-1', 'sin(u)', 'factored.reducible', '(sin(u) - 1)*(sin(u) + 1)'],
    ['%e^(2*u)-1', '%e^u', 'factored.reducible', '(e^u - 1)*(e^u + 1)'],
  ])('%s is not, and the sentence says why', (answer, variable, code, text) => {
    const found = verdict('FacForm', answer, answer, variable)
    expect(found?.score).toBe(0)
    expect(found?.reason.code).toBe(code)
    const data = Object.values(found?.reason.data ?? {}).map(inOrder)
    expect(data).toContain(inOrder(text))
  })

  test('another value, no polynomial, no expression and no variable', () => {
    expect(verdict('FacForm', '(t-1)*(t-2)', 't^2-3*t+3', 't')?.reason.code).toBe('factored.notEqual')
    expect(verdict('FacForm', 't*(1+1/t)', 't+1', 't')?.reason.code).toBe('factored.notPolynomial')
    expect(verdict('FacForm', 't=1', 't-1', 't')?.reason.code).toBe('factored.notExpression')
    expectScore('FacForm', -1, 't', 't', '')
    expectScore('FacForm', -1, 't', 't', '3')
  })
})

/** Letters of a text in order, so that a factor may come first or last. */
function inOrder(text: string): string {
  return [...text].sort().join('')
}

describe('CompSquare', () => {
  test.each(['(t+4)^2-9', '5-2*(t-1)^2', 't^2', 't^2-7', '(3*t-1)^2/2+k', '-(t+k)^2', '12', '((t-1)^2)*3+1'])(
    '%s is a completed square',
    answer => expectScore('CompSquare', 1, answer, answer, 't'),
  )

  test.each([
    't^2+2*t',
    '(t-1)^2+t',
    '(t-1)*(t-1)+2',
    't+3',
    '(t^2-1)^2',
    '(t-1)^3',
    '2*((t-1)^2+4)',
    '(t-1)^2+(t-2)^2',
  ])('%s is none', answer => expectScore('CompSquare', 0, answer, answer, 't'))

  test('the value counts', () => expectScore('CompSquare', 0, '(t-1)^2+3', 't^2-2*t+5', 't'))
})

describe('Expanded', () => {
  test.each([
    't^3-2*t',
    '3*t*u',
    'sin(2*t)',
    'sqrt(t+1)',
    '(t+1)/1-0',
    't/2+1/2',
    '1/(t+1)',
    '(2*t)^3',
    '[t^2+1, t]',
  ])('%s is expanded but for division', answer =>
    expectScore('Expanded', answer === '(t+1)/1-0' ? 0 : 1, answer),
  )

  test.each([
    '2*(t+1)',
    '(t+1)^3',
    '-(t-u)',
    'sin(2*(t+1))',
    't*(u+1)*3',
    '(t+1)/2',
    't=u*(u+1)',
    't-(u-1)*2',
  ])('%s is not', answer => expectScore('Expanded', 0, answer))
})

describe('SingleFrac', () => {
  test.each([
    't/(u+1)',
    '-(t+1)/3',
    '(2*t)/(4*t)',
    '7',
    't+1',
    '(t^(1/2)+1)/t',
    'sin(t/2)/3',
    '-(3/7)',
    't*%e^(-t)/(t+1)',
  ])('%s is one fraction', answer => expectScore('SingleFrac', 1, answer))

  test.each(['1/t+1', '(1/t)/u', '3*(t/u)', 't/(1+1/u)', 't^(-1)+1', '1/2*t', 'u+t^(-n)', '50*t^(-2)'])(
    '%s is not',
    answer => expectScore('SingleFrac', 0, answer),
  )
})

describe('PartFrac', () => {
  test.each([
    '3/(t-1)+2/(t+4)',
    't+1-5/(2*t-3)',
    '1/(t-2)^2-1/(t-2)',
    '(t+1)/(t^2+1)+1/t',
    '1/2*(1/(t-1)-1/(t+1))',
    'a/(t-a)+1/(t+a)',
    '4/t',
    't^2+1',
  ])('%s are partial fractions', answer => expectScore('PartFrac', 1, answer, answer, 't'))

  test.each([
    ['1/(t*(t+1))', 'severalFactors'],
    ['1/(t^2-1)', 'denominatorReducible'],
    ['t/(t+1)', 'numeratorTooHigh'],
    ['(2*t+1)/(t+1)^2', 'numeratorTooHigh'],
    ['1/t+2/t', 'combine'],
    ['t*(1/(t+1)+1/(t+2))', 'notFraction'],
  ])('%s are not: %s', (answer, code) => {
    expect(verdict('PartFrac', answer, answer, 't')?.reason.code).toBe(`partialFractions.${code}`)
  })
})

describe('LowestTerms', () => {
  test.each(['3/4', '-5/7*t', 't/u', 'sqrt(2)/2', '0.5', '3*t/4 + 1/3', 't^2/t', '1/sqrt(t)', '2^(-3)'])(
    '%s is in lowest terms',
    answer => expectScore('LowestTerms', 1, answer),
  )

  test.each([
    ['6/8', 'notReduced'],
    ['4*t/6', 'notReduced'],
    ['sin(2/4*t)', 'notReduced'],
    ['t^(3/6)', 'notReduced'],
    ['3/(-4)', 'minusBelow'],
    ['1/sqrt(5)', 'rootBelow'],
    ['2/(3+i)', 'rootBelow'],
    ['5^(-1/2)', 'rootBelow'],
    ['(1/2)/3', 'fractionInFraction'],
    ['0/4', 'notReduced'],
  ])('%s is not: %s', (answer, code) => {
    expect(verdict('LowestTerms', answer)?.reason.code).toBe(`lowestTerms.${code}`)
  })
})

describe('CasEqual and SameType', () => {
  test('sign for sign', () => {
    expectScore('CasEqual', 1, 'a*(b + c)')
    expectScore('CasEqual', 0, 'a*(c + b)', 'a*(b + c)')
    expectScore('CasEqual', 0, '2.0', '2')
    expectScore('CasEqual', 1, 'ev(t+t+1, simp)', 'ev(1+2*t, simp)')
  })

  test('the sort of every part', () => {
    expectScore('SameType', 1, '{t, 2}', '{5}')
    expectScore('SameType', 0, '{t=1, 2}', '{5, 6}')
    expectScore('SameType', 0, '[1, [2]]', '[1, {2}]')
    expectScore('SameType', 0, 't=1', 't')
    expectScore('SameType', 1, 't=1', 'u^2=3')
    expectScore('SameType', 1, 'true', 'false')
  })
})

test.each(Object.keys(tests))('%s refuses a division by zero', name => {
  expectScore(name, -1, '1/0', 't', 't')
  expectScore(name, -1, 't', '1/(3-3)', 't')
})

describe('as properties', () => {
  const irreducible = [
    't-3',
    't+3',
    '2*t-1',
    '5-t',
    't^2+2',
    't^2+t+1',
    't-a',
    't^3-2',
    't',
    '3*t+2*a',
    '7-t^2',
  ]
  const pick = random(31)
  const some = (count: number) =>
    Array.from({ length: count }, () => irreducible[pick(irreducible.length)] ?? 't')
  const distinct = (count: number) => [...new Set(some(count))]
  const product = (factors: readonly string[]) => factors.map(f => `(${f})`).join('*')

  test('products of irreducible polynomials are factored, and no longer when two are multiplied out', () => {
    for (let round = 0; round < 60; round++) {
      const factors = some(2 + pick(3))
      expectScore('FacForm', 1, product(factors), `expand(${product(factors)})`, 't')
      const [first = 't', second = 't', ...rest] = factors
      const joined = product([`expand((${first})*(${second}))`, ...rest])
      // The product of a factor without a sum and itself is a power, which is factored.
      if (first !== 't' || second !== 't') expectScore('FacForm', 0, joined, product(factors), 't')
      expectScore('FacForm', 0, product([...factors, 't+9']), product(factors), 't')
    }
  })

  test('sums of fractions over powers of irreducible polynomials are partial fractions, and no longer when two are added', () => {
    for (let round = 0; round < 60; round++) {
      const below = distinct(3)
      const terms = below.map(p => `${1 + pick(5)}/(${p})^${1 + pick(2)}`)
      expectScore('PartFrac', 1, terms.join('+'), terms.join('+'), 't')
      const [first, second] = below
      if (!first || !second) continue
      expectScore('PartFrac', 0, `1/((${first})*(${second}))`, `1/((${first})*(${second}))`, 't')
      expectScore(
        'PartFrac',
        0,
        `(t^5+${terms.length}*t)/(${first})^2`,
        `(t^5+${terms.length}*t)/(${first})^2`,
        't',
      )
    }
  })

  test('squares with something added are completed, and no longer when multiplied out', () => {
    for (let round = 0; round < 60; round++) {
      const [a, h, k] = [1 + pick(6), pick(9) - 4, pick(9) - 4]
      const form = `${a}*(t-(${h}))^2+(${k})`
      expectScore('CompSquare', 1, form, `expand(${form})`, 't')
      expectScore('CompSquare', 0, `${form}+1`, form, 't')
      if (h !== 0) expectScore('CompSquare', 0, `expand(${form})`, form, 't')
    }
  })
})

/** Whole numbers below a bound, the same ones each time. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x7fffffff) * below) % below
  }
}
