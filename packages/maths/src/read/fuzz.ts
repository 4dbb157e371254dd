import type { Expr } from '../tree.ts'
import { problemTexts, sentence } from '../words/problems.ts'
import { readLatex } from './latex.ts'
import { readMaxima } from './maxima.ts'
import type { Reading } from './problem.ts'
import { readText, type TextSettings } from './text.ts'

/** A text on which a reader did something else than give a tree or a described problem in time. */
export interface Failure {
  readonly reader: string
  /** The text, or its start. */
  readonly text: string
  readonly what: string
}

/** What reading so many made texts gave. */
export interface Fuzzed {
  readonly failures: readonly Failure[]
  /** How many texts were a tree, of the readings that were done. */
  readonly trees: number
  readonly readings: number
  readonly slowestMs: number
  /** The start of the text that took longest. */
  readonly slowest: string
}

export type Readers = Readonly<Record<string, (text: string) => Reading>>

const everything: TextSettings = {
  units: true,
  degrees: true,
  decimal: 'both',
  variables: ['e', 'xy'],
  functions: ['q'],
}

/** The readers that are tried, with settings that reach their branches. */
export const readers: Readers = {
  maxima: text => readMaxima(text),
  text: text => readText(text),
  comma: text =>
    readText(text, { decimal: 'comma', letters: 'words', brackets: 'interval', imaginary: false }),
  latex: text => readLatex(text),
  latexWords: text => readLatex(text, { decimal: 'both', letters: 'words' }),
  everything: text => readText(text, everything),
}

/** Far above what any text takes (some 40 ms), since other work can hold the machine. */
const mostMs = 500

/** Reads made texts by every reader in turn; the same seed makes the same texts. */
export function fuzz(count: number, seed: number, tried: Readers = readers): Fuzzed {
  const random = chance(seed)
  const names = Object.keys(tried)
  const failures: Failure[] = []
  let trees = 0
  let slowestMs = 0
  let slowest = ''
  for (let k = 0; k < count && failures.length < 20; k++) {
    const text = madeText(random)
    const reader = names[k % names.length] ?? ''
    const { what, ms, ok } = tryReader(tried[reader] ?? readMaxima, text)
    if (what !== '') failures.push({ reader, text: text.slice(0, 200), what })
    if (ok) trees++
    if (ms > slowestMs) [slowestMs, slowest] = [ms, `${reader}: ${text.slice(0, 80)}`]
  }
  return { failures, trees, readings: count, slowestMs, slowest }
}

/** What a reader does with a text; a reading that took too long is done again, since a machine can be busy. */
function tryReader(
  read: (text: string) => Reading,
  text: string,
  again = true,
): { what: string; ms: number; ok: boolean } {
  const began = performance.now()
  try {
    const result = read(text)
    const ms = performance.now() - began
    if (ms > mostMs && again) return tryReader(read, text, false)
    return { what: ms > mostMs ? `${ms} ms` : fault(result, text), ms, ok: result.ok }
  } catch (error) {
    return { what: `thrown: ${String(error)}`, ms: 0, ok: false }
  }
}

/** What is wrong with what a reader gave; empty where nothing is. */
export function fault(result: Reading, text: string): string {
  if (result.ok) return treeFault(result.tree)
  const { code, at, length } = result.problem
  if (!Object.hasOwn(problemTexts, code)) return `no such problem: ${code}`
  if (!(at >= 0 && length >= 0 && at + length <= text.length))
    return `${code} is outside the text: ${at}+${length}`
  const said = sentence(result.problem, 'nl') + sentence(result.problem, 'en')
  return Object.keys(result.problem.data).length === 0 && /\{\w+\}/.test(problemTexts[code].nl)
    ? `${code} lacks data: ${said}`
    : ''
}

const fixed: Readonly<Record<string, readonly [number, number]>> = {
  '^': [2, 2],
  '/': [2, 2],
  '-': [1, 1],
  '+': [1, 9e9],
  '*': [1, 9e9],
  '=': [2, 2],
  '<': [2, 2],
  factorial: [1, 1],
  abs: [1, 1],
  sin: [1, 1],
  chain: [2, 9e9],
  mixed: [2, 2],
  percent: [1, 1],
  pm: [1, 2],
  union: [0, 9e9],
  oo: [2, 2],
  log: [2, 2],
}

function treeFault(tree: Expr): string {
  if (tree.kind === 'num')
    return tree.value.n >= 0n && tree.value.d > 0n && /^[\d.]/.test(tree.text) ? '' : `number ${tree.text}`
  if (tree.kind === 'sym') return tree.name === '' ? 'a name without letters' : ''
  if (tree.kind === 'str') return ''
  const [least, most] = fixed[tree.op] ?? [0, 9e9]
  if (tree.op === '' || tree.args.length < least || tree.args.length > most)
    return `${tree.op} of ${tree.args.length}`
  for (const arg of tree.args) {
    const inside = treeFault(arg)
    if (inside !== '') return inside
  }
  return ''
}

type Chance = (below: number) => number

