import { describe, expect, it } from 'vitest'
import { type Hostile, hostileOptions, hostilePairs } from './hostile.test-support.ts'
import { answerTests, check, type Syntax } from './index.ts'

const syntaxes: readonly Syntax[] = ['maxima', 'text', 'latex']
const everything = process.env.MATHS_HOSTILE === 'all'

/** Each pair by a few of the tests in turn, each in one syntax; all of it where the environment asks. */
function* questions(): Generator<[test: string, syntax: Syntax, pair: Hostile]> {
  let turn = 0
  for (const pair of hostilePairs)
    for (const test of answerTests)
      for (const syntax of syntaxes) if (everything || turn++ % 47 === 0) yield [test, syntax, pair]
}

/** Tests that look at the form of an answer, or its order, and so may accept what has another value. */
const ofForm = new Set([
  ...['Expanded', 'LowestTerms', 'SameType', 'SigFigsStrict', 'NumSigFigs', 'GT', 'GTE'],
  // One more is another constant of integration, or within the tolerance.
  ...['Antidiff', 'AddConst', 'Int', 'NumRelative', 'NumAbsolute'],
])

/** Pairs that say the same, since what is not seen is not there. */
const unseen = new Set(['zeroWidth beside x', 'x beside zeroWidth', 'spaces beside x', 'x beside spaces'])
const alsoSame = new Set([...unseen, 'minuses beside x', 'x beside minuses'])

describe('hostile input', () => {
  it('gets a verdict, and is not taken for right', { timeout: 600_000 }, () => {
    const accepted: string[] = []
    for (const [test, syntax, { name, student, teacher }] of questions()) {
      const verdict = check({ test, options: hostileOptions[test] ?? '', student, teacher, syntax })
      expect([1, 0, -1]).toContain(verdict.score)
      const label = `${syntax} ${test} ${name}`
      const other = name.includes('beside') || name.includes('one more')
      if (other && verdict.score === 1 && !ofForm.has(test) && !alsoSame.has(name)) accepted.push(label)
    }
    expect(accepted).toEqual([])
  })

  it('is refused where it can not be read', () => {
    for (const student of ['', '2*x+', '((x+1)', '('.repeat(10_000), '{'.repeat(5000)])
      for (const syntax of syntaxes)
        expect(check({ test: 'AlgEquiv', options: '', student, teacher: 'x', syntax }).score).toBe(-1)
  })

  it('is no division by zero that passes', () => {
    for (const student of ['1/0', '1+2/(3+4/(5-5))', 'x/((x+1)^2-x^2-2*x-1)', '0^0', '[1,1/0]', 'ln(0)'])
      expect(
        check({ test: 'AlgEquiv', options: '', student, teacher: student, syntax: 'maxima' }).score,
      ).toBe(-1)
  })

  it('is undecided rather than guessed where the budget ends', () => {
    const student = '(a+b+c+d+e)^200'
    const verdict = check({
      test: 'EqualComAss',
      options: '',
      student: '10^10^10',
      teacher: '10^10^10+1',
      syntax: 'maxima',
    })
    expect(verdict.score).toBe(0)
    const once = check({ test: 'AlgEquiv', options: '', student, teacher: `${student}+1`, syntax: 'maxima' })
    expect(once.score).toBe(0)
    const same = check({
      test: 'AlgEquiv',
      options: '',
      student,
      teacher: '(e+d+c+b+a)^200',
      syntax: 'maxima',
    })
    expect(same.score).toBe(1)
    expect(
      same.basis.kind === 'proved' || (same.basis.kind === 'probable' && same.basis.errorBits <= -60),
    ).toBe(true)
  })
})
