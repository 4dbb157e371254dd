import { ratio } from '../exact/rational.ts'
import { type Expr, int, isOp, isSym, literal, op, str, sym } from '../tree.ts'
import { isUnit } from '../units/table.ts'
import {
  closeEnds,
  closes,
  conditional,
  decorations,
  functionNamed,
  grids,
  inverses,
  inWords,
  logic,
  negated,
  openEnds,
  otherwise,
  relations,
  startsFactor,
  systems,
  values,
} from './latex-names.ts'
import { type LatexToken, latexTokens } from './latex-tokens.ts'
import { counts, greekNames, otherFunctions, plainFunctions } from './names.ts'
import { limits, type Problem, type Reading, refuse } from './problem.ts'
import { reading } from './reading.ts'

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

/** Reads LaTeX, as a field for mathematics gives it and as people type it. */
export function readLatex(text: string, settings: LatexSettings = {}): Reading {
  return reading(text, (normal, warn) => {
    const doubt = (at: number, length: number, taken: string): void =>
      warn({ code: 'ambiguous', at, length, data: { taken } })
    return new LatexReader(latexTokens(normal, settings.decimal ?? 'point', doubt), settings, warn).all()
  })
}

/** As far as a name is looked for in letters that stand together. */
const longestName = { letters: 16, words: 60 }

/** One reading of one text. */
class LatexReader {
  readonly #tokens: LatexToken[]
  readonly #settings: LatexSettings
  readonly #warn: (problem: Problem) => void
  readonly #open: LatexToken[] = []
  readonly #variables: ReadonlySet<string>
  readonly #functions: ReadonlySet<string>
  #k = 0
  #depth = 0
  #differentialAt = -1

  constructor(tokens: LatexToken[], settings: LatexSettings, warn: (problem: Problem) => void) {
    this.#tokens = tokens
    this.#settings = settings
    this.#warn = warn
    this.#variables = new Set(settings.variables)
    this.#functions = functionLetters(tokens, settings)
  }

  all(): Expr {
    const statements = [this.#clause()]
    while (this.#sees(',') || this.#sees(';') || this.#sees('\\\\')) {
      this.#take()
      if (this.#next().type === 'end') break
      statements.push(this.#clause())
    }
    if (this.#next().type !== 'end') this.#unexpected(this.#next())
    const [only] = statements
    return statements.length === 1 && only ? only : op('list', ...statements)
  }

  #next(ahead = 0): LatexToken {
    return this.#tokens[Math.min(this.#k + ahead, this.#tokens.length - 1)] ?? atEnd
  }

  #take(): LatexToken {
    const token = this.#next()
    if (token.type !== 'end') this.#k++
    return token
  }

  #sees(sign: string, ahead = 0): boolean {
    const token = this.#next(ahead)
    return token.type === 'sign' && token.text === sign
  }

  #accept(sign: string): boolean {
    if (!this.#sees(sign)) return false
    this.#take()
    return true
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > 2 * limits.depth || this.#open.length > limits.depth)
      refuse('tooDeep', this.#next().at, 1, { most: `${limits.depth}` })
    const found = read()
    this.#depth--
    return found
  }

  // What joins statements.

  #clause(): Expr {
    return this.#deeper(() => {
      const left = this.#flat('or', () => this.#flat('and', () => this.#negation()))
      if (this.#accept('⇒')) return op('implies', left, this.#clause())
      if (this.#accept('⇔')) return op('xnor', left, this.#clause())
      if (this.#accept(':=')) return op('define', left, this.#clause())
      return left
    })
  }

  #flat(name: string, part: () => Expr): Expr {
    const parts = [part()]
    while (this.#connective() === name) {
      this.#take()
      if (this.#next(-1).type === 'letter') this.#take()
      parts.push(part())
    }
    const [only] = parts
    return parts.length === 1 && only ? only : op(name, ...parts)
  }

  /** The word between statements that stands next: a sign, upright text, or loose letters with space on both sides. */
  #connective(): string | undefined {
    const token = this.#next()
    if (token.type === 'sign') return token.text === 'and' || token.text === 'or' ? token.text : undefined
    if (token.type === 'text' || token.type === 'word') return logic.get(token.text.trim().toLowerCase())
    const second = this.#next(1)
    if (token.type !== 'letter' || !token.gap || second.type !== 'letter' || second.gap || !this.#next(2).gap)
      return undefined
    return logic.get(token.text + second.text)
  }

  #negation(): Expr {
    if (!this.#sees('not') && this.#connective() !== 'not') return this.#relation()
    this.#take()
    return this.#deeper(() => op('not', this.#negation()))
  }

  #relation(): Expr {
    const parts: Expr[] = []
    let left = this.#union()
    for (let name = this.#relationName(); name !== undefined; name = this.#relationName()) {
      const right = name === 'in' || name === 'notin' ? asInterval(this.#union()) : this.#union()
      parts.push(op(name, left, right))
      left = right
    }
    const [only] = parts
    return parts.length === 0 ? left : parts.length === 1 && only ? only : op('chain', ...parts)
  }

  /** Takes the relation that stands next, with `\not` before it. */
  #relationName(): string | undefined {
    const token = this.#next()
    if (token.type !== 'sign') return undefined
    const next = this.#next(1)
    if (token.text === 'not' && next.type === 'sign' && negated.has(next.text)) {
      this.#k += 2
      return negated.get(next.text)
    }
    if (token.text === '=<' || token.text === '=>')
      refuse('backwards', token.at, 2, { found: token.text, better: token.text === '=<' ? '\\le' : '\\ge' })
    if (token.text === '>' && this.#open.at(-1)?.text === '<') return undefined
    const name = relations.get(token.text)
    if (name !== undefined) this.#take()
    return name
  }

  #union(): Expr {
    return this.#joined('union', '∪', () => this.#difference())
  }

  #difference(): Expr {
    let left = this.#joined('intersection', '∩', () => this.#sum())
    while (this.#accept('∖'))
      left = op(
        'setminus',
        asInterval(left),
        asInterval(this.#joined('intersection', '∩', () => this.#sum())),
      )
    return left
  }

  #joined(name: string, sign: string, part: () => Expr): Expr {
    const parts = [part()]
    while (this.#accept(sign)) parts.push(part())
    const [only] = parts
    return parts.length === 1 && only ? only : op(name, ...parts.map(asInterval))
  }

  // Sums and products.

  #sum(): Expr {
    return this.#deeper(() => {
      let terms = [this.#product()]
      for (;;) {
        const sign = this.#next()
        if (sign.type !== 'sign' || !'+-±∓'.includes(sign.text)) return collected('+', terms)
        if (sign.text === '∓') refuse('operator', sign.at, sign.end - sign.at, { found: '∓', better: '\\pm' })
        this.#take()
        const term = this.#product(sign.text === '-')
        if (sign.text === '±') terms = [op('pm', collected('+', terms), term)]
        else terms.push(sign.text === '-' ? op('-', term) : term)
      }
    })
  }

