import { expect, it } from 'vitest'
import { placeOf } from './problem-place.ts'

it.each([
  ['pages/index.liquid', 3, { kind: 'file', path: 'pages/index.liquid', line: 3 }],
  ['assets/', null, { kind: 'file', path: 'assets/', line: null }],
  ['contact.email', null, { kind: 'definition', key: 'contact', field: 'email' }],
  ['contact.address.street', null, { kind: 'definition', key: 'contact', field: 'address.street' }],
  ['contact', null, { kind: 'definition', key: 'contact', field: null }],
  [
    '01a2b3c4-0000-7000-8000-000000000001',
    null,
    { kind: 'item', recordId: '01a2b3c4-0000-7000-8000-000000000001' },
  ],
  ['', null, { kind: 'nowhere' }],
] as const)('reads %j as a place', (place, line, expected) => {
  expect(placeOf(place, line)).toEqual(expected)
})
