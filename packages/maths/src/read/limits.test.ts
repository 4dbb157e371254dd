import { describe, expect, it } from 'vitest'
import { fuzz, readers } from './fuzz.ts'
import { outcome } from './shape.ts'

const hostile: Readonly<Record<string, string>> = {
  'ten thousand brackets': '('.repeat(10_000),
  'matched brackets': `${'('.repeat(9_000)}x${')'.repeat(9_000)}`,
  '100 kB': 'x+'.repeat(50_000),
  'a tower': `${'x^'.repeat(9_000)}x`,
  divisions: `${'x/'.repeat(9_000)}x`,
  minuses: '-'.repeat(19_000),
  bars: '|'.repeat(19_000),
  digits: '1'.repeat(19_000),
  exponents: `${'1e999+'.repeat(3_000)}1`,
  functions: 'sin '.repeat(4_900),
  calls: `f${'(1)'.repeat(6_000)}`,
  commas: '1,'.repeat(9_000),
  lines: 'x\n'.repeat(9_000),
}

describe('what no reader may fall over', () => {
  it.each(Object.entries(hostile))('%s', (_, text) => {
    for (const read of Object.values(readers)) {
      expect(outcome(read(text))).not.toMatch(/^undescribed/)
    }
  })

  it('refuses by the limits', () => {
    for (const read of Object.values(readers)) {
      expect(outcome(read('('.repeat(10_000)))).toMatch(/^tooDeep/)
      expect(outcome(read('x+'.repeat(50_000)))).toMatch(/^tooLong/)
      expect(outcome(read(`${'('.repeat(100)}x${')'.repeat(100)}`))).toBe('x')
    }
  })

  it('gives a tree or a described problem for 20,000 made texts', () => {
    const { failures, trees } = fuzz(20_000, 3)
    expect(failures).toEqual([])
    expect(trees).toBeGreaterThan(4_000)
  }, 60_000)

  it('finds a reader that throws', () => {
    const { failures } = fuzz(100, 3, {
      broken: () => {
        throw new TypeError('planted')
      },
    })
    expect(failures[0]?.what).toContain('planted')
  })
})
