import type { Budget } from '../budget.ts'
import type { Expr } from '../tree.ts'

/** What a piece of text is: a text between quotes, or what functions of texts make of it; null where it is no text. */
export function textOf(e: Expr, budget: Budget): string | null {
  budget.spend()
  if (e.kind === 'str') return e.value
  if (e.kind !== 'op') return null
  const parts: string[] = []
  for (const arg of e.args) {
    const part = textOf(arg, budget)
    if (part === null) return null
    parts.push(part)
  }
  const length = parts.reduce((total, part) => total + part.length, 0)
  budget.spend(length)
  const make = e.args.length > 0 ? functions[e.op] : undefined
  return make ? make(parts, budget) : null
}

/** Functions of texts that authors use, with Maxima's names. */
const functions: Readonly<Record<string, (parts: readonly string[], budget: Budget) => string | null>> = {
  sconcat: parts => parts.join(''),
  concat: parts => parts.join(''),
  sremove_chars: ([characters = '', text = '']) =>
    Array.from(text)
      .filter(c => !characters.includes(c))
      .join(''),
  ssquish: ([text = '']) => squished(text),
  strim: ([characters = '', text = '']) => trimmed(text, characters, true, true),
  striml: ([characters = '', text = '']) => trimmed(text, characters, true, false),
  strimr: ([characters = '', text = '']) => trimmed(text, characters, false, true),
  supcase: ([text = '']) => text.toUpperCase(),
  sdowncase: ([text = '']) => text.toLowerCase(),
  sremove: ([part = '', text = '']) => (part === '' ? text : text.split(part).join('')),
  sreverse: ([text = '']) => Array.from(text).reverse().join(''),
  ssubst: ([by = '', part = '', text = ''], budget) => replaced(text, part, by, budget),
  string_to_regex: ([text = '']) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'),
}

/** One space between words, and none around them. */
export function squished(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function trimmed(text: string, characters: string, left: boolean, right: boolean): string {
  let from = 0
  let to = text.length
  while (left && from < to && characters.includes(text.charAt(from))) from += 1
  while (right && to > from && characters.includes(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}

function replaced(text: string, part: string, by: string, budget: Budget): string {
  if (part === '') return text
  const pieces = text.split(part)
  budget.spend(pieces.length * by.length)
  return pieces.join(by)
}
