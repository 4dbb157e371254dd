import { expect, it } from 'vitest'
import { sumsOf } from './sums.ts'

const about = { nl: 'iets', en: 'something' }
const store = (name: string, erased: number, blanked: number, stayed: number) => ({
  store: name,
  about,
  found: erased + blanked + stayed,
  erased,
  blanked,
  stayed,
  because: [],
})

it('adds up what became of each place, and counts a table once', () => {
  const stores = [
    store('identity.accounts', 1, 0, 0),
    store('privacy.requests', 0, 2, 0),
    store('records.records:a', 3, 0, 1),
    store('records.records:b', 0, 0, 2),
    store('mail.messages', 4, 0, 0),
  ]
  expect(sumsOf({ stores })).toEqual({
    found: 13,
    erased: 8,
    blanked: 2,
    stayed: 3,
    taken: 10,
    placesLeft: 1,
  })
})

it('is nothing where nothing was found', () => {
  expect(sumsOf({ stores: [] })).toEqual({
    found: 0,
    erased: 0,
    blanked: 0,
    stayed: 0,
    taken: 0,
    placesLeft: 0,
  })
})
