/** A list with one thing taken out and put in at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined || from === to) return [...list]
  const rest = list.filter((_, at) => at !== from)
  const place = Math.max(0, Math.min(to, rest.length))
  return [...rest.slice(0, place), item, ...rest.slice(place)]
}

/** Where something lies, from top to bottom, in pixels. */
export interface Span {
  top: number
  bottom: number
}

/**
 * The place for what is dragged: it passes a neighbour when its leading edge passes the middle of that neighbour,
 * so that a high thing and a low one change places as easily both ways.
 */
export function placeOf(spans: readonly Span[], from: number, by: number): number {
  const own = spans[from]
  if (own === undefined) return from
  const middle = ({ top, bottom }: Span) => (top + bottom) / 2
  if (by > 0) return from + spans.slice(from + 1).filter(span => own.bottom + by > middle(span)).length
  return from - spans.slice(0, from).filter(span => own.top + by < middle(span)).length
}

/** How far each thing moves aside while one is dragged from one place to another, in pixels. */
export function shifts(spans: readonly Span[], from: number, to: number): number[] {
  const own = spans[from]
  const next = spans[from + 1]
  const before = spans[from - 1]
  if (own === undefined) return spans.map(() => 0)
  // The room between two things is part of what moves.
  const gap = next ? next.top - own.bottom : before ? own.top - before.bottom : 0
  const step = own.bottom - own.top + gap
  return spans.map((_, at) => {
    if (at > from && at <= to) return -step
    if (at < from && at >= to) return step
    return 0
  })
}
