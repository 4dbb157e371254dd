// `COUNT=100000 SEED=1 npm run bench -- fuzz-answers`: asks every answer test about random pairs (an expression beside
// itself rewritten by true rules, beside that with a mistake in it, and beside broken text) in every notation, and
// asserts that each gets a verdict in time and that no mistake that changes the value is taken for right. The last line
// is JSON.
import { sample, tuple } from 'fast-check'
import { answerTests, check, type Question, type Syntax } from '../packages/maths/src/answers/index.ts'
import {
  clearlyDiffer,
  mistaken,
  mistakes,
  rewritten,
  schoolExpression,
  steps,
} from '../packages/maths/src/equal/rewriting.test-support.ts'
import { printLatex } from '../packages/maths/src/print/latex.ts'
import { printMaxima } from '../packages/maths/src/print/maxima.ts'
import { printText } from '../packages/maths/src/print/text.ts'
import type { Expr } from '../packages/maths/src/tree.ts'

const count = Number(process.env.COUNT ?? 100_000)
const seed = Number(process.env.SEED ?? 1)
const mostMs = 200
const print: Readonly<Record<Syntax, (e: Expr) => string>> = {
  maxima: printMaxima,
  text: printText,
  latex: printLatex,
}
const syntaxes: readonly Syntax[] = ['maxima', 'text', 'latex']
/** Tests that compare values and nothing else. */
const ofValue = new Set([
  'AlgEquiv',
  'AlgEquivNouns',
  'EqualComAss',
  'CasEqual',
  'Diff',
  'Symbolic',
  'FacForm',
  'SingleFrac',
])

const found = { checks: 0, right: 0, undecided: 0, exceptions: 0, wronglyAccepted: 0, slow: 0 }
const times: number[] = []
let slowest = { ms: 0, question: '' }

for (let from = 0; from < count; from += 1000)
  for (const [k, [e, list, mistake, place]] of pairs(from).entries()) {
    const test = answerTests[(from + k) % answerTests.length] ?? 'AlgEquiv'
    const syntax = syntaxes[k % 3] ?? 'maxima'
    const same = rewritten(e, list)
    const other = mistaken(same, mistake) ?? same
    ask(test, syntax, e, same)
    ask(test, syntax, e, other)
    answer({
      test,
      syntax,
      options: 'x',
      student: broken(print[syntax](other), place),
      teacher: print[syntax](e),
    })
  }

function pairs(from: number) {
  const part = tuple(schoolExpression, steps, mistakes, mistakes)
  return sample(part, { numRuns: Math.min(1000, count - from), seed: seed + from }).map(
    ([e, list, mistake, { place }]) => [e, list, mistake, place] as const,
  )
}

function ask(test: string, syntax: Syntax, e: Expr, other: Expr): void {
  const question = { test, syntax, options: 'x', student: print[syntax](other), teacher: print[syntax](e) }
  const verdict = answer(question)
  if (verdict?.score !== 1 || !ofValue.has(test) || clearlyDiffer(e, other) !== true) return
  found.wronglyAccepted++
  console.error('accepted', JSON.stringify(question))
}

function answer(question: Question) {
  const start = performance.now()
  const before = process.cpuUsage()
  try {
    const verdict = check(question)
    const { user, system } = process.cpuUsage(before)
    // What the processor did for others in between is not the checker's time.
    took(Math.min(performance.now() - start, (user + system) / 1000), question)
    if (verdict.score === 1) found.right++
    if (verdict.basis.kind === 'undecided') found.undecided++
    return verdict
  } catch (error) {
    found.exceptions++
    console.error('exception', JSON.stringify(question), error)
    return null
  }
}

function took(ms: number, question: Question): void {
  found.checks++
  times.push(ms)
  if (ms > mostMs) found.slow++
  if (ms > slowest.ms) slowest = { ms, question: JSON.stringify(question).slice(0, 300) }
}

/** A text with a character gone, doubled or changed. */
function broken(text: string, place: number): string {
  const at = (place * 7) % (text.length + 1)
  const strange = ['(', ')', '^', '', '−', '{', '\\', ',', '=', '%', ' ', '0', '/'][place % 13] ?? ''
  return text.slice(0, at) + strange + text.slice(at + (place % 2))
}

times.sort((a, b) => a - b)
const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0
console.log(
  JSON.stringify({
    bench: 'fuzz-answers',
    count,
    seed,
    ...found,
    p50: at(0.5),
    p99: at(0.99),
    max: times.at(-1),
    slowest,
  }),
)
if (found.exceptions + found.wronglyAccepted > 0) process.exitCode = 1
