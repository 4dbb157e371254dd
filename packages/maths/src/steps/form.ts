import {
  greatestCommonDivisor,
  isWhole,
  negative,
  one,
  sum as plus,
  power,
  quotient,
  type Rational,
  product as times,
  whole,
} from '../exact/rational.ts'
import { type Expr, exact, int, isOp, isSym, type Op, op, some, variables } from '../tree.ts'

/** The fraction that a numeral, its negative or a division of two is; null for any other expression. */
export function numberOf(e: Expr): Rational | null {
  if (e.kind === 'num') return e.value
  if (isOp(e, '-', 1) && e.args[0]) {
    const inner = numberOf(e.args[0])
    return inner && negative(inner)
  }
  if (!isOp(e, '/', 2)) return null
  const [a, b] = e.args.map(arg => numberOf(arg))
  return a && b && b.n !== 0n ? quotient(a, b) : null
}

/** A fraction as it is written; a whole number below zero is the negation of one. */
export function numeral(value: Rational): Expr {
  return exact(value)
}

/** The terms of a sum; nested sums and negations of sums are taken apart. */
export function terms(e: Expr): Expr[] {
  if (e.kind !== 'op') return [e]
  if (e.op === '+') return e.args.flatMap(terms)
  const inner = e.op === '-' ? e.args[0] : undefined
  if (inner?.kind === 'op' && inner.op === '+') return terms(inner).map(minus)
  return inner?.kind === 'op' && inner.op === '-' && inner.args[0] ? terms(inner.args[0]) : [e]
}

/** The negation, without two minus signs. */
export function minus(e: Expr): Expr {
  return isOp(e, '-', 1) && e.args[0] ? e.args[0] : op('-', e)
}

/** A sum of these terms; none is zero, one is itself. */
export function addUp(all: readonly Expr[]): Expr {
  const first = all[0]
  return first === undefined ? int(0) : all.length === 1 ? first : op('+', ...all)
}

/** A product of these factors; none is one. */
export function multiply(all: readonly Expr[]): Expr {
  const first = all[0]
  return first === undefined ? int(1) : all.length === 1 ? first : op('*', ...all)
}

/** A term as its numeric factor and the rest; the rest is 1 for a number. */
export function coefficient(e: Expr): { c: Rational; rest: Expr } {
  const value = numberOf(e)
  if (value) return { c: value, rest: int(1) }
  if (isOp(e, '-', 1) && e.args[0]) {
    const { c, rest } = coefficient(e.args[0])
    return { c: negative(c), rest }
  }
  if (isOp(e, '*')) return ofProduct(e)
  return isOp(e, '/', 2) ? ofQuotient(e) : { c: one, rest: e }
}

function ofProduct(e: Op): { c: Rational; rest: Expr } {
  let c: Rational = one
  const others: Expr[] = []
  for (const arg of e.args) {
    const part = coefficient(arg)
    c = times(c, part.c)
    if (!isOne(part.rest)) others.push(...(isOp(part.rest, '*') ? part.rest.args : [part.rest]))
  }
  return { c, rest: multiply(others) }
}

function ofQuotient(e: Op): { c: Rational; rest: Expr } {
  const [above, below] = e.args
  if (!above || !below) return { c: one, rest: e }
  const a = coefficient(above)
  const b = coefficient(below)
  if (b.c.n === 0n) return { c: one, rest: e }
  const rest = isOne(b.rest) ? a.rest : op('/', a.rest, b.rest)
  return { c: quotient(a.c, b.c), rest }
}

export function isOne(e: Expr): boolean {
  return e.kind === 'num' && e.value.n === 1n && e.value.d === 1n
}

export function isZeroNumeral(e: Expr): boolean {
  return numberOf(e)?.n === 0n
}

/** A numeric factor times the rest, as it is written: `3x`, `-x`, `x/2`, `3x/2`. */
export function term(c: Rational, rest: Expr): Expr {
  if (c.n === 0n) return int(0)
  if (isOne(rest)) return numeral(c)
  if (c.n < 0n) return op('-', term(negative(c), rest))
  const below = isOp(rest, '/', 2) && rest.args[0] && rest.args[1] ? rest.args[1] : null
  const above = below && isOp(rest, '/', 2) ? (rest.args[0] ?? rest) : rest
  const top = scaled(c.n, above)
  const factors = [...(c.d === 1n ? [] : [int(c.d)]), ...(below ? [below] : [])]
  return factors.length === 0 ? top : op('/', top, multiply(factors))
}

