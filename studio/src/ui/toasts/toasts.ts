/** What went on in the corner of the screen: something done, something undone, or something that failed. */
export interface Toast {
  id: number
  tone: 'done' | 'problem'
  words: string
  /** Present as long as it can be undone. */
  undo?: () => Promise<boolean>
  /** Is being undone at this moment. */
  undoing: boolean
}

/** How long a toast stays, in milliseconds, unless somebody is reading it. */
export const staysMs = { done: 4_000, undoable: 10_000, problem: 12_000 } as const

const most = 3

interface Timed {
  toast: Toast
  timer: ReturnType<typeof setTimeout> | undefined
  /** What is left of its time when it is held, in milliseconds. */
  leftMs: number
  startedAt: number
}

/** The toasts on screen, oldest first, with their clocks. One per program; screens reach it by `useToasts`. */
export class Toasts {
  #timed: Timed[] = []
  #shown: readonly Toast[] = []
  #listeners = new Set<() => void>()
  #held = false
  #next = 1

  /** Calls when what is shown changes; gives the way to stop. */
  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** What is on screen now. */
  readonly shown = (): readonly Toast[] => this.#shown

  /** Says that something is done, and for ten seconds offers to undo it where that can be. */
  done(words: string, undo?: () => Promise<boolean>): void {
    this.#add({ id: this.#next++, tone: 'done', words, undoing: false, ...(undo ? { undo } : {}) })
  }

  /** Says what went wrong. */
  problem(words: string): void {
    this.#add({ id: this.#next++, tone: 'problem', words, undoing: false })
  }

  /** Undoes what a toast tells of, or the newest that can be; then says so. Gives whether there was one. */
  async undo(said: string, id?: number): Promise<boolean> {
    const timed = this.#timed.findLast(
      ({ toast }) => toast.undo && !toast.undoing && (id === undefined || toast.id === id),
    )
    const undo = timed?.toast.undo
    if (timed === undefined || undo === undefined) return false
    clearTimeout(timed.timer)
    this.#change(timed, { ...timed.toast, undoing: true })
    const undone = await undo()
    this.dismiss(timed.toast.id)
    if (undone) this.done(said)
    return true
  }

  /** Takes a toast away; what it told of stays done. */
  dismiss(id: number): void {
    clearTimeout(this.#timed.find(({ toast }) => toast.id === id)?.timer)
    this.#timed = this.#timed.filter(({ toast }) => toast.id !== id)
    this.#tell()
  }

  /** Stops the clocks while somebody reads or reaches for a button. */
  hold(): void {
    if (this.#held) return
    this.#held = true
    for (const timed of this.#timed) {
      clearTimeout(timed.timer)
      timed.leftMs -= Date.now() - timed.startedAt
    }
  }

  /** Lets the clocks run again; everybody gets at least a second. */
  release(): void {
    if (!this.#held) return
    this.#held = false
    for (const timed of this.#timed) {
      timed.leftMs = Math.max(1_000, timed.leftMs)
      this.#start(timed)
    }
  }

  #add(toast: Toast): void {
    const kind = toast.tone === 'problem' ? 'problem' : toast.undo ? 'undoable' : 'done'
    const timed: Timed = { toast, timer: undefined, leftMs: staysMs[kind], startedAt: Date.now() }
    for (const { toast: old } of this.#timed.slice(0, Math.max(0, this.#timed.length - most + 1)))
      this.dismiss(old.id)
    this.#timed.push(timed)
    if (!this.#held) this.#start(timed)
    this.#tell()
  }

  #start(timed: Timed): void {
    timed.startedAt = Date.now()
    timed.timer = setTimeout(() => this.dismiss(timed.toast.id), timed.leftMs)
  }

  #change(timed: Timed, toast: Toast): void {
    timed.toast = toast
    this.#tell()
  }

  #tell(): void {
    this.#shown = this.#timed.map(({ toast }) => toast)
    for (const heard of this.#listeners) heard()
  }
}
