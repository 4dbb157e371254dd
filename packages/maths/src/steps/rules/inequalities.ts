import { type Expr, op } from '../../tree.ts'
import { coefficient, isOne, terms } from '../form.ts'
import type { Mistake } from './rule.ts'

const group = 'inequalities'
const flipped: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }
const loosened: Readonly<Record<string, string>> = { '<': '<=', '>': '>=', '<=': '<', '>=': '>' }

/** Inequalities. */
export const inequalities: readonly Mistake[] = [
  {
    name: 'flipForgotten',
    group,
    also: e => (hasNegativeTerm(e) ? turned(e, flipped) : []),
    example: ['-2x<6', 'x<-3'],
    nearMiss: ['-2x<6', 'x>-3'],
    nl: 'Vermenigvuldig of deel je door een negatief getal, dan klapt het ongelijkteken om.',
    en: 'When you multiply or divide by a negative number, the inequality sign turns round.',
  },
  {
    name: 'flipNeedless',
    group,
    also: e => (hasNegativeTerm(e) ? [] : turned(e, flipped)),
    example: ['3x+4<10', 'x>2'],
    nearMiss: ['3x+4<10', 'x<2'],
    nl: 'Het ongelijkteken klapt alleen om bij vermenigvuldigen met of delen door een negatief getal.',
    en: 'The inequality sign turns round only when you multiply or divide by a negative number.',
  },
  {
    name: 'boundaryChanged',
    group,
    also: e => turned(e, loosened),
    example: ['2x<=8', 'x<4'],
    nearMiss: ['2x<=8', 'x<=4'],
    nl: 'Of de grens zelf meedoet, verandert niet bij het oplossen: < blijft < en ≤ blijft ≤.',
    en: 'Whether the boundary itself belongs does not change in solving: < stays < and ≤ stays ≤.',
  },
  {
    name: 'squareInequality',
    group,
    make: ['a^2<n -> a~sqrt(n)', 'a^2<n -> a~sqrt(n) or a~-sqrt(n)', 'a^2<n -> a~sqrt(n) and a~-sqrt(n)'],
    example: ['x^2<16', 'x<4'],
    nearMiss: ['x^2<16', 'x>-4 and x<4'],
    nl: 'Bij een ongelijkheid met een kwadraat horen twee grenzen. Bekijk met een schets of tekenschema waar het klopt.',
    en: 'An inequality with a square has two boundaries. Find out with a sketch or a table of signs where it holds.',
  },
  {
    name: 'multipliedByUnknownSign',
    group,
    make: ['a/x<c -> a~c*x', 'a/x<c/d -> a*d~c*x', '1/a<n -> a~1/n'],
    example: ['6/x<2', '6<2x'],
    nearMiss: ['6/x<2', 'x>3 or x<0'],
    nl: 'Je weet niet of de noemer positief is, dus ook niet of het teken omklapt. Breng alles naar één kant, of bekijk de gevallen apart.',
    en: 'You do not know whether the denominator is positive, so neither whether the sign turns. Bring everything to one side, or look at the cases apart.',
  },
  {
    name: 'productInequality',
    group,
    make: ['a*b<0 -> a~0 or b~0', 'a*b<0 -> a~0 and b~0', 'a/b<0 -> a~0 or b~0', 'a/b<0 -> a~0 and b~0'],
    example: ['(x-1)(x-4)<0', 'x-1<0 or x-4<0'],
    nearMiss: ['(x-1)(x-4)<0', 'x>1 and x<4'],
    nl: 'Het teken van een product hangt af van beide factoren samen. Maak een tekenschema.',
    en: 'The sign of a product depends on both factors together. Make a table of signs.',
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
export const absolutes: readonly Mistake[] = [
  {
    name: 'absOneCase',
    group: abs,
    make: ['|a|=b -> a=b', '|a|=b -> a=-b'],
    example: ['|x-2|=5', 'x-2=5'],
    nearMiss: ['|x-2|=5', 'x-2=5 or x-2=-5'],
    nl: 'Er zijn twee gevallen: wat tussen de strepen staat kan positief zijn en negatief.',
    en: 'There are two cases: what stands between the bars may be positive and negative.',
  },
  {
    name: 'absInnerSign',
    group: abs,
    make: ['|a+R|=n -> a+R=n or -a+R=n'],
    example: ['|2x-3|=7', '2x-3=7 or 2x+3=7'],
    nearMiss: ['|2x-3|=7', '2x-3=7 or -2x+3=7'],
    nl: 'In het tweede geval wisselt alles tussen de strepen van teken, niet één term.',
    en: 'In the second case all that stands between the bars changes its sign, not one term.',
  },
  {
    name: 'absTermwise',
    group: abs,
    make: ['|a+R| -> |a|+|R|', '|a-b| -> |a|-|b|', '|a+R| -> |a|+R'],
    example: ['|x-3|', '|x|-3'],
    nearMiss: ['|x-3|', '|3-x|'],
    nl: 'De absolute waarde van een som of verschil kun je niet per term nemen.',
    en: 'The absolute value of a sum or difference can not be taken term by term.',
  },
  {
    name: 'absDropped',
    group: abs,
    make: ['|a| -> a'],
    example: ['|x-3|+2', 'x-1'],
    nearMiss: ['|x-3|+2', '|3-x|+2'],
    weight: 1,
    nl: 'De strepen mag je alleen weglaten als wat ertussen staat niet negatief is.',
    en: 'The bars can be left out only where what stands between them is not negative.',
  },
  {
    name: 'absOfOpposite',
    group: abs,
    make: ['|-a| -> -|a|', '|A*b| -> A*|b|'],
    example: ['|-3x|', '-3|x|'],
    nearMiss: ['|-3x|', '3|x|'],
    nl: 'Een absolute waarde is nooit negatief: |-a| is |a|.',
    en: 'An absolute value is never negative: |-a| is |a|.',
  },
  {
    name: 'absEqualsNegative',
    group: abs,
    make: ['|a|=-n -> a=n or a=-n', '|a|=-n -> a=-n', '|a|=-n -> a=n'],
    example: ['|x|=-4', 'x=4 or x=-4'],
    nearMiss: ['|x|=4', 'x=4 or x=-4'],
    nl: 'Een absolute waarde is nooit negatief, dus deze vergelijking heeft geen oplossing.',
    en: 'An absolute value is never negative, so this equation has no solution.',
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
    example: ['|x-1|<3', 'x-1<3'],
    nearMiss: ['|x-1|<3', 'x-1<3 and x-1>-3'],
    nl: 'Denk aan de afstand tot nul: |a|<c geldt tussen -c en c, en |a|>c daarbuiten.',
    en: 'Think of the distance to zero: |a|<c holds between -c and c, and |a|>c outside.',
  },
]
