import { describe, expect, test } from 'vitest'
import { check } from '../answers/index.ts'

function verdict(student: string, teacher: string): string {
  const { score, basis } = check({ test: 'AlgEquiv', options: '', student, teacher, syntax: 'text' })
  return `${score} ${basis.kind}`
}

describe('bars and roots that no point near zero tells apart', () => {
  test.each([
    ['|x + 40|', 'x + 40'],
    ['|x + 40| - 40', '|x + 90| - 90'],
    ['|x - 3000000|', '3000000 - x'],
    ['|p + 500| + q', 'p + q + 500'],
    ['√((t + 25)^2)', 't + 25'],
    ['max(x; -77)', 'x'],
  ])('%s is not %s', (a, b) => expect(verdict(a, b)).toBe('0 refuted'))
})

describe('nested roots are followed from the outside in', () => {
  test.each([
    ['√(x + 1 + 2√x)', '√x + 1'],
    ['√(t + 4 + 4√t)', '2 + √t'],
    ['|√x + 2|', '2 + √x'],
  ])('%s is %s', (a, b) => expect(verdict(a, b)).toBe('1 proved'))

  test.each([
    ['√(x + 1 - 2√x)', '√x - 1'],
    ['√(x + 1 - 2√x)', '1 - √x'],
  ])('%s is not %s, which may be below zero', (a, b) => expect(verdict(a, b)).toBe('0 refuted'))
})
