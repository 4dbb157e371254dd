import { describe, expect, it } from 'vitest'
import { readPreviewWord } from '../previews/rules.ts'
import { followed } from './follow.ts'

const studio = 'http://studio.localhost:4000'
const script = `<script type="module" src="/_helder/visitor/preview.js" data-studio="${studio}"></script>`
const inPage = (html: string | Buffer) => followed(Buffer.from(html), studio).toString('latin1')

describe('a page of a preview', () => {
  it('follows what is worked on, by a script at the start of its head', () => {
    expect(inPage('<!doctype html><html><head><title>x</title></head></html>')).toBe(
      `<!doctype html><html><head>${script}<title>x</title></head></html>`,
    )
    expect(inPage('<HEAD lang="nl">x')).toBe(`<HEAD lang="nl">${script}x`)
  })

  it('has the script at its end where it writes no head, so that its doctype stays first', () => {
    expect(inPage('<!doctype html><title>x</title><header>a</header>')).toBe(
      `<!doctype html><title>x</title><header>a</header>${script}`,
    )
  })

  it('keeps every byte of another encoding', () => {
    const page = Buffer.from('<head><title>caf\u00e9</title>', 'latin1')
    expect(inPage(page)).toBe(`<head>${script}<title>caf\u00e9</title>`)
  })
})

describe('a word from a preview', () => {
  it.each([
    [{ helder: 'preview', say: 'here', path: '/a', isBroken: false }],
    [{ helder: 'preview', say: 'open', file: 'pages/a.liquid', line: 3 }],
    [{ helder: 'preview', say: 'fault', message: 'x is not defined', source: '/assets/main.js', line: 1 }],
  ])('is understood: %j', word => {
    expect(readPreviewWord(word)).toEqual(word)
  })

  it.each([
    [null],
    ['here'],
    [{ say: 'here', path: '/a' }],
    [{ helder: 'preview', say: 'here', path: 'javascript:alert(1)' }],
    [{ helder: 'preview', say: 'here', path: 7 }],
    [{ helder: 'preview', say: 'open', file: 'x'.repeat(3000), line: 1 }],
    [{ helder: 'preview', say: 'format' }],
  ])('is nothing when a page says something else: %j', word => {
    expect(readPreviewWord(word)).toBeNull()
  })
})
