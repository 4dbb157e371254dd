import { Cursor } from './cursor.ts'
import { closes } from './latex-names.ts'
import type { LatexToken } from './latex-tokens.ts'
import { limits, type Problem, refuse, refuseAt } from './problem.ts'

/** The pieces of one text, how to read them, and what is known so far. */
export class LatexReader extends Cursor<LatexToken> {
  readonly settings: LatexSettings
  readonly warn: (problem: Problem) => void
  /** The brackets that are open here. */
  readonly open: LatexToken[] = []
  readonly variables: ReadonlySet<string>
  readonly functions: ReadonlySet<string>
  /** The index of the `d` that ends the integral that is read, -1 outside one. */
  differentialAt = -1
  /** Whether a separator stood between the brackets that are open. */
  separated = false
  #depth = 0

  constructor(tokens: LatexToken[], settings: LatexSettings, warn: (problem: Problem) => void) {
    super(tokens, atEnd)
    this.settings = settings
    this.warn = warn
    this.variables = new Set(settings.variables)
    this.functions = functionLetters(tokens, settings)
  }

  /** Reads what stands one level deeper. */
  deeper<T>(read: () => T): T {
    if (++this.#depth > 2 * limits.depth || this.open.length > limits.depth)
      refuse('tooDeep', this.next().at, 1, { most: `${limits.depth}` })
    const found = read()
    this.#depth--
    return found
  }
}

/** How to read LaTeX. */
export interface LatexSettings {
  /** Which sign stands before decimals; with a point, commas between groups of three digits are left out. */
  readonly decimal?: 'point' | 'comma' | 'both'
  /** Whether letters that stand together are a product, as in schoolbooks, or one name. */
  readonly letters?: 'single' | 'words'
  /** Names that are variables, whatever else they could be. A variable called e or i becomes `e_` or `i_` in the tree. */
  readonly variables?: readonly string[]
  /** Letters that are functions: `p(x)` is then no product. Without it f, g and h are, unless they also stand alone. */
  readonly functions?: readonly string[]
  /** Whether `[a, b]` is a list, as by default, or an interval. Beside ∪, ∩ and ∈ both `[a, b]` and `(a, b)` are intervals. */
  readonly brackets?: 'interval' | 'list'
  /** Whether sin(30) is taken of 30°, and sin⁻¹ gives degrees. */
  readonly degrees?: boolean
  /** Whether i is the imaginary unit, as by default. */
  readonly imaginary?: boolean
  /** Whether names of units stay whole. */
  readonly units?: boolean
}

/** Why this piece cannot stand here. */
export function unexpected(r: LatexReader, token: LatexToken): never {
  const { text, at } = token
  const open = r.open.at(-1)
  const before = r.k > 0 ? r.next(-1) : undefined
  if (token.type === 'end') ended(token, open, before)
  const sign = /^(?:[)\]}⟩⌋⌉]|\\\})$/.test(text) && token.type === 'sign'
  if (sign && (!open || open.type === 'begin')) refuseAt('missingOpen', token, { close: text })
  if (sign && open && closes[open.text] !== text)
    refuseAt('wrongClose', token, { open: open.text, close: closes[open.text] ?? '', found: text })
  if (sign)
    refuseAt('missingOperand', before ?? token, {
      sign: before?.text ?? text,
    })
  if (text === '|') refuseAt('missingBar', token)
  if (text === ',' || text === ';' || text === '\\\\' || text === '&')
    refuseAt('separator', token, { found: text })
  if (token.type === 'finish')
    refuse('unfinished', before?.at ?? at, before ? before.end - before.at : 0, {
      sign: before?.text ?? '',
    })
  if (token.type === 'sign' && !knownSigns.test(text)) refuseAt('unknownSign', token, { found: text })
  refuseAt(token.type === 'sign' ? 'missingOperand' : 'missingOperator', token, {
    sign: text,
    found: text,
  })
}

function ended(token: LatexToken, open: LatexToken | undefined, before: LatexToken | undefined): never {
  if (open?.text === '|') refuse('missingBar', token.at, 0)
  if (open)
    refuse('missingClose', token.at, 0, {
      open: open.text,
      close: open.type === 'begin' ? '\\end' : (closes[open.text] ?? ''),
    })
  if (before) refuseAt('unfinished', before, { sign: before.text })
  refuse('empty', 0, 0)
}

const knownSigns = /^(?:[-+*/:^_=#<>~!%°'±→∪∩∖⇒⇔≈-⊥]|<=|>=|and|or|not|:=)$/

const atEnd: LatexToken = { type: 'end', text: '', at: 0, end: 0, gap: false }

/**
 * The letters that are functions in this text: those that the settings name, else f, g and h where they do not also
 * stand alone; and the letter of a definition, `V(t) = …`, whose argument occurs on the other side.
 */
function functionLetters(tokens: readonly LatexToken[], settings: LatexSettings): ReadonlySet<string> {
  if (settings.functions) return new Set(settings.functions)
  const found = new Set(['f', 'g', 'h', 'F', 'G', 'H'].filter(letter => !standsAlone(letter, tokens)))
  const equals = tokens.findIndex(token => token.type === 'sign' && token.text === '=')
  for (const side of [tokens.slice(0, Math.max(0, equals)), tokens.slice(equals + 1, -1)]) {
    const [letter, open, argument, close] = side
    const defines =
      equals > 0 &&
      side.length === 4 &&
      letter?.type === 'letter' &&
      open?.text === '(' &&
      argument?.type === 'letter' &&
      close?.text === ')'
    if (defines && tokens.filter(token => token.type === 'letter' && token.text === argument.text).length > 1)
      found.add(letter.text)
  }
  return found
}

function standsAlone(letter: string, tokens: readonly LatexToken[]): boolean {
  return tokens.some(
    (token, k) =>
      token.type === 'letter' &&
      token.text === letter &&
      !/^[([^'_]$/.test(tokens[k + 1]?.text ?? '') &&
      tokens[k + 1]?.type !== 'letter',
  )
}
