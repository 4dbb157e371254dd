import { type Expr, literal, op, sym } from '../tree.ts'
import { type Parser, startsOperand } from './parser.ts'
import { type Problem, refuse } from './problem.ts'
import type { Token } from './scan.ts'
import type { TextSettings } from './text.ts'

/** A text that is read, how, and who hears of doubts. */
export interface TextState {
  readonly source: string
  readonly settings: TextSettings
  readonly warn: (problem: Problem) => void
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'
const plainSuperscripts = '0123456789+-()n'
/** Characters that are a fraction, each with the fraction. */
export const vulgar = '½1/2⅓1/3⅔2/3¼1/4¾3/4⅕1/5⅖2/5⅗3/5⅘4/5⅙1/6⅚5/6⅛1/8⅜3/8⅝5/8⅞7/8'

/** Whether this is a fraction in one character. */
export function isVulgar(token: Token): boolean {
  return token.type === 'sign' && /[¼-¾⅐-⅞]/.test(token.text)
}

/** Whether this is a raised character. */
export function isRaised(token: Token): boolean {
  return token.type === 'sign' && superscripts.includes(token.text)
}

/** The operator that stands next. */
export function operatorAt(p: Parser, text: TextState): string | undefined {
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

/** Says how something was taken that could have been meant otherwise. */
export function ambiguous(text: TextState, at: number, end: number, taken: string): void {
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
export function closesInterval(p: Parser): boolean {
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

/** An exponent in raised characters. */
export function raised(p: Parser): Expr {
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
