import type { Budget } from '../budget.ts'
import { negative, quotient, toNumber, whole } from '../exact/rational.ts'
import { approximate, isExact, realRoots } from '../exact/real-roots.ts'
import { type Expr, int, isOp, isSym, type Op, op, rewrite, size, some, sym, variables } from '../tree.ts'
import { addUp, expand, has, key, minus, multiply, neat, numberOf, numeral, terms } from './form.ts'
import { affine, difference, inverses } from './inverse.ts'
import {
  exponential,
  kernelsIn,
  logOf,
  logTerm,
  occurrences,
  oneKernel,
  type TrigTerm,
  trigTerm,
} from './kernels.ts'
import {
  below,
  combine,
  everything,
  type Family,
  fromTests,
  infinite,
  intersection,
  nothing,
  ofPoints,
  type RealSet,
  type Root,
  union,
} from './real-set.ts'
import { factoredOut, linearIn, symbolicIn, together } from './together.ts'
import { type Coefficients, polynomialAt, polynomialIn, withoutRoot } from './univariate.ts'
import { close, valueAt } from './value.ts'
import {
  approximately,
  asPoly,
  common,
  hasValue,
  merged,
  ofQuadratic,
  powerRoots,
  rationalRoots,
  rootOf,
  type Zeros,
  zeroConstant,
  zeroRoot,
} from './zeros.ts'

/**
 * The real solutions of a line in one unknown: an equation, an inequality, or several with `and` and `or`. Null where
 * no method here finds them all. Each method finds numbers among which all solutions are; what does not satisfy the
 * line itself, or stands where it has no value, is left out.
 */
export function solve(line: Expr, name: string, budget: Budget): RealSet | null {
  return new Solver(name, budget).line(line)
}

/** The names that stand for any whole number in a solution such as `x = pi/6 + 2k*pi`. */
const counters = ['k', 'n', 'm', 'l']

class Solver {
  readonly name: string
  readonly names: ReadonlySet<string>
  readonly budget: Budget
  #depth = 0

  constructor(name: string, budget: Budget) {
    this.name = name
    this.names = new Set([name])
    this.budget = budget
  }

  line(e: Expr): RealSet | null {
    this.budget.spend(50 + 40 * size(e))
    if (isSym(e, 'true') || isSym(e, 'all')) return everything
    if (isSym(e, 'false') || isSym(e, 'none')) return nothing
    if (e.kind !== 'op') return null
    if (e.op === 'set' && e.args.length === 0) return nothing
    if (some(e, part => isOp(part, 'pm'))) return this.#bothSigns(e)
    switch (e.op) {
      case 'or':
      case 'list':
      case 'seq':
        return all(
          e.args.map(arg => this.line(arg)),
          sets => union(sets),
        )
      case 'and':
      case 'chain':
        return all(
          e.args.map(arg => this.line(arg)),
          sets => intersection(sets),
        )
      case 'not':
        return all(
          e.args.map(arg => this.line(arg)),
          sets => combine(sets, member => member[0] === false),
        )
      case 'in':
        return this.#membership(e)
      case '#':
        return all([this.#equation(e)], sets => combine(sets, member => member[0] === false))
      case '=':
        return this.#equation(e)
      case '<':
      case '>':
      case '<=':
      case '>=':
        return this.#inequality(e)
      default:
        return null
    }
  }

  #bothSigns(e: Op): RealSet | null {
    const sign = (plus: boolean): Expr =>
      rewrite(e, part => {
        if (!isOp(part, 'pm') || !part.args[0]) return part
        const [a, b] = part.args
        if (b) return op('+', a ?? int(0), plus ? b : op('-', b))
        return plus ? (a ?? part) : op('-', a ?? int(0))
      })
    return all([this.line(sign(true)), this.line(sign(false))], union)
  }

  #membership(e: Op): RealSet | null {
    const [x, set] = e.args
    return isSym(x, this.name) && set ? this.#asSet(set) : null
  }

