import { type Expr, int, op, sameTree } from '../tree.ts'
import {
  coefficientsIn,
  isNought,
  literalOf,
  minus,
  negated,
  nought,
  over,
  plus,
  polynomial,
  primitiveOf,
  raised,
  slopeOf,
  squared,
  times,
  trimmed,
  unity,
} from './assemble.ts'

/** A sine, cosine or its hyperbolic sister of a linear argument, to a whole power. */
export interface Wave {
  readonly name: string
  readonly angle: Expr
  readonly n: number
}

/** A polynomial times `growth`, an exponential function whose logarithm has the slope `rate`, times waves. */
interface WavyIntegrand {
  readonly polynomial: readonly Expr[]
  readonly rate: Expr
  readonly growth: Expr
  readonly waves: readonly Wave[]
}

/** An antiderivative of a polynomial times an exponential function times waves; null where none is known. */
export function integrateWaves(given: WavyIntegrand, x: string, logarithm: (u: Expr) => Expr): Expr | null {
  const total = given.waves.reduce((sum, { n }) => sum + Math.abs(n), 0)
  const positive = given.waves.every(({ n }) => n > 0)
  const [first] = given.waves
  if (isNought(given.rate) && given.polynomial.length === 1 && first && (total > 1 || !positive)) {
    const found = ofOneAngle(given.waves, x, logarithm)
    if (found) return times(given.polynomial[0] ?? unity, found)
  }
  return positive && total <= 8 ? ofTerms(given, x) : null
}

/** `c e^grow` times 1, a sine or a cosine. */
interface Term {
  readonly c: Expr
  readonly kind: 'none' | 'sin' | 'cos'
  readonly angle: Expr
  readonly grow: Expr
}

function ofTerms({ polynomial, rate, growth, waves }: WavyIntegrand, x: string): Expr | null {
  let terms: Term[] = [{ c: unity, kind: 'none', angle: nought, grow: nought }]
  for (const { name, angle, n } of waves)
    for (let k = 0; k < n; k += 1) terms = terms.flatMap(term => multiplied(term, name, angle))
  const found: Expr[] = []
  for (const term of terms) {
    const one = ofTerm(term, polynomial, rate, growth, x)
    if (one === null) return null
    found.push(one)
  }
  return plus(...found)
}

/** Products of waves as sums of waves. */
function multiplied(term: Term, name: string, b: Expr): Term[] {
  const half = over(term.c, int(2))
  const { kind, angle: a, grow } = term
  if (name === 'sinh' || name === 'cosh') {
    const other = name === 'sinh' ? negated(half) : half
    return [
      { ...term, c: half, grow: plus(grow, b) },
      { ...term, c: other, grow: minus(grow, b) },
    ]
  }
  if (kind === 'none') return [{ ...term, kind: name === 'sin' ? 'sin' : 'cos', angle: b }]
  const [together, apart] = [plus(a, b), sameTree(a, b) ? nought : minus(a, b)]
  if (kind === name) {
    const sign = kind === 'cos' ? half : negated(half)
    return [
      { c: half, kind: 'cos', angle: apart, grow },
      { c: sign, kind: 'cos', angle: together, grow },
    ]
  }
  return [
    { c: half, kind: 'sin', angle: together, grow },
    { c: kind === 'sin' ? half : negated(half), kind: 'sin', angle: apart, grow },
  ]
}

/** With names in the rates each degree doubles the coefficients. */
const mostWithNames = 8

function slopeIn(e: Expr, x: string): Expr | null {
  const list = coefficientsIn(e, x)
  return list && trimmed(list).length <= 2 ? (list[1] ?? nought) : null
}

function ofTerm(
  { c, kind, angle, grow }: Term,
  polynomial: readonly Expr[],
  rate: Expr,
  growth: Expr,
  x: string,
): Expr | null {
  const [more, w] = [slopeIn(grow, x), slopeIn(angle, x)]
  if (more === null || w === null) return null
  const s = plus(rate, more)
  if (polynomial.length > mostWithNames && !(literalOf(s) && literalOf(w))) return null
  const front = times(c, growth, isNought(grow) ? unity : op('exp', grow))
  if (kind === 'none' || isNought(w))
    return times(front, kind === 'none' ? unity : op(kind, angle), ofExponential(polynomial, s, x))
  const start: Pair = kind === 'sin' ? { sin: unity, cos: nought } : { sin: nought, cos: unity }
  const { sin, cos } = ofPair(polynomial, start, s, w, x)
  return times(front, plus(times(sin, op('sin', angle)), times(cos, op('cos', angle))))
}