  /** A product with its divisions from left to right; after a minus the product as a whole is negated, by the caller. */
  #product(subtracted = false): Expr {
    let factors = [subtracted ? this.#factor() : this.#signed()]
    let divided = false
    for (;;) {
      const sign = this.#next()
      if (sign.type === 'sign' && sign.text === '*') {
        this.#take()
        factors.push(this.#signed())
      } else if (sign.type === 'sign' && (sign.text === '/' || sign.text === ':')) {
        this.#take()
        factors = [op('/', collected('*', factors), this.#signed())]
        divided = true
      } else if (this.#adjoins()) {
        if (divided) this.#doubt(sign)
        divided = false
        factors.push(this.#factor())
      } else return collected('*', factors)
    }
  }

  #doubt(at: LatexToken): void {
    this.#warn({ code: 'ambiguous', at: at.at, length: at.end - at.at, data: { taken: '(a/b)·c' } })
  }

  #signed(): Expr {
    const token = this.#next()
    if (token.type !== 'sign' || !'+-±'.includes(token.text)) return this.#factor()
    this.#take()
    if (token.text === '±')
      return op(
        'pm',
        this.#deeper(() => this.#product(true)),
      )
    const inner = this.#deeper(() => this.#signed())
    return token.text === '+' ? inner : op('-', inner)
  }

  /** Whether what stands next is a factor without a sign for the product. */
  #adjoins(): boolean {
    const token = this.#next()
    if (this.#k === this.#differentialAt || this.#connective() !== undefined) return false
    if (token.type === 'number') {
      if (this.#next(-1).type === 'number')
        refuse('missingOperator', token.at, token.end - token.at, { found: token.text })
      return true
    }
    if (token.type === 'text' || token.type === 'word') return !conditional.test(token.text.trim())
    if (token.type !== 'sign')
      return token.type === 'letter' || token.type === 'begin' || token.type === 'command'
    if (token.text === '|')
      return token.side === 'left' || (token.side === undefined && this.#open.at(-1)?.text !== '|')
    if (token.text === '[' && this.#endsInterval()) return false
    return startsFactor.has(token.text)
  }

  /** Whether a square bracket closes the interval that is open, as in `]1,2[`. */
  #endsInterval(): boolean {
    const open = this.#open.at(-1)
    if (open === undefined || this.#next().side === 'left') return false
    return open.text === ']' || this.#next().side === 'right' || (open.text === '[' && this.#separated)
  }

  #separated = false

  #factor(): Expr {
    return this.#deeper(() => this.#scripted(this.#operand()))
  }

  /** An operand with its powers and what else follows it. */
  #scripted(first: Expr): Expr {
    let e = first
    for (;;) {
      const token = this.#next()
      if (token.type !== 'sign') return e
      if (token.text === '^' && !this.#isOneSided()) e = this.#raised(e)
      else if (token.text === '!') e = this.#after('factorial', e)
      else if (token.text === '%') e = this.#after('percent', e)
      else if (token.text === '°') e = this.#degrees(e)
      else return e
    }
  }

  /** An angle, or with units a temperature. */
  #degrees(e: Expr): Expr {
    this.#take()
    const scale = this.#next()
    if (!this.#settings.units || !/^[CF]$/.test(scale.text)) return op('degree', e)
    this.#take()
    return op('*', e, sym(`deg${scale.text}`))
  }

  #after(name: string, e: Expr): Expr {
    this.#take()
    return op(name, e)
  }

  #raised(base: Expr): Expr {
    this.#take()
    if (this.#sees('°')) return this.#degrees(base)
    if (this.#sees('{') && this.#sees('°', 1) && this.#sees('}', 2)) {
      this.#k += 2
      return this.#degrees(base)
    }
    const power = this.#deeper(() => this.#script())
    return op('^', base.kind === 'sym' && this.#accept('_') ? this.#named(base.name, true) : base, power)
  }

  /** Whether a plus or minus above the line says from which side a limit is taken. */
  #isOneSided(): boolean {
    const braced = this.#sees('{', 1) ? 1 : 0
    const sign = this.#next(1 + braced)
    const after = this.#next(2 + braced)
    return sign.type === 'sign' && '+-'.includes(sign.text) && after.type === 'sign' && after.text === '}'
  }

  /** What stands above or below the line: braces, or one thing with its sign. */
  #script(): Expr {
    if (this.#sees('{')) return this.#braces()
    const sign = this.#next()
    if (sign.type === 'sign' && (sign.text === '-' || sign.text === '+')) {
      this.#take()
      const size = this.#script()
      return sign.text === '-' ? op('-', size) : size
    }
    const token = this.#next()
    if (token.type === 'number' && token.text.length > 1)
      this.#warn({
        code: 'ambiguous',
        at: token.at,
        length: token.text.length,
        data: { taken: `^{${token.text}}` },
      })
    return this.#operand(true)
  }

  /** What a command is applied to: braces, or one thing; a number gives only its first digit where `digit` says so. */
  #argument(digit = false): Expr {
    const token = this.#next()
    if (this.#sees('{')) return this.#braces()
    if (digit && token.type === 'number' && /^\d{2}/.test(token.text)) {
      this.#tokens[this.#k] = { ...token, text: token.text.slice(1), at: token.at + 1 }
      return literal(token.text.charAt(0))
    }
    return this.#deeper(() => this.#operand(true))
  }

  /** A group in braces. Braces around a list, which LaTeX does not show, are taken as those of a set. */
  #braces(): Expr {
    const open = this.#take()
    if (this.#sees('}')) refuse('incomplete', open.at, this.#next().end - open.at)
    const items = this.#items(open, '}')
    const [only] = items
    return items.length === 1 && only ? only : op('set', ...items)
  }

  // Brackets.

  /** What stands between brackets, up to and with the one that closes. */
  #items(open: LatexToken, ...close: readonly string[]): Expr[] {
    const outer = this.#separated
    const differential = this.#differentialAt
    this.#separated = false
    this.#differentialAt = -1
    this.#open.push(open)
    const items: Expr[] = []
    if (!this.#closing(close) || this.#sees('|')) items.push(this.#clause())
    while (this.#sees(',') || this.#sees(';')) {
      this.#take()
      this.#separated = true
      items.push(this.#clause())
    }
    if (!this.#closing(close)) this.#unexpected(this.#next())
    this.#take()
    this.#open.pop()
    this.#separated = outer
    this.#differentialAt = differential
    return items
  }

  #closing(close: readonly string[]): boolean {
    const token = this.#next()
    return (
      token.type === 'sign' && close.includes(token.text) && !(token.text === '|' && token.side === 'left')
    )
  }

  /** A group, a point, a list or an interval. */
  #bracketed(open: LatexToken): Expr {
    const items = this.#items(
      open,
      ')',
      ']',
      '⟩',
      ...(open.text === '<' ? ['>'] : []),
      ...(open.text === '(' ? [] : ['[']),
    )
    const close = this.#next(-1)
    const [first, second] = items
    const ends = `${openEnds.get(open.text)}${closeEnds.get(close.text)}`
    const same = closes[open.text] === close.text
    if (items.length === 1 && open.text !== '(' && this.#hasComma(first))
      refuse('decimalOrList', open.at, close.end - open.at)
    if (items.length === 2 && first && second && !(same && open.text === '('))
      return this.#interval(ends, first, second)
    if (!same)
      refuse('wrongClose', close.at, close.end - close.at, {
        open: open.text,
        close: closes[open.text] ?? '',
        found: close.text,
      })
    if (items.length === 1 && first && open.text !== '⟨') return first
    if (open.text === '[') return op('list', ...items)
    if (items.length === 0) refuse('emptyBrackets', open.at, close.end - open.at)
    return op('tuple', ...items)
  }

  /** Whether this is one number with a decimal comma, which between square brackets could have been two. */
  #hasComma(e: Expr | undefined): boolean {
    return this.#settings.decimal === 'comma' && e?.kind === 'num' && e.text.includes('.')
  }

