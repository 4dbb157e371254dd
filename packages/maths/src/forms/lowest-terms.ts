import { bitLength, greatestCommonDivisor } from '../exact/rational.ts'
import { printText } from '../print/text.ts'
import { type Expr, isDecimal, isOp, isSym, some, variables } from '../tree.ts'
import { rationalValue } from './rational-value.ts'

/** What keeps an expression from being in lowest terms. */
export interface Flaw {
  readonly code: 'notReduced' | 'rootBelow' | 'minusBelow' | 'fractionInFraction'
  readonly data: Readonly<Record<string, string>>
}

/** The first flaw, null where all fractions are as they should be. */
export function flaw(e: Expr): Flaw | null {
  if (e.kind !== 'op') return null
  if (e.op === '*' || e.op === '/') {
    const parts = fractionParts(e)
    return inFraction(e, parts) ?? firstFlaw([...parts.above, ...parts.below])
  }
  return (e.op === '^' ? inPower(e) : null) ?? firstFlaw(e.args)
}

function firstFlaw(list: readonly Expr[]): Flaw | null {
  for (const e of list) {
    const found = flaw(e)
    if (found) return found
  }
  return null
}

/** The factors above and below the line of a product of fractions; minus signs before factors left on. */
interface FractionParts {
  readonly above: Expr[]
  readonly below: Expr[]
}

/** Takes products and quotients apart, also nested ones, down to factors that are neither. */
export function fractionParts(e: Expr): FractionParts {
  const parts: FractionParts = { above: [], below: [] }
  split(e, parts.above, parts.below)
  return parts
}

function split(e: Expr, above: Expr[], below: Expr[]): void {
  const [a, b] = e.kind === 'op' ? e.args : []
  if (isOp(e, '*')) for (const factor of e.args) split(factor, above, below)
  else if (isOp(e, '/') && a && b) {
    split(a, above, below)
    split(b, below, above)
  } else above.push(e)
}

function inFraction(e: Expr, { above, below }: FractionParts): Flaw | null {
  if (below.length === 0) return null
  const surd = below.find(hasRoot)
  if (surd) return { code: 'rootBelow', data: { below: printText(surd), fraction: printText(e) } }
  const minus = below.find(factor => isOp(factor, '-') && rationalValue(factor) !== null)
  if (minus) return { code: 'minusBelow', data: { fraction: printText(e) } }
  if (numberInNumber(e)) return { code: 'fractionInFraction', data: { fraction: printText(e) } }
  const divisor = greatestCommonDivisor(productOf(above), productOf(below))
  return divisor > 1n ? { code: 'notReduced', data: { fraction: printText(e), divisor: `${divisor}` } } : null
}

/** A fraction of numbers whose numerator or denominator is a fraction of numbers again. */
function numberInNumber(e: Expr): boolean {
  const [a, b] = isOp(e, '/') ? e.args : []
  return a !== undefined && b !== undefined && [a, b].every(isNumber) && [a, b].some(isBroken)
}

function isNumber(e: Expr): boolean {
  return rationalValue(e) !== null
}

function isBroken(e: Expr): boolean {
  return some(e, node => isOp(node, '/')) && rationalValue(e)?.d !== 1n
}

/** The product of the factors that are whole numbers, and not written with a point. */
function productOf(factors: readonly Expr[]): bigint {
  return factors.reduce((total, factor) => {
    if (some(factor, node => node.kind === 'num' && isDecimal(node))) return total
    const value = rationalValue(factor)
    return value?.d === 1n && bitLength(total) < 10_000 ? total * value.n : total
  }, 1n)
}

function inPower(e: Expr & { kind: 'op' }): Flaw | null {
  const [base, exponent] = e.args
  const value = exponent ? rationalValue(exponent) : null
  if (!base || !value || value.n >= 0n) return null
  const surd = hasRoot(base) || (value.d !== 1n && variables(base).length === 0)
  return surd ? { code: 'rootBelow', data: { below: printText(base), fraction: printText(e) } } : null
}

/** Whether a root of numbers or the imaginary unit stands in it, outside the arguments of functions. */
export function hasRoot(e: Expr): boolean {
  if (isSym(e, 'i')) return true
  if (e.kind !== 'op') return false
  const [a, b] = e.args
  if ((e.op === 'sqrt' || e.op === 'root') && a) return variables(a).length === 0
  if (e.op === '^' && a && b && variables(a).length === 0) {
    const exponent = rationalValue(b)
    if (exponent && exponent.d !== 1n) return true
  }
  if (e.op === '^' && a) return hasRoot(a)
  return ['+', '-', '*', '/'].includes(e.op) && e.args.some(hasRoot)
}
