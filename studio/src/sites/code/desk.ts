import type { Trouble } from '../../ui/error-state.tsx'
import { Saver, type SavingState } from '../../ui/saving/saver.ts'
import { type Content, contentOf } from './content.ts'

/** A place in a file where something is wrong. */
export interface FileProblem {
  line: number
  column: number
  message: string
}

/** What the desk needs of the server. Refusals are thrown as a Trouble. */
export interface Shelf {
  /** A version of a file. */
  read(path: string, version: number): Promise<Blob>
  /** Saves a file over the version that was changed; 0 where there is none. */
  write(path: string, text: string, base: number): Promise<{ version: number; problems: FileProblem[] }>
  /** The newest version of a file, and whose it is; null where there never was one. */
  newest(path: string): Promise<NewestVersion | null>
}

/** The newest version of a file on the server. */
export interface NewestVersion {
  version: number
  removed: boolean
  by: string | null
  changedAt: string
}

/** A file as the list of the server has it. */
export interface FileOnShelf {
  path: string
  version: number
  mediaType: string
}

/** Two people saved the same file: what is on the server now, and whose it is. */
export interface Conflict extends NewestVersion {
  /** The text of theirs; null where they removed the file, or it is no text any more. */
  theirs: string | null
}

/** An open file, as it is at one moment. */
export interface FileView {
  /** Stays the same when it is moved. */
  id: number
  path: string
  content: Content | undefined
  /** Why it could not be read. */
  trouble: Trouble | null
  saving: SavingState | 'conflict'
  /** Why it could not be saved. */
  fault: string | null
  conflict: Conflict | null
  /** It was removed, here or elsewhere. */
  isGone: boolean
  /** What the server said when it was saved; null as long as it was not saved here. */
  problems: FileProblem[] | null
  /** Grows each time the text came from elsewhere: then the editor takes it over. */
  given: number
}

let lastId = 0

/** A file that is worked on: it saves by itself, follows what others save, and never overwrites them. */
export class OpenFile {
  readonly #shelf: Shelf
  readonly #saver: Saver<() => string>
  readonly #listeners = new Set<() => void>()
  #view: FileView
  #mediaType: string
  /** The version that is worked on. */
  #version: number
  /** The newest version that the list told of. */
  #listed: number
  /** The text of that version; null where there is none. */
  #saved: string | null = ''
  #current = () => ''

