import { derivative } from '../calculus/derivative.ts'
import { build } from '../equal/build.ts'
import { type Comparing, compare, inField, NotScalar } from '../equal/compare.ts'
import type { Field } from '../equal/field.ts'
import { type Fraction, isNil, ofPoly, rationalOf } from '../equal/fraction.ts'
import { hasVariables } from '../equal/sign.ts'
import { generator, generatorsOf, multiply } from '../exact/polynomial.ts'
import { type Expr, int, isOp, nodes, op, some, variables } from '../tree.ts'
import type { Equality, Verdict } from '../verdict.ts'
import { asVerdict, equivalentAnswers, type Finding } from './alg-equiv.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid } from './outcome.ts'

/** Derivatives and antiderivatives. An antiderivative is judged by differentiating it. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  Diff: given => withVariable(given, differentiated),
  Int: given => withVariable(given, integrated),
  Antidiff: given =>
    isOp(given.options ?? undefined, 'list')
      ? invalid('calculus.options')
      : withVariable(given, antidifferentiated),
  AddConst: given => withVariable(given, constantAdded),
}

/** The author's options: a variable, or a list that begins with one. */
interface Options {
  readonly x: string
  readonly flags: ReadonlySet<string>
  /** Names in the list that are parameters and no constants of integration. */
  readonly parameters: readonly string[]
}

type Judge = (given: Given, options: Options) => Finding

function withVariable(given: Given, judge: Judge): Verdict {
  const options = readOptions(given.options)
  if (options === null) return invalid('calculus.options')
  return asVerdict(() => judged(given, options, judge))
}

function judged(given: Given, options: Options, judge: Judge): Finding {
  // What has no value is not valid, whatever is asked of it.
  for (const side of [given.student, given.teacher]) valueless(side, given)
  const scalar = (e: Expr): boolean => isScalar(e, given)
  if (!scalar(given.student)) return { answer: 'different', code: 'calculus.noExpression' }
  if ((judge === integrated || judge === antidifferentiated) && !scalar(given.teacher))
    return { answer: 'different', code: 'calculus.noExpression' }
  return judge(given, options)
}

function valueless(e: Expr, given: Given): void {
  equivalentAnswers(e, e, given)
}

function isScalar(e: Expr, given: Given): boolean {
  try {
    return inField(given, field => build(field, lastOf(e)) !== undefined)
  } catch (error) {
    if (error instanceof NotScalar) return false
    throw error
  }
}

function lastOf(e: Expr): Expr {
  return isOp(e, 'seq') ? (e.args.at(-1) ?? e) : e
}

const flagNames: ReadonlySet<string> = new Set(['NOCONST', 'FORMAL', 'NONSTRICT'])

function readOptions(options: Expr | null): Options | null {
  const list =
    isOp(options ?? undefined, 'list') && options?.kind === 'op' ? options.args : options ? [options] : []
  const names: string[] = []
  const flags = new Set<string>()
  for (const option of list) {
    if (option.kind !== 'sym') return null
    if (flagNames.has(option.name)) flags.add(option.name)
    else names.push(option.name)
  }
  const [x, ...parameters] = names
  return x === undefined ? null : { x, flags, parameters }
}

/** The derivative that was asked; an antiderivative instead of it is told apart. */
function differentiated(given: Given, { x }: Options): Finding {
  const found = equivalentAnswers(given.student, given.teacher, given)
  if (found.answer !== 'different' || !isScalar(given.teacher, given)) return found
  const again = zero(
    op('+', derivative(lastOf(given.student), x, given.budget), op('-', lastOf(given.teacher))),
    given,
  )
  return again.answer === 'equal' ? { answer: 'different', code: 'calculus.integrated' } : found
}

/** Any function with the derivative of the target, whatever constant it has. */
function antidifferentiated(given: Given, { x }: Options): Finding {
  return sameDerivative(given, x)
}

function sameDerivative({ student, teacher, ...rest }: Given, x: string): Finding {
  const apart = op(
    '+',
    derivative(lastOf(student), x, rest.budget),
    op('-', derivative(lastOf(teacher), x, rest.budget)),
  )
  return asFinding(zero(apart, rest), wasDifferentiated(student, teacher, x, rest))
}

function wasDifferentiated(student: Expr, teacher: Expr, x: string, comparing: Comparing): string {
  const twice = derivative(derivative(lastOf(teacher), x, comparing.budget), x, comparing.budget)
  const other = op('+', derivative(lastOf(student), x, comparing.budget), op('-', twice))
  return zero(other, comparing).answer === 'equal' ? 'calculus.differentiated' : 'calculus.otherDerivative'
}

function asFinding(equality: Equality, otherwise: string): Finding {
  if (equality.answer === 'equal') return { answer: 'equal', code: 'calculus.sameDerivative' }
  if (equality.answer === 'different') return { answer: 'different', code: otherwise }
  return { answer: 'undecided', code: 'algEquiv.undecided' }
}

