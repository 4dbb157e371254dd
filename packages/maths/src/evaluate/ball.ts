import type { Budget } from '../budget.ts'
import type { Rational } from '../exact/rational.ts'
import { type Expr, isSym } from '../tree.ts'
import {
  type Ball,
  binomial,
  excludesZero,
  exp,
  extreme,
  fail,
  functions,
  generalPower,
  isReal,
  isZero,
  minus,
  over,
  plus,
  rationalPower,
  real,
  root,
  times,
  unit,
  wholePower,
} from './ball-functions.ts'
import { rationalOf } from './constant.ts'
import { calculator } from './operators.ts'
import { dyadic, isPositive, NoEnclosure, ofRational, oneBall, type Precision, wholeOf } from './real-ball.ts'
import { expReal, piBall } from './real-functions.ts'

export type { RealBall } from './real-ball.ts'

/**
 * A ball that surely holds the value of the tree at a point, worked out with so many binary digits; null where there is
 * no value, or none is found at these digits (division by what may be zero, a value that may lie on either side of a
 * jump, an unknown function). Branches are those of `evaluate`.
 */
export function evaluateBall(
  e: Expr,
  at: ReadonlyMap<string, Ball | Rational>,
  bits: number,
  budget: Budget,
): Ball | null {
  try {
    return ballOf(e, { at, known: new Map(), bits, budget })
  } catch (error) {
    // A RangeError is that of a whole number beyond what the machine can hold.
    if (error instanceof NoEnclosure || error instanceof RangeError) return null
    throw error
  }
}

interface Place extends Precision {
  readonly at: ReadonlyMap<string, Ball | Rational>
  /** Nodes that occur more than once are worked out once. */
  readonly known: Map<Expr, Ball>
}

function ballOf(e: Expr, place: Place): Ball {
  const known = place.known.get(e)
  if (known) return known
  place.budget.spend(30)
  const found =
    e.kind === 'num'
      ? real(ofRational(e.value, place))
      : e.kind === 'sym'
        ? ofName(e.name, place)
        : e.kind === 'op'
          ? balls.ofOp(e, place)
          : fail()
  place.known.set(e, found)
  return found
}

function ofName(name: string, place: Place): Ball {
  const given = place.at.get(name)
  if (given) return 'n' in given ? real(ofRational(given, place)) : given
  if (name === 'pi') return real(piBall(place))
  if (name === 'e') return real(expReal(oneBall, place))
  return name === 'i' ? unit : fail()
}

function ofPower(base: Expr, exponent: Expr, place: Place): Ball {
  const exact = rationalOf(exponent, place.budget)
  if (isSym(base, 'e') && !place.at.has('e') && exact?.d !== 1n) return exp(ballOf(exponent, place), place)
  const a = ballOf(base, place)
  if (exact) return rationalPower(a, exact, place)
  const w = ballOf(exponent, place)
  const whole = isReal(w) ? wholeOf(w.re) : null
  return whole === null ? generalPower(a, w, place) : wholePower(a, whole, place)
}

/** Calculating with balls. */
const balls = calculator<Ball, Place>({
  valueOf: ballOf,
  with: (place, name, k) => ({
    ...place,
    at: new Map(place.at).set(name, { n: k, d: 1n }),
    known: new Map(),
  }),
  nothing: fail,
  isKnown: () => true,
  isZero,
  excludesZero,
  isReal,
  isPositive: a => isPositive(a.re),
  wholeOf: a => (isReal(a) ? wholeOf(a.re) : null),
  ofWhole: n => real(dyadic(n)),
  pi: p => real(piBall(p)),
  plus,
  minus,
  times,
  over,
  root,
  binomial,
  larger: (a, b, p) => extreme(a, b, 1, p),
  smaller: (a, b, p) => extreme(a, b, -1, p),
  power: ofPower,
  functions,
  other: fail,
})
