import { Problem } from '@helder/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { waitMs } from '../../ui/saving/saver.ts'
import { Desk, type FileOnShelf, type OpenFile, type Shelf } from './desk.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const path = 'pages/index.liquid'

/** Keeps versions of files, and refuses what is not based on the newest, as the server does. */
class Folder implements Shelf {
  readonly versions = new Map<string, { text: string | null; by: string }[]>()
  isOffline = false

  put(path: string, text: string | null, by: string): number {
    const versions = this.versions.get(path) ?? []
    versions.push({ text, by })
    this.versions.set(path, versions)
    return versions.length
  }

  list(): FileOnShelf[] {
    return [...this.versions].flatMap(([path, versions]) =>
      versions.at(-1)?.text == null ? [] : [{ path, version: versions.length, mediaType: 'text/plain' }],
    )
  }

  read = async (path: string, version: number) => {
    this.#answer()
    const text = this.versions.get(path)?.[version - 1]?.text
    if (text == null) throw new Problem({ type: 'not-found', status: 404, detail: 'gone' })
    return new Blob([text])
  }

  write = async (path: string, text: string, base: number) => {
    this.#answer()
    const versions = this.versions.get(path) ?? []
    const current = versions.at(-1)?.text == null ? 0 : versions.length
    if (base !== current) throw new Problem({ type: 'conflict', status: 409, detail: 'newer' })
    return { version: this.put(path, text, 'me'), problems: [] }
  }

  newest = async (path: string) => {
    const versions = this.versions.get(path)
    const last = versions?.at(-1)
    if (!versions || !last) return null
    const changedAt = '2026-11-22T10:00:00.000Z'
    return { version: versions.length, removed: last.text === null, by: last.by, changedAt }
  }

  #answer() {
    if (this.isOffline) throw new Problem({ type: 'offline', status: 0, detail: 'no answer' })
  }
}

let folder: Folder
let desk: Desk
let told: string[]

async function opened(): Promise<OpenFile> {
  const [listed] = folder.list()
  if (listed === undefined) throw new Error('there is nothing to open')
  const file = desk.open(listed)
  await vi.advanceTimersByTimeAsync(0)
  return file
}

async function wait(ms = waitMs): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}

beforeEach(() => {
  folder = new Folder()
  told = []
  desk = new Desk(folder, saved => told.push(saved))
  folder.put(path, 'one', 'eva')
})

