import type { Rule } from './rule.ts'

const group = 'terms'

/** Taking terms together, and multiplying them. */
export const termsRules: readonly Rule[] = [
  {
    name: 'exponentsAddedInSum',
    group,
    make: [
      'n*x^a+m*x^a -> (n+m)*x^(a+a)',
      'x^a+x^a -> x^(a+a)',
      'x^a+x^a -> 2x^(a+a)',
      'n*x+m*x -> (n+m)*x^2',
      'x+x -> x^2',
    ],
  },
  {
    name: 'unlikePowers',
    group,
    make: [
      'n*x^a+m*x -> (n+m)*x^(a+1)',
      'n*x^a+m*x^b -> (n+m)*x^(a+b)',
      'x^a+x -> 2x^(a+1)',
      'x^a+x -> x^(a+1)',
      'n*x^a+m*x -> (n+m)*x^a',
      'x^a+m*x -> (1+m)*x^a',
      'x^a+m*x -> (1+m)*x^(a+1)',
    ],
  },
  {
    name: 'unlikeTerms',
    group,
    make: ['n*X+m -> (n+m)*X', 'n*X+m*Y -> (n+m)*X*Y'],
  },
  {
    name: 'addedAsProduct',
    group,
    make: ['n*X+m*X -> n*m*X', 'n*x+m*x -> n*m*x^2'],
  },
  {
    name: 'variableSubtractedAway',
    group,
    make: ['n*X-X -> n', 'n*X-m*X -> n-m', '-X+n*X -> n'],
  },
  {
    name: 'variableNotSquared',
    group,
    make: ['x*x -> x', 'n*x*x -> n*x', 'n*m*x*x -> n*m*x'],
  },
  {
    name: 'variableDoubled',
    group,
    make: ['x*x -> 2x', 'x^2 -> 2x'],
    weight: 1,
  },
  {
    name: 'coefficientsAddedInProduct',
    group,
    make: ['n*m*x*x -> (n+m)*x^2', 'n*m*x -> (n+m)*x'],
  },
  {
    name: 'termsMultipliedByAll',
    group,
    make: ['A*(B*c) -> A*B*A*c', 'n*(x*y) -> n*x*n*y'],
  },
  {
    name: 'termLost',
    group,
    make: ['a+R -> R'],
    weight: 7,
  },
]
