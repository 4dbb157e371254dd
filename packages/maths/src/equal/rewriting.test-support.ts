import { type Arbitrary, array, constantFrom, integer, letrec, nat, oneof, record, tuple } from 'fast-check'
import { Budget } from '../budget.ts'
import { type Complex, evaluate, isKnown } from '../evaluate/complex.ts'
import { type Expr, exact, int, isOp, nodes, type Op, op, sym } from '../tree.ts'

const half = op('/', int(1), int(2))

/** Expressions as school has them, in x and y. */
export const schoolExpression: Arbitrary<Expr> = letrec<{ value: Expr }>(tie => {
  const value = tie('value')
  const of = (name: string, ...args: readonly Arbitrary<Expr>[]): Arbitrary<Expr> =>
    tuple(...args).map(all => op(name, ...all))
  const functions = constantFrom('sqrt', 'abs', 'sin', 'cos', 'tan', 'ln', 'exp', 'atan', '-')
  const exponent = oneof(constantFrom(2, 3, -1, 4).map(int), constantFrom(half, op('/', int(1), int(3))))
  return {
    value: oneof(
      { maxDepth: 4, depthSize: 'medium', withCrossShrink: true },
      oneof(constantFrom('x', 'x', 'y').map(sym), integer({ min: 1, max: 9 }).map(int)),
      of('+', value, value),
      of('*', value, value),
      of('/', value, value),
      of('^', value, exponent),
      tuple(functions, value).map(([name, arg]) => op(name, arg)),
    ),
  }
}).value

const two = int(2)
const pi = sym('pi')

const minus = (a: Expr): Expr => op('-', a)
const plus = (a: Expr, b: Expr): Expr => op('+', a, b)
const times = (a: Expr, b: Expr): Expr => op('*', a, b)
const over = (a: Expr, b: Expr): Expr => op('/', a, b)
const square = (a: Expr): Expr => op('^', a, two)

/** A rule of mathematics that holds wherever both sides are real: what a node may be replaced by, or nothing. */
export type Rule = (e: Expr, other: Expr) => Expr | null

/** Two arguments of an operator that has exactly these. */
function pair(e: Expr, name: string): [Expr, Expr] | null {
  const [a, b] = isOp(e, name, 2) ? e.args : []
  return a && b ? [a, b] : null
}

function arg(e: Expr, name: string): Expr | null {
  return isOp(e, name, 1) ? (e.args[0] ?? null) : null
}

function onPair(name: string, change: (a: Expr, b: Expr) => Expr | null): Rule {
  return e => {
    const found = pair(e, name)
    return found && change(...found)
  }
}

function onArg(name: string, change: (u: Expr) => Expr | null): Rule {
  return e => {
    const u = arg(e, name)
    return u && change(u)
  }
}

function whole(e: Expr): number | null {
  return e.kind === 'num' && e.value.d === 1n ? Number(e.value.n) : null
}

