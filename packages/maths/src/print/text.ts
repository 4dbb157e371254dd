import type { Expr, Op } from '../tree.ts'
import { layOut, level, type Notation, type Piece, type Print } from './layout.ts'

/** How calculator notation looks. */
export interface TextStyle {
  /** With a comma for decimals, a semicolon separates. */
  readonly decimal?: 'point' | 'comma'
  readonly language?: 'nl' | 'en'
}

/** A tree in calculator notation (`2*x^2 - 3/(x + 1)`), which reads back to the same tree. */
export function printText(e: Expr, style: TextStyle = {}): string {
  return layOut(
    e,
    style.decimal === 'comma'
      ? style.language === 'nl'
        ? dutchComma
        : comma
      : style.language === 'nl'
        ? dutchPoint
        : point,
  )
}

function notation(decimal: 'point' | 'comma', language: 'nl' | 'en'): Notation {
  const separator = decimal === 'comma' ? '; ' : ', '
  const own = (e: Expr, print: Print) =>
    leaf(e, decimal) ?? (e.kind === 'op' ? bracketed(e, print, separator) : null)
  const [and, or, not] = language === 'nl' ? [' en ', ' of ', 'niet '] : [' and ', ' or ', 'not ']
  return {
    own,
    group: text => `(${text})`,
    call: (name, args) => `${name}(${args.join(separator)})`,
    relations,
    between: {
      union: ' ∪ ',
      intersection: ' ∩ ',
      setminus: ' ∖ ',
      implies: ' ⇒ ',
      xnor: ' ⇔ ',
      define: ' := ',
    },
    signs: { minus: '-', less: ' - ', plus: ' + ', pm: ' ± ', divide: '/', and, or, not },
    times: () => '*',
    power: (base, exponent) =>
      `${base}^${exponent.level < level.power ? `(${exponent.text})` : exponent.text}`,
  }
}

const relations: Readonly<Record<string, string>> = {
  '=': ' = ',
  '#': ' ≠ ',
  '<': ' < ',
  '<=': ' <= ',
  '>': ' > ',
  '>=': ' >= ',
  approx: ' ≈ ',
  similar: ' ~ ',
  in: ' ∈ ',
  notin: ' ∉ ',
  subset: ' ⊂ ',
  subseteq: ' ⊆ ',
  equiv: ' ≡ ',
}

function leaf(e: Expr, decimal: 'point' | 'comma'): Piece | null {
  if (e.kind === 'op') return null
  if (e.kind === 'str') return { text: JSON.stringify(e.value), level: level.atom }
  if (e.kind === 'sym') return { text: e.name === 'inf' ? '∞' : e.name, level: level.atom }
  return {
    text: (decimal === 'comma' ? e.text.replace('.', ',') : e.text).replace('e', 'E'),
    level: /e/i.test(e.text) ? level.product : level.atom,
  }
}

function bracketed(e: Op, print: Print, separator: string): Piece | null {
  const all = (open: string, close: string): Piece => ({
    text: open + e.args.map(arg => print(arg)).join(separator) + close,
    level: level.atom,
  })
  const [a, b] = e.args
  switch (e.op) {
    case 'list':
    case 'cc':
      return all('[', ']')
    case 'set':
      return all('{', '}')
    case 'tuple':
      return all('(', ')')
    case 'matrix':
      return all('[', ']')
    case 'oo':
      return all('<', '>')
    case 'co':
      return all('[', '>')
    case 'oc':
      return all('<', ']')
    case 'noun':
      return a ? { text: print(a, level.atom), level: level.atom } : null
    case 'percent':
      return a ? { text: `${print(a, level.atom)}%`, level: level.postfix } : null
    case 'degree':
      return a ? { text: `${print(a, level.atom)}°`, level: level.postfix } : null
    case 'mixed':
      return a && b
        ? { text: `${print(a, level.atom)} ${print(b, level.product)}`, level: level.mixed }
        : null
    case 'log':
      return a && b?.kind === 'num' && b.text === '10'
        ? { text: `log(${print(a)})`, level: level.atom }
        : null
    case 'index':
      return a
        ? {
            text: `${print(a, level.atom)}[${e.args
              .slice(1)
              .map(arg => print(arg))
              .join(separator)}]`,
            level: level.atom,
          }
        : null
    default:
      return null
  }
}

const point = notation('point', 'en')
const comma = notation('comma', 'en')
const dutchPoint = notation('point', 'nl')
const dutchComma = notation('comma', 'nl')
