/** How long something may take before it is shown, in milliseconds. */
export const slowMs = 1_000

/** What is happening right now, told once it takes longer than a second. */
export class Busy {
  #works = new Map<number, string>()
  #slow: number[] = []
  #listeners = new Set<() => void>()
  #next = 1

  /** Calls when the words change; gives the way to stop. */
  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** What has been happening for longer than a second, the longest first; null for nothing. */
  readonly words = (): string | null => this.#works.get(this.#slow[0] ?? -1) ?? null

  /** Follows a piece of work; gives what it gives. */
  async during<T>(words: string, work: Promise<T>): Promise<T> {
    const id = this.#next++
    this.#works.set(id, words)
    const timer = setTimeout(() => this.#change(() => this.#slow.push(id)), slowMs)
    try {
      return await work
    } finally {
      clearTimeout(timer)
      this.#works.delete(id)
      this.#change(() => {
        this.#slow = this.#slow.filter(other => other !== id)
      })
    }
  }

  #change(how: () => void): void {
    how()
    for (const heard of this.#listeners) heard()
  }
}
