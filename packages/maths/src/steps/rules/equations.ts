import { isWhole, negative, product, type Rational, sum, whole, zero } from '../../exact/rational.ts'
import { type Expr, int, isOp, op, substitute, sym, variables } from '../../tree.ts'
import {
  addUp,
  coefficient,
  isOne,
  minus,
  neat,
  numberOf,
  numeral,
  powerParts,
  term,
  terms,
  wholeRoot,
} from '../form.ts'
import { type Coefficients, polynomialIn } from '../univariate.ts'
import { notDivided } from './common-factor.ts'
import type { Rule } from './rule.ts'

const group = 'equations'

/** Factoring, completing the square, and solving equations and systems. */
export const equations: readonly Rule[] = [
  {
    name: 'sumOfSquaresFactored',
    group,
    also: e =>
      squares(e, 1n, (p, q) => [
        op('*', op('+', p, q), op('+', p, minus(q))),
        op('^', op('+', p, q), int(2)),
      ]),
  },
  {
    name: 'differenceAsSquare',
    group,
    also: e =>
      squares(e, -1n, (p, q) => [op('^', op('+', p, minus(q)), int(2)), op('^', op('+', p, q), int(2))]),
  },
  {
    name: 'factorSignsReversed',
    group,
    also: e =>
      trinomial(e, (b, c) =>
        pairs(c)
          .filter(([p, q]) => p + q === b)
          .flatMap(([p, q]): [bigint, bigint][] => [
            [-p, -q],
            [-p, q],
            [p, -q],
          ]),
      ),
  },
  {
    name: 'factorSumWrong',
    group,
    weight: 1,
    also: e => trinomial(e, (b, c) => pairs(c).filter(([p, q]) => p + q !== b && p + q !== -b)),
  },
  {
    name: 'factorProductWrong',
    group,
    weight: 2,
    also: e => trinomial(e, (b, c) => sums(b).filter(([p, q]) => p * q !== c)),
  },
  {
    name: 'commonFactorNotDivided',
    group,
    also: notDivided,
  },
  {
    name: 'squareNotBalanced',
    group,
    make: ['X^2+n*X -> (X+n/2)^2'],
  },
  {
    name: 'squareNotHalved',
    group,
    make: ['X^2+n*X -> (X+n)^2-n^2', 'X^2+n*X -> (X+n)^2'],
  },
  {
    name: 'squareAddedNotSubtracted',
    group,
    make: [
      'X^2+n*X -> (X+n/2)^2+(n/2)^2',
      'X^2+n*X -> (X+n/2)^2-n',
      'X^2+n*X -> (X+n/2)^2-n/2',
      'X^2+n*X -> (X-n/2)^2-(n/2)^2',
    ],
  },
  {
    name: 'leadingFactorForgotten',
    group,
    make: [
      'm*X^2+n*X -> m*(X+n/(2m))^2-(n/(2m))^2',
      'm*X^2+n*X -> (X+n/(2m))^2-(n/(2m))^2',
      'm*X^2+n*X -> m*(X+n/2)^2-m*(n/2)^2',
      'm*X^2+n*X -> m*(X+n/2)^2-(n/2)^2',
    ],
  },
  {
    name: 'productNotZero',
    group,
    make: ['a*b=c -> a=c or b=c'],
  },
  {
    name: 'rootSignsReversed',
    group,
    also: rootsReversed,
  },
  {
    name: 'factorForgotten',
    group,
    make: ['a*B=0 -> B=0', 'a^n*B=0 -> B=0'],
  },
  {
    name: 'dividedByVariable',
    group,
    make: [
      'A*b=C*b -> A=C',
      'A*b=b -> A=1',
      'x^n=m*x -> x^(n-1)=m',
      'm*x^n=k*x -> m*x^(n-1)=k',
      'x^n+m*x=0 -> x^(n-1)+m=0',
      'm*x^n+k*x=0 -> m*x^(n-1)+k=0',
      'x^n=x -> x^(n-1)=1',
      'm*x^n=x -> m*x^(n-1)=1',
    ],
  },
  {
    name: 'formulaSign',
    group,
    also: e => formula(e, (a, b, c) => [[b, squareLess(a, b, c), twice(a)]]),
    weight: 1,
  },
  {
    name: 'formulaDenominator',
    group,
    also: e =>
      formula(e, (a, b, c) => [
        [negative(b), squareLess(a, b, c), whole(2)],
        [negative(b), squareLess(a, b, c), a],
        [product(negative(b), twice(a)), squareLess(a, b, c), twice(a)],
      ]),
    weight: 1,
  },
  {
    name: 'discriminantSign',
    group,
    weight: 1.5,
    also: e =>
      formula(e, (a, b, c) => [
        [negative(b), sum(product(b, b), product(whole(4), product(a, c))), twice(a)],
        [negative(b), sum(negative(product(b, b)), product(whole(-4), product(a, c))), twice(a)],
        [negative(b), sum(product(b, b), product(whole(-4), c)), twice(a)],
      ]),
  },
  {
    name: 'eliminationSign',
    group,
    make: [
      'a=b and c=d -> a-c=b+d',
      'a+b=c and d+f=g -> a-d+b+f=c+g',
      'a+b=c and d+f=g -> a-d+b+f=c-g',
      'a=b and c=d -> a+c=b-d',
      'a=b and c=d -> a=b and a-c=b+d',
      'a=b and c=d -> a=b and a+c=b-d',
      'a=b and c=d -> c=d and a-c=b+d',
      'a=b and c=d -> c=d and a+c=b-d',
    ],
  },
]

