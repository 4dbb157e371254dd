import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.ts'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

function tokensOf(selector: string): Record<string, string> {
  const from = css.indexOf(`${selector} {`)
  const block = css.slice(from, css.indexOf('}', from))
  return Object.fromEntries([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(m => [m[1], m[2]]))
}

const schemes = {
  light: tokensOf(':root'),
  dark: tokensOf(':root[data-mantine-color-scheme="dark"]'),
}

const grounds = ['paper', 'surface', 'sunken', 'daylight-soft', 'blue-soft']

// Text needs 4.5, edges of controls and marks 3: WCAG 2.2, 1.4.3 and 1.4.11.
const pairs: [ink: string, ground: string, least: number][] = [
  ...['ink', 'ink-soft', 'ink-faint', 'blue-ink', 'green-ink', 'amber-ink', 'brick-ink'].flatMap(ink =>
    grounds.map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ...['edge', 'green', 'amber', 'blue-ink'].flatMap(mark =>
    grounds.map((ground): [string, string, number] => [mark, ground, 3]),
  ),
  ...['green', 'amber', 'brick'].flatMap((state): [string, string, number][] => [
    [`${state}-ink`, `${state}-soft`, 4.5],
    ['ink', `${state}-soft`, 4.5],
    [state, 'paper', 3],
  ]),
  ['on-blue', 'blue', 4.5],
  ['on-blue', 'blue-hover', 4.5],
  ['on-brick', 'brick', 4.5],
  ['on-brick', 'brick-hover', 4.5],
  ['on-daylight', 'daylight', 7],
]

describe('the contrast of two colours', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#1f3fa8', '#1f3fa8')).toBe(1)
  })

  // Values from the WCAG working group's own examples of the formula.
  it.each([
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
  ])('of %s on %s is %f', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2)
  })
})

describe.each(Object.entries(schemes))('the %s scheme', (_name, tokens) => {
  it.each(pairs)('%s on %s has at least %f', (ink, ground, least) => {
    const [a, b] = [tokens[ink], tokens[ground]]
    if (a === undefined || b === undefined) throw new Error(`no colour ${ink} or ${ground}`)
    expect(contrast(a, b)).toBeGreaterThanOrEqual(least)
  })
})

it('shows focus on every ground', () => {
  for (const ground of grounds) {
    expect(contrast(schemes.light.ink ?? '', schemes.light[ground] ?? '')).toBeGreaterThanOrEqual(3)
    expect(contrast(schemes.dark.daylight ?? '', schemes.dark[ground] ?? '')).toBeGreaterThanOrEqual(3)
  }
})
