// Whether the checker judges as others have judged, and how fast: public cases that stand outside the project, the
// size of the package, and other checkers beside it on the questions that all of them can be asked.
import { cpus, loadavg } from 'node:os'
import { check } from '@helder/maths'
import { type Case, type Cases, readCases } from './answers/cases.ts'
import { judgeByMaxima, maximaWays } from './answers/maxima.ts'
import { type Door, measureDoors } from './answers/package.ts'
import type { PeerQuestion } from './answers/peer.ts'
import { installPeers, judgeByPeer, peers } from './answers/peers.ts'
import { asLatex, asPlainText, isScalar } from './answers/scalar.ts'
import {
  agrees,
  type Judged,
  markdownTable,
  milliseconds,
  percentage,
  type Tally,
  tally,
  tallyHead,
  tallyRow,
} from './answers/tally.ts'
import { has, printResult } from './support/measure.ts'

const say = (...lines: string[]) => console.log(lines.join('\n'))

// Times on a busy machine say little.
function loadOfMachine(): string {
  return `The load of the machine was ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores.`
}

function judge(asked: Case): Judged {
  const { test, options, student, teacher, syntax } = asked
  const began = performance.now()
  try {
    const { score, reason, basis } = check({ test, options, student, teacher, syntax })
    const ms = performance.now() - began
    return { asked, score, reason: describe(reason), undecided: basis.kind === 'undecided', ms }
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return {
      asked,
      score: undefined,
      reason: `FAILED ${said}`,
      undecided: true,
      ms: performance.now() - began,
    }
  }
}

/** A judgement with the time of the processor that it took, which a busy machine does not stretch. */
interface Timed extends Judged {
  processorMs: number
}

function timed(asked: Case): Timed {
  const before = process.cpuUsage()
  const judged = judge(asked)
  const { user, system } = process.cpuUsage(before)
  return { ...judged, processorMs: (user + system) / 1000 }
}

function describe({ code, data }: { code: string; data?: Readonly<Record<string, string>> }): string {
  const shown = Object.entries(data ?? {}).map(([name, value]) => `${name}=${value}`)
  return [code, ...shown].join(' ').slice(0, 160)
}

/** What was promised: the shares that agree, milliseconds and bytes. */
const bars = {
  answers: 0.97,
  eachTest: 0.93,
  pairs: 0.93,
  p50: 0.5,
  p99: 20,
  max: 200,
  gzipped: 120_000,
  loadMs: 30,
}

function printByTest(judged: Judged[]): void {
  const counted = judged.filter(({ asked }) => asked.quirk === undefined)
  const names = [...new Set(judged.map(({ asked }) => asked.test))]
  const rows = names.map(name => tallyRow(name, tally(counted.filter(({ asked }) => asked.test === name))))
  say(markdownTable(tallyHead, [...rows, tallyRow('**all**', tally(counted))]), '')
}

function printDisagreements(judged: Judged[]): void {
  const cell = (text: string) => `\`${text.replaceAll('|', '\\|').replaceAll('\n', ' ').slice(0, 90)}\``
  const rows = judged
    .filter(one => !agrees(one))
    .map(({ asked, score, reason }) => [
      asked.id,
      asked.test,
      `${asked.expected}`,
      `${score ?? '–'}`,
      cell(asked.student),
      cell(asked.teacher),
      asked.options === '' ? '' : cell(asked.options),
      reason.replaceAll('|', '\\|'),
      asked.quirk ?? '',
    ])
  if (rows.length === 0) {
    say('None.', '')
    return
  }
  const head = ['id', 'test', 'source', 'ours', 'student', 'teacher', 'options', 'reason', 'quirk']
  say(
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...rows.map(row => `| ${row.join(' | ')} |`),
    '',
  )
}

interface Bar {
  what: string
  found: string
  bar: string
  met: boolean
}

function agreement(what: string, { agreed, n }: Tally, bar: number): Bar {
  return {
    what,
    found: `${percentage(agreed / n)} (${agreed} of ${n})`,
    bar: `≥ ${percentage(bar)}`,
    met: agreed >= bar * n,
  }
}

function below(what: string, found: number, bar: number, unit: (value: number) => string): Bar {
  return { what, found: unit(found), bar: `≤ ${unit(bar)}`, met: found <= bar }
}

