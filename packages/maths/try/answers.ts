import { convertLatexToMarkup } from 'mathlive'
import { speak } from '../src/print/speech.ts'
import type { Basis, Verdict } from '../src/verdict.ts'
import { reasonSentence } from '../src/words/index.ts'
import { sentence } from '../src/words/problems.ts'
import { keepState, languageOf, readState } from './address.ts'
import { groups, type TestInfo, tests } from './catalogue.ts'
import { h } from './element.ts'
import { type Entry, makeEntry } from './entry.ts'
import { showFrame } from './frame.ts'
import { type Judged, judge } from './judge.ts'
import { keptOf, mannerChooser, notationNames } from './manner-chooser.ts'
import { type Manner, mannerOf, notations, read, settingsOf, write } from './notation.ts'
import { treePicture } from './tree-picture.ts'

const texts = {
  title: { nl: 'Antwoorden nakijken', en: 'Marking answers' },
  intro: {
    nl: 'Typ een antwoord en wat het moet zijn, en kies waarop je het wilt toetsen.',
    en: 'Type an answer and what it should be, and choose what to test it for.',
  },
  question: { nl: 'Vraag', en: 'Question' },
  result: { nl: 'Uitslag', en: 'Result' },
  test: { nl: 'Toets', en: 'Test' },
  options: { nl: 'Opties', en: 'Options' },
  noOptions: { nl: 'Deze toets heeft geen opties nodig', en: 'This test needs no options' },
  teacher: { nl: 'Goed antwoord', en: 'Right answer' },
  student: { nl: 'Antwoord van de leerling', en: 'Pupil’s answer' },
  example: { nl: 'Vul een voorbeeld in', en: 'Fill in an example' },
  waiting: { nl: 'Vul een antwoord en een goed antwoord in.', en: 'Enter an answer and a right answer.' },
  basis: { nl: 'Zekerheid', en: 'Certainty' },
  took: { nl: 'Nakijken duurde', en: 'Checking took' },
  code: { nl: 'Reden voor programma’s', en: 'Reason for programs' },
  assumed: { nl: 'Aangenomen', en: 'Assumed' },
  assumedNothing: {
    nl: 'Niets bijzonders: een variabele is een willekeurig reëel getal.',
    en: 'Nothing special: a variable is any real number.',
  },
  readAs: { nl: 'Zo is het gelezen', en: 'How it was read' },
  printed: { nl: 'Zo schrijf je het ook', en: 'Other ways to write it' },
  spoken: { nl: 'uitgesproken', en: 'spoken' },
  tree: { nl: 'Boom', en: 'Tree' },
}

const scores = {
  '1': { mark: '✓', kind: 'right', text: { nl: 'Goed', en: 'Right' } },
  '0': { mark: '✗', kind: 'wrong', text: { nl: 'Fout', en: 'Wrong' } },
  '-1': { mark: '!', kind: 'refused', text: { nl: 'Niet na te kijken', en: 'Can’t be checked' } },
  undecided: { mark: '?', kind: 'refused', text: { nl: 'Niet te beslissen', en: 'Can’t decide' } },
}

const bases = {
  proved: { nl: 'bewezen', en: 'proved' },
  refuted: { nl: 'weerlegd', en: 'refuted' },
  undecided: {
    nl: 'geen bewijs en geen tegenvoorbeeld gevonden',
    en: 'neither a proof nor a counterexample was found',
  },
}

const first = { test: 'AlgEquiv', s: 'x^2 + 4x + 3', t: '(x+2)^2 - 1', as: 'text' }
const given = readState()
const state = given.test === undefined ? { ...first, ...given } : given
let timer = 0

function chosenTest(): TestInfo {
  return tests.find(({ name }) => name === state.test) ?? (tests[0] as TestInfo)
}

function chosenManner(): Manner {
  return mannerOf(state, languageOf(state), chosenTest().name.startsWith('Units'))
}

