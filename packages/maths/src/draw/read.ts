import { otherFunctions, plainFunctions } from '../read/names.ts'
import { readText } from '../read/text.ts'
import { constants, type Expr, int, isDecimal, nodes, variables } from '../tree.ts'
import { sentence } from '../words/problems.ts'
import { compile, isCondition, notDefined, ownFunctions, shown } from './evaluate.ts'
import { DrawError } from './problem.ts'
import { type Exact, isExact, minus, order, over, plus, same, times, type Value } from './value.ts'

/** The values that a variable is drawn from, numbered from 0. */
export interface Domain {
  readonly size: number
  at(index: number): Value
  /** A value as the author wrote it, where they did. */
  written?(index: number): Expr
}

/** A variable: as it is typed, and as readers call it in a tree, where e and i are constants otherwise. */
export interface Name {
  readonly typed: string
  readonly symbol: string
}

/** A line of a specification as it was read. */
export type Line = { readonly line: number; readonly text: string } & (
  | {
      readonly kind: 'drawn'
      readonly names: readonly Name[]
      readonly domain: Domain
      readonly decimal: boolean
    }
  | { readonly kind: 'derived'; readonly name: Name; readonly e: Expr; readonly decimal: boolean }
  | { readonly kind: 'condition'; readonly e: Expr }
)

const most = { characters: 20_000, lines: 500 }

/** Reads a specification, line by line. Throws a DrawError for the first line that can't be read. */
export function readLines(text: string): Line[] {
  const lines = text.split(/\r\n|\r|\n/)
  if (text.length > most.characters || lines.length > most.lines)
    throw new DrawError('tooLong', { most: `${most.characters}`, lines: `${most.lines}` })
  const known: Known = new Map()
  return lines.flatMap((whole, k) => {
    const line = whole.replace(/(^|\s)(\/\/|#).*$/, '').trim()
    return line === '' ? [] : [atLine(k + 1, () => readLine(line, k + 1, known))]
  })
}

/** Runs work on a line, so that what is wrong names it. */
export function atLine<T>(line: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof DrawError && error.problem.line === 0)
      throw new DrawError(error.problem.code, error.problem.data, line)
    throw error
  }
}

const drawnLine = /^([\p{L}\p{N}_\s,]+?)\s+in(?:\s+(.*))?$/su
const derivedLine = /^([\p{L}][\p{L}\p{N}_]*)\s*=(?!=)(.*)$/su

function readLine(text: string, line: number, known: Known): Line {
  const drawn = drawnLine.exec(text)
  if (drawn) {
    const names = (drawn[1] ?? '').split(',').map(name => newName(name.trim(), known))
    const { domain, decimal } = readDomain((drawn[2] ?? '').trim())
    return { kind: 'drawn', line, text, names, domain, decimal }
  }
  const derived = derivedLine.exec(text)
  // A name that has values already is compared rather than given others.
  if (derived && !known.has(derived[1] ?? '')) {
    const e = readExpression(derived[2] ?? '', known.keys())
    return { kind: 'derived', line, text, name: newName(derived[1] ?? '', known), e, decimal: hasDecimals(e) }
  }
  const e = readExpression(text, known.keys())
  if (!isCondition(e)) throw new DrawError('notCondition', { text })
  const symbols = new Set(known.values())
  const unknown = variables(e).find(name => !symbols.has(name))
  if (unknown !== undefined) throw new DrawError('unknownName', { name: unknown })
  return { kind: 'condition', line, text, e }
}

/** The names that have values, as they are typed, with what they are called in a tree. */
export type Known = Map<string, string>

function newName(typed: string, known: Known): Name {
  if (known.has(typed)) throw new DrawError('twice', { name: typed })
  const symbol = symbolOf(typed)
  if (symbol === null) throw new DrawError('noName', { name: typed })
  known.set(typed, symbol)
  return { typed, symbol }
}

