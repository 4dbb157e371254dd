import { type Expr, int, isOp, isSym, op, sym } from '../tree.ts'
import { apply, taken } from './latex-functions.ts'
import { decorations, functionNamed } from './latex-names.ts'
import { argument, braces, itemsOf, script } from './latex-operands.ts'
import { type LatexReader, unexpected } from './latex-reader.ts'
import { product, sum } from './latex-statements.ts'
import type { LatexToken } from './latex-tokens.ts'
import { named } from './latex-words.ts'
import { refuseAt } from './problem.ts'

/** A command with what it is applied to. */
export function command(r: LatexReader, token: LatexToken): Expr {
  const { text } = token
  if (decorations.test(text)) return argument(r)
  switch (text) {
    case 'frac':
    case 'dfrac':
    case 'tfrac':
    case 'cfrac':
      return fraction(r)
    case 'sqrt':
      return root(r)
    case 'binom':
    case 'dbinom':
    case 'tbinom':
      return op('binomial', argument(r, true), argument(r, true))
    case 'overline':
    case 'bar':
      return barred(r, token)
    case 'int':
      return integral(r, token)
    case 'sum':
      return big(r, 'sum', token)
    case 'prod':
      return big(r, 'product', token)
    case 'lim':
      return limit(r, token)
    case 'placeholder':
      return placeholder(r, token)
    case 'true':
    case 'false':
      return sym(text)
    case 'Re':
    case 'Im':
      return apply(r, text.toLowerCase(), token)
    default:
      return otherCommand(r, token)
  }
}

function barred(r: LatexReader, token: LatexToken): Expr {
  const before = r.next(-2)
  const repeats = r.k > 1 && before.type === 'number' && before.text.includes('.')
  if (repeats) refuseAt('operator', token, { found: `\\${token.text}`, better: '\\frac{1}{3}' })
  return op('conjugate', argument(r))
}

function otherCommand(r: LatexReader, token: LatexToken): Expr {
  const known = functionNamed(token.text)
  if (known !== undefined) return apply(r, known, token)
  if (token.text === 'det') return op('determinant', taken(r, token))
  refuseAt('command', token, { found: `\\${token.text}` })
}

function placeholder(r: LatexReader, token: LatexToken): Expr {
  if (r.skip('[')) while (r.next().type !== 'end' && !r.skip(']')) r.take()
  if (!r.sees('{') || r.sees('}', 1)) refuseAt('incomplete', token)
  return braces(r)
}

function fraction(r: LatexReader): Expr {
  const derivative = derivativeHere(r)
  if (derivative) return derivative
  const above = argument(r, true)
  return op('/', above, argument(r, true))
}

/** `\frac{d}{dx}`, `\frac{d^2y}{dx^2}` and the like; null where these are common fractions, and then nothing is taken. */
function derivativeHere(r: LatexReader): Expr | null {
  const start = r.k
  const found = derivativeParts(r)
  if (found === null) r.k = start
  return found
}

function derivativeParts(r: LatexReader): Expr | null {
  if (!r.skip('{') || !isDifferential(r.take())) return null
  const order = r.skip('^') ? script(r) : null
  const bodyAt = r.k
  const close = closingBrace(r)
  r.k = close + 1
  if (!r.skip('{') || !isDifferential(r.take())) return null
  const by = r.take()
  if (by.type !== 'letter') return null
  if (r.skip('^')) script(r)
  if (!r.skip('}')) return null
  const end = r.k
  if (bodyAt === close) return derivativeOf(product(r, true), by.text, order)
  r.k = bodyAt
  const body = product(r, true)
  if (r.k !== close) return null
  r.k = end
  return derivativeOf(body, by.text, order)
}

function isDifferential(token: LatexToken): boolean {
  if (token.type === 'command') return token.text === 'partial'
  return token.text.trim() === 'd' || token.text === 'ⅆ' || token.text === '∂'
}

