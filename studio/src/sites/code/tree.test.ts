import { describe, expect, it } from 'vitest'
import { foldersAbove, letterStep, rowsOf, searched, stepOf, treeOf } from './tree.ts'

const files = [
  { path: 'pages/index.liquid', change: 'changed' as const },
  { path: 'pages/nieuws/[slug].liquid', change: 'none' as const },
  { path: 'pages/404.liquid', change: 'none' as const },
  { path: 'assets/main.css', change: 'none' as const },
  { path: 'README.md', change: 'none' as const },
]

const open = new Set(['pages'])
const rows = rowsOf(treeOf(files), path => open.has(path))
const at = (path: string) => rows.findIndex(({ node }) => node.path === path)

describe('the tree of files', () => {
  it('has folders first, each by name, and only what is unfolded', () => {
    expect(rows.map(({ node, level }) => `${'  '.repeat(level - 1)}${node.name}`)).toEqual([
      'assets',
      'pages',
      '  nieuws',
      '  404.liquid',
      '  index.liquid',
      'README.md',
    ])
  })

  it('tells which folders hold a change, and where each line stands among its siblings', () => {
    const [assets, pages] = rows
    expect(assets?.node).toMatchObject({ kind: 'folder', hasChanges: false })
    expect(pages?.node).toMatchObject({ kind: 'folder', hasChanges: true })
    expect(rows[at('pages/index.liquid')]).toMatchObject({ position: 3, siblings: 3, level: 2 })
  })

  it('is searched by parts of a path', () => {
    expect(searched(files, 'pages SLUG').map(({ path }) => path)).toEqual(['pages/nieuws/[slug].liquid'])
    expect(searched(files, '')).toHaveLength(files.length)
    expect(searched(files, 'nothing here')).toEqual([])
  })

  it.each([
    ['ArrowDown', 'assets', { to: 1 }],
    ['ArrowUp', 'assets', { to: 0 }],
    ['ArrowRight', 'assets', { unfold: 'assets' }],
    ['ArrowRight', 'pages', { to: 2 }],
    ['ArrowRight', 'README.md', null],
    ['ArrowLeft', 'pages', { fold: 'pages' }],
    ['ArrowLeft', 'pages/index.liquid', { to: 1 }],
    ['ArrowLeft', 'assets', null],
    ['Home', 'README.md', { to: 0 }],
    ['End', 'assets', { to: 5 }],
    ['x', 'assets', null],
  ] as const)('answers %s on %s', (key, path, expected) => {
    expect(stepOf(key, rows, at(path))).toEqual(expected)
  })

  it('goes to the next name that begins with a letter, round the end', () => {
    expect(letterStep('i', rows, 0)).toBe(at('pages/index.liquid'))
    expect(letterStep('a', rows, at('README.md'))).toBe(0)
    expect(letterStep('z', rows, 3)).toBe(3)
  })

  it('knows the folders above a path', () => {
    expect(foldersAbove('a/b/c.css')).toEqual(['a', 'a/b'])
    expect(foldersAbove('c.css')).toEqual([])
  })
})
