import { fromLiteral } from '../../exact/rational.ts'
import { type Expr, int, isDecimal, isOp, literal, type Num, op } from '../../tree.ts'
import type { Rule } from './rule.ts'

const group = 'arithmetic'

/** Calculating with numbers; each of these has a cause that can be named. */
export const arithmetic: readonly Rule[] = [
  {
    name: 'addedBeforeMultiplying',
    group,
    make: ['n+m*k -> (n+m)*k', 'n-m*k -> (n-m)*k', 'n+m*(a+R) -> (n+m)*(a+R)', 'n-m*(a+R) -> (n-m)*(a+R)'],
  },
  {
    name: 'subtractedTheRest',
    group,
    make: ['n-m+k -> n-(m+k)'],
  },
  {
    name: 'dividedByTheRest',
    group,
    make: ['(n/m)*k -> n/(m*k)'],
  },
  {
    name: 'twoMinusesPlus',
    group,
    make: ['-a-b -> a+b'],
  },
  {
    name: 'minusOverAll',
    group,
    make: ['-n+m -> -(n+m)', '-(n*X)+m*X -> -((n+m)*X)', '-X+m*X -> -((1+m)*X)'],
  },
  {
    name: 'differenceReversed',
    group,
    make: ['n-m -> m-n', 'n*X-m*X -> (m-n)*X', 'X-m*X -> (m-1)*X'],
    weight: 1,
  },
  {
    name: 'tableNeighbour',
    group,
    weight: 4,
    also: neighbours,
  },
  {
    name: 'decimalsInProduct',
    group,
    also: decimalProduct,
  },
  {
    name: 'timesZero',
    group,
    make: ['n*0 -> n', 'X*0 -> X'],
  },
]

const substitution = 'substitution'

/** Filling in a value or an expression. */
export const substitutions: readonly Rule[] = [
  {
    name: 'writtenSideBySide',
    group: substitution,
    also: sideBySide,
  },
  {
    name: 'productAsSum',
    group: substitution,
    make: ['n*m -> n+m'],
    weight: 1,
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
