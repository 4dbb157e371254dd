import { describe, expect, it } from 'vitest'
import { asked, scored } from './numeric.test-support.ts'
import { tests } from './validator.ts'

const { Validator } = tests

describe('named checks', () => {
  it.each([
    ['2*sin(x)+g(x)', 'validate_nofunctions', 0],
    ['2*sin(x)+ln(y)', 'validate_nofunctions', 1],
    ['abs(x)+sqrt(log(3))+[1,2]', 'validate_nofunctions', 1],
    ['v_0*t', 'validate_underscore', 0],
    ['v*t', 'validate_underscore', 1],
    ['ab*c', 'validate_all_one_letter_variables', 0],
    ['a*b+pi', 'validate_all_one_letter_variables', 1],
    ['[1,2]', 'listp', 1],
    ['{1,2}', 'listp', 0],
    ['x', 'validate_of_nobody', 0],
    ['x', 'constructor', 0],
    ['x+1', 'args', 0],
    ['x', 'args', -1],
    ['[]', 'first', -1],
    ['[1]', 'second', -1],
    ['x', '', -1],
    ['x', '3', -1],
    ['1/0', 'listp', -1],
  ])('lets %s pass %s: %i', (student, options, score) => {
    expect(scored(Validator, student, 'null', options)).toBe(score)
  })

  it('names what is at fault', () => {
    expect(asked(Validator, '1+g(2)', 'null', 'validate_nofunctions').reason).toEqual({
      code: 'validator.functions',
      data: { found: 'g' },
    })
  })
})