const taken = new Set(['in', 'step', 'stap', ...ownFunctions])

function symbolOf(typed: string): string | null {
  if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(typed) || taken.has(typed)) return null
  if (plainFunctions.has(typed) || otherFunctions.has(typed)) return null
  if (constants.has(typed) && typed !== 'e' && typed !== 'i') return null
  const read = readText(typed, settings([typed]))
  return read.ok && read.tree.kind === 'sym' ? read.tree.name : null
}

function settings(variables: Iterable<string>) {
  return {
    decimal: 'point',
    letters: 'words',
    variables: [...variables],
    functions: ownFunctions,
  } as const
}

/** Reads an expression in calculator notation, with the names of variables as whole words. Throws a DrawError. */
export function readExpression(text: string, known: Iterable<string>): Expr {
  const read = readText(text, settings(known))
  if (read.ok) return read.tree
  const why = { why_nl: sentence(read.problem, 'nl'), why_en: sentence(read.problem, 'en') }
  throw new DrawError('notRead', { text: text.trim(), ...why })
}

function hasDecimals(e: Expr): boolean {
  return [...nodes(e)].some(node => node.kind === 'num' && isDecimal(node))
}

const rangeText = /^(.+?)\.\.(.+?)(?:\s(?:step|stap)\s(.+))?$/s

function readDomain(text: string): { domain: Domain; decimal: boolean } {
  const list = /^(?:\{(.*)\}|\[(.*)\])$/s.exec(text)
  if (list) return readList(list[1] ?? list[2] ?? '')
  const range = rangeText.exec(text)
  if (!range) throw new DrawError('noRange')
  const parts = [range[1] ?? '', range[2] ?? '', range[3] ?? '1'].map(part => readExpression(part, []))
  const [from = 0, to = 0, step = 1] = parts.map(numberOf)
  return { domain: rangeOf(from, to, step), decimal: parts.some(hasDecimals) }
}

function numberOf(e: Expr): Exact {
  const value = constantOf(e)
  if (!isExact(value)) throw new DrawError('notNumber', { text: shown(value) })
  return value
}

function constantOf(e: Expr): Value {
  try {
    return compile(e, () => undefined, { spent: 0 })([])
  } catch (error) {
    if (error === notDefined) return { tree: e }
    throw error
  }
}

function rangeOf(from: Exact, to: Exact, step: Exact): Domain {
  const shownStep = { from: shown(from), to: shown(to), step: shown(step) }
  if (order(step, 0) <= 0 || order(to, from) < 0) throw new DrawError('emptyRange', shownStep)
  const steps = over(minus(to, from), step)
  const size = typeof steps === 'number' ? steps + 1 : Number(steps.n / steps.d) + 1
  if (!Number.isSafeInteger(size)) throw new DrawError('hugeRange')
  return { size, at: index => plus(from, times(index, step)) }
}

function readList(inside: string): { domain: Domain; decimal: boolean } {
  const items = splitItems(inside).map(item => readExpression(item, []))
  const values = items.map(constantOf)
  const first = values.map((value, k) => values.findIndex(other => same(other, value)) === k)
  const different = items.flatMap((written, k) => (first[k] ? [{ written, value: values[k] ?? 0 }] : []))
  const at = (index: number) => different[index]?.value ?? 0
  return {
    domain: { size: different.length, at, written: index => different[index]?.written ?? int(0) },
    decimal: items.some(hasDecimals),
  }
}

/** The items between commas that stand in no brackets or quotes. */
function splitItems(text: string): string[] {
  const items: string[] = []
  let depth = 0
  let begin = 0
  for (let k = 0; k < text.length; k++) {
    const character = text.charAt(k)
    if (character === '"') k = Math.max(k, text.indexOf('"', k + 1))
    else if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) depth--
    else if (character === ',' && depth === 0) {
      items.push(text.slice(begin, k))
      begin = k + 1
    }
  }
  return [...items, text.slice(begin)]
}
