import { describe, expect, it } from 'vitest'
import { isPlain, KeyReader, togetherMs } from './keys.ts'

const press = (key: string, more: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('reading keys', () => {
  const reader = () => new KeyReader(['?', 'mod+k', 'g m', 'g r', 'm'])

  it('knows single keys, and Ctrl and Command alike', () => {
    expect(reader().read(press('?'), 0)).toBe('?')
    expect(reader().read(press('k', { ctrlKey: true }), 0)).toBe('mod+k')
    expect(reader().read(press('K', { metaKey: true }), 0)).toBe('mod+k')
    expect(reader().read(press('k'), 0)).toBeNull()
  })

  it('puts two keys together when they follow each other soon', () => {
    const keys = reader()
    expect(keys.read(press('g'), 0)).toBeNull()
    expect(keys.read(press('m'), togetherMs)).toBe('g m')
    expect(keys.read(press('r'), togetherMs + 1)).toBeNull()
  })

  it('takes the second by itself when it comes late', () => {
    const keys = reader()
    keys.read(press('g'), 0)
    expect(keys.read(press('m'), togetherMs + 1)).toBe('m')
  })

  it('forgets the first when something else comes between', () => {
    const keys = reader()
    keys.read(press('g'), 0)
    keys.read(press('x'), 10)
    expect(keys.read(press('r'), 20)).toBeNull()
  })

  it('does not take Ctrl G for g', () => {
    const keys = reader()
    keys.read(press('g', { ctrlKey: true }), 0)
    expect(keys.read(press('r'), 10)).toBeNull()
  })
})

it('tells plain shortcuts from those with a modifier', () => {
  expect(['?', 'g m', 'mod+k', 'alt+n'].map(isPlain)).toEqual([true, true, false, false])
})
