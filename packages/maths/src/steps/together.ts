import { type Expr, int, isOp, isSym, op } from '../tree.ts'
import {
  addUp,
  coefficient,
  expand,
  has,
  isOne,
  key,
  multiply,
  neat,
  numberOf,
  powerParts,
  term,
  terms,
} from './form.ts'

/** The expression as `factor·letter + rest`, with even powers of the letter in the rest as they are; null where it is no polynomial in it. */
export function linearIn(e: Expr, name: string): { factor: Expr; rest: Expr } | null {
  const parts = symbolicIn(expand(e), name)
  if (!parts || parts.length > 2) return null
  return { factor: neat(parts[1] ?? int(0)), rest: neat(parts[0] ?? int(0)) }
}

/** The coefficients of a multiplied out expression as a polynomial in a variable, each an expression without it. */
export function symbolicIn(e: Expr, name: string): Expr[] | null {
  const names = new Set([name])
  const found: Expr[][] = []
  for (const t of terms(e)) {
    const part = powerOf(t, name, names)
    if (!part || part.k > 12) return null
    for (let k = found.length; k <= part.k; k += 1) found.push([])
    found[part.k]?.push(part.rest)
  }
  return found.map(list => addUp(list))
}

function powerOf(t: Expr, name: string, names: ReadonlySet<string>): { k: number; rest: Expr } | null {
  if (!has(t, names)) return { k: 0, rest: t }
  const { c, rest } = coefficient(t)
  const below = isOp(rest, '/', 2) ? (rest.args[1] ?? null) : null
  if (below && has(below, names)) return null
  const above = below && rest.kind === 'op' ? (rest.args[0] ?? rest) : rest
  const factors = isOp(above, '*') ? above.args : [above]
  let k = 0
  const others: Expr[] = []
  for (const factor of factors) {
    const [base, exponent] = powerParts(factor)
    const n = numberOf(exponent)
    if (isSym(base, name) && n?.d === 1n && n.n > 0n) k += Number(n.n)
    else if (has(factor, names)) return null
    else others.push(factor)
  }
  const constant = below ? op('/', multiply(others), below) : multiply(others)
  return { k, rest: term(c, constant) }
}

/** The expression as one fraction, without looking for common factors. */
export function together(e: Expr): { n: Expr; d: Expr } {
  if (e.kind !== 'op') return { n: e, d: int(1) }
  const parts = ['+', '-', '*', '/'].includes(e.op) ? e.args.map(together) : []
  const [a, b] = parts
  if (e.op === '-' && a) return { n: op('-', a.n), d: a.d }
  if (e.op === '*') return { n: multiply(parts.map(p => p.n)), d: neat(multiply(parts.map(p => p.d))) }
  if (e.op === '/' && a && b) return { n: op('*', a.n, b.d), d: neat(op('*', a.d, b.n)) }
  if (e.op === '+') return sumTogether(parts)
  const n = e.op === '^' ? numberOf(e.args[1] ?? e) : null
  if (n && n.d === 1n && e.args[0]) {
    const base = together(e.args[0])
    const size = int(n.n < 0n ? -n.n : n.n)
    const [above, under] = n.n < 0n ? [base.d, base.n] : [base.n, base.d]
    return { n: neat(op('^', above, size)), d: neat(op('^', under, size)) }
  }
  return { n: e, d: int(1) }
}

/** Over the least common denominator as far as factors are written the same. */
/** How many different factors a common denominator has at most. */
const mostFactors = 12

function sumTogether(parts: readonly { n: Expr; d: Expr }[]): { n: Expr; d: Expr } {
  const needed = new Map<string, { factor: Expr; most: number }>()
  for (const part of parts) {
    for (const [name, { factor, count }] of factorCounts(part.d)) {
      const old = needed.get(name)
      needed.set(name, { factor, most: Math.max(old?.most ?? 0, count) })
    }
  }
  if (needed.size > mostFactors) return { n: addUp(parts.map(p => op('/', p.n, p.d))), d: int(1) }
  const d = neat(
    multiply(
      [...needed.values()].map(({ factor, most }) => (most === 1 ? factor : op('^', factor, int(most)))),
    ),
  )
  const above = parts.map(part => {
    const own = factorCounts(part.d)
    const missing = [...needed].map(([name, { factor, most }]) => ({
      factor,
      k: most - (own.get(name)?.count ?? 0),
    }))
    return multiply([
      part.n,
      ...missing.filter(m => m.k > 0).map(m => (m.k === 1 ? m.factor : op('^', m.factor, int(m.k)))),
    ])
  })
  return { n: addUp(above), d }
}

function factorCounts(e: Expr): Map<string, { factor: Expr; count: number }> {
  const found = new Map<string, { factor: Expr; count: number }>()
  const put = (factor: Expr, count: number): void => {
    const value = numberOf(factor)
    if (value && value.d === 1n && value.n > 1n && value.n < 1_000_000n) {
      primes(value.n)
      return
    }
    if (value?.n === 1n && value.d === 1n) return
    const name = key(factor)
    found.set(name, { factor, count: (found.get(name)?.count ?? 0) + count })
  }
  const primes = (n: bigint): void => {
    let rest = n
    for (let p = 2n; p * p <= rest; p += 1n) {
      while (rest % p === 0n) {
        count(p)
        rest /= p
      }
    }
    if (rest > 1n) count(rest)
  }
  const count = (p: bigint): void => {
    const old = found.get(`${p}`)
    found.set(`${p}`, { factor: int(p), count: (old?.count ?? 0) + 1 })
  }
  for (const factor of isOp(e, '*') ? e.args : [e]) {
    const [base, exponent] = powerParts(factor)
    const n = numberOf(exponent)
    if (n?.d === 1n && n.n > 0n && n.n < 20n) put(base, Number(n.n))
    else put(factor, 1)
  }
  return found
}

/** A sum with what all its terms have as a factor in front of it. */
export function factoredOut(e: Expr): Expr {
  if (!isOp(e, '+')) return e
  const lists = terms(e).map(t => {
    const { c, rest } = coefficient(t)
    return { c, factors: (isOp(rest, '*') ? rest.args : [rest]).map(wholePower) }
  })
  const shared: WholePower[] = []
  for (const { base } of lists[0]?.factors ?? []) {
    const found = lists.map(list => list.factors.find(f => key(f.base) === key(base))?.n ?? 0n)
    const least = [...found].sort((a, b) => (a < b ? -1 : 1))[0] ?? 0n
    if (least > 0n && !numberOf(base)) shared.push({ base, n: least })
  }
  if (shared.length === 0) return e
  const left = lists.map(list =>
    term(list.c, multiply(list.factors.map(f => lowered(f, shared)).filter(f => !isOne(f)))),
  )
  return op('*', ...shared.map(raisedTo), addUp(left))
}

interface WholePower {
  readonly base: Expr
  readonly n: bigint
}

function wholePower(e: Expr): WholePower {
  const [base, exponent] = powerParts(e)
  const n = numberOf(exponent)
  return n?.d === 1n && n.n > 0n ? { base, n: n.n } : { base: e, n: 1n }
}

function raisedTo({ base, n }: WholePower): Expr {
  return n === 0n ? int(1) : n === 1n ? base : op('^', base, int(n))
}

function lowered(f: WholePower, by: readonly WholePower[]): Expr {
  const less = by.find(s => key(s.base) === key(f.base))
  return raisedTo({ base: f.base, n: f.n - (less?.n ?? 0n) })
}
