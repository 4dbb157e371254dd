import { constants, type Expr, literal, op, str, sym } from '../tree.ts'
import { counts, otherFunctions, pairs, plainFunctions } from './names.ts'
import { connectives, type Dialect, isLetterSign, level, levelsOf, Parser, startsOperand } from './parser.ts'
import { type Reading, refuse, refuseAt } from './problem.ts'
import { reading } from './reading.ts'
import { type Notation, scan, type Token } from './scan.ts'

/** How to read what authors wrote. */
export interface MaximaSettings {
  /** Refuses products without a sign, such as `2x`. */
  readonly strict?: boolean
}

/** Reads mathematics in the notation of Maxima, as authors of questions write it. */
export function readMaxima(text: string, settings: MaximaSettings = {}): Reading {
  return reading(text, (normal, warn) =>
    all(new Parser(scan(normal, notation), settings.strict ? strict : dialect, warn)),
  )
}

/** Names of operators between two operands that are another operator's. */
const operatorNames = pairs(
  'nounand and nounor or nounnot not nounxor xor nounnand nand nounnor nor nounimplies implies nounadd + nounsub - nounmul * noundiv / nounpow ^ nouneq = %and and %or or ** ^ #pm# pm',
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

const dialect: Dialect = {
  levels: levelsOf('180 := :', '160 !!', '140 ^^', '130 .'),
  operator: p => (touches(p) ? 'touch' : operatorAt(p)),
  operand,
  infix,
  better: pairs('&& and & and || or | abs(…) <> # == = .. , % /100 √ sqrt(…) ~ = ² ^2 ³ ^3'),
  needsArgument: token => token.type === 'name' && neverAlone.test(token.text),
  separator: /^,$/,
}

const strict: Dialect = { ...dialect, operator: operatorAt }

const body = 20

const neverAlone = /^(?:a|arc)?(?:sin|cos|tan|cot|sec|csc)h?$|^(?:exp|ln|abs|sqrt)$/

function all(p: Parser): Expr {
  const tree = p.expression(level.lowest)
  if ((p.skip(';') || p.skip('$')) && p.next().type !== 'end') refuse('statements', p.next().at, 1)
  if (p.next().type !== 'end') p.unexpected(p.next())
  return tree
}

function operatorAt(p: Parser): string | undefined {
  const token = p.next()
  if (token.type !== 'sign') return undefined
  if (token.text === "'") refuse('apostrophe', token.at, 1)
  return operatorNames.get(token.text) ?? token.text
}

/** Whether two factors touch here without a sign: `2x`, `3(x+1)`, `(x+1)(x-1)`. */
function touches(p: Parser): boolean {
  const token = p.next()
  const before = p.previous()
  if (token.gap || !before || !startsOperand(token)) return false
  if (before.type === 'number') return token.type !== 'number'
  return before.text === ')' || token.text === '(' || isLetterSign(before) || isLetterSign(token)
}

function infix(p: Parser, left: Expr, operator: string): Expr | undefined {
  if (operator === '^^') return p.binary('dotpower', left, 139)
  if (operator === '.') return p.binary('dot', left, 129)
  if (operator === ':=') return p.binary('define', left, body)
  if (operator === ':') return p.binary('assign', left, body)
  if (operator === '!!') return p.postfix('doublefactorial', left)
  return undefined
}

function operand(p: Parser, token: Token): Expr {
  if (token.type === 'number') return p.number(token)
  if (token.type === 'string') return p.sees('(') ? called(p, token) : str(token.text)
  if (token.type === 'name') return followed(p, named(p, token))
  if (token.type === 'end') return p.unexpected(token)
  return prefixed(p, token, operatorNames.get(token.text) ?? token.text)
}

function prefixed(p: Parser, token: Token, sign: string): Expr {
  if (sign === '-') return op('-', p.expression(level.negation))
  if (sign === '+' && p.sees('-') && !p.next().gap) return plusMinus(p)
  if (sign === '+') return p.expression(level.negation)
  if (sign === 'pm') return op('pm', p.expression(level.sum))
  if (sign === 'not') return op('not', p.expression(level.not))
  if (connectives.test(sign) && p.sees('(')) return op(sign, ...p.someItems(p.take()))
  if (sign === '=') return op('stackeq', p.expression(level.relation))
  if (sign === "'") return noun(p)
  if (sign === 'if') return condition(p)
  if (sign === '(') return followed(p, group(p, token))
  if (sign === '[') return followed(p, op('list', ...p.items(token)))
  if (sign === '{') return op('set', ...p.items(token))
  if (sign === '∅') return op('set')
  if (sign === '∞') return sym('inf')
  if (sign === '?') return sym('?')
  p.k--
  return p.unexpected(token)
}

function plusMinus(p: Parser): Expr {
  p.take()
  return op('pm', p.expression(level.sum))
}

function group(p: Parser, open: Token): Expr {
  const items = p.someItems(open)
  return items.length === 1 ? items[0] : op('seq', ...items)
}

const notHeld = new Set(['list', 'set', 'seq', 'index'])

function noun(p: Parser): Expr {
  if (p.sees("'")) refuse('apostrophe', p.next().at, 1)
  const held = p.expression(190)
  return held.kind === 'op' && /^\w+$/.test(held.op) && !notHeld.has(held.op) ? op('noun', held) : held
}

function condition(p: Parser): Expr {
  const asked = p.expression(level.lowest)
  if (!p.skip('then')) refuse('missingOperand', p.next().at, p.next().text.length, { sign: 'then' })
  const then = p.expression(level.lowest)
  if (p.skip('elseif')) return op('if', asked, then, condition(p))
  return op('if', asked, then, p.skip('else') ? p.expression(level.lowest) : sym('false'))
}

const leaves = pairs('%pi pi %e e %i i infinity inf')

/** A name, with what it is applied to. */
function named(p: Parser, token: Token): Expr {
  const name = leaves.get(token.text) ?? token.text
  if (p.sees('(') && !constants.has(name)) return called(p, token)
  if (neverAlone.test(name) && !standsAlone(p))
    refuse('argumentMissing', token.at, token.text.length, { name })
  return sym(name)
}

/** Whether the name that was just taken is an item by itself: a function may be named so, as in `subst(sin, …)`. */
function standsAlone(p: Parser): boolean {
  return /^[[({,]$/.test(p.previous(2)?.text ?? '') && /^[\])},=:]$/.test(p.next().text)
}

function called(p: Parser, token: Token): Expr {
  const name = token.text
  const lower = name.toLowerCase()
  if (token.type === 'name' && lower !== name && name.length > 1 && plainFunctions.has(lower))
    refuseAt('nameCase', token, { found: name, better: lower })
  return application(name, p.someItems(p.take()), token)
}

/** An operand with the indices and further arguments that follow it. */
function followed(p: Parser, first: Expr): Expr {
  let e = first
  for (;;) {
    if (p.sees('[')) e = op('index', e, ...p.someItems(p.take()))
    else if (p.sees('(') && isCallable(e)) e = op('call', e, ...p.someItems(p.take()))
    else return e
  }
}

const knownOperators = new Set([
  ...'list set seq if noun factorial not and or chain pm'.split(' '),
  ...plainFunctions.values(),
  ...otherFunctions.values(),
])

/** Whether brackets after this are arguments: of a result that may be a function, `f(x)(2)`, or of an element, `a[1](2)`. */
function isCallable(e: Expr): boolean {
  return e.kind === 'op' && /^[A-Za-z]\w*$/.test(e.op) && !knownOperators.has(e.op)
}

const verbs = pairs(
  'noundiff diff nounint integrate nounintegrate integrate nounlimit limit nounsum sum nounproduct product',
)

/** A function, or an operator called by its name, in the operators of the tree. */
function application(name: string, args: readonly [Expr, ...Expr[]], token: Token): Expr {
  const verb = verbs.get(name)
  if (verb) return op('noun', call(verb, args, token))
  const base = /^log_(\d+|[A-Za-z]\w*)$/.exec(name)?.[1]
  if (base && args.length === 1) return op('log', args[0], /^\d+$/.test(base) ? literal(base) : sym(base))
  const operator = operatorNames.get(name) ?? (token.type === 'string' ? name : undefined)
  return operator === undefined ? call(name, args, token) : operation(operator, args)
}

const operations = pairs('! factorial [ list { set . dot ^^ dotpower := define : assign')

function operation(name: string, args: readonly [Expr, ...Expr[]]): Expr {
  const [first, second] = args
  if (name === '-') return second ? op('+', first, op('-', second)) : op('-', first)
  if (!second && /^[+*]$|^and$|^or$/.test(name)) return first
  return op(operations.get(name) ?? name, ...args)
}

/** A function with its arguments, in the operators of the tree. Shared by the notations. */
export function call(name: string, args: readonly [Expr, ...Expr[]], token: Token): Expr {
  const known = plainFunctions.get(name) ?? otherFunctions.get(name)
  const [first, second] = args
  if (known === undefined) return op(name, ...args)
  const [least, most] = counts[known] ?? [1, 1]
  if (args.length < least || args.length > most) wrongCount(name, least, most, args.length, token)
  if (name === 'log' && !second) return op('ln', first)
  if (known === 'log') return op('log', first, second ?? literal('10'))
  if (known === 'root' && !second) return op('sqrt', first)
  if (known === 'permutations' && second) return permutations(first, second)
  return op(known, ...args)
}

/** In how many orders k out of n can be put. */
export function permutations(n: Expr, k: Expr): Expr {
  return op('/', op('factorial', n), op('factorial', op('+', n, op('-', k))))
}

function wrongCount(name: string, least: number, most: number, found: number, token: Token): never {
  const expected = least === most ? `${least}` : `${least}–${most}`
  refuseAt('argumentCount', token, { name, expected, found: `${found}` })
}
