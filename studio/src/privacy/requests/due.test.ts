import { describe, expect, it } from 'vitest'
import { daysLeft, partLeft, urgency } from './due.ts'

describe('the days that are left', () => {
  it.each([
    ['2026-12-22', '2026-11-22T10:00:00Z', 30],
    ['2026-12-22', '2026-12-22T22:59:00Z', 0],
    // Half past midnight in Amsterdam is still yesterday in Greenwich.
    ['2026-12-22', '2026-12-22T23:30:00Z', -1],
    ['2026-12-22', '2026-12-20T23:30:00Z', 1],
    // The clock goes back an hour in between.
    ['2026-11-02', '2026-10-23T22:30:00Z', 9],
    ['2027-03-29', '2027-03-27T23:30:00Z', 1],
  ])('until %s are counted in days of Amsterdam', (dueOn, now, days) => {
    expect(daysLeft(dueOn, new Date(now))).toBe(days)
  })

  it('are drawn as a part of the whole term', () => {
    const at = (now: string) => partLeft('2026-12-22', '2026-11-22T10:00:00Z', new Date(now))
    expect(at('2026-11-22T12:00:00Z')).toBe(1)
    expect(at('2026-12-07T12:00:00Z')).toBe(0.5)
    expect(at('2026-12-23T12:00:00Z')).toBe(0)
    expect(partLeft('2026-11-22', '2026-11-22T10:00:00Z', new Date('2026-11-22T11:00:00Z'))).toBe(0)
  })

  it('become urgent in the last week', () => {
    expect([30, 8, 7, 0, -1].map(urgency)).toEqual(['calm', 'calm', 'soon', 'soon', 'late'])
  })
})
