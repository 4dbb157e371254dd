import { collected, type Expr, int, isOp, literal, op, str, sym } from '../tree.ts'
import { decimalComma, markDecimals } from './decimals.ts'
import { call, permutations } from './maxima.ts'
import { greekNames, otherFunctions, pairs, plainFunctions } from './names.ts'
import { connectives, type Dialect, level, levelsOf, Parser, startsOperand } from './parser.ts'
import { asInterval, isMinusOne } from './parts.ts'
import { type Problem, type Reading, refuse, refuseAt } from './problem.ts'
import { reading } from './reading.ts'
import { type Notation, scan, type Token } from './scan.ts'
import { takeApart, type WordSettings } from './words.ts'

/** How pupils type, where that differs between countries, schools and questions. */
export interface TextSettings extends WordSettings {
  /** The decimal sign; with a comma a semicolon separates. With both, what can be read both ways is a problem. Without it, a point, and a comma where nothing else fits. */
  readonly decimal?: 'point' | 'comma' | 'both'
  /** Whether letters together are a product (`xy` is x·y, the default) or a name. */
  readonly letters?: 'single' | 'words'
  /** Whether sin(30) is taken of 30°, and asin gives degrees. */
  readonly degrees?: boolean
  /** Whether names of units stay whole. */
  readonly units?: boolean
  /** Names that are variables, whatever else they could be. A variable called e or i becomes `e_` or `i_` in the tree. */
  readonly variables?: readonly string[]
  /** Names that are functions; f, g and h are unless they are variables. Before brackets, other names are factors. */
  readonly functions?: readonly string[]
  /** Whether i is the imaginary unit, as by default. */
  readonly imaginary?: boolean
  /** Whether [a; b] is a list, as by default, or an interval. Beside ∪, ∩ and ∈ both [a; b] and (a; b) are intervals. */
  readonly brackets?: 'interval' | 'list'
}

/**
 * Reads mathematics as pupils type it. Where no decimal sign is given, a comma that a point doesn't explain is read as a
 * decimal comma, as long as it could not stand for thousands.
 */
export function readText(text: string, settings: TextSettings = {}): Reading {
  const found = readWith(text, settings)
  if (found.ok || settings.decimal !== undefined || found.problem.code !== 'comma') return found
  const other = thousands.test(text) ? found : readWith(text, { ...settings, decimal: 'both' })
  return other.ok ? other : found
}

const thousands = /(?<!\d)[1-9]\d{0,2},\d{3}(?!\d)/

function readWith(text: string, settings: TextSettings): Reading {
  return reading(text, (normal, warn) => {
    const phrase = phrases.get(normal.trim().toLowerCase())
    if (phrase) return sym(phrase)
    const source = markDecimals(normal, settings.decimal ?? 'point')
    const text: TextState = { source: normal, settings, warn: once(warn) }
    const tokens = takeApart(scan(source, notation), settings, (token, pieces) =>
      ambiguous(text, token.at, token.end, pieces.join('·')),
    )
    return all(new Parser(tokens, dialect(text), warn))
  })
}

/** Answers in words: no value, or every value. */
const phrases: ReadonlyMap<string, string> = new Map([
  ...['geen oplossing', 'geen oplossingen', 'no solution', 'no solutions'].map(
    said => [said, 'none'] as const,
  ),
  ...['alle getallen', 'elk getal', 'all numbers', 'every number'].map(said => [said, 'all'] as const),
])

interface TextState {
  readonly source: string
  readonly settings: TextSettings
  readonly warn: (problem: Problem) => void
}

/** Says the same thing at the same place once. */
function once(warn: (problem: Problem) => void): (problem: Problem) => void {
  const said = new Set<string>()
  return problem => {
    const key = `${problem.code} ${problem.at}`
    if (said.has(key) || said.size > 20) return
    said.add(key)
    warn(problem)
  }
}

