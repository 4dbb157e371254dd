import { expect, it } from 'vitest'
import { type Page, pageAt, pageOf } from './pages.ts'

const page = (url: string, language: string, file: string): Page => ({ url, path: url, language, file })
const pages = [
  page('/', 'nl', 'pages/index.liquid'),
  page('/en/', 'en', 'pages/index.liquid'),
  page('/over', 'nl', 'pages/over.liquid'),
  page('/en/about', 'en', 'pages/over.liquid'),
]

it('finds the page of an address, whatever is asked of it', () => {
  expect(pageAt(pages, '/over?x=1#top')?.file).toBe('pages/over.liquid')
  expect(pageAt(pages, '/elsewhere')).toBeUndefined()
})

it('stays where a file is shown already, in any language', () => {
  expect(pageOf(pages, 'pages/index.liquid', '/en/')).toBeUndefined()
})

it('goes to the page of a file, in the language that is looked at', () => {
  expect(pageOf(pages, 'pages/over.liquid', '/en/')?.url).toBe('/en/about')
  expect(pageOf(pages, 'pages/over.liquid', '/')?.url).toBe('/over')
})

it('goes nowhere for a file that makes no page', () => {
  expect(pageOf(pages, 'assets/main.css', '/')).toBeUndefined()
})
