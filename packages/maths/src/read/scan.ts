import { greek } from './names.ts'
import { refuse } from './problem.ts'

/** One piece of a text. */
export interface Token {
  readonly type: 'number' | 'name' | 'string' | 'sign' | 'end'
  /** What it says; for a Greek letter its name, for a string its value. */
  readonly text: string
  readonly at: number
  readonly end: number
  /** Whether space stands before it. */
  readonly gap: boolean
}

/** What differs between notations in cutting a text into pieces. */
export interface Notation {
  readonly number: RegExp
  readonly name: RegExp
  /** Signs of more than one character, the longest first. */
  readonly signs: readonly string[]
  /** Names that are operators. */
  readonly words: ReadonlySet<string>
  /** Characters that are another sign here. */
  readonly same: ReadonlyMap<string, string>
}

const space = /(?:\s|\/\*[\s\S]*?\*\/)+/y

/** The pieces of a text; the last is always an end. */
export function scan(text: string, notation: Notation): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    space.lastIndex = at
    const from = at
    if (space.test(text)) at = space.lastIndex
    const token = next(text, at, at > from, notation)
    tokens.push(token)
    if (token.type === 'end') return tokens
    at = token.end
  }
}

function next(text: string, at: number, gap: boolean, notation: Notation): Token {
  const first = text[at]
  if (first === undefined) return { type: 'end', text: '', at, end: at, gap }
  if (first === '"') return quoted(text, at, gap)
  if (text.startsWith('/*', at)) refuse('comment', at, 2)
  const number = mayBeNumber.test(first) ? match(notation.number, text, at) : undefined
  if (number !== undefined) return { type: 'number', text: number, at, end: at + number.length, gap }
  const name = neverInName.test(first) ? undefined : match(notation.name, text, at)
  if (name !== undefined) return named(name, at, gap, notation)
  const sign = /[#+:<>=!\-*.&|^]/.test(first)
    ? (notation.signs.find(one => text.startsWith(one, at)) ?? first)
    : first
  return { type: 'sign', text: notation.same.get(sign) ?? sign, at, end: at + sign.length, gap }
}

const mayBeNumber = /[\d.\u201a]/
const neverInName = /[!-$&-/:-@[-^`{-~]/

function named(name: string, at: number, gap: boolean, notation: Notation): Token {
  const type = notation.words.has(name) ? 'sign' : 'name'
  const letter = greek.get(name.charAt(0))
  return { type, text: letter === undefined ? name : letter + name.slice(1), at, end: at + name.length, gap }
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const quotedText = /"((?:[^"\\]|\\[\s\S])*)"/y

function quoted(text: string, at: number, gap: boolean): Token {
  quotedText.lastIndex = at
  const found = quotedText.exec(text)
  if (!found) refuse('quote', at, text.length - at)
  return {
    type: 'string',
    text: (found[1] ?? '').replace(/\\([\s\S])/g, '$1'),
    at,
    end: at + found[0].length,
    gap,
  }
}
