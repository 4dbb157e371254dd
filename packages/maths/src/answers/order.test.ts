import { describe, expect, it } from 'vitest'
import { scored } from './numeric.test-support.ts'
import { tests } from './order.ts'

describe('greater, and at least', () => {
  it.each([
    ['7', '3', 1, 1],
    ['3', '3', 0, 1],
    ['1/2', '0.5', 0, 1],
    ['-4', '3', 0, 0],
    ['sqrt(10)', 'pi', 1, 1],
    ['sqrt(2)+sqrt(3)', 'sqrt(5+2*sqrt(6))', 0, 1],
    ['pi', '3.14159265358979323846264338327950288419716939937510582', 1, 1],
    ['e^(pi*sqrt(163))', '262537412640768744', 0, 0],
    ['inf', '3', 0, 0],
    ['y', '3', 0, 0],
    ['3', 'inf', 0, 0],
    ['3/0', '3', -1, -1],
  ])('compares %s with %s', (student, teacher, above, atLeast) => {
    expect(scored(tests.GT, student, teacher)).toBe(above)
    expect(scored(tests.GTE, student, teacher)).toBe(atLeast)
  })
})
