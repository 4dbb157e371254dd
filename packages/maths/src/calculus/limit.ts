import type { Budget } from '../budget.ts'
import { evaluate, isKnown } from '../evaluate/complex.ts'
import {
  type Expr,
  int,
  isOp,
  isSym,
  nodes,
  type Op,
  op,
  rewrite,
  sameTree,
  substitute,
  sym,
  variables,
} from '../tree.ts'
import { isFree, literalOf, minus, negated, nought, over, plus, raised, times, unity } from './assemble.ts'
import { type Expansion, expand, fail, isZero, leading, NoSeries, type Series, signOf } from './series.ts'

/**
 * The limit that a tree asks for, `inf` and `minf` included, or null where none is found. It is read off the leading
 * term of a series in the distance to the point; of exponential functions that outgrow all powers the fastest takes the
 * place of that distance, as in D. Gruntz, On computing limits in a symbolic manipulation system, 1996.
 * Half of the budget is the most it takes.
 */
export function limit(e: Op, budget: Budget): Expr | null {
  return budget.attempt(0.5, part => sought(e, part))
}

function sought(e: Op, budget: Budget): Expr | null {
  const [f, x, at, side] = e.args
  if (f === undefined || !isSym(x) || at === undefined) return null
  if (isFree(f, x.name)) return f
  if (isSym(at, 'inf') || isMinusInfinity(at)) return oneSided(f, x.name, at, 'plus', budget)
  if (side) return isSym(side) ? oneSided(f, x.name, at, side.name, budget) : null
  const [above, below] = [oneSided(f, x.name, at, 'plus', budget), oneSided(f, x.name, at, 'minus', budget)]
  return above && below && isSame(above, below, budget) ? above : null
}

function isMinusInfinity(e: Expr): boolean {
  return isSym(e, 'minf') || (isOp(e, '-', 1) && isSym(e.args[0], 'inf'))
}

function isSame(a: Expr, b: Expr, budget: Budget): boolean {
  if (sameTree(a, b)) return true
  const infinite = (e: Expr): boolean => isSym(e, 'inf') || isSym(e, 'minf')
  try {
    return !infinite(a) && !infinite(b) && isZero(minus(a, b), budget)
  } catch (error) {
    if (error instanceof NoSeries) return false
    throw error
  }
}

const small = ' s'

function oneSided(f: Expr, x: string, at: Expr, side: string, budget: Budget): Expr | null {
  const s = sym(small)
  const place = isSym(at, 'inf')
    ? over(unity, s)
    : isMinusInfinity(at)
      ? negated(over(unity, s))
      : side === 'plus'
        ? plus(at, s)
        : minus(at, s)
  const g = plain(substitute(f, x, place))
  const found = reached(g, small, budget, 0)
  return found && isPlausible(g, found, budget) ? found : null
}

/** Hyperbolic functions and powers with exponents that vary as exponential functions, tangents and the like as quotients. */
function plain(f: Expr): Expr {
  return rewrite(f, e => {
    if (e.kind !== 'op') return e
    const [u, v] = e.args
    if (u && ['sinh', 'cosh', 'tanh'].includes(e.op)) return hyperbolic(e.op, u)
    const quotient = quotients[e.op]
    if (u && quotient) return over(quotient[0] ? op(quotient[0], u) : unity, op(quotient[1], u))
    return e.op === '^' && u && v && !isFree(v, small)
      ? op('exp', isSym(u, 'e') ? v : times(v, op('ln', u)))
      : e
  })
}

const quotients: Readonly<Record<string, readonly [string, string] | undefined>> = {
  tan: ['sin', 'cos'],
  cot: ['cos', 'sin'],
  sec: ['', 'cos'],
  csc: ['', 'sin'],
}

function hyperbolic(name: string, u: Expr): Expr {
  const [up, down] = [op('exp', u), op('exp', negated(u))]
  const [difference, sum] = [minus(up, down), plus(up, down)]
  return name === 'tanh' ? over(difference, sum) : over(name === 'sinh' ? difference : sum, int(2))
}

/** The limit for `s` to zero from above. */
function reached(f: Expr, s: string, budget: Budget, depth: number): Expr | null {
  if (depth > 4) return null
  for (const terms of [6, 14]) {
    budget.spend(500)
    try {
      return attempt(f, { s, log: `${s} log`, terms, budget }, depth)
    } catch (error) {
      if (!(error instanceof NoSeries)) throw error
    }
  }
  return null
}

function attempt(f: Expr, given: Expansion, depth: number): Expr | null {
  const index = ramification(f)
  const ramified = index === 1 ? f : simplified(substitute(f, given.s, raised(sym(given.s), int(index))))
  const fastest = outgrowing(ramified, given, depth)
  if (fastest === null) return ofSeries(expand(ramified, given), given, depth)
  const fast = { ...given, s: `${given.s} w`, log: `${given.s} w log` }
  const { low, list } = expand(inTermsOf(fastest, ramified, fast, given, depth), fast)
  const logarithm = times(int(-signOf(fastest.series.list[0] ?? nought, given)), fastest.argument)
  return ofSeries({ low, list: list.map(c => substitute(c, fast.log, logarithm)) }, fast, depth, given.s)
}

