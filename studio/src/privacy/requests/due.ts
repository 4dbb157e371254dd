const dayMs = 86_400_000

/** How many days there are still to answer, today not counted; below zero it is too late. `dueOn` is a date. */
export function daysLeft(dueOn: string, now: Date, timeZone = 'Europe/Amsterdam'): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
  return Math.round((Date.parse(dueOn) - Date.parse(today)) / dayMs)
}

/** How much of the term is left, from 1 to 0. */
export function partLeft(dueOn: string, receivedAt: string, now: Date): number {
  const whole = daysLeft(dueOn, new Date(receivedAt))
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, daysLeft(dueOn, now) / whole))
}

/** What the days that are left mean: time enough, a week or less, or too late. */
export function urgency(left: number): 'calm' | 'soon' | 'late' {
  if (left < 0) return 'late'
  return left <= 7 ? 'soon' : 'calm'
}
