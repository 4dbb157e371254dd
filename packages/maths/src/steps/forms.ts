import { type Expr, int, isOp, type Op, op, rewrite, sameTree, substitute, variables } from '../tree.ts'
import {
  addUp,
  coefficient,
  expand,
  minus,
  multiply,
  neat,
  numberOf,
  numeral,
  powerParts,
  terms,
} from './form.ts'
import { factoredOut, together } from './together.ts'

/** A form of a line that right steps give, and what it costs: what lies nearer to the line explains better. */
export interface Form {
  readonly form: Expr
  readonly cost: number
}

const relations = ['=', '<', '>', '<=', '>=']

/** The line, and what right steps make of it, the nearest first. */
export function* formsOf(e: Expr): Generator<Form> {
  const given: Expr[] = []
  for (const found of allForms(e)) {
    if (given.some(other => sameTree(other, found.form))) continue
    given.push(found.form)
    yield found
  }
}

/** One after the other, since the first ones often suffice. */
function* allForms(e: Expr): Generator<Form> {
  const split = splitDiff(e)
  const tidy = neat(split)
  yield { form: e, cost: 0 }
  yield { form: split, cost: 0.1 }
  yield { form: tidy, cost: 0.2 }
  if (isOp(e, 'and')) yield* filledIn(e)
  yield { form: rewrite(tidy, opened), cost: 1.3 }
  yield { form: rewrite(tidy, inside), cost: 1.4 }
  yield { form: onEachSide(e, expand), cost: 1.5 }
  yield { form: onEachSide(tidy, factoredOut), cost: 1.6 }
  if (tidy.kind === 'op' && relations.includes(tidy.op)) yield* ofRelation(tidy)
}

/** What a change does to each side of each relation. */
export function onEachSide(e: Expr, change: (e: Expr) => Expr): Expr {
  if (e.kind === 'op' && [...relations, 'or', 'and', 'list', '#'].includes(e.op)) {
    return op(e.op, ...e.args.map(arg => onEachSide(arg, change)))
  }
  return change(e)
}

/** A square or product of sums as a sum of products that are not worked out: `(2x-3)²` is `(2x)² + 2·2x·(-3) + (-3)²`. */
function opened(e: Expr): Expr {
  const [base, exponent] = powerParts(e)
  if (isOp(base, '+', 2) && numberOf(exponent)?.n === 2n) {
    const [a, b] = base.args
    if (a && b) return op('+', op('^', a, int(2)), neat(op('*', int(2), a, b)), op('^', b, int(2)))
  }
  if (!isOp(e, '*')) return e
  const sums = e.args.filter(arg => isOp(arg, '+'))
  const others = e.args.filter(arg => !isOp(arg, '+'))
  const [first] = sums
  if (!first || sums.length > 1 || others.length === 0) return e
  return op('+', ...terms(first).map(t => op('*', ...others, t)))
}

/** Products multiplied out, with a minus before them left where it is. */
function inside(e: Expr): Expr {
  if (e.kind !== 'op' || (e.op !== '*' && e.op !== '^')) return e
  const parts = e.op === '*' ? e.args : [e.args[0] ?? e]
  return parts.some(arg => isOp(arg, '+')) ? expand(e) : e
}

/** Everything on one side, what has letters apart from what has none, and denominators cleared. */
function ofRelation(e: Op): Form[] {
  const [left, right] = e.args
  if (!left || !right) return []
  const open = expand(op('+', left, minus(right)))
  const isConstant = (t: Expr): boolean => variables(t).length === 0
  const apart = neat(addUp(terms(open).filter(t => !isConstant(t))))
  const rest = neat(minus(addUp(terms(open).filter(isConstant))))
  return [
    { form: op(e.op, open, int(0)), cost: 2 },
    { form: op(e.op, apart, rest), cost: 2 },
    ...dividedOut(e, apart, rest),
    ...withoutDenominators(e, left, right),
  ]
}

/** A single term with the unknown, without the number before it. */
function dividedOut(e: Op, apart: Expr, rest: Expr): Form[] {
  const { c, rest: bare } = coefficient(apart)
  if (isOp(apart, '+') || e.op !== '=' || c.n === 0n || c.n === c.d) return []
  return [{ form: op('=', bare, neat(op('/', rest, numeral(c)))), cost: 2.1 }]
}

function withoutDenominators(e: Op, left: Expr, right: Expr): Form[] {
  const { d } = together(op('+', left, minus(right)))
  if (numberOf(d)?.n === 1n || e.op !== '=') return []
  const timesEach = (side: Expr): Expr => neat(addUp(terms(side).map(t => timesDenominator(t, d))))
  return [
    { form: op('=', timesEach(left), timesEach(right)), cost: 1.8 },
    { form: op('=', expand(op('*', left, d)), expand(op('*', right, d))), cost: 2 },
  ]
}

function timesDenominator(t: Expr, d: Expr): Expr {
  const { n, d: own } = together(t)
  return neat(op('*', n, neat(op('/', d, own))))
}

/** A system with what one equation gives for an unknown filled in in the others. */
function filledIn(e: Op): Form[] {
  return e.args.flatMap(part => {
    const [left, right] = isOp(part, '=', 2) ? part.args : []
    const [name, value] =
      left?.kind === 'sym' ? [left.name, right] : right?.kind === 'sym' ? [right.name, left] : []
    if (name === undefined || !value || variables(value).includes(name)) return []
    const filled = e.args.map(other => (other === part ? part : substitute(other, name, value)))
    const alone = filled.filter(other => other !== part)
    return [{ form: op('and', ...filled), cost: 0.5 }, ...alone.map(form => ({ form, cost: 0.5 }))]
  })
}

/** Derivatives of sums taken term by term, with numbers in front. */
function splitDiff(e: Expr): Expr {
  if (e.kind !== 'op') return e
  const [f, x] = e.args
  if (e.op !== 'diff' || !f || !x) return op(e.op, ...e.args.map(splitDiff))
  const parts = terms(f)
  return parts.length > 1 ? op('+', ...parts.map(t => diffOfTerm(t, x))) : diffOfTerm(f, x)
}

function diffOfTerm(t: Expr, x: Expr): Expr {
  if (t.kind === 'op' && t.op === '-' && t.args[0]) return op('-', diffOfTerm(t.args[0], x))
  const factors = isOp(t, '*') ? t.args : []
  const numbers = factors.filter(arg => numberOf(arg) !== null)
  const rest = factors.filter(arg => numberOf(arg) === null)
  return numbers.length && rest.length ? op('*', ...numbers, op('diff', multiply(rest), x)) : op('diff', t, x)
}
