/** What a follower can do with the page that is shown. */
export interface Frame {
  /** Asks the page to come anew, by which it stays where it was scrolled to. */
  ask(): void
  /** Loads the address again, for what can not be asked: a picture, a feed, a page that did not come. */
  load(): void
}

/** Lets a page come anew when something changed: one time after another, and never before the last one is there. */
export class Follower {
  readonly #frame: Frame
  #isThere = false
  #canBeAsked = false
  #isBehind = false

  constructor(frame: Frame) {
    this.#frame = frame
  }

  /** Something changed that the page may show. */
  changed(): void {
    if (!this.#isThere) {
      this.#isBehind = true
      return
    }
    this.#isThere = false
    this.#isBehind = false
    if (this.#canBeAsked) this.#frame.ask()
    else this.#frame.load()
    this.#canBeAsked = false
  }

  /** The page spoke, so that it can be asked from now on. */
  spoke(): void {
    this.#canBeAsked = true
  }

  /** What was loaded is there, whatever it is. */
  loaded(): void {
    this.#isThere = true
    if (this.#isBehind) this.changed()
  }

  /** Another address was asked for: nothing of what was there counts any more. */
  left(): void {
    this.#isThere = false
    this.#canBeAsked = false
    this.#isBehind = false
  }
}
