import { describe, expect, it } from 'vitest'
import { asLocal, asWritten, isWithin, lineOf } from './line.ts'

const at = (hours: number) => new Date(Date.UTC(2026, 10, 20, hours)).toISOString()
const backup = (hours: number) => ({
  backupId: at(hours),
  startedAt: at(hours),
  finishedAt: at(hours),
  sizeBytes: 1,
  expiresAt: at(hours + 336),
})
const restored = (hours: number) => ({
  restoredAt: at(hours),
  restoredTo: at(hours - 1),
  erasuresRepeated: 0,
})
const window = { from: at(0), until: at(30) }

describe('the line of what can be restored', () => {
  it('puts everything in its place between the first backup and now', () => {
    const line = lineOf(
      { window, backups: [backup(0), backup(24)], restores: [restored(12)] },
      new Date(at(48)),
    )
    expect(line).toMatchObject({ from: 0, until: 30 / 48, backups: [0, 0.5], restores: [0.25] })
    const hours = line?.days.map(place => new Date(Date.parse(at(0)) + place * 48 * 3_600_000).getHours())
    expect(new Set(hours)).toEqual(new Set([0]))
  })

  it('leaves out what was before its beginning', () => {
    const line = lineOf({ window, backups: [backup(0)], restores: [restored(-5)] }, new Date(at(48)))
    expect(line?.restores).toEqual([])
  })

  it('is none where there is no backup', () => {
    expect(lineOf({ window: null, backups: [], restores: [] }, new Date(at(1)))).toBeNull()
  })

  it('is a point as soon as there is one', () => {
    const point = { from: at(0), until: at(0) }
    expect(lineOf({ window: point, backups: [backup(0)], restores: [] }, new Date(at(0)))).toMatchObject({
      until: 1,
      backups: [1],
    })
  })
})

describe('a moment to restore', () => {
  it('must lie within the window', () => {
    expect(isWithin(window, new Date(at(30)))).toBe(true)
    expect(isWithin(window, new Date(at(31)))).toBe(false)
    expect(isWithin(null, new Date(at(1)))).toBe(false)
  })

  it('is written with its zone, and is the same moment', () => {
    const moment = new Date(Date.UTC(2026, 10, 22, 13, 5, 9))
    expect(asWritten(moment)).toMatch(/^2026-11-22T\d\d:\d\d:09[+-]\d\d:\d\d$/)
    expect(new Date(asWritten(moment)).getTime()).toBe(moment.getTime())
    expect(new Date(asLocal(moment)).getTime()).toBe(moment.getTime())
  })
})
