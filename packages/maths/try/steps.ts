import { judgeStep, type StepVerdict } from '../src/steps/relate.ts'
import { mistakes } from '../src/steps/rules/index.ts'
import type { Task } from '../src/steps/task.ts'
import type { Expr } from '../src/tree.ts'
import { reasonSentence } from '../src/words/index.ts'
import { keepState, languageOf, readState } from './address.ts'
import { h } from './element.ts'
import { type Entry, makeEntry } from './entry.ts'
import { formula } from './formula.ts'
import { showFrame, type Text } from './frame.ts'
import { type Notation, notations, read, write } from './notation.ts'
import { notationChooser } from './notation-chooser.ts'

const texts = {
  title: { nl: 'Uitwerkingen nakijken', en: 'Marking worked solutions' },
  intro: {
    nl: 'Schrijf de opgave op de eerste regel en werk hem daaronder uit. Elke regel wordt vergeleken met de vorige.',
    en: 'Write the exercise on the first line and work it out below. Each line is compared with the one before.',
  },
  question: { nl: 'Opdracht', en: 'Task' },
  kind: { nl: 'Wat is de bedoeling?', en: 'What is to be done?' },
  lines: { nl: 'Uitwerking', en: 'Working' },
  exercise: { nl: 'Opgave', en: 'Exercise' },
  add: { nl: 'Regel toevoegen', en: 'Add a line' },
  enter: { nl: 'Enter maakt ook een nieuwe regel.', en: 'Enter makes a new line too.' },
  example: { nl: 'Vul een voorbeeld in', en: 'Fill in an example' },
  took: { nl: 'Nakijken van alle regels duurde', en: 'Checking all lines took' },
  lost: { nl: 'Verloren', en: 'Lost' },
  gained: { nl: 'Erbij gekomen', en: 'Added' },
  condition: { nl: 'Voorwaarde', en: 'Condition' },
  unread: { nl: 'Deze regel is niet te lezen.', en: 'This line can’t be read.' },
  unreadBefore: { nl: 'De regel hierboven is niet te lezen.', en: 'The line above can’t be read.' },
}

const line = (number: number): Text => ({ nl: `Regel ${number}`, en: `Line ${number}` })
const removeLine = (number: number): Text => ({
  nl: `Verwijder regel ${number}`,
  en: `Remove line ${number}`,
})

const kinds: Record<Task['kind'], { label: Text; example: string }> = {
  equation: {
    label: { nl: 'Los de vergelijking op', en: 'Solve the equation' },
    example: '3(x - 2) = x + 8\n3x - 6 = x + 8\n2x = 14\nx = 7',
  },
  inequality: {
    label: { nl: 'Los de ongelijkheid op', en: 'Solve the inequality' },
    example: '4 - 2x < 10\n-2x < 6\nx < -3',
  },
  system: {
    label: { nl: 'Los het stelsel op', en: 'Solve the system' },
    example: 'x + y = 5 and x - y = 1\n2x = 6 and y = 5 - x\nx = 3 and y = 2',
  },
  simplify: {
    label: { nl: 'Vereenvoudig', en: 'Simplify' },
    example: '(x^2 - 9)/(x - 3) + x\nx + 3 + x\n2x + 3',
  },
  expand: { label: { nl: 'Werk de haakjes weg', en: 'Expand' }, example: '(x + 3)^2 - x\nx^2 + 9 - x' },
  factor: {
    label: { nl: 'Ontbind in factoren', en: 'Factor' },
    example: '2x^2 - 8\n2(x^2 - 4)\n2(x - 2)(x + 2)',
  },
  completeSquare: {
    label: { nl: 'Splits het kwadraat af', en: 'Complete the square' },
    example: 'x^2 + 6x + 1\n(x + 3)^2 - 9 + 1\n(x + 3)^2 - 8',
  },
  differentiate: {
    label: { nl: 'Differentieer', en: 'Differentiate' },
    example: 'diff(x^2*sin(x), x)\n2x*sin(x) + x^2*cos(x)',
  },
  substitute: { label: { nl: 'Vul in', en: 'Substitute' }, example: '2a + 3\n2*4 + 3\n11' },
}

