import { expect, it, vi } from 'vitest'
import type { Command } from './rank.ts'
import { CommandStore } from './store.ts'

const command = (id: string, label = id): Command => ({ id, label, group: 'go', run: () => {} })
const ids = (store: CommandStore) => store.commands().map(({ id }) => id)

it('has the commands of what is shown, those of the screen before those around it', () => {
  const store = new CommandStore()
  const leave = store.add([command('invite')])
  store.add([command('home'), command('members')], 'around')
  expect(ids(store)).toEqual(['invite', 'home', 'members'])
  leave()
  expect(ids(store)).toEqual(['home', 'members'])
})

it('has each command once, as the screen has it', () => {
  const store = new CommandStore()
  store.add([command('save', 'Save')], 'around')
  store.add([command('save', 'Save this record')])
  expect(store.commands().map(({ label }) => label)).toEqual(['Save this record'])
})

it('gives the same list until something changes, as React asks', () => {
  const store = new CommandStore()
  store.add([command('home')])
  expect(store.commands()).toBe(store.commands())
})

it('tells of what is opened and closed', () => {
  const store = new CommandStore()
  const heard = vi.fn()
  store.subscribe(heard)
  store.open('palette')
  expect(store.opened()).toBe('palette')
  store.open(null)
  expect(store.opened()).toBeNull()
  expect(heard).toHaveBeenCalledTimes(2)
})

it('has the searches of what is shown', () => {
  const store = new CommandStore()
  const source = async () => []
  const leave = store.addSource(source)
  expect(store.sources()).toEqual([source])
  leave()
  expect(store.sources()).toEqual([])
})
