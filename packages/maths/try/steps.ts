import {
  checkSteps,
  type EndVerdict,
  type Hint,
  hints,
  judgeEnd,
  mistakes,
  type StepVerdict,
  type Task,
} from '../src/steps/index.ts'
import { type Expr, isOp, isSym } from '../src/tree.ts'
import { reasonSentence } from '../src/words/index.ts'
import { keepState, languageOf, readState } from './address.ts'
import { h } from './element.ts'
import { type Entry, makeEntry } from './entry.ts'
import { formula } from './formula.ts'
import { showFrame, type Text } from './frame.ts'
import { keptOf, mannerChooser } from './manner-chooser.ts'
import { type Manner, mannerOf, read, write } from './notation.ts'

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
  end: { nl: 'Klaar?', en: 'Done?' },
  solved: { nl: 'Klaar', en: 'Done' },
  notSolved: { nl: 'Nog niet klaar', en: 'Not done yet' },
  hints: { nl: 'Wat nu?', en: 'What now?' },
  noHints: { nl: 'Hier is geen hint voor.', en: 'There is no hint for this.' },
  more: {
    nl: ['Geef een hint', 'Zeg wat ik kan doen', 'Laat de regel zien'],
    en: ['Give a hint', 'Say what I can do', 'Show the line'],
  },
  take: { nl: 'Zet deze regel erbij', en: 'Add this line' },
  values: { nl: 'Wat wordt ingevuld?', en: 'What is filled in?' },
  valuesAbout: { nl: 'Zoals a = 4, b = -2', en: 'Such as a = 4, b = -2' },
  method: { nl: 'Hoe los je een kwadraat op?', en: 'How is a quadratic solved?' },
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

