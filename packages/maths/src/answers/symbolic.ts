import { BudgetSpent } from '../budget.ts'
import { compare, NotScalar, Undefined } from '../equal/compare.ts'
import { formulaOf, isStatement, truth } from '../equal/formula.ts'
import { compareFormulas } from '../equal/statements.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import {
  type Expr,
  int,
  isOp,
  isSym,
  mirrored,
  type Op,
  op,
  sameTree,
  sidesAlike,
  substitute,
  sym,
  variables,
} from '../tree.ts'
import type { Assumptions, Equality, Verdict } from '../verdict.ts'
import { bothSigns, equivalent, equivalentAnswers, type Finding, withMembersSaidOut } from './alg-equiv.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid, right, undecided, wrong } from './outcome.ts'
import { samePeriodic } from './periodic.ts'

/**
 * Equivalent, as a teacher means it: the same value for all values of the variables, the same solutions, and for what
 * has parts (points, lists, intervals, chains) the same parts. Beyond that:
 * - statements without variables (`4 = 4`) are the same only where their sides are, since otherwise every true one would be;
 * - the same holds for what is always or never true: `a = a` is `2a = 2a`, and not `b = b`;
 * - `x = sin⁻¹ y` and `y = sin x` are one relation between x and y, and so with the other inverses and with logarithms;
 * - 1 / 0 is no value, but an infinite target accepts a tangent or the like where it grows beyond all bounds.
 */
export const tests: Readonly<Record<string, AnswerTest>> = { Symbolic }

function Symbolic(given: Given): Verdict {
  const student = withMembersSaidOut(given.student)
  const teacher = withMembersSaidOut(given.teacher)
  if (sameTree(student, teacher))
    return dividesByZero(student) ? invalid('symbolic.byZero') : right('symbolic.same')
  const found = same(student, teacher, given)
  if (found === 'invalid') return invalid('symbolic.byZero')
  if (found.answer === 'equal') return right('symbolic.same', undefined, found.errorBits)
  if (samePeriodic(student, teacher, given)) return right('symbolic.same')
  if (found.answer === 'undecided') return undecided('symbolic.undecided')
  return wrong(isStatement(teacher) && !isStatement(student) ? 'symbolic.noStatement' : 'symbolic.different')
}

/** Whether an answer has the value of its target, whatever its form; false where that can't be told. */
export function sameValue(given: Given): boolean {
  try {
    const found = same(given.student, given.teacher, given)
    return found !== 'invalid' && found.answer === 'equal'
  } catch (error) {
    if (error instanceof BudgetSpent) return false
    throw error
  }
}

type Found = Equality | 'invalid'

const equal: Equality = { answer: 'equal' }
const different: Equality = { answer: 'different' }

/** Whether two trees of any kind say the same. A statement with ± says one or the other, a value with ± is two values. */
function same(a: Expr, b: Expr, given: Given): Found {
  given.budget.spend(50)
  const [left, right] = [bothSigns(a), bothSigns(b)]
  if (left.length === 1 && right.length === 1) return sameOne(a, b, given)
  if (isStatement(a) && isStatement(b)) return sameOne(op('or', ...left), op('or', ...right), given)
  return sameOne(setOf(left), setOf(right), given)
}

/** Values as a set; one that is a set already is that. */
function setOf(values: readonly Expr[]): Expr {
  const [only] = values
  return values.length === 1 && isOp(only, 'set') ? only : op('set', ...values)
}

function sameOne(a: Expr, b: Expr, given: Given): Found {
  if (isStatement(a) || isStatement(b))
    return isStatement(a) && isStatement(b) ? sameStatement(a, b, given) : different
  if (a.kind !== 'op' || b.kind !== 'op' || (!hasParts.has(a.op) && !hasParts.has(b.op)))
    return sameScalar(a, b, given)
  if (ofReals.has(a.op) && ofReals.has(b.op)) return sameSet(a, b, given)
  if (a.op === 'define' && b.op === 'define') return asEquality(equivalent(a, b, given))
  if (a.op !== b.op) return different
  return inAnyOrder.has(a.op) || isSystem(a) ? matched(a.args, b.args, given) : inOrder(a.args, b.args, given)
}

