import { collected, type Expr, literal, op, sym } from '../tree.ts'
import { decimalComma } from './decimals.ts'
import { call } from './maxima.ts'
import { greekNames, otherFunctions, pairs, plainFunctions } from './names.ts'
import { level, type Parser } from './parser.ts'
import { inverses, isMinusOne, ofAngle } from './parts.ts'
import { refuseAt } from './problem.ts'
import type { Token } from './scan.ts'
import {
  ambiguous,
  closesInterval,
  isRaised,
  isVulgar,
  operatorAt,
  raised,
  type TextState,
} from './text-signs.ts'

const constantNames = pairs('oneindig inf infinity inf waar true onwaar false')

/** A name that stands alone. */
export function symbol(name: string, { settings }: TextState): Expr {
  const isVariable =
    settings.variables?.includes(name) === true || (name === 'i' && settings.imaginary === false)
  if (isVariable) return sym(/^[ei]$/.test(name) ? `${name}_` : name)
  return sym(constantNames.get(name.toLowerCase()) ?? (/^PI$|^Pi$/.test(name) ? 'pi' : name))
}

/** A name: a function with what it is applied to, or a variable or constant with its indices. */
export function named(p: Parser, token: Token, text: TextState): Expr {
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

/** Whether brackets after this name hold what it is applied to. */
export function isFunction(p: Parser, name: string, { settings }: TextState): boolean {
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
  if (base !== undefined) {
    const after = p.next()
    const decimals = /^\d+$/.test(base) && !after.gap && /^[.‚]\d+$/.test(after.text) ? p.take().text : ''
    const number = `${base}${decimals.replace(decimalComma, '.')}`
    return applied(p, token, text, x => op('log', x, /^\d/.test(base) ? literal(number) : symbol(base, text)))
  }
  if (p.skip('_')) {
    const open = p.take()
    const inner = open.text === '(' || open.text === '{' ? p.someItems(open)[0] : p.unexpected(open)
    return applied(p, token, text, x => op('log', x, inner))
  }
  return applied(p, token, text, (x, other) => op('log', x, other ?? literal('10')))
}

/** A function with its power, where one is written before the argument, and its argument. */
export function applied(
  p: Parser,
  token: Token,
  text: TextState,
  make: (x: Expr, other?: Expr) => Expr,
  name = '',
): Expr {
  const power = isRaised(p.next()) ? raised(p) : p.skip('^') ? p.expression(139) : null
  const [first, second] = argumentsOf(p, token, text)
  const inverse = power !== null && isMinusOne(power) && inverses.test(name)
  if (second && make.length < 2)
    refuseAt('argumentCount', token, { name: token.text, expected: '1', found: '2' })
  const plain = inverse ? `a${name}` : name
  const result = plain === '' ? make(first, second) : ofAngle(plain, first, text.settings.degrees)
  return power === null || inverse ? result : op('^', result, power)
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
