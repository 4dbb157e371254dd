import { describe, expect, test } from 'vitest'
import { check } from '../answers/index.ts'

function score(student: string, teacher: string): number {
  return check({ test: 'AlgEquiv', options: '', student, teacher, syntax: 'maxima' }).score
}

describe('angles of known sines and tangents', () => {
  test.each([
    ['asin(sin(%pi/4))', '%pi/4'],
    ['acos(cos(5*%pi/4))', '3*%pi/4'],
    ['atan(tan(7*%pi/6))', '%pi/6'],
    ['acos((1+sqrt(5))/4)', '%pi/5'],
    ['atan(2+sqrt(3))', '5*%pi/12'],
    ['asin(-(sqrt(6)-sqrt(2))/4)', '-%pi/12'],
    ['atan(sqrt(2)-1)', '%pi/8'],
  ])('%s is %s', (a, b) => expect(score(a, b)).toBe(1))

  test.each([
    ['asin(0.70710678)', '%pi/4'],
    ['acos(cos(5*%pi/4))', '5*%pi/4'],
    ['atan(tan(7*%pi/6))', '7*%pi/6'],
    ['acos((1-sqrt(5))/4)', '%pi/5'],
  ])('%s is not %s', (a, b) => expect(score(a, b)).toBe(0))
})

describe('what is no real number is not taken for one', () => {
  test.each([
    ['abs(asin(2))^2', 'asin(2)^2'],
    ['conjugate(asin(3))', 'asin(3)'],
    ['realpart(acosh(1/2))', 'acosh(1/2)'],
    ['abs((1+%i)^%i)', '1'],
    ['abs(%e^(%i*asin(2)))', '1'],
  ])('%s is not %s', (a, b) => expect(score(a, b)).toBe(0))
})

describe('powers of a sine', () => {
  test.each([
    ['sin(t)^t*sin(t)', 'sin(t)^(t+1)'],
    ['cos(t)^(t-1)*cos(t)', 'cos(t)^t'],
    ['%e^(2*log(sin(t)))', 'sin(t)^2'],
  ])('%s is %s', (a, b) => expect(score(a, b)).toBe(1))

  test.each([
    ['sin(t)^(t+1)', 'sin(t)^t'],
    ['%e^(log(sin(t)))', '-sin(t)'],
  ])('%s is not %s', (a, b) => expect(score(a, b)).toBe(0))
})