const ofReals = new Set('set oo oc co cc union intersection setminus'.split(' '))
function asEquality({ answer, errorBits }: Finding): Equality {
  if (answer === 'undecided') return { answer, why: 'no-rule' }
  return answer === 'equal' && errorBits !== undefined ? { answer, errorBits } : { answer }
}

/** What is no number but has parts; relations that say nothing about solutions among them. */
const hasParts = new Set([
  ...ofReals,
  ...sidesAlike,
  ...'tuple list matrix in notin subset subseteq define piecewise relates'.split(' '),
])
const inAnyOrder = new Set(['set', 'union', 'intersection', ...sidesAlike])

/** Equations beside each other hold together, in any order. */
function isSystem(e: Op): boolean {
  return e.op === 'list' && e.args.every(isStatement)
}

/** Whether two sets have the same elements, however they are put together. */
function sameSet(a: Op, b: Op, given: Given): Found {
  try {
    const { answer, errorBits } = equivalentAnswers(a, b, given)
    if (answer === 'equal') return errorBits === undefined ? equal : { answer, errorBits }
    return a.op === b.op && answer === 'undecided' ? matched(a.args, b.args, given) : { answer: 'different' }
  } catch (error) {
    if (error instanceof Undefined) return 'invalid'
    throw error
  }
}

function inOrder(a: readonly Expr[], b: readonly Expr[], given: Given): Found {
  if (a.length !== b.length) return different
  return all(a.map((part, k) => () => same(part, b[k] ?? part, given)))
}

/** Whether every question is answered by yes; the first other answer counts. */
function all(questions: readonly (() => Found)[]): Found {
  for (const question of questions) {
    const found = question()
    if (found === 'invalid' || found.answer !== 'equal') return found
  }
  return equal
}

/** Whether each part has its own counterpart. */
function matched(a: readonly Expr[], b: readonly Expr[], given: Given): Found {
  if (a.length !== b.length) return different
  const left = [...b]
  for (const part of a) {
    const at = left.findIndex(other => isEqual(same(part, other, given)))
    if (at < 0) return different
    left.splice(at, 1)
  }
  return equal
}

function isEqual(found: Found): boolean {
  return found !== 'invalid' && found.answer === 'equal'
}

// Numbers.

function sameScalar(a: Expr, b: Expr, given: Given): Found {
  if (isSym(a, 'inf') || isSym(b, 'inf'))
    return sameTree(a, b) || isPole(a, given) || isPole(b, given) ? equal : different
  try {
    return compare(a, b, given)
  } catch (error) {
    if (error instanceof NotScalar)
      return a.kind === 'op' && b.kind === 'op' && a.op === b.op ? inOrder(a.args, b.args, given) : different
    if (error instanceof Undefined) return 'invalid'
    throw error
  }
}

const poles: Readonly<Record<string, string>> = { tan: 'cos', sec: 'cos', cot: 'sin', csc: 'sin' }

/** Whether this is a function such as the tangent at a place where it grows beyond all bounds. */
function isPole(e: Expr, given: Given): boolean {
  const below = e.kind === 'op' ? poles[e.op] : undefined
  const [at] = e.kind === 'op' ? e.args : []
  return (
    below !== undefined &&
    at !== undefined &&
    compare(op(below, at), op('+', at, op('-', at)), given).answer === 'equal'
  )
}

// Statements.

function sameStatement(a: Expr, b: Expr, given: Given): Found {
  if (isSym(a) || isSym(b)) return sameAsWords(a, b, given)
  const bySides = (): Found => sameSides(relationOf(a), relationOf(b), given)
  const [inA, inB] = [variables(a).length, variables(b).length]
  if (inA === 0 || inB === 0) return inA + inB > 0 ? different : bySides()
  if (fixedLinks(a) !== fixedLinks(b)) return different
  try {
    return bySolutions(a, b, given, bySides)
  } catch (error) {
    if (error instanceof NotScalar) return bySides()
    if (error instanceof Undefined) return 'invalid'
    throw error
  }
}

/** Whether a statement says what is said in words: that no real number, or every one, is a solution. */
function sameAsWords(a: Expr, b: Expr, given: Given): Found {
  const [first, second] = [formulaOf(a), formulaOf(b)]
  const assume: Assumptions = { ...given.assume, all: given.assume.all ?? 'real' }
  try {
    return first && second
      ? compareFormulas(first, second, { ...given, assume, countRoots: false })
      : different
  } catch (error) {
    if (error instanceof NotScalar) return different
    if (error instanceof Undefined) return 'invalid'
    throw error
  }
}

