import { convertLatexToMarkup } from 'mathlive'
import { printText } from '../src/print/text.ts'
import type { Expr } from '../src/tree.ts'
import { h } from './element.ts'
import { write } from './notation.ts'

/** A tree as a formula to look at, with calculator notation for who listens. */
export function formula(e: Expr, language: 'nl' | 'en'): HTMLElement {
  const picture = h('span', { 'aria-hidden': 'true' })
  picture.innerHTML = convertLatexToMarkup(write(e, 'latex', language), { defaultMode: 'inline-math' })
  return h('span', { class: 'inline' }, picture, h('span', { class: 'heard' }, printText(e, { language })))
}
