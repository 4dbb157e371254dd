import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tests } from './logic.ts'
import { asked, scored } from './numeric.test-support.ts'

const { PropLogic } = tests

const formulas = fc.letrec<{ formula: string }>(tie => ({
  formula: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('P', 'Q', 'R', 'true', 'false'),
    fc
      .tuple(tie('formula'), fc.constantFrom('and', 'or', 'implies', 'xor'), tie('formula'))
      .map(([a, word, b]) => `((${a}) ${word} (${b}))`),
    tie('formula').map(a => `not (${a})`),
  ),
})).formula

describe('formulas of logic', () => {
  it.each([
    ['not (P and Q)', 'not P or not Q', 1],
    ['P implies Q', 'not Q implies not P', 1],
    ['P implies Q', 'Q implies P', 0],
    ['P xor Q', 'not (P xnor Q)', 1],
    ['P nand Q', 'not (P and Q)', 1],
    ['P nor Q', 'not P and not Q', 1],
    ['P or true', 'true', 1],
    ['P', 'Q', 0],
    ['P and Q or R', 'P and (Q or R)', 0],
    ['x>2 and P', 'P and 2<x', 1],
    ['not (x>2)', 'x<=2', 1],
    ['x=1 or x=2', 'x=2 or 1=x', 1],
    ['x=1 or x=2', 'x=1 or x=3', 0],
    ['3', 'P', 0],
    ['x+1', 'P', 0],
    ['P', '[P]', -1],
    ['1/0', 'P', -1],
  ])('takes %s for %s: %i', (student, teacher, score) => {
    expect(scored(PropLogic, student, teacher)).toBe(score)
  })

  it('keeps a formula the same under true rewriting, and different under negation', () => {
    fc.assert(
      fc.property(formulas, formulas, (a, b) => {
        expect(scored(PropLogic, `not ((${a}) and (${b}))`, `not (${b}) or not (${a})`)).toBe(1)
        expect(scored(PropLogic, `(${a}) implies (${b})`, `not (${b}) implies not (${a})`)).toBe(1)
        expect(scored(PropLogic, a, `not (${a})`)).toBe(0)
      }),
    )
  })

  it('names a case in which they differ, and stops where there are too many', () => {
    expect(asked(PropLogic, 'P or Q', 'P').reason.data).toEqual({ case: 'P = 0, Q = 1' })
    const many = Array.from({ length: 13 }, (_, k) => `P${k}`).join(' and ')
    expect(asked(PropLogic, many, many).basis.kind).toBe('undecided')
  })
})
