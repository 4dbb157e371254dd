import { collected, type Expr, literal, op } from '../tree.ts'
import { Cursor } from './cursor.ts'
import { limits, type Problem, refuse, refuseAt } from './problem.ts'
import type { Token } from './scan.ts'

/** What differs between notations in putting pieces together. */
export interface Dialect {
  /** How tightly an operator holds what stands to its left. */
  readonly levels: ReadonlyMap<string, number>
  /** The operator that stands next, or `touch` where a product has no sign. */
  readonly operator: (p: Parser) => string | undefined
  /** What stands at a token that was just taken. */
  readonly operand: (p: Parser, token: Token) => Expr
  /** An operator of this notation alone; the parser does the others. */
  readonly infix: (p: Parser, left: Expr, operator: string) => Expr | undefined
  /** What to write instead of a sign that is not used. */
  readonly better: ReadonlyMap<string, string>
  /** How to say that a name stands without its argument. */
  readonly needsArgument: (token: Token) => boolean
  readonly separator: RegExp
}

/** The levels that all notations share. */
export const level = { negation: 134, product: 120, sum: 100, relation: 80, not: 70, lowest: 0 } as const

const shared = [
  '160 !',
  '140 ^',
  '120 * / touch',
  '100 + - pm',
  '80 = # < <= > >=',
  '65 and',
  '62 nand',
  '61 nor',
  '60 or',
  '59 implies',
  '58 xor xnor',
]

/** The levels of operators, each level before those of its own; those that all notations have are among them. */
export function levelsOf(...own: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    [...shared, ...own].flatMap(line => {
      const [holds, ...operators] = line.split(' ')
      return operators.map(operator => [operator, Number(holds)] as const)
    }),
  )
}

/** Operators between two conditions that can also be called by their name: `xor(a, b)`. */
export const connectives = /^(?:and|or|x?n?or|nand|implies)$/

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const atEnd: Token = { type: 'end', text: '', at: 0, end: 0, gap: false }

/** Puts the pieces of a text together by how tightly operators hold (Pratt, 1973); flat sums and products stay flat. */
export class Parser extends Cursor<Token> {
  readonly dialect: Dialect
  readonly warn: (problem: Problem) => void
  /** The brackets that are open here. */
  readonly open: Token[] = []
  #depth = 0

  constructor(tokens: Token[], dialect: Dialect, warn: (problem: Problem) => void) {
    super(tokens, atEnd)
    this.dialect = dialect
    this.warn = warn
  }

  /** An expression whose operators hold tighter than the least. */
  expression(least: number): Expr {
    this.#depth++
    if (this.#depth > 3 * limits.depth || this.open.length > limits.depth)
      refuse('tooDeep', this.next().at, 1, { most: `${limits.depth}` })
    let left = this.dialect.operand(this, this.take())
    for (;;) {
      const operator = this.dialect.operator(this) ?? ''
      const holds = this.dialect.levels.get(operator)
      if (holds === undefined || holds <= least) break
      left = this.#infix(left, operator, holds)
    }
    this.#depth--
    return left
  }

  #infix(left: Expr, operator: string, holds: number): Expr {
    const own = this.dialect.infix(this, left, operator)
    if (own) return own
    if (holds === level.product) return this.#product(left)
    if (operator === 'pm') return this.binary('pm', left, level.sum)
    if (holds === level.sum) return this.#sum(left)
    if (holds === level.relation) return this.#relation(left)
    if (operator === '^') return this.binary('^', left, 139)
    if (operator === '!') return this.postfix('factorial', left)
    if (operator === 'and' || operator === 'or' || operator === 'union' || operator === 'intersection')
      return this.#flat(left, operator, holds)
    return this.binary(operator, left, holds)
  }

  binary(name: string, left: Expr, least: number): Expr {
    this.take()
    return op(name, left, this.expression(least))
  }

  postfix(name: string, left: Expr): Expr {
    this.take()
    return op(name, left)
  }

