import type { Reply } from '@helder/client'
import type { listBackups } from '@helder/server/operations/backups/schema'

/** What is known of the backups. */
export type BackupState = Reply<typeof listBackups>

/** The window as it is drawn: every place from 0, where the line begins, to 1, which is now. */
export interface Line {
  from: number
  until: number
  backups: number[]
  restores: number[]
  /** The midnights in between. */
  days: number[]
}

/** Where everything lies on the line; null where there is nothing to go back to. */
export function lineOf(
  { window, backups, restores }: Pick<BackupState, 'window' | 'backups' | 'restores'>,
  now: Date,
): Line | null {
  if (window === null) return null
  const begin = Date.parse(window.from)
  const end = Math.max(now.getTime(), Date.parse(window.until))
  const placeOf = (at: string) => (end === begin ? 1 : (Date.parse(at) - begin) / (end - begin))
  const within = (places: number[]) => places.filter(place => place >= 0 && place <= 1)
  return {
    from: 0,
    until: placeOf(window.until),
    backups: within(backups.map(({ finishedAt }) => placeOf(finishedAt))),
    restores: within(restores.map(({ restoredAt }) => placeOf(restoredAt))),
    days: midnights(begin, end).map(placeOf),
  }
}

function midnights(begin: number, end: number): string[] {
  const days: string[] = []
  const day = new Date(begin)
  day.setHours(24, 0, 0, 0)
  for (; day.getTime() < end; day.setDate(day.getDate() + 1)) days.push(day.toISOString())
  return days
}

/** Whether a moment can be restored. */
export function isWithin(window: BackupState['window'], at: Date): boolean {
  return window !== null && at >= new Date(window.from) && at <= new Date(window.until)
}

/** A moment as a field for moments has it: `2026-11-22T14:05:09`, in the time of this device. */
export function asLocal(at: Date): string {
  return asWritten(at).slice(0, 19)
}

/** A moment as the command line takes it: `2026-11-22T14:05:00+01:00`, in the time of this device. */
export function asWritten(at: Date): string {
  const offset = -at.getTimezoneOffset()
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const two = (value: number) => String(Math.abs(value)).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`
}
