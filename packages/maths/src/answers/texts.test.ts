import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget, BudgetSpent } from '../budget.ts'
import { asked, scored } from './numeric.test-support.ts'
import { tests } from './texts.ts'
import { matches, NoPattern } from './texts-pattern.ts'

const { String: same, StringSloppy, Levenshtein, SRegExp } = tests
const quoted = (text: string): string => JSON.stringify(text)

describe('texts', () => {
  it.each([
    ['"Utrecht"', '"Utrecht"', 1, 1],
    ['  Utrecht ', '"Utrecht"', 1, 1],
    ['"Utrecht "', '"Utrecht"', 0, 1],
    ['"utrecht"', '"Utrecht"', 0, 0],
    ['Den  Haag', 'Den Haag', 0, 1],
    ['"a\\"b"', 'a"b', 1, 1],
    ['2 +', '2+', 0, 1],
  ])('takes %s for %s', (student, teacher, exactly, sloppily) => {
    expect(scored(same, student, teacher)).toBe(exactly)
    expect(scored(StringSloppy, student, teacher)).toBe(sloppily)
  })
})

describe('texts that are alike', () => {
  const lists = '[["Pythagoras","Theorem of Pythagoras"],["Thales"]]'
  it.each([
    ['"pythagoras"', lists, '0.9', 1],
    ['"Pytagoras"', lists, '0.9', 1],
    ['"Ptyhagoras"', lists, '0.9', 1],
    ['"Pitagoros"', lists, '0.9', 0],
    ['"Pitagoros"', lists, '0.7', 1],
    ['"pythagoras"', lists, '[0.95, CASE]', 0],
    ['"  Theorem   of Pythagoras"', lists, '1', 1],
    ['"  Theorem   of Pythagoras"', lists, '[1, WHITESPACE]', 0],
    ['"Thales"', lists, '0.1', 0],
    ['"Thales"', '[["Thales"],[]]', '1', 1],
    ['"Thales"', '[["Thales"],["Thales"]]', '1', 0],
    ['"Thales"', '[[],["Thales"]]', '0', 0],
    ['Thales', '[["Thales"],[]]', '1', 0],
    ['ssquish("  Tha  les ")', '[["Tha les"],[]]', '1', 1],
    ['"Thales"', '["Thales"]', '1', 0],
    ['"Thales"', '[["Thales"],[]]', '[CASE]', 0],
    ['"Thales"', '[["Thales"],[]]', '[1, LOOSE]', 0],
  ])('takes %s for %s with %s: %i', (student, teacher, options, score) => {
    expect(scored(Levenshtein, student, teacher, options)).toBe(score)
  })

  it('names the right answer that is nearest', () => {
    expect(asked(Levenshtein, '"Tales"', '[["Thales","Gauss"],[]]', '0.8').reason.data).toEqual({
      nearest: 'Thales',
    })
  })
})

describe('patterns', () => {
  const found = (pattern: string, text: string): boolean => matches(pattern, text, new Budget())

  it.each([
    ['b+', 'aabba', true],
    ['^b+', 'aabba', false],
    ['^(ab|cd)*$', 'abcdab', true],
    ['^(ab|cd)*$', 'abcda', false],
    ['^a{2,3}$', 'aaaa', false],
    ['^a{2,}$', 'aaaa', true],
    ['^a{,2}$', 'a', true],
    ['^(?:a|b){3}$', 'aba', true],
    ['\\bcat\\b', 'a cat sat', true],
    ['\\bcat\\b', 'concatenate', false],
    ['cat\\B', 'concatenate', true],
    ['^[^0-9]+$', 'abc', true],
    ['^[^0-9]+$', 'ab1', false],
    ['^[]a]+$', ']a]', true],
    ['^[a\\-z]+$', 'a-z', true],
    ['^[[:alpha:] ]+$', 'één twee', true],
    ['^[[:^alpha:]]+$', '12', true],
    ['^\\d+\\.\\d{2}$', '12.50', true],
    ['(?i:ja)!', 'JA!', true],
    ['(?i:ja)!x', 'JA!X', false],
    ['a.c', 'a\nc', false],
    ['^a??b*?$', 'abb', true],
    ['^(a*)*$', 'aaaab', false],
    ['', 'anything', true],
    ['x|', 'y', true],
    ['😀{2}', '😀😀', true],
  ])('%s in %s: %s', (pattern, text, expected) => {
    expect(found(pattern, text)).toBe(expected)
  })

  it.each([
    '(',
    ')',
    '[a',
    'a{2',
    '*a',
    '(?=a)b',
    '(?<!a)b',
    '(a)\\1',
    'a{3,2}',
    'a{99999999}',
    '((a{200}){200}){200}',
    '\\',
    '[z-a]',
    '[[:letters:]]',
    '('.repeat(500),
  ])('refuses %s', pattern => {
    expect(() => found(pattern, 'aaa')).toThrow(NoPattern)
    expect(scored(SRegExp, '"aaa"', quoted(pattern))).toBe(-1)
  })

  it('agrees with the patterns of the platform', () => {
    const pattern = fc.letrec<{ p: string }>(tie => ({
      p: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\b', '^', '$'),
        fc.tuple(tie('p'), tie('p')).map(([x, y]) => x + y),
        fc.tuple(tie('p'), tie('p')).map(([x, y]) => `(${x}|${y})`),
        fc
          .tuple(tie('p'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '*?'))
          .map(([x, q]) => `(?:${x})${q}`),
      ),
    })).p
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 8 }), (p, text) => {
        expect(found(p, text)).toBe(new RegExp(p).test(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes no more work for patterns that make others go back for ever', () => {
    const work = () => new Budget(1_000_000, Number.POSITIVE_INFINITY)
    expect(matches('^(a+)+$', `${'a'.repeat(2000)}b`, work())).toBe(false)
    expect(matches('(x+x+)+y', 'x'.repeat(2000), work())).toBe(false)
    expect(() => matches('(a|b|c|d)*(a|b|c|d)*e', 'abcd'.repeat(10_000), new Budget(100_000))).toThrow(
      BudgetSpent,
    )
  })

  it.each([
    ['"sin(2)"', 'string_to_regex("sin(2)")', 1],
    ['sconcat("a","b")', '"^ab$"', 1],
    ['hello', '"hello"', -1],
    ['"hello"', 'hello', -1],
  ])('takes %s for %s: %i', (student, teacher, score) => {
    expect(scored(SRegExp, student, teacher)).toBe(score)
  })
})
