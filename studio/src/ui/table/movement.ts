/** How many rows Page Up and Page Down go. */
const page = 10

/** Where a key brings the focus in a list of `count` rows from the row at `at`; null for a key that moves nothing. */
export function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  const within = (row: number) => Math.min(count - 1, Math.max(0, row))
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return within(at + 1)
    case 'ArrowUp':
    case 'k':
      return within(at - 1)
    case 'PageDown':
      return within(at + page)
    case 'PageUp':
      return within(at - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** The rows that are selected after one is switched on or off; with `to` all rows from `anchor` on become like it. */
export function switched(
  selected: ReadonlySet<string>,
  keys: readonly string[],
  at: number,
  anchor: number | null,
): Set<string> {
  const next = new Set(selected)
  const key = keys[at]
  if (key === undefined) return next
  const from = anchor ?? at
  const isOn = anchor === null ? !selected.has(key) : selected.has(keys[anchor] ?? key)
  for (const one of keys.slice(Math.min(from, at), Math.max(from, at) + 1)) {
    if (isOn) next.add(one)
    else next.delete(one)
  }
  return next
}