/** Rules by name. */
export const trueRules: Readonly<Record<string, Rule>> = {
  turnSum: onPair('+', (a, b) => plus(b, a)),
  turnProduct: onPair('*', (a, b) => times(b, a)),
  addNothing: (e, other) => op('+', e, other, minus(other)),
  subtractTwice: (e, other) => op('+', other, minus(op('+', other, minus(e)))),
  timesItself: (e, other) => over(times(e, square(other)), square(other)),
  expandLeft: onPair('*', (a, b) => {
    const sum = pair(a, '+')
    return sum && plus(times(sum[0], b), times(sum[1], b))
  }),
  squareOfSum: onPair('^', (a, n) => {
    const sum = whole(n) === 2 ? pair(a, '+') : null
    return sum && op('+', square(sum[0]), op('*', two, ...sum), square(sum[1]))
  }),
  differenceOfSquares: onPair('^', (a, n) =>
    whole(n) === 2 ? plus(times(op('+', a, minus(int(3))), plus(a, int(3))), int(9)) : null,
  ),
  oneFraction: onPair('+', (a, b) => over(plus(times(a, int(6)), times(b, int(6))), int(6))),
  commonDenominator: (e, other) => {
    const sum = pair(e, '+')
    const below = plus(square(other), int(1))
    return sum && over(plus(times(sum[0], below), times(sum[1], below)), below)
  },
  divideByInverse: onPair('/', (a, b) => times(a, op('^', b, minus(int(1))))),
  splitFraction: onPair('/', (a, b) => {
    const sum = pair(a, '+')
    return sum && plus(over(sum[0], b), over(sum[1], b))
  }),
  onePowerOut: onPair('^', (a, n) => {
    const count = whole(n)
    return count !== null && count > 2 ? times(a, op('^', a, int(count - 1))) : null
  }),
  powerOfProduct: onPair('^', (a, n) => {
    const factors = whole(n) === null ? null : pair(a, '*')
    return factors && times(op('^', factors[0], n), op('^', factors[1], n))
  }),
  halves: e => (e.kind === 'num' ? plus(over(e, two), over(e, two)) : null),
  sineOfRest: onArg('sin', u => op('cos', op('+', over(pi, two), minus(u)))),
  sineDoubled: onArg('sin', u => op('*', two, op('sin', over(u, two)), op('cos', over(u, two)))),
  sineOdd: onArg('sin', u => minus(op('sin', minus(u)))),
  sineTurned: onArg('sin', u => op('sin', op('+', u, times(two, pi)))),
  sineOfSum: onArg('sin', u => {
    const sum = pair(u, '+')
    return (
      sum && plus(times(op('sin', sum[0]), op('cos', sum[1])), times(op('cos', sum[0]), op('sin', sum[1])))
    )
  }),
  cosineHalved: onArg('cos', u => op('+', int(1), minus(times(two, square(op('sin', over(u, two))))))),
  cosineEven: onArg('cos', u => op('cos', minus(u))),
  cosineTurned: onArg('cos', u => minus(op('cos', op('+', u, minus(pi))))),
  tangent: onArg('tan', u => over(op('sin', u), op('cos', u))),
  tangentHalved: onArg('tan', u =>
    over(times(two, op('tan', over(u, two))), op('+', int(1), minus(square(op('tan', over(u, two)))))),
  ),
  pythagoras: (e, other) => times(e, plus(square(op('sin', other)), square(op('cos', other)))),
  hyperbolas: (e, other) => times(e, op('+', square(op('cosh', other)), minus(square(op('sinh', other))))),
  logOfProduct: onArg('ln', u => {
    const factors = pair(u, '*')
    return factors && plus(op('ln', factors[0]), op('ln', factors[1]))
  }),
  logOfQuotient: onArg('ln', u => {
    const parts = pair(u, '/')
    return parts && op('+', op('ln', parts[0]), minus(op('ln', parts[1])))
  }),
  logOfPower: onArg('ln', u => {
    const parts = pair(u, '^')
    return parts && times(parts[1], op('ln', parts[0]))
  }),
  otherBase: onArg('ln', u => times(op('log', u, int(10)), op('ln', int(10)))),
  logOfRoot: onArg('ln', u => times(two, op('ln', op('sqrt', u)))),
  rootAsPower: onArg('sqrt', u => op('^', u, half)),
  rootFromNumber: onArg('sqrt', u => over(op('sqrt', times(int(12), u)), times(two, op('sqrt', int(3))))),
  rootBelow: onArg('sqrt', u => over(u, op('sqrt', u))),
  rootOfSquare: onArg('sqrt', u => {
    const parts = pair(u, '^')
    return parts && whole(parts[1]) === 2 ? op('abs', parts[0]) : null
  }),
  absOfOpposite: onArg('abs', u => op('abs', minus(u))),
  absAsRoot: onArg('abs', u => op('sqrt', square(u))),
  absOfProduct: onArg('abs', u => {
    const factors = pair(u, '*')
    return factors && times(op('abs', factors[0]), op('abs', factors[1]))
  }),
  absAsLargest: onArg('abs', u => op('max', u, minus(u))),
  expAsPower: onArg('exp', u => op('^', sym('e'), u)),
  expOfSum: onArg('exp', u => {
    const sum = pair(u, '+')
    return sum && times(op('exp', sum[0]), op('exp', sum[1]))
  }),
  expBelow: onArg('exp', u => over(int(1), op('exp', minus(u)))),
  expHalved: onArg('exp', u => square(op('exp', over(u, two)))),
  logOfExp: e => op('ln', op('exp', e)),
  arcOdd: onArg('atan', u => minus(op('atan', minus(u)))),
}

const names = Object.keys(trueRules)

/** One step of rewriting: which rule, where among the places it applies to, and a term for rules that need one. */
export interface Step {
  readonly rule: string
  readonly place: number
  readonly other: Expr
}

