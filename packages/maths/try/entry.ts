import { MathfieldElement } from 'mathlive'
import { sentence } from '../src/words/problems.ts'
import { h } from './element.ts'
import { type Manner, read, write } from './notation.ts'

// Fonts are in the styles, and nothing sounds.
MathfieldElement.fontsDirectory = null
MathfieldElement.soundsDirectory = null

const texts = {
  field: { nl: 'als formule', en: 'as a formula' },
  typed: { nl: 'getypt', en: 'typed' },
  keyboard: { nl: 'Toetsenbord met tekens', en: 'Keyboard with symbols' },
}

/** Something to enter mathematics in, in either of two ways that show the same: a field with formulas, and plain typing. */
export interface Entry {
  root: HTMLElement
  /** As it is typed, which is what is checked. */
  text(): string
  set(text: string): void
  /** Brings the focus to one of its ways to enter. */
  focus(way: 'field' | 'typed'): void
  /** Writes it in another manner. */
  translate(from: Manner, to: Manner): void
}

interface Wishes {
  name: string
  label: string
  text: string
  language: 'nl' | 'en'
  manner: () => Manner
  /** False for tests that compare texts, where a formula says nothing. */
  formulas: boolean
  change: () => void
  /** What the Enter key does; without it typing starts a new line. */
  enter?: (way: 'field' | 'typed') => void
}

/** Makes an entry. */
export function makeEntry({ name, label, text, language, manner, formulas, change, enter }: Wishes): Entry {
  const typed = h('textarea', {
    id: `${name}-typed`,
    rows: enter === undefined ? '2' : '1',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-describedby': `${name}-problem`,
  })
  const problem = h('p', { id: `${name}-problem`, class: 'problem' })
  const field = formulas ? makeField(`${label}, ${texts.field[language]}`, language) : null
  const tell = (message: string) => {
    problem.textContent = message
    typed.setAttribute('aria-invalid', String(message !== ''))
  }
  const showTyped = () => {
    MathfieldElement.decimalSeparator = manner().decimal === 'comma' ? ',' : '.'
    const reading = typed.value.trim() === '' || field === null ? null : read(typed.value, manner())
    tell(reading?.ok === false ? sentence(reading.problem, language) : '')
    if (reading === null || reading.ok)
      field?.setValue(reading === null ? '' : write(reading.tree, { ...manner(), notation: 'latex' }), {
        silenceNotifications: true,
      })
  }
  typed.value = text
  typed.addEventListener('input', () => {
    showTyped()
    change()
  })
  field?.addEventListener('input', () => {
    const latex = field.getValue('latex-without-placeholders')
    const reading = latex.trim() === '' ? null : read(latex, { ...manner(), notation: 'latex' })
    tell(reading?.ok === false ? sentence(reading.problem, language) : '')
    typed.value =
      manner().notation === 'latex' || reading?.ok === false
        ? latex
        : reading === null
          ? ''
          : write(reading.tree, manner())
    change()
  })
  if (enter !== undefined) {
    onEnter(typed, () => enter('typed'))
    if (field !== null) onEnter(field, () => enter('field'))
  }
  showTyped()
  const way = (text: string, control: HTMLElement, attributes: Record<string, string>) =>
    h('div', { class: 'way' }, h('label', attributes, text), control)
  return {
    root: h(
      'fieldset',
      { class: 'entry' },
      h('legend', {}, label),
      h(
        'div',
        { class: 'ways' },
        field === null ? null : way(texts.field[language], field, { 'aria-hidden': 'true' }),
        way(texts.typed[language], typed, { for: typed.id }),
      ),
      problem,
    ),
    text: () => typed.value,
    focus(way) {
      if (way === 'field' && field !== null) field.focus()
      else typed.focus()
    },
    set(value) {
      typed.value = value
      showTyped()
    },
    translate(from, to) {
      const reading = read(typed.value, from)
      if (reading.ok) typed.value = write(reading.tree, to)
      showTyped()
    },
  }
}

function onEnter(control: HTMLElement, work: () => void): void {
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    work()
  }
  control.addEventListener('keydown', listen, { capture: true })
}

function makeField(label: string, language: 'nl' | 'en'): MathfieldElement {
  const field = new MathfieldElement()
  field.setAttribute('aria-label', label)
  MathfieldElement.locale = language
  field.mathVirtualKeyboardPolicy = matchMedia('(pointer: coarse)').matches ? 'auto' : 'manual'
  // It has a menu only after it has come into the page.
  field.addEventListener('mount', () => {
    field.menuItems = []
  })
  return field
}
