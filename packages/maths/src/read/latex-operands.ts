import { ratio } from '../exact/rational.ts'
import { collected, type Expr, literal, op, sym } from '../tree.ts'
import { command } from './latex-commands.ts'
import { logarithm } from './latex-functions.ts'
import { closeEnds, closes, openEnds, values } from './latex-names.ts'
import { type LatexReader, unexpected } from './latex-reader.ts'
import { clause } from './latex-statements.ts'
import { environment } from './latex-tables.ts'
import type { LatexToken } from './latex-tokens.ts'
import { letter, named, word } from './latex-words.ts'
import { refuse, refuseAt } from './problem.ts'

/** An operand with its powers. */
export function factor(r: LatexReader): Expr {
  return r.deeper(() => scripted(r, operand(r)))
}

/** An operand with its powers and what else follows it. */
function scripted(r: LatexReader, first: Expr): Expr {
  let e = first
  for (;;) {
    const token = r.next()
    if (token.type !== 'sign') return e
    if (token.text === '^' && !isOneSided(r)) e = raised(r, e)
    else if (token.text === '!') e = after(r, 'factorial', e)
    else if (token.text === '%') e = after(r, 'percent', e)
    else if (token.text === '°') e = degrees(r, e)
    else return e
  }
}

/** An angle, or with units a temperature. */
function degrees(r: LatexReader, e: Expr): Expr {
  r.take()
  const scale = r.next()
  if (!r.settings.units || !/^[CF]$/.test(scale.text)) return op('degree', e)
  r.take()
  return op('*', e, sym(`deg${scale.text}`))
}

function after(r: LatexReader, name: string, e: Expr): Expr {
  r.take()
  return op(name, e)
}

function raised(r: LatexReader, base: Expr): Expr {
  r.take()
  if (r.sees('°')) return degrees(r, base)
  if (r.sees('{') && r.sees('°', 1) && r.sees('}', 2)) {
    r.k += 2
    return degrees(r, base)
  }
  const power = r.deeper(() => script(r))
  return op('^', base.kind === 'sym' && r.skip('_') ? named(r, base.name, true) : base, power)
}

/** Whether a plus or minus above the line says from which side a limit is taken. */
function isOneSided(r: LatexReader): boolean {
  const braced = r.sees('{', 1) ? 1 : 0
  const sign = r.next(1 + braced)
  const after = r.next(2 + braced)
  return sign.type === 'sign' && '+-'.includes(sign.text) && after.type === 'sign' && after.text === '}'
}

/** What stands above or below the line: braces, or one thing with its sign. */
export function script(r: LatexReader): Expr {
  if (r.sees('{')) return braces(r)
  const sign = r.next()
  if (sign.type === 'sign' && (sign.text === '-' || sign.text === '+')) {
    r.take()
    const size = script(r)
    return sign.text === '-' ? op('-', size) : size
  }
  const token = r.next()
  if (token.type === 'number' && token.text.length > 1)
    r.warn({
      code: 'ambiguous',
      at: token.at,
      length: token.text.length,
      data: { taken: `^{${token.text}}` },
    })
  return operand(r, true)
}

/** What a command is applied to: braces, or one thing; a number gives only its first digit where `digit` says so. */
export function argument(r: LatexReader, digit = false): Expr {
  const token = r.next()
  if (r.sees('{')) return braces(r)
  if (digit && token.type === 'number' && /^\d{2}/.test(token.text)) {
    r.tokens[r.k] = { ...token, text: token.text.slice(1), at: token.at + 1 }
    return literal(token.text.charAt(0))
  }
  return r.deeper(() => operand(r, true))
}

/** A group in braces. Braces around a list, which LaTeX does not show, are taken as those of a set. */
export function braces(r: LatexReader): Expr {
  const open = r.take()
  if (r.sees('}')) refuse('incomplete', open.at, r.next().end - open.at)
  const items = itemsOf(r, open, '}')
  return collected('set', items)
}

/** What stands between brackets, up to and with the one that closes. */
export function itemsOf(r: LatexReader, open: LatexToken, ...close: readonly string[]): Expr[] {
  const outer = r.separated
  const differential = r.differentialAt
  r.separated = false
  r.differentialAt = -1
  r.open.push(open)
  const items: Expr[] = []
  if (!closing(r, close) || r.sees('|')) items.push(clause(r))
  while (r.sees(',') || r.sees(';')) {
    r.take()
    r.separated = true
    items.push(clause(r))
  }
  if (!closing(r, close)) unexpected(r, r.next())
  r.take()
  r.open.pop()
  r.separated = outer
  r.differentialAt = differential
  return items
}

function closing(r: LatexReader, close: readonly string[]): boolean {
  const token = r.next()
  return token.type === 'sign' && close.includes(token.text) && !(token.text === '|' && token.side === 'left')
}

