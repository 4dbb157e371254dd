import { expect, it } from 'vitest'
import { indentOf } from './setup.ts'

it.each([
  ['', '  '],
  ['a {\n  b\n}', '  '],
  ['a {\n    b\n}', '    '],
  ['a {\n\tb\n}', '\t'],
])('indents as a text does', (text, indent) => {
  expect(indentOf(text)).toBe(indent)
})
