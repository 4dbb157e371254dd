import type { Budget } from '../budget.ts'
import { compare, type Rational, sum, toNumber, whole } from '../exact/rational.ts'
import { rationalValue } from '../forms/rational-value.ts'
import { Rewriter } from '../forms/rewriter.ts'
import { type Expr, exact, int, isOp, isSym, op, str, substitute } from '../tree.ts'
import type { AuthorFunction } from './apply.ts'

const most = 1000

/** Functions of lists, sets and texts. */
export const lists: ReadonlyMap<string, AuthorFunction> = new Map<string, AuthorFunction>([
  ['makelist', made],
  ['length', ([e]) => of(e, args => int(args.length))],
  ['first', ([e]) => of(e, args => args[0])],
  ['second', ([e]) => of(e, args => args[1])],
  ['third', ([e]) => of(e, args => args[2])],
  ['last', ([e]) => of(e, args => args.at(-1))],
  ['rest', ([e]) => of(e, args => op('list', ...args.slice(1)))],
  ['reverse', ([e]) => of(e, args => op('list', ...[...args].reverse()))],
  ['setify', ([e], { budget }) => of(e, args => op('set', ...distinct(args, budget)))],
  ['listify', ([e]) => of(e, args => op('list', ...args))],
  ['append', args => (args.every(arg => isOp(arg, 'list')) ? op('list', ...args.flatMap(elements)) : null)],
  ['stack_eval_assignments', ([e]) => (isOp(e, 'list') ? withoutAssignments(e.args) : null)],
  ['sconcat', args => (args.every(arg => arg.kind === 'str') ? str(args.map(textOf).join('')) : null)],
  [
    'string_to_regex',
    ([e]) => (e?.kind === 'str' ? str(e.value.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')) : null),
  ],
  ['sremove_chars', ([chars, e]) => withoutCharacters(chars, e)],
])

function elements(e: Expr | undefined): readonly Expr[] {
  return e?.kind === 'op' ? e.args : []
}

function of(e: Expr | undefined, take: (args: readonly Expr[]) => Expr | undefined): Expr | null {
  return isOp(e, 'list') || isOp(e, 'set') ? (take(e.args) ?? null) : null
}

function textOf(e: Expr): string {
  return e.kind === 'str' ? e.value : ''
}

function withoutCharacters(chars: Expr | undefined, e: Expr | undefined): Expr | null {
  if (chars?.kind !== 'str' || e?.kind !== 'str') return null
  return str([...e.value].filter(char => !chars.value.includes(char)).join(''))
}

function distinct(list: readonly Expr[], budget: Budget): Expr[] {
  const rewriter = new Rewriter(new Set(), budget)
  return [...new Map(list.map(e => [rewriter.normal(e).key, e])).values()]
}

/** `makelist(e, k, n)`, `(e, k, from, to)`, `(e, k, from, to, step)` or `(e, k, list)`. */
function made(args: readonly Expr[], { budget }: { budget: Budget }): Expr | null {
  const [e, name, a, b, c] = args
  if (!e || !isSym(name) || !a) return null
  const values = isOp(a, 'list') || isOp(a, 'set') ? a.args : counted(b ? a : int(1), b ?? a, c ?? int(1))
  if (!values) return null
  budget.spend(100 * values.length)
  return op('list', ...values.map(value => substitute(e, name.name, value)))
}

function counted(from: Expr, to: Expr, step: Expr): Expr[] | null {
  const [first, last, by] = [from, to, step].map(rationalValue)
  if (!first || !last || !by || by.n === 0n) return null
  if ((toNumber(last) - toNumber(first)) / toNumber(by) > most) return null
  const values: Expr[] = []
  const within = (value: Rational) => (by.n > 0n ? compare(value, last) <= 0 : compare(value, last) >= 0)
  for (let value = sum(first, whole(0)); within(value); value = sum(value, by)) values.push(exact(value))
  return values
}

/** Equations with the values filled in that others of the list give to a name. */
function withoutAssignments(equations: readonly Expr[]): Expr {
  const isValue = (e: Expr) =>
    isOp(e, '=') && isSym(e.args[0]) && e.args[1] !== undefined && rationalValue(e.args[1]) !== null
  const given = equations.filter(isValue).map(elements)
  const rest = equations.filter(e => !isValue(e))
  const filled = rest.map(e =>
    given.reduce(
      (tree, [name, value]) => (isSym(name) && value ? substitute(tree, name.name, value) : tree),
      e,
    ),
  )
  return op('list', ...filled)
}
