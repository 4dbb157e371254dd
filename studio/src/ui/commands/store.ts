import type { Command } from './rank.ts'

/** Finds commands for a query, for instance records on the server. */
export type CommandSource = (query: string, signal: AbortSignal) => Promise<Command[]>

/** What stands open of the palette and the list of shortcuts. */
export type Opened = 'palette' | 'shortcuts' | null

/** Where commands come from: from what is around every screen, or from the screen itself, which goes first. */
export type CommandOrigin = 'around' | 'screen'

/** The commands that the screens shown now have added. */
export class CommandStore {
  #added: { commands: Command[]; origin: CommandOrigin }[] = []
  #sources: CommandSource[] = []
  #all: readonly Command[] = []
  #opened: Opened = null
  #listeners = new Set<() => void>()

  /** Calls when something changes; gives the way to stop. */
  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** Every command there is now: those of the screen first, each id once. */
  readonly commands = (): readonly Command[] => this.#all

  /** What stands open. */
  readonly opened = (): Opened => this.#opened

  /** The searches there are now. */
  sources(): readonly CommandSource[] {
    return this.#sources
  }

  /** Adds commands; gives the way to take them back. */
  add(commands: Command[], origin: CommandOrigin = 'screen'): () => void {
    const added = { commands, origin }
    this.#change(() => this.#added.push(added))
    return () =>
      this.#change(() => {
        this.#added = this.#added.filter(other => other !== added)
      })
  }

  /** Adds a search; gives the way to take it back. */
  addSource(source: CommandSource): () => void {
    this.#sources = [...this.#sources, source]
    return () => {
      this.#sources = this.#sources.filter(other => other !== source)
    }
  }

  /** Opens the palette or the list of shortcuts, or closes both. */
  open(what: Opened): void {
    this.#change(() => {
      this.#opened = what
    })
  }

  #change(how: () => void): void {
    how()
    const byId = new Map<string, Command>()
    const of = (origin: CommandOrigin) =>
      this.#added.filter(added => added.origin === origin).flatMap(added => added.commands)
    for (const command of [...of('screen'), ...of('around')]) {
      if (!byId.has(command.id)) byId.set(command.id, command)
    }
    this.#all = [...byId.values()]
    for (const heard of this.#listeners) heard()
  }
}