  #asSet(e: Expr): RealSet | null {
    if (isSym(e, 'none')) return nothing
    if (isSym(e, 'all')) return everything
    if (e.kind !== 'op') return null
    if (e.op === 'set') return ofPoints(e.args.map(arg => rootOf(arg)))
    if (e.op === 'union')
      return all(
        e.args.map(arg => this.#asSet(arg)),
        union,
      )
    if (e.op === 'intersection')
      return all(
        e.args.map(arg => this.#asSet(arg)),
        intersection,
      )
    const [a, b] = e.args
    if (!/^[oc]{2}$/.test(e.op) || !a || !b) return null
    return {
      spans: [{ from: endOf(a), to: endOf(b), fromClosed: e.op[0] === 'c', toClosed: e.op[1] === 'c' }],
      families: [],
    }
  }

  #equation(e: Op): RealSet | null {
    const [left, right] = e.args
    if (!left || !right) return null
    const counter = variables(e).find(v => v !== this.name && counters.includes(v))
    if (counter !== undefined) return this.#withCounter(left, right, counter)
    if (variables(e).some(v => v !== this.name)) return null
    const found = this.#roots(op('+', left, op('-', right)))
    if (found === null) return this.#byCases(left, right)
    if (found === 'always') return this.#whereDefined(e)
    const families = found.families.map(f => this.#holdsThroughout(left, right, f))
    if (families.includes(null)) return null
    return {
      ...ofPoints(found.points.filter(p => this.#satisfies(left, right, p.value))),
      families: found.families.filter((_, k) => families[k] === true),
    }
  }

  /** With absolute values that may hold on a whole interval: every case gives possible ends, which are then tried. */
  #byCases(left: Expr, right: Expr): RealSet | null {
    const e = op('+', left, op('-', right))
    const inner = kernelsIn(e, this.names).flatMap(k => (isOp(k, 'abs') ? k.args : []))
    if (inner.length === 0 || inner.length > 4) return null
    let cases: Expr[] = [e]
    for (const u of inner) cases = cases.flatMap(one => [u, op('-', u)].map(by => withoutBars(one, u, by)))
    const found = [...cases.map(one => this.#roots(neat(one))), ...inner.map(u => this.#roots(u))]
    if (found.some(zeros => zeros === null || (zeros !== 'always' && zeros.families.length > 0))) return null
    const ends = found.flatMap(zeros => (zeros === null || zeros === 'always' ? [] : zeros.points))
    return fromTests(ends, value => this.#satisfies(left, right, value))
  }

  /** Whether all members of a family satisfy an equation, or none; null where some do. */
  #holdsThroughout(left: Expr, right: Expr, f: Family): boolean | null {
    const members = [-5, -2, -1, 0, 1, 2, 3, 7].map(k => f.base.value + k * f.period.value)
    const found = members.map(value => this.#satisfies(left, right, value))
    return found.every(one => one === found[0]) ? found[0] === true : null
  }

  #satisfies(left: Expr, right: Expr, value: number): boolean {
    const at = { [this.name]: value }
    const [a, b] = [valueAt(left, at), valueAt(right, at)]
    return close(a, b, 1e-7)
  }

  /** An equation that is linear in the unknown and in the letter for any whole number. */
  #withCounter(left: Expr, right: Expr, counter: string): RealSet | null {
    const parts = linearIn(op('+', left, op('-', right)), this.name)
    if (!parts || variables(parts.factor).length > 0) return null
    const solved = linearIn(neat(op('/', op('-', parts.rest), parts.factor)), counter)
    if (!solved || variables(solved.factor).length > 0 || variables(solved.rest).length > 0) return null
    const [base, period] = [rootOf(solved.rest), rootOf(solved.factor)]
    if (!Number.isFinite(base.value) || !Number.isFinite(period.value) || period.value === 0) return null
    return { spans: [], families: [{ base, period }] }
  }

  /** Where an equation that holds wherever it has a value does so. */
  #whereDefined(e: Expr): RealSet | null {
    const ends = this.#breaks(e)
    const { args } = e.kind === 'op' ? e : { args: [] }
    return (
      ends &&
      fromTests(ends, value => args.every(arg => Number.isFinite(valueAt(arg, { [this.name]: value }))))
    )
  }

  #inequality(e: Op): RealSet | null {
    const [left, right] = e.args
    if (!left || !right || variables(e).some(v => v !== this.name)) return null
    const found = this.#roots(op('+', left, op('-', right)))
    const ends = this.#breaks(e)
    if (found === null || ends === null) return null
    const zeros = found === 'always' ? [] : found.points
    if (found !== 'always' && found.families.length > 0) return null
    return fromTests([...zeros, ...ends], value => {
      const at = { [this.name]: value }
      const [a, b] = [valueAt(left, at), valueAt(right, at)]
      if (!Number.isFinite(a) || !Number.isFinite(b)) return false
      if (found === 'always' || close(a, b, 1e-11)) return e.op.endsWith('=')
      return e.op.startsWith('<') ? a < b : a > b
    })
  }

  /** The points where something in the expression may stop having a value; null where they can't be found. */
  #breaks(e: Expr): Root[] | null {
    const found: Root[] = []
    for (const inner of guards(e)) {
      if (!has(inner, this.names)) continue
      const zeros = this.#roots(inner)
      if (zeros === null || zeros === 'always' || zeros.families.length > 0) return null
      found.push(...zeros.points)
    }
    return found
  }

