import { derivative } from '../calculus/derivative.ts'
import { build } from '../equal/build.ts'
import { type Comparing, inField, NotScalar, Undefined } from '../equal/compare.ts'
import type { Field } from '../equal/field.ts'
import { type Formula, formulaOf, isStatement } from '../equal/formula.ts'
import { minus, plus } from '../equal/fraction.ts'
import { compareFormulas } from '../equal/statements.ts'
import { coefficients, generatorsOf, key, type Poly, primitive } from '../exact/polynomial.ts'
import { printText } from '../print/text.ts'
import { type Expr, isOp, isSym, type Op, op, rewrite, some, substitute, sym, variables } from '../tree.ts'
import type { Assumptions, Verdict } from '../verdict.ts'
import { equivalent, withBothSigns } from './alg-equiv.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid, right, undecided, wrong } from './outcome.ts'
import { requireValue } from './values.ts'

/** An argument line by line: each line says the same as the one before. `EquivFirst` also starts where the target does. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  Equiv: given => argument(given, false),
  EquivFirst: given => argument(given, true),
}

function argument(given: Given, fromFirst: boolean): Verdict {
  const { student, teacher } = given
  if (!isOp(student, 'list')) return invalid('equiv.noLines')
  const comparing = comparingOf(given)
  if (comparing === null) return invalid('equiv.options')
  try {
    for (const line of student.args) requireValue(line, comparing)
    const [first] = student.args
    const [start] = isOp(teacher, 'list') ? teacher.args : []
    if (fromFirst && first && start && relate(start, first, comparing) !== 'same')
      return wrong('equiv.otherStart')
    return judgeLines(student.args, comparing)
  } catch (error) {
    if (error instanceof Undefined) return invalid('equiv.noValue')
    throw error
  }
}

/** What an argument is judged by. */
export interface Reasoning extends Comparing {
  /** Whether a line may be the derivative, or an integral, of the one before. */
  readonly calculus: boolean
}

function comparingOf({ options, assume, budget }: Given): Reasoning | null {
  const flags = options === null ? [] : isOp(options, 'list') ? options.args : [options]
  const names = flags.map(flag => (flag.kind === 'sym' ? flag.name : ''))
  if (!names.every(name => ['assumepos', 'assumereal', 'calculus'].includes(name))) return null
  const all: Assumptions['all'] = names.includes('assumepos')
    ? 'positive'
    : names.includes('assumereal')
      ? 'real'
      : assume.all
  return { assume: all ? { ...assume, all } : assume, budget, calculus: names.includes('calculus') }
}

function judgeLines(lines: readonly Expr[], comparing: Reasoning): Verdict {
  let before: Expr | undefined
  for (const [k, line] of lines.entries()) {
    if (isOp(line, 'stacklet', 2)) {
      before = before && withValue(before, line)
      continue
    }
    const found = before === undefined ? 'same' : relate(before, line, comparing)
    const data = {
      line: `${k + 1}`,
      before: before ? printText(bare(before)) : '',
      after: printText(bare(line)),
    }
    if (found === 'unknown') return undecided('equiv.undecided', data)
    if (found === 'different') return wrong('equiv.step', data)
    before = line
  }
  return lines.some(line => line.kind === 'str') ? undecided('equiv.words') : right('equiv.same')
}

/** The line before with `let name = value` filled in, so that the next line goes on from that. */
function withValue(line: Expr, assignment: Op): Expr {
  const [name, value] = assignment.args
  return isSym(name) && value ? substitute(line, name.name, value) : line
}

type Relation = 'same' | 'different' | 'unknown'

/** How a line follows from the one before. A line that begins with = goes on from the right-hand side. */
export function relate(before: Expr, after: Expr, comparing: Reasoning): Relation {
  if (before.kind === 'str' || after.kind === 'str') return 'same'
  const from = bare(before)
  const to = bare(after)
  if (isOp(after, 'stackeq', 1) && isOp(from, '=', 2)) {
    const [left, middle] = from.args
    if (!left || !middle || relate(left, middle, comparing) !== 'same') return 'different'
    return relate(middle, to, comparing)
  }
  if (says(from) && says(to)) {
    const found = statements(asStatement(from), asStatement(to), comparing)
    return found === 'different' && comparing.calculus && bothSidesDerived(from, to, comparing)
      ? 'same'
      : found
  }
  const found = equivalent(from, to, comparing)
  if (found.answer !== 'different' || !comparing.calculus) return answerOf(found.answer)
  return byCalculus(from, to, comparing) ? 'same' : 'different'
}