function scaled(n: bigint, rest: Expr): Expr {
  if (n === 1n) return rest
  if (isOne(rest)) return int(n)
  return op('*', int(n), ...(isOp(rest, '*') ? rest.args : [rest]))
}

/** A text that two trees have in common where they differ only by the order of terms and factors. */
export function key(e: Expr): string {
  if (e.kind === 'num') return e.value.d === 1n ? `${e.value.n}` : `${e.value.n}/${e.value.d}`
  if (e.kind === 'sym') return e.name
  if (e.kind === 'str') return JSON.stringify(e.value)
  if (e.op === '*') return keyOfProduct(e)
  const args = e.args.map(key)
  const turned = turnedRound[e.op]
  if (turned !== undefined) return `${turned}(${args.reverse().join(',')})`
  if (e.op === '+' || e.op === 'or' || e.op === 'and' || e.op === '=') args.sort()
  return `${e.op}(${args.join(',')})`
}

const turnedRound: Readonly<Record<string, string>> = { '>': '<', '>=': '<=' }

/** With the minus signs of factors in front: `-2·x` is `-(2·x)`. */
function keyOfProduct(e: Op): string {
  const bare = e.args.map(arg => (isOp(arg, '-', 1) ? (arg.args[0] ?? arg) : arg))
  const negatives = e.args.filter(arg => isOp(arg, '-', 1)).length
  const text = `*(${bare.map(key).sort().join(',')})`
  return negatives % 2 === 1 ? `-(${text})` : text
}

/** A sum over a number without what all its terms and the number have in common: `(6+2√7)/4` is `(3+√7)/2`. */
export function reduced(e: Expr): Expr {
  const [above, below] = isOp(e, '/', 2) ? e.args : []
  const d = below && numberOf(below)
  if (!above || !isOp(above, '+') || !d || d.d !== 1n) return e
  const parts = terms(above).map(coefficient)
  if (parts.some(part => part.c.d !== 1n)) return e
  const shared = parts.reduce((g, part) => greatestCommonDivisor(g, part.c.n), d.n)
  if (shared === 1n) return e
  const top = addUp(parts.map(part => term({ n: part.c.n / shared, d: 1n }, part.rest)))
  return d.n === shared ? top : op('/', top, int(d.n / shared))
}

/** Tidied without multiplying out: flat sums and products, minus signs in front of terms, numbers and like terms together. */
export function neat(e: Expr): Expr {
  if (e.kind !== 'op') return e
  const args = e.args.map(neat)
  switch (e.op) {
    case '+':
      return neatSum(args)
    case '-':
    case '*':
      return neatProduct(e.op === '-' ? [int(-1), ...args] : args)
    case '/':
      return neatQuotient(args[0] ?? int(0), args[1] ?? int(1))
    case '^':
      return neatPower(args[0] ?? int(0), args[1] ?? int(1))
    case 'sqrt':
      return neatRoot(args[0] ?? int(0))
    case 'exp':
      return neatPower({ kind: 'sym', name: 'e' }, args[0] ?? int(0))
    default:
      return neatFunction(op(e.op, ...args))
  }
}

function neatSum(args: readonly Expr[]): Expr {
  const found = new Map<string, { c: Rational; rest: Expr }>()
  for (const t of args.flatMap(terms)) {
    const part = coefficient(t)
    const name = key(part.rest)
    const old = found.get(name)
    found.set(name, old ? { c: plus(old.c, part.c), rest: old.rest } : part)
  }
  const left = [...found.values()].filter(part => part.c.n !== 0n)
  return addUp(
    [...left.filter(p => !isOne(p.rest)), ...left.filter(p => isOne(p.rest))].map(p => term(p.c, p.rest)),
  )
}

