import type { Budget } from '../budget.ts'
import { literalOf } from '../calculus/assemble.ts'
import { exactPower } from '../evaluate/constant.ts'
import { decimalText } from '../exact/decimal.ts'
import {
  bitLength,
  isWhole,
  magnitude,
  negative,
  one,
  product,
  quotient,
  type Rational,
  sum,
  whole,
  zero,
} from '../exact/rational.ts'
import type { Form } from '../forms/form.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { Rewriter } from '../forms/rewriter.ts'
import { collected, type Expr, exact, int, isOp, isSym, literal, op } from '../tree.ts'

/**
 * What an author means by simplification: arithmetic done, like terms and powers of one base taken together, terms and
 * factors in a fixed order. Nothing is multiplied out or factored. Simplifying again changes nothing. What divides by
 * zero is given back as it is.
 */
export function simplify(e: Expr, budget: Budget): Expr {
  return dividesByZero(e) ? e : new Simplifier(budget).of(e)
}

class Simplifier {
  readonly #budget: Budget
  readonly #rewriter: Rewriter

  constructor(budget: Budget) {
    this.#budget = budget
    this.#rewriter = new Rewriter(new Set(), budget)
  }

  of(e: Expr): Expr {
    this.#budget.spend(20)
    if (e.kind !== 'op') return e
    const args = e.args.map(arg => this.of(arg))
    const [a, b] = args
    if (e.op === '+') return this.#sum(args)
    if (['*', '-', '/'].includes(e.op)) return this.#product(op(e.op, ...args))
    if (e.op === '^' && a && b) return this.#power(a, b)
    if (e.op === 'sqrt' && a) return this.#root(a)
    if (e.op === 'set') return op('set', ...this.#withoutDoubles(args))
    return knownValue(e.op, args) ?? op(e.op, ...args)
  }

  readonly #forms = new WeakMap<Expr, Form>()

  #form(e: Expr): Form {
    const known = this.#forms.get(e) ?? this.#rewriter.normal(e)
    this.#forms.set(e, known)
    return known
  }

