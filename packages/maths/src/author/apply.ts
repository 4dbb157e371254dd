import type { Budget } from '../budget.ts'
import { type Expr, isOp, type Op, op, sym } from '../tree.ts'
import { domains } from './domains.ts'
import { expressions } from './expressions.ts'
import { lists } from './lists.ts'
import { numbers } from './numbers.ts'
import { predicates } from './predicates.ts'
import { simplify } from './simplify.ts'

/** How calls of author's functions are evaluated. */
export interface Applying {
  readonly budget: Budget
  /**
   * Whether the test looks at the form. If not, arguments are simplified before a question is asked about them, and
   * functions that only change the form (`ratsimp`, `rectform`, …) give back what they were given.
   */
  readonly keepForm: boolean
}

/** What a function gives for its arguments; null where it does not apply, and then the call stays as it is. */
export type AuthorFunction = (args: readonly Expr[], applying: Applying) => Expr | null

/** Tests that compare what is written, so that a function which changes the form must be worked out or stay. */
export const testsOfForm: ReadonlySet<string> = new Set(['EqualComAss', 'EqualComAssRules', 'CasEqual'])

/** The tree with the functions that authors of questions call worked out, from the inside to the outside. */
export function applyAuthorFunctions(e: Expr, budget: Budget, keepForm = false): Expr {
  return worked(e, { budget, keepForm })
}

function worked(e: Expr, applying: Applying): Expr {
  if (e.kind !== 'op') return e
  applying.budget.spend(5)
  if (e.op === 'makelist') return ofList(e, applying)
  if (applying.keepForm && ofLiterals.has(e.op) && (isOp(e.args[0], '-') || isOp(e.args[0], '/')))
    return sym('false')
  const args =
    e.op === 'noun' ? e.args.map(arg => inside(arg, applying)) : e.args.map(arg => worked(arg, applying))
  const call = args.every((arg, k) => arg === e.args[k]) ? e : op(e.op, ...args)
  return own(call, applying) ?? call
}

/** What stands in quotes is not worked out itself, only what it holds. */
function inside(e: Expr, applying: Applying): Expr {
  return e.kind === 'op' ? op(e.op, ...e.args.map(arg => worked(arg, applying))) : e
}

function own(call: Op, applying: Applying): Expr | null {
  const question = predicates.get(call.op)
  if (question) return question(applying.keepForm ? call.args : simplified(call.args, applying), applying)
  const result = functions.get(call.op)?.(call.args, applying)
  if (result) return result
  return applying.keepForm || !sameValue.has(call.op) ? null : (call.args[0] ?? null)
}

function simplified(args: readonly Expr[], { budget }: Applying): Expr[] {
  return args.map(arg => simplify(arg, budget))
}

/** A list made from a rule is made before its elements are worked out, since these know their counter only then. */
function ofList(e: Op, applying: Applying): Expr {
  const made = lists.get('makelist')?.(e.args, applying)
  return made && isOp(made, 'list') ? worked(made, applying) : e
}

const functions: ReadonlyMap<string, AuthorFunction> = new Map([
  ...expressions,
  ...domains,
  ...lists,
  ...numbers,
])

/** Questions that ask for a number as it is written, where nothing is simplified: `-1` is a sign and a number then. */
const ofLiterals: ReadonlySet<string> = new Set(['integerp', 'numberp', 'evenp', 'oddp', 'floatnump'])

/** Functions that write an expression in another form, with the same value. */
const sameValue: ReadonlySet<string> = new Set(
  (
    'rectform polarform ratsimp fullratsimp radcan trigrat trigsimp trigreduce trigexpand rat ratexpand expand factor ' +
    'partfrac logcontract rootscontract boolean_form rootsimp xthru combine factcomb'
  ).split(' '),
)