/** Where the brace that is open here closes. */
export function closingBrace(r: LatexReader): number {
  let depth = 1
  for (let k = r.k; k < r.tokens.length; k++) {
    const token = r.tokens[k]
    if (token?.type !== 'sign') continue
    if (token.text === '{') depth++
    else if (token.text === '}' && --depth === 0) return k
  }
  return r.tokens.length - 1
}

function root(r: LatexReader): Expr {
  if (!r.sees('[')) return op('sqrt', argument(r))
  const [degree] = itemsOf(r, r.take(), ']')
  if (!degree) return op('sqrt', argument(r))
  return op('root', argument(r), degree)
}

/** The bounds below and above a large sign. */
function bounds(r: LatexReader): { below?: Expr; above?: Expr } {
  const bounds: { below?: Expr; above?: Expr } = {}
  for (;;) {
    if (!bounds.below && r.skip('_')) bounds.below = r.deeper(() => script(r))
    else if (!bounds.above && r.skip('^')) bounds.above = r.deeper(() => script(r))
    else return bounds
  }
}

function integral(r: LatexReader, token: LatexToken): Expr {
  const { below, above } = bounds(r)
  const at = differential(r, token)
  const outer = r.differentialAt
  r.differentialAt = at
  const body = at === r.k ? int(1) : sum(r)
  if (r.k !== at) unexpected(r, r.next())
  r.differentialAt = outer
  r.take()
  const by = sym(r.take().text)
  return below && above ? op('integrate', body, by, below, above) : op('integrate', body, by)
}

/** Where the `d` of the differential of this integral stands. */
function differential(r: LatexReader, token: LatexToken): number {
  let depth = 0
  let inner = 0
  for (let k = r.k; k < r.tokens.length; k++) {
    const here = r.tokens[k]
    const after = r.tokens[k + 1]
    if (here?.type === 'sign' && /^(?:[({[]|\\\{)$/.test(here.text)) depth++
    else if (here?.type === 'sign' && /^(?:[)}\]]|\\\})$/.test(here.text)) depth--
    else if (here?.type === 'command' && here.text === 'int') inner++
    else if (
      depth === 0 &&
      here &&
      after?.type === 'letter' &&
      here.type !== 'command' &&
      isDifferential(here) &&
      inner-- === 0
    )
      return k
    if (depth < 0) break
  }
  refuseAt('argumentMissing', token, { name: '\\int' })
}

function big(r: LatexReader, name: 'sum' | 'product', token: LatexToken): Expr {
  const { below, above } = bounds(r)
  if (!isOp(below, '=', 2) || !above) refuseAt('argumentMissing', token, { name: `\\${token.text}` })
  const [counter, from] = below.args
  if (!isSym(counter) || !from) refuseAt('argumentMissing', token, { name: `\\${token.text}` })
  return op(name, product(r, true), counter, from, above)
}

function limit(r: LatexReader, token: LatexToken): Expr {
  const missing = (): never => refuseAt('argumentMissing', token, { name: '\\lim' })
  if (!r.skip('_') || !r.sees('{')) return missing()
  const open = r.take()
  r.open.push(open)
  const by = named(r, r.take().text)
  if (!isSym(by) || !r.skip('→')) return missing()
  const to = sum(r)
  const side = sideOf(r)
  if (!r.skip('}')) return unexpected(r, r.next())
  r.open.pop()
  const body = product(r, true)
  return side ? op('limit', body, by, to, sym(side)) : op('limit', body, by, to)
}

function sideOf(r: LatexReader): 'plus' | 'minus' | undefined {
  if (!r.skip('^')) return undefined
  const braced = r.skip('{')
  const sign = r.take().text
  if (braced) r.skip('}')
  return sign === '+' ? 'plus' : 'minus'
}

function derivativeOf(body: Expr, by: string, order: Expr | null): Expr {
  return order ? op('diff', body, sym(by), order) : op('diff', body, sym(by))
}
