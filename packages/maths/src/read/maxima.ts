import { constants, type Expr, literal, op, str, sym } from '../tree.ts'
import { counts, otherFunctions, pairs, plainFunctions } from './names.ts'
import { limits, type Reading, refuse } from './problem.ts'
import { reading } from './reading.ts'
import { type Notation, scan, type Token } from './scan.ts'

/** How to read what authors wrote. */
export interface MaximaSettings {
  /** Refuses products without a sign, such as `2x`. */
  readonly strict?: boolean
}

/** Reads mathematics in the notation of Maxima, as authors of questions write it. */
export function readMaxima(text: string, settings: MaximaSettings = {}): Reading {
  return reading(text, normal => new MaximaReader(scan(normal, notation), settings).all())
}

/** Names of operators between two operands that are another operator's. */
const operatorNames = pairs(
  'nounand and nounor or nounnot not nounxor xor nounnand nand nounnor nor nounimplies implies nounadd + nounsub - nounmul * noundiv / nounpow ^ nouneq = %and and %or or ** ^ ^^ ^^ nounfactorial ! #pm# pm',
)

const notation: Notation = {
  number: /(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y,
  name: /%?[A-Za-z_][A-Za-z0-9_%]*|\p{Script=Greek}(?:\d+|_\w+)?|\p{Script=Latin}+/uy,
  signs: ['#pm#', '::=', ':=', '::', '**', '^^', '<=', '>=', '=<', '=>', '<>', '==', '!!', '&&', '||', '..'],
  words: new Set([
    ...operatorNames.keys(),
    ...'and or not xor xnor nand nor implies if then else elseif for while unless do'.split(' '),
  ]),
  same: pairs('÷ / ± #pm# ≤ <= ≥ >= ≠ # ∧ and ∨ or ¬ not ⇒ implies'),
}

/** How tightly an operator holds what stands to its left. */
const levels: Readonly<Record<string, number>> = {
  ':=': 180,
  ':': 180,
  '!': 160,
  '!!': 160,
  "'": 160,
  '^': 140,
  '^^': 140,
  '.': 130,
  '*': 120,
  '/': 120,
  '+': 100,
  '-': 100,
  pm: 100,
  '=': 80,
  '#': 80,
  '<': 80,
  '<=': 80,
  '>': 80,
  '>=': 80,
  and: 65,
  nand: 62,
  nor: 61,
  or: 60,
  implies: 59,
  xor: 58,
  xnor: 58,
}
const level = { negation: 134, product: 120, sum: 100, relation: 80, not: 70, body: 20, lowest: 0 }

const better: Readonly<Record<string, string>> = {
  '&&': 'and',
  '&': 'and',
  '||': 'or',
  '|': 'abs(…)',
  '<>': '#',
  '==': '=',
  '..': ',',
  '%': '/100',
  '√': 'sqrt(…)',
  '~': '=',
}
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const verbs = pairs(
  'noundiff diff nounint integrate nounlimit limit nounsum sum nounproduct product nounintegrate integrate',
)
const leaves = pairs('%pi pi %e e %i i ∞ inf ℼ pi infinity inf')
const relations = new Set(['=', '#', '<', '<=', '>', '>='])

class MaximaReader {
  readonly #tokens: readonly Token[]
  readonly #settings: MaximaSettings
  readonly #open: Token[] = []
  #k = 0
  #depth = 0

  constructor(tokens: readonly Token[], settings: MaximaSettings) {
    this.#tokens = tokens
    this.#settings = settings
  }

  all(): Expr {
    const tree = this.#expression(level.lowest)
    if (this.#sees(';') || this.#sees('$')) {
      this.#take()
      if (this.#next().type !== 'end') refuse('statements', this.#next().at, 1)
    }
    if (this.#next().type !== 'end') this.#unexpected(this.#next())
    return tree
  }

  #next(): Token {
    return this.#tokens[this.#k] ?? atEnd
  }

  #previous(): Token | undefined {
    return this.#tokens[this.#k - 1]
  }

  #take(): Token {
    const token = this.#next()
    if (token.type !== 'end') this.#k++
    return token
  }

  #sees(sign: string): boolean {
    const token = this.#next()
    return token.type === 'sign' && token.text === sign
  }

  /** The operator that stands next; a product sign may be left out. */
  #operator(): string | undefined {
    const token = this.#next()
    if (token.type === 'sign' && token.text === "'") refuse('apostrophe', token.at, 1)
    if (token.type === 'sign') return operatorNames.get(token.text) ?? token.text
    return undefined
  }

  #expression(least: number): Expr {
    this.#deeper()
    let left = this.#operand()
    for (;;) {
      const operator = this.#operator() ?? ''
      const holds = this.#isProduct() ? level.product : levels[operator]
      if (holds === undefined || holds <= least) break
      left = this.#infix(left, operator, holds)
    }
    this.#depth--
    return left
  }

  #deeper(): void {
    this.#depth++
    if (this.#depth > 3 * limits.depth || this.#open.length > limits.depth)
      refuse('tooDeep', this.#next().at, 1, { most: `${limits.depth}` })
  }

  #infix(left: Expr, operator: string, holds: number): Expr {
    if (holds === level.product) return this.#product(left)
    if (holds === level.sum) return operator === 'pm' ? this.#right('pm', left, level.sum) : this.#sum(left)
    if (holds === level.relation) return this.#relation(left)
    if (operator === 'and' || operator === 'or') return this.#flat(left, operator, holds)
    if (operator === '^') return this.#right('^', left, 139)
    if (operator === '^^') return this.#right('dotpower', left, 139)
    if (operator === '.') return this.#right('dot', left, 129)
    if (operator === ':=') return this.#right('define', left, level.body)
    if (operator === ':') return this.#right('assign', left, level.body)
    if (operator === '!' || operator === '!!') return this.#postfix(left, operator)
    return this.#right(operator, left, holds)
  }

  #right(name: string, left: Expr, least: number): Expr {
    this.#take()
    return op(name, left, this.#expression(least))
  }

  #postfix(left: Expr, operator: string): Expr {
    this.#take()
    return op(operator === '!' ? 'factorial' : 'doublefactorial', left)
  }

  #sum(first: Expr): Expr {
    const terms = [first]
    for (let sign = this.#operator(); sign === '+' || sign === '-'; sign = this.#operator()) {
      this.#take()
      const term = this.#expression(level.sum)
      terms.push(sign === '-' ? op('-', term) : term)
    }
    return op('+', ...terms)
  }

  #product(first: Expr): Expr {
    let factors = [first]
    const product = (): Expr => (factors.length === 1 ? (factors[0] ?? first) : op('*', ...factors))
    for (;;) {
      const sign = this.#isProduct() ? '*' : this.#operator()
      if (sign !== '*' && sign !== '/') return product()
      if (!this.#isProduct()) this.#take()
      const factor = this.#expression(level.product)
      if (sign === '*') factors.push(factor)
      else factors = [op('/', product(), factor)]
    }
  }

  /** Whether two factors touch here without a sign: `2x`, `3(x+1)`, `(x+1)(x-1)`. */
  #isProduct(): boolean {
    const token = this.#next()
    const before = this.#previous()
    if (token.gap || !before || !startsOperand(token)) return false
    if (this.#settings.strict) return false
    return before.type === 'number'
      ? token.type !== 'number'
      : before.text === ')' || token.text === '(' || /[^ -~]/.test(before.text)
  }

  #relation(first: Expr): Expr {
    const parts: Expr[] = []
    let left = first
    for (let sign = this.#operator() ?? ''; relations.has(sign); sign = this.#operator() ?? '') {
      this.#take()
      const right = this.#expression(level.relation)
      parts.push(op(sign, left, right))
      left = right
    }
    const [only] = parts
    return parts.length === 1 && only ? only : op('chain', ...parts)
  }

  #flat(first: Expr, operator: string, holds: number): Expr {
    const parts = [first]
    while (this.#operator() === operator) {
      this.#take()
      parts.push(this.#expression(holds))
    }
    return op(operator, ...parts)
  }

  #operand(): Expr {
    const token = this.#take()
    if (token.type === 'number') return this.#number(token)
    if (token.type === 'string') return this.#called(token) ? this.#named(token) : str(token.text)
    if (token.type === 'name') return this.#after(this.#named(token))
    if (token.type === 'end') return this.#ended(token)
    return this.#prefix(token)
  }

  #number(token: Token): Expr {
    const [before] = token.text.split(/[eE]/)
    if (Number((before ?? '').length) > 4000 || !/^[^eE]*(?:[eE][+-]?0*\d{1,4})?$/.test(token.text))
      refuse('number', token.at, token.text.length)
    return literal(token.text)
  }

  #prefix(token: Token): Expr {
    const sign = operatorNames.get(token.text) ?? token.text
    if (sign === '-') return op('-', this.#expression(level.negation))
    if (sign === '+' && this.#sees('-') && !this.#next().gap) return this.#plusMinus()
    if (sign === '+') return this.#expression(level.negation)
    if (sign === 'pm') return op('pm', this.#expression(level.sum))
    if (sign === 'not') return op('not', this.#expression(level.not))
    if (sign === '=') return op('stackeq', this.#expression(level.relation))
    if (sign === "'") return this.#noun()
    if (sign === '(') return this.#after(this.#group(token))
    if (sign === '[') return this.#after(op('list', ...this.#items(token)))
    if (sign === '{') return op('set', ...this.#items(token))
    if (sign === '∅') return op('set')
    if (sign === '∞') return sym('inf')
    if (sign === '?') return sym('?')
    if (sign === 'if') return this.#condition()
    this.#k--
    return this.#unexpected(token)
  }

  #plusMinus(): Expr {
    this.#take()
    return op('pm', this.#expression(level.sum))
  }

  #noun(): Expr {
    if (this.#sees("'")) refuse('apostrophe', this.#next().at, 1)
    const held = this.#expression(190)
    return held.kind === 'op' && /^\w+$/.test(held.op) && !['list', 'set', 'index'].includes(held.op)
      ? op('noun', held)
      : held
  }

  #condition(): Expr {
    const asked = this.#expression(level.lowest)
    this.#expect('then')
    const then = this.#expression(level.lowest)
    if (this.#sees('elseif')) {
      this.#take()
      return op('if', asked, then, this.#condition())
    }
    if (!this.#sees('else')) return op('if', asked, then, sym('false'))
    this.#take()
    return op('if', asked, then, this.#expression(level.lowest))
  }

  #expect(word: string): void {
    if (!this.#sees(word)) refuse('missingOperand', this.#next().at, this.#next().text.length, { sign: word })
    this.#take()
  }

  #group(open: Token): Expr {
    const items = this.#items(open)
    const [only] = items
    if (!only) refuse('emptyBrackets', open.at, (this.#previous()?.end ?? open.end) - open.at)
    return items.length === 1 ? only : op('seq', ...items)
  }

  /** What stands between brackets, up to and with the closing one. */
  #items(open: Token): Expr[] {
    const close = closing[open.text] ?? ''
    this.#open.push(open)
    const items: Expr[] = []
    if (!this.#sees(close)) items.push(this.#expression(level.lowest))
    while (this.#sees(',')) {
      this.#take()
      items.push(this.#expression(level.lowest))
    }
    if (!this.#sees(close)) this.#unexpected(this.#next())
    this.#take()
    this.#open.pop()
    return items
  }

  #called(token: Token): boolean {
    return this.#sees('(') && !(token.type === 'name' && constants.has(leaves.get(token.text) ?? token.text))
  }

  /** A name, with what it is applied to. */
  #named(token: Token): Expr {
    const name = token.text
    if (!this.#called(token)) return this.#bare(token)
    const lower = name.toLowerCase()
    if (lower !== name && name.length > 1 && plainFunctions.has(lower))
      refuse('nameCase', token.at, name.length, { found: name, better: lower })
    const open = this.#take()
    const args = this.#items(open)
    if (args.length === 0) refuse('emptyBrackets', open.at, (this.#previous()?.end ?? open.end) - open.at)
    return application(name, args, token)
  }

  /** A name that is applied to nothing: a variable or constant. A function may be named so in a list of them only. */
  #bare(token: Token): Expr {
    if (plainFunctions.has(token.text) && !this.#standsAlone())
      refuse('argumentMissing', token.at, token.text.length, { name: token.text })
    return sym(leaves.get(token.text) ?? token.text)
  }

  #standsAlone(): boolean {
    const before = this.#tokens[this.#k - 2]?.text ?? ''
    return /^[[({,]$/.test(before) && /^[\])},=:]$/.test(this.#next().text)
  }

  /** An operand with the indices and further arguments that follow it. */
  #after(first: Expr): Expr {
    let e = first
    for (;;) {
      if (this.#sees('[')) e = op('index', e, ...this.#items(this.#take()))
      else if (this.#sees('(') && isCallable(e)) e = op('call', e, ...this.#items(this.#take()))
      else return e
    }
  }

  #ended(token: Token): never {
    const before = this.#previous()
    const open = this.#open.at(-1)
    if (open && (open === before || !before))
      refuse('missingClose', token.at, 0, { open: open.text, close: closing[open.text] ?? '' })
    refuse('unfinished', before?.at ?? 0, before ? before.end - before.at : 0, { sign: before?.text ?? '' })
  }

  /** Why this piece cannot stand here. */
  #unexpected(token: Token): never {
    const { text, at, end } = token
    const length = end - at
    const open = this.#open.at(-1)
    const before = this.#previous()
    if (token.type === 'end' && open)
      refuse('missingClose', at, 0, { open: open.text, close: closing[open.text] ?? '' })
    if (text === '=<' || text === '=>')
      refuse('backwards', at, length, { found: text, better: text === '=<' ? '<=' : '>=' })
    if (text === ',' && !open) refuse('comma', at, length)
    if (/^[)\]}]$/.test(text) && token.type === 'sign') this.#closes(token, open, before)
    const instead = token.type === 'sign' ? better[text] : undefined
    if (instead) refuse('operator', at, length, { found: text, better: instead })
    if (token.type === 'sign' && !(text in levels))
      refuse(startsOperand(token) ? 'missingOperator' : 'unknownSign', at, length, { found: text })
    if (token.type === 'sign') refuse('missingOperand', at, length, { sign: text })
    if (before?.type === 'name' && plainFunctions.has(before.text))
      refuse('argumentMissing', before.at, before.end - before.at, { name: before.text })
    refuse('missingOperator', at, length, { found: text })
  }

  #closes(token: Token, open: Token | undefined, before: Token | undefined): never {
    const { text, at } = token
    if (!open) refuse('missingOpen', at, 1, { close: text })
    const close = closing[open.text] ?? ''
    if (close !== text) refuse('wrongClose', at, 1, { open: open.text, close, found: text })
    refuse('missingOperand', before?.at ?? at, before ? before.end - before.at : 1, {
      sign: before?.text ?? text,
    })
  }
}

const atEnd: Token = { type: 'end', text: '', at: 0, end: 0, gap: false }

function startsOperand(token: Token): boolean {
  return token.type === 'sign' ? /^[([{∞∅]$/.test(token.text) : token.type !== 'end'
}

/** Whether brackets after this are arguments: of a result that is itself a function, `f(x)(2)`, or an element, `a[1](2)`. */
function isCallable(e: Expr): boolean {
  return (
    e.kind === 'op' &&
    (e.op === 'index' ||
      e.op === 'call' ||
      e.op === 'lambda' ||
      (/^[A-Za-z]\w*$/.test(e.op) && !isKnown(e.op)))
  )
}

const knownOperators = new Set([
  'list',
  'set',
  'seq',
  'if',
  'noun',
  'exp',
  'pm',
  'factorial',
  'not',
  'and',
  'or',
  'chain',
  ...plainFunctions.values(),
  ...otherFunctions.values(),
])

function isKnown(name: string): boolean {
  return knownOperators.has(name)
}

/** A function or named operator with its arguments, in the operators of the tree. */
function application(name: string, args: readonly Expr[], token: Token): Expr {
  const verb = verbs.get(name)
  if (verb) return op('noun', application(verb, args, token))
  const [first, second] = args
  if (!first) return op(name)
  const base = /^log_(\w+)$/.exec(name)?.[1]
  if (base) return op('log', first, /^\d+$/.test(base) ? literal(base) : sym(base))
  const operator = operatorNames.get(name) ?? (token.type === 'string' ? name : undefined)
  if (operator === '-') return second ? op('+', first, op('-', second)) : op('-', first)
  if (operator === '!') return op('factorial', first)
  if (operator === '[') return op('list', ...args)
  if (operator === '{') return op('set', ...args)
  if (operator !== undefined)
    return operator === '+' || operator === '*'
      ? second
        ? op(operator, ...args)
        : first
      : op(operator, ...args)
  return call(name, args, token)
}

function call(name: string, args: readonly Expr[], token: Token): Expr {
  const known = plainFunctions.get(name) ?? otherFunctions.get(name)
  const [first, second] = args
  if (known === undefined || !first) return op(known ?? name, ...args)
  const [least, most] = counts[known] ?? [1, 1]
  if (args.length < least || args.length > most)
    refuse('argumentCount', token.at, token.end - token.at, {
      name,
      expected: least === most ? `${least}` : `${least}–${most}`,
      found: `${args.length}`,
    })
  if (name === 'log' && !second) return op('ln', first)
  if (known === 'log') return op('log', first, second ?? literal('10'))
  if (known === 'root' && !second) return op('sqrt', first)
  return op(known, ...args)
}