const linear = record({ a: integer({ min: 1, max: 4 }), b: integer({ min: 1, max: 5 }) }).map(({ a, b }) =>
  plus(times(int(a), sym('x')), int(b)),
)

/** Up to four steps. */
export const steps: Arbitrary<readonly Step[]> = array(
  record({
    rule: constantFrom(...names),
    place: nat(50),
    other: oneof(constantFrom(sym('x'), sym('y')), linear),
  }),
  { minLength: 1, maxLength: 4 },
)

/** The expression after steps; a step whose rule applies nowhere is left out. */
export function rewritten(e: Expr, list: readonly Step[]): Expr {
  return list.reduce(rewrittenOnce, e)
}

function rewrittenOnce(e: Expr, { rule, place, other }: Step): Expr {
  const change = trueRules[rule]
  if (change === undefined) return e
  const fit = [...nodes(e)].filter(node => change(node, other) !== null)
  const chosen = fit[place % Math.max(fit.length, 1)]
  return chosen ? replaced(e, chosen, change(chosen, other) ?? chosen) : e
}

/** The tree with one node, by identity, replaced; exponents and orders of roots stay numbers. */
export function replaced(e: Expr, node: Expr, by: Expr): Expr {
  if (e === node) return by
  if (e.kind !== 'op') return e
  let done = false
  return op(
    e.op,
    ...e.args.map(part => {
      if (done) return part
      const next = replaced(part, node, by)
      done = next !== part
      return next
    }),
  )
}

/** A mistake: which sort, and where. */
export interface Mistake {
  readonly sort: 'sign' | 'number' | 'function' | 'turned' | 'lost'
  readonly place: number
}

export const mistakes: Arbitrary<Mistake> = record({
  sort: constantFrom('sign', 'number', 'function', 'turned', 'lost'),
  place: nat(50),
})

const swapped: Readonly<Record<string, string>> = {
  sin: 'cos',
  cos: 'sin',
  tan: 'sin',
  sqrt: 'abs',
  abs: 'exp',
  exp: 'ln',
  ln: 'sqrt',
  atan: 'tan',
  '+': '*',
  '*': '+',
}

/** The expression with a mistake in it; null where there is no place for it. */
export function mistaken(e: Expr, { sort, place }: Mistake): Expr | null {
  const fit = [...nodes(e)].filter(node => changed(node, sort) !== null)
  const chosen = fit[place % Math.max(fit.length, 1)]
  const by = chosen ? changed(chosen, sort) : null
  return chosen && by ? replaced(e, chosen, by) : null
}

function changed(e: Expr, sort: Mistake['sort']): Expr | null {
  if (sort === 'sign') return minus(e)
  if (sort === 'number') return e.kind === 'num' ? exact({ n: e.value.n + e.value.d, d: e.value.d }) : null
  if (e.kind !== 'op') return null
  if (sort === 'function') return swapped[e.op] ? op(swapped[e.op] ?? e.op, ...e.args) : null
  if (sort === 'turned') return ['/', '^'].includes(e.op) ? op(e.op, ...[...e.args].reverse()) : null
  return lost(e)
}

function lost(e: Op): Expr | null {
  const [first] = e.args
  return ['+', '*', '/', '^', '-'].includes(e.op) && first ? first : null
}

/** Points that no rule knows about. */
export const somePoints: readonly ReadonlyMap<string, Complex>[] = (
  [
    [0.41, 1.37],
    [2.23, 0.59],
    [1.13, 3.71],
    [0.79, 0.31],
    [-0.67, 1.91],
    [1.57, -0.83],
    [-2.41, -1.29],
    [-0.21, -3.3],
    [4.7, 2.6],
  ] as const
).map(([x, y]) => new Map([at('x', x), at('y', y)]))

function at(name: string, re: number): [string, Complex] {
  return [name, { re, im: 0 }]
}

/** Whether two expressions have real values that differ clearly at some point; undefined where no point has both values. */
export function clearlyDiffer(a: Expr, b: Expr): boolean | undefined {
  let known = false
  for (const point of somePoints) {
    const left = evaluate(a, point, new Budget())
    const right = evaluate(b, point, new Budget())
    if (![left, right].every(value => isKnown(value) && value.axis === 'real')) continue
    known = true
    const apart = Math.abs(left.re - right.re)
    if (apart > 1e-7 * (1 + Math.abs(left.re) + Math.abs(right.re)) + left.error + right.error) return true
  }
  return known ? false : undefined
}
