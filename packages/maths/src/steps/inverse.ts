import { quotient, toNumber, whole } from '../exact/rational.ts'
import { type Expr, int, isSym, type Op, op, sym } from '../tree.ts'
import { addUp, multiply, neat, numberOf, numeral } from './form.ts'
import type { Family, Root } from './real-set.ts'
import { close, valueAt } from './value.ts'
import { approximately, hasValue, powerRoots, rootOf } from './zeros.ts'

/** A number that a root may be close to, moved back through a layer that only adds or multiplies; null for other layers. */
export function affine(e: Op, at: number): ((r: Root) => Root) | null {
  const others = e.args.filter((_, k) => k !== at)
  const moved = (r: Root, make: (x: Expr) => Expr, value: (x: number) => number): Root => ({
    value: value(r.value),
    exact: r.exact && neat(make(r.exact)),
  })
  if (e.op === '-')
    return r =>
      moved(
        r,
        x => op('-', x),
        x => -x,
      )
  if (e.op === '+') {
    const rest = addUp(others)
    return r =>
      moved(
        r,
        x => op('+', x, op('-', rest)),
        x => x - valueAt(rest, {}),
      )
  }
  if (e.op === '*') {
    const rest = multiply(others)
    return r =>
      moved(
        r,
        x => op('/', x, rest),
        x => x / valueAt(rest, {}),
      )
  }
  const [, below] = e.args
  if (e.op === '/' && at === 0 && below)
    return r =>
      moved(
        r,
        x => op('*', x, below),
        x => x * valueAt(below, {}),
      )
  return null
}

export function difference(a: Root, b: Root): Root {
  return { value: a.value - b.value, exact: a.exact && b.exact && neat(op('+', a.exact, op('-', b.exact))) }
}

interface Values {
  readonly points: readonly Root[]
  readonly families: readonly Family[]
}

const noValues: Values = { points: [], families: [] }

/** What the argument of a function can be where its value is this number; null for an unknown function. */
export function inverses(e: Op, at: number, v: Root): Values | null {
  const make = (exactly: (x: Expr) => Expr): Values => ({
    points: [rootOf(exactly(v.exact ?? approximately(v.value)))].filter(hasValue),
    families: [],
  })
  const [a, b] = e.args
  switch (e.op) {
    case 'sqrt':
      return v.value < 0 ? noValues : make(x => op('^', x, int(2)))
    case 'abs':
      return v.value < 0 ? noValues : { points: [v, negated(v)], families: [] }
    case 'ln':
    case 'exp':
      return e.op === 'ln'
        ? make(x => op('^', sym('e'), x))
        : v.value <= 0
          ? noValues
          : make(x => op('ln', x))
    case 'log':
      return at === 0 && b ? make(x => op('^', b, x)) : null
    case '/':
      return at === 1 && a && v.value !== 0 ? make(x => op('/', a, x)) : at === 1 ? noValues : null
    case '^':
      return a && b ? ofPower(a, b, at, v, make) : null
    case 'asin':
    case 'acos':
    case 'atan':
      return make(x => op(e.op.slice(1), x))
    case 'sin':
    case 'cos':
    case 'tan':
      return angles(e.op, v)
    default:
      return null
  }
}

function negated(v: Root): Root {
  return { value: -v.value, exact: v.exact && neat(op('-', v.exact)) }
}

function ofPower(
  base: Expr,
  exponent: Expr,
  at: number,
  v: Root,
  make: (exactly: (x: Expr) => Expr) => Values,
): Values | null {
  if (at === 1) {
    if (v.value <= 0) return noValues
    return make(x => (isSym(base, 'e') ? op('ln', x) : logarithm(x, base)))
  }
  const n = numberOf(exponent)
  if (!n || n.n === 0n) return null
  if (n.d === 1n && n.n > 0n && n.n <= 40n) return { points: powerRoots(v, Number(n.n)), families: [] }
  if (n.d !== 1n && v.value < 0) return noValues
  return make(x => op('^', x, numeral(quotient(whole(1), n))))
}

function logarithm(x: Expr, base: Expr): Expr {
  const [value, b] = [numberOf(x), numberOf(base)]
  if (value && b) {
    const k = Math.log(toNumber(value)) / Math.log(toNumber(b))
    for (const d of [1, 2, 3]) {
      const n = Math.round(k * d)
      if (close(n / d, k, 1e-12)) return numeral(quotient(whole(n), whole(d)))
    }
  }
  return op('/', op('ln', x), op('ln', base))
}

/** All angles with this sine, cosine or tangent. */
function angles(name: string, v: Root): Values | null {
  if (name !== 'tan' && Math.abs(v.value) > 1 + 1e-12) return noValues
  const pi = sym('pi')
  const period = rootOf(name === 'tan' ? pi : op('*', int(2), pi))
  const first = principal(name, v)
  if (name === 'tan') return { points: [], families: [{ base: first, period }] }
  const other = name === 'sin' ? difference(rootOf(pi), first) : negated(first)
  const same = close(Math.cos(first.value - other.value), 1, 1e-12)
  return { points: [], families: [{ base: first, period }, ...(same ? [] : [{ base: other, period }])] }
}

function principal(name: string, v: Root): Root {
  const size = Math.min(1, Math.max(-1, v.value))
  const value = name === 'sin' ? Math.asin(size) : name === 'cos' ? Math.acos(size) : Math.atan(v.value)
  for (const d of [12, 10]) {
    const n = Math.round((value / Math.PI) * d)
    if (close((n * Math.PI) / d, value, 1e-13)) {
      return { value, exact: neat(op('*', numeral(quotient(whole(n), whole(d))), sym('pi'))) }
    }
  }
  return { value, exact: v.exact && op(`a${name}`, v.exact) }
}
