import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reasonSentence, reasonTexts } from './index.ts'

const folder = join(import.meta.dirname, '..', 'answers')
const sources = readdirSync(folder).filter(name => name.endsWith('.ts') && !name.includes('test'))

// The codes that the answer tests give, as they are written in them.
const codes = new Set(
  sources.flatMap(name =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/'([a-z][A-Za-z]*\.[a-z][A-Za-z]*)'/g)].map(
      ([, code = '']) => code,
    ),
  ),
)

describe('reasons', () => {
  it('are found in the sources', () => {
    expect(codes.size).toBeGreaterThan(100)
  })

  it.each([...codes].sort())('%s has a sentence in both languages', code => {
    expect(Object.keys(reasonTexts)).toContain(code)
  })

  it.each(Object.entries(reasonTexts))('%s says the same with the same data', (_, { nl, en }) => {
    const data = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort()
    expect(data(nl)).toEqual(data(en))
    for (const sentence of [nl, en]) expect(sentence).toMatch(/^\S.*[.:}?]$/s)
  })

  it('say kinds of things in the language of the reader', () => {
    const reason = { code: 'sameType.different', data: { answer: 'set', target: 'list' } }
    expect(reasonSentence(reason, 'nl')).toContain('verzameling in plaats van lijst')
    expect(reasonSentence(reason, 'en')).toContain('set instead of list')
  })
})
