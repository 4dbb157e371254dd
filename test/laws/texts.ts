import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { sourceFiles } from './imports.ts'

/** A source file. */
export interface Source {
  path: string
  text: string
}

/** The source files in which people are spoken to. */
export function spokenSources(root: string): Source[] {
  return sourceFiles(root).map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

interface Node {
  type: string
  start: number
  [key: string]: unknown
}

/** Attributes that people read or hear. */
const spokenAttributes = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'description',
  'summary',
  'legend',
  'caption',
  'error',
  'message',
  'hint',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
])

/** Elements whose content is code or a key, the same in every language. */
const unspokenElements = new Set(['code', 'kbd', 'pre', 'style', 'Code', 'Kbd'])

/** Words that are the same in every language. */
const names = new Set([
  'Helder',
  'Ctrl',
  'Cmd',
  'Esc',
  'HTML',
  'CSS',
  'JSON',
  'CSV',
  'ZIP',
  'API',
  'URL',
  'PDF',
  'SHA',
])

/** Text for people that stands in one language only, where it is shown. */
export function bareTexts({ path, text }: Source): string[] {
  const isScreen = /^(studio|visitor)\//.test(path)
  if (!isScreen) return []
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) return [`${path}: can not be read: ${errors[0]?.message}`]
  const found: Node[] = []
  walk(program as unknown as Node, null, (node, parent) => {
    found.push(...spokenIn(node, parent))
    return !isUnspoken(node)
  })
  return found.map(
    node => `${path}:${lineOf(text, node.start)}: ‘${textOf(node).trim()}’ stands in one language`,
  )
}

function walk(node: Node, parent: Node | null, visit: (node: Node, parent: Node | null) => boolean): void {
  if (!visit(node, parent)) return
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) if (isNode(child)) walk(child, node, visit)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function isUnspoken(node: Node): boolean {
  return (
    node.type === 'JSXElement' && unspokenElements.has(nameOf((node.openingElement as Node).name as Node))
  )
}

function nameOf(node: Node | undefined): string {
  if (node === undefined) return ''
  if (node.type === 'JSXNamespacedName')
    return `${nameOf(node.namespace as Node)}:${nameOf(node.name as Node)}`
  return String(node.name ?? node.value ?? '')
}

function spokenIn(node: Node, parent: Node | null): Node[] {
  switch (node.type) {
    case 'JSXText':
      return isWords(textOf(node)) ? [node] : []
    case 'JSXAttribute':
      return spokenAttributes.has(nameOf(node.name as Node)) ? literalsIn(node.value as Node | null) : []
    case 'JSXExpressionContainer':
      return parent?.type === 'JSXAttribute' ? [] : literalsIn(node.expression as Node)
    case 'CallExpression':
      return madeByHand(node)
    case 'AssignmentExpression': {
      const { type, property } = node.left as Node & { property?: Node }
      const isText =
        type === 'MemberExpression' &&
        ['textContent', 'title', 'placeholder', 'innerText'].includes(nameOf(property))
      return isText ? literalsIn(node.right as Node) : []
    }
    default:
      return []
  }
}

// The visitor's elements are made by hand: `make('p', { title: … }, 'children')` and `notice('…')`.
function madeByHand(node: Node): Node[] {
  const args = node.arguments as Node[]
  switch (nameOf(node.callee as Node)) {
    case 'notice':
      return literalsIn(args[0])
    case 'make':
      return [...attributesOf(args[1]), ...args.slice(2).flatMap(literalsIn)]
    default:
      return []
  }
}

function attributesOf(node: Node | undefined): Node[] {
  if (node?.type !== 'ObjectExpression') return []
  return (node.properties as (Node & { key?: Node; value?: Node })[]).flatMap(property =>
    spokenAttributes.has(nameOf(property.key)) ? literalsIn(property.value) : [],
  )
}

// A string by itself, or as what a condition comes to.
function literalsIn(node: Node | null | undefined): Node[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' && isWords(node.value) ? [node] : []
    case 'TemplateLiteral':
      return isWords(textOf(node)) ? [node] : []
    case 'JSXExpressionContainer':
      return literalsIn(node.expression as Node)
    case 'ConditionalExpression':
      return [...literalsIn(node.consequent as Node), ...literalsIn(node.alternate as Node)]
    case 'LogicalExpression':
      return literalsIn(node.right as Node)
    default:
      return []
  }
}

function textOf(node: Node): string {
  if (node.type !== 'TemplateLiteral') return String(node.value)
  return (node.quasis as (Node & { value: { cooked: string } })[]).map(part => part.value.cooked).join(' ')
}

function isWords(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’']+/gu) ?? []
  return words.some(word => !names.has(word))
}

function lineOf(text: string, start: number): number {
  return text.slice(0, start).split('\n').length
}

/** Texts that are rightly the same in both languages. */
const sameInBoth = new Set([
  'Accounts',
  'Code',
  'e-mail',
  'English',
  'Expert',
  'interval',
  'Item',
  'Items',
  'LaTeX',
  'Link',
  'Live',
  'Mail',
  'matrix',
  'Moment',
  'Nederlands',
  'Plant',
  'Privacy',
  'Register',
  'register.csv',
  'Studio',
  'Tablet',
  'Website',
  'Websites',
  'x·x is x². x+x is 2x.',
])

const pairs = [
  /\btext\(\s*(['"`])((?:(?!\1).)*)\1,\s*(['"`])((?:(?!\3).)*)\3,?\s*\)/g,
  /\{\s*nl:\s*(['"`])((?:(?!\1).)*)\1,\s*en:\s*(['"`])((?:(?!\3).)*)\3,?\s*\}/g,
]

/** Pairs whose Dutch and English are the same, and of which nobody said that they should be. */
export function sameTwice({ path, text }: Source): string[] {
  return pairs.flatMap(pair =>
    [...text.matchAll(pair)]
      .filter(
        ([, , nl = '', , en]) => nl === en && isWords(nl.replace(/\$\{[^}]*\}/g, '')) && !sameInBoth.has(nl),
      )
      .map(
        ([, , nl]) =>
          `${path}: ‘${nl}’ is the same in both languages; translate it or list it in test/laws/texts.ts`,
      ),
  )
}