const kindNames = Object.keys(kinds) as Task['kind'][]

const relations: Record<StepVerdict['relation'], { mark: string; kind: string; text: Text }> = {
  nearer: { mark: '✓', kind: 'right', text: { nl: 'Goed', en: 'Right' } },
  equivalent: {
    mark: '✓',
    kind: 'right',
    text: { nl: 'Goed, maar niet dichterbij', en: 'Right, but no nearer' },
  },
  loses: { mark: '!', kind: 'refused', text: { nl: 'Verliest oplossingen', en: 'Loses solutions' } },
  adds: { mark: '!', kind: 'refused', text: { nl: 'Voegt oplossingen toe', en: 'Adds solutions' } },
  different: { mark: '✗', kind: 'wrong', text: { nl: 'Klopt niet', en: 'Not right' } },
  mistake: { mark: '✗', kind: 'wrong', text: { nl: 'Herkende fout', en: 'Recognised mistake' } },
  undecided: { mark: '?', kind: 'refused', text: { nl: 'Niet te beslissen', en: 'Can’t decide' } },
}

const first = { task: 'equation', l: kinds.equation.example, as: 'text' }
const state = { ...first, ...readState() } as Record<string, string>
let timer = 0

function chosenKind(): Task['kind'] {
  return kindNames.find(name => name === state.task) ?? 'equation'
}

function chosenNotation(): Notation {
  return notations.find(name => name === state.as) ?? 'text'
}

interface Row {
  entry: Entry
  root: HTMLElement
  verdict: HTMLElement
}

function show(): void {
  const language = languageOf(state)
  const say = (text: Text) => text[language]
  const list = h('ol', { class: 'lines' })
  const took = h('p', { class: 'soft' })
  let rows: Row[] = []
  const update = () => {
    state.l = rows.map(({ entry }) => entry.text()).join('\n')
    keepState(state)
    judgeRows(rows, took, language)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = window.setTimeout(update, 200)
  }
  const build = (lines: readonly string[]) => {
    rows = lines.map((text, k) => makeRow(k, text))
    list.replaceChildren(...rows.map(({ root }) => root))
    update()
  }
  const insert = (at: number, way: 'field' | 'typed') => {
    build([
      ...rows.slice(0, at).map(({ entry }) => entry.text()),
      '',
      ...rows.slice(at).map(({ entry }) => entry.text()),
    ])
    rows[at]?.entry.focus(way)
  }
  const remove = (at: number) => {
    build(rows.filter((_, k) => k !== at).map(({ entry }) => entry.text()))
    rows[Math.min(at, rows.length - 1)]?.entry.focus('typed')
  }
  const makeRow = (k: number, text: string): Row => {
    const entry = makeEntry({
      name: `line-${k}`,
      label: k === 0 ? say(texts.exercise) : say(line(k)),
      text,
      language,
      notation: chosenNotation,
      formulas: true,
      change: soon,
      enter: way => insert(k + 1, way),
    })
    const verdict = h('div', { class: 'step', role: 'status' })
    const button =
      k === 0
        ? null
        : h(
            'button',
            { type: 'button', class: 'quiet', 'aria-label': say(removeLine(k)), click: () => remove(k) },
            '×',
          )
    return { entry, verdict, root: h('li', {}, h('div', { class: 'row' }, entry.root, button), verdict) }
  }
  const form = h(
    'section',
    { 'aria-labelledby': 'task-title' },
    h('h2', { id: 'task-title' }, say(texts.question)),
    taskChooser(language),
    notationChooser(language, chosenNotation(), (from, to) => {
      state.as = to
      for (const { entry } of rows) entry.translate(from, to)
      update()
    }),
  )
  const working = h(
    'section',
    { 'aria-labelledby': 'lines-title' },
    h('h2', { id: 'lines-title' }, say(texts.lines)),
    list,
    h(
      'div',
      { class: 'beside' },
      h('button', { type: 'button', id: 'add', click: () => insert(rows.length, 'typed') }, say(texts.add)),
      h('p', { class: 'soft' }, say(texts.enter)),
    ),
    took,
  )
  showFrame(
    'steps',
    texts.title,
    texts.intro,
    language,
    chosen => {
      state.lang = chosen
      keepState(state)
      show()
      document.querySelector<HTMLElement>(`button[lang=${chosen}]`)?.focus()
    },
    h('div', { class: 'steps' }, form, working),
  )
  build((state.l ?? '').split('\n'))
}

