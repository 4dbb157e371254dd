import { describe, expect, it } from 'vitest'
import { moved, switched } from './movement.ts'
import { nextSort, sorted, sortFrom, sortText } from './sorting.ts'

describe('moving through a table by key', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['j', 3, 4],
    ['ArrowUp', 3, 2],
    ['k', 3, 2],
    ['PageDown', 3, 13],
    ['PageUp', 13, 3],
    ['Home', 13, 0],
    ['End', 3, 19],
    ['ArrowDown', 19, 19],
    ['ArrowUp', 0, 0],
    ['PageDown', 15, 19],
    ['PageUp', 4, 0],
  ])('%s goes from row %i to row %i of 20', (key, from, to) => {
    expect(moved(key, from, 20)).toBe(to)
  })

  it('goes to the first row from before it', () => {
    expect(moved('ArrowDown', -1, 20)).toBe(0)
  })

  it('leaves other keys alone, and every key in an empty table', () => {
    expect(moved('Enter', 3, 20)).toBeNull()
    expect(moved('a', 3, 20)).toBeNull()
    expect(moved('ArrowDown', 0, 0)).toBeNull()
  })
})

describe('selecting rows', () => {
  const keys = ['a', 'b', 'c', 'd', 'e']
  const after = (selected: string[], at: number, anchor: number | null = null) =>
    [...switched(new Set(selected), keys, at, anchor)].sort().join('')

  it('switches one row on and off', () => {
    expect(after([], 1)).toBe('b')
    expect(after(['b', 'c'], 1)).toBe('c')
  })

  it('makes all rows from the anchor on like the anchor, in both directions', () => {
    expect(after(['b'], 3, 1)).toBe('bcd')
    expect(after(['d'], 1, 3)).toBe('bcd')
    expect(after(['a', 'c', 'd', 'e'], 3, 1)).toBe('ae')
  })

  it('keeps what is selected elsewhere, also rows that are not shown', () => {
    expect(after(['a', 'z'], 3, null)).toBe('adz')
  })

  it('does nothing for a row that is gone', () => {
    expect(after(['a'], 9)).toBe('a')
  })
})

describe('sorting a table', () => {
  const rows = [
    { name: 'Zoë', at: 3 },
    { name: 'Émile', at: null },
    { name: 'anna 10', at: 1 },
    { name: 'Anna 2', at: 2 },
  ]
  const names = (list: { name: string }[]) => list.map(row => row.name)

  it('sorts words as people do: accents, capitals and numbers within', () => {
    expect(names(sorted(rows, row => row.name, false, 'nl'))).toEqual(['Anna 2', 'anna 10', 'Émile', 'Zoë'])
    expect(names(sorted(rows, row => row.name, true, 'nl'))).toEqual(['Zoë', 'Émile', 'anna 10', 'Anna 2'])
  })

  it('puts what has no value last, whichever way', () => {
    expect(names(sorted(rows, row => row.at, false, 'nl'))).toEqual(['anna 10', 'Anna 2', 'Zoë', 'Émile'])
    expect(names(sorted(rows, row => row.at, true, 'nl'))).toEqual(['Zoë', 'Anna 2', 'anna 10', 'Émile'])
  })

  it('keeps the order of equals', () => {
    expect(names(sorted(rows, () => 0, true, 'nl'))).toEqual(names(rows))
  })

  it('goes up first, then down, and up again on another column', () => {
    const first = nextSort(undefined, 'name')
    const second = nextSort(first, 'name')
    expect([first, second, nextSort(second, 'at')]).toEqual([
      { key: 'name', down: false },
      { key: 'name', down: true },
      { key: 'at', down: false },
    ])
  })

  it('stands in an address and comes back from it', () => {
    for (const sort of [
      { key: 'name', down: true },
      { key: 'at', down: false },
    ]) {
      expect(sortFrom(sortText(sort))).toEqual(sort)
    }
    expect(sortFrom(undefined)).toBeUndefined()
    expect(sortFrom('')).toBeUndefined()
  })
})