  /** The real zeros of an expression, and perhaps more; `always` where it is zero for all. */
  #roots(e: Expr): Zeros | null {
    this.budget.spend(200 + 150 * size(e))
    if (this.#depth > 12) return null
    this.#depth += 1
    try {
      return this.#byForm(e)
    } finally {
      this.#depth -= 1
    }
  }

  #byForm(e: Expr): Zeros | null {
    const asIs = polynomialIn(e, this.name)
    if (asIs) return this.#ofPolynomial(asIs)
    const tidy = factoredOut(neat(e))
    if (!has(tidy, this.names)) return zeroConstant(tidy, this.budget)
    const [name, a, b] = tidy.kind === 'op' ? [tidy.op, ...tidy.args] : ['']
    if (tidy.kind === 'op' && name === '*') {
      return merged(tidy.args.filter(f => has(f, this.names)).map(f => this.#roots(f)))
    }
    if (name === '-' && a) return this.#roots(a)
    if (name === '/' && a) return has(a, this.names) ? this.#roots(a) : zeroConstant(a, this.budget)
    if (name === '^' && a && b && numberOf(b)) return this.#roots(a)
    return this.#coverUp(tidy) ?? this.#bySum(tidy)
  }

  #bySum(e: Expr): Zeros | null {
    const { n, d } = together(e)
    if (has(d, this.names)) return this.#roots(expand(n))
    const kernels = kernelsIn(e, this.names)
    return (
      this.#inOneKernel(e, kernels) ??
      this.#withAbsolute(e) ??
      this.#withRoot(e) ??
      this.#withLogs(e) ??
      this.#twoExponentials(e) ??
      this.#twoTrig(e) ??
      this.#withConstantFactors(e) ??
      this.#common(e)
    )
  }

