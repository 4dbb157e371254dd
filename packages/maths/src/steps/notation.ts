import { type Expr, int, isOp, literal, op, sym } from '../tree.ts'

/**
 * Reads the notation of the rules in this folder: letters of one character, functions by name, `~` for any relation.
 * It is small so that the rules need no reader of pupils' notation; an author's slip in a rule throws.
 */
export function formula(text: string): Expr {
  const reader = new Reader(text.match(/\d+(?:\.\d+)?|[a-zA-Z]+|<=|>=|[^\s]/g) ?? [])
  const e = reader.alternatives()
  if (reader.next !== undefined) throw new SyntaxError(`${text}: ${reader.next}`)
  return e
}

const functions: ReadonlySet<string> = new Set(
  'sin cos tan asin acos atan ln log exp sqrt abs diff lg trig fn pm pair'.split(' '),
)
const names: ReadonlySet<string> = new Set(['pi', 'inf', 'all', 'none', 'true', 'false'])
const relations = ['=', '<', '>', '<=', '>=', '~', '#']

class Reader {
  readonly tokens: readonly string[]
  #at = 0
  #inBars = false

  constructor(tokens: readonly string[]) {
    this.tokens = tokens
  }

  get next(): string | undefined {
    return this.tokens[this.#at]
  }

  #take(): string {
    this.#at += 1
    return this.tokens[this.#at - 1] ?? ''
  }

  #accept(token: string): boolean {
    if (this.next !== token) return false
    this.#at += 1
    return true
  }

  alternatives(): Expr {
    return this.#joined('or', () => this.#joined('and', () => this.#relation()))
  }

  #joined(word: string, part: () => Expr): Expr {
    const parts = [part()]
    while (this.#accept(word)) parts.push(part())
    return parts[1] ? op(word, ...parts) : (parts[0] ?? int(0))
  }

  #relation(): Expr {
    const left = this.sum()
    if (!relations.includes(this.next ?? '')) return left
    const name = this.#take()
    return op(name, left, this.sum())
  }

  sum(): Expr {
    const terms = [this.#product()]
    while (this.next === '+' || this.next === '-') {
      const minus = this.#take() === '-'
      const term = this.#product()
      terms.push(minus ? op('-', term) : term)
    }
    return terms[1] ? op('+', ...terms) : (terms[0] ?? int(0))
  }

  #product(): Expr {
    let done: Expr | null = null
    let factors = [this.#signed()]
    for (;;) {
      if (this.#accept('*') || this.#startsFactor()) factors.push(this.#signed())
      else if (this.#accept('/')) {
        done = op('/', product(factors), this.#signed())
        factors = [done]
      } else return product(factors)
    }
  }

  #startsFactor(): boolean {
    const token = this.next ?? ''
    if (token === 'or' || token === 'and') return false
    return /^[\w(]/.test(token) || (token === '|' && !this.#inBars)
  }

  #signed(): Expr {
    return this.#accept('-') ? op('-', this.#signed()) : this.#power()
  }

  #power(): Expr {
    const base = this.#atom()
    return this.#accept('^') ? op('^', base, this.#signed()) : base
  }

  #atom(): Expr {
    const token = this.#take()
    if (token === '(') return this.#closed(')')
    if (token === '|') return this.#bars()
    if (/^\d/.test(token)) return literal(token)
    if (functions.has(token)) return this.#applied(token)
    if (token.length === 1 || names.has(token)) return sym(token)
    if (/^[a-z]+$/i.test(token)) return this.#letters(token)
    throw new SyntaxError(`${this.tokens.join(' ')}: ${token}`)
  }

  #letters(token: string): Expr {
    const letters = [...token].map(letter => sym(letter))
    const last = letters.pop() ?? sym('x')
    return product([...letters, this.#accept('^') ? op('^', last, this.#signed()) : last])
  }

  #bars(): Expr {
    const outer = this.#inBars
    this.#inBars = true
    const inside = this.sum()
    this.#inBars = outer
    this.#expect('|')
    return op('abs', inside)
  }

  #closed(end: string): Expr {
    const outer = this.#inBars
    this.#inBars = false
    const inside = this.alternatives()
    this.#inBars = outer
    this.#expect(end)
    return inside
  }

  #expect(token: string): void {
    if (!this.#accept(token)) throw new SyntaxError(`${this.tokens.join(' ')}: ${token} at ${this.#at}`)
  }

  #applied(name: string): Expr {
    if (!this.#accept('(')) return op(name, this.#signed())
    const args = [this.sum()]
    while (this.#accept(',')) args.push(this.sum())
    this.#expect(')')
    if (name === 'log' && args.length === 1) args.push(int(10))
    return op(name, ...args)
  }
}

function product(factors: readonly Expr[]): Expr {
  const flat = factors.length > 1 ? factors.flatMap(letters) : factors
  const first = flat[0] ?? int(1)
  return flat.length > 1 ? op('*', ...flat) : first
}

function letters(factor: Expr): readonly Expr[] {
  return isOp(factor, '*') && factor.args.every(arg => arg.kind === 'sym') ? factor.args : [factor]
}
