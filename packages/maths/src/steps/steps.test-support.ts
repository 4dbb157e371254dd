import { Budget } from '../budget.ts'
import { type Expr, int, isOp, op, sym, variables } from '../tree.ts'
import { addUp, expand, minus, multiply, neat, terms } from './form.ts'
import { rewriting, rewritten } from './pattern.ts'

/** Numbers between 0 and 1, the same at every run with a seed. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  next(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return this.#state / 2 ** 32
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  nonzero(size: number): number {
    return this.whole(1, size) * (this.next() < 0.5 ? -1 : 1)
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
}

const x = sym('x')

/** A random expression in x of school size. */
export function expression(chance: Chance, depth = 2): Expr {
  if (depth === 0) return chance.next() < 0.5 ? x : int(chance.whole(1, 9))
  const part = (): Expr => expression(chance, depth - 1)
  switch (chance.whole(0, 9)) {
    case 0:
      return op('^', op('+', x, int(chance.nonzero(6))), int(2))
    case 1:
      return op('*', int(chance.nonzero(5)), op('+', part(), int(chance.nonzero(5))))
    case 2:
      return op('/', op('+', part(), int(chance.nonzero(5))), int(chance.whole(2, 5)))
    case 3:
      return op('-', op('+', part(), int(chance.nonzero(5))))
    case 4:
      return op('*', op('+', x, int(chance.nonzero(5))), op('+', x, int(chance.nonzero(5))))
    default:
      return op('+', part(), part(), int(chance.nonzero(9)))
  }
}

/** A random equation in x that is not the same for all numbers. */
export function equation(chance: Chance): Expr {
  switch (chance.whole(0, 7)) {
    case 0:
      return op('=', op('sqrt', op('+', x, int(chance.whole(0, 9)))), op('+', x, int(chance.nonzero(4))))
    case 1:
      return op(
        '=',
        op('abs', op('+', op('*', int(chance.whole(1, 3)), x), int(chance.nonzero(6)))),
        int(chance.whole(1, 9)),
      )
    case 2:
      return op(
        '=',
        op('/', int(chance.nonzero(9)), op('+', x, int(chance.nonzero(5)))),
        int(chance.nonzero(4)),
      )
    case 3:
      return op(
        '=',
        op('^', int(chance.whole(2, 5)), op('+', x, int(chance.nonzero(3)))),
        int(chance.whole(1, 30)),
      )
    default: {
      const e = op('=', expression(chance), expression(chance, 1))
      return variables(expand(op('+', ...e.args.slice(0, 1), minus(e.args[1] ?? int(0))))).length > 0
        ? e
        : op('=', x, int(chance.whole(1, 9)))
    }
  }
}

/** A random inequality in x. */
export function inequality(chance: Chance): Expr {
  const side =
    chance.next() < 0.6
      ? expression(chance, 1)
      : op('*', op('+', x, int(chance.nonzero(5))), op('+', x, int(chance.nonzero(5))))
  return op(chance.pick(['<', '<=', '>', '>=']), op('+', x, side), int(chance.whole(-9, 9)))
}

const flipped: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }

/** The same done on both sides of an inequality, with its sign turned where that is needed. */
export function inequalityRewritten(e: Expr, chance: Chance): Expr {
  const [left, right] = e.kind === 'op' ? e.args : []
  if (e.kind !== 'op' || !left || !right) return e
  const n = chance.nonzero(5)
  const kept = n > 0 ? e.op : (flipped[e.op] ?? e.op)
  return chance.pick([
    op(kept, op('*', int(n), left), op('*', int(n), right)),
    op(kept, expand(op('/', left, int(n))), expand(op('/', right, int(n)))),
    op(e.op, op('+', left, int(n)), op('+', right, int(n))),
    op(e.op, neat(op('+', left, minus(x))), neat(op('+', right, minus(x)))),
    op(flipped[e.op] ?? e.op, right, left),
    op(e.op, expand(left), expand(right)),
  ])
}

/** A random system of two linear equations, and the same system by adding a multiple of one to the other, or filling in. */
export function system(chance: Chance): { before: Expr; after: Expr } {
  const y = sym('y')
  const row = (): number[] => [chance.nonzero(6), chance.nonzero(6), chance.whole(-9, 9)]
  const [a, b] = [row(), row()]
  const asEquation = ([p = 0, q = 0, r = 0]: readonly number[]): Expr =>
    op('=', neat(op('+', op('*', int(p), x), op('*', int(q), y))), int(r))
  const times = chance.nonzero(4)
  const mixed = a.map((value, k) => value + times * (b[k] ?? 0))
  const before = op('and', asEquation(a), asEquation(b))
  return { before, after: op('and', asEquation(mixed), asEquation(b)) }
}

const trueRules = [
  'a*(b+R) -> a*b+a*R',
  'a*b+a*R -> a*(b+R)',
  '-(a+R) -> -a-R',
  '(a+b)^2 -> a^2+2a*b+b^2',
  '(a+b)*(c+d) -> a*c+a*d+b*c+b*d',
  '(a+R)/b -> a/b+R/b',
  'a/b+c/b -> (a+c)/b',
  'n*X+m*X -> (n+m)*X',
  'sqrt(a)*sqrt(a) -> a',
  '|a-b| -> |b-a|',
].map(rewriting)

/** A true rewriting of a random part. */
export function rewrittenTruly(e: Expr, chance: Chance): Expr {
  const found: Expr[] = []
  collect(e, made => made, found)
  found.push(e.kind === 'op' && isOp(e, '=') ? op('=', ...e.args.map(neat)) : neat(e))
  if (isOp(e, '=')) found.push(...onBothSides(e.args[0] ?? int(0), e.args[1] ?? int(0), chance))
  else found.push(expand(e))
  return chance.pick(found)
}

function collect(e: Expr, put: (made: Expr) => Expr, into: Expr[]): void {
  for (const rule of trueRules) for (const made of rewritten(rule, e, new Budget())) into.push(put(made))
  if (e.kind !== 'op') return
  e.args.forEach((arg, k) => {
    collect(arg, made => put(op(e.op, ...e.args.map((old, j) => (j === k ? made : old)))), into)
  })
}

function onBothSides(left: Expr, right: Expr, chance: Chance): Expr[] {
  const n = int(chance.nonzero(5))
  const t = chance.pick([...terms(left), ...terms(right)])
  return [
    op('=', right, left),
    op('=', op('+', left, n), op('+', right, n)),
    op('=', op('*', n, left), op('*', n, right)),
    op('=', op('/', left, n), op('/', right, n)),
    op('=', neat(op('+', left, minus(t))), neat(op('+', right, minus(t)))),
    op('=', expand(left), expand(right)),
    op('=', addUp([left, minus(right)]), int(0)),
    op('=', multiply([int(-1), left]), multiply([int(-1), right])),
  ]
}

/** What one check may take, with time enough on a machine that is busy. */
export function patient(): Budget {
  return new Budget(Budget.ofOneCheck, 20_000)
}
