import { describe, expect, it } from 'vitest'
import { bareTexts, sameTwice, spokenSources } from './texts.ts'

describe('every text on screen', () => {
  const sources = spokenSources(process.cwd())
  it('comes from a catalogue with both languages', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.flatMap(bareTexts)).toEqual([])
  })

  it('is another text in the other language', () => {
    expect(sources.flatMap(sameTwice)).toEqual([])
  })
})

const screen = (body: string) =>
  bareTexts({ path: 'studio/src/mail/list.tsx', text: `export const A = () => ${body}` })
const element = (body: string) => bareTexts({ path: 'visitor/src/form.ts', text: body })

describe('the law of texts sees', () => {
  it.each([
    ['words between tags', '<p>Nog geen berichten</p>'],
    ['one word between tags', '<button>Opslaan</button>'],
    ['words in braces', "<p>{'Nog geen berichten'}</p>"],
    ['words with values in them', '<p>{`Nog niets van alles`}</p>'],
    ['words behind a condition', "<p>{ready ? 'Klaar' : texts.busy}</p>"],
    ['words behind an and', "<p>{ready && 'Klaar'}</p>"],
    ['a label for who can not see', '<button aria-label="Sluiten" />'],
    ['a placeholder', "<input placeholder={'Naam'} />"],
    ['a title behind a condition', "<a title={open ? 'Dicht' : texts.open} />"],
    ['a label of our own element', '<Field label="Naam" />'],
  ])('%s', (_what, body) => {
    expect(screen(body)).toHaveLength(1)
  })

  it.each([
    ['a child that is made by hand', "make('p', {}, 'Verstuurd')"],
    ['a label that is made by hand', "make('input', { 'aria-label': 'Naam' })"],
    ['a line that is read aloud', "notice('Verstuurd')"],
    ['a text that is set', "place.textContent = 'Verstuurd'"],
  ])('%s', (_what, body) => {
    expect(element(body)).toHaveLength(1)
  })

  it.each([
    ['a catalogue', '<p title={texts.title}>{texts.empty}</p>'],
    ['signs and numbers', '<p>· 3 × €</p>'],
    ['code and keys', '<p><code>npm start</code><kbd>Enter</kbd></p>'],
    ['the name of the product', '<h1>Helder</h1>'],
    ['a class or a type', '<input className="wide row" type="text" name="email" />'],
  ])('nothing wrong with %s', (_what, body) => {
    expect(screen(body)).toEqual([])
  })

  it('a pair that was not translated', () => {
    const source = (text: string) => ({ path: 'server/src/mail/index.ts', text })
    expect(sameTwice(source("text('Nog niets', 'Nog niets')"))).toHaveLength(1)
    expect(sameTwice(source("{ nl: 'Nog niets', en: 'Nog niets' }"))).toHaveLength(1)
    expect(sameTwice(source("text('Expert', 'Expert')"))).toEqual([])
    expect(sameTwice(source("text('Nog niets', 'Nothing yet')"))).toEqual([])
  })
})
