import { expect, test } from 'vitest'
import { tests as algEquiv } from './alg-equiv.ts'
import { given } from './structure.test-support.ts'
import { substitutionTests } from './substitution.ts'

const { SubstEquiv } = substitutionTests(question => {
  const found = algEquiv.AlgEquiv?.(question)
  if (!found) throw new Error('there is no such test')
  return found
})

function verdict(answer: string, target: string, options = '') {
  const found = SubstEquiv?.(given(answer, target, options))
  if (!found) throw new Error('there is no such test')
  return found
}

test.each([
  ['P*t+Q', 'a*x+b', ''],
  ['(u+1)^2', 'x^2+2*x+1', ''],
  ['a/b+c', 'r+p/q', ''],
  ['[p, q, p]', '[x, y, x]', ''],
  ['w=3*v', 'y=3*x', ''],
  ['K*sin(t)+L*cos(t)', 'B*cos(t)+A*sin(t)', '[t]'],
  ['p*q*r*s+p', 'd+a*b*c*d', ''],
  ['2*(p+q)*(r-s)', '2*a*c-2*a*d+2*b*c-2*b*d', ''],
])('%s is %s by other names', (answer, target, options) => {
  expect(verdict(answer, target, options).score).toBe(1)
})

test.each([
  ['P*t+P', 'a*x+b', ''],
  ['u^2+v', 'x^3+y', ''],
  ['[p, q]', '[x, x]', ''],
  ['p*q', 'x^2+0*y', ''],
  ['K*sin(t)+L*cos(t)', 'A*sin(u)+B*cos(u)', '[t]'],
  ['K*sin(t)', 'A*sin(u)', '[u]'],
  ['a-b', 'x+y', ''],
  ['p^2*q+r', 'a*b*c', ''],
  ['p+2*q+3*r+4*s', 'a+2*b+3*c+5*d', ''],
])('%s is not %s by any names', (answer, target, options) => {
  expect(verdict(answer, target, options).score).toBe(0)
})

test('the names are given back', () => {
  expect(verdict('3*m+1', '3*x+1').reason).toEqual({ code: 'substitution.renamed', data: { names: 'm = x' } })
  expect(verdict('3*x+1', '1+3*x').reason.code).toBe('substitution.same')
})

test('options must be a list of names, and a division by zero is no answer', () => {
  expect(verdict('t', 'x', 'x').score).toBe(-1)
  expect(verdict('t', 'x', '[2]').score).toBe(-1)
  expect(verdict('1/0', 'x').score).toBe(-1)
})

test('more names than can be tried are not refused as wrong', () => {
  const found = verdict('a+b+c+d+f+g+h+k', 'l+m+n+o+p+q+r+s')
  expect(found.score).toBe(0)
  expect(found.basis.kind).toBe('undecided')
})
