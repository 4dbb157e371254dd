import { expect, test } from 'vitest'
import { check, type Syntax } from './index.ts'

const score = (student: string, teacher: string, syntax: Syntax): number =>
  check({ test: 'AlgEquiv', options: '', student, teacher, syntax }).score

test.each([
  ['x∈[1;2]', '1<=x<=2', 1],
  ['x∈<1;2]', '1<x<=2', 1],
  ['x∈<1;2]', '1<=x<=2', 0],
  ['x∉{2;3}', 'x≠2 en x≠3', 1],
  ['x∈{2;3}', 'x=2 of x=3', 1],
])('%s says of x what %s says: %d', (student, teacher, expected) => {
  expect(score(student, teacher, 'text')).toBe(expected)
})

test.each([
  ['x\\in[1,2]', '1\\le x\\le 2', 1],
  ['x\\in\\{2,3\\}', 'x=2\\text{ or }x=3', 1],
  ['x\\in(1,2)', '1\\le x\\le 2', 0],
  ['x\\in(1,2)', 'y\\in(1,2)', 0],
  ['x\\in\\mathbb{R}', 'x\\in\\mathbb{R}', 1],
  ['x\\in\\mathbb{R}', 'x\\in\\mathbb{Z}', 0],
])('%s is %s in LaTeX: %d', (student, teacher, expected) => {
  expect(score(student, teacher, 'latex')).toBe(expected)
})
