import type { Rule } from './rule.ts'

const group = 'moving'

/** Doing the same on both sides of an equation or inequality, done on one side or with the wrong operation. */
export const moving: readonly Rule[] = [
  {
    name: 'moveSignKept',
    group,
    make: ['a+R~c -> R~c+a'],
  },
  {
    name: 'doneOnOneSide',
    group,
    make: ['a+R~c -> R~c'],
    weight: 2,
  },
  {
    name: 'factorSubtracted',
    group,
    make: ['n*X~c -> X~c-n', 'n*X~c -> X~c+n'],
  },
  {
    name: 'termDivided',
    group,
    make: ['x+n~c -> x~c/n', 'x+n~c -> x~n*c'],
  },
  {
    name: 'factorMultiplied',
    group,
    make: ['n*X~c -> X~n*c'],
  },
  {
    name: 'denominatorDivided',
    group,
    make: ['X/n~c -> X~c/n', 'X/n~c -> X~c+n', 'X/n~c -> X~c-n'],
  },
  {
    name: 'minusOfFactorLost',
    group,
    make: ['-X=c -> X=c', '-(n*X)=c -> X=c/n', '-X/n=c -> X=c*n'],
  },
  {
    name: 'dividedTheOtherWay',
    group,
    make: ['n*X~c -> X~n/c'],
  },
  {
    name: 'oneTermDivided',
    group,
    make: ['n*X+R~c -> X+R~c/n', 'n*X+R~c -> X+R/n~c'],
  },
  {
    name: 'oneSideDivided',
    group,
    make: ['n*X+R~c -> X+R/n~c', 'n*(a+R)~c -> a+R~c', 'n*X~c -> X~c'],
  },
  {
    name: 'oneTermMultiplied',
    group,
    make: ['a/n+R~c -> a+R~n*c', 'a/n+R~c -> a+n*R~c', 'a/n+R~c -> a+R~c'],
  },
  {
    name: 'crossMultipliedStraight',
    group,
    make: ['a/b=c/d -> a*c=b*d', 'a/b=c/d -> a*b=c*d'],
  },
  {
    name: 'termWithFactorMoved',
    group,
    make: ['n*X+R~c -> X~c-R-n'],
    weight: 1,
  },
]
