import { type Expr, isOp, type Op, sameTree } from '../tree.ts'

/** How tightly a piece of notation holds together, loosest first. */
export const level = {
  clause: 0,
  implies: 5,
  or: 10,
  and: 20,
  not: 30,
  relation: 40,
  union: 44,
  setminus: 45,
  intersection: 46,
  sum: 50,
  mixed: 55,
  product: 60,
  sign: 70,
  power: 80,
  postfix: 90,
  atom: 100,
} as const

/** A part that is printed already; `signed` where it begins with a minus, which cannot follow another operator. */
export interface Piece {
  readonly text: string
  readonly level: number
  readonly signed?: boolean
}

/** What one notation does its own way. */
export interface Notation {
  /** A leaf, or an operator that this notation writes in a form of its own; null for the common form. */
  readonly own: (e: Expr, print: Print) => Piece | null
  readonly group: (text: string) => string
  readonly call: (name: string, args: readonly string[]) => string
  readonly relations: Readonly<Record<string, string>>
  /** Signs that stand between statements or sets, for operators that this notation has a sign for. */
  readonly between: Readonly<Record<string, string>>
  readonly signs: Readonly<Record<'minus' | 'less' | 'plus' | 'pm' | 'divide' | 'and' | 'or' | 'not', string>>
  /** The sign between two factors. */
  readonly times: (left: Expr, right: Expr, rightText: string) => string
  /** The form of a power from its base and its exponent, neither in brackets that only this notation needs not. */
  readonly power: (base: string, exponent: Piece) => string
}

/** Prints a part, in brackets where it is looser than asked, or signed where that is not wanted. */
export type Print = (e: Expr, least?: number, signed?: boolean) => string

/** Prints a tree in a notation. */
export function layOut(e: Expr, notation: Notation): string {
  return piece(e, notation).text
}

function piece(e: Expr, notation: Notation): Piece {
  const print: Print = (part, least = 0, signed = true) => {
    const inner = piece(part, notation)
    return inner.level < least || (inner.signed && !signed) ? notation.group(inner.text) : inner.text
  }
  const own = notation.own(e, print)
  if (own) return own
  if (e.kind !== 'op') return { text: '', level: level.atom }
  const common = forms[e.op]?.(e, print, notation) ?? related(e, print, notation)
  return (
    common ?? {
      text: notation.call(
        e.op,
        e.args.map(arg => print(arg)),
      ),
      level: level.atom,
    }
  )
}

type Form = (e: Op, print: Print, notation: Notation) => Piece | null

const forms: Readonly<Record<string, Form>> = {
  '+': (e, print, n) =>
    e.args.length < 2
      ? null
      : { text: sum(e.args, print, n), level: level.sum, signed: isNegative(e.args[0]) },
  '-': (e, print, n) =>
    one(e, arg => ({
      text: n.signs.minus + print(arg, level.power, false),
      level: level.sign,
      signed: true,
    })),
  '*': (e, print, n) =>
    e.args.length < 2
      ? null
      : { text: product(e.args, print, n), level: level.product, signed: isNegative(e.args[0]) },
  '/': (e, print, n) =>
    two(e, (a, b) => ({
      text: first(a, print) + n.signs.divide + print(b, level.power, false),
      level: level.product,
      signed: isNegative(a),
    })),
  '^': (e, print, n) =>
    two(e, (a, b) => ({ text: n.power(print(a, level.postfix + 1), piece(b, n)), level: level.power })),
  pm: (e, print, n) => plusMinus(e, print, n),
  factorial: (e, print) => one(e, arg => ({ text: `${print(arg, level.atom)}!`, level: level.postfix })),
  and: (e, print, n) => joined(e, print, n.signs.and, level.and),
  or: (e, print, n) => joined(e, print, n.signs.or, level.or),
  not: (e, print, n) => one(e, arg => ({ text: n.signs.not + print(arg, level.relation), level: level.not })),
  union: (e, print, n) => between(e, print, n, level.union),
  intersection: (e, print, n) => between(e, print, n, level.intersection),
  setminus: (e, print, n) => between(e, print, n, level.setminus),
  implies: (e, print, n) => between(e, print, n, level.implies),
  xnor: (e, print, n) => between(e, print, n, level.implies),
  define: (e, print, n) => between(e, print, n, level.clause),
  chain,
}