/** `∫ p e^(sx)` without its exponential: `p/s - p'/s² + …`. */
function ofExponential(list: readonly Expr[], s: Expr, x: string): Expr {
  if (isNought(s)) return polynomial(primitiveOf(list), x)
  const terms: Expr[] = []
  let rest = trimmed(list)
  for (let k = 1; rest.length > 1 || !isNought(rest[0] ?? nought); k += 1) {
    const term = over(polynomial(rest, x), raised(s, int(k)))
    terms.push(k % 2 === 1 ? term : negated(term))
    rest = trimmed(slopeOf(rest))
  }
  return plus(...terms)
}

interface Pair {
  readonly sin: Expr
  readonly cos: Expr
}

/** `∫ p e^(sx) (a sin + b cos)` without its exponential, by parts until `p` is gone. */
function ofPair(list: readonly Expr[], { sin, cos }: Pair, s: Expr, w: Expr, x: string): Pair {
  const p = trimmed(list)
  if (p.length === 1 && isNought(p[0] ?? nought)) return { sin: nought, cos: nought }
  const size = plus(squared(s), squared(w))
  const once: Pair = {
    sin: over(plus(times(s, sin), times(w, cos)), size),
    cos: over(minus(times(s, cos), times(w, sin)), size),
  }
  const rest = ofPair(slopeOf(p), once, s, w, x)
  const tree = polynomial(p, x)
  return { sin: minus(times(tree, once.sin), rest.sin), cos: minus(times(tree, once.cos), rest.cos) }
}

/** `∫ sin^m cos^n` of one angle, or its hyperbolic sister. */
function ofOneAngle(waves: readonly Wave[], x: string, logarithm: (u: Expr) => Expr): Expr | null {
  const [first] = waves
  if (first === undefined || waves.some(({ angle }) => !sameTree(angle, first.angle))) return null
  const hyperbolic = first.name.endsWith('h')
  const count = (name: string): number =>
    waves.reduce((sum, wave) => sum + (wave.name === name ? wave.n : 0), 0)
  if (waves.some(({ name }) => name.endsWith('h') !== hyperbolic)) return null
  const angle = first.angle
  const slope = slopeIn(angle, x)
  if (slope === null || isNought(slope)) return null
  const tail = hyperbolic ? 'h' : ''
  const circle: Circle = {
    s: op(`sin${tail}`, angle),
    c: op(`cos${tail}`, angle),
    angle,
    sign: hyperbolic ? 1 : -1,
    logarithm,
  }
  const found = ofPowers(count(`sin${tail}`), count(`cos${tail}`), circle)
  return found && over(found, slope)
}

interface Circle {
  readonly s: Expr
  readonly c: Expr
  readonly angle: Expr
  /** `c' = sign s`, and `c² - sign s² = 1`. */
  readonly sign: 1 | -1
  readonly logarithm: (u: Expr) => Expr
}

function ofPowers(m: number, n: number, circle: Circle): Expr | null {
  const { s, c, sign } = circle
  if (Math.abs(m) + Math.abs(n) > 40) return null
  if (m % 2 !== 0 && m > 0) return overPolynomial(n, (m - 1) / 2, c, circle, true)
  if (n % 2 !== 0 && n > 0) return overPolynomial(m, (n - 1) / 2, s, circle, false)
  if (m === 0 && n === 0) return circle.angle
  if (m < 0 || n < 0) return ofQuotient(m, n, circle)
  if (m > 0) {
    // (m + n) I(m, n) = s^(m-1) c^(n+1) sign + … by parts with s² = sign (c² - 1).
    const rest = ofPowers(m - 2, n, circle)
    const edge = times(int(sign), raised(s, int(m - 1)), raised(c, int(n + 1)))
    return rest && over(plus(edge, times(int(-sign * (m - 1)), rest)), int(m + n))
  }
  const rest = ofPowers(0, n - 2, circle)
  return rest && over(plus(times(raised(c, int(n - 1)), s), times(int(n - 1), rest)), int(n))
}