const twice = (a: Rational): Rational => product(whole(2), a)

function squareLess(a: Rational, b: Rational, c: Rational): Rational {
  return sum(product(b, b), product(whole(-4), product(a, c)))
}

/** What can be made of a sum or difference of two squares, among the terms of a sum. */
function squares(e: Expr, sign: bigint, make: (p: Expr, q: Expr) => Expr[]): Expr[] {
  if (!isOp(e, '+', 2)) return []
  const [a, b] = terms(e)
  if (!a || !b) return []
  const ways: [Expr, Expr][] = [
    [a, b],
    [b, a],
  ]
  return ways.flatMap(([u, v]) => {
    const [p, q] = [squareRoot(u), squareRoot(sign < 0n ? minus(v) : v)]
    return p && q ? make(p, q) : []
  })
}

function squareRoot(e: Expr): Expr | null {
  const { c, rest } = coefficient(e)
  const [n, d] = [wholeRoot(c.n), wholeRoot(c.d)]
  if (n === null || d === null || d === 0n || n === 0n) return null
  const root = { n, d }
  if (isOne(rest)) return numeral(root)
  const [base, exponent] = powerParts(rest)
  const half = numberOf(exponent)
  if (!half || !isWhole(half) || half.n % 2n !== 0n) return null
  return term(root, neat(op('^', base, numeral({ n: half.n / 2n, d: 1n }))))
}

/** `(x+p)(x+q)` for each pair that is made from b and c of x² + bx + c, where those are whole. */
function trinomial(
  e: Expr,
  choose: (b: bigint, c: bigint) => readonly (readonly [bigint, bigint])[],
): Expr[] {
  const [name, ...others] = isOp(e, '+') ? variables(e) : []
  const all = name !== undefined && others.length === 0 ? polynomialIn(e, name) : null
  if (!all || name === undefined || all.length !== 3) return []
  const [c, b, a] = all
  if (!a || !b || !c || !isWhole(b) || !isWhole(c) || a.n !== 1n || a.d !== 1n) return []
  return choose(b.n, c.n).map(([p, q]) => op('*', linear(name, p), linear(name, q)))
}

function linear(name: string, p: bigint): Expr {
  return addUp([sym(name), ...(p === 0n ? [] : [int(p)])])
}

function pairs(c: bigint): [bigint, bigint][] {
  const size = c < 0n ? -c : c
  if (size === 0n || size > 1000n) return []
  const found: [bigint, bigint][] = []
  for (let p = 1n; p * p <= size; p += 1n) {
    if (size % p === 0n) for (const s of [p, -p]) found.push([s, c / s])
  }
  return found
}

function sums(b: bigint): [bigint, bigint][] {
  return Array.from({ length: 25 }, (_, k) => [BigInt(k - 12), b - BigInt(k - 12)])
}

/** A product that is zero, with the other sign for all roots of its factors, and for each factor alone. */
function rootsReversed(e: Expr): Expr[] {
  if (!isOp(e, '=', 2)) return []
  const side = e.args.find(arg => isOp(arg, '*') || isOp(arg, '^', 2))
  const zeroSide = e.args.find(arg => numberOf(arg)?.n === 0n)
  const [name, ...others] = variables(e)
  if (side?.kind !== 'op' || !zeroSide || name === undefined || others.length > 0) return []
  const factors = side.op === '*' ? side.args.filter(f => variables(f).length > 0) : [side.args[0] ?? side]
  const turned = factors.map(f => substitute(f, name, op('-', sym(name))))
  const line = (all: readonly Expr[]): Expr => joined(all.map(f => op('=', f, int(0))))
  return [
    line(turned),
    ...factors.map((_, k) => line(factors.map((f, j) => (j === k ? (turned[j] ?? f) : f)))),
  ]
}

function joined(all: readonly Expr[]): Expr {
  return all.length === 1 && all[0] ? all[0] : op('or', ...all)
}

type Abc = (a: Rational, b: Rational, c: Rational) => readonly (readonly [Rational, Rational, Rational])[]

/** Both values of (first ± √inside) / below, for a quadratic equation. */
function formula(e: Expr, variants: Abc): Expr[] {
  const quadratic = isOp(e, '=', 2) ? ofEquation(e) : null
  if (!quadratic) return []
  const { name, all } = quadratic
  const [c, b, a] = [all[0] ?? zero, all[1] ?? zero, all[2] ?? zero]
  return variants(a, b, c)
    .filter(([, , below]) => below.n !== 0n)
    .map(([first, inside, below]) => {
      const value = (root: Expr): Expr => op('/', op('+', numeral(first), root), numeral(below))
      const root = op('sqrt', numeral(inside))
      return op('or', op('=', sym(name), value(root)), op('=', sym(name), value(op('-', root))))
    })
}

function ofEquation(e: Expr): { name: string; all: Coefficients } | null {
  const [left, right] = e.kind === 'op' ? e.args : []
  const [name, ...others] = variables(e)
  if (!left || !right || name === undefined || others.length > 0) return null
  const all = polynomialIn(op('+', left, op('-', right)), name)
  return all?.length === 3 ? { name, all } : null
}
