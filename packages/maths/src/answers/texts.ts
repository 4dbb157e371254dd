import type { Budget } from '../budget.ts'
import { compare, type Rational, ratio, whole } from '../exact/rational.ts'
import { dividesByZero, exactValue } from '../forms/rational-value.ts'
import { type Expr, isOp, isSym } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid, right, wrong } from './outcome.ts'
import { matches, NoPattern } from './texts-pattern.ts'
import { squished, textOf } from './texts-value.ts'

/** Answers in words. `String` and `StringSloppy` look only at what was typed, so that it need not be mathematics. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  String: given => sameText(given, text => text),
  StringSloppy: given => sameText(given, text => text.replace(/\s+/gu, '')),
  Levenshtein,
  SRegExp,
}

/** Tests that judge what was typed, also where it can't be read as mathematics. */
export const testsOfTyping: ReadonlySet<string> = new Set(['String', 'StringSloppy'])

function sameText({ raw, budget }: Given, prepare: (text: string) => string): Verdict {
  budget.spend(raw.student.length + raw.teacher.length)
  return prepare(typed(raw.student)) === prepare(typed(raw.teacher))
    ? right('texts.same')
    : wrong('texts.different')
}

/** What stands between quotes, or what was typed without the spaces around it. */
function typed(raw: string): string {
  const text = raw.trim()
  const quoted = /^"((?:[^"\\]|\\[\s\S])*)"$/.exec(text)
  return quoted?.[1] === undefined ? text : quoted[1].replace(/\\([\s\S])/g, '$1')
}

function SRegExp({ student, teacher, budget }: Given): Verdict {
  if (dividesByZero(student, budget)) return invalid('texts.divisionByZero')
  const text = textOf(student, budget)
  const pattern = textOf(teacher, budget)
  if (text === null || pattern === null) return invalid('texts.notText')
  try {
    return matches(pattern, text, budget) ? right('texts.matches') : wrong('texts.noMatch')
  } catch (error) {
    if (error instanceof NoPattern) return invalid('texts.pattern', { pattern })
    throw error
  }
}

/** How alike texts must be, and what of them counts. */
interface Likeness {
  readonly least: Rational
  readonly prepare: (text: string) => string
}

function Levenshtein({ student, teacher, options, raw, budget }: Given): Verdict {
  const likeness = likenessOf(options, budget)
  if (!likeness) return wrong('texts.options', { options: raw.options })
  const [allowed, denied, ...more] = isOp(teacher, 'list')
    ? teacher.args.map(list => textsOf(list, budget))
    : []
  if (!allowed || !denied || allowed.length === 0 || more.length > 0) return wrong('texts.lists')
  const text = textOf(student, budget)
  if (text === null) return wrong('texts.answerNotText')
  const good = nearest(text, allowed, likeness, budget)
  const bad = nearest(text, denied, likeness, budget)
  if (compare(good.likeness, likeness.least) < 0) return wrong('texts.far', { nearest: good.text })
  return compare(bad.likeness, good.likeness) < 0
    ? right('texts.near', { nearest: good.text })
    : wrong('texts.denied')
}

/** Reads `0.8` or `[0.8, CASE, WHITESPACE]`; null where it is neither. */
function likenessOf(options: Expr | null, budget: Budget): Likeness | null {
  const [first, ...flags] = options === null ? [] : isOp(options, 'list') ? options.args : [options]
  const least = first && exactValue(first, budget)
  if (!least || flags.some(flag => !isSym(flag, 'CASE') && !isSym(flag, 'WHITESPACE'))) return null
  const cases = flags.some(flag => isSym(flag, 'CASE'))
  const spaces = flags.some(flag => isSym(flag, 'WHITESPACE'))
  const spaced = (text: string): string => (spaces ? text : squished(text))
  return { least, prepare: text => (cases ? spaced(text) : spaced(text).toLowerCase()) }
}

function textsOf(e: Expr, budget: Budget): readonly string[] | null {
  if (!isOp(e, 'list')) return null
  const found: string[] = []
  for (const arg of e.args) {
    const text = textOf(arg, budget)
    if (text === null) return null
    found.push(text)
  }
  return found
}

interface Near {
  readonly text: string
  /** From 0, nothing alike, to 1, the same; -1 where there was nothing to be like. */
  readonly likeness: Rational
}

function nearest(text: string, among: readonly string[], { prepare }: Likeness, budget: Budget): Near {
  let best: Near = { text: '', likeness: whole(-1) }
  const from = Array.from(prepare(text))
  for (const other of among) {
    const to = Array.from(prepare(other))
    const length = Math.max(from.length, to.length)
    const likeness =
      length === 0 ? whole(1) : ratio(BigInt(length - distance(from, to, budget)), BigInt(length))
    if (compare(likeness, best.likeness) > 0) best = { text: other, likeness }
  }
  return best
}

/** How many characters must be put in, left out, changed, or swapped with the next one, to come from one text to the other. */
function distance(from: readonly string[], to: readonly string[], budget: Budget): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, k) => k)
  for (let i = 1; i <= from.length; i++) {
    budget.spend(to.length + 1)
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = at(last, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1)
      let best = Math.min(changed, at(last, j) + 1, at(row, j - 1) + 1)
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best = Math.min(best, at(beforeLast, j - 2) + 1)
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return at(last, to.length)
}

function at(row: readonly number[], k: number): number {
  return row[k] ?? 0
}