  #sum(first: Expr): Expr {
    const terms = [first]
    for (
      let sign = this.dialect.operator(this);
      sign === '+' || sign === '-';
      sign = this.dialect.operator(this)
    ) {
      this.take()
      const term = this.expression(level.sum)
      terms.push(sign === '-' ? op('-', term) : term)
    }
    return op('+', ...terms)
  }

  #product(first: Expr): Expr {
    let factors = [first]
    for (;;) {
      const sign = this.dialect.operator(this)
      if (sign !== '*' && sign !== '/' && sign !== 'touch') return collected('*', factors)
      if (sign !== 'touch') this.take()
      const factor = this.expression(level.product)
      if (sign === '/') factors = [op('/', collected('*', factors), factor)]
      else factors.push(factor)
    }
  }

  #relation(first: Expr): Expr {
    const parts: Expr[] = []
    let left = first
    for (
      let sign = this.dialect.operator(this) ?? '';
      this.dialect.levels.get(sign) === level.relation;
      sign = this.dialect.operator(this) ?? ''
    ) {
      this.take()
      const right = this.expression(level.relation)
      parts.push(op(sign, left, right))
      left = right
    }
    return collected('chain', parts)
  }

  #flat(first: Expr, operator: string, holds: number): Expr {
    const parts = [first]
    while (this.dialect.operator(this) === operator) {
      this.take()
      parts.push(this.expression(holds))
    }
    return op(operator, ...parts)
  }

  /** A number literal from its token, with a point. */
  number(token: Token, text: string = token.text): Expr {
    const [before = ''] = text.split(/[eE]/)
    if (before.length > 4000 || !/^[^eE]*(?:[eE][+-]?0*\d{1,3})?$/.test(text))
      refuse('number', token.at, token.text.length)
    return literal(text)
  }

  /** What stands between brackets, up to and with the closing one. */
  items(open: Token): Expr[] {
    const close = closing[open.text] ?? ''
    this.open.push(open)
    const items: Expr[] = []
    if (!this.sees(close)) items.push(this.expression(level.lowest))
    while (items.length > 0 && this.next().type === 'sign' && this.dialect.separator.test(this.next().text)) {
      this.take()
      items.push(this.expression(level.lowest))
    }
    if (!this.sees(close)) this.unexpected(this.next())
    this.take()
    this.open.pop()
    return items
  }

  /** What stands between brackets, at least one thing. */
  someItems(open: Token): readonly [Expr, ...Expr[]] {
    const [first, ...more] = this.items(open)
    if (!first) refuse('emptyBrackets', open.at, (this.previous()?.end ?? open.end) - open.at)
    return [first, ...more]
  }

  /** Why this piece, which stands next, cannot stand here. */
  unexpected(token: Token): never {
    const { text } = token
    const open = this.open.at(-1)
    const before = this.previous()
    if (token.type === 'end') this.#ended(token, open, before)
    if (token.type === 'sign') this.#strangeSign(token, open, before)
    if (before && this.dialect.needsArgument(before))
      refuseAt('argumentMissing', before, { name: before.text })
    refuseAt('missingOperator', token, { found: text })
  }

  #ended(token: Token, open: Token | undefined, before: Token | undefined): never {
    const unfinished = before?.type === 'sign' && !/^[)\]}!|%°'⟩>[]$/.test(before.text) && before !== open
    if (before && unfinished) refuseAt('unfinished', before, { sign: before.text })
    if (open?.text === '|') refuse('missingBar', token.at, 0)
    if (open) refuse('missingClose', token.at, 0, { open: open.text, close: closing[open.text] ?? '>' })
    if (before && this.dialect.needsArgument(before))
      refuseAt('argumentMissing', before, { name: before.text })
    refuse('unfinished', before?.at ?? 0, before ? before.end - before.at : 0, { sign: before?.text ?? '' })
  }

  #strangeSign(token: Token, open: Token | undefined, before: Token | undefined): void {
    const { text } = token
    if (text === '=<' || text === '=>')
      refuseAt('backwards', token, { found: text, better: text === '=<' ? '<=' : '>=' })
    if (/^[,;]$/.test(text) && !open) refuseAt(text === ',' ? 'comma' : 'separator', token, { found: text })
    if (/^[)\]}⟩]$/.test(text)) this.#strangeClose(token, open, before)
    const instead = this.dialect.better.get(text)
    if (instead) refuseAt('operator', token, { found: text, better: instead })
    if (before && this.dialect.needsArgument(before))
      refuseAt('argumentMissing', before, { name: before.text })
    if (startsOperand(token)) refuseAt('missingOperator', token, { found: text })
    if (text.length > 1 || this.dialect.levels.has(text) || /^[,;]$/.test(text))
      refuseAt('missingOperand', token, { sign: text })
    refuseAt('unknownSign', token, { found: text })
  }

  #strangeClose(token: Token, open: Token | undefined, before: Token | undefined): never {
    const { text, at } = token
    if (!open) refuse('missingOpen', at, 1, { close: text })
    if (open.text === '|') refuse('missingBar', at, 0)
    if (open === before) refuse('emptyBrackets', open.at, token.end - open.at)
    const close = closing[open.text] ?? '>'
    if (close !== text) refuse('wrongClose', at, 1, { open: open.text, close, found: text })
    if (before && this.dialect.needsArgument(before))
      refuseAt('argumentMissing', before, { name: before.text })
    refuseAt('missingOperand', before ?? token, {
      sign: before?.text ?? text,
    })
  }
}

/** Whether a token can be the start of an operand, sign apart. */
export function startsOperand(token: Token): boolean {
  return token.type === 'sign' ? /^[([{∞∅√∛∜]$/.test(token.text) : token.type !== 'end'
}

/** A Greek letter by its character. */
export function isLetterSign(token: Token): boolean {
  return token.type === 'name' && token.text.length !== token.end - token.at
}
