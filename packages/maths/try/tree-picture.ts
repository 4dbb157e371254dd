import { type Expr, size } from '../src/tree.ts'
import { h } from './element.ts'
import type { Text } from './frame.ts'
import { type Manner, write } from './notation.ts'

const most = 300

const names: Record<string, Text | string> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '^': '^',
  '#': '≠',
  '<=': '≤',
  '>=': '≥',
  sqrt: '√',
  factorial: '!',
  pm: '±',
  abs: '| |',
  and: { nl: 'en', en: 'and' },
  or: { nl: 'of', en: 'or' },
  not: { nl: 'niet', en: 'not' },
  list: { nl: 'lijst', en: 'list' },
  set: { nl: 'verzameling', en: 'set' },
  matrix: { nl: 'matrix', en: 'matrix' },
  tuple: { nl: 'punt', en: 'tuple' },
  root: { nl: 'wortel', en: 'root' },
  percent: '%',
  degree: '°',
  chain: { nl: 'keten', en: 'chain' },
}

/** A tree as nested lists that are drawn as a tree, so that it can be seen and be read out. */
export function treePicture(e: Expr, manner: Manner): HTMLElement {
  const { language } = manner
  if (size(e) > most) {
    const text = { nl: 'Deze boom is te groot om te tekenen.', en: 'This tree is too large to draw.' }
    return h('p', { class: 'soft' }, text[language])
  }
  const label = { nl: 'Boom; schuif opzij als hij breed is', en: 'Tree; scroll sideways if it is wide' }
  return h(
    'div',
    { class: 'tree', role: 'group', tabindex: '0', 'aria-label': label[language] },
    h('ul', {}, branch(e, manner)),
  )
}

function branch(e: Expr, manner: Manner): HTMLElement {
  const node = h(
    'span',
    { class: e.kind === 'op' ? 'node' : 'node leaf' },
    e.kind === 'op' ? nameOf(e.op, manner.language) : leafText(e, manner),
  )
  if (e.kind !== 'op' || e.args.length === 0) return h('li', {}, node)
  return h('li', {}, node, h('ul', {}, ...e.args.map(arg => branch(arg, manner))))
}

function leafText(e: Expr, { decimal, ...manner }: Manner): string {
  if (e.kind !== 'num') return write(e, { ...manner, decimal, notation: 'text' })
  return decimal === 'comma' ? e.text.replace('.', ',') : e.text
}

function nameOf(op: string, language: 'nl' | 'en'): string {
  const name = Object.hasOwn(names, op) ? names[op] : undefined
  return typeof name === 'object' ? name[language] : (name ?? op)
}
