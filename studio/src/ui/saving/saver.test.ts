import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Saver, waitMs } from './saver.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('saves the newest value once, shortly after the last change', async () => {
  const save = vi.fn(async () => true)
  const saver = new Saver<string>(save)
  for (const value of ['a', 'ab', 'abc']) {
    saver.change(value)
    await vi.advanceTimersByTimeAsync(waitMs - 1)
  }
  expect(saver.state()).toBe('waiting')
  expect(save).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(save.mock.calls).toEqual([['abc']])
  expect(saver.state()).toBe('saved')
})

it('saves one value at a time, and the newest last', async () => {
  const finish: (() => void)[] = []
  const saved: string[] = []
  const saver = new Saver<string>(
    value =>
      new Promise(resolve => {
        saved.push(value)
        finish.push(() => resolve(true))
      }),
  )
  saver.change('a')
  const flushed = saver.flush()
  saver.change('b')
  saver.change('c')
  await vi.advanceTimersByTimeAsync(waitMs * 2)
  expect(saved).toEqual(['a'])
  expect(saver.state()).toBe('saving')
  finish[0]?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(saved).toEqual(['a', 'c'])
  finish[1]?.()
  await flushed
  expect(saver.state()).toBe('saved')
})

it('keeps what could not be saved, and saves it when it is tried again', async () => {
  let online = false
  const saved: string[] = []
  const saver = new Saver<string>(async value => {
    if (online) saved.push(value)
    return online
  })
  saver.change('a')
  await vi.advanceTimersByTimeAsync(waitMs)
  expect(saver.state()).toBe('failed')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(saved).toEqual([])
  online = true
  await saver.flush()
  expect(saved).toEqual(['a'])
  expect(saver.state()).toBe('saved')
})

it('prefers a change made meanwhile to the value that failed', async () => {
  let fail = (_worked: boolean) => {}
  const saved: string[] = []
  const saver = new Saver<string>(value => {
    saved.push(value)
    return saved.length === 1 ? new Promise(resolve => (fail = resolve)) : Promise.resolve(true)
  })
  saver.change('old')
  const flushed = saver.flush()
  saver.change('new')
  fail(false)
  await flushed
  await saver.flush()
  expect(saved).toEqual(['old', 'new'])
})

it('has nothing to do when nothing changed', async () => {
  const save = vi.fn(async () => true)
  await new Saver<string>(save).flush()
  expect(save).not.toHaveBeenCalled()
})

it('tells of each state once', async () => {
  const states: string[] = []
  const saver = new Saver<string>(async () => true)
  saver.subscribe(() => states.push(saver.state()))
  saver.change('a')
  saver.change('b')
  await saver.flush()
  expect(states).toEqual(['waiting', 'saving', 'saved'])
})

it('waits as long as it is told to', async () => {
  const save = vi.fn(async () => true)
  const saver = new Saver<string>(save, 3_000)
  saver.change('a')
  await vi.advanceTimersByTimeAsync(2_999)
  expect(save).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(save).toHaveBeenCalledOnce()
})

it('lets go of what could not be saved when something else took its place', async () => {
  const saved: string[] = []
  let refuses = true
  const saver = new Saver<string>(async value => {
    if (!refuses) saved.push(value)
    return !refuses
  })
  saver.change('mine')
  await vi.advanceTimersByTimeAsync(waitMs)
  expect(saver.state()).toBe('failed')
  saver.drop()
  expect(saver.state()).toBe('saved')
  refuses = false
  await saver.flush()
  expect(saved).toEqual([])
})
