import { pipeline } from 'node:stream/promises'
import { check } from '@helder/maths'
import { text } from '@helder/words'
import type { Command } from './command.ts'

/** The judgement on one line of questions, as it is printed. */
export interface AnswerLine {
  /** What the question was called; null where that could not be read. */
  id: unknown
  score: 1 | 0 | -1
  /** The code of the reason, from the catalogue of the package. */
  reason: string
  /** Milliseconds that the check took, without reading and writing the line. */
  ms: number
}

/** Judges one question, written as an object of JSON. Never throws: what is no question gets score -1. */
export function answerLine(line: string): AnswerLine {
  const asked = readObject(line)
  if (asked === null) return { id: null, score: -1, reason: 'line.noObject', ms: 0 }
  const { id = null, test, student, teacher } = asked
  const options = asked.options ?? ''
  const syntax = asked.syntax ?? 'maxima'
  const refused = (reason: string): AnswerLine => ({ id, score: -1, reason, ms: 0 })
  if (typeof test !== 'string') return refused('line.noTest')
  if (typeof student !== 'string') return refused('line.noStudent')
  if (typeof teacher !== 'string') return refused('line.noTeacher')
  if (typeof options !== 'string') return refused('line.noOptions')
  if (!isSyntax(syntax)) return refused('line.noSyntax')
  const began = performance.now()
  try {
    const { score, reason } = check({ test, options, student, teacher, syntax })
    return { id, score, reason: reason.code, ms: since(began) }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return { id, score: -1, reason: 'check.failed', ms: since(began) }
  }
}

function since(began: number): number {
  return Math.round((performance.now() - began) * 1000) / 1000
}

function isSyntax(value: unknown): value is 'maxima' | 'latex' | 'text' {
  return value === 'maxima' || value === 'latex' || value === 'text'
}

function readObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** No question is so long; what is longer is not kept in memory. */
const longestLine = 4_000_000

/**
 * Lines of a stream as soon as they are whole; null for one that is too long. Only a line feed ends a line, for text
 * in JSON may hold the other characters that do so elsewhere.
 */
async function* lines(source: AsyncIterable<string>): AsyncGenerator<string | null> {
  let begun = ''
  let tooLong = false
  for await (const chunk of source) {
    const [first = '', ...others] = chunk.split('\n')
    if (!tooLong) begun += first
    for (const next of others) {
      yield tooLong ? null : begun
      begun = next
      tooLong = false
    }
    if (begun.length > longestLine) {
      begun = ''
      tooLong = true
    }
  }
  if (tooLong || begun !== '') yield tooLong ? null : begun
}

/** Answers for lines of questions, each as soon as its line is whole, in the same order. Empty lines ask nothing. */
export async function* answerAll(source: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines(source)) {
    if (line === null) yield `${JSON.stringify({ id: null, score: -1, reason: 'line.tooLong', ms: 0 })}\n`
    else if (line.trim() !== '') yield `${JSON.stringify(answerLine(line))}\n`
  }
}

async function answers(): Promise<void> {
  process.stdin.setEncoding('utf8')
  try {
    await pipeline(process.stdin, answerAll, process.stdout, { end: false })
  } catch (error) {
    // Whoever reads the answers has had enough.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

export const commands: Command[] = [
  {
    name: 'answers',
    about: text(
      'Leest op elke regel een vraag als {"id","test","options","student","teacher","syntax"} en schrijft er een regel {"id","score","reason","ms"} voor terug. syntax is maxima (zonder opgave), latex of text. score is 1 goed, 0 fout, -1 als antwoord, doel of opties niet bij de toets passen.',
      'Reads a question from each line, {"id","test","options","student","teacher","syntax"}, and writes a line {"id","score","reason","ms"} for it. syntax is maxima (unless given), latex or text. score is 1 right, 0 wrong, -1 where answer, target or options do not fit the test.',
    ),
    run: answers,
  },
]
