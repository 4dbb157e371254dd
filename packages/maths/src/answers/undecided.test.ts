import { expect, test } from 'vitest'
import { check } from './index.ts'

const verdict = (student: string, teacher: string) =>
  check({ test: 'AlgEquiv', options: '', student, teacher, syntax: 'maxima' })

// The same for all numbers above zero, so no point refutes it; not the same where p is below zero.
test('what no point refutes and no form proves is not taken for right', () => {
  expect(verdict('(p^q)^r', 'p^(q*r)')).toMatchObject({ score: 0, basis: { kind: 'undecided' } })
})

test('what has no value at any point that can be worked out is not taken for right', () => {
  const found = verdict('int(%e^(-x^4),x,0,t)', 'int(%e^(-x^6),x,0,t)')
  expect(found).toMatchObject({ score: 0, basis: { kind: 'undecided' } })
})

// Ramanujan's constant is this whole number but for 7.5e-13.
test('what is nearly the same is different', () => {
  const found = verdict('e^(%pi*sqrt(163))', '262537412640768744')
  expect(found).toMatchObject({ score: 0, basis: { kind: 'refuted' } })
})
