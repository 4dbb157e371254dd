import type { Budget } from '../budget.ts'
import { type Expr, isOp, isSym, mirrored, type Num, type Op, op, sidesAlike, some, sym } from '../tree.ts'
import type { AnswerTest, Given } from './given.ts'
import { right, wrong } from './outcome.ts'
import { sameValue } from './symbolic.ts'

/**
 * Written in the same form. What is no form is left aside: spacing, brackets that change nothing, the sign for a product,
 * noughts in front, and from which end an inequality is read. The order of terms, of factors and of the sides of an
 * equation counts, and so do the digits of a decimal number and every calculation that was done or not done. With the
 * option `anyorder` the order is free, with `zeros` noughts at the end of decimals don't count.
 */
export const tests: Readonly<Record<string, AnswerTest>> = { Literal }

function Literal(given: Given) {
  const style = { anyOrder: asks(given.options, 'anyorder'), zeros: asks(given.options, 'zeros') }
  const [answer, target] = [given.student, given.teacher].map(e => new Form(style, given.budget).of(e))
  if (answer === target) return right('literal.same')
  return wrong(sameValue(given) ? 'literal.otherForm' : 'literal.different')
}

function asks(options: Expr | null, name: string): boolean {
  return options !== null && some(options, e => isSym(e, name))
}

interface Style {
  readonly anyOrder: boolean
  readonly zeros: boolean
}

/** Operators whose parts have no order; with the option these have none either; and those whose parts may stand in any brackets. */
const unordered = new Set(['set', '#', ...sidesAlike])
const reordered = new Set(['+', '*', '=', 'and', 'or', 'union', 'intersection', 'xnor'])
const flat = new Set(['+', '*', 'and', 'or', 'union', 'intersection'])

/** The form of a tree as a text that is the same for trees of the same form. */
class Form {
  readonly #style: Style
  readonly #budget: Budget

  constructor(style: Style, budget: Budget) {
    this.#style = style
    this.#budget = budget
  }

  of(e: Expr): string {
    this.#budget.spend(10)
    if (e.kind === 'num') return this.#digits(e)
    if (e.kind === 'sym') return e.name
    if (e.kind === 'str') return JSON.stringify(e.value)
    const [sign, size] = signed(e)
    return sign ? `-(${this.of(size)})` : this.#operator(notation(e))
  }

  #operator(e: Op): string {
    if (e.op === 'chain') return this.#chain(e)
    if (e.op === '>' || e.op === '>=')
      return this.#operator(op(mirrored[e.op] ?? e.op, ...[...e.args].reverse()))
    const parts = (flat.has(e.op) ? flattened(e, e.op) : e.args).map(part => this.of(part))
    if (unordered.has(e.op) || (this.#style.anyOrder && reordered.has(e.op))) parts.sort()
    const text = `${e.op}(${parts.join(',')})`
    this.#budget.spend(text.length / 10)
    return text
  }

  /** The sides of a chain with what stands between; read from either end it is the same chain. */
  #chain(e: Op): string {
    const links = e.args.filter(link => link.kind === 'op')
    const sides = [links[0]?.args[0], ...links.map(link => link.args[1])].map(side =>
      side ? this.of(side) : '',
    )
    const signs = links.map(link => link.op)
    const forward = alternating(sides, signs)
    if (!this.#style.anyOrder && signs.includes('=')) return forward
    const backward = alternating([...sides].reverse(), signs.map(sign => mirrored[sign] ?? sign).reverse())
    return [forward, backward].sort()[0] ?? forward
  }

  #digits({ text }: Num): string {
    const [before = '', behind] = text.split('.')
    const whole = before.replace(/^0+(?=\d)/, '') || '0'
    if (!this.#style.zeros) return behind === undefined ? whole : `${whole}.${behind}`
    const kept = (behind ?? '').replace(/0+$/, '')
    return kept === '' ? whole : `${whole}.${kept}`
  }
}

function alternating(sides: readonly string[], signs: readonly string[]): string {
  return sides.map((side, k) => side + (signs[k] ?? '')).join(' ')
}

/** The minus in front of a product or division stands before the whole: `-2x` is -(2x). Gives whether there is one, and the rest. */
function signed(e: Op): [boolean, Expr] {
  if (e.op === '-') return [true, e.args[0] ?? e]
  if (e.op !== '*' && e.op !== '/') return [false, e]
  const [first, ...rest] = e.args
  if (first?.kind !== 'op') return [false, e]
  const [sign, size] = signed(first)
  return sign ? [true, op(e.op, size, ...rest)] : [false, e]
}

/** Other ways to write the same: √ with a 2, a logarithm with base e, exp(x). */
function notation(e: Op): Op {
  const [first, second] = e.args
  if (e.op === 'root' && first && second?.kind === 'num' && second.text === '2') return op('sqrt', first)
  if (e.op === 'log' && first && isSym(second, 'e')) return op('ln', first)
  return e.op === 'exp' && first ? op('^', sym('e'), first) : e
}

function flattened(e: Op, name: string): Expr[] {
  return e.args.flatMap(arg => (isOp(arg, name) ? flattened(arg, name) : [arg]))
}
