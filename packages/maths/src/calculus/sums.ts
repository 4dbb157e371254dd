import type { Budget } from '../budget.ts'
import { type Expr, int, isOp, isSym, type Op, op, substitute, sym } from '../tree.ts'
import {
  coefficientsIn,
  isFree,
  isNought,
  isUnity,
  literalOf,
  minus,
  nought,
  over,
  plus,
  polynomial,
  raised,
  times,
  trimmed,
  unity,
  wholeOf,
} from './assemble.ts'

/** The most terms that are written out. */
const mostTerms = 200

/**
 * A sum without its sign: written out for few terms between whole numbers, by Faulhaber's formula for polynomials in the
 * counter, as a geometric series; null where no form is known. A sum that ends just before it starts is zero; for
 * polynomials and powers the form is also right for ends before that in the usual sense of minus the terms between. The
 * form of a geometric series with a name as its ratio holds where that is not one.
 */
export function sum(e: Op, budget: Budget): Expr | null {
  const series = seriesOf(e)
  return (
    series && ((series.count === null ? null : writtenOut(series, '+', budget)) ?? closedSum(series, budget))
  )
}

/** A product without its sign: written out, as a power, or as a quotient of factorials of the counter; null where no form is known. */
export function product(e: Op, budget: Budget): Expr | null {
  const series = seriesOf(e)
  return (
    series &&
    ((series.count === null ? null : writtenOut(series, '*', budget)) ?? closedProduct(series, budget))
  )
}

interface Series {
  readonly term: Expr
  readonly counter: string
  readonly from: Expr
  readonly to: Expr
  /** How many terms there are, where both ends are whole numbers. */
  readonly count: number | null
}

function seriesOf(e: Op): Series | null {
  const [term, counter, from, to] = e.args
  if (term === undefined || !isSym(counter) || from === undefined || to === undefined) return null
  const [low, high] = [wholeOf(from), wholeOf(to)]
  if ((low === null && literalOf(from)) || (high === null && literalOf(to))) return null
  return {
    term,
    counter: counter.name,
    from,
    to,
    count: low === null || high === null ? null : high - low + 1,
  }
}

function writtenOut({ term, counter, from, count }: Series, join: '+' | '*', budget: Budget): Expr | null {
  const start = wholeOf(from)
  if (start === null || count === null || count < 0 || count > mostTerms) return null
  const parts: Expr[] = []
  for (let k = start; k < start + count; k += 1) {
    budget.spend(200)
    parts.push(substitute(term, counter, int(k)))
  }
  const [first] = parts
  if (first === undefined) return join === '+' ? nought : unity
  return parts.length === 1 ? first : op(join, ...parts)
}

function closedSum(series: Series, budget: Budget): Expr | null {
  budget.spend(500)
  if (series.count !== null && series.count < 0) return null
  const { term, counter } = series
  const list = coefficientsIn(term, counter)
  if (list) return isSym(series.to, 'inf') ? null : polynomialSum(trimmed(list), series, budget)
  if (isOp(term, '+')) return together(term.args.map(part => closedSum({ ...series, term: part }, budget)))
  const ratio = geometric(term, counter)
  return ratio && geometricSum(term, ratio, series)
}

function together(parts: readonly (Expr | null)[]): Expr | null {
  const found = parts.filter(part => part !== null)
  return found.length === parts.length ? plus(...found) : null
}

/** The sum of a polynomial `p`: the polynomial `S` with `S(k) - S(k-1) = p(k)`, at the end less that before the start. */
function polynomialSum(list: readonly Expr[], { from, to }: Series, budget: Budget): Expr {
  const name = ' '
  const terms = list.map((c, power) =>
    isNought(c) ? nought : times(c, polynomial(powerSum(power, budget), name)),
  )
  const total = plus(...terms)
  return minus(substitute(total, name, to), substitute(total, name, minus(from, unity)))
}

/**
 * The coefficients of `1^m + … + n^m` as a polynomial in n: `S_m' = m S_{m-1}` but for a constant, which is what makes
 * `S_m(1) = 1` (Bernoulli's number).
 */
function powerSum(m: number, budget: Budget): Expr[] {
  let list: Expr[] = [nought, unity]
  for (let k = 1; k <= m; k += 1) {
    budget.spend(100 * k)
    const higher = list.map((c, j) => over(times(int(k), c), int(j + 1)))
    const rest = minus(unity, plus(...higher))
    list = [nought, rest, ...higher.slice(1)]
  }
  return list
}

