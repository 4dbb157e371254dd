import { applyAuthorFunctions, testsOfForm } from '../author/apply.ts'
import { Budget, BudgetSpent } from '../budget.ts'
import { Undefined } from '../equal/compare.ts'
import { type LatexSettings, readLatex } from '../read/latex.ts'
import { readMaxima } from '../read/maxima.ts'
import type { Reading } from '../read/problem.ts'
import { readText, type TextSettings } from '../read/text.ts'
import { type Expr, sym } from '../tree.ts'
import type { Assumptions, Verdict } from '../verdict.ts'
import { tests as algEquiv } from './alg-equiv.ts'
import { tests as assoc } from './assoc.ts'
import { beside, inFull } from './beside.ts'
import { tests as calculus } from './calculus.ts'
import { tests as casEqual } from './cas-equal.ts'
import { tests as completeSquare } from './complete-square.ts'
import { tests as digits } from './digits.ts'
import { tests as equivalence } from './equivalence.ts'
import { tests as expanded } from './expanded.ts'
import { tests as factored } from './factored.ts'
import { tests as fractions } from './fractions.ts'
import type { AnswerTest, Given } from './given.ts'
import { tests as literal } from './literal.ts'
import { tests as logic } from './logic.ts'
import { tests as lowestTerms } from './lowest-terms.ts'
import { tests as numeric } from './numeric.ts'
import { tests as order } from './order.ts'
import { tests as sameType } from './same-type.ts'
import { tests as sets } from './sets.ts'
import { substitutionTests } from './substitution.ts'
import { tests as symbolic } from './symbolic.ts'
import { tests as systems } from './systems.ts'
import { testsOfTyping, tests as texts } from './texts.ts'
import { tests as units } from './units.ts'
import { tests as validator } from './validator.ts'

/** How an answer and its target are written. */
export type Syntax = 'maxima' | 'latex' | 'text'

/** An answer to check. */
export interface Question {
  /** A name from `answerTests`. */
  readonly test: string
  /** The author's options, in Maxima notation; empty where there are none. */
  readonly options: string
  readonly student: string
  readonly teacher: string
  readonly syntax: Syntax
  readonly assume?: Assumptions
  /** How answer and target in LaTeX or as pupils type are read; without it with a decimal point, and letters as variables. */
  readonly reading?: PupilSettings
}

/** What differs between countries, schools and questions in reading what pupils write. */
export type PupilSettings = Pick<
  TextSettings & LatexSettings,
  'decimal' | 'letters' | 'variables' | 'functions' | 'degrees' | 'imaginary'
>

const byName: Readonly<Record<string, AnswerTest>> = {
  ...algEquiv,
  ...assoc,
  ...calculus,
  ...casEqual,
  ...completeSquare,
  ...digits,
  ...equivalence,
  ...expanded,
  ...factored,
  ...fractions,
  ...literal,
  ...logic,
  ...lowestTerms,
  ...numeric,
  ...order,
  ...sameType,
  ...sets,
  ...substitutionTests(given => algEquiv.AlgEquiv?.(given) ?? invalid('check.noTest')),
  ...symbolic,
  ...systems,
  ...texts,
  ...units,
  ...validator,
}

/** The names of all answer tests, sorted. */
export const answerTests: readonly string[] = Object.keys(byName).sort()

/** Whether an answer is right in the sense of a test, and why. Never throws, and never takes more than its budget. */
export function check(question: Question, budget: Budget = new Budget()): Verdict {
  const test = byName[testNamed(question)]
  if (test === undefined) return invalid('check.noTest', { test: question.test })
  try {
    return checked(test, question, budget)
  } catch (error) {
    // A RangeError is that of a stack or a whole number beyond what the machine can hold.
    if (error instanceof BudgetSpent || error instanceof RangeError)
      return { score: 0, reason: { code: 'check.tooMuch' }, basis: { kind: 'undecided' } }
    if (error instanceof Undefined) return invalid('check.noValue')
    throw error
  }
}

const exactNames: ReadonlyMap<string, string> = new Map(answerTests.map(name => [name.toLowerCase(), name]))

/**
 * The test that is meant. What pupils write is compared as a teacher means it, so that 4 = 4 and 3 = 3 are not one answer
 * because both are true; `x = 2 and x = 3` and `x = 4 and x = 5` are not because both are false.
 */
function testNamed({ test, syntax }: Question): string {
  const name = exactNames.get(test.toLowerCase()) ?? ''
  return name === 'AlgEquiv' && syntax !== 'maxima' ? 'Symbolic' : name
}

function checked(test: AnswerTest, question: Question, budget: Budget): Verdict {
  const settings = { ...question.reading, units: question.test.startsWith('Units') }
  const reader = (text: string): Reading => readers[question.syntax](text, settings)
  const student = reader(question.student)
  const teacher = reader(question.teacher)
  const typed = testsOfTyping.has(question.test)
  if (!student.ok && !typed) return unreadable('check.answer', student)
  if (!teacher.ok && !typed) return unreadable('check.target', teacher)
  const options = question.options.trim() === '' ? null : readMaxima(question.options)
  // What a pupil types does not make the checker do the pupil's work: `factor(x^2-1)` is no factored form.
  const typing = question.syntax !== 'maxima'
  const answer = typing ? inFull(plainTree(student)) : treeOf(student, question.test, budget)
  const author = treeOf(teacher, question.test, budget)
  const target = typing ? inFull(author) : author
  return test({
    student: typing ? beside(answer, target) : answer,
    teacher: typing ? beside(target, answer) : target,
    options: options?.ok ? options.tree : null,
    raw: question,
    assume: question.assume ?? {},
    budget,
  } satisfies Given)
}

const readers: Readonly<Record<Syntax, (text: string, settings: TextSettings & LatexSettings) => Reading>> = {
  maxima: text => readMaxima(text),
  latex: readLatex,
  text: readText,
}

/** What was read, with the functions applied that an author calls; nothing where it can't be read and need not. */
function treeOf(reading: Reading, test: string, budget: Budget): Expr {
  return reading.ok ? applyAuthorFunctions(reading.tree, budget, testsOfForm.has(test)) : plainTree(reading)
}

function plainTree(reading: Reading): Expr {
  return reading.ok ? reading.tree : sym('undefined')
}

function unreadable(code: string, reading: Reading): Verdict {
  return invalid(code, reading.ok ? {} : { problem: reading.problem.code, at: `${reading.problem.at}` })
}

function invalid(code: string, data?: Readonly<Record<string, string>>): Verdict {
  return { score: -1, reason: data ? { code, data } : { code }, basis: { kind: 'refuted' } }
}