function printBars(all: Bar[]): void {
  say(
    markdownTable(
      ['bar', 'found', 'wanted', ''],
      all.map(({ what, found, bar, met }) => [what, found, bar, met ? 'met' : '**NOT MET**']),
    ),
    '',
  )
}

function barsOfCases(answers: Judged[], pairs: Judged[], otherwise: Judged[]): Bar[] {
  const counted = answers.filter(({ asked }) => asked.quirk === undefined)
  const large = [...new Set(counted.map(({ asked }) => asked.test))]
    .map(name => ({ name, t: tally(counted.filter(({ asked }) => asked.test === name)) }))
    .filter(({ name, t }) => t.n >= 20 || name === 'Equiv')
  const accepted = tally([...counted, ...pairs]).wrongAccepted
  const all = tally([...answers, ...pairs, ...otherwise])
  const ms = (value: number) => `${milliseconds(value)} ms`
  return [
    agreement('answer tests', tally(counted), bars.answers),
    ...large.map(({ name, t }) => agreement(`${name}`, t, bars.eachTest)),
    agreement('LaTeX pairs: Symbolic, Literal', tally(pairs), bars.pairs),
    agreement('LaTeX pairs: AlgEquiv, EqualComAss', tally(otherwise), bars.pairs),
    {
      what: 'wrong accepted as right, other tests of pairs',
      found: String(tally(otherwise).wrongAccepted),
      bar: '0',
      met: tally(otherwise).wrongAccepted === 0,
    },
    { what: 'wrong accepted as right', found: String(accepted), bar: '0', met: accepted === 0 },
    below('p50', all.p50, bars.p50, ms),
    below('p99', all.p99, bars.p99, ms),
    below('max', all.max, bars.max, ms),
  ]
}

function ofProcessor(judged: Timed): Judged {
  return { ...judged, ms: judged.processorMs }
}

function timeRow(name: string, judged: Judged[]): string[] {
  const { p50, p99, max } = tally(judged)
  const total = judged.reduce((sum, { ms }) => sum + ms, 0)
  return [name, ...[p50, p99, max, total].map(milliseconds)]
}

const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`

function printDoors(doors: Door[]): void {
  const rows = doors.map(({ name, minified, gzipped, loadMs }) => [
    name,
    kilobytes(minified),
    kilobytes(gzipped),
    `${loadMs.toFixed(1)} ms`,
  ])
  say(markdownTable(['door', 'minified', 'gzipped', 'loaded in'], rows), '')
}

function barsOfDoor({ name, gzipped, loadMs }: Door): Bar[] {
  return [
    below(`${name}: minified and gzipped`, gzipped, bars.gzipped, kilobytes),
    below(`${name}: loaded in`, loadMs, bars.loadMs, value => `${value.toFixed(1)} ms`),
  ]
}

async function printBeside(
  answers: Case[],
  pairs: Case[],
  ours: Judged[],
  oursPairs: Judged[],
): Promise<void> {
  const scalar = answers.filter(isScalar)
  const ids = new Set(scalar.map(({ id }) => id))
  const rows = [tallyRow('**@helder/maths**', tally(ours.filter(({ asked }) => ids.has(asked.id))))]
  const symbolic = pairs.filter(({ test }) => test === 'Symbolic')
  const pairRows = [
    tallyRow('**@helder/maths**', tally(oursPairs.filter(({ asked }) => asked.test === 'Symbolic'))),
  ]
  if (has('maxima')) {
    for (const [name, way] of Object.entries(maximaWays))
      rows.push(tallyRow(name, tally(await judgeByMaxima(way, scalar))))
  } else
    say('Maxima is not on this machine (Debian: apt-get install maxima maxima-share), so it is left out.', '')
  const folder = installPeers()
  if (folder === null) say('The other libraries could not be installed, so they are left out.', '')
  else {
    for (const { library, version, notation } of peers) {
      const name = `${library} ${version}`
      const questions = scalar.map(asked => ({ asked, question: peerQuestion(asked, notation) }))
      rows.push(tallyRow(name, tally(await judgeByPeer(folder, library, questions))))
      const latex = symbolic.map(asked => ({ asked, question: peerQuestion(asked, 'latex') }))
      pairRows.push(tallyRow(name, tally(await judgeByPeer(folder, library, latex))))
    }
  }
  const always = scalar.map(asked => ({ asked, score: 1 as const, reason: '', undecided: false, ms: 0 }))
  rows.push(tallyRow('always ‘right’', tally(always)))
  const alwaysPairs = symbolic.map(asked => ({
    asked,
    score: 1 as const,
    reason: '',
    undecided: false,
    ms: 0,
  }))
  pairRows.push(tallyRow('always ‘right’', tally(alwaysPairs)))
  const head = ['checker', ...tallyHead.slice(1)]
  say(
    `### AlgEquiv without relations, lists, sets, matrices and functions of authors (${scalar.length})`,
    '',
    markdownTable(head, rows),
    '',
  )
  say(`### LaTeX pairs, symbolic (${symbolic.length})`, '', markdownTable(head, pairRows), '')
}

