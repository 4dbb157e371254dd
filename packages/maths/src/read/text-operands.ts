import { collected, type Expr, isOp, literal, op, str, sym } from '../tree.ts'
import { decimalComma } from './decimals.ts'
import { connectives, level, type Parser } from './parser.ts'
import { asInterval } from './parts.ts'
import { refuse } from './problem.ts'
import type { Token } from './scan.ts'
import { applied, named, symbol } from './text-names.ts'
import {
  ambiguous,
  closesInterval,
  isRaised,
  isVulgar,
  raised,
  type TextState,
  vulgar,
} from './text-signs.ts'

/** What stands at a token that was just taken. */
export function operand(p: Parser, token: Token, text: TextState): Expr {
  if (token.type === 'number') return numeral(p, token, text)
  if (token.type === 'string') return str(token.text)
  if (token.type === 'name') return named(p, token, text)
  if (token.type === 'sign') return signed(p, token, text) ?? bracketed(p, token, text)
  return p.unexpected(token)
}

function numeral(p: Parser, token: Token, text: TextState): Expr {
  const after = p.next()
  const shown = text.source.slice(token.at, token.end)
  if (!after.gap && after.at === token.end && /^[.‚]/.test(after.text))
    refuse('decimalSigns', token.at, after.end - token.at)
  if (text.settings.decimal === 'comma' && /^[1-9]\d{0,2}\.\d{3}$/.test(token.text))
    refuse('thousands', token.at, token.text.length, { found: shown })
  if (/e[+-]/.test(token.text)) ambiguous(text, token.at, token.end, token.text.replace(/e\+?(.*)/, '·10^$1'))
  const value = p.number(token, token.text.replace(decimalComma, '.'))
  return mixed(p, token, value) ?? inThousands(p, token) ?? value
}

/** A number with a space between its thousands: `1 250 000`. */
function inThousands(p: Parser, token: Token): Expr | undefined {
  let digits = token.text
  let ahead = 0
  while (/^[1-9]\d{0,2}(?:\d{3})*$/.test(digits) && isThousand(p.next(ahead))) digits += p.next(ahead++).text
  if (ahead === 0) return undefined
  p.k += ahead
  return p.number(token, digits.replace(decimalComma, '.'))
}

function isThousand({ type, gap, text }: Token): boolean {
  return type === 'number' && gap && /^\d{3}(?:[.‚]\d+)?$/.test(text)
}

/** A whole number with a fraction after it: `4 1/2`, `4½`. */
function mixed(p: Parser, token: Token, value: Expr): Expr | undefined {
  if (!/^\d+$/.test(token.text)) return undefined
  if (isVulgar(p.next())) return op('mixed', value, fraction(p.take()))
  const [above, sign, below] = [p.next(), p.next(1), p.next(2)]
  const fits = above.gap && above.type === 'number' && sign.text === '/' && below.type === 'number'
  if (!fits || !/^\d+$/.test(above.text + below.text)) return undefined
  p.k += 3
  return op('mixed', value, op('/', p.number(above), p.number(below)))
}

function fraction(token: Token): Expr {
  const at = vulgar.indexOf(token.text)
  return op('/', literal(vulgar.charAt(at + 1)), literal(vulgar.charAt(at + 3)))
}

/** What begins with a sign that is no bracket. */
function signed(p: Parser, token: Token, text: TextState): Expr | undefined {
  const sign = token.text
  if (sign === '-') return op('-', p.expression(level.negation))
  if (sign === '+')
    return p.sees('-') && !p.next().gap && p.take()
      ? op('pm', p.expression(level.sum))
      : p.expression(level.negation)
  if (sign === 'pm') return op('pm', p.expression(level.sum))
  if (sign === 'not') return op('not', p.expression(level.not))
  if (connectives.test(sign) && p.sees('(')) return op(sign, ...p.someItems(p.take()))
  if (sign === '√' || sign === '∛' || sign === '∜') return rooted(p, token, text, degreeOf[sign])
  if (sign === '∞') return sym('inf')
  if (/^[←→]$/.test(sign) && isEndOfLine(p, sign)) return sign === '→' ? sym('inf') : op('-', sym('inf'))
  if (sign === '∅') return op('set')
  if (sign === '°' && text.settings.units && /^[CF]$/.test(p.next().text)) return sym(`deg${p.take().text}`)
  if (/^[ℝℕℤℚℂ]$/.test(sign)) return sym(sign)
  if (isVulgar(token)) return fraction(token)
  if (isRaised(token) || sign === '^') return before(p, token, text)
  return undefined
}

/** Whether an arrow stands for an end of the line, as in [2, →⟩ and ⟨←, 5]. */
function isEndOfLine(p: Parser, arrow: string): boolean {
  const { text } = p.next()
  return p.open.length > 0 && (arrow === '→' ? /^[)\]>⟩[]$/.test(text) : /^[,;]$/.test(text))
}

const degreeOf = { '√': null, '∛': '3', '∜': '4' } as const

function rooted(p: Parser, token: Token, text: TextState, degree: string | null): Expr {
  const bare = !p.sees('(')
  const inner = bare ? p.expression(level.product) : p.dialect.operand(p, p.take())
  const end = p.previous()?.end ?? token.end
  if (bare && (isOp(inner, '^') || (p.next().type === 'name' && !p.next().gap)))
    ambiguous(text, token.at, end, `${token.text}(${text.source.slice(token.end, end).trim()})`)
  return degree === null ? op('sqrt', inner) : op('root', inner, literal(degree))
}

