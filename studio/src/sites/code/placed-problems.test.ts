import { expect, it } from 'vitest'
import { problemsIn } from './placed-problems.ts'

const unclosed = { line: 4, column: 1, message: '{% if %} is not closed anywhere.' }
const unknown = { line: 2, column: 3, message: 'There is no snippet card.' }

it('tells once of what was said at saving and found in the site', () => {
  const found = [{ path: 'pages/a.liquid', ...unclosed }]
  const views = [{ path: 'pages/a.liquid', problems: [unclosed] }]
  expect(problemsIn(found, views)).toEqual(found)
})

it('tells of every file, by path and line', () => {
  const found = [
    { path: 'pages/b.liquid', ...unclosed },
    { path: 'pages/a.liquid', ...unclosed },
  ]
  const views = [
    { path: 'pages/a.liquid', problems: [unknown] },
    { path: 'pages/c.liquid', problems: null },
  ]
  expect(problemsIn(found, views).map(({ path, line }) => `${path}:${line}`)).toEqual([
    'pages/a.liquid:2',
    'pages/a.liquid:4',
    'pages/b.liquid:4',
  ])
})