describe('an open file', () => {
  it('saves a moment after the last change, and only then', async () => {
    const file = await opened()
    expect(file.text()).toBe('one')
    file.change(() => 'one two')
    await wait(waitMs - 1)
    file.change(() => 'one two three')
    await wait(waitMs - 1)
    expect(file.view().saving).toBe('waiting')
    expect(folder.versions.get(path)).toHaveLength(1)
    await wait(1)
    expect(file.view().saving).toBe('saved')
    expect(folder.versions.get(path)?.map(({ text }) => text)).toEqual(['one', 'one two three'])
    expect(told).toEqual([path])
  })

  it('is not saved again when it says what it said', async () => {
    const file = await opened()
    file.change(() => 'x')
    file.change(() => 'one')
    await wait()
    expect(file.view().saving).toBe('saved')
    expect(folder.versions.get(path)).toHaveLength(1)
  })

  it('keeps what was typed without a connection, and saves it when it is tried again', async () => {
    const file = await opened()
    folder.isOffline = true
    file.change(() => 'mine')
    await wait()
    expect(file.view()).toMatchObject({ saving: 'failed', fault: 'no answer' })
    expect(desk.isUnsaved()).toBe(true)
    folder.isOffline = false
    await desk.flush()
    expect(file.view()).toMatchObject({ saving: 'saved', fault: null })
    expect(folder.versions.get(path)?.at(-1)?.text).toBe('mine')
  })

  it('takes over what somebody else saved, as long as nothing of one’s own waits', async () => {
    const file = await opened()
    const { given } = file.view()
    folder.put(path, 'theirs', 'eva')
    desk.hear(folder.list())
    await wait(0)
    expect(file.text()).toBe('theirs')
    expect(file.view().given).toBe(given + 1)
    file.change(() => 'theirs and mine')
    await wait()
    expect(file.view()).toMatchObject({ saving: 'saved', conflict: null })
  })

  it('does not take its own save for somebody else’s', async () => {
    const file = await opened()
    file.change(() => 'mine')
    await wait()
    const { given } = file.view()
    desk.hear(folder.list())
    file.change(() => 'mine, going on')
    await wait()
    expect(file.view().given).toBe(given)
    expect(folder.versions.get(path)?.at(-1)?.text).toBe('mine, going on')
  })

  it('says that it was removed elsewhere, and comes back when it is put back', async () => {
    const file = await opened()
    folder.put(path, null, 'eva')
    desk.hear(folder.list())
    expect(file.view().isGone).toBe(true)
    folder.put(path, 'back', 'eva')
    desk.hear(folder.list())
    await wait(0)
    expect(file.view().isGone).toBe(false)
    expect(file.text()).toBe('back')
  })

  it('goes along when it is moved, with what is not saved yet', async () => {
    const file = await opened()
    file.change(() => 'one more')
    const version = folder.put('pages/home.liquid', 'one', 'me')
    folder.put(path, null, 'me')
    desk.move(path, { path: 'pages/home.liquid', version, mediaType: 'text/plain' })
    await wait()
    expect(file.view()).toMatchObject({ path: 'pages/home.liquid', saving: 'saved', isGone: false })
    expect(folder.versions.get('pages/home.liquid')?.at(-1)?.text).toBe('one more')
    expect(desk.find(path)).toBeUndefined()
  })

  it('stays open as long as it can not be saved', async () => {
    const file = await opened()
    folder.isOffline = true
    file.change(() => 'mine')
    await desk.close(path)
    expect(desk.find(path)).toBe(file)
    folder.isOffline = false
    await desk.close(path)
    expect(desk.find(path)).toBeUndefined()
    expect(folder.versions.get(path)?.at(-1)?.text).toBe('mine')
  })
})

describe('two people in one file', () => {
  async function met(): Promise<OpenFile> {
    const file = await opened()
    file.change(() => 'mine')
    folder.put(path, 'theirs', 'eva')
    await wait()
    return file
  }

  it('are shown both, and nothing is saved until somebody chooses', async () => {
    const file = await met()
    expect(file.view()).toMatchObject({ saving: 'conflict', conflict: { theirs: 'theirs', by: 'eva' } })
    file.change(() => 'mine, going on')
    await wait(10 * waitMs)
    expect(folder.versions.get(path)?.at(-1)?.text).toBe('theirs')
    expect(desk.isUnsaved()).toBe(true)
  })

  it('keep mine, over theirs, which stays an older version', async () => {
    const file = await met()
    file.change(() => 'both')
    await file.resolve('mine')
    expect(file.view()).toMatchObject({ saving: 'saved', conflict: null })
    expect(folder.versions.get(path)?.map(({ text }) => text)).toEqual(['one', 'theirs', 'both'])
  })

  it('take theirs, and go on from there', async () => {
    const file = await met()
    await file.resolve('theirs')
    expect(file.text()).toBe('theirs')
    expect(file.view()).toMatchObject({ saving: 'saved', conflict: null })
    file.change(() => 'theirs and mine')
    await wait()
    expect(folder.versions.get(path)?.at(-1)?.text).toBe('theirs and mine')
  })

  it('keep mine where they removed it', async () => {
    const file = await opened()
    file.change(() => '')
    folder.put(path, null, 'eva')
    await wait()
    expect(file.view().conflict).toMatchObject({ removed: true, theirs: null })
    await file.resolve('mine')
    expect(file.view()).toMatchObject({ saving: 'saved', isGone: false })
    expect(folder.versions.get(path)?.at(-1)?.text).toBe('')
  })

  it('let it go where they removed it', async () => {
    const file = await opened()
    file.change(() => 'mine')
    folder.put(path, null, 'eva')
    await wait()
    await file.resolve('theirs')
    expect(file.view()).toMatchObject({ saving: 'saved', isGone: true })
    expect(folder.versions.get(path)?.at(-1)?.text).toBeNull()
  })
})