  constructor(shelf: Shelf, { path, version, mediaType }: FileOnShelf) {
    this.#shelf = shelf
    this.#mediaType = mediaType
    this.#version = version
    this.#listed = version
    this.#saver = new Saver(read => this.#save(read()))
    this.#saver.subscribe(() => this.#set({ saving: this.#state() }))
    lastId += 1
    this.#view = {
      id: lastId,
      path,
      content: undefined,
      trouble: null,
      saving: 'saved',
      fault: null,
      conflict: null,
      isGone: false,
      problems: null,
      given: 0,
    }
  }

  /** Calls when something changes; gives the way to stop. */
  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** How it is now. */
  readonly view = (): FileView => this.#view

  /** The text as it is now, saved or not. */
  text(): string {
    return this.#current()
  }

  /** The version that is worked on; 0 where there is none. */
  version(): number {
    return this.#version
  }

  /** Reads the file, again where that failed. */
  async load(): Promise<void> {
    this.#set({ trouble: null })
    try {
      await this.#take(this.#version)
    } catch (error) {
      this.#set({ trouble: error as Trouble })
    }
  }

  /** Takes a change of the person: `read` gives the whole text, asked for when it is saved. */
  change(read: () => string): void {
    this.#current = read
    if (this.#view.conflict === null) this.#saver.change(read)
  }

  /** Saves at once what waits. */
  async flush(): Promise<void> {
    if (this.#view.conflict === null) await this.#saver.flush()
  }

  /** Takes in what the list says of this file; undefined where it is not in it. */
  hear(listed: FileOnShelf | undefined): void {
    if (listed) {
      this.#listed = listed.version
      this.#mediaType = listed.mediaType
    }
    const isGone = listed === undefined
    if (isGone !== this.#view.isGone) this.#set({ isGone })
    void this.#catchUp()
  }

  /** Gives it another path: it was moved, and what is not saved yet goes along. */
  move({ path, version }: FileOnShelf): void {
    this.#version = version
    this.#listed = version
    this.#set({ path, isGone: false })
  }

  /** Ends a conflict: with one's own text, or with theirs. */
  async resolve(choice: 'mine' | 'theirs'): Promise<void> {
    const { conflict } = this.#view
    if (conflict === null) return
    this.#version = conflict.removed ? 0 : conflict.version
    this.#set({ conflict: null, fault: null })
    if (choice === 'theirs') return this.#giveTheirs(conflict)
    this.#saved = conflict.theirs
    this.#saver.change(this.#current)
    await this.#saver.flush()
  }

  async #giveTheirs({ theirs, removed }: Conflict): Promise<void> {
    if (removed) {
      this.#give(this.#saved ?? '')
      this.#set({ isGone: true })
    } else if (theirs !== null) this.#give(theirs)
    else await this.load()
  }

  // What others saved is taken over as long as nothing of one's own would be lost.
  async #catchUp(): Promise<void> {
    const { content, conflict, isGone } = this.#view
    if (content === undefined || conflict !== null || isGone) return
    if (this.#listed <= this.#version || this.#saver.state() !== 'saved') return
    const wanted = this.#listed
    try {
      await this.#take(wanted)
    } catch {
      // It stays as it was; saving will tell when it was changed elsewhere.
    }
  }

  async #take(version: number): Promise<void> {
    const content = await contentOf(await this.#shelf.read(this.#view.path, version), this.#mediaType)
    // Somebody typed while it was read: then saving finds out.
    if (this.#saver.state() !== 'saved') return
    this.#version = version
    if (content.kind === 'text') this.#give(content.text)
    this.#set({ content, problems: null })
  }

  #give(text: string): void {
    this.#saved = text
    this.#current = () => text
    this.#set({ given: this.#view.given + 1 })
    // Leaves nothing waiting of what was there before; it is saved already.
    this.#saver.change(this.#current)
    void this.#saver.flush()
  }

  async #save(text: string): Promise<boolean> {
    if (text === this.#saved) return true
    try {
      const { version, problems } = await this.#shelf.write(this.#view.path, text, this.#version)
      this.#version = version
      this.#saved = text
      this.#set({ problems, fault: null, isGone: false })
      queueMicrotask(() => void this.#catchUp())
      return true
    } catch (error) {
      const trouble = error as Trouble
      if (trouble.kind === 'conflict') await this.#meet(trouble)
      else this.#set({ fault: trouble.message })
      return false
    }
  }

  // What they saved is fetched, so that both can be seen; without it, it is a failure like any other.
  async #meet(trouble: Trouble): Promise<void> {
    try {
      const newest = await this.#shelf.newest(this.#view.path)
      if (newest === null) throw trouble
      const theirs = newest.removed ? null : await this.#textOf(newest.version)
      this.#set({ conflict: { ...newest, theirs }, fault: null })
    } catch {
      this.#set({ fault: trouble.message })
    }
  }

  async #textOf(version: number): Promise<string | null> {
    const content = await contentOf(await this.#shelf.read(this.#view.path, version), this.#mediaType)
    return content.kind === 'text' ? content.text : null
  }

  #state(): FileView['saving'] {
    return this.#view.conflict === null ? this.#saver.state() : 'conflict'
  }

  #set(part: Partial<FileView>): void {
    const view = { ...this.#view, ...part }
    this.#view = { ...view, saving: view.conflict === null ? this.#saver.state() : 'conflict' }
    for (const heard of this.#listeners) heard()
  }
}

/** The files that are open, and how it stands with saving them all. */
export class Desk {
  readonly #shelf: Shelf
  readonly #files = new Map<string, OpenFile>()
  readonly #listeners = new Set<() => void>()
  readonly #saved: (path: string) => void
  #views: readonly FileView[] = []

  /** `saved` hears of every file that was saved here. */
  constructor(shelf: Shelf, saved: (path: string) => void = () => {}) {
    this.#shelf = shelf
    this.#saved = saved
  }

  /** Calls when anything changes in any of the files; gives the way to stop. */
  readonly subscribe = (heard: () => void): (() => void) => {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** The open files as they are now. */
  readonly views = (): readonly FileView[] => this.#views

  /** An open file by its path. */
  find(path: string): OpenFile | undefined {
    return this.#files.get(path)
  }

  /** Opens a file, or gives it where it is open. */
  open(listed: FileOnShelf): OpenFile {
    const known = this.#files.get(listed.path)
    if (known) return known
    const file = new OpenFile(this.#telling(), listed)
    this.#files.set(listed.path, file)
    file.subscribe(() => this.#tell())
    void file.load()
    this.#tell()
    return file
  }

  // A version that was written is told of before anybody asks for it.
  #telling(): Shelf {
    const { read, write, newest } = this.#shelf
    return {
      read,
      newest,
      write: async (path, text, base) => {
        const reply = await write(path, text, base)
        this.#saved(path)
        return reply
      },
    }
  }

  /** Closes a file; what waits is saved first. */
  async close(path: string): Promise<void> {
    const file = this.#files.get(path)
    if (file === undefined) return
    await file.flush()
    if (file.view().saving !== 'saved') return
    this.#files.delete(path)
    this.#tell()
  }

  /** Forgets a file that was removed. */
  drop(path: string): void {
    this.#files.delete(path)
    this.#tell()
  }

  /** Takes in the list of files: who saved, moved or removed something. */
  hear(listing: readonly FileOnShelf[]): void {
    const byPath = new Map(listing.map(file => [file.path, file]))
    for (const [path, file] of this.#files) file.hear(byPath.get(path))
  }

  /** Lets an open file follow where it was moved to. */
  move(from: string, to: FileOnShelf): void {
    const file = this.#files.get(from)
    if (file === undefined) return
    this.#files.delete(from)
    this.#files.set(to.path, file)
    file.move(to)
    this.#tell()
  }

  /** Saves at once what waits in any file. */
  async flush(): Promise<void> {
    await Promise.all([...this.#files.values()].map(file => file.flush()))
  }

  /** Whether anything is not saved yet. */
  isUnsaved(): boolean {
    return this.#views.some(({ saving }) => saving !== 'saved')
  }

  #tell(): void {
    this.#views = [...this.#files.values()].map(file => file.view())
    for (const heard of this.#listeners) heard()
  }
}