function neatProduct(args: readonly Expr[]): Expr {
  let c: Rational = one
  const above = new Map<string, { base: Expr; exponents: Expr[] }>()
  const below: Expr[] = []
  for (const arg of args) {
    const part = coefficient(arg)
    c = times(c, part.c)
    const fraction = isOp(part.rest, '/', 2) ? part.rest : null
    if (fraction?.args[1]) below.push(fraction.args[1])
    gather(fraction?.args[0] ?? part.rest, above)
  }
  if (c.n === 0n) return int(0)
  const top = multiply([...above.values()].map(raise).filter(f => !isOne(f)))
  const again = coefficient(top)
  return term(times(c, again.c), below.length ? op('/', again.rest, multiply(below)) : again.rest)
}

function gather(e: Expr, into: Map<string, { base: Expr; exponents: Expr[] }>): void {
  if (isOp(e, '*')) {
    for (const arg of e.args) gather(arg, into)
    return
  }
  if (isOne(e)) return
  const [base, exponent] = powerParts(e)
  const name = key(base)
  const old = into.get(name)
  if (old) old.exponents.push(exponent)
  else into.set(name, { base, exponents: [exponent] })
}

/** A power as its base and exponent; anything else has the exponent 1. */
export function powerParts(e: Expr): [base: Expr, exponent: Expr] {
  if (e.kind !== 'op' || e.op !== '^') return [e, int(1)]
  return [e.args[0] ?? e, e.args[1] ?? int(1)]
}

function raise(factor: { base: Expr; exponents: readonly Expr[] }): Expr {
  return neatPower(
    factor.base,
    factor.exponents.length === 1 ? (factor.exponents[0] ?? int(1)) : neatSum(factor.exponents),
  )
}

function neatPower(base: Expr, exponent: Expr): Expr {
  const n = numberOf(exponent)
  if (n && isWhole(n) && n.n === 1n) return base
  if (n && n.n === 0n && numberOf(base)?.n !== 0n) return int(1)
  const b = numberOf(base)
  if (b && n && isWhole(n) && (b.n !== 0n || n.n > 0n) && (n.n < 0n ? -n.n : n.n) <= 64n && small(b)) {
    return numeral(power(b, Number(n.n)))
  }
  if (n && isWhole(n) && isOp(base, 'sqrt', 1) && n.n === 2n && base.args[0]) return base.args[0]
  if (n && isWhole(n) && isOp(base, '-', 1) && base.args[0]) {
    const inner = neatPower(base.args[0], exponent)
    return n.n % 2n === 0n ? inner : minus(inner)
  }
  if (
    n &&
    isWhole(n) &&
    isOp(base, '^', 2) &&
    base.args[0] &&
    base.args[1] &&
    numberOf(base.args[1])?.d === 1n
  ) {
    return neatPower(base.args[0], neatProduct([base.args[1], exponent]))
  }
  return op('^', base, exponent)
}

function small(b: Rational): boolean {
  return b.n < 1_000_000n && b.n > -1_000_000n && b.d < 1_000_000n
}

function neatQuotient(above: Expr, below: Expr): Expr {
  const a = coefficient(above)
  const b = coefficient(below)
  if (b.c.n === 0n || isOne(b.rest))
    return b.c.n === 0n ? op('/', above, below) : term(quotient(a.c, b.c), a.rest)
  if (a.c.n === 0n) return op('/', int(0), b.rest)
  if (key(a.rest) === key(b.rest)) return numeral(quotient(a.c, b.c))
  return term(quotient(a.c, b.c), op('/', a.rest, b.rest))
}

/** The largest whole number whose square divides n, found by the small primes; enough to write roots as schools do. */
export function squareDivisor(n: bigint): bigint {
  let rest = n
  let root = 1n
  for (let p = 2n; p * p <= rest && p < 1000n; p += 1n) {
    while (rest % (p * p) === 0n) {
      rest /= p * p
      root *= p
    }
  }
  return root
}

/** A square root of a fraction as `c·√rest`: whole numbers out of the root, no root in the denominator. */
export function rootParts(value: Rational): { c: Rational; inside: bigint } {
  const joined = value.n * value.d
  const exactRoot = wholeRoot(joined)
  const outside = exactRoot ?? squareDivisor(joined)
  return { c: quotient(whole(outside), whole(value.d)), inside: joined / (outside * outside) }
}

