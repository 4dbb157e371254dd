import { convertLatexToMarkup } from 'mathlive'
import type { Expr } from '../src/tree.ts'
import { h } from './element.ts'
import { type Manner, write } from './notation.ts'

/** A tree as a formula to look at, with calculator notation for who listens. */
export function formula(e: Expr, manner: Manner): HTMLElement {
  const picture = h('span', { 'aria-hidden': 'true' })
  picture.innerHTML = convertLatexToMarkup(write(e, { ...manner, notation: 'latex' }), {
    defaultMode: 'inline-math',
  })
  return h(
    'span',
    { class: 'inline' },
    picture,
    h('span', { class: 'heard' }, write(e, { ...manner, notation: 'text' })),
  )
}
