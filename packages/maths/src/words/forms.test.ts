import { expect, test } from 'vitest'
import { tests as assocTests } from '../answers/assoc.ts'
import { tests as casEqualTests } from '../answers/cas-equal.ts'
import { tests as completeSquareTests } from '../answers/complete-square.ts'
import { tests as expandedTests } from '../answers/expanded.ts'
import { tests as factoredTests } from '../answers/factored.ts'
import { tests as fractionTests } from '../answers/fractions.ts'
import { tests as lowestTermsTests } from '../answers/lowest-terms.ts'
import { tests as sameTypeTests } from '../answers/same-type.ts'
import { given } from '../answers/structure.test-support.ts'
import { substitutionTests } from '../answers/substitution.ts'
import { texts as assoc } from './assoc.ts'
import { texts as casEqual } from './cas-equal.ts'
import { texts as completeSquare } from './complete-square.ts'
import { texts as expanded } from './expanded.ts'
import { texts as factored } from './factored.ts'
import { texts as fractions } from './fractions.ts'
import { texts as lowestTerms } from './lowest-terms.ts'
import { texts as sameType, sorts } from './same-type.ts'
import { texts as substitution } from './substitution.ts'

const families = {
  assoc,
  casEqual,
  completeSquare,
  expanded,
  factored,
  fractions,
  lowestTerms,
  sameType,
  substitution,
}
const texts = Object.fromEntries(Object.values(families).flatMap(family => Object.entries(family)))
const tests = {
  ...assocTests,
  ...casEqualTests,
  ...completeSquareTests,
  ...expandedTests,
  ...factoredTests,
  ...fractionTests,
  ...lowestTermsTests,
  ...sameTypeTests,
  ...substitutionTests(question => assocTests.EqualComAss?.(question) ?? unknown()),
}

function unknown(): never {
  throw new Error('there is no such test')
}

const answers = (
  '(t-1)*(t+1)|t^2-1|2*(t+1)|2*t+2|t*(2*t+4)|1/t+1/t|1/(t*(t+1))|1/(t^2-1)|t/(t+1)|t*(1/t+1)|2/4*t|1/sqrt(2)|3/(-4)|' +
  '(1/2)/3|t=1|{t}|[t,1]|1/0|(t-2)^2+1|(t-1)^2+t|0*t|u|t+u|(t^2-2*sqrt(2)*t+2)*t|t/2+1'
).split('|')

test('every verdict has a sentence, with all that it needs', () => {
  const seen = new Set<string>()
  for (const [name, ask] of Object.entries(tests))
    for (const options of ['', 't', '[t]', '[zeroAdd]', 'ID_TRANS', '[intFac, intMul]'])
      for (const answer of answers)
        for (const target of [answer, 't^2-1', '[1]']) {
          const { reason } = ask(given(answer, target, options, name))
          const sentence = texts[reason.code]
          expect(sentence !== undefined, `${name} of ${answer}: ${reason.code}`).toBe(true)
          const needs = [...(sentence?.nl ?? '').matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
          for (const need of needs)
            expect(reason.data?.[need] !== undefined, `${reason.code}: ${need}`).toBe(true)
          seen.add(reason.code)
        }
  expect(seen.size).toBeGreaterThan(35)
})

test('both languages say the same', () => {
  const needs = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(match => match[0]).sort()
  for (const [code, { nl, en }] of Object.entries(texts)) expect(needs(nl), code).toEqual(needs(en))
})

test('every sort of object has a name', () => {
  for (const e of ['t', 't=1', 't<1', 'A and B', '[1]', '{1}', 'matrix([1])', '"a"', 'oo(1,2)', 'f(t):=t'])
    for (const other of ['t', '[1]']) {
      const { reason } = tests.SameType?.(given(e, other)) ?? unknown()
      for (const sort of Object.values(reason.data ?? {})) expect(sorts[sort] !== undefined, sort).toBe(true)
    }
})