/** The whole number whose square is n; null where there is none. */
export function wholeRoot(n: bigint): bigint | null {
  if (n < 0n) return null
  let guess = BigInt(Math.floor(Math.sqrt(Number(n))))
  while (guess * guess > n) guess -= 1n
  while ((guess + 1n) * (guess + 1n) <= n) guess += 1n
  return guess * guess === n ? guess : null
}

function neatRoot(inside: Expr): Expr {
  const value = numberOf(inside)
  if (!value || value.n < 0n || !small(value)) return op('sqrt', inside)
  if (value.n === 0n) return int(0)
  const parts = rootParts(value)
  return term(parts.c, parts.inside === 1n ? int(1) : op('sqrt', int(parts.inside)))
}

function neatFunction(e: Op): Expr {
  const [a, b] = e.args
  if (e.op === 'ln' && a) {
    if (isOne(a)) return int(0)
    if (isSym(a, 'e')) return int(1)
    if (isOp(a, '^', 2) && isSym(a.args[0], 'e') && a.args[1]) return a.args[1]
  }
  if (e.op === 'log' && a && b) return neatLog(e, a, b)
  if (e.op === 'abs' && a) {
    const value = numberOf(a)
    if (value) return numeral(value.n < 0n ? negative(value) : value)
  }
  return special(e)
}

function neatLog(e: Op, a: Expr, b: Expr): Expr {
  const value = numberOf(a)
  const base = numberOf(b)
  if (!value || !base || value.n <= 0n || base.n <= 1n || base.d !== 1n) return e
  const k = Math.round(Math.log(Number(value.n) / Number(value.d)) / Math.log(Number(base.n)))
  if (Math.abs(k) > 64) return e
  const back = power(base, k)
  return back.n === value.n && back.d === value.d ? int(k) : e
}

function special(e: Op): Expr {
  const a = e.args[0]
  if (!a || !['sin', 'tan', 'asin', 'atan', 'cos'].includes(e.op) || numberOf(a)?.n !== 0n) return e
  return int(e.op === 'cos' ? 1 : 0)
}

/** Multiplied out and tidied: products over sums, whole powers of sums up to the sixth. */
export function expand(e: Expr): Expr {
  return neat(open(neat(e), 400))
}

function open(e: Expr, room: number): Expr {
  if (e.kind !== 'op') return e
  const args = e.args.map(arg => open(arg, room))
  if (e.op === '*') return openProduct(args, room)
  if (e.op === '-') return addUp(terms(op('-', ...args)))
  if (e.op === '/' && args[0] && args[1] && numberOf(args[1])) {
    const below = args[1]
    return addUp(terms(args[0]).map(t => op('/', t, below)))
  }
  const [base, exponent] = args
  if (e.op === '^' && base && exponent && isOp(base, '+')) {
    const n = numberOf(exponent)
    if (n && isWhole(n) && n.n > 1n && n.n <= 6n)
      return openProduct(
        Array.from({ length: Number(n.n) }, () => base),
        room,
      )
  }
  if (e.op === '^' && base && exponent && isOp(base, '*') && numberOf(exponent)?.d === 1n) {
    return openProduct(
      base.args.map(f => op('^', f, exponent)),
      room,
    )
  }
  return op(e.op, ...args)
}

/** How many sums are multiplied out at most. */
const mostSums = 10

function openProduct(factors: readonly Expr[], room: number): Expr {
  if (factors.filter(f => isOp(f, '+')).length > mostSums) return op('*', ...factors)
  let done: Expr[] = [int(1)]
  for (const factor of factors) {
    const next = terms(factor)
    if (done.length * next.length > room) return op('*', ...factors)
    done = terms(neatSum(done.flatMap(a => next.map(b => neatProduct([a, b])))))
  }
  return addUp(done)
}

/** Whether the expression has one of these variables. */
export function has(e: Expr, names: ReadonlySet<string>): boolean {
  return some(e, part => part.kind === 'sym' && names.has(part.name))
}

/** Whether the expression has a variable at all. */
export function varies(e: Expr): boolean {
  return variables(e).length > 0
}
