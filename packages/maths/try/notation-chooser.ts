import { h } from './element.ts'
import { type Notation, notations } from './notation.ts'

/** What the notations are called. */
export const notationNames = {
  text: { nl: 'zoals leerlingen typen', en: 'as pupils type' },
  latex: { nl: 'LaTeX', en: 'LaTeX' },
  maxima: { nl: 'Maxima, zoals auteurs', en: 'Maxima, as authors do' },
}

const legend = { nl: 'Schrijfwijze van wat getypt is', en: 'Notation of what is typed' }

/** A choice of notation. */
export function notationChooser(
  language: 'nl' | 'en',
  chosen: Notation,
  change: (from: Notation, to: Notation) => void,
): HTMLElement {
  let current = chosen
  const choice = (name: Notation) => {
    const input = h('input', {
      type: 'radio',
      name: 'notation',
      id: `notation-${name}`,
      value: name,
      checked: name === chosen,
    })
    input.addEventListener('change', () => {
      const from = current
      current = name
      change(from, name)
    })
    return h('label', { class: 'choice' }, input, ` ${notationNames[name][language]}`)
  }
  return h('fieldset', { class: 'choices' }, h('legend', {}, legend[language]), ...notations.map(choice))
}
