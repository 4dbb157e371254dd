import type { Text } from '@helder/words'

/** What a backup says of itself, beside the sealed files: nothing about anyone. */
export interface BackupFacts {
  format: 'helder.backup/1'
  /** The moment that it was begun: `20261122T031500Z`, so that ids sort by time. */
  backupId: string
  startedAt: string
  /** From this moment on it can be restored. */
  finishedAt: string
  /** The day whose key seals it. */
  day: string
  /** The first piece of WAL that it needs, and the one in which it becomes whole. */
  startWal: string
  stopWal: string
  /** The bytes on disk, sealed, and those that a restore takes. */
  sizeBytes: number
  rawBytes: number
  objects: number
  helder: string
  postgres: number
}

/** An id that sorts by the moment. */
export function idOf(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '')
}

/** The moment in an id. */
export function momentOf(id: string): Date {
  return new Date(id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}

/**
 * The piece of WAL after this one, in files of 16 MB: a timeline, a log and a segment, each in eight hex digits.
 * Source: PostgreSQL 18, src/include/access/xlog_internal.h, XLogFileName.
 */
export function nextWal(name: string): string {
  const timeline = name.slice(0, 8)
  const number = BigInt(`0x${name.slice(8, 16)}`) * 256n + BigInt(`0x${name.slice(16, 24)}`) + 1n
  return timeline + hex(number / 256n) + hex(number % 256n)
}

function hex(value: bigint): string {
  return value.toString(16).toUpperCase().padStart(8, '0')
}

/**
 * Until when a backup can be restored, given when each piece of WAL was archived: as far as the pieces follow on each
 * other. Null when the pieces that it needs itself are not all there.
 */
export function reachOf(backup: BackupFacts, archived: Map<string, Date>): Date | null {
  let reach: Date | null = null
  let whole = false
  for (let piece = backup.startWal; ; piece = nextWal(piece)) {
    const at = archived.get(piece)
    if (at === undefined) break
    reach = at
    if (piece === backup.stopWal) whole = true
  }
  if (!whole || reach === null) return null
  return new Date(Math.max(reach.getTime(), new Date(backup.finishedAt).getTime()))
}

/** A restore: from then on history goes on from an earlier moment, on a timeline of its own. */
export interface Branch {
  /** When history went on from there. */
  restoredAt: string
  /** The moment that it went on from. */
  restoredTo: string
  /** PostgreSQL's number of the new timeline, and of the one that it branched off. */
  timeline: number
  parent: number
}

/** The timeline that a piece of WAL is of. */
export function timelineOf(wal: string): number {
  return Number.parseInt(wal.slice(0, 8), 16)
}

/** The timeline on which Helder ran at a moment; null where it was never restored before that. */
export function timelineAt(branches: Branch[], at: Date): number | null {
  return (
    branches.findLast(branch => new Date(branch.restoredAt) <= at)?.timeline ?? branches[0]?.parent ?? null
  )
}

/**
 * The newest backup from which a moment can be restored. Time alone does not tell: after a restore there are two
 * pasts, and a backup of the one that was left leads to the wrong present.
 */
export function backupFor(backups: BackupFacts[], branches: Branch[], at: Date): BackupFacts | undefined {
  const limits = lineage(branches, timelineAt(branches, at), at)
  return [...backups]
    .sort((a, b) => (a.backupId < b.backupId ? 1 : -1))
    .find(backup => {
      const timeline = timelineOf(backup.startWal)
      const limit = limits === null ? at : limits.get(timeline)
      return limit !== undefined && new Date(backup.finishedAt) <= limit
    })
}

// Until when each timeline is part of the history of the last: where the next one branched off.
function lineage(branches: Branch[], timeline: number | null, at: Date): Map<number, Date> | null {
  if (timeline === null) return null
  const limits = new Map([[timeline, at]])
  for (let current = timeline; ; ) {
    const branch = branches.findLast(one => one.timeline === current)
    if (branch === undefined || limits.has(branch.parent)) return limits
    limits.set(branch.parent, new Date(branch.restoredTo))
    current = branch.parent
  }
}

/**
 * The lists of objects that together name what was there at a moment: all of the backup, what came since, and the
 * first list after, for what had not been listed yet.
 */
export function manifestsFor(ids: string[], backupId: string, at: Date): string[] {
  const moment = idOf(at)
  const since = ids.filter(id => id >= backupId)
  const after = since.findIndex(id => id > moment)
  return after === -1 ? since : since.slice(0, after + 1)
}

/** Why no backup was made. */
export interface BackupFailure {
  at: string
  why: Text
}

/** A failure, as long as no backup was made since. */
export function failureSince(failure: BackupFailure | null, backups: BackupFacts[]): BackupFailure | null {
  if (failure === null) return null
  return backups.some(({ finishedAt }) => finishedAt > failure.at) ? null : failure
}

const dayMs = 86_400_000

/** When what was sealed on a day can be read no more: its key is destroyed as that moment passes. */
export function expiryOf(day: string, backupDays: number): Date {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + (backupDays + 1) * dayMs)
}

/** The days whose keys and files are to be destroyed by now. */
export function expiredDays(days: string[], backupDays: number, now: Date): string[] {
  return days.filter(day => expiryOf(day, backupDays) <= now)
}

/** A moment as somebody types it: ISO 8601 with a zone, or `latest`. Null for anything else. */
export function parseMoment(given: string): Date | 'latest' | null {
  if (given === 'latest') return 'latest'
  const at = new Date(given)
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(given)
  return zoned && !Number.isNaN(at.getTime()) ? at : null
}