function peerQuestion(asked: Case, notation: 'text' | 'latex'): PeerQuestion | null {
  const written = (text: string) =>
    asked.syntax === 'latex' ? text : notation === 'latex' ? asLatex(text) : asPlainText(text)
  const [a, b] = [written(asked.student), written(asked.teacher)]
  return a === null || b === null ? null : { a, b, notation }
}

async function measure({ answers, pairs, pairsOtherwise, file }: Cases): Promise<void> {
  const all = [...answers, ...pairs, ...pairsOtherwise]
  const cold = all.map(timed)
  const warm = all.map(timed)
  const changed = warm.filter((one, k) => one.score !== cold[k]?.score)
  const ours = warm.slice(0, answers.length)
  const oursPairs = warm.slice(answers.length, answers.length + pairs.length)
  const oursOtherwise = warm.slice(answers.length + pairs.length)
  say(
    '# Answers',
    '',
    `${answers.length} cases and ${pairs.length} LaTeX pairs of ${file}, on Node ${process.versions.node}, one thread. ${loadOfMachine()}`,
    '',
  )
  say(
    '## Answer tests',
    '',
    'Marked quirks left out. Times of the second pass over all cases; those of the first are below.',
    '',
  )
  printByTest(ours)
  say(
    '## LaTeX pairs',
    '',
    'Asked by the tests for LaTeX, and below them by the nearest of the others: symbolic by Symbolic and AlgEquiv, literal by Literal and EqualComAss.',
    '',
  )
  printByTest(oursPairs)
  printByTest(oursOtherwise)
  const doors = await measureDoors()
  const first = tally(cold)
  say(
    '## Time',
    '',
    markdownTable(
      ['pass', 'p50 ms', 'p99 ms', 'max ms', 'total ms'],
      [
        timeRow('first', cold),
        timeRow('first, of the processor', cold.map(ofProcessor)),
        timeRow('second', warm),
        timeRow('second, of the processor', warm.map(ofProcessor)),
      ],
    ),
    '',
  )
  say(
    `${changed.length} judgements differ between the passes${changed.length === 0 ? '.' : `: ${changed.map(({ asked }) => asked.id).join(', ')}.`}`,
    '',
  )
  const slowest = [...cold].sort((a, b) => b.ms - a.ms).slice(0, 5)
  say(
    `Slowest in the first pass: ${slowest.map(({ asked, ms }) => `${asked.id} ${milliseconds(ms)} ms`).join(', ')}.`,
    '',
  )
  say('## Size', '')
  printDoors(doors)
  say('## Bars', '')
  const found = [
    ...barsOfCases(ours, oursPairs, oursOtherwise),
    below('first pass: p99', first.p99, bars.p99, value => `${milliseconds(value)} ms`),
    below('first pass: max', first.max, bars.max, value => `${milliseconds(value)} ms`),
    ...doors.slice(0, 1).flatMap(barsOfDoor),
  ]
  printBars(found)
  say('## Every disagreement', '')
  printDisagreements(warm)
  if (process.env.BENCH_ALONE === undefined) {
    say('## Beside others', '')
    await printBeside(answers, pairs, ours, oursPairs)
  }
  printResult(
    'answers',
    {},
    Object.fromEntries(found.map(({ what, found: value, met }) => [what, { value, met }])),
  )
}

const cases = readCases()
if ('missing' in cases) {
  console.error(
    `The cases are not at ${cases.missing}. Name the folder that has learning-cases.dev.json with HELDER_SHARED.`,
  )
  process.exitCode = 2
} else await measure(cases)
