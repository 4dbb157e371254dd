import { product } from '../../exact/rational.ts'
import { type Expr, int, isOp, op } from '../../tree.ts'
import { numberOf, numeral, rootParts } from '../form.ts'
import type { Rule } from './rule.ts'

const group = 'powers'

/** Powers and exponents. */
export const powers: readonly Rule[] = [
  {
    name: 'exponentsMultiplied',
    group,
    make: ['a^n*a^m -> a^(n*m)', 'a^b*a^c -> a^(b*c)'],
  },
  {
    name: 'powerOfPowerAdded',
    group,
    make: ['(a^b)^c -> a^(b+c)'],
  },
  {
    name: 'powerOfPowerRaised',
    group,
    make: ['(a^n)^m -> a^(n^m)'],
  },
  {
    name: 'basesMultiplied',
    group,
    make: ['a^b*a^c -> (a*a)^(b+c)', 'a^b*c^b -> (a*c)^(b+b)', 'a^b*c^d -> (a*c)^(b+d)'],
  },
  {
    name: 'powerAsProduct',
    group,
    make: ['n^m -> n*m', 'a^n -> n*a', '(n*A)^m -> n*m*A^m'],
    weight: 1,
  },
  {
    name: 'powerOfOneFactor',
    group,
    make: ['(A*b)^c -> A*b^c', '(a/b)^c -> a^c/b', '(a/b)^c -> a/b^c'],
  },
  {
    name: 'powerOfWholeTerm',
    group,
    make: ['A*b^c -> (A*b)^c'],
  },
  {
    name: 'exponentsDivided',
    group,
    make: ['a^n/a^m -> a^(n/m)', '(B*a^n)/a^m -> B*a^(n/m)', '(B*a^n)/(C*a^m) -> B*a^(n/m)/C'],
  },
  {
    name: 'powersOfSumAdded',
    group,
    make: ['a^b+a^c -> a^(b+c)', 'a^b-a^c -> a^(b-c)'],
  },
  {
    name: 'zeroExponent',
    group,
    make: ['a^0 -> 0', 'a^0 -> a'],
  },
  {
    name: 'negativeExponent',
    group,
    make: ['a^(-b) -> -(a^b)', 'a^(-b) -> -1/a^b', 'a^(-b) -> (-a)^b'],
  },
  {
    name: 'negativeExponentOfTerm',
    group,
    make: ['A*b^(-c) -> 1/(A*b^c)'],
  },
  {
    name: 'fractionExponentTurned',
    group,
    make: ['a^(n/m) -> a^(m/n)', 'a^(1/n) -> a/n', 'a^(n/m) -> n*a/m', 'a^(1/n) -> 1/a^n'],
  },
]

const root = 'roots'

/** Roots, and taking or undoing squares in equations. */
export const roots: readonly Rule[] = [
  {
    name: 'rootOfSum',
    group: root,
    make: [
      'sqrt(a+R) -> sqrt(a)+sqrt(R)',
      'sqrt(a^2+b^2) -> a+b',
      'sqrt(a^2-b^2) -> a-b',
      'sqrt(a-b) -> sqrt(a)-sqrt(b)',
      'sqrt(a^2+n) -> a+sqrt(n)',
      'sqrt(a+n) -> a+sqrt(n)',
      'sqrt(a^2-n) -> a-sqrt(n)',
      'sqrt(n*a^2+m) -> sqrt(n)*a+sqrt(m)',
    ],
  },
  {
    name: 'sumOfRoots',
    group: root,
    make: ['sqrt(a)+sqrt(b) -> sqrt(a+b)', 'sqrt(a)-sqrt(b) -> sqrt(a-b)'],
  },
  {
    name: 'rootHalved',
    group: root,
    make: ['sqrt(a) -> a/2'],
  },
  {
    name: 'rootOfSquareSign',
    group: root,
    make: ['sqrt(a^2) -> a'],
  },
  {
    name: 'factorIntoRoot',
    group: root,
    make: ['n*sqrt(a) -> sqrt(n*a)', 'sqrt(n*a) -> n*sqrt(a)'],
    also: squareTakenOut,
  },
  {
    name: 'squareOfRootTerm',
    group: root,
    make: ['(n*sqrt(a))^2 -> n*a', '(sqrt(a)+R)^2 -> a+R', 'sqrt(a)^2 -> a^2'],
  },
  {
    name: 'squaredTermwise',
    group: root,
    make: ['sqrt(a)+R=c -> a+R^2=c^2', 'sqrt(a)+R=c -> a+R=c^2', 'sqrt(a)+R=c -> a-R^2=c^2'],
  },
  {
    name: 'squaredOneSide',
    group: root,
    make: ['sqrt(a)=c -> a=c', 'sqrt(a)=c -> a=2c', 'sqrt(a)=c -> a=sqrt(c)', 'n*sqrt(a)=c -> n*a=c^2'],
  },
  {
    name: 'rootTermwise',
    group: root,
    make: [
      'a^2+n=m -> a+sqrt(n)=sqrt(m)',
      'a^2-n=m -> a-sqrt(n)=sqrt(m)',
      'a^2+b^2=c -> a+b=sqrt(c)',
      'n*a^2=m -> n*a=sqrt(m)',
      'n*a^2=m -> n*a=sqrt(m) or n*a=-sqrt(m)',
    ],
  },
  {
    name: 'squareHalved',
    group: root,
    make: ['a^2=n -> a=n/2', 'a^2=n -> a=n/2 or a=-n/2'],
  },
  {
    name: 'rootWithoutNegative',
    group: root,
    make: [
      'a^2=n -> a=sqrt(n)',
      'n*a^2=m -> a=sqrt(m/n)',
      'a^2=b^2 -> a=b',
      'a^2=b -> a=sqrt(b)',
      'A*b^2=c -> b=sqrt(c/A)',
    ],
  },
  {
    name: 'rootOfNegative',
    group: root,
    make: ['a^2=-b -> a=sqrt(b) or a=-sqrt(b)', 'a^2=-b -> a=-sqrt(b)', 'a^2=-b -> a=sqrt(b)'],
  },
]

/** The square that was found under a root, put before it without taking its root. */
function squareTakenOut(e: Expr): Expr[] {
  const value = isOp(e, 'sqrt') && e.args[0] ? numberOf(e.args[0]) : null
  if (!value || value.n <= 0n) return []
  const { c, inside } = rootParts(value)
  return [op('*', numeral(product(c, c)), op('sqrt', int(inside)))]
}