function answerOf(answer: 'equal' | 'different' | 'undecided'): Relation {
  return answer === 'equal' ? 'same' : answer === 'different' ? 'different' : 'unknown'
}

function bare(line: Expr): Expr {
  return isOp(line, 'stackeq', 1) ? (line.args[0] ?? line) : line
}

function says(e: Expr): boolean {
  return isStatement(e) || isOp(e, 'set', 0)
}

function asStatement(e: Expr): Formula | null {
  return formulaOf(isOp(e, 'set', 0) ? sym('false') : withBothSigns(e))
}

function statements(a: Formula | null, b: Formula | null, comparing: Reasoning): Relation {
  if (a === null || b === null) return 'different'
  try {
    const found = compareFormulas(a, b, { ...comparing, countRoots: false })
    if (found.answer !== 'different') return answerOf(found.answer)
    return inField(comparing, field => equatesCoefficients(field, a, b) || equatesCoefficients(field, b, a))
      ? 'same'
      : 'different'
  } catch (error) {
    if (error instanceof NotScalar) return 'different'
    throw error
  }
}

/** Whether `parts` says that each coefficient of the polynomial that `whole` says is zero for every x is zero. */
function equatesCoefficients(field: Field, whole: Formula, parts: Formula): boolean {
  if (whole.kind !== 'atom' || whole.relation !== '=' || parts.kind !== 'and') return false
  const polynomial = polynomialOf(field, whole)
  const wanted = parts.parts.map(part =>
    part.kind === 'atom' && part.relation === '=' ? key(primitive(polynomialOf(field, part))) : '',
  )
  return generatorsOf(polynomial).some(g => {
    const found = [...coefficients(polynomial, g).values()].map(part => key(primitive(part)))
    return found.length > 1 && sameList(found, wanted)
  })
}

function polynomialOf(field: Field, atom: Formula & { kind: 'atom' }): Poly {
  return field.canonical(plus(build(field, atom.left), minus(build(field, atom.right)), field.budget)).num
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('|') === [...b].sort().join('|')
}

/** Whether one is the derivative of the other, or an integral in it has been worked out up to a constant. */
function byCalculus(before: Expr, after: Expr, comparing: Comparing): boolean {
  const from = withoutQuotes(before)
  const to = withoutQuotes(after)
  const names = new Set([...variables(from), ...variables(to)])
  const hasIntegral = some(from, node => isOp(node, 'integrate'))
  return [...names].some(x => {
    const up = derivative(from, x, comparing.budget)
    const down = derivative(to, x, comparing.budget)
    if (variables(from).includes(x) && isSame(up, to, comparing)) return true
    if (variables(to).includes(x) && isSame(down, from, comparing)) return true
    return hasIntegral && variables(to).includes(x) && isSame(up, down, comparing)
  })
}

/** Whether an equation is the one before with both sides differentiated. */
function bothSidesDerived(from: Expr, to: Expr, comparing: Reasoning): boolean {
  const [left, opposite] = isOp(from, '=', 2) ? from.args : []
  if (left === undefined || opposite === undefined) return false
  const plain = { ...comparing, calculus: false }
  return variables(from).some(x => {
    const derived = op('=', derivative(left, x), derivative(opposite, x))
    // Of an equation that says what x is, both sides derived say nothing: there must be a function in it.
    return some(derived, node => isOp(node, 'diff')) && relate(derived, to, plain) === 'same'
  })
}

/** Derivatives and integrals that stand in quotes, taken as such. */
function withoutQuotes(e: Expr): Expr {
  return rewrite(e, node => (isOp(node, 'noun', 1) ? (node.args[0] ?? node) : node))
}

function isSame(a: Expr, b: Expr, comparing: Comparing): boolean {
  return equivalent(a, b, comparing).answer === 'equal'
}
