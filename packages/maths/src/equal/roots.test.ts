import { describe, expect, test } from 'vitest'
import { check } from '../answers/index.ts'

function score(student: string, teacher: string): number {
  return check({ test: 'AlgEquiv', options: '', student, teacher, syntax: 'text' }).score
}

describe('odd roots', () => {
  test.each([
    ['∛(a²)', 'a^(2/3)'],
    ['∛(a²b)', 'a^(2/3)·∛b'],
    ['∛(a/b)', '∛a/∛b'],
    ['∛(54a⁵)', '3a·∛(2a²)'],
    ['root(a³; 5)', 'a^0.6'],
    ['∛((a−4)²)', '(a−4)^(2/3)'],
  ])('%s is %s', (a, b) => expect(score(a, b)).toBe(1))

  test.each([
    ['∛(a²)', 'a^(3/2)'],
    ['∛(a+b)', '∛a+∛b'],
    ['∛(a²b)', 'a·∛b'],
    ['∛((a−4)²)', '(a+4)^(2/3)'],
    ['√(a²)', 'a'],
  ])('%s is not %s', (a, b) => expect(score(a, b)).toBe(0))
})

describe('factors that are nowhere below zero leave a root by themselves', () => {
  test.each([
    ['√((a²+1)(b²+4))', '√(a²+1)·√(b²+4)'],
    ['√((a²+b²)(c²+d²))', '√(a²+b²)·√(c²+d²)'],
    ['√(p⁴+3p²+2)', '√(p²+1)·√(p²+2)'],
    ['|(a+b·i)/(c+d·i)|', '√(a²+b²)/√(c²+d²)'],
  ])('%s is %s', (a, b) => expect(score(a, b)).toBe(1))

  test.each([
    ['√((p-3)(p-5))', '√(p-3)·√(p-5)'],
    ['√((a²+1)(b²+4))', '√(a²+1)+√(b²+4)'],
  ])('%s is not %s', (a, b) => expect(score(a, b)).toBe(0))
})
