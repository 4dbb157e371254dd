import { expect, it } from 'vitest'
import { relative } from './relative.ts'

const now = new Date('2026-11-22T12:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)

it.each([
  [10, 'zojuist', 'just now'],
  [59, 'zojuist', 'just now'],
  [60, '1 minuut geleden', '1 minute ago'],
  [3_599, '59 minuten geleden', '59 minutes ago'],
  [3_600, '1 uur geleden', '1 hour ago'],
  [86_400, 'gisteren', 'yesterday'],
  [6 * 86_400, '6 dagen geleden', '6 days ago'],
  [14 * 86_400, '2 weken geleden', '2 weeks ago'],
  [400 * 86_400, 'vorig jaar', 'last year'],
  [-2 * 86_400, 'overmorgen', 'in 2 days'],
  [-3_600, 'over 1 uur', 'in 1 hour'],
])('says %i seconds ago as %s', (seconds, nl, en) => {
  expect(relative(before(seconds), now, 'nl')).toBe(nl)
  expect(relative(before(seconds), now, 'en')).toBe(en)
})
