import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BackupFacts,
  type Branch,
  backupFor,
  expiredDays,
  expiryOf,
  failureSince,
  idOf,
  manifestsFor,
  momentOf,
  nextWal,
  parseMoment,
  reachOf,
  timelineAt,
} from './rules.ts'

const minute = (count: number) => new Date(Date.UTC(2026, 10, 22, 0, count))

function backup(at: number, timeline = 1): BackupFacts {
  const wal = `0000000${timeline}00000000000000${String(at).padStart(2, '0')}`
  return {
    format: 'helder.backup/1',
    backupId: idOf(minute(at)),
    startedAt: minute(at).toISOString(),
    finishedAt: minute(at).toISOString(),
    day: '2026-11-22',
    startWal: wal,
    stopWal: wal,
    sizeBytes: 1,
    rawBytes: 1,
    objects: 0,
    helder: '0.1.0',
    postgres: 18,
  }
}

const branch = (at: number, to: number, timeline: number, parent: number): Branch => ({
  restoredAt: minute(at).toISOString(),
  restoredTo: minute(to).toISOString(),
  timeline,
  parent,
})

describe('the backup for a moment', () => {
  const first = backup(10)
  const second = backup(20)

  it('is the newest from before it', () => {
    expect(backupFor([first, second], [], minute(25))).toBe(second)
    expect(backupFor([first, second], [], minute(15))).toBe(first)
    expect(backupFor([first, second], [], minute(5))).toBeUndefined()
  })

  it('is not one of a past that a restore left behind', () => {
    const restored = [branch(30, 15, 2, 1)]
    // After the restore, the backup of minute 20 holds what was undone.
    expect(backupFor([first, second], restored, minute(35))).toBe(first)
    // What was before the restore is still what it was.
    expect(backupFor([first, second], restored, minute(25))).toBe(second)
    const third = backup(40, 2)
    expect(backupFor([first, second, third], restored, minute(45))).toBe(third)
    expect(backupFor([first, second, third], restored, minute(25))).toBe(second)
  })

  it('follows history through several restores', () => {
    const restored = [branch(30, 15, 2, 1), branch(60, 45, 3, 2)]
    const third = backup(40, 2)
    const fourth = backup(50, 2)
    const all = [first, second, third, fourth]
    expect(timelineAt(restored, minute(65))).toBe(3)
    expect(backupFor(all, restored, minute(65))).toBe(third)
    expect(backupFor(all, restored, minute(55))).toBe(fourth)
    expect(backupFor([first, second], restored, minute(65))).toBe(first)
    expect(backupFor([second], restored, minute(65))).toBeUndefined()
  })
})

describe('how far a backup reaches', () => {
  const archived = (...names: string[]) => new Map(names.map((name, index) => [name, minute(30 + index)]))
  const wal = (count: number) => `0000000100000000000000${String(count).padStart(2, '0')}`

  it('is as far as the pieces follow on each other', () => {
    expect(reachOf(backup(10), archived(wal(10), wal(11), wal(12)))).toEqual(minute(32))
    expect(reachOf(backup(10), archived(wal(10), wal(12)))).toEqual(minute(30))
    expect(reachOf(backup(10), archived(wal(11)))).toBeNull()
  })

  it('counts pieces as PostgreSQL names them', () => {
    expect(nextWal('0000000100000000000000FF')).toBe('000000010000000100000000')
    expect(nextWal('00000002000000FF0000000A')).toBe('00000002000000FF0000000B')
  })

  it('never names a piece twice, nor one that sorts before', () => {
    const number = fc.bigInt({ min: 0n, max: 2n ** 40n - 2n })
    fc.assert(
      fc.property(number, start => {
        const hex = (value: bigint) => value.toString(16).toUpperCase().padStart(8, '0')
        const name = `00000001${hex(start / 256n)}${hex(start % 256n)}`
        expect(nextWal(name) > name).toBe(true)
        expect(nextWal(name)).toHaveLength(24)
      }),
    )
  })
})

describe('the term of a backup', () => {
  it('is at least as many whole days as was promised, and less than one more', () => {
    expect(expiryOf('2026-11-22', 14)).toEqual(new Date('2026-12-07T00:00:00Z'))
    const days = ['2026-11-07', '2026-11-08', '2026-11-22']
    expect(expiredDays(days, 14, new Date('2026-11-22T23:59:59Z'))).toEqual(['2026-11-07'])
    expect(expiredDays(days, 14, new Date('2026-11-23T00:00:00Z'))).toEqual(['2026-11-07', '2026-11-08'])
  })
})

describe('the lists of objects for a moment', () => {
  it('are those of the backup, those since, and the first one after', () => {
    const ids = [5, 10, 20, 30, 40].map(at => `${idOf(minute(at))}-new`)
    expect(manifestsFor(ids, idOf(minute(10)), minute(25))).toEqual(ids.slice(1, 4))
    expect(manifestsFor(ids, idOf(minute(10)), minute(50))).toEqual(ids.slice(1))
  })
})

describe('a moment as somebody types it', () => {
  it.each([
    ['2026-11-22T14:05:00+01:00', '2026-11-22T13:05:00.000Z'],
    ['2026-11-22T13:05Z', '2026-11-22T13:05:00.000Z'],
    ['2026-11-22T13:05:00.250Z', '2026-11-22T13:05:00.250Z'],
  ])('%s', (given, expected) => {
    expect(parseMoment(given)).toEqual(new Date(expected))
  })

  it.each(['', 'gisteren', '2026-11-22', '2026-11-22T13:05:00', '2026-13-22T13:05:00Z', '22-11-2026 13:05'])(
    'not %s',
    given => {
      expect(parseMoment(given)).toBeNull()
    },
  )

  it('is in the id of a backup to the second', () => {
    expect(idOf(new Date('2026-11-22T03:15:09.400Z'))).toBe('20261122T031509Z')
    expect(momentOf('20261122T031509Z')).toEqual(new Date('2026-11-22T03:15:09Z'))
  })
})

describe('a backup that failed', () => {
  const failure = { at: minute(20).toISOString(), why: { nl: 'vol', en: 'full' } }

  it('is told of until one is made', () => {
    expect(failureSince(failure, [backup(10)])).toBe(failure)
    expect(failureSince(failure, [backup(10), backup(30)])).toBeNull()
    expect(failureSince(null, [])).toBeNull()
  })
})