/** `r` where a term is `c r^k`, by its factors; null where it is none. */
function geometric(term: Expr, counter: string): Expr | null {
  if (isFree(term, counter)) return unity
  if (term.kind !== 'op') return null
  const [a, b] = term.args
  if (a === undefined) return null
  if (term.op === '-' && b === undefined) return geometric(a, counter)
  if (term.op === '*') return ratios(term.args, counter)
  if (term.op === 'exp') return ofExponent(sym('e'), a, counter)
  if (b === undefined) return null
  if (term.op === '^' && isFree(a, counter)) return ofExponent(a, b, counter)
  const whole = term.op === '^' ? wholeOf(b) : null
  const [above, below] =
    term.op === '/' || whole !== null
      ? [geometric(a, counter), term.op === '/' ? geometric(b, counter) : unity]
      : [null, null]
  if (above === null || below === null) return null
  return whole === null ? over(above, below) : raised(above, int(whole))
}

function ratios(factors: readonly Expr[], counter: string): Expr | null {
  const found = factors.map(factor => geometric(factor, counter))
  return found.includes(null) ? null : times(...found.filter(ratio => ratio !== null))
}

function ofExponent(base: Expr, exponent: Expr, counter: string): Expr | null {
  const list = coefficientsIn(exponent, counter)
  const [, slope] = list ? trimmed(list) : []
  return list === null || trimmed(list).length !== 2 || slope === undefined ? null : raised(base, slope)
}

function geometricSum(term: Expr, ratio: Expr, { counter, from, to }: Series): Expr | null {
  if (isUnity(ratio)) return null
  const first = substitute(term, counter, from)
  if (isSym(to, 'inf')) return converges(ratio) ? over(first, minus(unity, ratio)) : null
  const count = plus(minus(to, from), unity)
  return over(times(first, minus(unity, op('^', ratio, count))), minus(unity, ratio))
}

function converges(ratio: Expr): boolean {
  const value = literalOf(ratio)
  return value !== null && value.n < value.d && -value.n < value.d
}

function closedProduct(series: Series, budget: Budget): Expr | null {
  budget.spend(500)
  const { term, counter, from, to, count } = series
  if (isSym(to, 'inf') || (count !== null && count < 0)) return null
  const terms = plus(minus(to, from), unity)
  if (isFree(term, counter)) return op('^', term, terms)
  if (term.kind !== 'op' && isSym(term, counter)) return factorials(from, to)
  if (term.kind !== 'op') return null
  const [a, b] = term.args
  if (term.op === '*') return joined(term.args.map(part => closedProduct({ ...series, term: part }, budget)))
  if (term.op === '-' && a)
    return joined([op('^', int(-1), terms), closedProduct({ ...series, term: a }, budget)])
  if (term.op === '/' && a && b)
    return quotientOf(
      closedProduct({ ...series, term: a }, budget),
      closedProduct({ ...series, term: b }, budget),
    )
  if (term.op === '^' && a && b) return ofPower(series, a, b, budget)
  return shifted(series)
}

/** A product of `k + c`, with a whole `c`. */
function shifted({ term, counter, from, to }: Series): Expr | null {
  const list = coefficientsIn(term, counter)
  const [c, slope] = list ? trimmed(list) : []
  if (
    c === undefined ||
    slope === undefined ||
    trimmed(list ?? []).length !== 2 ||
    !isUnity(slope) ||
    wholeOf(c) === null
  )
    return null
  return factorials(plus(from, c), plus(to, c))
}

/** `a (a+1) … b` for a whole `a` above zero. */
function factorials(a: Expr, b: Expr): Expr | null {
  const start = wholeOf(a)
  if (start === null || start < 1) return null
  const above = op('factorial', b)
  return start <= 2 ? above : over(above, op('factorial', int(start - 1)))
}

function ofPower(series: Series, a: Expr, b: Expr, budget: Budget): Expr | null {
  if (isFree(a, series.counter)) {
    const exponent = closedSum({ ...series, term: b }, budget)
    return exponent && op('^', a, exponent)
  }
  const inner = wholeOf(b) === null ? null : closedProduct({ ...series, term: a }, budget)
  return inner && op('^', inner, b)
}

function joined(parts: readonly (Expr | null)[]): Expr | null {
  const found = parts.filter(part => part !== null)
  return found.length === parts.length ? times(...found) : null
}

function quotientOf(a: Expr | null, b: Expr | null): Expr | null {
  return a && b && over(a, b)
}