  #key(e: Expr): string {
    return this.#form(e).key
  }

  #sorted(list: readonly Expr[]): Expr[] {
    const keyed = list.map(e => ({ e, form: this.#form(e) }))
    keyed.sort((a, b) => b.form.size - a.form.size || byName(a.form, b.form))
    return keyed.map(({ e }) => e)
  }

  #withoutDoubles(list: readonly Expr[]): Expr[] {
    const byKey = new Map(list.map(e => [this.#key(e), e]))
    return this.#sorted([...byKey.values()])
  }

  #sum(args: readonly Expr[]): Expr {
    const terms = args.flatMap(arg => (isOp(arg, '+') ? arg.args : [arg]))
    const found = new Map<string, { coefficient: Rational; rest: Expr | null }>()
    const inexact = terms.some(hasPoint)
    for (const term of terms) {
      const [coefficient, rest] = splitCoefficient(term)
      const key = rest ? this.#key(rest) : ''
      const total = sum(found.get(key)?.coefficient ?? zero, coefficient)
      found.set(key, { coefficient: total, rest })
    }
    const kept = [...found.values()].filter(({ coefficient }) => coefficient.n !== 0n)
    const list = kept.map(({ coefficient, rest }) => this.#times(coefficient, rest, inexact))
    return list.length === 0 ? int(0) : collected('+', this.#sorted(list))
  }

  /** A coefficient times something that holds no number: `3*x/(2*y)`. */
  #times(coefficient: Rational, rest: Expr | null, inexact: boolean): Expr {
    const size = magnitude(coefficient)
    const [a, b] = rest?.kind === 'op' && rest.op === '/' ? rest.args : [rest]
    const number = inexact && !isWhole(size) ? decimal(size) : null
    const above = withNumber(number ?? int(size.n), a)
    const below = withNumber(number ? int(1) : int(size.d), b)
    const result = isLiteral(below, 1n) ? above : op('/', above, below)
    return coefficient.n < 0n ? op('-', result) : result
  }

  #product(e: Expr): Expr {
    const parts = new Map<string, Power>()
    const inexact = hasPoint(e)
    let coefficient = this.#collect(e, one, parts)
    const powers = []
    for (const part of parts.values()) {
      const value = literalOf(part.base)
      const number = value && exactPower(value, part.exponent)
      if (number && coefficient) coefficient = product(coefficient, number)
      else if (part.exponent.n !== 0n) powers.push(part)
    }
    if (coefficient === null) return e
    if (coefficient.n === 0n) return int(0)
    const above = powers.filter(({ exponent }) => exponent.n > 0n).map(raisedTo)
    const below = powers
      .filter(({ exponent }) => exponent.n < 0n)
      .map(opposite)
      .map(raisedTo)
    const [top, bottom] = [this.#joined(above), this.#joined(below)]
    const rest = bottom ? op('/', top ?? int(1), bottom) : top
    return this.#times(coefficient, rest, inexact)
  }

  #joined(factors: readonly Expr[]): Expr | null {
    return factors.length > 0 ? collected('*', this.#sorted(factors)) : null
  }

  /** Puts the factors of `e^exponent` with the others; gives the number among them, null for a division by zero. */
  #collect(e: Expr, exponent: Rational, parts: Map<string, Power>): Rational | null {
    this.#budget.spend(20)
    const all = (list: readonly (readonly [Expr, Rational])[]) => {
      let total: Rational | null = one
      for (const [arg, times] of list) {
        const next = this.#collect(arg, times, parts)
        total = total && next && product(total, next)
      }
      return total
    }
    const [a, b] = e.kind === 'op' ? e.args : []
    if (e.kind === 'num') return exactPower(e.value, exponent) ?? this.#keep(e, exponent, parts)
    if (isOp(e, '*')) return all(e.args.map(arg => [arg, exponent]))
    if (isOp(e, '/') && a && b)
      return all([
        [a, exponent],
        [b, negative(exponent)],
      ])
    if (isOp(e, '-') && a && isWhole(exponent)) {
      const rest = this.#collect(a, exponent, parts)
      return rest && exponent.n % 2n !== 0n ? negative(rest) : rest
    }
    const inner = isOp(e, '^') && a && b ? literalOf(b) : null
    if (inner && a) return this.#keep(a, product(inner, exponent), parts)
    if (isOp(e, 'sqrt') && a) return this.#keep(a, product({ n: 1n, d: 2n }, exponent), parts)
    return this.#keep(e, exponent, parts)
  }

  #keep(base: Expr, exponent: Rational, parts: Map<string, Power>): Rational {
    const key = this.#key(base)
    parts.set(key, { base, exponent: sum(parts.get(key)?.exponent ?? zero, exponent) })
    return one
  }

  #power(base: Expr, exponent: Expr): Expr {
    const times = literalOf(exponent)
    if (!times) return isNumber(base, 1n) ? base : op('^', base, exponent)
    if (times.n === 0n) return isNumber(base, 0n) ? op('^', base, exponent) : int(1)
    if (equalsOne(times)) return base
    if (times.n === 1n && times.d === 2n) return this.#root(base)
    if (!isWhole(times)) return op('^', base, exponent)
    const number = literalOf(base)
    const value = number && exactPower(number, times)
    if (value) return exact(value)
    if (base.kind !== 'op') return op('^', base, exponent)
    const [first] = base.args
    if (base.op === '-' && first) return this.#signedPower(first, exponent, times)
    if (base.op === '*' || base.op === '/')
      return this.#product(op(base.op, ...base.args.map(arg => this.#power(arg, exponent))))
    const [inner, old] = base.op === '^' ? base.args : []
    const before = old ? literalOf(old) : null
    return inner && before ? this.#power(inner, exact(product(before, times))) : op('^', base, exponent)
  }

  #signedPower(base: Expr, exponent: Expr, times: Rational): Expr {
    const size = this.#power(base, exponent)
    return times.n % 2n === 0n ? size : this.#product(op('-', size))
  }

  /** The square root with squares of whole numbers taken out. */
  #root(e: Expr): Expr {
    const value = literalOf(e)
    if (!value || value.n < 0n || hasPoint(e) || bitLength(value.n) + bitLength(value.d) > 60)
      return op('sqrt', e)
    const [outside, inside] = squaresOut(value.n * value.d, this.#budget)
    const coefficient = { n: outside, d: 1n }
    const scaled = product(coefficient, { n: 1n, d: value.d })
    return inside === 1n ? exact(scaled) : this.#times(scaled, op('sqrt', int(inside)), false)
  }
}

