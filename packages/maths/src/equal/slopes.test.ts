import { describe, expect, test } from 'vitest'
import { check } from '../answers/index.ts'

function verdict(student: string, teacher: string): string {
  const { score, basis } = check({ test: 'AlgEquiv', options: '', student, teacher, syntax: 'maxima' })
  return `${score} ${basis.kind}`
}

describe('logarithms and arcs by their slope', () => {
  test.each([
    ['asin(t)', '2*atan(t/(1+sqrt(1-t^2)))'],
    ['atan(t)', 'asin(t/sqrt(1+t^2))'],
    ['atan(sqrt(t))', 'asin(sqrt(t/(1+t)))'],
    ['asin(2*t-1)', '2*asin(sqrt(t))-%pi/2'],
    ['asinh(t)', 'atanh(t/sqrt(t^2+1))'],
    ['log(sqrt(t+2)+sqrt(t))+log(sqrt(t+2)-sqrt(t))', 'log(2)'],
  ])('%s is %s', (a, b) => expect(verdict(a, b)).toBe('1 proved'))

  test.each([
    // Right above zero, and below it for another constant.
    ['atan(t)+atan(1/t)', '%pi/2'],
    ['atan((t+1)/(1-t))', 'atan(t)+%pi/4'],
    ['acos((1-t^2)/(1+t^2))', '2*atan(t)'],
    // The same slope, and never the same.
    ['asin(2*t-1)', '2*asin(sqrt(t))'],
    ['asinh(t)', 'atanh(t/sqrt(t^2+1))+1'],
    ['log(sqrt(t+2)+sqrt(t))+log(sqrt(t+2)-sqrt(t))', '0'],
    // Far from zero only.
    ['atan(t)+atan(1/(t+9000))', 'atan(t)-atan(t+9000)+%pi/2'],
  ])('%s is not %s', (a, b) => expect(verdict(a, b)).toBe('0 refuted'))
})

describe('logarithms of fixed numbers', () => {
  test.each([
    ['log(2-sqrt(3))', '-log(2+sqrt(3))'],
    ['log(7+4*sqrt(3))', '2*log(2+sqrt(3))'],
    ['log((sqrt(5)+1)/2)', '-log((sqrt(5)-1)/2)'],
    ['log(sqrt(7)-1)+log(sqrt(7)+1)', 'log(6)'],
    ['(2-sqrt(3))^n', '(2+sqrt(3))^(-n)'],
    ['(3+2*sqrt(2))^k', '(1+sqrt(2))^(2*k)'],
    ['acosh(3)', 'log(3+2*sqrt(2))'],
  ])('%s is %s', (a, b) => expect(verdict(a, b)).toBe('1 proved'))

  test.each([
    ['log(sqrt(2)-1)', 'log(sqrt(2)+1)'],
    ['log(-1-sqrt(3))+log(1-sqrt(3))', 'log(2)'],
    ['(1-sqrt(2))^n', '(sqrt(2)-1)^n'],
    ['log(2+sqrt(3))', '1.3169578969248167'],
  ])('%s is not %s', (a, b) => expect(verdict(a, b)).toBe('0 refuted'))
})
