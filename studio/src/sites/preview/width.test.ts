import { expect, it } from 'vitest'
import { fitOf } from './width.ts'

it('gives a page the room there is', () => {
  expect(fitOf('full', 700)).toEqual({ width: 700, scale: 1 })
})

it('gives a page the width of a device where that fits', () => {
  expect(fitOf('phone', 700)).toEqual({ width: 390, scale: 1 })
})

it('shows a device smaller where it does not fit, and never larger', () => {
  expect(fitOf('tablet', 410)).toEqual({ width: 820, scale: 0.5 })
  expect(fitOf('tablet', 2000)).toEqual({ width: 820, scale: 1 })
})

it('waits until the room is known', () => {
  expect(fitOf('phone', 0)).toEqual({ width: 390, scale: 1 })
})
