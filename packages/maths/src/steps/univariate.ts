import { difference, isWhole, product, quotient, type Rational, sum, whole, zero } from '../exact/rational.ts'
import { type Expr, int, op, sym } from '../tree.ts'
import { addUp, numberOf, term } from './form.ts'

/** A polynomial in one variable with fractions as coefficients, the constant first; no zeros at the end. */
export type Coefficients = readonly Rational[]

const highest = 40

/** The polynomial that an expression is in this variable; null where it is none, or its degree is above 40. */
export function polynomialIn(e: Expr, name: string): Coefficients | null {
  const value = numberOf(e)
  if (value) return trim([value])
  if (e.kind === 'sym') return e.name === name ? [zero, whole(1)] : null
  if (e.kind !== 'op') return null
  const [a, b] = e.args
  if (e.op === '^' && a && b) return raised(polynomialIn(a, name), numberOf(b))
  if (!['+', '-', '*', '/'].includes(e.op)) return null
  const parts = e.args.map(arg => polynomialIn(arg, name))
  const first = parts[0]
  if (!first || parts.some(part => part === null)) return null
  const others = parts.slice(1).filter(part => part !== null)
  if (e.op === '-') return first.map(c => difference(zero, c))
  if (e.op === '+') return others.reduce(added, first)
  if (e.op === '*')
    return others.reduce<Coefficients | null>((done, part) => done && multiplied(done, part), first)
  const below = others[0]
  return below?.length === 1 && below[0] ? scaledDown(first, below[0]) : null
}

function trim(all: readonly Rational[]): Coefficients {
  let length = all.length
  while (length > 0 && all[length - 1]?.n === 0n) length -= 1
  return all.slice(0, length)
}

function raised(base: Coefficients | null, exponent: Rational | null): Coefficients | null {
  if (!base || !exponent || !isWhole(exponent) || exponent.n < 0n || exponent.n > 40n) return null
  let done: Coefficients | null = [whole(1)]
  for (let k = 0n; k < exponent.n; k += 1n) done = done && multiplied(done, base)
  return done
}

function added(a: Coefficients, b: Coefficients): Coefficients {
  const length = Math.max(a.length, b.length)
  return trim(Array.from({ length }, (_, k) => sum(a[k] ?? zero, b[k] ?? zero)))
}

function multiplied(a: Coefficients, b: Coefficients): Coefficients | null {
  if (a.length + b.length > highest + 2) return null
  const done: Rational[] = Array.from({ length: Math.max(0, a.length + b.length - 1) }, () => zero)
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      done[i + j] = sum(done[i + j] ?? zero, product(x, y))
    })
  })
  return trim(done)
}

function scaledDown(a: Coefficients, by: Rational): Coefficients {
  return a.map(c => quotient(c, by))
}

/** The polynomial as an expression, the highest power first. */
export function fromCoefficients(all: Coefficients, name: string): Expr {
  const x = sym(name)
  const parts = all.map((c, k) => ({ c, k })).filter(({ c }) => c.n !== 0n)
  return addUp(
    parts.reverse().map(({ c, k }) => term(c, k === 0 ? int(1) : k === 1 ? x : op('^', x, int(k)))),
  )
}

/** The polynomial divided by x - root, where that leaves nothing. */
export function withoutRoot(all: Coefficients, root: Rational): Coefficients {
  const done: Rational[] = []
  let carry = zero
  for (let k = all.length - 1; k > 0; k -= 1) {
    carry = sum(all[k] ?? zero, product(carry, root))
    done.unshift(carry)
  }
  return done
}

/** The value of the polynomial at a fraction. */
export function polynomialAt(all: Coefficients, x: Rational): Rational {
  return all.reduceRight((done, c) => sum(product(done, x), c), zero)
}
