import { fromLiteral } from '../../exact/rational.ts'
import { type Expr, int, isDecimal, isOp, literal, type Num, op } from '../../tree.ts'
import type { Mistake } from './rule.ts'

const group = 'arithmetic'

/** Calculating with numbers; each of these has a cause that can be named. */
export const arithmetic: readonly Mistake[] = [
  {
    name: 'addedBeforeMultiplying',
    group,
    make: ['n+m*k -> (n+m)*k', 'n-m*k -> (n-m)*k', 'n+m*(a+R) -> (n+m)*(a+R)', 'n-m*(a+R) -> (n-m)*(a+R)'],
    example: ['y=2+3*4', 'y=20'],
    nearMiss: ['y=2+3*4', 'y=14'],
    nl: 'Vermenigvuldigen gaat voor optellen en aftrekken, ook als het later staat.',
    en: 'Multiplying comes before adding and subtracting, also where it stands later.',
  },
  {
    name: 'subtractedTheRest',
    group,
    make: ['n-m+k -> n-(m+k)'],
    example: ['y=10-3+2', 'y=5'],
    nearMiss: ['y=10-3+2', 'y=9'],
    nl: 'Optellen en aftrekken gaat van links naar rechts. De min hoort alleen bij het eerste getal erna.',
    en: 'Adding and subtracting go from left to right. The minus belongs only to the first number after it.',
  },
  {
    name: 'dividedByTheRest',
    group,
    make: ['(n/m)*k -> n/(m*k)'],
    example: ['y=24/4*2', 'y=3'],
    nearMiss: ['y=24/4*2', 'y=12'],
    nl: 'Vermenigvuldigen en delen gaat van links naar rechts.',
    en: 'Multiplying and dividing go from left to right.',
  },
  {
    name: 'twoMinusesPlus',
    group,
    make: ['-a-b -> a+b'],
    example: ['x=-3-5', 'x=8'],
    nearMiss: ['x=-3-5', 'x=-8'],
    nl: '"Min maal min is plus" geldt voor vermenigvuldigen. Twee schulden bij elkaar blijven een schuld.',
    en: '"Minus times minus is plus" holds for multiplying. Two debts together are still a debt.',
  },
  {
    name: 'minusOverAll',
    group,
    make: ['-n+m -> -(n+m)', '-(n*X)+m*X -> -((n+m)*X)', '-X+m*X -> -((1+m)*X)'],
    example: ['x=-3+7', 'x=-10'],
    nearMiss: ['x=-3+7', 'x=4'],
    nl: 'De min hoort alleen bij het eerste getal. Vanaf een negatief getal tel je omhoog.',
    en: 'The minus belongs to the first number only. From a negative number you count upwards.',
  },
  {
    name: 'differenceReversed',
    group,
    make: ['n-m -> m-n', 'n*X-m*X -> (m-n)*X', 'X-m*X -> (m-1)*X'],
    example: ['x=3-8', 'x=5'],
    nearMiss: ['x=3-8', 'x=-5'],
    weight: 1,
    nl: 'Bij aftrekken telt de volgorde. Trek je een groter getal af, dan wordt de uitkomst negatief.',
    en: 'In subtracting the order matters. When a larger number is subtracted, the outcome is negative.',
  },
  {
    name: 'tableNeighbour',
    group,
    weight: 4,
    also: neighbours,
    example: ['y=7*8', 'y=63'],
    nearMiss: ['y=7*8', 'y=15'],
    nl: 'De uitkomst staat in de tafel precies één rij te ver of te vroeg. Reken deze vermenigvuldiging nog eens na.',
    en: 'The outcome is exactly one row too far or too early in the table. Work this multiplication out once more.',
  },
  {
    name: 'decimalsInProduct',
    group,
    also: decimalProduct,
    example: ['y=0.2*0.3', 'y=0.6'],
    nearMiss: ['y=0.2*0.3', 'y=0.06'],
    nl: 'Tel bij het vermenigvuldigen de cijfers achter de komma van beide getallen samen.',
    en: 'In multiplying, count the decimals of both numbers together.',
  },
  {
    name: 'timesZero',
    group,
    make: ['n*0 -> n', 'X*0 -> X'],
    example: ['y=5*0+3', 'y=8'],
    nearMiss: ['y=5*0+3', 'y=3'],
    nl: 'Iets vermenigvuldigen met nul geeft nul.',
    en: 'Anything multiplied by zero is zero.',
  },
]

const substitution = 'substitution'

/** Filling in a value or an expression. */
export const substitutions: readonly Mistake[] = [
  {
    name: 'writtenSideBySide',
    group: substitution,
    also: sideBySide,
    example: ['y=2*3+1', 'y=24'],
    nearMiss: ['y=2*3+1', 'y=7'],
    nl: 'Een getal vlak voor een letter betekent maal. Vul je een waarde in, schrijf dan het maalteken op.',
    en: 'A number right before a letter means times. When you fill in a value, write the multiplication sign.',
  },
  {
    name: 'productAsSum',
    group: substitution,
    make: ['n*m -> n+m'],
    example: ['y=5*3', 'y=8'],
    nearMiss: ['y=5*3', 'y=15'],
    weight: 1,
    nl: 'Een getal vlak voor een letter of haakje betekent maal. Hier is opgeteld.',
    en: 'A number right before a letter or bracket means times. Here it was added.',
  },
]

function wholeFactor(e: Expr | undefined): number | null {
  return e?.kind === 'num' && e.value.d === 1n && e.value.n < 1000n ? Number(e.value.n) : null
}

function factorPairs(e: Expr): { a: number; b: number; rest: readonly Expr[] }[] {
  if (!isOp(e, '*')) return []
  const found: { a: number; b: number; rest: readonly Expr[] }[] = []
  e.args.forEach((arg, k) => {
    const [a, b] = [wholeFactor(arg), wholeFactor(e.args[k + 1])]
    if (a !== null && b !== null) found.push({ a, b, rest: [...e.args.slice(0, k), ...e.args.slice(k + 2)] })
  })
  return found
}

function neighbours(e: Expr): Expr[] {
  return factorPairs(e)
    .filter(({ a, b }) => a > 1 && b > 1 && a <= 12 && b <= 12)
    .flatMap(({ a, b, rest }) =>
      [a * (b + 1), a * (b - 1), (a + 1) * b, (a - 1) * b].map(n => op('*', int(n), int(1), ...rest)),
    )
}

function sideBySide(e: Expr): Expr[] {
  return factorPairs(e)
    .filter(({ a }) => a > 0)
    .map(({ a, b, rest }) => op('*', int(BigInt(`${a}${b}`)), int(1), ...rest))
}

/** The product as if it had as many decimals as its factor with the most. */
function decimalProduct(e: Expr): Expr[] {
  if (!isOp(e, '*')) return []
  const numbers = e.args.filter((arg): arg is Num => arg.kind === 'num' && /^\d*\.?\d*$/.test(arg.text))
  if (numbers.length !== e.args.length || !numbers.every(isDecimal)) return []
  const places = numbers.map(n => n.text.split('.')[1]?.length ?? 0)
  const most = Math.max(...places)
  const digits = numbers.reduce((total, n) => total * BigInt(n.text.replace('.', '')), 1n)
  const text = `${digits}e-${most}`
  return fromLiteral(text) ? [literal(text)] : []
}