/** Powers of powers of the variable taken together. */
function simplified(f: Expr): Expr {
  return rewrite(f, e => {
    if (!isOp(e, '^', 2)) return e
    const [u, v] = e.args
    return isOp(u, '^', 2) &&
      u.args[0] &&
      u.args[1] &&
      v &&
      literalOf(v)?.d === 1n &&
      literalOf(u.args[1])?.d === 1n
      ? raised(u.args[0], times(u.args[1], v))
      : e
  })
}

/** What the denominators of exponents divide. Throws NoSeries above twelve. */
function ramification(f: Expr): number {
  let index = 1
  for (const e of nodes(f)) {
    if (e.kind !== 'op') continue
    const exponent = e.args[1] && literalOf(e.args[1])
    const d =
      e.op === 'sqrt'
        ? 2
        : e.op === 'root' && exponent?.d === 1n
          ? Number(exponent.n)
          : e.op === '^' && exponent
            ? Number(exponent.d)
            : 1
    if (index % d !== 0) index *= d
    if (index > 12) return fail()
  }
  return index
}

interface Growth {
  readonly argument: Expr
  readonly series: Series
}

/** The exponential function in the tree that tends to zero or infinity the fastest, faster than any power; null without one. */
function outgrowing(f: Expr, given: Expansion, depth: number): Growth | null {
  let found: Growth | null = null
  for (const e of nodes(f)) {
    const argument = isOp(e, 'exp', 1) ? e.args[0] : undefined
    if (!argument || isFree(argument, given.s) || outgrowing(argument, given, depth + 1)) continue
    const series = start(argument, given)
    if (series && series.low < 0 && (found === null || series.low < found.series.low))
      found = { argument, series }
  }
  return found
}

function start(e: Expr, given: Expansion): Series | null {
  const series = expand(e, given)
  return series.low < 0 ? leading(series, given) : null
}

/** The tree with `w` for `e^(-|g|)`, where `g` is the fastest argument; others have a fixed ratio to it, or are slower. */
function inTermsOf(
  { argument, series }: Growth,
  f: Expr,
  fast: Expansion,
  slow: Expansion,
  depth: number,
): Expr {
  const sign = signOf(series.list[0] ?? nought, slow)
  return rewrite(f, e => {
    const inner = isOp(e, 'exp', 1) ? e.args[0] : undefined
    if (!inner || isFree(inner, slow.s)) return e
    const ratio = reached(over(inner, argument), slow.s, slow.budget, depth + 1)
    const k = ratio && literalOf(ratio)
    if (!k) return fail()
    if (k.n === 0n) return e
    if (k.d !== 1n) return fail()
    const rest = sameTree(inner, argument) ? nought : minus(inner, times(ratio, argument))
    const power = raised(sym(fast.s), times(int(-sign), ratio))
    return rest === nought || expandsToZero(rest, slow) ? power : times(power, op('exp', rest))
  })
}

function expandsToZero(e: Expr, given: Expansion): boolean {
  return expand(e, given).list.every(c => literalOf(c)?.n === 0n)
}

/** What the leading term tends to; its coefficient may hold the logarithm, or what is slower than `w`. */
function ofSeries(series: Series, given: Expansion, depth: number, slower?: string): Expr | null {
  const vanishes = series.list.every(c => literalOf(c)?.n === 0n)
  if (vanishes) return series.low + series.list.length > 0 ? nought : fail()
  const { low, list } = leading(series, given)
  const c = list[0] ?? nought
  if (low > 0) return nought
  if (low < 0)
    return isFree(c, given.s)
      ? sym(signOf(c, slower === undefined ? given : { ...given, s: slower }) > 0 ? 'inf' : 'minf')
      : fail()
  if (!isFree(c, given.log))
    return reached(
      substitute(c, given.log, negated(over(unity, sym(`${given.s}s`)))),
      `${given.s}s`,
      given.budget,
      depth + 1,
    )
  if (slower !== undefined && !isFree(c, slower)) return reached(c, slower, given.budget, depth + 1)
  return isFree(c, given.s) ? c : fail()
}

/** Whether values nearby do not contradict a limit. */
function isPlausible(g: Expr, found: Expr, budget: Budget): boolean {
  const names = variables(op('+', g, found)).filter(name => name !== small)
  const [far, near] = [1e-2, 1e-4].map(s => {
    const at = new Map(
      names.map((name, k): [string, { re: number; im: number }] => [name, { re: 1.37 + 0.61 * k, im: 0 }]),
    )
    const value = evaluate(g, at.set(small, { re: s, im: 0 }), budget)
    const goal = isSym(found, 'inf') || isSym(found, 'minf') ? null : evaluate(found, at, budget)
    if (!isKnown(value) || value.error > 1e-3 * (1 + Math.abs(value.re)) || (goal && !isKnown(goal)))
      return null
    return goal ? Math.hypot(value.re - goal.re, value.im - goal.im) / (1 + Math.abs(goal.re)) : value.re
  })
  if (far === null || near === null || far === undefined || near === undefined) return true
  if (isSym(found, 'inf')) return near > far || near > 1e3
  if (isSym(found, 'minf')) return near < far || near < -1e3
  return near < 0.05 || near < 0.95 * far
}
