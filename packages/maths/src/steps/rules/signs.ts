import { leavesNothing } from './common-factor.ts'
import type { Rule } from './rule.ts'

const group = 'signs'

/** Brackets and minus signs. */
export const signs: readonly Rule[] = [
  {
    name: 'minusFirstOnly',
    group,
    make: ['-(a+R) -> -a+R', '-(a+b+R) -> -a-b+R'],
  },
  {
    name: 'minusTimesBracket',
    group,
    make: ['-(B*(a+R)) -> -(B*a)+B*R'],
  },
  {
    name: 'minusBeforeFraction',
    group,
    make: ['-((a+R)/b) -> -a/b+R/b'],
  },
  {
    name: 'multiplyFirstOnly',
    group,
    make: ['A*(b+R) -> A*b+R'],
  },
  {
    name: 'multiplyFactorsAdded',
    group,
    make: ['A*(b+R) -> A*b+A+R', 'n*(m*X+k) -> (n+m)*X+k', 'n*(m*X+k) -> (n+m)*X+n*k'],
    weight: 1,
  },
  {
    name: 'squareOfSum',
    group,
    make: ['(a+R)^n -> a^n+R^n'],
  },
  {
    name: 'squareOfDifference',
    group,
    make: ['(a-b)^2 -> a^2-b^2'],
  },
  {
    name: 'middleTermOnce',
    group,
    make: ['(a+b)^2 -> a^2+a*b+b^2'],
  },
  {
    name: 'squareLastNegative',
    group,
    make: ['(a-b)^2 -> a^2-2a*b-b^2'],
  },
  {
    name: 'middleTermSign',
    group,
    make: ['(a-b)^2 -> a^2+2a*b+b^2', '(a+b)^2 -> a^2-2a*b+b^2'],
  },
  {
    name: 'firstAndLastOnly',
    group,
    make: ['(a+R)*(c+S) -> a*c+R*S'],
  },
  {
    name: 'productForgotten',
    group,
    make: ['(a+b)*(c+d) -> a*c+a*d+b*d', '(a+b)*(c+d) -> a*c+a*d+b*c'],
  },
  {
    name: 'productSigns',
    group,
    make: [
      '(a+b)*(c-d) -> a*c+a*d-b*c-b*d',
      '(a+b)*(c-d) -> a*c-a*d+b*c+b*d',
      '(a+b)*(c-d) -> a*c+a*d+b*c-b*d',
      '(a-b)*(c-d) -> a*c-a*d-b*c-b*d',
      '(a-b)*(c-d) -> a*c+a*d+b*c+b*d',
      '(a+b)*(c+d) -> a*c-a*d-b*c+b*d',
    ],
  },
  {
    name: 'conjugateSum',
    group,
    make: ['(a+b)*(a-b) -> a^2+b^2'],
  },
  {
    name: 'minusTimesMinus',
    group,
    make: ['(-a)*(-b) -> -(a*b)', '(-a)/(-b) -> -(a/b)'],
  },
  {
    name: 'minusMinus',
    group,
    make: ['-(-a) -> -a'],
  },
  {
    name: 'squareOfNegative',
    group,
    make: ['(-a)^n -> -(a^n)'],
  },
  {
    name: 'minusOutsidePower',
    group,
    make: ['-(a^n) -> (-a)^n', '-(A*b^2) -> A*b^2'],
  },
  {
    name: 'bracketBeforePower',
    group,
    make: ['A*(b+R)^n -> (A*b+A*R)^n'],
  },
  {
    name: 'factorLeavesNothing',
    group,
    make: ['A*b+A -> A*b', 'a*B+a -> a*B'],
    also: leavesNothing,
  },
  {
    name: 'signSlip',
    group,
    make: ['a+R -> -a+R'],
    weight: 6,
  },
]
