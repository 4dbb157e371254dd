import { collected, type Expr, op, sym } from '../tree.ts'
import { markDecimals } from './decimals.ts'
import { permutations } from './maxima.ts'
import { pairs, plainFunctions } from './names.ts'
import { type Dialect, level, levelsOf, Parser } from './parser.ts'
import { asInterval } from './parts.ts'
import { type Problem, type Reading, refuse } from './problem.ts'
import { reading } from './reading.ts'
import { type Notation, scan } from './scan.ts'
import { isFunction } from './text-names.ts'
import { operand } from './text-operands.ts'
import { ambiguous, operatorAt, raised, type TextState } from './text-signs.ts'
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
  if (found.ok || settings.decimal !== undefined || !/\d,\d/.test(text)) return found
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