/** Names before numbers, so that a sum ends with its number. */
function byName(a: Form, b: Form): number {
  const numbers = (a.op === '#number' ? 1 : 0) - (b.op === '#number' ? 1 : 0)
  return numbers || (a.key < b.key ? -1 : 1)
}

function isNumber(e: Expr, value: bigint): boolean {
  const found = literalOf(e)
  return found !== null && isWhole(found) && found.n === value
}

function equalsOne(value: Rational): boolean {
  return value.n === value.d
}

function hasPoint(e: Expr): boolean {
  if (e.kind === 'num') return /[.eE]/.test(e.text)
  return e.kind === 'op' && ['*', '/', '-', '+'].includes(e.op) && e.args.some(hasPoint)
}

/** A decimal literal where the number is one, otherwise a fraction. */
function decimal(value: Rational): Expr {
  const places = value.d.toString().length * 4
  return places < 40 && 10n ** BigInt(places) % value.d === 0n ? literal(decimalText(value, 1)) : exact(value)
}

/** The number and the rest of a simplified term; no rest for a number. */
function splitCoefficient(term: Expr): [Rational, Expr | null] {
  const value = literalOf(term)
  if (value) return [value, null]
  const [a, b] = term.kind === 'op' ? term.args : []
  if (isOp(term, '-') && a) {
    const [coefficient, rest] = splitCoefficient(a)
    return [negative(coefficient), rest]
  }
  if (isOp(term, '/') && a && b) {
    const [above, below] = [splitCoefficient(a), splitCoefficient(b)]
    const rest = below[1] ? op('/', above[1] ?? int(1), below[1]) : above[1]
    return below[0].n === 0n ? [one, term] : [quotient(above[0], below[0]), rest]
  }
  const first = isOp(term, '*') && a ? literalOf(a) : null
  if (!first || !isOp(term, '*')) return [one, term]
  return [first, collected('*', term.args.slice(1))]
}

/** A number before factors, left out where it is 1. */
function withNumber(number: Expr, rest: Expr | null | undefined): Expr {
  if (!rest || isLiteral(rest, 1n)) return number
  if (isLiteral(number, 1n)) return rest
  return op('*', number, ...(isOp(rest, '*') ? rest.args : [rest]))
}

function isLiteral(e: Expr, value: bigint): boolean {
  return e.kind === 'num' && e.value.d === 1n && e.value.n === value
}

interface Power {
  readonly base: Expr
  readonly exponent: Rational
}

function raisedTo({ base, exponent }: Power): Expr {
  return raised(base, exponent)
}

function opposite({ base, exponent }: Power): Power {
  return { base, exponent: negative(exponent) }
}

function raised(base: Expr, exponent: Rational): Expr {
  if (equalsOne(exponent)) return base
  return exponent.n === 1n && exponent.d === 2n ? op('sqrt', base) : op('^', base, exact(exponent))
}

function squaresOut(value: bigint, budget: Budget): [bigint, bigint] {
  let [outside, inside] = [1n, value]
  for (let d = 2n; d * d <= inside && d < 5000n; d += 1n) {
    budget.spend(5)
    for (; inside % (d * d) === 0n && inside > 0n; inside /= d * d) outside *= d
  }
  return inside === 0n ? [0n, 1n] : [outside, inside]
}

/** The value of a function where it is plain. */
function knownValue(name: string, args: readonly Expr[]): Expr | null {
  const [a] = args
  const value = a ? literalOf(a) : null
  if (name === 'not' && a)
    return isSym(a, 'true')
      ? { kind: 'sym', name: 'false' }
      : isSym(a, 'false')
        ? { kind: 'sym', name: 'true' }
        : null
  if (!value) return name === 'ln' && a && isSym(a, 'e') ? int(1) : null
  if (name === 'abs') return exact(magnitude(value))
  if (value.n === 0n && ['sin', 'tan', 'asin', 'atan', 'sinh', 'tanh'].includes(name)) return int(0)
  if (value.n === 0n && ['cos', 'cosh', 'exp'].includes(name)) return int(1)
  if (name === 'ln' && equalsOne(value)) return int(0)
  if (name === 'factorial' && isWhole(value) && value.n >= 0n && value.n <= 100n) return factorial(value.n)
  return null
}

function factorial(n: bigint): Expr {
  let result = whole(1)
  for (let k = 2n; k <= n; k += 1n) result = product(result, whole(k))
  return exact(result)
}