/** With `u` the other wave, an odd power is `u'` times a polynomial in `u`. */
function overPolynomial(
  exponent: number,
  pairs: number,
  u: Expr,
  { sign, logarithm }: Circle,
  isCosine: boolean,
): Expr {
  const terms: Expr[] = []
  let binomial = 1
  for (let k = 0; k <= pairs; k += 1) {
    const next = exponent + 2 * k + 1
    const whole = next === 0 ? logarithm(u) : over(raised(u, int(next)), int(next))
    // s² = sign (c² - 1), and c² = 1 + sign s².
    const factor = isCosine ? sign ** pairs * (-1) ** (pairs - k) : sign ** k
    terms.push(times(int(binomial * factor), whole))
    binomial = (binomial * (pairs - k)) / (k + 1)
  }
  return isCosine ? times(int(sign), plus(...terms)) : plus(...terms)
}

/** Even powers of which one is below zero, or odd powers below zero. */
function ofQuotient(m: number, n: number, circle: Circle): Expr | null {
  const { s, c, sign, logarithm } = circle
  const tangent = over(s, c)
  if (m === 0 && n === -1 && sign === -1) return logarithm(over(plus(unity, s), c))
  if (m === -1 && n === 0 && sign === -1) return logarithm(over(s, plus(unity, c)))
  if (m === 0 && n === -1) return op('atan', s)
  if (m === -1 && n === 0) return logarithm(over(s, plus(unity, c)))
  if ((m + n) % 2 === 0 && m + n <= -2) return ofTangent(m, -(m + n) / 2 - 1, tangent, circle)
  if (m < 0 && n >= 2) return lowerCosine(m, n, circle)
  if (n < 0 && m >= 2) return lowerSine(m, n, circle)
  if (m === 0) return lowerSecant(n, circle)
  if (n === 0) return lowerCosecant(m, circle)
  return splitUnit(m, n, circle)
}

/** `s^m c^n` with `s² = sign (c² - 1)`. */
function lowerSine(m: number, n: number, circle: Circle): Expr | null {
  const [a, b] = [ofPowers(m - 2, n + 2, circle), ofPowers(m - 2, n, circle)]
  return a && b && times(int(circle.sign), minus(a, b))
}

/** `s^m c^n` with `c² = 1 + sign s²`. */
function lowerCosine(m: number, n: number, circle: Circle): Expr | null {
  const [a, b] = [ofPowers(m, n - 2, circle), ofPowers(m + 2, n - 2, circle)]
  return a && b && plus(a, times(int(circle.sign), b))
}

function splitUnit(m: number, n: number, circle: Circle): Expr | null {
  const [a, b] = [ofPowers(m, n + 2, circle), ofPowers(m + 2, n, circle)]
  return a && b && plus(a, times(int(-circle.sign), b))
}

/** `c^n` for an odd `n` below -1, by parts. */
function lowerSecant(n: number, circle: Circle): Expr | null {
  const k = -n
  const rest = ofPowers(0, n + 2, circle)
  return rest && over(plus(over(circle.s, raised(circle.c, int(k - 1))), times(int(k - 2), rest)), int(k - 1))
}

/** `s^m` for an odd `m` below -1, by parts. */
function lowerCosecant(m: number, circle: Circle): Expr | null {
  const k = -m
  const rest = ofPowers(m + 2, 0, circle)
  const edge = negated(over(circle.c, raised(circle.s, int(k - 1))))
  return rest && over(plus(edge, times(int(-circle.sign * (k - 2)), rest)), int(k - 1))
}

/** With `t = s/c` and `t' = 1/c²`, since `1/c² = 1 - sign t²`. */
function ofTangent(m: number, k: number, t: Expr, { sign, logarithm }: Circle): Expr {
  const terms: Expr[] = []
  let binomial = 1
  for (let j = 0; j <= k; j += 1) {
    const next = m + 2 * j + 1
    const whole = next === 0 ? logarithm(t) : over(raised(t, int(next)), int(next))
    terms.push(times(int(binomial * (-sign) ** j), whole))
    binomial = (binomial * (k - j)) / (j + 1)
  }
  return plus(...terms)
}