/** Mulberry32 (Tommy Ettinger, 2017): small, and the same everywhere. */
function chance(seed: number): Chance {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const pieces =
  '( ) [ ] { } | < > <= >= = => =< != <> == := : ; , . .. + - * / ^ ** ^^ ! !! % ° \' " # #pm# & && || ~ @ $ ? \\ _ ` /* */ -> ± √ ∛ ∞ ∅ ⟨ ⟩ ½ ² ³ ⁻ ¹ ₁ × ÷ · ≤ ≥ ≠ ∈ ∪ ∩ ∖ ∧ ∨ ¬ → ⇒ π α Ω μ ℝ x y e i a n 0 1 12 1.5 1,5 .5 5. 1e3 2E-3 00 sin cos ln log log_2 sqrt wortel abs f g( q( sin^2 sin( diff( d/dx dy/dx matrix( union( lambda([x], if then else and or en of not niet noundiff( %pi %e %i %union( pi inf oneindig km m/s €5 \\frac \\sqrt \\left( \\right) \\cdot \\pi {} ^{ _{ \\text{ \\begin{matrix} \\end{matrix} \\\\ “ ” ’ – − \u00a0 \u200b 𝑥 ٣ 😀 é U'.split(
    ' ',
  )

const truths = [
  '(x-1)*(x+4)/2 = 3*x^2-7',
  'sin(x)^2+cos(x)^2=1 or x>=2',
  "'diff(y,x,2)+2*y=%e^(-3*x)",
  '{[1,2],[3,x!]} ',
  '|2x-3| < 5 en x ∈ <-1;4] ∪ [5;∞>',
  '4 1/2 + 3,5x² - √(2x+1)',
  '²log(x) - log_3(y_1) = ln|z|',
  'f(x)=2sin 2x cos x',
  'matrix([1,2],[3,4]).A^^2',
  '12,3 km/h + 5 m/s^2',
  'x=1; y=2\nz=3',
  'if x>0 then f(x):=x^2 else "no \\" text"',
  '\\int_{0}^{1}x\\,dx=\\lim_{n\\to\\infty}\\log_{2}n',
  '\\begin{pmatrix}1&2\\\\3&x\\end{pmatrix}\\cdot\\overline{z}',
  '\\frac{1}{2}x^{2}+\\sqrt[3]{x}\\left(a_{n}-\\sin 2x\\right)',
]

function madeText(random: Chance): string {
  const kind = random(6)
  if (kind === 0) return randomCharacters(random)
  if (kind === 1) return soup(random, random(12) === 0 ? 400 : 12)
  if (kind === 2) return changed(truths[random(truths.length)] ?? '', random)
  return kind === 3 ? repeated(random) : grown(random, 1 + random(5))
}

/** An expression as someone could type it. */
function grown(random: Chance, depth: number): string {
  const leaf = ['x', 'y', 'a_1', '2', '3.5', '12', 'pi', 'e', '7', 'n'][random(10)] ?? 'x'
  if (depth === 0) return leaf
  const one = () => grown(random, random(depth))
  const forms = [
    () => `${one()}+${one()}`,
    () => `${one()}-${one()}`,
    () => `${one()}*${one()}`,
    () => `${one()}/${one()}`,
    () => `(${one()})`,
    () => `-(${one()})`,
    () => `${one()}^2`,
    () => `${leaf}^${leaf}`,
    () => `sin(${one()})`,
    () => `sqrt(${one()})`,
    () => `${one()}=${one()}`,
    () => `[${one()}, ${one()}]`,
    () => `{${one()}}`,
    () => `2(${one()})`,
    () => `${one()} < ${one()}`,
    () => `abs(${one()})`,
    () => `${leaf}!`,
    () => `ln(${one()})`,
    () => `not(${one()})`,
  ]
  return forms[random(forms.length)]?.() ?? leaf
}

function randomCharacters(random: Chance): string {
  let text = ''
  const most = random(4) === 0 ? 0x11_0000 : random(2) === 0 ? 0x2800 : 128
  for (let k = random(30); k > 0; k--) text += String.fromCodePoint(random(most))
  return text
}

function soup(random: Chance, most: number): string {
  let text = ''
  for (let k = 1 + random(most); k > 0; k--)
    text += (pieces[random(pieces.length)] ?? '') + (random(4) === 0 ? ' ' : '')
  return text
}

/** A true expression with some characters lost, doubled, moved or put in. */
function changed(text: string, random: Chance): string {
  let now = text
  for (let k = 1 + random(4); k > 0; k--) {
    const at = random(now.length + 1)
    const [before, after] = [now.slice(0, at), now.slice(at)]
    const piece = pieces[random(pieces.length)] ?? ''
    now =
      [
        before + piece + after,
        before + after.slice(1),
        before + after.slice(random(5)) + piece,
        after + before,
      ][random(4)] ?? ''
  }
  return now
}

/** The same few pieces many times over: depth and length. */
function repeated(random: Chance): string {
  const part = soup(random, 3)
  const times = random(20) === 0 ? 3000 : 1 + random(60)
  return (part.repeat(times) + soup(random, 2)).slice(0, 21_000)
}
