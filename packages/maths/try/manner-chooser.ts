import { h } from './element.ts'
import type { Text } from './frame.ts'
import type { Manner, Notation } from './notation.ts'

/** What the notations are called. */
export const notationNames: Record<Notation, Text> = {
  text: { nl: 'zoals leerlingen typen', en: 'as pupils type' },
  latex: { nl: 'LaTeX', en: 'LaTeX' },
  maxima: { nl: 'Maxima, zoals auteurs', en: 'Maxima, as authors do' },
}

const decimals: Record<Manner['decimal'], Text> = {
  comma: { nl: '2,5 (komma)', en: '2,5 (comma)' },
  point: { nl: '2.5 (punt)', en: '2.5 (point)' },
}

const letters: Record<Manner['letters'], Text> = {
  single: { nl: 'x keer y', en: 'x times y' },
  words: { nl: 'één naam', en: 'one name' },
}

const legends = {
  notation: { nl: 'Schrijfwijze van wat getypt is', en: 'Notation of what is typed' },
  decimal: { nl: 'Getallen met decimalen', en: 'Numbers with decimals' },
  letters: { nl: 'xy betekent', en: 'xy means' },
}

/** Choices of a notation and of what differs in it; the others do not hold for Maxima. */
export function mannerChooser(manner: Manner, change: (from: Manner, to: Manner) => void): HTMLElement {
  const { language } = manner
  let current = manner
  const turn = (part: Partial<Manner>) => {
    const from = current
    current = { ...current, ...part }
    details.hidden = current.notation === 'maxima'
    change(from, current)
  }
  const group = <K extends 'notation' | 'decimal' | 'letters'>(key: K, names: Record<Manner[K], Text>) => {
    const options = (Object.keys(names) as Manner[K][]).map(value => {
      const id = `${key}-${value}`
      const input = h('input', { type: 'radio', name: key, id, value, checked: value === manner[key] })
      input.addEventListener('change', () => turn({ [key]: value }))
      return h('label', { class: 'choice' }, input, ` ${names[value][language]}`)
    })
    return h('fieldset', { class: 'choices' }, h('legend', {}, legends[key][language]), ...options)
  }
  const details = h('div', { class: 'beside wide' }, group('decimal', decimals), group('letters', letters))
  details.hidden = manner.notation === 'maxima'
  return h('div', { class: 'manner' }, group('notation', notationNames), details)
}

/** What an address keeps of a manner. */
export function keptOf({ notation, decimal, letters }: Manner): Record<string, string> {
  return { as: notation, d: decimal, w: letters }
}
