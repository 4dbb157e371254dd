import { product, quotient, type Rational, toNumber, whole } from '../exact/rational.ts'
import { type Expr, int, isOp, isSym, op, rewrite, some, sym } from '../tree.ts'
import { coefficient, expand, has, key, multiply, neat, numberOf, numeral, powerParts, term } from './form.ts'
import { close, valueAt } from './value.ts'

const half = { n: 1n, d: 2n }

/** The parts of an expression that are no sum, product, quotient or whole power and have the unknown in them. */
export function kernelsIn(e: Expr, names: ReadonlySet<string>): Expr[] {
  if (e.kind !== 'op' || !has(e, names)) return []
  if (['+', '-', '*', '/'].includes(e.op)) return e.args.flatMap(arg => kernelsIn(arg, names))
  const [base, exponent] = powerParts(e)
  if (e.op === '^' && numberOf(exponent)?.d === 1n) return kernelsIn(base, names)
  return [e]
}

/** The expression as one in a letter for its only function of the unknown; null where there are more. */
export function oneKernel(
  e: Expr,
  kernels: readonly Expr[],
  names: ReadonlySet<string>,
): { kernel: Expr; inSlot: Expr } | null {
  const unified = inSineOrCosine(e, kernels)
  const [first] = unified ? [unified.kernel] : kernels
  const unfolded = unified?.e ?? e
  if (!first) return null
  const base = exponentialBase(kernels)
  const kernel = base ?? first
  const slot = sym('t')
  const inSlot = rewrite(unfolded, part => {
    if (part.kind !== 'op') return part
    if (key(part) === key(kernel)) return slot
    const times = base ? multipleOfExponent(part, base) : null
    return times ?? part
  })
  return has(inSlot, names) ? null : { kernel, inSlot: neat(inSlot) }

  function multipleOfExponent(part: Expr, of: Expr): Expr | null {
    const found = exponentRatio(part, of)
    return found && op('^', slot, numeral(found))
  }
}

/** sin² and cos² of one angle, where the other of the two stands to an even power only. */
function inSineOrCosine(e: Expr, kernels: readonly Expr[]): { e: Expr; kernel: Expr } | null {
  const sine = kernels.find(k => isOp(k, 'sin'))
  const cosine = kernels.find(k => isOp(k, 'cos'))
  if (!sine || !cosine || sine.kind !== 'op' || cosine.kind !== 'op') return null
  const [u, v] = [sine.args[0], cosine.args[0]]
  if (!u || !v || key(u) !== key(v) || kernels.some(k => key(k) !== key(sine) && key(k) !== key(cosine)))
    return null
  for (const [gone, kept] of [
    [cosine, sine],
    [sine, cosine],
  ] as const) {
    const put = rewrite(expand(e), part => {
      const [base, exponent] = powerParts(part)
      const n = numberOf(exponent)
      if (part.kind !== 'op' || part.op !== '^' || key(base) !== key(gone) || !n || n.n % 2n !== 0n)
        return part
      return op('^', op('+', int(1), op('-', op('^', kept, int(2)))), numeral(product(n, half)))
    })
    if (!some(put, part => part.kind === 'op' && key(part) === key(gone)))
      return { e: expand(put), kernel: kept }
  }
  return null
}

/** The exponential of which all others are whole powers. */
function exponentialBase(kernels: readonly Expr[]): Expr | null {
  const powers = kernels.filter(k => isOp(k, '^', 2))
  if (powers.length !== kernels.length || powers.length < 2) return null
  return (
    powers.find(p =>
      powers.every(q => {
        const found = exponentRatio(q, p)
        return found !== null && found.d === 1n
      }),
    ) ?? null
  )
}

function exponentRatio(part: Expr, of: Expr): Rational | null {
  const [[base, exponent], [ofBase, ofExponent]] = [powerParts(part), powerParts(of)]
  if (!isOp(part, '^', 2)) return null
  const [u, v] = [coefficient(exponent), coefficient(ofExponent)]
  if (key(u.rest) !== key(v.rest) || v.c.n === 0n) return null
  const exponents = quotient(u.c, v.c)
  if (key(base) === key(ofBase)) return exponents
  const [m, n] = [numberOf(base), numberOf(ofBase)]
  if (!m || !n || m.n <= 0n || n.n <= 0n) return null
  const k = Math.log(toNumber(m)) / Math.log(toNumber(n))
  return close(k, Math.round(k), 1e-12) && k !== 0 ? product(exponents, whole(Math.round(k))) : null
}

interface LogTerm {
  readonly c: Rational | null
  readonly inner: Expr | null
  readonly base: Expr
  readonly whole: Expr
}

export function logTerm(t: Expr): LogTerm {
  const { c, rest } = coefficient(t)
  if (isOp(rest, 'ln') && rest.args[0]) return { c, inner: rest.args[0], base: sym('e'), whole: t }
  if (isOp(rest, 'log', 2) && rest.args[0] && rest.args[1])
    return { c, inner: rest.args[0], base: rest.args[1], whole: t }
  return { c: null, inner: null, base: sym('e'), whole: t }
}

interface Exponential {
  readonly c: number
  readonly factor: Expr
  readonly base: Expr
  readonly exponent: Expr
}

export function exponential(t: Expr, names: ReadonlySet<string>): Exponential | null {
  const { c, rest } = coefficient(t)
  const factors = isOp(rest, '*') ? rest.args : [rest]
  const varying = factors.filter(f => has(f, names))
  const [power] = varying
  if (!power || varying.length !== 1 || !isOp(power, '^', 2)) return null
  const [base, exponent] = powerParts(power)
  if (has(base, names)) return null
  const factor = term(c, multiply(factors.filter(f => f !== power)))
  return { c: valueAt(factor, {}), factor, base, exponent }
}

export function logOf(base: Expr): Expr {
  return isSym(base, 'e') ? int(1) : op('ln', base)
}

export interface TrigTerm {
  readonly c: Rational
  readonly name: string
  readonly inner: Expr
}

export function trigTerm(t: Expr): TrigTerm | null {
  const { c, rest } = coefficient(t)
  if (rest.kind !== 'op' || !['sin', 'cos', 'tan'].includes(rest.op) || !rest.args[0]) return null
  return { c, name: rest.op, inner: rest.args[0] }
}

export function occurrences(e: Expr, name: string): number {
  if (e.kind === 'sym') return e.name === name ? 1 : 0
  return e.kind === 'op' ? e.args.reduce((total, arg) => total + occurrences(arg, name), 0) : 0
}