function bySolutions(a: Expr, b: Expr, given: Given, bySides: () => Found): Found {
  const [first, second] = released(a, b).map(e => formulaOf(e))
  if (!first || !second) return bySides()
  const comparing = { ...given, countRoots: false }
  const found = compareFormulas(first, second, comparing)
  if (found.answer !== 'equal') return isLongEquation(a) && isLongEquation(b) ? bySides() : found
  if (compareFormulas(first, truth(true), comparing).answer === 'equal')
    return variables(a).join() === variables(b).join() ? equal : different
  if (compareFormulas(first, truth(false), comparing).answer !== 'equal') return found
  return isOp(a, '=') && isOp(b, '=') && depends(a, given) && depends(b, given)
    ? compareFormulas(first, second, { ...comparing, countRoots: true })
    : bySides()
}

/** Whether the sides differ by something that changes with a variable. */
function depends({ args: [left, right] }: Op, given: Given): boolean {
  if (!left || !right) return false
  const gap = op('+', left, op('-', right))
  return variables(gap).some(
    name => compare(gap, substitute(gap, name, op('+', sym(name), int(1))), given).answer === 'different',
  )
}

/** How many relations in a chain are about fixed numbers only. */
function fixedLinks(e: Expr): number {
  return isOp(e, 'chain') ? e.args.filter(link => variables(link).length === 0).length : 0
}

function isLongEquation(e: Expr): boolean {
  return isOp(e, 'chain') && e.args.every(link => isOp(link, '='))
}

/** One relation, or several that are linked in a chain. */
interface Related {
  readonly sides: readonly Expr[]
  readonly signs: readonly string[]
}

function relationOf(e: Expr): Related | null {
  const links = isOp(e, 'chain') && e.kind === 'op' ? e.args : [e]
  const sides: Expr[] = []
  const signs: string[] = []
  for (const link of links) {
    if (link.kind !== 'op' || !Object.hasOwn(mirrored, link.op)) return null
    if (sides.length === 0) sides.push(...link.args.slice(0, 1))
    sides.push(...link.args.slice(1))
    signs.push(link.op)
  }
  return { sides, signs }
}

/** Whether the sides are the same one by one, read from either end; equations may have them in any order. */
function sameSides(a: Related | null, b: Related | null, given: Given): Found {
  if (!a || !b || a.sides.length !== b.sides.length) return different
  if ([...a.signs, ...b.signs].every(sign => sign === '=')) return matched(a.sides, b.sides, given)
  const forward = a.signs.join() === b.signs.join() ? inOrder(a.sides, b.sides, given) : different
  if (isEqual(forward)) return equal
  const back = a.signs.map(sign => mirrored[sign] ?? sign).reverse()
  return back.join() === b.signs.join() ? inOrder([...a.sides].reverse(), b.sides, given) : forward
}

/**
 * The statements with an inverse function taken to the other side, where one of them has it and the other not:
 * `x = sin⁻¹ y` becomes `sin x = y`. What it is taken of must have variables, or the answer would be the question.
 */
function released(a: Expr, b: Expr): [Expr, Expr] {
  const [first, second] = [release(a), release(b)]
  return first === a || second === b ? [first, second] : [a, b]
}

const functions: Readonly<Record<string, string>> = {
  asin: 'sin',
  acos: 'cos',
  atan: 'tan',
  acot: 'cot',
  asec: 'sec',
  acsc: 'csc',
  ln: 'exp',
}

function release(e: Expr): Expr {
  if (!isOp(e, '=', 2)) return e
  const [left, right] = e.args
  return (left && right && (applied(left, right) ?? applied(right, left))) || e
}

function applied(inverse: Expr, other: Expr): Op | null {
  if (inverse.kind !== 'op') return null
  const [of, base] = inverse.args
  if (of === undefined || variables(of).length === 0) return null
  if (inverse.op === 'log' && base) return op('=', op('^', base, other), of)
  const name = functions[inverse.op]
  return name === undefined || (other.kind === 'op' && Object.hasOwn(functions, other.op))
    ? null
    : op('=', op(name, other), of)
}
