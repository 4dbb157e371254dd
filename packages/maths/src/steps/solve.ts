import type { Budget } from '../budget.ts'
import { add, generator, type Poly, scale, zeroPoly } from '../exact/polynomial.ts'
import { negative, product, quotient, type Rational, sum, toNumber, whole } from '../exact/rational.ts'
import { approximate, isExact, realRoots } from '../exact/real-roots.ts'
import { type Expr, int, isOp, isSym, type Op, op, rewrite, some, sym, variables } from '../tree.ts'
import {
  addUp,
  coefficient,
  expand,
  has,
  isOne,
  key,
  minus,
  multiply,
  neat,
  numberOf,
  numeral,
  powerParts,
  term,
  terms,
} from './form.ts'
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
import { type Coefficients, polynomialAt, polynomialIn, withoutRoot } from './univariate.ts'
import { close, valueAt } from './value.ts'

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

const half = { n: 1n, d: 2n }

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
    this.budget.spend(50)
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
    if (found === null) return null
    if (found === 'always') return this.#whereDefined(e)
    return {
      ...ofPoints(found.points.filter(p => this.#satisfies(left, right, p.value))),
      families: found.families.filter(f => this.#satisfies(left, right, f.base.value)),
    }
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
      if (found === 'always' || zeros.some(z => close(z.value, value)) || close(a, b, 1e-12))
        return e.op.endsWith('=')
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
    this.budget.spend(200)
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
    if (!has(tidy, this.names)) return zeroConstant(tidy)
    const [name, a, b] = tidy.kind === 'op' ? [tidy.op, ...tidy.args] : ['']
    if (tidy.kind === 'op' && name === '*') {
      return merged(tidy.args.filter(f => has(f, this.names)).map(f => this.#roots(f)))
    }
    if (name === '-' && a) return this.#roots(a)
    if (name === '/' && a) return has(a, this.names) ? this.#roots(a) : zeroConstant(a)
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

type Zeros = 'always' | { readonly points: readonly Root[]; readonly families: readonly Family[] }

const zeroRoot: Root = { value: 0, exact: int(0) }

function all(sets: readonly (RealSet | null)[], make: (sets: RealSet[]) => RealSet | null): RealSet | null {
  const known = sets.filter(set => set !== null)
  return known.length === sets.length ? make(known) : null
}

function merged(parts: readonly (Zeros | null)[], skipUnknown = false): Zeros | null {
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

function endOf(e: Expr): Root {
  if (isSym(e, 'inf')) return infinite
  return isSym(e, 'minf') || (isOp(e, '-', 1) && isSym(e.args[0], 'inf')) ? below : rootOf(e)
}

function hasValue(r: Root): boolean {
  return Number.isFinite(r.value)
}

/** A number without an exact form, as a fraction that is close to it. */
function approximately(value: number): Expr {
  return numeral(quotient(whole(BigInt(Math.round(value * 2 ** 40))), whole(2n ** 40n)))
}

function zeroConstant(e: Expr): Zeros {
  return Math.abs(valueAt(e, {})) < 1e-12 ? 'always' : { points: [], families: [] }
}

function occurrences(e: Expr, name: string): number {
  if (e.kind === 'sym') return e.name === name ? 1 : 0
  return e.kind === 'op' ? e.args.reduce((total, arg) => total + occurrences(arg, name), 0) : 0
}

function common(a: number, b: number): number {
  return b === 0 ? a : common(b, a % b)
}

function asPoly(all: Coefficients): Poly {
  const shared = all.reduce((d, c) => d * c.d, 1n)
  return all.reduce<Poly>(
    (p, c, k) => (c.n === 0n ? p : add(p, scale(generator(0, k), (c.n * shared) / c.d))),
    zeroPoly,
  )
}

/** The fractions that are zeros: those that a real zero is close to, and that are a zero exactly. */
function rationalRoots(all: Coefficients, budget: Budget): Rational[] {
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

function ofQuadratic(all: Coefficients): Root[] {
  const [c, b, a] = [all[0] ?? whole(0), all[1] ?? whole(0), all[2] ?? whole(1)]
  const inside = sum(product(b, b), product(whole(-4), product(a, c)))
  if (inside.n < 0n) return []
  const first = quotient(negative(b), product(whole(2), a))
  const spread = neat(op('/', op('sqrt', numeral(inside)), numeral(product(whole(2), a))))
  return [minus(spread), spread].map(part => rootOf(first.n === 0n ? part : op('+', numeral(first), part)))
}

/** The real numbers whose power with this whole exponent is that number. */
function powerRoots(p: Root, n: number): Root[] {
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

/** A number that a root may be close to, moved back through a layer that only adds or multiplies; null for other layers. */
function affine(e: Op, at: number): ((r: Root) => Root) | null {
  const others = e.args.filter((_, k) => k !== at)
  const with2 = (r: Root, make: (x: Expr) => Expr, value: (x: number) => number): Root => ({
    value: value(r.value),
    exact: r.exact && neat(make(r.exact)),
  })
  if (e.op === '-')
    return r =>
      with2(
        r,
        x => op('-', x),
        x => -x,
      )
  if (e.op === '+') {
    const rest = addUp(others)
    return r =>
      with2(
        r,
        x => op('+', x, op('-', rest)),
        x => x - valueAt(rest, {}),
      )
  }
  if (e.op === '*') {
    const rest = multiply(others)
    return r =>
      with2(
        r,
        x => op('/', x, rest),
        x => x / valueAt(rest, {}),
      )
  }
  const [, below] = e.args
  if (e.op === '/' && at === 0 && below)
    return r =>
      with2(
        r,
        x => op('*', x, below),
        x => x * valueAt(below, {}),
      )
  return null
}

function difference(a: Root, b: Root): Root {
  return { value: a.value - b.value, exact: a.exact && b.exact && neat(op('+', a.exact, op('-', b.exact))) }
}

interface Values {
  readonly points: readonly Root[]
  readonly families: readonly Family[]
}

const noValues: Values = { points: [], families: [] }

/** What the argument of a function can be where its value is this number; null for an unknown function. */
function inverses(e: Op, at: number, v: Root): Values | null {
  const make = (make1: (x: Expr) => Expr): Values => ({
    points: [rootOf(make1(v.exact ?? approximately(v.value)))].filter(hasValue),
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
  make: (make1: (x: Expr) => Expr) => Values,
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

/** The parts of an expression that are no sum, product, quotient or whole power and have the unknown in them. */
function kernelsIn(e: Expr, names: ReadonlySet<string>): Expr[] {
  if (e.kind !== 'op' || !has(e, names)) return []
  if (['+', '-', '*', '/'].includes(e.op)) return e.args.flatMap(arg => kernelsIn(arg, names))
  const [base, exponent] = powerParts(e)
  if (e.op === '^' && numberOf(exponent)?.d === 1n) return kernelsIn(base, names)
  return [e]
}

/** The expression as one in a letter for its only function of the unknown; null where there are more. */
function oneKernel(
  e: Expr,
  kernels: readonly Expr[],
  names: ReadonlySet<string>,
): { kernel: Expr; inSlot: Expr } | null {
  const unified = inSineOrCosine(e, kernels)
  const [first] = unified ? [unified.kernel] : kernels
  const whole1 = unified?.e ?? e
  if (!first) return null
  const base = exponentialBase(kernels)
  const kernel = base ?? first
  const slot = sym('t')
  const inSlot = rewrite(whole1, part => {
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
  const [[b1, x1], [b2, x2]] = [powerParts(part), powerParts(of)]
  if (!isOp(part, '^', 2)) return null
  const [u, v] = [coefficient(x1), coefficient(x2)]
  if (key(u.rest) !== key(v.rest) || v.c.n === 0n) return null
  const exponents = quotient(u.c, v.c)
  if (key(b1) === key(b2)) return exponents
  const [m, n] = [numberOf(b1), numberOf(b2)]
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

function logTerm(t: Expr): LogTerm {
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

function exponential(t: Expr, names: ReadonlySet<string>): Exponential | null {
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

function logOf(base: Expr): Expr {
  return isSym(base, 'e') ? int(1) : op('ln', base)
}

interface TrigTerm {
  readonly c: Rational
  readonly name: string
  readonly inner: Expr
}

function trigTerm(t: Expr): TrigTerm | null {
  const { c, rest } = coefficient(t)
  if (rest.kind !== 'op' || !['sin', 'cos', 'tan'].includes(rest.op) || !rest.args[0]) return null
  return { c, name: rest.op, inner: rest.args[0] }
}

/** The expression as `factor·letter + rest`, with even powers of the letter in the rest as they are; null where it is no polynomial in it. */
function linearIn(e: Expr, name: string): { factor: Expr; rest: Expr } | null {
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
function sumTogether(parts: readonly { n: Expr; d: Expr }[]): { n: Expr; d: Expr } {
  const needed = new Map<string, { factor: Expr; most: number }>()
  for (const part of parts) {
    for (const [name, { factor, count }] of factorCounts(part.d)) {
      const old = needed.get(name)
      needed.set(name, { factor, most: Math.max(old?.most ?? 0, count) })
    }
  }
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
    const least = found.reduce((n, x) => (x < n ? x : n))
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
