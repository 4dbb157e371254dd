/** A key as it was pressed; the parts of a KeyboardEvent that count. */
export interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** How long after one key the next still belongs to it, in milliseconds. */
export const togetherMs = 1_200

/**
 * Follows the keys that are pressed, and gives the shortcut they make: `?`, `mod+k`, or two in a row as `g m`.
 * `mod` is Ctrl, or Command on a Mac. A key that begins two is given as null until the second comes.
 */
export class KeyReader {
  #known: ReadonlySet<string>
  #first: { key: string; at: number } | undefined

  constructor(known: Iterable<string>) {
    this.#known = new Set(known)
  }

  /** Reads one key at a moment in milliseconds. */
  read(pressed: Pressed, at: number): string | null {
    const key = nameOf(pressed)
    const first = this.#first
    this.#first = undefined
    const both = first && at - first.at <= togetherMs ? `${first.key} ${key}` : undefined
    if (both !== undefined && this.#known.has(both)) return both
    if (this.#known.has(key)) return key
    if ([...this.#known].some(shortcut => shortcut.startsWith(`${key} `))) this.#first = { key, at }
    return null
  }
}

function nameOf({ key, ctrlKey, metaKey, altKey }: Pressed): string {
  const name = key.length === 1 ? key.toLowerCase() : key
  const modifiers = [...(ctrlKey || metaKey ? ['mod'] : []), ...(altKey ? ['alt'] : [])]
  return [...modifiers, name].join('+')
}

/** Whether a shortcut is made of plain letters: those can be turned off (WCAG 2.2, 2.1.4). */
export function isPlain(shortcut: string): boolean {
  return !shortcut.includes('mod+') && !shortcut.includes('alt+')
}