  /** A common factor of all terms that shows once they are multiplied out. */
  #common(e: Expr): Zeros | null {
    const open = factoredOut(expand(e))
    return isOp(open, '*') && key(open) !== key(e) ? this.#roots(open) : null
  }

  #ofPolynomial(all: Coefficients): Zeros {
    if (all.length === 0) return 'always'
    if (all.length === 3) return { points: ofQuadratic(all), families: [] }
    const points: Root[] = []
    let rest = all
    for (const root of rationalRoots(all, this.budget)) {
      points.push({ value: toNumber(root), exact: numeral(root) })
      while (rest.length > 1 && polynomialAt(rest, root).n === 0n) rest = withoutRoot(rest, root)
    }
    points.push(...this.#irrational(rest))
    return { points, families: [] }
  }

  #irrational(all: Coefficients): Root[] {
    if (all.length <= 1) return []
    const step = all.reduce((g, c, k) => (c.n === 0n ? g : common(g, k)), 0)
    if (step > 1) return this.#inPower(all, step)
    if (all.length === 3) return ofQuadratic(all)
    return realRoots(asPoly(all), this.budget).map(root => ({
      value: approximate(root, this.budget),
      exact: isExact(root) ? numeral(root.low) : null,
    }))
  }

  #inPower(all: Coefficients, step: number): Root[] {
    const inner = this.#ofPolynomial(all.filter((_, k) => k % step === 0))
    if (inner === 'always') return []
    return inner.points.flatMap(p => powerRoots(p, step))
  }

  /** With one place for the unknown: what is around it is undone, layer after layer. */
  #coverUp(e: Expr): Zeros | null {
    if (occurrences(e, this.name) !== 1) return null
    let around: Expr = e
    let values: { points: Root[]; families: Family[] } = { points: [zeroRoot], families: [] }
    while (!isSym(around, this.name)) {
      const layer = this.#layer(around, values)
      if (!layer) return null
      around = layer.inside
      values = layer.values
    }
    return values
  }

  #layer(
    e: Expr,
    values: { points: Root[]; families: Family[] },
  ): { inside: Expr; values: { points: Root[]; families: Family[] } } | null {
    if (e.kind !== 'op') return null
    this.budget.spend(40)
    const at = e.args.findIndex(arg => has(arg, this.names))
    const inside = e.args[at]
    if (!inside) return null
    const undone = affine(e, at)
    if (undone) {
      const move = (r: Root): Root => undone(r)
      const scaleOf = (r: Root): Root => ({ ...r, ...difference(move(r), move(zeroRoot)) })
      return {
        inside,
        values: {
          points: values.points.map(move).filter(hasValue),
          families: values.families.map(f => ({ base: move(f.base), period: scaleOf(f.period) })),
        },
      }
    }
    if (values.families.length > 0) return null
    const found = values.points.map(v => inverses(e, at, v))
    if (found.some(f => f === null)) return null
    const known = found.filter(f => f !== null)
    return {
      inside,
      values: {
        points: known.flatMap(f => f.points).filter(hasValue),
        families: known.flatMap(f => f.families),
      },
    }
  }

  #inOneKernel(e: Expr, kernels: readonly Expr[]): Zeros | null {
    const single = oneKernel(e, kernels, this.names)
    if (!single) return null
    const slot = 't'
    const inSlot = new Solver(slot, this.budget)
    const values = inSlot.#roots(single.inSlot)
    if (values === null || values === 'always' || values.families.length > 0) return values
    return merged(
      values.points.map(v => this.#roots(op('+', single.kernel, op('-', v.exact ?? approximately(v.value))))),
      true,
    )
  }

  /** By cases for each absolute value; a case that does not hold is left out by trying its numbers. */
  #withAbsolute(e: Expr): Zeros | null {
    const bars = kernelsIn(e, this.names).find(k => isOp(k, 'abs'))
    const inner = bars?.kind === 'op' ? bars.args[0] : undefined
    if (!bars || !inner) return null
    const name = key(bars)
    const put = (by: Expr): Expr => rewrite(e, part => (part.kind === 'op' && key(part) === name ? by : part))
    const cases = [put(inner), put(op('-', inner))].map(part => this.#roots(neat(part)))
    return cases.includes('always') ? null : merged(cases)
  }

  /** A root by itself on one side, and then both sides squared. */
  #withRoot(e: Expr): Zeros | null {
    const root = kernelsIn(e, this.names).find(k => isOp(k, 'sqrt'))
    const inner = root?.kind === 'op' ? root.args[0] : undefined
    if (!root || !inner) return null
    const name = key(root)
    const slot = sym('the root')
    const parts = linearIn(
      rewrite(e, part => (part.kind === 'op' && key(part) === name ? slot : part)),
      slot.name,
    )
    if (!parts || has(parts.rest, new Set([slot.name]))) return null
    const squared = op(
      '+',
      op('^', parts.rest, int(2)),
      op('-', op('*', op('^', parts.factor, int(2)), inner)),
    )
    return this.#roots(expand(squared))
  }

  /** Logarithms of one base taken together into one, whose argument is then known. */
  #withLogs(e: Expr): Zeros | null {
    const parts = terms(neat(e)).map(t => logTerm(t))
    if (parts.some(p => p.inner && p.c === null)) return null
    const withLog = parts.filter(p => p.inner !== null)
    const rest = parts.filter(p => p.inner === null).map(p => p.whole)
    const base = withLog[0]?.base
    if (!base || rest.some(t => has(t, this.names)) || withLog.some(p => key(p.base) !== key(base)))
      return null
    const powers = withLog.map(p => ({ inner: p.inner ?? int(1), c: p.c ?? whole(1) }))
    if (powers.some(p => p.c.d !== 1n || p.c.n > 6n || p.c.n < -6n)) return null
    const side = (sign: bigint): Expr =>
      multiply(powers.filter(p => p.c.n * sign > 0n).map(p => neat(op('^', p.inner, int(p.c.n * sign)))))
    const value = neat(op('^', base, neat(op('-', addUp(rest)))))
    return this.#roots(expand(op('+', side(1n), op('-', op('*', value, side(-1n))))))
  }

  /** A power equal to another power: their logarithms are equal. */
  #twoExponentials(e: Expr): Zeros | null {
    const parts = terms(e)
    const [a, b] = parts.map(t => exponential(t, this.names))
    if (parts.length !== 2 || !a || !b || a.c * b.c >= 0) return null
    const constant = close(Math.abs(a.c), Math.abs(b.c))
      ? int(0)
      : op('-', op('ln', neat(op('abs', a.factor))), op('ln', neat(op('abs', b.factor))))
    const shift = isOp(constant, '-')
      ? op('+', constant.args[0] ?? int(0), op('-', constant.args[1] ?? int(0)))
      : int(0)
    const logs = op(
      '+',
      op('*', a.exponent, logOf(a.base)),
      op('-', op('*', b.exponent, logOf(b.base))),
      shift,
    )
    return this.#roots(logs)
  }

  /** sin u = ±sin v, cos u = ±cos v, tan u = ±tan v, and a·sin u = b·cos u. */
  #twoTrig(e: Expr): Zeros | null {
    const parts = terms(e)
    const [a, b] = parts.map(t => trigTerm(t))
    if (parts.length !== 2 || !a || !b) return null
    if (a.name !== b.name) return this.#sineAndCosine(a, b)
    if (a.c.d * b.c.n !== -a.c.n * b.c.d && a.c.d * b.c.n !== a.c.n * b.c.d) return null
    const opposite = a.c.n * b.c.n > 0n
    const v = opposite && a.name !== 'cos' ? minus(b.inner) : b.inner
    const shift = opposite && a.name === 'cos' ? op('+', v, sym('pi')) : v
    const other = a.name === 'cos' ? minus(shift) : op('+', sym('pi'), minus(shift))
    const ways = a.name === 'tan' ? [shift] : [shift, other]
    return merged(ways.map(way => this.#repeated(op('+', a.inner, minus(way)), a.name === 'tan' ? 1 : 2)))
  }

  #sineAndCosine(a: TrigTerm, b: TrigTerm): Zeros | null {
    if (key(a.inner) !== key(b.inner) || a.name === 'tan' || b.name === 'tan') return null
    const [s, c] = a.name === 'sin' ? [a, b] : [b, a]
    const tangent = negative(quotient(c.c, s.c))
    return this.#roots(op('+', op('tan', s.inner), op('-', numeral(tangent))))
  }

  /** The zeros of a linear expression, that many times π apart. */
  #repeated(e: Expr, turns: number): Zeros | null {
    const parts = linearIn(neat(e), this.name)
    if (!parts || has(parts.factor, this.names) || has(parts.rest, this.names)) return null
    const factor = valueAt(parts.factor, {})
    if (factor === 0) return null
    const base = rootOf(neat(op('/', op('-', parts.rest), parts.factor)))
    const period = rootOf(neat(op('/', op('*', int(turns), sym('pi')), neat(op('abs', parts.factor)))))
    return { points: [], families: [{ base, period }] }
  }

  /** Linear or quadratic in the unknown with roots, logarithms and the like as coefficients. */
  #withConstantFactors(e: Expr): Zeros | null {
    const parts = symbolicIn(expand(e), this.name)
    if (!parts || parts.length > 3) return null
    const [c, b, a] = [parts[0] ?? int(0), parts[1] ?? int(0), parts[2]]
    if (!a) return { points: [rootOf(neat(op('/', op('-', c), b)))].filter(hasValue), families: [] }
    const inside = op('+', op('^', b, int(2)), op('-', op('*', int(4), a, c)))
    if (valueAt(inside, {}) < 0) return { points: [], families: [] }
    const at = (root: Expr): Root => rootOf(neat(op('/', op('+', op('-', b), root), op('*', int(2), a))))
    const root = op('sqrt', neat(inside))
    return { points: [at(root), at(op('-', root))].filter(hasValue), families: [] }
  }
}

