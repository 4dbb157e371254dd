import type { Budget } from '../budget.ts'
import { add, generator, type Poly, scale, zeroPoly } from '../exact/polynomial.ts'
import { negative, product, quotient, type Rational, sum, toNumber, whole } from '../exact/rational.ts'
import { approximate, isExact, realRoots } from '../exact/real-roots.ts'
import { type Expr, int, op } from '../tree.ts'
import { minus, neat, numberOf, numeral } from './form.ts'
import type { Family, Root } from './real-set.ts'
import { same } from './same.ts'
import { type Coefficients, polynomialAt } from './univariate.ts'
import { close, valueAt } from './value.ts'

export type Zeros = 'always' | { readonly points: readonly Root[]; readonly families: readonly Family[] }

export const zeroRoot: Root = { value: 0, exact: int(0) }

export function merged(parts: readonly (Zeros | null)[], skipUnknown = false): Zeros | null {
  const points: Root[] = []
  const families: Family[] = []
  for (const part of parts) {
    if (part === null) return null
    if (part === 'always') {
      if (skipUnknown) continue
      return 'always'
    }
    points.push(...part.points)
    families.push(...part.families)
  }
  return { points, families }
}

/** A number from an expression without variables. */
export function rootOf(e: Expr): Root {
  return { value: valueAt(e, {}), exact: neat(e) }
}

export function hasValue(r: Root): boolean {
  return Number.isFinite(r.value)
}

/** A number without an exact form, as a fraction that is close to it. */
export function approximately(value: number): Expr {
  return numeral(quotient(whole(BigInt(Math.round(value * 2 ** 40))), whole(2n ** 40n)))
}

export function common(a: number, b: number): number {
  return b === 0 ? a : common(b, a % b)
}

export function asPoly(all: Coefficients): Poly {
  const shared = all.reduce((d, c) => d * c.d, 1n)
  return all.reduce<Poly>(
    (p, c, k) => (c.n === 0n ? p : add(p, scale(generator(0, k), (c.n * shared) / c.d))),
    zeroPoly,
  )
}

/** The fractions that are zeros: those that a real zero is close to, and that are a zero exactly. */
export function rationalRoots(all: Coefficients, budget: Budget): Rational[] {
  if (all.length <= 1) return []
  if (all.length === 2 && all[0] && all[1]) return [quotient(negative(all[0]), all[1])]
  const leading = all.reduce((d, c) => d * c.d, 1n) * (all.at(-1)?.n ?? 1n)
  const found: Rational[] = []
  for (const root of realRoots(asPoly(all), budget)) {
    const value = approximate(root, budget)
    const candidates = isExact(root) ? [root.low] : nearFractions(value, leading)
    const hit = candidates.find(c => polynomialAt(all, c).n === 0n)
    if (hit) found.push(hit)
  }
  return found
}

function nearFractions(value: number, leading: bigint): Rational[] {
  const found: Rational[] = []
  for (let d = 1n; d <= 200n && d <= (leading < 0n ? -leading : leading); d += 1n) {
    if (leading % d !== 0n) continue
    const n = Math.round(value * Number(d))
    if (Number.isSafeInteger(n) && close(n / Number(d), value, 1e-9)) found.push(quotient(whole(n), whole(d)))
  }
  return found
}

export function ofQuadratic(all: Coefficients): Root[] {
  const [c, b, a] = [all[0] ?? whole(0), all[1] ?? whole(0), all[2] ?? whole(1)]
  const inside = sum(product(b, b), product(whole(-4), product(a, c)))
  if (inside.n < 0n) return []
  const first = quotient(negative(b), product(whole(2), a))
  const spread = neat(op('/', op('sqrt', numeral(inside)), numeral(product(whole(2), a))))
  return [minus(spread), spread].map(part => rootOf(first.n === 0n ? part : op('+', numeral(first), part)))
}

/** The real numbers whose power with this whole exponent is that number. */
export function powerRoots(p: Root, n: number): Root[] {
  if (p.value < 0 && n % 2 === 0) return []
  if (p.value === 0) return [zeroRoot]
  const size = Math.abs(p.value) ** (1 / n)
  const value = p.value < 0 ? -size : size
  const exact = p.exact ? exactPower(p.value < 0 ? neat(op('-', p.exact)) : p.exact, n) : null
  const root: Root = { value, exact: exact && (p.value < 0 ? minus(exact) : exact) }
  return n % 2 === 0 ? [{ value: -value, exact: exact && minus(exact) }, root] : [root]
}

function exactPower(e: Expr, n: number): Expr {
  if (n === 2) return neat(op('sqrt', e))
  const value = numberOf(e)
  if (value) {
    const guess = whole(Math.round(toNumber(value) ** (1 / n)))
    if (guess.n ** BigInt(n) === value.n && value.d === 1n) return numeral(guess)
  }
  return op('^', e, op('/', int(1), int(n)))
}

/** The zeros of an expression without the unknown: all numbers or none; null where it can't be told from zero. */
export function zeroConstant(e: Expr, budget: Budget): Zeros | null {
  const value = numberOf(e)
  if (value ? value.n !== 0n : Math.abs(valueAt(e, {})) > 1e-9) return { points: [], families: [] }
  if (value) return 'always'
  const zero = same(e, int(0), {}, budget)
  return zero === null ? null : zero ? 'always' : { points: [], families: [] }
}
