import type { Budget } from '../budget.ts'
import { primePowers } from '../exact/primes.ts'
import {
  bitLength,
  greatestCommonDivisor,
  type Rational,
  ratio,
  sum as sumOf,
  whole,
} from '../exact/rational.ts'
import { type Expr, isOp, sidesAlike } from '../tree.ts'
import { type Form, form, leaf, minus, plainNotation, sorted, wholeForm } from './form.ts'

/**
 * Brings expressions into a form that is the same for all orders and groupings of sums and products, and for what the
 * chosen rules make the same. Works from the leaves up; a node is built again only with fewer factors or terms, or
 * with smaller ones, so it ends.
 */
export class Rewriter {
  #rules: ReadonlySet<string>
  #budget: Budget

  constructor(rules: ReadonlySet<string>, budget: Budget) {
    this.#rules = rules
    this.#budget = budget
  }

  normal(written: Expr): Form {
    this.#budget.spend(20)
    const e = plainNotation(written)
    if (e !== written) return this.normal(e)
    if (e.kind !== 'op') return this.#leaf(leaf(e))
    const [a, b] = e.args
    if (e.op === '+') return this.#sum(flat(e, '+').map(arg => this.#term(arg)))
    if (['*', '-', '/'].includes(e.op)) return this.#product(this.#factors(e))
    if (e.op === '^' && a && b) return this.#power(this.normal(a), this.normal(b))
    if (e.op === 'sqrt' && a && this.#has('sqrtRem')) return this.#power(this.normal(a), this.#half())
    return this.#other(e.op, e.op === 'and' || e.op === 'or' ? flat(e, e.op) : e.args)
  }

  /** All factors that stand on one level, so that the rules see the same ones however they are grouped. */
  #factors(written: Expr): Form[] {
    const e = plainNotation(written)
    const [a, b] = e.kind === 'op' ? e.args : []
    this.#budget.spend(20)
    if (isOp(e, '*')) return e.args.flatMap(arg => this.#factors(arg))
    if (a && isOp(e, '-')) return [minus, ...this.#factors(a)]
    return a && b && isOp(e, '/') ? [...this.#factors(a), this.#over(this.normal(b))] : [this.normal(e)]
  }

  #has(rule: string): boolean {
    return this.#rules.has(rule)
  }

  #form(name: string, args: readonly Form[]): Form {
    return form(name, args, this.#budget)
  }

  #half(): Form {
    return this.#product([wholeForm(1n), this.#over(wholeForm(2n))])
  }

  #other(name: string, args: readonly Expr[]): Form {
    const forms = args.map(arg => this.normal(arg))
    return this.#form(name, unordered.has(name) ? sorted(forms, this.#budget) : forms)
  }

  #leaf(form: Form): Form {
    if (form.whole === null || form.whole < 4n || !this.#has('intFac')) return form
    // A trial for every second number up to the root, and no further than 10,000.
    this.#budget.spend(10 * 2 ** Math.min(13, bitLength(form.whole) / 2))
    const factors = primePowers(form.whole).map(([prime, count]) =>
      count === 1 ? wholeForm(prime) : this.#power(wholeForm(prime), wholeForm(BigInt(count))),
    )
    return this.#product(factors)
  }

