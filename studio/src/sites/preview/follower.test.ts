import { expect, it } from 'vitest'
import { Follower } from './follower.ts'

function follow() {
  const did: string[] = []
  const follower = new Follower({ ask: () => did.push('ask'), load: () => did.push('load') })
  return { follower, did }
}

it('asks a page that spoke to come anew', () => {
  const { follower, did } = follow()
  follower.spoke()
  follower.loaded()
  follower.changed()
  expect(did).toEqual(['ask'])
})

it('loads again what does not speak', () => {
  const { follower, did } = follow()
  follower.loaded()
  follower.changed()
  expect(did).toEqual(['load'])
})

it('waits for a page that is on its way, and then lets it come once for all that changed', () => {
  const { follower, did } = follow()
  follower.spoke()
  follower.loaded()
  follower.changed()
  follower.changed()
  follower.changed()
  expect(did).toEqual(['ask'])
  follower.spoke()
  follower.loaded()
  expect(did).toEqual(['ask', 'ask'])
  follower.spoke()
  follower.loaded()
  expect(did).toEqual(['ask', 'ask'])
})

it('does not ask a page that no longer speaks', () => {
  const { follower, did } = follow()
  follower.spoke()
  follower.loaded()
  follower.changed()
  follower.loaded()
  follower.changed()
  expect(did).toEqual(['ask', 'load'])
})

it('forgets what changed before another address was asked for', () => {
  const { follower, did } = follow()
  follower.loaded()
  follower.changed()
  follower.changed()
  follower.left()
  follower.loaded()
  expect(did).toEqual(['load'])
})
