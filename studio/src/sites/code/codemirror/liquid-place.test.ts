import { describe, expect, it } from 'vitest'
import { liquidPlaceAt, liquidWordAt } from './liquid-place.ts'

/** What is found at the bar in a text. */
function at(marked: string) {
  const position = marked.indexOf('¦')
  return liquidPlaceAt(marked.replace('¦', ''), position)
}

describe('what is being written', () => {
  it.each([
    ['<p>na¦', null],
    ['{{ page.title }} na¦', null],
    ['{% fo¦', { kind: 'tag', word: 'fo', from: 3 }],
    ['{%- ¦', { kind: 'tag', word: '', from: 4 }],
    ['{{ pa¦ }}', { kind: 'object', word: 'pa', from: 3 }],
    ['{{ ¦ }}', { kind: 'object', word: '', from: 3 }],
    ['{% if pa¦', { kind: 'object', word: 'pa', from: 6 }],
    ['{{ page.ti¦', { kind: 'property', of: ['page'], word: 'ti', from: 8 }],
    ['{{ record.photo.¦', { kind: 'property', of: ['record', 'photo'], word: '', from: 16 }],
    ["{{ 'main.css' | asset¦", { kind: 'filter', word: 'asset', from: 16 }],
    ["{{ 'main.css' |¦", { kind: 'filter', word: '', from: 15 }],
    ["{{ 'ma¦", null],
    ['{{ "it\'s" | ¦', { kind: 'filter', word: '', from: 12 }],
    ["{% render 'ca¦", { kind: 'snippet', word: 'ca', from: 11 }],
    ['{% render "¦', { kind: 'snippet', word: '', from: 11 }],
    ["{% form 'con¦", null],
  ])('%s', (marked, found) => {
    expect(at(marked)).toEqual(found)
  })
})

it('takes the whole word that is pointed at', () => {
  const text = "{{ 'menu.home' | escape_once }}"
  expect(liquidWordAt(text, 20)).toEqual({ kind: 'filter', word: 'escape_once', from: 17 })
})