/** A group, a point, a list or an interval. */
function bracketed(r: LatexReader, open: LatexToken): Expr {
  const items = itemsOf(
    r,
    open,
    ')',
    ']',
    '⟩',
    ...(open.text === '<' ? ['>'] : []),
    ...(open.text === '(' ? [] : ['[']),
  )
  const close = r.next(-1)
  const [first, second] = items
  const ends = `${openEnds.get(open.text)}${closeEnds.get(close.text)}`
  const same = closes[open.text] === close.text
  if (items.length === 1 && open.text !== '(' && hasComma(r, first))
    refuse('decimalOrList', open.at, close.end - open.at)
  if (items.length === 2 && first && second && !(same && open.text === '('))
    return interval(r, ends, first, second)
  if (!same)
    refuseAt('wrongClose', close, {
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
function hasComma(r: LatexReader, e: Expr | undefined): boolean {
  return r.settings.decimal === 'comma' && e?.kind === 'num' && e.text.includes('.')
}

function interval(r: LatexReader, ends: string, from: Expr, to: Expr): Expr {
  return op(ends === 'cc' && r.settings.brackets !== 'interval' ? 'list' : ends, from, to)
}

function operand(r: LatexReader, short = false): Expr {
  const token = r.take()
  switch (token.type) {
    case 'number':
      return short ? literal(token.text) : number(r, token)
    case 'letter':
      return letter(r, token, short)
    case 'text':
    case 'word':
      return word(r, token)
    case 'command':
      return command(r, token)
    case 'begin':
      return environment(r, token)
    default:
      return sign(r, token)
  }
}

/** A number, with the fraction of a mixed number that stands against it. */
function number(r: LatexReader, token: LatexToken): Expr {
  const repeating = repeatingDecimal(r, token)
  if (repeating) return repeating
  const whole = literal(token.text)
  if (!isFraction(r.next()) || !/^\d+$/.test(token.text)) return whole
  const written = [1, 2, 3, 4, 5, 6].map(ahead => r.next(ahead).text).join(' ')
  const [, above, below] = /^\{ (\d+) \} \{ (\d+) \}/.exec(written) ?? /^(\d)(\d)(?: |$)/.exec(written) ?? []
  if (above === undefined || below === undefined || BigInt(above) >= BigInt(below)) return whole
  r.k += written.startsWith('{') ? 7 : 2
  return op('mixed', whole, op('/', literal(above), literal(below)))
}

/** Decimals of which the last, under a bar, repeat for ever: the fraction that they are. */
function repeatingDecimal(r: LatexReader, { text }: LatexToken): Expr | undefined {
  const [bar, open, digits, close] = [0, 1, 2, 3].map(ahead => r.next(ahead))
  const written = digits?.type === 'number' && open?.text === '{' && close?.text === '}' ? digits.text : ''
  if (!/^(?:overline|bar)$/.test(bar?.text ?? '') || !/^\d{1,40}$/.test(written) || !/^\d*\.\d*$/.test(text))
    return undefined
  r.k += 4
  const [whole = '', first = ''] = text.split('.')
  const fixed = BigInt(`${whole}${first}` || '0')
  const value = ratio(
    BigInt(`${whole}${first}${written}`) - fixed,
    10n ** BigInt(first.length) * (10n ** BigInt(written.length) - 1n),
  )
  return op('/', literal(`${value.n}`), literal(`${value.d}`))
}

function sign(r: LatexReader, token: LatexToken): Expr {
  const value = values.get(token.text)
  if (token.type === 'sign' && value !== undefined) return money(r, sym(value), token)
  switch (token.type === 'sign' ? token.text : '') {
    case '(':
    case '[':
    case ']':
    case '⟨':
    case '<':
      if (token.text === ']' && r.open.some(open => open.text === '[' || open.text === '⟨')) break
      return bracketed(r, token)
    case '{':
      return emptyBase(r, token)
    case '\\{':
      return set(r, token)
    case '|':
      return op('abs', only(r, token, '|'))
    case '⌊':
      return op('floor', only(r, token, '⌋'))
    case '⌈':
      return op('ceiling', only(r, token, '⌉'))
    case '∅':
      return op('set')
    case '→':
      if (r.open.length === 0 || !/^[)\]>⟩[]$/.test(r.next().text)) break
      return sym('inf')
    case '←':
      if (r.open.length === 0 || !/^[,;]$/.test(r.next().text)) break
      return op('-', sym('inf'))
    case '√':
      return op('sqrt', argument(r))
    case '^':
      return leftBase(r, token)
  }
  r.k = Math.max(0, r.k - (token.type === 'end' ? 0 : 1))
  return unexpected(r, token)
}

/** An amount of money: `€ 5` is five euros. */
function money(r: LatexReader, unit: Expr, token: LatexToken): Expr {
  if (!'€$£'.includes(token.text) || r.next().type !== 'number') return unit
  return op('*', number(r, r.take()), unit)
}

function only(r: LatexReader, open: LatexToken, close: string): Expr {
  const [only, second] = itemsOf(r, open, close)
  if (!only || second) refuse('emptyBrackets', open.at, r.next(-1).end - open.at)
  return only
}

/** Empty braces stand only before what is raised to the left: `{}^{2}\log`. */
function emptyBase(r: LatexReader, open: LatexToken): Expr {
  if (r.sees('}') && r.sees('^', 1)) {
    r.k += 1
    return leftBase(r, r.tokens[r.k++] ?? open)
  }
  r.k--
  return braces(r)
}

/** The Dutch way to write the base of a logarithm: to its left, above the line. */
function leftBase(r: LatexReader, token: LatexToken): Expr {
  const base = r.deeper(() => script(r))
  const next = r.next()
  if (next.text !== 'log') refuse('missingOperand', token.at, 1, { sign: '^' })
  r.take()
  return logarithm(r, base)
}

function set(r: LatexReader, open: LatexToken): Expr {
  if (r.next().type === 'begin') {
    const system = environment(r, r.take(), true)
    r.skip('\\}')
    return system
  }
  return op('set', ...itemsOf(r, open, '\\}'))
}

function isFraction(token: LatexToken): boolean {
  return token.type === 'command' && /^[dtc]?frac$/.test(token.text)
}
