import { expect, it } from 'vitest'
import { moved, placeOf, type Span, shifts } from './order.ts'

it('moves one thing and keeps the order of the rest', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a'])
  expect(moved(['a'], 4, 0)).toEqual(['a'])
})

// A low thing, a high one, a low one, with 10 in between.
const spans: Span[] = [
  { top: 0, bottom: 20 },
  { top: 30, bottom: 130 },
  { top: 140, bottom: 160 },
]

it('passes a neighbour when the leading edge passes its middle', () => {
  expect(placeOf(spans, 0, 59)).toBe(0)
  expect(placeOf(spans, 0, 61)).toBe(1)
  expect(placeOf(spans, 0, 131)).toBe(2)
  expect(placeOf(spans, 2, -59)).toBe(2)
  expect(placeOf(spans, 2, -61)).toBe(1)
  expect(placeOf(spans, 1, -21)).toBe(0)
  expect(placeOf(spans, 1, 0)).toBe(1)
})

it('makes room of the size of what is dragged', () => {
  expect(shifts(spans, 0, 2)).toEqual([0, -30, -30])
  expect(shifts(spans, 2, 1)).toEqual([0, 30, 0])
  expect(shifts(spans, 1, 1)).toEqual([0, 0, 0])
})