/** An antiderivative with its constant, and with the bars in its logarithms that the target has. */
function integrated(given: Given, options: Options): Finding {
  const { x, flags } = options
  const same = sameDerivative(given, x)
  if (same.answer !== 'equal') return same
  const student = lastOf(given.student)
  const teacher = lastOf(given.teacher)
  if (!flags.has('FORMAL') && !barsFit(student, teacher, x))
    return { answer: 'different', code: 'calculus.bars' }
  if (flags.has('NOCONST')) return same
  const constants = constantsIn(student, options, given)
  if (constants.length === 0) return { answer: 'different', code: 'calculus.noConstant' }
  if (!constants.some(constant => constant.plain))
    return { answer: 'different', code: 'calculus.oddConstant' }
  return flags.has('FORMAL') || plainDifference(student, teacher, x, given)
    ? same
    : { answer: 'different', code: 'calculus.oddConstant' }
}

/** Bars round what a logarithm is taken of: all or none, and all where the target has them. */
function barsFit(student: Expr, teacher: Expr, x: string): boolean {
  const [bare, barred] = logarithms(student, x)
  const [, wanted] = logarithms(teacher, x)
  return bare === 0 || (barred === 0 && wanted === 0)
}

/** How many logarithms depend on x without, and with bars. */
function logarithms(e: Expr, x: string): [number, number] {
  let bare = 0
  let barred = 0
  for (const node of nodes(e)) {
    const [inside] = node.kind === 'op' && (node.op === 'ln' || node.op === 'log') ? node.args : []
    if (inside === undefined || !variables(inside).includes(x)) continue
    if (some(inside, part => isOp(part, 'abs'))) barred++
    else bare++
  }
  return [bare, barred]
}

interface Constant {
  readonly name: string
  /** Whether it is added as it is, or times a number, or as a logarithm of it. */
  readonly plain: boolean
  /** Whether it is added once, as it is. */
  readonly once: boolean
}

/** The variables beside x that an answer only adds. */
function constantsIn(e: Expr, { x, parameters }: Options, comparing: Comparing): Constant[] {
  const found: Constant[] = []
  for (const name of variables(e)) {
    if (name === x || parameters.includes(name)) continue
    const slope = derivative(e, name, comparing.budget)
    if (zero(derivative(slope, x, comparing.budget), comparing).answer !== 'equal') continue
    const constant = inField(comparing, field =>
      judgeSlope(field, field.canonical(build(field, slope)), name),
    )
    if (constant) found.push(constant)
  }
  return found
}

function judgeSlope(field: Field, slope: Fraction, name: string): Constant | null {
  if (isNil(slope)) return null
  const value = rationalOf(slope)
  const number = !hasVariables(field, slope)
  return { name, plain: number || isOneOver(field, slope, name), once: value?.n === 1n && value.d === 1n }
}

/** Whether a slope is a number over the variable: that of its logarithm. */
function isOneOver(field: Field, slope: Fraction, name: string): boolean {
  const g = generatorsOf(slope.den).find(h => field.at(h).name === name)
  if (g === undefined) return false
  const product = { num: multiply(slope.num, generator(g), field.budget), den: slope.den }
  return !hasVariables(field, field.canonical(product))
}

/** Whether answer and target differ by numbers, and by constants and their logarithms once each. */
function plainDifference(student: Expr, teacher: Expr, x: string, comparing: Comparing): boolean {
  return inField(comparing, field => {
    const apart = field.canonical(build(field, op('+', student, op('-', teacher))))
    const uses = [...generatorsOf(apart.num), ...generatorsOf(apart.den)]
    const onX = uses.some(g => variables(field.at(g).tree).includes(x))
    // Functions with one derivative whose difference no normal form shows to be a number: the derivative has spoken.
    if (onX) return true
    if (hasVariables(field, ofPoly(apart.den))) return false
    return apart.num.every(({ m }) => {
      const changing = m.filter((g, k) => k % 2 === 0 && hasVariables(field, ofPoly(generator(g))))
      const powers = m.filter((_, k) => k % 2 === 1 && hasVariables(field, ofPoly(generator(m[k - 1] ?? 0))))
      return changing.length === 0 || (changing.length === 1 && powers[0] === 1)
    })
  })
}

/** Whether a constant of integration is added: with NONSTRICT anything in it that does not depend on x. */
function constantAdded(given: Given, options: Options): Finding {
  const student = lastOf(given.student)
  const others = variables(student).filter(name => name !== options.x && !options.parameters.includes(name))
  const constants = constantsIn(student, options, given)
  if (others.length === 0 || constants.length < others.length)
    return { answer: 'different', code: 'calculus.noConstant' }
  const strict = !options.flags.has('NONSTRICT')
  if (strict && !(constants.length === 1 && constants[0]?.once))
    return { answer: 'different', code: 'calculus.oddConstant' }
  return { answer: 'equal', code: 'calculus.constant' }
}

function zero(e: Expr, comparing: Comparing): Equality {
  return compare(e, int(0), comparing)
}