function show(): void {
  const language = languageOf(state)
  const say = (text: { nl: string; en: string }) => text[language]
  const info = chosenTest()
  const result = h('div', { class: 'result', 'aria-live': 'polite', 'aria-atomic': 'true' })
  const details = h('div', { class: 'details' })
  const update = () => {
    state.s = student.text()
    state.t = teacher.text()
    keepState(state)
    showResult(result, details, language)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = window.setTimeout(update, 150)
  }
  const entry = (name: 'teacher' | 'student', key: 's' | 't'): Entry =>
    makeEntry({
      name,
      label: say(texts[name]),
      text: state[key] ?? '',
      language,
      manner: chosenManner,
      formulas: info.texts !== true,
      change: soon,
    })
  const teacher = entry('teacher', 't')
  const student = entry('student', 's')
  const options = h('input', {
    id: 'options',
    type: 'text',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-describedby': 'options-about',
  })
  options.value = state.o ?? ''
  options.addEventListener('input', () => {
    state.o = options.value
    soon()
  })
  const form = h(
    'section',
    { class: 'question', 'aria-labelledby': 'question-title' },
    h('h2', { id: 'question-title' }, say(texts.question)),
    testChooser(language),
    mannerChooser(chosenManner(), (from, to) => {
      Object.assign(state, keptOf(to))
      for (const one of [teacher, student]) one.translate(from, to)
      update()
    }),
    teacher.root,
    student.root,
    h(
      'div',
      { class: 'line' },
      h('label', { for: 'options' }, say(texts.options)),
      options,
      h('p', { id: 'options-about', class: 'soft' }, say(info.options ?? texts.noOptions)),
    ),
  )
  showFrame(
    'answers',
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
      { class: 'columns' },
      form,
      h(
        'section',
        { class: 'answer', 'aria-labelledby': 'result-title' },
        h('h2', { id: 'result-title' }, say(texts.result)),
        result,
        details,
      ),
    ),
  )
  update()
}

function testChooser(language: 'nl' | 'en'): HTMLElement {
  const info = chosenTest()
  const select = h(
    'select',
    { id: 'test', 'aria-describedby': 'test-about' },
    ...groups.map(({ label, tests }) =>
      h(
        'optgroup',
        { label: label[language] },
        ...tests.map(({ name }) => h('option', { value: name, selected: name === info.name }, name)),
      ),
    ),
  )
  select.addEventListener('change', () => {
    state.test = select.value
    show()
    document.getElementById('test')?.focus()
  })
  const fill = () => {
    const { teacher, student, options = '' } = chosenTest().example
    const manner = chosenManner()
    const to: Manner = chosenTest().texts === true ? { ...manner, notation: 'maxima' } : manner
    Object.assign(state, {
      t: translated(teacher, to),
      s: translated(student, to),
      o: options,
      as: to.notation,
    })
    show()
    document.getElementById('example')?.focus()
  }
  return h(
    'div',
    { class: 'line' },
    h('label', { for: 'test' }, texts.test[language]),
    h(
      'div',
      { class: 'beside' },
      select,
      h('button', { type: 'button', id: 'example', click: fill }, texts.example[language]),
    ),
    h('p', { id: 'test-about', class: 'soft' }, info.about[language]),
  )
}

function translated(maxima: string, to: Manner): string {
  const reading = read(maxima, { ...to, notation: 'maxima' })
  return to.notation === 'maxima' || !reading.ok ? maxima : write(reading.tree, to)
}

function showResult(result: HTMLElement, details: HTMLElement, language: 'nl' | 'en'): void {
  const { s: student = '', t: teacher = '', o: options = '' } = state
  const info = chosenTest()
  if (student.trim() === '' || teacher.trim() === '') {
    result.replaceChildren(h('p', { class: 'soft' }, texts.waiting[language]))
    details.replaceChildren()
    return
  }
  const manner = chosenManner()
  const judged = judge({
    test: info.name,
    options,
    student,
    teacher,
    syntax: manner.notation,
    reading: settingsOf(manner),
  })
  result.replaceChildren(...verdictParts(judged.verdict, language))
  details.replaceChildren(
    facts(judged, language),
    ...(info.texts === true
      ? []
      : [reading('student', student, manner), reading('teacher', teacher, manner)]),
  )
}