/** A base or degree before its logarithm or root: `²log(x)`, `^2log(x)`, `³√x`. */
function before(p: Parser, token: Token, text: TextState): Expr {
  p.k--
  const start = p.k
  const base = isRaised(token) ? raised(p) : baseOf(p, text)
  const after = p.take()
  if (after.text === '√') return op('root', rootedArgument(p, after, text), base)
  if (after.type === 'name' && /^log$/i.test(after.text))
    return applied(p, after, text, x => op('log', x, base))
  p.k = start
  return p.unexpected(token)
}

function rootedArgument(p: Parser, token: Token, text: TextState): Expr {
  const root = rooted(p, token, text, null)
  return root.kind === 'op' ? (root.args[0] ?? root) : root
}

/** The base after a raising sign that stands before a logarithm: a number, a letter, or something in brackets. */
function baseOf(p: Parser, text: TextState): Expr {
  p.take()
  const first = p.take()
  if (first.type === 'number') return numeral(p, first, text)
  if (first.type === 'name') return symbol(first.text, text)
  if (first.text !== '(' && first.text !== '{') {
    p.k--
    return p.unexpected(first)
  }
  return p.someItems(first)[0]
}

/** Bars, groups, lists, sets and intervals. */
function bracketed(p: Parser, open: Token, text: TextState): Expr {
  if (open.text === '|') return bars(p, open)
  if (!/^[([{<⟨\]]$/.test(open.text)) {
    p.k--
    return p.unexpected(open)
  }
  const { rows, close } = contents(p, open)
  noteSingleComma(open, close, text)
  const items = rows.flat()
  const pair = open.text + close.text
  if (pair === '{}') return op('set', ...items)
  if (pair === '[]') return listed(rows, items, text)
  if (pair === '()') return grouped(open, close, items)
  if (/^[<⟨][>⟩]$/.test(pair) && items.length > 2) return op('tuple', ...items)
  if (items.length !== 2)
    refuse(
      items.length === 1 && open.text === '(' ? 'wrongClose' : 'interval',
      close.at,
      close.end - close.at,
      { open: open.text, close: ')', found: close.text },
    )
  return op(`${open.text === '[' ? 'c' : 'o'}${close.text === ']' ? 'c' : 'o'}`, ...items)
}

/** With a decimal comma, `(1,5)` is one number, but could have been meant as a point. */
function noteSingleComma(open: Token, close: Token, text: TextState): void {
  const inside = text.source.slice(open.end, Math.min(close.at, open.end + 40))
  const comma = inside.indexOf(',')
  if (text.settings.decimal === 'comma' && /^\s*-?\s*\d+,\d+\s*$/.test(inside))
    text.warn({ code: 'decimalOrList', at: open.end + comma, length: 1, data: {} })
}

function bars(p: Parser, open: Token): Expr {
  p.open.push(open)
  const inner = p.expression(level.lowest)
  if (!p.sees('|')) p.unexpected(p.next())
  p.take()
  p.open.pop()
  return op('abs', inner)
}

/** What stands between two brackets; with both separators, semicolons end rows. */
function contents(p: Parser, open: Token): { rows: Expr[][]; close: Token } {
  p.open.push(open)
  const least = /^[<⟨]$/.test(open.text) ? level.relation : level.lowest
  const items: Expr[] = []
  const separators: string[] = []
  if (!isClosing(p, open)) items.push(p.expression(least))
  while (items.length > 0 && (p.sees(',') || p.sees(';'))) {
    separators.push(p.take().text)
    items.push(p.expression(least))
  }
  if (!isClosing(p, open)) p.unexpected(p.next())
  p.open.pop()
  return { rows: inRows(items, separators), close: p.take() }
}

function inRows(items: readonly Expr[], separators: readonly string[]): Expr[][] {
  const ends = separators.includes(',') ? ';' : ''
  const rows: Expr[][] = [[]]
  items.forEach((item, k) => {
    if (k > 0 && separators[k - 1] === ends) rows.push([])
    rows.at(-1)?.push(item)
  })
  return rows
}

function isClosing(p: Parser, open: Token): boolean {
  const token = p.next()
  if (token.type !== 'sign') return false
  if (open.text === '{') return token.text === '}'
  return /^[)\]]$/.test(token.text) || closesInterval(p)
}

function listed(rows: Expr[][], items: readonly Expr[], { settings }: TextState): Expr {
  if (rows.length > 1 && sameLengths(rows)) return op('matrix', ...rows.map(row => op('list', ...row)))
  const inner = items.map(item => (isOp(item, 'list') ? item.args : []))
  if (items.length > 0 && inner.every(row => row.length > 0) && sameLengths(inner))
    return op('matrix', ...items)
  const list = op('list', ...items)
  return settings.brackets === 'interval' ? asInterval(list) : list
}

function sameLengths(rows: readonly (readonly Expr[])[]): boolean {
  return rows.every(row => row.length === rows[0]?.length)
}

function grouped(open: Token, close: Token, items: readonly Expr[]): Expr {
  if (items.length === 0) refuse('emptyBrackets', open.at, close.end - open.at)
  return collected('tuple', items)
}
