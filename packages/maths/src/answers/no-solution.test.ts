import { expect, test } from 'vitest'
import { check, type Syntax } from './index.ts'

test.each<[string, string, Syntax, number]>([
  ['x^2+1=0', 'false', 'maxima', 0],
  ['none', 'x^2=-1', 'maxima', 0],
  ['x=x+1', 'none', 'maxima', 1],
  ['x>1 and x<0', 'false', 'maxima', 1],
  ['geen oplossing', 'x^2+1=0', 'text', 1],
  ['geen oplossing', 'x^2-1=0', 'text', 0],
])('%s beside %s in %s: %d', (student, teacher, syntax, expected) => {
  expect(check({ test: 'AlgEquiv', options: '', student, teacher, syntax }).score).toBe(expected)
})
