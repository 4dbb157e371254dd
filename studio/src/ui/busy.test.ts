import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Busy, slowMs } from './busy.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function work() {
  let finish = () => {}
  const done = new Promise<void>(resolve => (finish = resolve))
  return { done, finish }
}

it('says nothing of what is quick', async () => {
  const busy = new Busy()
  const quick = work()
  const following = busy.during('saving', quick.done)
  await vi.advanceTimersByTimeAsync(slowMs - 1)
  expect(busy.words()).toBeNull()
  quick.finish()
  await following
  await vi.advanceTimersByTimeAsync(slowMs)
  expect(busy.words()).toBeNull()
})

it('says what takes longer, the longest first, until it is done', async () => {
  const busy = new Busy()
  const [first, second] = [work(), work()]
  const followed = [busy.during('inviting', first.done)]
  await vi.advanceTimersByTimeAsync(10)
  followed.push(busy.during('saving', second.done))
  await vi.advanceTimersByTimeAsync(slowMs)
  expect(busy.words()).toBe('inviting')
  first.finish()
  await followed[0]
  expect(busy.words()).toBe('saving')
  second.finish()
  await followed[1]
  expect(busy.words()).toBeNull()
})

it('passes on what goes wrong, and forgets it', async () => {
  const busy = new Busy()
  const failing = busy.during('saving', Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(busy.words()).toBeNull()
})
