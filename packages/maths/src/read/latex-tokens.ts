import { greek, pairs } from './names.ts'
import { refuse } from './problem.ts'

/** One piece of LaTeX. Commands for signs and brackets have become the sign; spacing is gone. */
export interface LatexToken {
  readonly type: 'number' | 'letter' | 'sign' | 'text' | 'word' | 'command' | 'begin' | 'finish' | 'end'
  /** A sign, the name of a command or environment, a number with a point, the content of a text. */
  readonly text: string
  readonly at: number
  readonly end: number
  /** Whether space stands before it. */
  readonly gap: boolean
  /** Which side of a pair, for brackets that were written with `\left` or `\right`. */
  readonly side?: 'left' | 'right'
}

type Decimal = 'point' | 'comma' | 'both'
type Doubt = (at: number, length: number, taken: string) => void

/** Cuts LaTeX into pieces; the last is always an end. */
export function latexTokens(text: string, decimal: Decimal, warn: Doubt): LatexToken[] {
  return new Scanner(text, decimal, warn).all()
}

/** Commands that are a sign of their own, or another spelling of one. */
const signs = pairs(
  'cdot * times * ast * star * div / le <= leq <= leqslant <= leqq <= ge >= geq >= geqslant >= geqq >= ne # neq # lt < gt > eq = ' +
    'approx ≈ napprox ≉ sim ~ nsim ≁ simeq ≃ nsimeq ≄ cong ≅ ncong ≇ equiv ≡ propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ nsubseteq ⊈ ' +
    'nless ≮ ngtr ≯ nleq ≰ ngeq ≱ parallel ∥ perp ⊥ coloneqq := colon : ' +
    'pm ± mp ∓ plusmn ± land and wedge and lor or vee or neg not lnot not not not implies ⇒ Rightarrow ⇒ Longrightarrow ⇒ iff ⇔ Leftrightarrow ⇔ Longleftrightarrow ⇔ ' +
    'to → rightarrow → longrightarrow → gets ← leftarrow ← longleftarrow ← cup ∪ cap ∩ setminus ∖ backslash ∖ ' +
    'lbrack [ rbrack ] lbrace \\{ rbrace \\} lparen ( rparen ) langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | mid | lvert | rvert | ' +
    "infty ∞ Infinity ∞ infinity ∞ degree ° circ ° prime ' emptyset ∅ varnothing ∅ exponentialE ℯ imaginaryI ⅈ imaginaryJ ⅈ differentialD ⅆ " +
    'ldots … dots … cdots … euro € R ℝ N ℕ Z ℤ Q ℚ C ℂ',
)

/** The same for characters and signs of several characters. */
const characters = pairs("· * × * ÷ / ⋅ * ** * ≤ <= ≥ >= ≠ # != # <> # ¬ not ∧ and ∨ or -> → ″ ''")

/** Commands for space and size. */
const skipped =
  /^(?:q?quad|(?:thin|en|med|thick)space|(?:display|text|script)style|(?:no)?limits|nobreak|[bB]igg?[lr]?|bigm|middle|mathopen|mathclose)$/

const texts = new Set(['text', 'textrm', 'textit', 'textbf', 'textnormal', 'mbox'])
const words = new Set(['mathrm', 'operatorname', 'mathit', 'rm', 'mathop'])
/** Signs among the letters of Unicode. */
const values = /[ℝℕℤℚℂℯⅈⅆ]/
/** Signs of several characters. */
const long = ['<=', '>=', '!=', '=<', '=>', ':=', '->', '**', '<>']

/** A piece that is found but not yet taken. */
interface Cut {
  readonly type: LatexToken['type'] | 'space' | 'nothing'
  readonly text: string
  readonly length: number
}

function cut(type: Cut['type'], text: string, length: number = text.length): Cut {
  return { type, text, length }
}

class Scanner {
  readonly #text: string
  readonly #decimal: Decimal
  readonly #warn: Doubt
  readonly #found: LatexToken[] = []
  /** The brackets that are open: between round, square and set brackets a comma separates. */
  readonly #open: { readonly text: string; readonly at: number }[] = []
  #at = 0
  #stop: number
  #gap = false
  #side: 'left' | 'right' | undefined

  constructor(text: string, decimal: Decimal, warn: Doubt) {
    this.#text = text
    this.#stop = text.length
    this.#decimal = decimal
    this.#warn = warn
  }

  all(): LatexToken[] {
    this.#dollars()
    while (this.#at < this.#stop) this.#add(this.#next(this.#text[this.#at] ?? ''))
    this.#add(cut('end', '', 0))
    return this.#found
  }

  /** Leaves out the signs around mathematics in running text: `$…$`, `\(…\)`, `\[…\]`. */
  #dollars(): void {
    const inner = /^\s*(?:\$\$([\s\S]*)\$\$|\$([^$]*)\$|\\\(([\s\S]*)\\\)|\\\[([\s\S]*)\\\])\s*$/.exec(
      this.#text,
    )
    const content = inner?.slice(1).find(part => part !== undefined)
    if (content === undefined || content.trim() === '') return
    this.#at = this.#text.indexOf(content)
    this.#stop = this.#at + content.length
  }

