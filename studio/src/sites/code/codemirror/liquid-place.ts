/** What is being written at a place in a template, with where the word began. */
export type LiquidPlace =
  | { kind: 'tag' | 'filter' | 'object' | 'snippet'; word: string; from: number }
  /** A part of something: `of` is the way to it, such as `['record', 'photo']`. */
  | { kind: 'property'; of: string[]; word: string; from: number }

// Tags and outputs are short; what lies further back is another one.
const lookBack = 2000

/** What is being written at a position, where that is inside `{{ }}` or `{% %}`. */
export function liquidPlaceAt(text: string, position: number): LiquidPlace | null {
  const before = text.slice(Math.max(0, position - lookBack), position)
  const open = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'))
  if (open < 0 || Math.max(before.lastIndexOf('}}'), before.lastIndexOf('%}')) > open) return null
  const inner = before.slice(open + 2).replace(/^-/, '')
  const at = (word = '') => ({ word, from: position - word.length })
  const snippet = /^\s*render\s+(?:'([^']*)|"([^"]*))$/.exec(inner)
  if (snippet) return { kind: 'snippet', ...at(snippet[1] ?? snippet[2]) }
  if (isInString(inner)) return null
  const tag = before.startsWith('{%', open) ? /^\s*(\w*)$/.exec(inner) : null
  if (tag) return { kind: 'tag', ...at(tag[1]) }
  const filter = /\|\s*(\w*)$/.exec(inner)
  if (filter) return { kind: 'filter', ...at(filter[1]) }
  const property = /([a-zA-Z_][\w-]*(?:\.[\w-]+)*)\.([\w-]*)$/.exec(inner)
  if (property) return { kind: 'property', of: (property[1] ?? '').split('.'), ...at(property[2]) }
  return { kind: 'object', ...at(/\w*$/.exec(inner)?.[0]) }
}

function isInString(inner: string): boolean {
  let quote = ''
  for (const letter of inner) {
    if (quote === '') quote = letter === "'" || letter === '"' ? letter : ''
    else if (letter === quote) quote = ''
  }
  return quote !== ''
}

/** What stands at a position, word and all: for explaining it. */
export function liquidWordAt(text: string, position: number): LiquidPlace | null {
  const rest = /^[\w-]*/.exec(text.slice(position, position + 100))?.[0] ?? ''
  return liquidPlaceAt(text, position + rest.length)
}