  #interval(ends: string, from: Expr, to: Expr): Expr {
    return op(ends === 'cc' && this.#settings.brackets !== 'interval' ? 'list' : ends, from, to)
  }

  // Operands.

  #operand(short = false): Expr {
    const token = this.#take()
    switch (token.type) {
      case 'number':
        return short ? literal(token.text) : this.#number(token)
      case 'letter':
        return this.#letter(token, short)
      case 'text':
      case 'word':
        return this.#word(token)
      case 'command':
        return this.#command(token)
      case 'begin':
        return this.#environment(token)
      default:
        return this.#sign(token)
    }
  }

  /** A number, with the fraction of a mixed number that stands against it. */
  #number(token: LatexToken): Expr {
    const repeating = this.#repeating(token)
    if (repeating) return repeating
    const whole = literal(token.text)
    if (!isFraction(this.#next()) || !/^\d+$/.test(token.text)) return whole
    const written = [1, 2, 3, 4, 5, 6].map(ahead => this.#next(ahead).text).join(' ')
    const [, above, below] =
      /^\{ (\d+) \} \{ (\d+) \}/.exec(written) ?? /^(\d)(\d)(?: |$)/.exec(written) ?? []
    if (above === undefined || below === undefined || BigInt(above) >= BigInt(below)) return whole
    this.#k += written.startsWith('{') ? 7 : 2
    return op('mixed', whole, op('/', literal(above), literal(below)))
  }

  #sign(token: LatexToken): Expr {
    const value = values.get(token.text)
    if (token.type === 'sign' && value !== undefined) return this.#money(sym(value), token)
    switch (token.type === 'sign' ? token.text : '') {
      case '(':
      case '[':
      case ']':
      case '⟨':
      case '<':
        if (token.text === ']' && this.#open.some(open => open.text === '[' || open.text === '⟨')) break
        return this.#bracketed(token)
      case '{':
        return this.#emptyBase(token)
      case '\\{':
        return this.#set(token)
      case '|':
        return op('abs', this.#only(token, '|'))
      case '⌊':
        return op('floor', this.#only(token, '⌋'))
      case '⌈':
        return op('ceiling', this.#only(token, '⌉'))
      case '∅':
        return op('set')
      case '→':
        if (this.#open.length === 0 || !/^[)\]>⟩[]$/.test(this.#next().text)) break
        return sym('inf')
      case '←':
        if (this.#open.length === 0 || !/^[,;]$/.test(this.#next().text)) break
        return op('-', sym('inf'))
      case '√':
        return op('sqrt', this.#argument())
      case '^':
        return this.#leftBase(token)
    }
    this.#k = Math.max(0, this.#k - (token.type === 'end' ? 0 : 1))
    return this.#unexpected(token)
  }

  /** An amount of money: `€ 5` is five euros. */
  #money(unit: Expr, token: LatexToken): Expr {
    if (!'€$£'.includes(token.text) || this.#next().type !== 'number') return unit
    return op('*', this.#number(this.#take()), unit)
  }

  #only(open: LatexToken, close: string): Expr {
    const [only, second] = this.#items(open, close)
    if (!only || second) refuse('emptyBrackets', open.at, this.#next(-1).end - open.at)
    return only
  }

  /** Empty braces stand only before what is raised to the left: `{}^{2}\log`. */
  #emptyBase(open: LatexToken): Expr {
    if (this.#sees('}') && this.#sees('^', 1)) {
      this.#k += 1
      return this.#leftBase(this.#tokens[this.#k++] ?? open)
    }
    this.#k--
    return this.#braces()
  }

  /** The Dutch way to write the base of a logarithm: to its left, above the line. */
  #leftBase(token: LatexToken): Expr {
    const base = this.#deeper(() => this.#script())
    const next = this.#next()
    if (next.text !== 'log') refuse('missingOperand', token.at, 1, { sign: '^' })
    this.#take()
    return this.#logarithm(base)
  }

  #set(open: LatexToken): Expr {
    if (this.#next().type === 'begin') {
      const system = this.#environment(this.#take(), true)
      this.#accept('\\}')
      return system
    }
    return op('set', ...this.#items(open, '\\}'))
  }

  // Names.

  #letter(token: LatexToken, short: boolean): Expr {
    const name = short ? token.text : this.#longest(token)
    if (!this.#variables.has(name)) {
      const known = name.length > 1 && !greekNames.has(name) ? functionNamed(name) : undefined
      if (known !== undefined) return this.#apply(known, token)
    }
    return this.#named(name)
  }

  /** The longest name that starts at this letter, and takes its letters. */
  #longest(token: LatexToken): string {
    if (!/^[A-Za-z]$/.test(token.text)) return token.text
    const most =
      this.#settings.letters === 'words' || this.#variables.size > 0 ? longestName.words : longestName.letters
    let run = token.text
    for (let ahead = 0; run.length < most; ahead++) {
      const next = this.#next(ahead)
      if (
        next.type !== 'letter' ||
        next.gap ||
        next.text.length > 1 ||
        this.#k + ahead === this.#differentialAt
      )
        break
      run += next.text
    }
    const wanted = [...this.#variables].filter(name => run.startsWith(name))
    const words = this.#isWhole(run)
      ? [run]
      : (inWords.get(token.text) ?? []).filter(name => run.startsWith(name))
    const name = (wanted.length > 0 ? wanted : words).reduce(
      (best, one) => (one.length > best.length ? one : best),
      token.text,
    )
    this.#k += name.length - 1
    return name
  }

  /** Whether letters together are one name: a unit, a function before brackets, or any letters where names are words. */
  #isWhole(run: string): boolean {
    if (this.#settings.letters === 'words' || (this.#settings.units === true && isUnit(run))) return true
    return run.length > 2 && otherFunctions.has(run) && this.#sees('(', run.length - 1)
  }

  /** A variable with its subscript and primes, or a function with what it is applied to. */
  #named(first: string, below = this.#accept('_')): Expr {
    let name = first
    let place: readonly Expr[] = []
    if (below) {
      const written = this.#below()
      if (typeof written === 'string') name = `${first}_${written}`
      else place = written
    }
    while (this.#sees("'")) name += this.#take().text
    if (place.length > 0) return op('index', sym(name), ...place)
    return this.#called(name, first) ?? this.#symbol(name)
  }

  #symbol(name: string): Expr {
    const isVariable = this.#variables.has(name) || (name === 'i' && this.#settings.imaginary === false)
    return sym(isVariable && /^[ei]$/.test(name) ? `${name}_` : name)
  }

  #called(name: string, letter: string): Expr | undefined {
    if (!this.#functions.has(letter) || this.#variables.has(letter)) return undefined
    const inverse = this.#inverseLength()
    const open = this.#next(inverse)
    if (open.type !== 'sign' || (open.text !== '(' && open.text !== '[')) return undefined
    this.#k += inverse + 1
    const args = this.#items(open, closes[open.text] ?? ')')
    if (args.length === 0) refuse('emptyBrackets', open.at, this.#next(-1).end - open.at)
    return op(inverse > 0 ? `${name}^-1` : name, ...args)
  }

  /** How many pieces `^{-1}` takes here, none where it does not stand here. */
  #inverseLength(): number {
    const four = [1, 2, 3, 4].map(ahead => this.#next(ahead).text)
    if (!this.#sees('^')) return 0
    if (four.join(' ') === '{ - 1 }') return 5
    return four[0] === '-' && four[1] === '1' ? 3 : 0
  }

  /** A subscript: a part of the name where it is simple, else what the variable is indexed by. */
  #below(): string | readonly Expr[] {
    const simple = this.#simpleBelow()
    if (simple !== undefined) return simple
    const open = this.#next()
    if (!this.#sees('{')) refuse('unfinished', this.#next(-1).at, 1, { sign: '_' })
    this.#take()
    if (this.#sees('}')) refuse('incomplete', open.at, 2)
    return this.#items(open, '}')
  }

  #simpleBelow(): string | undefined {
    const braced = this.#sees('{')
    let ahead = braced ? 1 : 0
    let text = ''
    for (let token = this.#next(ahead); isNamePart(token); token = this.#next(ahead)) {
      text += token.text.trim()
      ahead++
      if (!braced) break
    }
    if (text === '' || (braced && !this.#sees('}', ahead))) return undefined
    this.#k += ahead + (braced ? 1 : 0)
    return text
  }

  /** Upright text: a unit, a word, or a name of several letters. */
  #word(token: LatexToken): Expr {
    const content = token.text.trim()
    if (content === '') refuse('incomplete', token.at, token.end - token.at)
    if (/^".*"$/.test(content)) return str(content.slice(1, -1))
    const known = token.type === 'word' || !this.#isUnit() ? functionNamed(content) : undefined
    if (known !== undefined && !this.#variables.has(content)) return this.#apply(known, token)
    if (/^[\p{L}\d_]+$/u.test(content)) return this.#upright(content, token)
    const words = content.split(/\s+/)
    if (words.every(word => /^[\p{L}.]+$/u.test(word)))
      return this.#k === 1 && this.#next().type === 'end'
        ? str(content)
        : op('*', ...words.map(word => sym(word)))
    return this.#unit(content, token)
  }

  #isUnit(): boolean {
    return this.#next(-2).type === 'number'
  }

  #upright(content: string, token: LatexToken): Expr {
    if (this.#sees('_') || content.length === 1) return this.#named(content)
    if (token.type === 'word' && this.#sees('(')) return op(content, ...this.#items(this.#take(), ')'))
    return sym(content)
  }

  /** A unit with signs, such as `m/s^2`, is read by itself; any other text is a text. */
  #unit(content: string, token: LatexToken): Expr {
    if (!/^[\p{L}°%\d\s/*^·()-]+$/u.test(content) || token.text.includes('\\')) return str(content)
    const inner = readLatex(content, { letters: 'words', functions: [] })
    return inner.ok ? inner.tree : str(content)
  }

  // Functions.

  /** A function with its power, its base and what it is taken of. */
  #apply(name: string, token: LatexToken): Expr {
    if (name === 'log') return this.#logarithm()
    let base: Expr | undefined
    let power: Expr | undefined
    for (;;) {
      if (base === undefined && this.#accept('_')) base = this.#deeper(() => this.#script())
      else if (power === undefined && this.#accept('^')) power = this.#deeper(() => this.#script())
      else break
    }
    if (name === 'ln' && base && !isSym(base, 'e')) return powered(op('log', this.#taken(token), base), power)
    if (power && isMinusOne(power) && inverses.test(name))
      return this.#ofAngle(`a${name}`, this.#taken(token))
    const [least, most] = counts[name] ?? [1, 1]
    if (most > 1) return powered(this.#list(name, least, most, token), power)
    return powered(this.#ofAngle(name, this.#taken(token)), power)
  }

  /** A function of one argument; where angles are in degrees the trigonometric ones take or give degrees. */
  #ofAngle(name: string, of: Expr): Expr {
    if (!this.#settings.degrees || !/^a?(?:sin|cos|tan|cot|sec|csc)$/.test(name)) return op(name, of)
    if (name.startsWith('a')) return op('/', op(name, of), op('degree', int(1)))
    return op(name, isOp(of, 'degree') ? of : op('degree', of))
  }

  #logarithm(left?: Expr): Expr {
    const token = this.#next(-1)
    let base = left
    let power: Expr | undefined
    for (;;) {
      if (base === undefined && this.#accept('_')) base = this.#deeper(() => this.#script())
      else if (power === undefined && this.#accept('^')) power = this.#deeper(() => this.#script())
      else break
    }
    const of = this.#taken(token)
    return powered(op('log', of, base ?? int(10)), power)
  }

  #list(name: string, least: number, most: number, token: LatexToken): Expr {
    const open = this.#next()
    if (!this.#sees('(') && !this.#sees('\\{'))
      refuse('argumentMissing', token.at, token.end - token.at, { name })
    this.#take()
    const args = this.#items(open, closes[open.text] ?? ')')
    if (args.length < least || args.length > most)
      refuse('argumentCount', token.at, token.end - token.at, {
        name,
        expected: `${least}`,
        found: `${args.length}`,
      })
    return op(name, ...args)
  }

  /** What a function is taken of: brackets, or the product that follows it up to the next sign or function. */
  #taken(token: LatexToken): Expr {
    if (this.#sees('(') || this.#sees('{') || (this.#sees('[') && !this.#endsInterval()))
      return this.#ofBrackets(token)
    const first = this.#next()
    if (first.type === 'sign' && !startsFactor.has(first.text) && !'|-±'.includes(first.text))
      refuse('argumentMissing', token.at, token.end - token.at, { name: token.text })
    if (first.type === 'end') refuse('argumentMissing', token.at, token.end - token.at, { name: token.text })
    const factors = [this.#signed()]
    while (
      this.#adjoins() &&
      !this.#startsFunction() &&
      !(startsGroup(this.#next()) && factors.some(hasLetter))
    )
      factors.push(this.#factor())
    if (this.#sees('/')) this.#doubt(this.#next())
    return collected('*', factors)
  }

  #ofBrackets(token: LatexToken): Expr {
    const open = this.#take()
    const items = this.#items(open, closes[open.text] ?? ')')
    const [only] = items
    if (!only) refuse('argumentMissing', token.at, token.end - token.at, { name: token.text })
    if (items.length > 1)
      refuse('argumentCount', token.at, token.end - token.at, {
        name: token.text,
        expected: '1',
        found: `${items.length}`,
      })
    return only
  }

  #startsFunction(): boolean {
    const token = this.#next()
    if (token.type === 'text') return true
    if (token.type === 'command' || token.type === 'word')
      return plainFunctions.has(token.text) || otherFunctions.has(token.text)
    if (token.type !== 'letter') return false
    const k = this.#k++
    const name = this.#longest(token)
    this.#k = k
    return !this.#variables.has(name) && (plainFunctions.has(name) || name === 'log')
  }

  // Commands.

  #command(token: LatexToken): Expr {
    const { text } = token
    if (decorations.test(text)) return this.#argument()
    switch (text) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'cfrac':
        return this.#fraction()
      case 'sqrt':
        return this.#root()
      case 'binom':
      case 'dbinom':
      case 'tbinom':
        return op('binomial', this.#argument(true), this.#argument(true))
      case 'overline':
      case 'bar':
        return this.#barred(token)
      case 'int':
        return this.#integral(token)
      case 'sum':
        return this.#big('sum', token)
      case 'prod':
        return this.#big('product', token)
      case 'lim':
        return this.#limit(token)
      case 'placeholder':
        return this.#placeholder(token)
      case 'true':
      case 'false':
        return sym(text)
      case 'Re':
      case 'Im':
        return this.#apply(text.toLowerCase(), token)
      default:
        return this.#function(token)
    }
  }

  #barred(token: LatexToken): Expr {
    const before = this.#next(-2)
    const repeats = this.#k > 1 && before.type === 'number' && before.text.includes('.')
    if (repeats)
      refuse('operator', token.at, token.end - token.at, { found: `\\${token.text}`, better: '\\frac{1}{3}' })
    return op('conjugate', this.#argument())
  }

  /** Decimals of which the last, under a bar, repeat for ever: the fraction that they are. */
  #repeating({ text }: LatexToken): Expr | undefined {
    const [bar, open, digits, close] = [0, 1, 2, 3].map(ahead => this.#next(ahead))
    const written = digits?.type === 'number' && open?.text === '{' && close?.text === '}' ? digits.text : ''
    if (
      !/^(?:overline|bar)$/.test(bar?.text ?? '') ||
      !/^\d{1,40}$/.test(written) ||
      !/^\d*\.\d*$/.test(text)
    )
      return undefined
    this.#k += 4
    const [whole = '', first = ''] = text.split('.')
    const fixed = BigInt(`${whole}${first}` || '0')
    const value = ratio(
      BigInt(`${whole}${first}${written}`) - fixed,
      10n ** BigInt(first.length) * (10n ** BigInt(written.length) - 1n),
    )
    return op('/', literal(`${value.n}`), literal(`${value.d}`))
  }

  #function(token: LatexToken): Expr {
    const known = functionNamed(token.text)
    if (known !== undefined) return this.#apply(known, token)
    if (token.text === 'det') return op('determinant', this.#taken(token))
    refuse('command', token.at, token.end - token.at, { found: `\\${token.text}` })
  }

  #placeholder(token: LatexToken): Expr {
    if (this.#accept('[')) while (this.#next().type !== 'end' && !this.#accept(']')) this.#take()
    if (!this.#sees('{') || this.#sees('}', 1)) refuse('incomplete', token.at, token.end - token.at)
    return this.#braces()
  }

  #fraction(): Expr {
    const derivative = this.#derivative()
    if (derivative) return derivative
    const above = this.#argument(true)
    return op('/', above, this.#argument(true))
  }

  /** `\frac{d}{dx}`, `\frac{d^2y}{dx^2}` and the like; null where these are common fractions, and then nothing is taken. */
  #derivative(): Expr | null {
    const start = this.#k
    const found = this.#derivativeParts()
    if (found === null) this.#k = start
    return found
  }

  #derivativeParts(): Expr | null {
    if (!this.#accept('{') || !this.#isDifferential(this.#take())) return null
    const order = this.#accept('^') ? this.#script() : null
    const bodyAt = this.#k
    const close = this.#closingBrace()
    this.#k = close + 1
    if (!this.#accept('{') || !this.#isDifferential(this.#take())) return null
    const by = this.#take()
    if (by.type !== 'letter') return null
    if (this.#accept('^')) this.#script()
    if (!this.#accept('}')) return null
    const end = this.#k
    if (bodyAt === close) return derivativeOf(this.#product(true), by.text, order)
    this.#k = bodyAt
    const body = this.#product(true)
    if (this.#k !== close) return null
    this.#k = end
    return derivativeOf(body, by.text, order)
  }

  #isDifferential(token: LatexToken): boolean {
    if (token.type === 'command') return token.text === 'partial'
    return token.text.trim() === 'd' || token.text === 'ⅆ' || token.text === '∂'
  }

  /** Where the brace that is open here closes. */
  #closingBrace(): number {
    let depth = 1
    for (let k = this.#k; k < this.#tokens.length; k++) {
      const token = this.#tokens[k]
      if (token?.type !== 'sign') continue
      if (token.text === '{') depth++
      else if (token.text === '}' && --depth === 0) return k
    }
    return this.#tokens.length - 1
  }

  #root(): Expr {
    if (!this.#sees('[')) return op('sqrt', this.#argument())
    const [degree] = this.#items(this.#take(), ']')
    if (!degree) return op('sqrt', this.#argument())
    return op('root', this.#argument(), degree)
  }

  /** The bounds below and above a large sign. */
  #bounds(): { below?: Expr; above?: Expr } {
    const bounds: { below?: Expr; above?: Expr } = {}
    for (;;) {
      if (!bounds.below && this.#accept('_')) bounds.below = this.#deeper(() => this.#script())
      else if (!bounds.above && this.#accept('^')) bounds.above = this.#deeper(() => this.#script())
      else return bounds
    }
  }

  #integral(token: LatexToken): Expr {
    const { below, above } = this.#bounds()
    const at = this.#differential(token)
    const outer = this.#differentialAt
    this.#differentialAt = at
    const body = at === this.#k ? int(1) : this.#sum()
    if (this.#k !== at) this.#unexpected(this.#next())
    this.#differentialAt = outer
    this.#take()
    const by = sym(this.#take().text)
    return below && above ? op('integrate', body, by, below, above) : op('integrate', body, by)
  }

  /** Where the `d` of the differential of this integral stands. */
  #differential(token: LatexToken): number {
    let depth = 0
    let inner = 0
    for (let k = this.#k; k < this.#tokens.length; k++) {
      const here = this.#tokens[k]
      const after = this.#tokens[k + 1]
      if (here?.type === 'sign' && /^(?:[({[]|\\\{)$/.test(here.text)) depth++
      else if (here?.type === 'sign' && /^(?:[)}\]]|\\\})$/.test(here.text)) depth--
      else if (here?.type === 'command' && here.text === 'int') inner++
      else if (
        depth === 0 &&
        here &&
        after?.type === 'letter' &&
        here.type !== 'command' &&
        this.#isDifferential(here) &&
        inner-- === 0
      )
        return k
      if (depth < 0) break
    }
    refuse('argumentMissing', token.at, token.end - token.at, { name: '\\int' })
  }

  #big(name: 'sum' | 'product', token: LatexToken): Expr {
    const { below, above } = this.#bounds()
    if (!isOp(below, '=', 2) || !above)
      refuse('argumentMissing', token.at, token.end - token.at, { name: `\\${token.text}` })
    const [counter, from] = below.args
    if (!isSym(counter) || !from)
      refuse('argumentMissing', token.at, token.end - token.at, { name: `\\${token.text}` })
    return op(name, this.#product(true), counter, from, above)
  }

  #limit(token: LatexToken): Expr {
    const missing = (): never => refuse('argumentMissing', token.at, token.end - token.at, { name: '\\lim' })
    if (!this.#accept('_') || !this.#sees('{')) return missing()
    const open = this.#take()
    this.#open.push(open)
    const by = this.#named(this.#take().text)
    if (!isSym(by) || !this.#accept('→')) return missing()
    const to = this.#sum()
    const side = this.#side()
    if (!this.#accept('}')) return this.#unexpected(this.#next())
    this.#open.pop()
    const body = this.#product(true)
    return side ? op('limit', body, by, to, sym(side)) : op('limit', body, by, to)
  }

  #side(): 'plus' | 'minus' | undefined {
    if (!this.#accept('^')) return undefined
    const braced = this.#accept('{')
    const sign = this.#take().text
    if (braced) this.#accept('}')
    return sign === '+' ? 'plus' : 'minus'
  }

  // Tables.

  #environment(begin: LatexToken, system = false): Expr {
    if (!grids.test(begin.text) && !systems.test(begin.text))
      refuse('command', begin.at, begin.end - begin.at, { found: '\\begin' })
    if (begin.text === 'array' && this.#sees('{')) this.#k = this.#skipBraces()
    const rows = this.#rows(begin)
    if (begin.text === 'cases' || system) return byCases(rows.map(row => row.filter(cell => cell !== null)))
    const cells = rows.map(row =>
      row.map(cell => cell ?? refuse('incomplete', begin.at, begin.end - begin.at)),
    )
    if (!grids.test(begin.text)) return collected('list', cells.flat())
    const width = cells[0]?.length ?? 0
    if (cells.some(row => row.length !== width)) refuse('incomplete', begin.at, begin.end - begin.at)
    const matrix = op('matrix', ...cells.map(row => op('list', ...row)))
    return begin.text.toLowerCase() === 'vmatrix' ? op('determinant', matrix) : matrix
  }

  #skipBraces(): number {
    this.#take()
    return this.#closingBrace() + 1
  }

  #rows(begin: LatexToken): (Expr | null)[][] {
    const rows: (Expr | null)[][] = []
    this.#open.push(begin)
    while (this.#next().type !== 'finish') {
      rows.push(this.#row(begin))
      if (this.#accept('\\\\')) continue
      if (this.#next().type !== 'finish') this.#unexpected(this.#next())
    }
    const finish = this.#take()
    if (finish.text !== begin.text)
      refuse('wrongClose', finish.at, finish.end - finish.at, {
        open: begin.text,
        close: begin.text,
        found: finish.text,
      })
    this.#open.pop()
    if (rows.length === 0) refuse('incomplete', begin.at, begin.end - begin.at)
    return rows
  }

  #row(begin: LatexToken): (Expr | null)[] {
    const cells = [this.#cell()]
    while (this.#accept('&')) {
      const tail = this.#cell()
      const head = cells.at(-1)
      if (grids.test(begin.text) || begin.text === 'cases' || !head || !isOp(tail ?? undefined, 'relates'))
        cells.push(tail)
      else cells[cells.length - 1] = joinedRelation(head, tail)
    }
    return cells
  }

  /** One cell; a condition's word is left out, and `otherwise` is no condition. A relation may stand first, after `&`. */
  #cell(): Expr | null {
    const token = this.#next()
    if ((token.type === 'text' || token.type === 'word') && otherwise.test(token.text.trim().toLowerCase())) {
      this.#take()
      return null
    }
    if ((token.type === 'text' || token.type === 'word') && conditional.test(token.text.trim().toLowerCase()))
      this.#take()
    this.#accept(',')
    const name = this.#relationName()
    const e = this.#clause()
    if (this.#sees(',') || this.#sees(';')) this.#take()
    return name === undefined ? e : op('relates', sym(name), e)
  }

  // Problems.

  #unexpected(token: LatexToken): never {
    const { text, at, end } = token
    const open = this.#open.at(-1)
    const before = this.#k > 0 ? this.#next(-1) : undefined
    if (token.type === 'end') this.#ended(token, open, before)
    const sign = /^(?:[)\]}⟩⌋⌉]|\\\})$/.test(text) && token.type === 'sign'
    if (sign && (!open || open.type === 'begin')) refuse('missingOpen', at, end - at, { close: text })
    if (sign && open && closes[open.text] !== text)
      refuse('wrongClose', at, end - at, { open: open.text, close: closes[open.text] ?? '', found: text })
    if (sign)
      refuse('missingOperand', before?.at ?? at, before ? before.end - before.at : 1, {
        sign: before?.text ?? text,
      })
    if (text === '|') refuse('missingBar', at, end - at)
    if (text === ',' || text === ';' || text === '\\\\' || text === '&')
      refuse('separator', at, end - at, { found: text })
    if (token.type === 'finish')
      refuse('unfinished', before?.at ?? at, before ? before.end - before.at : 0, {
        sign: before?.text ?? '',
      })
    if (token.type === 'sign' && !knownSigns.test(text)) refuse('unknownSign', at, end - at, { found: text })
    refuse(token.type === 'sign' ? 'missingOperand' : 'missingOperator', at, end - at, {
      sign: text,
      found: text,
    })
  }

  #ended(token: LatexToken, open: LatexToken | undefined, before: LatexToken | undefined): never {
    if (open?.text === '|') refuse('missingBar', token.at, 0)
    if (open)
      refuse('missingClose', token.at, 0, {
        open: open.text,
        close: open.type === 'begin' ? '\\end' : (closes[open.text] ?? ''),
      })
    if (before) refuse('unfinished', before.at, before.end - before.at, { sign: before.text })
    refuse('empty', 0, 0)
  }
}

const atEnd: LatexToken = { type: 'end', text: '', at: 0, end: 0, gap: false }
const knownSigns = /^(?:[-+*/:^_=#<>~!%°'±→∪∩∖⇒⇔≈-⊥]|<=|>=|and|or|not|:=)$/

function isFraction(token: LatexToken): boolean {
  return token.type === 'command' && /^[dtc]?frac$/.test(token.text)
}

function startsGroup(token: LatexToken): boolean {
  return token.type === 'sign' && (token.text === '(' || token.text === '[')
}

function hasLetter(e: Expr): boolean {
  return e.kind === 'sym' ? e.name !== 'pi' : e.kind === 'op' && e.args.some(hasLetter)
}

function isNamePart(token: LatexToken): boolean {
  return token.type === 'number'
    ? /^\d+$/.test(token.text)
    : token.type === 'letter' ||
        ((token.type === 'text' || token.type === 'word') && /^[\p{L}\d]+$/u.test(token.text.trim()))
}

/** Beside a set operator, two values between brackets are an interval. */
function asInterval(e: Expr): Expr {
  if (e.kind !== 'op' || e.args.length !== 2) return e
  if (e.op === 'list') return op('cc', ...e.args)
  return e.op === 'tuple' ? op('oo', ...e.args) : e
}

function collected(name: string, parts: readonly Expr[]): Expr {
  const [only] = parts
  return parts.length === 1 && only ? only : op(name, ...parts)
}

function powered(e: Expr, power: Expr | undefined): Expr {
  return power ? op('^', e, power) : e
}

function isMinusOne(e: Expr): boolean {
  return isOp(e, '-', 1) && e.args[0]?.kind === 'num' && e.args[0].text === '1'
}

function derivativeOf(body: Expr, by: string, order: Expr | null): Expr {
  return order ? op('diff', body, sym(by), order) : op('diff', body, sym(by))
}

/** Rows of a value and its condition are a definition by cases; rows of one cell are equations that hold together. */
function byCases(rows: readonly (readonly Expr[])[]): Expr {
  if (
    rows.every(row => row.length === 1) &&
    rows.every(row => row[0]?.kind === 'op' && relations.has(row[0].op))
  )
    return op('list', ...rows.flat())
  return op(
    'piecewise',
    ...rows.flatMap(([value, condition]) => [condition, value].filter(e => e !== undefined)),
  )
}

function joinedRelation(head: Expr, tail: Expr | null): Expr | null {
  const [name, right] = isOp(tail ?? undefined, 'relates', 2) && tail?.kind === 'op' ? tail.args : []
  return isSym(name) && right ? op(name.name, head, right) : tail
}

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
