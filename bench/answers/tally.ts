import type { Case } from './cases.ts'

/** What a checker said of a case. */
export interface Judged {
  asked: Case
  /** Undefined where it gave no judgement: it could not read the question, or was stopped. */
  score: 1 | 0 | -1 | undefined
  reason: string
  undecided: boolean
  ms: number
}

/** The judgements on some cases counted. */
export interface Tally {
  n: number
  agreed: number
  /** The mean of the shares of right answers and of wrong answers that are judged so; NaN where one kind is missing. */
  balanced: number
  wrongAccepted: number
  rightRefused: number
  undecided: number
  p50: number
  p99: number
  max: number
}

/** Counts judgements; cases that are marked as quirks should have been left out. */
export function tally(judged: Judged[]): Tally {
  const right = judged.filter(({ asked }) => asked.expected === 1)
  const wrong = judged.filter(({ asked }) => asked.expected === 0)
  const times = judged.map(({ ms }) => ms).sort((a, b) => a - b)
  return {
    n: judged.length,
    agreed: judged.filter(agrees).length,
    balanced: (share(right) + share(wrong)) / 2,
    wrongAccepted: judged.filter(({ asked, score }) => asked.expected !== 1 && score === 1).length,
    rightRefused: right.filter(({ score }) => score !== 1).length,
    undecided: judged.filter(({ undecided }) => undecided).length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    max: quantile(times, 1),
  }
}

/** Whether a judgement is the one that the source gives. */
export function agrees({ asked, score }: Judged): boolean {
  return score === asked.expected
}

function share(judged: Judged[]): number {
  return judged.filter(agrees).length / judged.length
}

/** The value below which a share of the sorted values lies. */
function quantile(sorted: number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}

/** A table of markdown with the columns as wide as they need to be. */
export function markdownTable(head: string[], rows: string[][]): string {
  const widths = head.map((name, k) => Math.max(3, name.length, ...rows.map(row => (row[k] ?? '').length)))
  const line = (cells: string[]) =>
    `| ${widths.map((width, k) => (k === 0 ? (cells[k] ?? '').padEnd(width) : (cells[k] ?? '').padStart(width))).join(' | ')} |`
  const rule = `|${widths.map((width, k) => (k === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

export const tallyHead = [
  'test',
  'n',
  'agree',
  'balanced',
  'wrong accepted',
  'right refused',
  "can't decide",
  'p50 ms',
  'p99 ms',
  'max ms',
]

/** A tally as a row under `tallyHead`. */
export function tallyRow(name: string, t: Tally): string[] {
  const counts = [t.wrongAccepted, t.rightRefused, t.undecided].map(String)
  return [
    name,
    String(t.n),
    percentage(t.agreed / t.n),
    percentage(t.balanced),
    ...counts,
    ...[t.p50, t.p99, t.max].map(milliseconds),
  ]
}

export function percentage(part: number): string {
  return Number.isNaN(part) ? '–' : `${(part * 100).toFixed(1)} %`
}

export function milliseconds(ms: number): string {
  return ms >= 10 ? ms.toFixed(0) : ms.toFixed(ms >= 1 ? 1 : 3)
}