  /**
   * A term of a sum. Where `negOrd` turns `-(x-y)` into `y-x`, that stays a term by itself: whether it would dissolve
   * in the sum depends on the names of the variables.
   */
  #term(e: Expr): Form {
    const term = this.normal(e)
    const turned = this.#has('negOrd') && term.op === '+' && isOp(e, '-')
    return turned && !isOp(e.args[0], '-') ? this.#form('()', [term]) : term
  }

  #sum(args: readonly Form[]): Form {
    let terms = args.flatMap(arg => (arg.op === '+' ? arg.args : [arg]))
    this.#budget.spend(terms.length * 10)
    if (this.#has('intAdd')) terms = this.#addNumbers(terms, asWhole)
    if (this.#has('ratAdd')) terms = this.#addNumbers(terms, asRatio)
    if (this.#has('zeroAdd')) terms = keepOne(terms, term => term.whole !== 0n)
    const [first, second] = terms
    if (first && !second) return first
    if (!this.#has('noncomAdd')) terms = this.#byAbsolute(terms)
    return this.#has('negOrd') && leadsWithMinus(terms) ? this.#turned(terms) : this.#form('+', terms)
  }

  #byAbsolute(terms: readonly Form[]): Form[] {
    if (!this.#has('negOrd')) return sorted(terms, this.#budget)
    const pairs = terms.map(term => ({ term, size: withoutMinus(term) }))
    const order = new Map(
      sorted(
        pairs.map(pair => pair.size),
        this.#budget,
      ).map((size, k) => [size.key, k]),
    )
    const place = (form: Form) => order.get(form.key) ?? 0
    const signs = (form: Form) => form.args.filter(factor => factor === minus).length
    return pairs
      .sort((a, b) => place(a.size) - place(b.size) || signs(a.term) - signs(b.term))
      .map(pair => pair.term)
  }

  #turned(terms: readonly Form[]): Form {
    const opposite = terms.map(term =>
      hasMinus(term) ? this.#dropMinus(term) : this.#product([minus, term]),
    )
    return this.#product([minus, this.#form('+', opposite)])
  }

  #dropMinus(term: Form): Form {
    const at = term.args.indexOf(minus)
    const [only, ...more] = term.args.filter((_, k) => k !== at)
    if (!only) return wholeForm(1n)
    return more.length === 0 ? only : this.#form('*', [only, ...more])
  }

  #addNumbers(terms: readonly Form[], value: (form: Form) => Rational | null): Form[] {
    const values = terms.map(value)
    if (values.filter(found => found !== null).length < 2) return [...terms]
    const total = values.reduce<Rational>((sum, found) => (found ? sumOf(sum, found) : sum), whole(0))
    const first = values.findIndex(found => found !== null)
    return terms.flatMap((term, k) => (k === first ? [this.#number(total)] : values[k] ? [] : [term]))
  }

  #number(value: Rational): Form {
    const n = wholeForm(value.n < 0n ? -value.n : value.n)
    const size = value.d === 1n ? n : this.#product([n, this.#over(wholeForm(value.d))])
    return value.n < 0n ? this.#product([minus, size]) : size
  }

  #product(args: readonly Form[]): Form {
    const flatArgs = args.flatMap(arg => (arg.op === '*' ? arg.args : [arg]))
    this.#budget.spend(flatArgs.length * 10)
    const factors = this.#placed(this.#reduced(this.#joined(flatArgs)))
    const [first, second] = factors
    if (!first) return wholeForm(1n)
    if (!second) return first
    return this.#has('negDist') ? this.#distributed(factors) : this.#form('*', factors)
  }

  /** The rules that put several factors together. */
  #joined(args: readonly Form[]): readonly Form[] {
    let factors = args
    if (this.#has('recipMul')) factors = this.#joinDenominators(factors)
    if (this.#has('divCancel')) factors = this.#cancelled(factors)
    if (this.#has('intMul')) factors = this.#multiplied(factors)
    if (this.#has('ratMul')) factors = this.#multipliedRatios(factors)
    return this.#has('ratLow') ? this.#lowered(factors) : factors
  }

  /** The rules that leave factors out. */
  #reduced(args: readonly Form[]): readonly Form[] {
    if (this.#has('zeroMul') && args.some(factor => factor.whole === 0n)) return [wholeForm(0n)]
    let factors = args
    if (this.#has('oneDiv')) factors = keepOne(factors, factor => factor.key !== overOne)
    if (this.#has('oneDiv') && factors.length === 1 && factors[0]?.key === overOne) factors = [wholeForm(1n)]
    if (this.#has('oneMul')) factors = keepOne(factors, factor => factor.whole !== 1n)
    return factors
  }

  /**
   * The factors in their order. Minus signs go in pairs where that is a rule, and where `negOrd` can put one in a sum:
   * `-(-(x-y))` is then `-(y-x)`, which is `x-y`.
   */
  #placed(args: readonly Form[]): Form[] {
    const ordered = this.#has('noncomMul') ? this.#partlyPlaced(args) : sorted(args, this.#budget)
    const absorbs = this.#has('negOrd') && ordered.some(factor => factor.op === '+')
    if (!this.#has('negNeg') && !absorbs) return ordered
    const kept: Form[] = []
    for (const factor of ordered) {
      if (factor === minus && kept.at(-1) === minus) kept.pop()
      else kept.push(factor)
    }
    return kept
  }

  #partlyPlaced(args: readonly Form[]): Form[] {
    const numbers = this.#has('comMulNum')
    const moves = (factor: Form) =>
      factor === minus ? numbers || this.#has('comNeg') : numbers && factor.op === '#number'
    return [...sorted(args.filter(moves), this.#budget), ...args.filter(factor => !moves(factor))]
  }

  #joinDenominators(factors: readonly Form[]): readonly Form[] {
    const below = factors.filter(factor => factor.op === '1/')
    if (below.length < 2) return factors
    const joined = this.#over(this.#product(below.flatMap(factor => factor.args)))
    const rest = factors.filter(factor => factor.op !== '1/')
    return [...rest, ...(joined.op === '*' ? joined.args : [joined])]
  }

  #cancelled(factors: readonly Form[]): readonly Form[] {
    const above = factors.filter(factor => factor.op !== '1/')
    let changed = false
    const below = factors
      .filter(factor => factor.op === '1/')
      .flatMap(factor => {
        const inside = factor.args.flatMap(arg => (arg.op === '*' ? arg.args : [arg]))
        const left = inside.filter(part => !takeOut(above, part))
        changed ||= left.length < inside.length
        if (left.length === inside.length) return [factor]
        return left.length === 0 ? [] : [this.#over(this.#product(left))]
      })
    if (!changed) return factors
    const rest = [...above, ...below]
    return rest.length === 0 ? [wholeForm(1n)] : rest
  }

  #multiplied(factors: readonly Form[]): readonly Form[] {
    const takes = (factor: Form) => factor === minus || factor.whole !== null
    const numbers = factors.filter(takes)
    if (numbers.every(factor => factor === minus)) return factors
    const value = numbers.reduce((total, factor) => {
      this.#budget.spend(4 + bitLength(total))
      return total * (factor.whole ?? -1n)
    }, 1n)
    const size = wholeForm(value < 0n ? -value : value)
    return [...(value < 0n ? [minus, size] : [size]), ...factors.filter(factor => !takes(factor))]
  }

  #multipliedRatios(factors: readonly Form[]): readonly Form[] {
    const takes = (factor: Form) => factor.whole !== null || overWhole(factor) !== null
    const numbers = factors.filter(takes)
    if (numbers.length < 2) return factors
    const n = numbers.reduce((total, factor) => total * (factor.whole ?? 1n), 1n)
    const d = numbers.reduce((total, factor) => total * (overWhole(factor) ?? 1n), 1n)
    if (d === 0n) return factors
    const value = ratio(n, d)
    const parts = value.d === 1n ? [] : [this.#over(wholeForm(value.d))]
    return [wholeForm(value.n), ...parts, ...factors.filter(factor => !takes(factor))]
  }

  #lowered(written: readonly Form[]): readonly Form[] {
    const args = this.#has('noncomMul') ? written : sorted(written, this.#budget)
    const factors = [...args]
    this.#budget.spend(args.length * args.length)
    factors.forEach((above, k) => {
      factors.forEach((factor, j) => {
        const n = factors[k]?.whole ?? null
        const d = overWhole(factor)
        if (n === null || d === null || d === 0n || above.whole === null) return
        const common = greatestCommonDivisor(n, d)
        if (common === 1n) return
        factors[k] = wholeForm(n / common)
        factors[j] = this.#over(wholeForm(d / common))
      })
    })
    return factors.every((factor, k) => factor === args[k])
      ? factors
      : keepOne(factors, factor => factor.key !== overOne)
  }

  #distributed(factors: readonly Form[]): Form {
    const target = factors.findIndex(factor => factor.op === '+')
    const [first, second] = factors.filter(factor => factor.op === '+')
    // Which of two sums of one size comes first depends on names alone, so neither gets the sign.
    if (first && second && first.size === second.size && first.key !== second.key)
      return this.#form('*', factors)
    const signs = factors.filter(factor => factor === minus)
    if (target < 0 || signs.length === 0) return this.#form('*', factors)
    const terms = factors[target]?.args.map(term => this.#product([...signs, term])) ?? []
    const rest = factors.map((factor, k) => (k === target ? this.#sum(terms) : factor))
    return this.#product(rest.filter(factor => factor !== minus))
  }

  #over(below: Form): Form {
    const factors = below.op === '*' ? below.args : [below]
    if (this.#has('divDiv') && factors.some(factor => factor.op === '1/')) {
      const up = factors.filter(factor => factor.op === '1/').flatMap(factor => factor.args)
      const rest = factors.filter(factor => factor.op !== '1/')
      return this.#product(rest.length === 0 ? up : [...up, this.#over(this.#product(rest))])
    }
    if (this.#has('negDiv') && factors.includes(minus) && factors.some(factor => factor !== minus)) {
      const rest = factors.filter(factor => factor !== minus)
      return this.#product([...factors.filter(factor => factor === minus), this.#over(this.#product(rest))])
    }
    return this.#form('1/', [below])
  }

  #power(base: Form, exponent: Form): Form {
    if (this.#has('idPow') && exponent.whole === 1n) return base
    if (this.#has('zPow') && exponent.whole === 0n && constantValue(base) !== 0n) return wholeForm(1n)
    if (this.#has('onePow') && base.whole === 1n) return base
    if (this.#has('zeroPow') && base.whole === 0n && maybeAboveZero(exponent)) return base
    return (this.#has('intPow') ? this.#raised(base, exponent) : null) ?? this.#form('^', [base, exponent])
  }

  #raised(base: Form, exponent: Form): Form | null {
    const value = asWhole(base)?.n ?? null
    const times = exponent.whole
    if (value === null || times === null || (value === 0n && times === 0n)) return null
    if (bitLength(value) * Number(times) > 4096) return null
    this.#budget.spend(100)
    return this.#number(whole(value ** times))
  }
}

const unordered: ReadonlySet<string> = new Set(['=', '#', 'and', 'or', 'set', ...sidesAlike])

const overOne = '1/(1)'

/** All operands of one operator that stands inside itself. */
function flat(e: Expr, name: string): readonly Expr[] {
  return isOp(e, name) ? e.args.flatMap(arg => flat(arg, name)) : [e]
}

/** What the question keeps; where it keeps nothing, one of what there was. */
function keepOne(forms: readonly Form[], question: (form: Form) => boolean): Form[] {
  const kept = forms.filter(question)
  return kept.length > 0 ? kept : forms.slice(0, 1)
}

function takeOut(forms: Form[], wanted: Form): boolean {
  const at = forms.findIndex(form => form.key === wanted.key)
  if (at < 0) return false
  forms.splice(at, 1)
  return true
}

function hasMinus(term: Form): boolean {
  return term === minus || (term.op === '*' && term.args.includes(minus))
}

function leadsWithMinus(terms: readonly Form[]): boolean {
  const [first] = terms
  return first !== undefined && hasMinus(first)
}

/** A term as if its minus signs were not there, to order by. */
function withoutMinus(term: Form): Form {
  if (term === minus) return wholeForm(1n)
  if (!hasMinus(term)) return term
  const rest = term.args.filter(factor => factor !== minus)
  const [only, second] = rest
  if (!only) return wholeForm(1n)
  if (!second) return only
  const key = `*(${rest.map(factor => factor.key).join(',')})`
  return {
    op: '*',
    args: rest,
    key,
    size: rest.reduce((total, factor) => total + factor.size, 1),
    whole: null,
  }
}

/** The whole number that this is, with its sign: `2`, `-2`, and a bare minus sign, which is what remains of `-1`. */
function asWhole(form: Form): Rational | null {
  if (form === minus) return whole(-1)
  if (form.whole !== null) return whole(form.whole)
  if (form.op !== '*' || !hasMinus(form)) return null
  const value = asRatio(form)
  return value && form.args.every(factor => factor.op !== '1/') ? value : null
}

/** The fraction that this is: at most one number above and one below, with signs. */
function asRatio(form: Form): Rational | null {
  if (form === minus) return whole(-1)
  const factors = form.op === '*' ? form.args : [form]
  const above = factors.filter(factor => factor.whole !== null)
  const below = factors.map(overWhole).filter(value => value !== null)
  const signs = factors.filter(factor => factor === minus).length
  if (above.length > 1 || below.length > 1 || above.length + below.length + signs < factors.length)
    return null
  const d = below[0] ?? 1n
  if (d === 0n || above.length + below.length === 0) return null
  return ratio((signs % 2 === 0 ? 1n : -1n) * (above[0]?.whole ?? 1n), d)
}

function overWhole(form: Form): bigint | null {
  return form.op === '1/' ? (form.args[0]?.whole ?? null) : null
}

/** The value of sums and products of whole numbers, so that `1-1` counts as zero where a rule asks; null for the rest. */
function constantValue(form: Form): bigint | null {
  if (form === minus) return -1n
  if (form.whole !== null) return bitLength(form.whole) < 256 ? form.whole : null
  if (form.op !== '+' && form.op !== '*') return null
  const values = form.args.map(constantValue)
  const start = form.op === '+' ? 0n : 1n
  return values.reduce<bigint | null>((total, value) => {
    if (total === null || value === null) return null
    return form.op === '+' ? total + value : total * value
  }, start)
}

/** Whether zero to this power is zero as far as can be seen: not where it is known to be zero or less. */
function maybeAboveZero(exponent: Form): boolean {
  const value = constantValue(exponent)
  return value === null ? !hasMinus(exponent) : value > 0n
}