function one(e: Op, form: (arg: Expr) => Piece): Piece | null {
  const [arg] = e.args
  return arg && e.args.length === 1 ? form(arg) : null
}

function two(e: Op, form: (a: Expr, b: Expr) => Piece): Piece | null {
  const [a, b] = e.args
  return a && b && e.args.length === 2 ? form(a, b) : null
}

/** Plus-minus holds its product as a sum does, also in front. */
function plusMinus(e: Op, print: Print, n: Notation): Piece | null {
  const [a, b] = e.args
  if (!a || e.args.length > 2) return null
  if (!b)
    return { text: n.signs.pm.trimStart() + print(a, level.product, false), level: level.sum, signed: true }
  return {
    text: print(a, level.product) + n.signs.pm + print(b, level.product, false),
    level: level.sum,
    signed: isNegative(a),
  }
}

/** Whether its notation begins with a minus or plus-minus that stands for itself. */
function isNegative(e: Expr | undefined): boolean {
  if (e?.kind !== 'op') return false
  if (e.op === '-' || e.op === 'pm') return e.args.length === 1
  return (e.op === '*' || e.op === '/') && e.args.length > 1 && isNegative(e.args[0])
}

function sum(terms: readonly Expr[], print: Print, n: Notation): string {
  return terms.map((term, k) => (k === 0 ? print(term, level.mixed) : following(term, print, n))).join('')
}

function following(term: Expr, print: Print, n: Notation): string {
  const [negated] = isOp(term, '-', 1) ? term.args : []
  return negated
    ? `${n.signs.less}${print(negated, level.mixed, false)}`
    : `${n.signs.plus}${print(term, level.mixed, false)}`
}

function product(factors: readonly Expr[], print: Print, n: Notation): string {
  let text = ''
  factors.forEach((factor, k) => {
    const left = factors[k - 1]
    const part = left
      ? print(factor, level.power, false)
      : isOp(factor, '*')
        ? n.group(print(factor))
        : first(factor, print)
    text += left ? n.times(left, factor, part) + part : part
  })
  return text
}

/** The leftmost part of a product or division: a product or division itself needs no brackets there. */
function first(e: Expr, print: Print): string {
  return print(e, level.product)
}

function joined(e: Op, print: Print, sign: string, at: number): Piece | null {
  return e.args.length < 2 ? null : { text: e.args.map(arg => print(arg, at + 1)).join(sign), level: at }
}

/** Signs between parts that are tighter; where there is no order of calculating among three, two only. */
function between(e: Op, print: Print, n: Notation, at: number): Piece | null {
  const sign = n.between[e.op]
  const many = at === level.union || at === level.intersection
  return sign === undefined || (!many && e.args.length !== 2) ? null : joined(e, print, sign, at)
}

function related(e: Op, print: Print, n: Notation): Piece | null {
  const sign = Object.hasOwn(n.relations, e.op) ? n.relations[e.op] : undefined
  return sign === undefined
    ? null
    : two(e, (a, b) => ({
        text: print(a, level.relation + 1) + sign + print(b, level.relation + 1),
        level: level.relation,
      }))
}

function chain(e: Op, print: Print, n: Notation): Piece | null {
  const links = e.args.filter(
    link => link.kind === 'op' && link.args.length === 2 && Object.hasOwn(n.relations, link.op),
  ) as Op[]
  const connected = links.every((link, k) => k === 0 || sameSides(links[k - 1], link))
  if (links.length < 2 || links.length < e.args.length || !connected) return null
  const side = (link: Op, k: 0 | 1) => print(link.args[k] as Expr, level.relation + 1)
  const rest = links.map(link => `${n.relations[link.op]}${side(link, 1)}`).join('')
  return { text: side(links[0] as Op, 0) + rest, level: level.relation }
}

function sameSides(before: Op | undefined, after: Op): boolean {
  const [end, start] = [before?.args[1], after.args[0]]
  return end !== undefined && start !== undefined && sameTree(end, start)
}