  #add({ type, text, length }: Cut): void {
    const at = this.#at
    this.#at += length
    if (type === 'space' || type === 'nothing') {
      this.#gap ||= type === 'space'
      return
    }
    if (type === 'sign' && /^(?:[([{⟨]|\\\{)$/.test(text)) this.#open.push({ text, at: this.#at })
    else if (type === 'sign' && /^(?:[)\]}⟩]|\\\})$/.test(text)) this.#open.pop()
    const token = { type, text, at, end: this.#at, gap: this.#gap }
    this.#found.push(this.#side && type === 'sign' ? { ...token, side: this.#side } : token)
    this.#gap = false
    this.#side = undefined
  }

  #next(first: string): Cut {
    if (/\s/.test(first)) return this.#endsCommand() ? cut('nothing', '', 1) : cut('space', first)
    if (first === '\\') return this.#command()
    if (/\d/.test(first) || (first === '.' && /\d/.test(this.#text[this.#at + 1] ?? '')))
      return this.#number()
    return first === '"' ? this.#quoted() : this.#character(first)
  }

  /** Whether this space only ends the name of a command. */
  #endsCommand(): boolean {
    return /\\[A-Za-z]+$/.test(this.#text.slice(Math.max(0, this.#at - 20), this.#at))
  }

  #character(first: string): Cut {
    const whole = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0)
    if (first === '~' && /^~+\s*\\(?:text|mathrm)/.test(this.#text.slice(this.#at, this.#at + 20)))
      return cut('space', first)
    const letter = greek.get(whole)
    if (letter !== undefined) return cut('letter', letter, whole.length)
    if (/\p{L}/u.test(whole) && !values.test(whole)) return cut('letter', whole)
    const sign = long.find(one => this.#text.startsWith(one, this.#at)) ?? whole
    return cut('sign', characters.get(sign) ?? sign, sign.length)
  }

  #quoted(): Cut {
    const close = this.#text.indexOf('"', this.#at + 1)
    if (close < 0) refuse('quote', this.#at, 1)
    return cut('text', this.#text.slice(this.#at, close + 1))
  }

  #command(): Cut {
    const rest = this.#text.slice(this.#at + 1, this.#at + 60)
    const name = /^[A-Za-z]+/.exec(rest)?.[0]
    if (name === undefined) return this.#short(String.fromCodePoint(rest.codePointAt(0) ?? 32))
    const length = name.length + 1
    if (name === 'left' || name === 'right') return this.#delimiter(name, length)
    if (skipped.test(name)) return cut('space', '', length)
    if (name === 'hspace' || name === 'phantom' || name === 'vspace')
      return cut('space', '', length + this.#braced(this.#at + length).length)
    if (name === 'begin' || name === 'end') return this.#environment(name, length)
    if (texts.has(name)) return this.#words('text', length)
    if (name === 'operatorname' && /^\{(?:\w|\\_)+\}/.test(rest.slice(name.length)))
      return this.#words('word', length)
    return words.has(name) ? this.#upright(length) : this.#spelled(name, length)
  }

  #spelled(name: string, length: number): Cut {
    if (name === 'lvert' || name === 'rvert') this.#side = name === 'lvert' ? 'left' : 'right'
    const sign = signs.get(name)
    if (sign !== undefined) return cut('sign', sign, length)
    const letter = greekCommand(name)
    return letter === undefined ? cut('command', name, length) : cut('letter', letter, length)
  }

  /** A backslash before one character. */
  #short(character: string): Cut {
    if (/[,;:!>\s]/.test(character)) return cut('space', '', 2)
    if (character === '\\' || character === '{' || character === '}') return cut('sign', `\\${character}`)
    if (character === '|') return cut('sign', '‖', 2)
    const letter = greek.get(character)
    if (letter !== undefined) return cut('letter', letter, 2)
    if (character === '%' || character === '$') return cut('sign', character, 2)
    return refuse('unknownSign', this.#at, 1 + character.length, { found: `\\${character}` })
  }

  #delimiter(name: 'left' | 'right', length: number): Cut {
    let end = this.#at + length
    while (/\s/.test(this.#text[end] ?? '')) end++
    if (this.#text[end] === '.') end++
    else this.#side = name
    return cut('nothing', '', end - this.#at)
  }

  /** The content of the braces from a place, and how many characters it and its braces take. */
  #braced(from: number): { content: string; length: number } {
    const opening = /\s*\{/y
    opening.lastIndex = from
    if (!opening.test(this.#text)) return { content: '', length: 0 }
    const start = opening.lastIndex
    let depth = 1
    for (let at = start; at < this.#text.length; at++) {
      const character = this.#text[at]
      if (character === '\\') at++
      else if (character === '{') depth++
      else if (character === '}' && --depth === 0)
        return { content: this.#text.slice(start, at), length: at + 1 - from }
    }
    return refuse('missingClose', this.#text.length, 0, { open: '{', close: '}' })
  }

  #environment(name: string, length: number): Cut {
    const { content, length: braces } = this.#braced(this.#at + length)
    return cut(name === 'begin' ? 'begin' : 'finish', content.replace(/\*$/, ''), length + braces)
  }

  #words(type: 'text' | 'word', length: number): Cut {
    const { content, length: braces } = this.#braced(this.#at + length)
    return cut(type, content.replace(/\\([%$&_ ])/g, '$1'), length + braces)
  }

  /** Upright letters are a name; anything else between these braces is read as if the command were not there. */
  #upright(given: number): Cut {
    const length = this.#text[this.#at + given] === '*' ? given + 1 : given
    const { content } = this.#braced(this.#at + length)
    return /^\s*\p{L}[\p{L}\d\s]*$/u.test(content) ? this.#words('word', length) : cut('space', '', length)
  }

  /**
   * Whether a comma separates here: between brackets, but not where semicolons do. Where both signs are decimal,
   * `(1,5)` could be one number or two, and then it is asked.
   */
  #isListed(): boolean {
    const open = this.#open.at(-1)
    if (open === undefined || open.text === '{') return false
    if (this.#decimal !== 'both') return true
    const content = /[^()[\]]*/y
    content.lastIndex = open.at
    const inside = content.exec(this.#text)?.[0] ?? ''
    const pair = /\d+,\d+/y
    pair.lastIndex = this.#at
    if (inside.includes(';')) return false
    if (pair.test(this.#text) && !/,.*,/.test(inside))
      refuse('decimalOrList', this.#at, pair.lastIndex - this.#at)
    return true
  }

  #number(): Cut {
    const listed = this.#isListed()
    const found = numberAt(this.#text, this.#at, this.#decimal, listed)
    if (found.doubtful) this.#warn(this.#at, found.length, found.text)
    if (found.text.length > 4000) refuse('number', this.#at, found.length)
    return cut('number', found.text, found.length)
  }
}

function greekCommand(name: string): string | undefined {
  const plain = name.replace(/^var(?=[a-z])/, '')
  return greekNamesOf.has(plain) ? plain : undefined
}

const greekNamesOf = new Set(greek.values())

interface Found {
  readonly text: string
  readonly length: number
  /** Whether its comma or point could have been meant otherwise. */
  readonly doubtful?: boolean
}

const gap = String.raw`(?:\\[,;: !]|~|\{\\[,;]\}| )`
const spacedThousands = new RegExp(
  String.raw`(\d{1,3}(?:${gap}+\d{3})+)(?!\d)((?:\.|,|\{,\}|\{\.\})\d+)?`,
  'y',
)
const commaThousands = /(\d{1,3}(?:(?:,|\{,\})\d{3})+)(?!\d)(\.\d+)?/y
const pointThousands = /(\d{1,3}(?:\.\d{3})+)(?!\d)((?:,|\{,\})\d+)?/y
const withComma = /\d*(?:,|\{,\})\d+/y
const withBracedComma = /\d*\{[,.]\}\d+/y
const plain = /\d+(?:\.\d*)?|\.\d+/y

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function numberAt(text: string, at: number, decimal: Decimal, listed: boolean): Found {
  return thousands(text, at, decimal, listed) ?? fraction(text, at, decimal, listed) ?? digits(text, at)
}

function digits(text: string, at: number): Found {
  const found = match(plain, text, at)?.[0] ?? ''
  const whole = found.endsWith('.') && !/^\d+\.(?!\.)/.test(found) ? found.slice(0, -1) : found
  return { text: whole, length: whole.length }
}

/** A number whose digits stand in groups of three. Between brackets `(1,200)` is two numbers, but `(1,000)` cannot be. */
function thousands(
  text: string,
  at: number,
  decimal: 'point' | 'comma' | 'both',
  listed: boolean,
): Found | undefined {
  const spaced = match(spacedThousands, text, at)
  if (spaced) return joined(spaced)
  if (decimal === 'comma') {
    const found = match(pointThousands, text, at)
    return found ? joined(found, !/\..*\.|,/.test(found[0])) : undefined
  }
  const found = match(commaThousands, text, at)
  if (!found || text[at] === '0') return undefined
  const whole = found[1] ?? ''
  if (listed && !/[,}]0/.test(whole)) return undefined
  const doubtful = decimal === 'both' && !/,.*,|\./.test(found[0])
  if (doubtful) refuse('decimalOrList', at, found[0].length)
  return joined(found)
}

function joined(found: RegExpExecArray, doubtful = false): Found {
  const behind = (found[2] ?? '').replace(/[{}]/g, '').replace(',', '.')
  return { text: (found[1] ?? '').replace(/\D/g, '') + behind, length: found[0].length, doubtful }
}

function fraction(
  text: string,
  at: number,
  decimal: 'point' | 'comma' | 'both',
  listed: boolean,
): Found | undefined {
  const commas = decimal === 'comma' || (decimal === 'both' && !listed)
  const found = match(commas ? withComma : withBracedComma, text, at)?.[0]
  if (found === undefined) return undefined
  return { text: found.replace(/\{?[,.]\}?/, '.'), length: found.length }
}
