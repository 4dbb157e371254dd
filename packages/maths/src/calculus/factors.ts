import { type Expr, int, isSym, op, sameTree, sym } from '../tree.ts'
import {
  coefficientsIn,
  isFree,
  isNought,
  nought,
  over,
  plus,
  polynomial,
  raised,
  times,
  unity,
  wholeOf,
} from './assemble.ts'

/** A constant times powers; no base occurs twice, and the variable occurs in each. */
export interface Factors {
  readonly constant: Expr
  readonly powers: readonly Power[]
}

export interface Power {
  readonly base: Expr
  readonly exponent: Expr
}

const quotients: Readonly<Record<string, readonly [string, number, string, number]>> = {
  tan: ['sin', 1, 'cos', -1],
  cot: ['sin', -1, 'cos', 1],
  sec: ['sin', 0, 'cos', -1],
  csc: ['sin', -1, 'cos', 0],
  tanh: ['sinh', 1, 'cosh', -1],
  coth: ['sinh', -1, 'cosh', 1],
  sech: ['sinh', 0, 'cosh', -1],
  csch: ['sinh', -1, 'cosh', 0],
}

/** A tree as a product of powers, with roots as powers, and tangents and the like as quotients of sines and cosines. */
export function factorsOf(e: Expr, x: string): Factors {
  const constants: Expr[] = []
  const powers: Power[] = []
  collect(e, unity, x, constants, powers)
  return { constant: times(...constants), powers: merged(powers, x) }
}

function collect(e: Expr, exponent: Expr, x: string, constants: Expr[], powers: Power[]): void {
  const into = (part: Expr, n: Expr): void => collect(part, n, x, constants, powers)
  if (isFree(e, x)) {
    if (isFree(exponent, x)) constants.push(raised(e, exponent))
    else powers.push({ base: e, exponent })
    return
  }
  const parts = wholeOf(exponent) === null ? null : partsOf(e)
  if (parts) for (const [part, count] of parts) into(part, times(int(count), exponent))
  else opened(e, exponent, wholeOf(exponent) !== null, into, powers)
}

/** Products and quotients as parts with exponents. */
function partsOf(e: Expr): [Expr, number][] | null {
  if (e.kind !== 'op') return null
  const [a, b] = e.args
  if (e.op === '*') return e.args.map(arg => [arg, 1])
  if (e.op === '/' && a && b)
    return [
      [a, 1],
      [b, -1],
    ]
  if (e.op === '-' && a)
    return [
      [int(-1), 1],
      [a, 1],
    ]
  const [up, m, down, n] = quotients[e.op] ?? []
  if (!a || up === undefined || down === undefined || m === undefined || n === undefined) return null
  const list: [Expr, number][] = [
    [op(up, a), m],
    [op(down, a), n],
  ]
  return list.filter(([, count]) => count !== 0)
}

function opened(
  e: Expr,
  exponent: Expr,
  whole: boolean,
  into: (e: Expr, n: Expr) => void,
  powers: Power[],
): void {
  const [a, b] = e.kind === 'op' ? e.args : []
  const name = e.kind === 'op' && whole ? e.op : ''
  if (a && name === 'exp') into(sym('e'), times(a, exponent))
  else if (a && b && name === '^') into(a, times(b, exponent))
  else if (a && name === 'sqrt') into(a, times(over(unity, int(2)), exponent))
  else powers.push({ base: e, exponent })
}

/** A sum of exponents; polynomials are added by their coefficients. */
function together(a: Expr, b: Expr, x: string): Expr {
  if (sameTree(a, times(int(-1), b)) || sameTree(b, times(int(-1), a))) return nought
  const list = coefficientsIn(plus(a, b), x)
  return list ? polynomial(list, x) : plus(a, b)
}

function merged(powers: readonly Power[], x: string): Power[] {
  const found: Power[] = []
  for (const { base, exponent } of powers) {
    const k = found.findIndex(power => sameTree(power.base, base))
    const known = found[k]
    if (known) found[k] = { base, exponent: together(known.exponent, exponent, x) }
    else found.push({ base, exponent })
  }
  return found.filter(power => !isNought(power.exponent))
}

/** The product of two, the second inverted where asked. */
export function joinFactors(a: Factors, b: Factors, sign: 1 | -1, x: string): Factors {
  const other = b.powers.map(({ base, exponent }) => ({ base, exponent: times(int(sign), exponent) }))
  const constant = sign === 1 ? times(a.constant, b.constant) : over(a.constant, b.constant)
  return { constant, powers: merged([...a.powers, ...other], x) }
}

export function treeOfPower({ base, exponent }: Power): Expr {
  return isSym(base, 'e') ? op('exp', exponent) : raised(base, exponent)
}

export function treeOfFactors({ constant, powers }: Factors): Expr {
  return times(constant, ...powers.map(treeOfPower))
}
