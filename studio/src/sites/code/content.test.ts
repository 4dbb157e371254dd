import { describe, expect, it } from 'vitest'
import { contentOf, lineBreakOf, mostTextBytes, smallestChange } from './content.ts'

const bytes = (...values: number[]) => new Blob([new Uint8Array(values)])

describe('what a file holds', () => {
  it('is text where its bytes are UTF-8, also of a drawing', async () => {
    expect(await contentOf(new Blob(['één']), 'text/css')).toEqual({ kind: 'text', text: 'één' })
    expect(await contentOf(new Blob(['<svg/>']), 'image/svg+xml; charset=utf-8')).toEqual({
      kind: 'text',
      text: '<svg/>',
    })
    expect(await contentOf(new Blob([]), 'application/octet-stream')).toEqual({ kind: 'text', text: '' })
  })

  it('keeps a byte order mark, so that saving changes only what was changed', async () => {
    expect(await contentOf(bytes(0xef, 0xbb, 0xbf, 0x61), 'text/plain')).toEqual({
      kind: 'text',
      text: '\ufeffa',
    })
  })

  it('is bytes where it is another encoding, or no text at all', async () => {
    expect(await contentOf(bytes(0x63, 0xe9), 'text/html')).toEqual({ kind: 'bytes', why: 'binary' })
    expect(await contentOf(bytes(0x61, 0), 'text/plain')).toEqual({ kind: 'bytes', why: 'binary' })
    expect(await contentOf(new Blob(['x'.repeat(mostTextBytes + 1)]), 'text/plain')).toEqual({
      kind: 'bytes',
      why: 'large',
    })
  })

  it('is a picture by its type', async () => {
    expect((await contentOf(bytes(1, 2), 'image/png')).kind).toBe('picture')
  })
})

it.each([
  ['a\nb', '\n'],
  ['a\r\nb\r\n', '\r\n'],
  ['a\r\nb\n', '\n'],
  ['', '\n'],
])('finds how lines end in %j', (text, expected) => {
  expect(lineBreakOf(text)).toBe(expected)
})

describe('the smallest change', () => {
  it.each([
    ['abc', 'abc', null],
    ['abc', 'abXc', { from: 2, to: 2, insert: 'X' }],
    ['abXc', 'abc', { from: 2, to: 3, insert: '' }],
    ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
    ['', 'new', { from: 0, to: 0, insert: 'new' }],
    ['one two', 'one 2', { from: 4, to: 7, insert: '2' }],
  ])('from %j to %j', (before, after, expected) => {
    const change = smallestChange(before, after)
    expect(change).toEqual(expected)
    if (change) expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after)
  })
})
