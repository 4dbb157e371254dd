import { isWhole, one, quotient, type Rational } from '../../exact/rational.ts'
import { type Expr, isOp, op } from '../../tree.ts'
import { addUp, coefficient, numeral, term, terms } from '../form.ts'
import type { Rule } from './rule.ts'

const group = 'fractions'

/** Fractions with numbers and letters. */
export const fractions: readonly Rule[] = [
  {
    name: 'addedAcross',
    group,
    make: ['a/b+c/d -> (a+c)/(b+d)', 'a/b-c/d -> (a-c)/(b-d)'],
  },
  {
    name: 'numeratorsNotScaled',
    group,
    make: ['a/b+c/d -> (a+c)/(b*d)', 'a/b-c/d -> (a-c)/(b*d)'],
  },
  {
    name: 'wholeAddedToNumerator',
    group,
    make: ['a+b/c -> (a+b)/c', 'a-b/c -> (a-b)/c'],
  },
  {
    name: 'cancelledTerm',
    group,
    make: ['(a+R)/(a+S) -> R/S', '(a+R)/a -> R', '(a+R)/a -> 1+R', 'a/(a+R) -> 1/R', 'a/(a+R) -> 1/(1+R)'],
  },
  {
    name: 'cancelledInOneTerm',
    group,
    also: oneTermCancelled,
  },
  {
    name: 'denominatorSplit',
    group,
    make: ['a/(b+R) -> a/b+a/R', 'a/(b+R) -> a/b+R'],
  },
  {
    name: 'divisionNotInverted',
    group,
    make: [
      '(a/b)/(c/d) -> (a*c)/(b*d)',
      '(a/b)/(c/d) -> (b*c)/(a*d)',
      'a/(b/c) -> (a*b)/c',
      'a/(b/c) -> a/(b*c)',
      '(a/b)/c -> (a*c)/b',
    ],
  },
  {
    name: 'productCrossed',
    group,
    make: ['(a/b)*(c/d) -> (a*d)/(b*c)', '(a/b)*(c/d) -> (a*c)/(b+d)', '((a/b)*c)/d -> (a*c)/(b+d)'],
  },
  {
    name: 'factorInBoth',
    group,
    make: ['A*(b/c) -> (A*b)/(A*c)', 'A*(b/c) -> b/(A*c)'],
  },
  {
    name: 'reciprocalTermwise',
    group,
    make: ['a/b+c/d=f/g -> b/a+d/c=g/f', 'a=b/c+d/f -> 1/a=c/b+f/d', '1/a=R+b -> a=1/R+1/b'],
  },
  {
    name: 'cancelledToZero',
    group,
    make: ['a/a -> 0'],
  },
  {
    name: 'denominatorDropped',
    group,
    make: ['a/n+b/m -> a*m+b*n', 'a/n+b/m -> a+b'],
  },
  {
    name: 'fractionTurnedOver',
    group,
    make: ['a/b -> b/a'],
    weight: 3,
  },
  {
    name: 'formulaTurned',
    group,
    make: ['a=b/c -> c=a/b', 'a=b/c -> b=a/c', 'a=b/c -> c=a*b'],
  },
  {
    name: 'oneTermScaled',
    group,
    make: ['a/b+c/d -> (a*d+c)/(b*d)', 'a/b-c/d -> (a*d-c)/(b*d)', 'a/b-c/d -> (a-c*b)/(b*d)'],
  },
]

/** A sum over a number or a product, with the denominator taken out of one term alone, wholly or partly. */
function oneTermCancelled(e: Expr): Expr[] {
  if (!isOp(e, '/', 2)) return []
  const [above, below] = e.args
  if (!above || !below || !isOp(above, '+')) return []
  const all = terms(above)
  return all.flatMap((t, k) =>
    cancelled(t, below).map(made =>
      op('/', addUp([...all.slice(0, k), made.above, ...all.slice(k + 1)]), made.below),
    ),
  )
}

function cancelled(t: Expr, below: Expr): { above: Expr; below: Expr }[] {
  const a = coefficient(t)
  const b = coefficient(below)
  if (b.c.n === 0n) return []
  const whole = { above: op('/', t, below), below: numeral(one) }
  const number = { above: term(quotient(a.c, b.c), a.rest), below: b.rest }
  const shared = [2n, 3n, 5n, 7n].filter(p => divides(p, a.c) && divides(p, b.c))
  const parts = shared.map(p => ({
    above: term(quotient(a.c, { n: p, d: 1n }), a.rest),
    below: term(quotient(b.c, { n: p, d: 1n }), b.rest),
  }))
  return [whole, number, ...parts]
}

function divides(p: bigint, value: Rational): boolean {
  return isWhole(value) && value.n !== 0n && value.n % p === 0n
}
