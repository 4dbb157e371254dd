/** Something that can be done or gone to, as the palette lists it. */
export interface Command {
  /** Stable: by it the palette remembers what was used. */
  id: string
  label: string
  /** Under which heading it stands: where to go, or what can be done here. */
  group: 'go' | 'do' | 'found'
  /** What stands small behind it, such as the workspace. */
  hint?: string
  /** Other words by which people look for it. */
  keywords?: string[]
  /** The keys that do the same: `g m`. */
  keys?: string
  run: () => void
}

// How well a word of the query fits a text: the start of it, the start of a word in it, within, scattered, not.
function fit(text: string, query: string): number {
  if (text === query) return 100
  if (text.startsWith(query)) return 80
  const at = text.indexOf(query)
  if (at > 0) return /[\s\-/(]/.test(text.charAt(at - 1)) ? 60 : 40
  return isScattered(text, query) ? 10 : 0
}

function isScattered(text: string, query: string): boolean {
  let at = -1
  for (const letter of query) {
    at = text.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return query.length > 1
}

/** A text without accents and capitals, as people type when they search. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

// Every word of the query must fit the label or a keyword; a keyword counts for less than the label.
function score(command: Command, words: string[]): number {
  const label = plain(command.label)
  const others = [...(command.keywords ?? []), command.hint ?? ''].map(plain)
  let total = 0
  for (const word of words) {
    const best = Math.max(fit(label, word), ...others.map(other => fit(other, word) * 0.6))
    if (best === 0) return 0
    total += best
  }
  return total / words.length
}

/**
 * The commands that fit a query, best first. What was used lately (`recent`, newest first) comes before what fits
 * equally well; without a query it comes first of all, and the rest keeps its order.
 */
export function rankCommands(commands: Command[], query: string, recent: string[] = []): Command[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const recency = (command: Command) => {
    const at = recent.indexOf(command.id)
    return at < 0 ? 0 : recent.length - at
  }
  const scored = commands.map((command, order) => ({
    command,
    order,
    score: words.length === 0 ? 1 : score(command, words),
    recency: recency(command),
  }))
  return scored
    .filter(entry => entry.score > 0)
    .sort((a, b) => b.score - a.score || b.recency - a.recency || a.order - b.order)
    .map(entry => entry.command)
}