const methods: Record<string, Text> = {
  any: { nl: 'zoals het uitkomt', en: 'whichever suits' },
  factors: { nl: 'ontbinden in factoren', en: 'by factors' },
  square: { nl: 'kwadraat afsplitsen', en: 'completing the square' },
  formula: { nl: 'abc-formule', en: 'quadratic formula' },
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

const first = { task: 'equation', l: kinds.equation.example, as: 'text', v: 'a = 4' }
const state = { ...first, ...readState() } as Record<string, string>
let timer = 0

function chosenKind(): Task['kind'] {
  return kindNames.find(name => name === state.task) ?? 'equation'
}

function chosenManner(): Manner {
  return mannerOf(state, languageOf(state))
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
  const end = h('div', { class: 'result', 'aria-live': 'polite', 'aria-atomic': 'true' })
  const help = h('div', { class: 'details' })
  let rows: Row[] = []
  const update = () => {
    state.l = rows.map(({ entry }) => entry.text()).join('\n')
    keepState(state)
    const lines = judgeRows(rows, took, language)
    showEnd(end, lines, language)
    showHints(help, lines, language, line => {
      build([...rows.map(({ entry }) => entry.text()), write(line, chosenManner())])
      rows.at(-1)?.entry.focus('typed')
    })
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
      manner: chosenManner,
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
    moreOfTask(language, soon),
    mannerChooser(chosenManner(), (from, to) => {
      Object.assign(state, keptOf(to))
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
    h(
      'div',
      { class: 'steps' },
      h('div', { class: 'parts' }, form, working),
      h(
        'div',
        { class: 'answer parts' },
        h('section', { 'aria-labelledby': 'end-title' }, h('h2', { id: 'end-title' }, say(texts.end)), end),
        h(
          'section',
          { 'aria-labelledby': 'hints-title' },
          h('h2', { id: 'hints-title' }, say(texts.hints)),
          help,
        ),
      ),
    ),
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
    state.l = lines.map(one => translated(one, chosenManner())).join('\n')
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

function translated(typed: string, to: Manner): string {
  const reading = read(typed, { ...to, notation: 'text', decimal: 'point', letters: 'single' })
  return reading.ok ? write(reading.tree, to) : typed
}

// What some tasks need beside their lines.
function moreOfTask(language: 'nl' | 'en', change: () => void): HTMLElement | null {
  if (chosenKind() === 'equation') {
    const options = Object.entries(methods).map(([name, label]) =>
      h('option', { value: name, selected: name === state.method }, label[language]),
    )
    const select = h('select', { id: 'method' }, ...options)
    select.addEventListener('change', () => {
      state.method = select.value
      change()
    })
    return h('div', { class: 'line' }, h('label', { for: 'method' }, texts.method[language]), select)
  }
  if (chosenKind() !== 'substitute') return null
  const input = h('input', {
    id: 'values',
    type: 'text',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-describedby': 'values-about',
  })
  input.value = state.v ?? ''
  input.addEventListener('input', () => {
    state.v = input.value
    change()
  })
  const about = h('p', { id: 'values-about', class: 'soft' }, texts.valuesAbout[language])
  return h('div', { class: 'line' }, h('label', { for: 'values' }, texts.values[language]), input, about)
}

function chosenTask(): Task {
  const kind = chosenKind()
  if (kind === 'substitute') return { kind, values: valuesOf(state.v ?? '') }
  const { method } = state
  return kind === 'equation' && (method === 'factors' || method === 'square' || method === 'formula')
    ? { kind, method }
    : { kind }
}

function valuesOf(text: string): Record<string, Expr> {
  const found: Record<string, Expr> = {}
  for (const part of text.split(/[;,]/)) {
    const reading = read(part, { ...chosenManner(), notation: 'text' })
    if (!reading.ok || !isOp(reading.tree, '=', 2)) continue
    const [name, value] = reading.tree.args
    if (isSym(name) && value !== undefined) found[name.name] = value
  }
  return found
}

// Lines that say nothing are passed over. What comes after a line that can't be read is not judged.
function judgeRows(rows: readonly Row[], took: HTMLElement, language: 'nl' | 'en'): Expr[] {
  const written = rows.filter(({ entry }) => entry.text().trim() !== '')
  const readings = written.map(({ entry }) => read(entry.text(), chosenManner()))
  const unread = readings.findIndex(({ ok }) => !ok)
  const lines = readings
    .slice(0, unread < 0 ? readings.length : unread)
    .flatMap(reading => (reading.ok ? [reading.tree] : []))
  const began = performance.now()
  const steps = checkSteps(lines, chosenTask())
  const ms = performance.now() - began
  for (const { verdict } of rows) verdict.replaceChildren()
  written.forEach(({ verdict }, k) => {
    const step = steps[k - 1]
    if (step !== undefined) verdict.replaceChildren(...stepParts(step, language))
    else if (unread >= 0 && k >= unread)
      verdict.replaceChildren(
        h('p', { class: 'soft' }, (k === unread ? texts.unread : texts.unreadBefore)[language]),
      )
  })
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumSignificantDigits: 2 })
  took.textContent = `${texts.took[language]} ${number.format(ms)} ms.`
  return lines
}

function showEnd(end: HTMLElement, lines: readonly Expr[], language: 'nl' | 'en'): void {
  end.replaceChildren(...(lines.length === 0 ? [] : endParts(judgeEnd(lines, chosenTask()), language)))
}

function endParts({ solved, reason, lost, gained }: EndVerdict, language: 'nl' | 'en'): HTMLElement[] {
  const [mark, kind] = solved ? ['✓', 'right'] : ['…', 'refused']
  const facts = [...listed(texts.lost, lost, language), ...listed(texts.gained, gained, language)]
  return [
    h(
      'p',
      { class: `end ${kind}` },
      h('span', { 'aria-hidden': 'true' }, mark ?? ''),
      ` ${(solved ? texts.solved : texts.notSolved)[language]}`,
    ),
    h('p', { class: 'reason' }, reasonSentence(reason, language)),
    ...(facts.length === 0 ? [] : [h('dl', { class: 'facts' }, ...facts)]),
  ]
}

// One hint at a time, from a nudge to the line itself.
function showHints(
  help: HTMLElement,
  lines: readonly Expr[],
  language: 'nl' | 'en',
  take: (line: Expr) => void,
): void {
  const given = h('ol', { class: 'hints', 'aria-live': 'polite' })
  const button = h('button', { type: 'button', id: 'hint' }, texts.more[language][0] ?? '')
  let left: Hint[] | null = null
  button.addEventListener('click', () => {
    left ??= hints(lines, chosenTask())
    const [next, ...others] = left
    left = others
    if (next === undefined) given.append(h('li', {}, texts.noHints[language]))
    else given.append(hintItem(next, language, take))
    button.hidden = others.length === 0
    button.textContent = texts.more[language][Math.min((others[0]?.level ?? 1) - 1, 2)] ?? ''
  })
  help.replaceChildren(given, h('div', { class: 'beside' }, button))
}

function hintItem(hint: Hint, language: 'nl' | 'en', take: (line: Expr) => void): HTMLElement {
  const { line } = hint
  return h(
    'li',
    {},
    h('p', {}, hint[language]),
    line === undefined
      ? null
      : h(
          'div',
          { class: 'beside' },
          formula(line, chosenManner()),
          h('button', { type: 'button', id: 'take', click: () => take(line) }, texts.take[language]),
        ),
  )
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
  const values = found.flatMap((e, k) => [k === 0 ? '' : ', ', formula(e, chosenManner())])
  return [h('dt', {}, name[language]), h('dd', {}, ...values)]
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
