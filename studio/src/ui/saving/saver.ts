/** How it stands with saving: all is kept, something waits, it is being saved, or it did not work. */
export type SavingState = 'saved' | 'waiting' | 'saving' | 'failed'

/** How long after the last change something is saved, in milliseconds, unless the saver is told otherwise. */
export const waitMs = 600

/**
 * Saves by itself: shortly after the last change, one save at a time, always the newest value. `save` gives
 * whether it worked; after a failure the value waits until it is changed or tried again.
 */
export class Saver<T> {
  #save: (value: T) => Promise<boolean>
  #waitMs: number
  #pending: { value: T } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #state: SavingState = 'saved'
  #listeners = new Set<() => void>()

  constructor(save: (value: T) => Promise<boolean>, wait = waitMs) {
    this.#save = save
    this.#waitMs = wait
  }

  /** Calls when the state changes; gives the way to stop. */
  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** How it stands. */
  readonly state = (): SavingState => this.#state

  /** Takes a new value, and saves it when no other follows for a moment. */
  change(value: T): void {
    this.#pending = { value }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), this.#waitMs)
    if (this.#state !== 'saving') this.#set('waiting')
  }

  /** Saves what waits at once: when a field is left, or the page. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#running !== undefined) return this.#running
    if (this.#pending === undefined) return
    this.#running = this.#run()
    await this.#running
    this.#running = undefined
  }

  /** Lets go of what waits: something else took its place. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#pending = undefined
    if (this.#running === undefined) this.#set('saved')
  }

  async #run(): Promise<void> {
    while (this.#pending !== undefined) {
      const { value } = this.#pending
      this.#pending = undefined
      this.#set('saving')
      const worked = await this.#save(value)
      if (worked) continue
      this.#pending ??= { value }
      clearTimeout(this.#timer)
      this.#set('failed')
      return
    }
    this.#set('saved')
  }

  #set(state: SavingState): void {
    if (state === this.#state) return
    this.#state = state
    for (const heard of this.#listeners) heard()
  }
}