function verdictParts({ score, reason, basis }: Verdict, language: 'nl' | 'en'): HTMLElement[] {
  const { mark, kind, text } =
    basis.kind === 'undecided' && score === 0 ? scores.undecided : scores[`${score}`]
  return [
    h('p', { class: `verdict ${kind}` }, h('span', { 'aria-hidden': 'true' }, mark), ` ${text[language]}`),
    h('p', { class: 'reason' }, reasonSentence(reason, language)),
  ]
}

function facts({ verdict, ms }: Judged, language: 'nl' | 'en'): HTMLElement {
  const fact = (name: { nl: string; en: string }, value: string | HTMLElement) => [
    h('dt', {}, name[language]),
    h('dd', {}, value),
  ]
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumSignificantDigits: 2 })
  return h(
    'dl',
    { class: 'facts' },
    // What can't be checked is neither proved nor refuted.
    ...(verdict.score === -1 ? [] : fact(texts.basis, basisText(verdict.basis, language))),
    ...fact(texts.took, `${number.format(ms)} ms`),
    ...fact(texts.code, h('code', {}, verdict.reason.code)),
    ...fact(texts.assumed, assumed(language)),
  )
}

function basisText(basis: Basis, language: 'nl' | 'en'): string | HTMLElement {
  if (basis.kind !== 'probable') return bases[basis.kind][language]
  const before = { nl: 'zeker, op een kans na van hoogstens 2', en: 'certain, but for a chance of at most 2' }
  return h('span', {}, before[language], h('sup', {}, `−${basis.errorBits}`))
}

// What was taken one way and could have been meant another.
function assumed(language: 'nl' | 'en'): string | HTMLElement {
  const warnings = [state.t, state.s].flatMap(text => {
    const reading = chosenTest().texts === true ? null : read(text ?? '', chosenManner())
    return reading?.ok ? reading.warnings.map(warning => sentence(warning, language)) : []
  })
  const different = [...new Set(warnings)]
  return different.length === 0
    ? texts.assumedNothing[language]
    : h('ul', {}, ...different.map(warning => h('li', {}, warning)))
}

function reading(who: 'student' | 'teacher', typed: string, manner: Manner): HTMLElement {
  const { language } = manner
  const title = h('h3', {}, `${texts[who][language]}: ${texts.readAs[language].toLowerCase()}`)
  const found = read(typed, manner)
  if (!found.ok)
    return h(
      'section',
      {},
      title,
      placed(typed, found.problem.at, found.problem.length),
      h('p', { class: 'problem' }, sentence(found.problem, language)),
    )
  const { tree } = found
  const picture = h('div', { class: 'formula', 'aria-hidden': 'true' })
  picture.innerHTML = convertLatexToMarkup(write(tree, { ...manner, notation: 'latex' }), {
    defaultMode: 'math',
  })
  const spoken = speak(tree, language)
  const printed = notations.flatMap(name => [
    h('dt', {}, notationNames[name][language]),
    h('dd', {}, h('code', {}, write(tree, { ...manner, notation: name }))),
  ])
  return h(
    'section',
    {},
    title,
    picture,
    h(
      'details',
      {},
      h('summary', {}, texts.printed[language]),
      h('dl', { class: 'facts' }, ...printed, h('dt', {}, texts.spoken[language]), h('dd', {}, spoken)),
    ),
    h('h4', {}, texts.tree[language]),
    treePicture(tree, manner),
  )
}

// The text with the place marked that is not understood.
function placed(typed: string, at: number, length: number): HTMLElement {
  const end = Math.max(at + length, at + 1)
  return h('pre', {}, typed.slice(0, at), h('mark', {}, typed.slice(at, end) || ' '), typed.slice(end))
}

window.addEventListener('hashchange', () => {
  for (const key of Object.keys(state)) delete state[key]
  Object.assign(state, first, readState())
  show()
})
show()
