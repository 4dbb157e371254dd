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
import type { Mistake } from './rule.ts'

const group = 'equations'

/** Factoring, completing the square, and solving equations and systems. */
export const equations: readonly Mistake[] = [
  {
    name: 'sumOfSquaresFactored',
    group,
    also: e =>
      squares(e, 1n, (p, q) => [
        op('*', op('+', p, q), op('+', p, minus(q))),
        op('^', op('+', p, q), int(2)),
      ]),
    example: ['x^2+9', '(x+3)(x-3)'],
    nearMiss: ['x^2-9', '(x+3)(x-3)'],
    nl: 'Een som van twee kwadraten heeft geen ontbinding in reële factoren. Het verschil van twee kwadraten wel.',
    en: 'A sum of two squares has no real factors. The difference of two squares has.',
  },
  {
    name: 'differenceAsSquare',
    group,
    also: e =>
      squares(e, -1n, (p, q) => [op('^', op('+', p, minus(q)), int(2)), op('^', op('+', p, q), int(2))]),
    example: ['x^2-16', '(x-4)^2'],
    nearMiss: ['x^2-16', '(x-4)(x+4)'],
    nl: 'Het verschil van twee kwadraten is het product van som en verschil. Het is geen kwadraat.',
    en: 'The difference of two squares is the product of sum and difference. It is not a square.',
  },
  {
    name: 'factorSignsReversed',
    group,
    also: e =>
      trinomial(e, (b, c) =>
        pairs(c)
          .filter(([p, q]) => p + q === b)
          .map(([p, q]): [bigint, bigint] => [-p, -q]),
      ),
    example: ['x^2-5x+6=0', '(x+2)(x+3)=0'],
    nearMiss: ['x^2-5x+6=0', '(x-2)(x-3)=0'],
    nl: 'De twee getallen moeten samen, met hun teken, de factor voor x opleveren. De tekens zijn omgedraaid.',
    en: 'The two numbers have to add up, with their signs, to the factor before x. The signs were turned.',
  },
  {
    name: 'factorSumWrong',
    group,
    weight: 1,
    also: e => trinomial(e, (b, c) => pairs(c).filter(([p, q]) => p + q !== b && p + q !== -b)),
    example: ['x^2+7x+12', '(x+2)(x+6)'],
    nearMiss: ['x^2+7x+12', '(x+3)(x+4)'],
    nl: 'Het product van de twee getallen klopt, maar hun som is niet de factor voor x.',
    en: 'The product of the two numbers is right, but their sum is not the factor before x.',
  },
  {
    name: 'factorProductWrong',
    group,
    weight: 2,
    also: e => trinomial(e, (b, c) => sums(b).filter(([p, q]) => p * q !== c)),
    example: ['x^2+7x+12', '(x+2)(x+5)'],
    nearMiss: ['x^2+7x+12', '(x+2)(x+6)'],
    nl: 'De som van de twee getallen klopt, maar hun product is niet de losse term.',
    en: 'The sum of the two numbers is right, but their product is not the constant term.',
  },
  {
    name: 'squareNotBalanced',
    group,
    make: ['X^2+n*X -> (X+n/2)^2'],
    example: ['x^2+6x+5', '(x+3)^2+5'],
    nearMiss: ['x^2+6x+5', '(x+3)^2-4'],
    nl: 'Het kwadraat levert een extra getal op, het kwadraat van de halve factor. Dat moet er weer af.',
    en: 'The square brings an extra number, the square of half the factor. That has to be taken off again.',
  },
  {
    name: 'squareNotHalved',
    group,
    make: ['X^2+n*X -> (X+n)^2-n^2', 'X^2+n*X -> (X+n)^2'],
    example: ['x^2+6x', '(x+6)^2-36'],
    nearMiss: ['x^2+6x', '(x+3)^2-9'],
    nl: 'In het kwadraat komt de helft van de factor voor x, want het dubbele product telt twee keer.',
    en: 'Half the factor before x goes into the square, since the double product counts twice.',
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
    example: ['x^2+6x', '(x+3)^2+9'],
    nearMiss: ['x^2+6x', '(x+3)^2-9'],
    nl: 'Werk het kwadraat eens uit: er moet precies evenveel af als het kwadraat te veel geeft, en de tekens moeten kloppen.',
    en: 'Multiply the square out: exactly as much has to be taken off as the square gives too much, and the signs have to agree.',
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
    example: ['2x^2+12x', '2(x+3)^2-9'],
    nearMiss: ['2x^2+12x', '2(x+3)^2-18'],
    nl: 'Staat er een factor voor x², haal die dan eerst buiten haakjes. Hij geldt voor alles wat je binnen de haakjes toevoegt of weghaalt.',
    en: 'Where there is a factor before x², take it out of brackets first. It holds for all that you add or take away inside them.',
  },
  {
    name: 'productNotZero',
    group,
    make: ['a*b=c -> a=c or b=c'],
    example: ['(x-2)(x-3)=6', 'x-2=6 or x-3=6'],
    nearMiss: ['(x-2)(x-3)=0', 'x-2=0 or x-3=0'],
    nl: 'De factoren apart gelijkstellen kan alleen als het product nul is. Maak eerst de rechterkant nul.',
    en: 'Setting each factor equal works only where the product is zero. Make the right side zero first.',
  },
  {
    name: 'rootSignsReversed',
    group,
    also: rootsReversed,
    example: ['(x-2)(x+5)=0', 'x=-2 or x=5'],
    nearMiss: ['(x-2)(x+5)=0', 'x=2 or x=-5'],
    nl: 'De oplossing is het getal waarvoor de factor nul wordt. Dat heeft het andere teken dan het getal in de factor.',
    en: 'The solution is the number for which the factor is zero. It has the other sign than the number in the factor.',
  },
  {
    name: 'factorForgotten',
    group,
    make: ['a*B=0 -> B=0', 'a^n*B=0 -> B=0'],
    example: ['x(x-4)=0', 'x-4=0'],
    nearMiss: ['x(x-4)=0', 'x=0 or x-4=0'],
    nl: 'Een product is nul als één van de factoren nul is. Elke factor geeft een mogelijkheid, ook een losse x.',
    en: 'A product is zero if one of its factors is zero. Every factor gives a possibility, a single x as well.',
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
    example: ['x^2=5x', 'x=5'],
    nearMiss: ['x^2=5x', 'x=0 or x=5'],
    nl: 'Er is gedeeld door een uitdrukking die nul kan zijn. Bekijk dat geval apart, of haal de factor buiten haakjes.',
    en: 'There was a division by an expression that may be zero. Look at that case apart, or take the factor out of brackets.',
  },
  {
    name: 'formulaSign',
    group,
    also: e => formula(e, (a, b, c) => [[b, squareLess(a, b, c), twice(a)]]),
    example: ['x^2-5x+6=0', 'x=-2 or x=-3'],
    nearMiss: ['x^2-5x+6=0', 'x=2 or x=3'],
    weight: 1,
    nl: 'In de abc-formule staat vooraan -b. Is b zelf negatief, dan wordt -b positief.',
    en: 'The quadratic formula begins with -b. Where b itself is negative, -b is positive.',
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
    example: ['2x^2-7x+3=0', 'x=6 or x=1'],
    nearMiss: ['2x^2-7x+3=0', 'x=3 or x=1/2'],
    weight: 1,
    nl: 'In de abc-formule wordt alles gedeeld door 2a: zowel -b als de wortel, en met de a van deze vergelijking.',
    en: 'In the quadratic formula everything is divided by 2a: both -b and the root, and with the a of this equation.',
  },
  {
    name: 'discriminantSign',
    group,
    also: e =>
      formula(e, (a, b, c) => [
        [negative(b), sum(product(b, b), product(whole(4), product(a, c))), twice(a)],
        [negative(b), sum(negative(product(b, b)), product(whole(-4), product(a, c))), twice(a)],
        [negative(b), sum(product(b, b), product(whole(-4), c)), twice(a)],
      ]),
    example: ['x^2-3x-4=0', 'x=(3+sqrt(-7))/2 or x=(3-sqrt(-7))/2'],
    nearMiss: ['x^2-3x-4=0', 'x=4 or x=-1'],
    nl: 'De discriminant is b²-4ac. Zet haakjes om negatieve getallen: b² is nooit negatief, en -4ac is positief als a en c verschillende tekens hebben.',
    en: 'The discriminant is b²-4ac. Put brackets around negative numbers: b² is never negative, and -4ac is positive where a and c have different signs.',
  },
  {
    name: 'eliminationSign',
    group,
    make: [
      'a=b and c=d -> a-c=b+d',
      'a=b and c=d -> a+c=b-d',
      'a=b and c=d -> a=b and a-c=b+d',
      'a=b and c=d -> a=b and a+c=b-d',
      'a=b and c=d -> c=d and a-c=b+d',
      'a=b and c=d -> c=d and a+c=b-d',
    ],
    example: ['2x+y=7 and x+y=4', 'x=11'],
    nearMiss: ['2x+y=7 and x+y=4', 'x=3'],
    nl: 'Trek je vergelijkingen van elkaar af of tel je ze op, doe dan links en rechts hetzelfde.',
    en: 'When equations are subtracted or added, do the same on the left and on the right.',
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
  if (!side || side.kind !== 'op' || !zeroSide || name === undefined || others.length > 0) return []
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