function all(sets: readonly (RealSet | null)[], make: (sets: RealSet[]) => RealSet | null): RealSet | null {
  const known = sets.filter(set => set !== null)
  return known.length === sets.length ? make(known) : null
}

/** The expression with the absolute value of a part replaced. */
function withoutBars(e: Expr, u: Expr, by: Expr): Expr {
  const name = key(u)
  return rewrite(e, part => (isOp(part, 'abs') && part.args[0] && key(part.args[0]) === name ? by : part))
}

function endOf(e: Expr): Root {
  if (isSym(e, 'inf')) return infinite
  return isSym(e, 'minf') || (isOp(e, '-', 1) && isSym(e.args[0], 'inf')) ? below : rootOf(e)
}

/** The expressions whose zeros or signs decide where an expression has a value. */
export function guards(e: Expr): Expr[] {
  if (e.kind !== 'op') return []
  const inner = e.args.flatMap(guards)
  const [a, b] = e.args
  if (e.op === '/' && b) inner.push(b)
  if (['ln', 'log', 'sqrt', 'root'].includes(e.op) && a) inner.push(a)
  if (e.op === 'tan' && a) inner.push(op('cos', a))
  if ((e.op === 'asin' || e.op === 'acos') && a) inner.push(op('+', a, int(-1)), op('+', a, int(1)))
  if (e.op === '^' && a && b && !(numberOf(b)?.d === 1n && (numberOf(b)?.n ?? 0n) > 0n)) inner.push(a)
  return inner
}
