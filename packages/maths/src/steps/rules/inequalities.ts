import { type Expr, op } from '../../tree.ts'
import { coefficient, isOne, terms } from '../form.ts'
import type { Rule } from './rule.ts'

const group = 'inequalities'
const flipped: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }
const loosened: Readonly<Record<string, string>> = { '<': '<=', '>': '>=', '<=': '<', '>=': '>' }

/** Inequalities. */
export const inequalities: readonly Rule[] = [
  {
    name: 'flipForgotten',
    group,
    also: e => (hasNegativeTerm(e) ? turned(e, flipped) : []),
  },
  {
    name: 'flipNeedless',
    group,
    also: e => (hasNegativeTerm(e) ? [] : turned(e, flipped)),
  },
  {
    name: 'boundaryChanged',
    group,
    also: e => turned(e, loosened),
  },
  {
    name: 'squareInequality',
    group,
    make: ['a^2<n -> a~sqrt(n)', 'a^2<n -> a~sqrt(n) or a~-sqrt(n)', 'a^2<n -> a~sqrt(n) and a~-sqrt(n)'],
  },
  {
    name: 'multipliedByUnknownSign',
    group,
    make: ['a/x<c -> a~c*x', 'a/x<c/d -> a*d~c*x', '1/a<n -> a~1/n', 'a/b<0 -> a~0'],
  },
  {
    name: 'zeroOfDenominator',
    group,
    make: ['a/b<0 -> a*b~0'],
  },
  {
    name: 'productInequality',
    group,
    make: ['a*b<0 -> a~0 or b~0', 'a*b<0 -> a~0 and b~0', 'a/b<0 -> a~0 or b~0', 'a/b<0 -> a~0 and b~0'],
  },
]

function turned(e: Expr, by: Readonly<Record<string, string>>): Expr[] {
  const name = e.kind === 'op' ? by[e.op] : undefined
  return e.kind === 'op' && name !== undefined && e.args.length === 2 ? [op(name, ...e.args)] : []
}

function hasNegativeTerm(e: Expr): boolean {
  return e.kind === 'op' && e.args.some(side => terms(side).some(t => belowZero(t)))
}

function belowZero(t: Expr): boolean {
  const { c, rest } = coefficient(t)
  return c.n < 0n && !isOne(rest)
}

const abs = 'abs'

/** Absolute values. */
export const absolutes: readonly Rule[] = [
  {
    name: 'absOneCase',
    group: abs,
    make: ['|a|=b -> a=b', '|a|=b -> a=-b'],
  },
  {
    name: 'absInnerSign',
    group: abs,
    make: ['|a+R|=n -> a+R=n or -a+R=n'],
  },
  {
    name: 'absTermwise',
    group: abs,
    make: ['|a+R| -> |a|+|R|', '|a-b| -> |a|-|b|', '|a+R| -> |a|+R'],
  },
  {
    name: 'absDropped',
    group: abs,
    make: ['|a| -> a'],
    weight: 1,
  },
  {
    name: 'absOfOpposite',
    group: abs,
    make: ['|-a| -> -|a|', '|A*b| -> A*|b|'],
  },
  {
    name: 'absEqualsNegative',
    group: abs,
    make: ['|a|=-n -> a=n or a=-n', '|a|=-n -> a=-n', '|a|=-n -> a=n'],
  },
  {
    name: 'absInequality',
    group: abs,
    make: [
      '|a|<n -> a~n',
      '|a|<n -> a~n or a~-n',
      '|a|<n -> a~n and a~-n',
      '|a|<n -> a<n and a>-n',
      '|a|<n -> a>n or a<-n',
    ],
  },
]
