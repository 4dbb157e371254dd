import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { staysMs, Toasts } from './toasts.ts'

const words = (toasts: Toasts) => toasts.shown().map(toast => toast.words)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('toasts', () => {
  it('stay for as long as their kind does', () => {
    const toasts = new Toasts()
    toasts.done('saved')
    toasts.done('removed', async () => true)
    toasts.problem('failed')
    vi.advanceTimersByTime(staysMs.done)
    expect(words(toasts)).toEqual(['removed', 'failed'])
    vi.advanceTimersByTime(staysMs.undoable - staysMs.done)
    expect(words(toasts)).toEqual(['failed'])
    vi.advanceTimersByTime(staysMs.problem - staysMs.undoable)
    expect(words(toasts)).toEqual([])
  })

  it('make room for the newest', () => {
    const toasts = new Toasts()
    for (const said of ['one', 'two', 'three', 'four']) toasts.done(said)
    expect(words(toasts)).toEqual(['two', 'three', 'four'])
  })

  it('stand still while they are read, and go on where they were', () => {
    const toasts = new Toasts()
    toasts.done('removed', async () => true)
    vi.advanceTimersByTime(9_000)
    toasts.hold()
    vi.advanceTimersByTime(60_000)
    expect(words(toasts)).toEqual(['removed'])
    toasts.release()
    vi.advanceTimersByTime(999)
    expect(words(toasts)).toEqual(['removed'])
    vi.advanceTimersByTime(1)
    expect(words(toasts)).toEqual([])
  })

  it('that come while others are held wait too', () => {
    const toasts = new Toasts()
    toasts.done('one')
    toasts.hold()
    toasts.done('two')
    vi.advanceTimersByTime(60_000)
    expect(words(toasts)).toEqual(['one', 'two'])
  })

  it('tell whoever listens, until they stop', () => {
    const toasts = new Toasts()
    const heard = vi.fn()
    const stop = toasts.subscribe(heard)
    toasts.done('one')
    stop()
    toasts.done('two')
    expect(heard).toHaveBeenCalledTimes(1)
  })
})

describe('undoing', () => {
  it('takes the newest that can be undone, once, and says so', async () => {
    const toasts = new Toasts()
    const undone: string[] = []
    const undo = (name: string) => async () => undone.push(name) > 0
    toasts.done('first', undo('first'))
    toasts.done('second', undo('second'))
    toasts.done('plain')
    expect(await toasts.undo('undone')).toBe(true)
    expect(undone).toEqual(['second'])
    expect(words(toasts)).toEqual(['first', 'plain', 'undone'])
    await toasts.undo('undone')
    expect(undone).toEqual(['second', 'first'])
    expect(await toasts.undo('undone')).toBe(false)
  })

  it('can name the toast', async () => {
    const toasts = new Toasts()
    const undo = vi.fn(async () => true)
    toasts.done('first', undo)
    const [first] = toasts.shown()
    toasts.done('second', async () => true)
    await toasts.undo('undone', first?.id)
    expect(undo).toHaveBeenCalledOnce()
  })

  it('happens once, however often it is asked, and keeps the toast while it lasts', async () => {
    const toasts = new Toasts()
    let finish = (_undone: boolean) => {}
    const undo = vi.fn(() => new Promise<boolean>(resolve => (finish = resolve)))
    toasts.done('removed', undo)
    const undoing = toasts.undo('undone')
    expect(await toasts.undo('undone')).toBe(false)
    vi.advanceTimersByTime(60_000)
    expect(toasts.shown()[0]).toMatchObject({ words: 'removed', undoing: true })
    finish(true)
    await undoing
    expect(undo).toHaveBeenCalledOnce()
    expect(words(toasts)).toEqual(['undone'])
  })

  it('that fails claims nothing', async () => {
    const toasts = new Toasts()
    toasts.done('removed', async () => false)
    await toasts.undo('undone')
    expect(words(toasts)).toEqual([])
  })

  it('is over when the toast is', async () => {
    const toasts = new Toasts()
    toasts.done('removed', async () => true)
    vi.advanceTimersByTime(staysMs.undoable)
    expect(await toasts.undo('undone')).toBe(false)
  })
})
