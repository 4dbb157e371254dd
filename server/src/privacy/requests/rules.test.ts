import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueOn, isWorkingDay, stateOf } from './rules.ts'

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

describe('the day on which a request must be answered', () => {
  it.each([
    ['2026-03-05', '2026-04-07', '5 April 2026 is Easter Sunday, the 6th Easter Monday'],
    ['2026-08-31', '2026-09-30', 'September has no 31st'],
    ['2027-01-31', '2027-03-01', '28 February 2027 is a Sunday'],
    ['2028-01-31', '2028-02-29', 'a leap year'],
    ['2026-11-25', '2026-12-28', 'Christmas is a Friday, and then comes the weekend'],
    ['2026-04-01', '2026-05-01', 'the first of May is a working day here'],
    ['2026-03-27', '2026-04-28', 'the 27th of April is the king’s birthday'],
    ['2025-03-26', '2025-04-28', 'in 2025 the 27th is a Sunday: the king’s day is the 26th'],
    ['2026-12-01', '2027-01-04', 'New Year on a Friday'],
    ['2026-02-28', '2026-03-30', '28 March is a Saturday'],
  ])('of %s is %s: %s', (received, due) => {
    expect(dueOn(noon(received))).toBe(due)
  })

  it('counts the date in the Netherlands, not that of the server', () => {
    expect(dueOn(new Date('2026-06-30T22:30:00Z'))).toBe('2026-08-03')
    expect(dueOn(new Date('2026-06-30T21:30:00Z'))).toBe('2026-07-30')
  })

  it('is always a working day, at least 28 and at most 37 days later', () => {
    const anyDay = fc.date({ min: noon('2020-01-01'), max: noon('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(anyDay, received => {
        const due = new Date(`${dueOn(received, 'UTC')}T00:00:00Z`)
        const midnight = new Date(`${received.toISOString().slice(0, 10)}T00:00:00Z`)
        const days = (due.getTime() - midnight.getTime()) / 86_400_000
        expect(isWorkingDay(due)).toBe(true)
        expect(days).toBeGreaterThanOrEqual(28)
        expect(days).toBeLessThanOrEqual(37)
      }),
    )
  })

  it('never comes earlier for what was received later', () => {
    const anyDay = fc.date({ min: noon('2020-01-01'), max: noon('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one]
        expect(dueOn(earlier, 'UTC') <= dueOn(later, 'UTC')).toBe(true)
      }),
    )
  })

  it('skips no more than weekends and holidays', () => {
    const anyDay = fc.date({ min: noon('2020-01-01'), max: noon('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(anyDay, received => {
        const due = new Date(`${dueOn(received, 'UTC')}T00:00:00Z`)
        const before = new Date(due.getTime() - 86_400_000)
        const day = received.getUTCDate()
        const exact = due.getUTCDate() === day || due.getUTCDate() < day
        expect(exact || !isWorkingDay(before)).toBe(true)
      }),
    )
  })
})

describe('where a request stands', () => {
  const at = new Date()
  const none = {
    email: 'anna@visitor.example',
    verifiedAt: null,
    decidedAt: null,
    approved: null,
    startedAt: null,
    finishedAt: null,
    failure: null,
  }
  it.each([
    [{}, 'unverified'],
    [{ verifiedAt: at }, 'waiting'],
    [{ verifiedAt: at, decidedAt: at, approved: false }, 'refused'],
    [{ verifiedAt: at, decidedAt: at, approved: true }, 'approved'],
    [{ verifiedAt: at, decidedAt: at, approved: true, startedAt: at }, 'working'],
    [{ verifiedAt: at, decidedAt: at, approved: true, startedAt: at, failure: { kind: 'bug' } }, 'failed'],
    [{ verifiedAt: at, decidedAt: at, approved: true, startedAt: at, finishedAt: at }, 'done'],
    [{ email: null, verifiedAt: at, decidedAt: at, approved: true, finishedAt: at }, 'done'],
    [{ email: null, verifiedAt: at, decidedAt: at, approved: false }, 'refused'],
    [{ email: null, verifiedAt: at }, 'lapsed'],
    [{ email: null, verifiedAt: at, decidedAt: at, approved: true }, 'lapsed'],
  ])('follows from what happened: %o is %s', (row, state) => {
    expect(stateOf({ ...none, ...row })).toBe(state)
  })
})