const notation: Notation = {
  number: /(?:\d+(?:[.‚]\d+|\.(?![\w.(‚]))?|[.‚]\d+)(?:E[+-]?\d+|e[+-]?\d+)?/y,
  name: /[µμ]\p{Script=Latin}+|(?:\p{Script=Greek}|\p{Script=Latin}+)(?:\d+(?![\d.‚]))?(?:(?:_(?:\d+|\p{L}+\d*|\{\w+\}))+|[₀-₉]+)?/uy,
  signs: ['+/-', ':=', '<=', '>=', '=<', '=>', '!=', '<>', '==', '->', '**', '&&'],
  words: new Set(),
  same: pairs(
    '÷ / : / ± pm +/- pm ≤ <= ≥ >= ≠ # ≈ approx ~ similar ≡ equiv ∝ proportional ⊥ perpendicular ∥ parallel ≅ congruent ∈ in ∉ notin ⊂ subset ⊆ subseteq ∪ union ∩ intersection ∖ setminus \\ setminus ∧ and ∨ or ¬ not ⇒ implies ⇔ xnor ** ^',
  ),
}

const levels = levelsOf(
  "200 _ '",
  '180 :=',
  '165 % °',
  '140 super',
  '130 nCr nPr',
  '92 intersection',
  '91 setminus',
  '90 union',
  '80 approx similar equiv proportional perpendicular parallel congruent in notin subset subseteq',
)

const better = pairs('<> ≠ == = && en & en . * -> ⇒ → ⇒ @ * $ €')

function dialect(text: TextState): Dialect {
  return {
    levels,
    operator: p => operatorAt(p, text),
    operand: (p, token) => operand(p, token, text),
    infix: (p, left, operator) => infix(p, left, operator, text),
    better,
    needsArgument: token => token.type === 'name' && plainFunctions.has(token.text.toLowerCase()),
    separator: /^[,;]$/,
  }
}

/** Everything: one expression, or several with a separator or on lines of their own. */
function all(p: Parser): Expr {
  const items = [p.expression(level.lowest)]
  while (p.sees(';') || (p.sees(',') && !isLooseComma(p))) {
    p.take()
    items.push(p.expression(level.lowest))
  }
  if (p.next().type !== 'end') p.unexpected(p.next())
  return collected('list', items)
}

/** Whether this comma stands between two digits, outside brackets: a decimal comma where a point is expected. */
function isLooseComma(p: Parser): boolean {
  return p.previous()?.type === 'number' && p.next(1).type === 'number' && !p.next(1).gap
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'
const plainSuperscripts = '0123456789+-()n'
const vulgar = '½1/2⅓1/3⅔2/3¼1/4¾3/4⅕1/5⅖2/5⅗3/5⅘4/5⅙1/6⅚5/6⅛1/8⅜3/8⅝5/8⅞7/8'

function isVulgar(token: Token): boolean {
  return token.type === 'sign' && /[¼-¾⅐-⅞]/.test(token.text)
}

function isRaised(token: Token): boolean {
  return token.type === 'sign' && superscripts.includes(token.text)
}

function operatorAt(p: Parser, text: TextState): string | undefined {
  const token = p.next()
  if (isUnionLetter(p)) return 'union'
  if (touches(p, text)) return 'touch'
  if (token.type !== 'sign' || closesInterval(p)) return undefined
  if (isRaised(token)) return 'super'
  if (token.text === '!=') return unequal(token, text)
  if (token.text === '/') noteRaisedFraction(p, text)
  return token.text === "'" && token.gap ? undefined : token.text
}

/** `x != 3` and `x!=3` are ≠; the last could have been a factorial. */
function unequal(token: Token, text: TextState): string {
  if (!token.gap) ambiguous(text, token.at, token.end, '≠')
  return '#'
}

function ambiguous(text: TextState, at: number, end: number, taken: string): void {
  text.warn({ code: 'ambiguous', at, length: end - at, data: { taken } })
}

/** Whether a U stands between two sets, where a keyboard has no ∪. */
function isUnionLetter(p: Parser): boolean {
  const token = p.next()
  return (
    token.type === 'name' &&
    /^[Uu]$/.test(token.text) &&
    /^[)\]}>⟩[]$/.test(p.previous()?.text ?? '') &&
    /^[([{<⟨\]]$/.test(p.next(1).text)
  )
}

/** Whether the sign that stands next ends an interval instead of comparing or opening. */
function closesInterval(p: Parser): boolean {
  const { text } = p.next()
  const open = p.open.at(-1)?.text
  if (open === undefined || !/^[([<⟨\]]$/.test(open)) return false
  if (text === '[') return open === ']' || !beginsOperand(p.next(1))
  if (text !== '>' && text !== '⟩') return false
  return /^[<⟨\]]$/.test(open) || text === '⟩' || !beginsOperand(p.next(1))
}

function beginsOperand(token: Token): boolean {
  return (
    startsOperand(token) ||
    isRaised(token) ||
    (token.type === 'sign' && (/^[-+|⟨<]$|^pm$|^not$/.test(token.text) || isVulgar(token)))
  )
}

/** Whether two factors stand here without a sign between them. */
function touches(p: Parser, text: TextState): boolean {
  const token = p.next()
  const before = p.previous()
  if (!before || !isFactor(p, token, before, text)) return false
  if (!token.gap) noteUnclear(p, text)
  return true
}

function isFactor(p: Parser, token: Token, before: Token, text: TextState): boolean {
  if (token.type === 'name') return true
  if (token.type === 'number') return /^[)|]$/.test(before.text) && before.type === 'sign'
  if (token.type !== 'sign') return false
  if (token.text === '|') return p.open.at(-1)?.text !== '|'
  if (isRaised(token)) return token.gap && (p.next(1).text === '√' || /^log/.test(p.next(1).text))
  if (token.text === '°') return isTemperature(p, text)
  return /^[(√∛∜∞]$/.test(token.text)
}

/** `1/2x` and `e^2x` are read from left to right, but could have been meant otherwise. */
function noteUnclear(p: Parser, text: TextState): void {
  const sign = p.previous(2)
  const left = p.previous(3)
  const right = p.previous()
  const token = p.next()
  if (
    !sign ||
    !left ||
    !right ||
    sign.type !== 'sign' ||
    !/^[/^]$/.test(sign.text) ||
    right.type === 'sign' ||
    sign.at === sign.end
  )
    return
  const shown = (one: Token) => text.source.slice(one.at, one.end)
  const whole = `${shown(left)}${sign.text}${shown(right)}`
  ambiguous(text, left.at, token.end, `(${whole})·${shown(token)}${token.text === '(' ? '…)' : ''}`)
}

/** `x^1/2` is half of x, but could have been meant as its root. */
function noteRaisedFraction(p: Parser, text: TextState): void {
  const [base, sign, exponent, below] = [p.previous(3), p.previous(2), p.previous(), p.next(1)]
  if (
    !base ||
    sign?.text !== '^' ||
    exponent?.type !== 'number' ||
    below.type !== 'number' ||
    p.next().gap ||
    below.gap
  )
    return
  const shown = (one: Token) => text.source.slice(one.at, one.end)
  ambiguous(text, base.at, below.end, `(${shown(base)}^${shown(exponent)})/${shown(below)}`)
}

function isTemperature(p: Parser, text: TextState): boolean {
  return text.settings.units === true && p.sees('°') && /^[CF]$/.test(p.next(1).text) && !p.next(1).gap
}

function infix(p: Parser, left: Expr, operator: string, text: TextState): Expr | undefined {
  if (operator === 'super') return op('^', left, raised(p))
  if (operator === '%') return p.postfix('percent', left)
  if (operator === '°') return p.postfix('degree', left)
  if (operator === ':=') return p.binary('define', left, 20)
  if (operator === 'nCr') return op('binomial', left, right(p, 131))
  if (operator === 'nPr') return permutations(left, right(p, 131))
  if (operator === '_') return subscripted(p, left)
  if (operator === "'") return primed(p, left, text)
  if (operator === 'union' || operator === 'intersection') return joined(p, left, operator, text)
  if (operator === 'setminus')
    return op(operator, asInterval(left), asInterval(right(p, levels.get(operator) ?? 0)))
  if (operator === 'in' || operator === 'notin')
    return op(operator, left, asInterval(right(p, level.relation)))
  return undefined
}

function right(p: Parser, least: number): Expr {
  p.take()
  return p.expression(least)
}

function joined(p: Parser, left: Expr, operator: string, text: TextState): Expr {
  const parts = [asInterval(left)]
  while (operatorAt(p, text) === operator) parts.push(asInterval(right(p, levels.get(operator) ?? 0)))
  return op(operator, ...parts)
}

/** An exponent in raised characters. */
function raised(p: Parser): Expr {
  const first = p.next()
  let written = ''
  while (isRaised(p.next()) && (written === '' || !p.next().gap))
    written += plainSuperscripts.charAt(superscripts.indexOf(p.take().text))
  const parts = /^\(?([+-]?)(\d*)(n?)\)?$/.exec(written)
  const [, sign = '', digits = '', letter = ''] = parts ?? []
  if (!parts || digits + letter === '') refuse('superscript', first.at, written.length)
  const size = letter === '' ? literal(digits) : digits === '' ? sym('n') : op('*', literal(digits), sym('n'))
  return sign === '-' ? op('-', size) : size
}

function subscripted(p: Parser, left: Expr): Expr {
  p.take()
  const open = p.take()
  if (open.type !== 'sign' || !/^[({]$/.test(open.text)) {
    p.k--
    return p.unexpected(open)
  }
  return op('index', left, ...p.someItems(open))
}

/** A name with primes, as another name: `y'`, `f''(x)`. */
function primed(p: Parser, left: Expr, text: TextState): Expr {
  if (left.kind !== 'sym') refuse('apostrophe', p.next().at, 1)
  let name = left.name
  while (p.sees("'") && !p.next().gap) name += p.take().text
  return p.sees('(') && isFunction(p, left.name, text) ? op(name, ...p.someItems(p.take())) : sym(name)
}

function operand(p: Parser, token: Token, text: TextState): Expr {
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
  return mixed(p, token, value) ?? value
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

const constantNames = pairs('oneindig inf infinity inf waar true onwaar false')

function symbol(name: string, { settings }: TextState): Expr {
  const isVariable =
    settings.variables?.includes(name) === true || (name === 'i' && settings.imaginary === false)
  if (isVariable) return sym(/^[ei]$/.test(name) ? `${name}_` : name)
  return sym(constantNames.get(name.toLowerCase()) ?? (/^PI$|^Pi$/.test(name) ? 'pi' : name))
}

/** A name: a function with what it is applied to, or a variable or constant with its indices. */
function named(p: Parser, token: Token, text: TextState): Expr {
  const name = token.text
  if (text.settings.variables?.includes(name)) return indexed(p, symbol(name, text))
  const differential = /^d(\w?)\/d(\w)$/.exec(name)
  if (differential) return differentiated(p, differential[1] ?? '', differential[2] ?? '', text)
  const known = plainFunctions.get(name.toLowerCase())
  if (known) return applied(p, token, text, x => op(known, x), known)
  if (name === 'cbrt') return applied(p, token, text, x => op('root', x, literal('3')))
  const base = /^(?:log|lg)(?:_?(\d+)|_([A-Za-z]\w*))?$/i.exec(name)
  if (base) return logarithm(p, token, text, base[1] ?? base[2])
  if (p.sees('(') && isFunction(p, name, text)) return op(name, ...p.someItems(p.take()))
  if (p.sees('(') && otherFunctions.has(name)) return call(name, p.someItems(p.take()), token)
  if (p.sees('(') && !p.next().gap && isWord(name, text)) refuseAt('unknownFunction', token, { found: name })
  if (/^[a-z]\d+$/i.test(name))
    text.warn({ code: 'numbered', at: token.at, length: token.end - token.at, data: { name } })
  return indexed(p, symbol(name, text))
}

function isFunction(p: Parser, name: string, { settings }: TextState): boolean {
  return settings.functions?.includes(name) === true || (/^[fgh]$/.test(name) && !p.next().gap)
}

function isWord(name: string, { settings }: TextState): boolean {
  return (
    settings.letters === 'words' &&
    /^\p{L}{2,}$/u.test(name) &&
    !greekNames.has(name) &&
    !constantNames.has(name) &&
    name !== 'pi'
  )
}

function indexed(p: Parser, e: Expr): Expr {
  if (!p.sees('[') || p.next().gap || closesInterval(p)) return e
  return op('index', e, ...p.someItems(p.take()))
}

function differentiated(p: Parser, of: string, by: string, text: TextState): Expr {
  return op('diff', of === '' ? p.expression(level.sum) : symbol(of, text), symbol(by, text))
}

function logarithm(p: Parser, token: Token, text: TextState, base: string | undefined): Expr {
  if (base !== undefined)
    return applied(p, token, text, x => op('log', x, /^\d/.test(base) ? literal(base) : symbol(base, text)))
  if (p.skip('_')) {
    const open = p.take()
    const inner = open.text === '(' || open.text === '{' ? p.someItems(open)[0] : p.unexpected(open)
    return applied(p, token, text, x => op('log', x, inner))
  }
  return applied(p, token, text, (x, other) => op('log', x, other ?? literal('10')))
}

/** A function with its power, where one is written before the argument, and its argument. */
function applied(
  p: Parser,
  token: Token,
  text: TextState,
  make: (x: Expr, other?: Expr) => Expr,
  name = '',
): Expr {
  const power = isRaised(p.next()) ? raised(p) : p.skip('^') ? p.expression(139) : null
  const [first, second] = argumentsOf(p, token, text)
  const inverse = power !== null && isMinusOne(power) && /^(?:sin|cos|tan|cot|sec|csc)h?$/.test(name)
  if (second && make.length < 2)
    refuseAt('argumentCount', token, { name: token.text, expected: '1', found: '2' })
  const value = text.settings.degrees ? inDegrees(inverse ? `a${name}` : name, first, make) : null
  const result = value ?? (inverse ? op(`a${name}`, first) : make(first, second))
  return power === null || inverse ? result : op('^', result, power)
}

/** The trigonometric functions of an angle in degrees. */
function inDegrees(name: string, x: Expr, make: (x: Expr) => Expr): Expr | null {
  if (/^a(?:sin|cos|tan|cot|sec|csc)$/.test(name)) return op('/', op(name, x), op('degree', int(1)))
  const given = isOp(x, 'degree')
  return /^(?:sin|cos|tan|cot|sec|csc)$/.test(name) && !given ? make(op('degree', x)) : null
}

function argumentsOf(p: Parser, token: Token, text: TextState): readonly [Expr, ...Expr[]] {
  if (p.sees('(')) {
    const args = p.someItems(p.take())
    if (args.length > 2)
      refuseAt('argumentCount', token, {
        name: token.text,
        expected: '1',
        found: `${args.length}`,
      })
    return args
  }
  if (!beginsArgument(p)) refuseAt('argumentMissing', token, { name: token.text })
  return [bareArgument(p, token, text)]
}

/** Whether an argument without brackets begins here; `sin - 1` has none. */
function beginsArgument(p: Parser): boolean {
  const token = p.next()
  if (token.type !== 'sign') return token.type !== 'end'
  return /^[|√∛∜∞]$/.test(token.text) || isVulgar(token) || (token.text === '-' && !p.next(1).gap)
}

/** What a function without brackets is taken of: the factors that touch, up to a sign, a bracket or another function. */
function bareArgument(p: Parser, token: Token, text: TextState): Expr {
  const negative = p.skip('-')
  const factors = [p.expression(level.product)]
  while (isFactorOfArgument(p, text)) factors.push(p.expression(level.product))
  if (p.sees('*') || p.sees('/')) {
    const end = p.previous()?.end ?? token.end
    ambiguous(text, token.at, end, `${token.text}(${text.source.slice(token.end, end).trim()})`)
  }
  const product = collected('*', factors)
  return negative ? op('-', product) : product
}

function isFactorOfArgument(p: Parser, text: TextState): boolean {
  const token = p.next()
  const before = p.previous()
  if (operatorAt(p, text) !== 'touch' || !before) return false
  if (token.type === 'name' && (plainFunctions.has(token.text.toLowerCase()) || /^log/.test(token.text)))
    return false
  return before.type === 'number' || (!token.gap && token.type === 'name')
}