function taskChooser(language: 'nl' | 'en'): HTMLElement {
  const select = h(
    'select',
    { id: 'task' },
    ...kindNames.map(name =>
      h('option', { value: name, selected: name === chosenKind() }, kinds[name].label[language]),
    ),
  )
  select.addEventListener('change', () => {
    state.task = select.value
    show()
    document.getElementById('task')?.focus()
  })
  const fill = () => {
    const lines = kinds[chosenKind()].example.split('\n')
    state.l = lines.map(one => translated(one, chosenNotation())).join('\n')
    show()
    document.getElementById('example')?.focus()
  }
  return h(
    'div',
    { class: 'line' },
    h('label', { for: 'task' }, texts.kind[language]),
    h(
      'div',
      { class: 'beside' },
      select,
      h('button', { type: 'button', id: 'example', click: fill }, texts.example[language]),
    ),
  )
}

function translated(typed: string, to: Notation): string {
  const reading = read(typed, 'text')
  return to === 'text' || !reading.ok ? typed : write(reading.tree, to)
}

function taskOf(kind: Task['kind']): Task {
  return { kind }
}

// Lines that say nothing are passed over; a line that can't be read has no verdict, nor has the one after it.
function judgeRows(rows: readonly Row[], took: HTMLElement, language: 'nl' | 'en'): void {
  const task = taskOf(chosenKind())
  const began = performance.now()
  let before: Expr | null = null
  rows.forEach(({ entry, verdict }, k) => {
    const typed = entry.text()
    if (typed.trim() === '') {
      verdict.replaceChildren()
      return
    }
    const reading = read(typed, chosenNotation())
    const after = reading.ok ? reading.tree : null
    if (k > 0) {
      if (after === null) verdict.replaceChildren(h('p', { class: 'soft' }, texts.unread[language]))
      else if (before === null)
        verdict.replaceChildren(h('p', { class: 'soft' }, texts.unreadBefore[language]))
      else verdict.replaceChildren(...stepParts(judgeStep(before, after, task), language))
    }
    before = after
  })
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumSignificantDigits: 2 })
  took.textContent = `${texts.took[language]} ${number.format(performance.now() - began)} ms.`
}

function stepParts(step: StepVerdict, language: 'nl' | 'en'): HTMLElement[] {
  const { mark, kind, text } = relations[step.relation]
  const facts = [
    ...listed(texts.lost, step.lost, language),
    ...listed(texts.gained, step.gained, language),
    ...listed(texts.condition, step.condition === undefined ? undefined : [step.condition], language),
  ]
  return [
    h(
      'p',
      { class: `verdict small ${kind}` },
      h('span', { 'aria-hidden': 'true' }, mark),
      ` ${text[language]}`,
    ),
    h('p', { class: 'reason' }, stepSentence(step, language)),
    ...(facts.length === 0 ? [] : [h('dl', { class: 'facts' }, ...facts)]),
  ]
}

function listed(name: Text, found: readonly Expr[] | undefined, language: 'nl' | 'en'): HTMLElement[] {
  if (found === undefined || found.length === 0) return []
  return [h('dt', {}, name[language]), ...found.map(e => h('dd', {}, formula(e)))]
}

function stepSentence({ reason, mistake }: StepVerdict, language: 'nl' | 'en'): string {
  const known = mistakes.find(({ name }) => name === mistake?.rule)
  const data = known === undefined ? reason.data : { ...reason.data, mistake: known[language] }
  return reasonSentence(data === undefined ? reason : { code: reason.code, data }, language)
}

window.addEventListener('hashchange', () => {
  for (const key of Object.keys(state)) delete state[key]
  Object.assign(state, first, readState())
  show()
})
show()
