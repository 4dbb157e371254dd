import { tests as squareTests } from '../answers/complete-square.ts'
import { tests as expandedTests } from '../answers/expanded.ts'
import { tests as factoredTests } from '../answers/factored.ts'
import type { AnswerTest } from '../answers/given.ts'
import { Budget, BudgetSpent } from '../budget.ts'
import { type Expr, isOp, op, size, some, sym, variables } from '../tree.ts'
import type { Basis, Reason } from '../verdict.ts'
import { expand, key, neat, reduced, terms } from './form.ts'
import { linesOf } from './lines.ts'
import { isolates } from './progress.ts'
import { holdsAt } from './recognise.ts'
import { Judge, judgeStep, type StepVerdict } from './relate.ts'
import { isSolving, type Task, unknownsOf } from './task.ts'
import { valueAt } from './value.ts'

/** What the end of a solution is worth. */
export interface EndVerdict {
  /** Whether the last line is the whole solution, in the form that was asked. */
  readonly solved: boolean
  readonly lost?: readonly Expr[]
  readonly gained?: readonly Expr[]
  readonly reason: Reason
  readonly basis: Basis
}

/**
 * Judges every line after the first against the line before it, so that a mistake counts once. Each step has a budget
 * of its own.
 */
export function checkSteps(
  lines: readonly Expr[],
  task: Task,
  budget: () => Budget = () => new Budget(),
): StepVerdict[] {
  const [first, ...others] = linesOf(lines, task)
  if (!first) return []
  const named = { ...task, unknowns: unknownsOf(task, [first, ...others]) }
  let before = first
  // After a mistake the exercise no longer says which solutions may be crossed out.
  let sound = true
  return others.map((line, k) => {
    const verdict = judgeFrom(contexts(before, first, named), line, named, budget)
    before = line
    if (verdict.relation === 'mistake' || verdict.relation === 'different') sound = false
    return sound && k > 0 && verdict.relation === 'loses' && rejectsOnly(verdict, first, named)
      ? extraneous(verdict)
      : verdict
  })
}

/**
 * What a line may follow from. In a system a line about some unknowns goes with the exercise, or with one equation of
 * it: so that a value that was found wrongly can still be filled in rightly.
 */
function contexts(before: Expr, first: Expr, task: Task): readonly Expr[] {
  const missing = (task.unknowns ?? []).some(name => !variables(before).includes(name))
  if (task.kind !== 'system' || !missing) return [before]
  const equations = isOp(first, 'and') ? first.args : []
  return [before, op('and', before, first), ...equations.map(e => op('and', before, e))]
}

/** The verdict on a line from the first context in which it is right; else from the line before as a whole. */
function judgeFrom(from: readonly Expr[], line: Expr, task: Task, budget: () => Budget): StepVerdict {
  const verdicts = from.map(before => judgeStep(before, line, task, budget()))
  const right = verdicts.find(v => v.relation === 'nearer' || v.relation === 'equivalent')
  return right ?? verdicts[1] ?? verdicts[0] ?? judgeStep(line, line, task, budget())
}

/** Whether all that a step leaves out was no solution of the exercise in the first place. */
function rejectsOnly(verdict: StepVerdict, first: Expr, task: Task): boolean {
  const lost = verdict.lost ?? []
  return (
    lost.length > 0 &&
    lost.every(e => {
      const parts = isOp(e, 'and') ? e.args : [e]
      const at = Object.fromEntries(parts.flatMap(part => pointOf(part)))
      return (task.unknowns ?? []).every(name => Number.isFinite(at[name])) && !holdsAt(first, at)
    })
  )
}

function pointOf(e: Expr): [string, number][] {
  const [left, right] = isOp(e, '=', 2) ? e.args : []
  return left?.kind === 'sym' && right && variables(right).length === 0
    ? [[left.name, valueAt(right, {})]]
    : []
}

function extraneous(verdict: StepVerdict): StepVerdict {
  return {
    relation: 'nearer',
    ...(verdict.lost ? { lost: verdict.lost } : {}),
    reason: { code: 'steps.extraneous' },
    basis: { kind: 'proved' },
  }
}

/** Judges the last line: whether it has all solutions of the first and no others, and the form that the task asks for. */
export function judgeEnd(lines: readonly Expr[], task: Task, budget: Budget = new Budget()): EndVerdict {
  const compared = linesOf(lines, task)
  const [first, last] = [compared[0], compared.at(-1)]
  if (!first || !last) return notDone('steps.wrongEnd')
  const unknowns = unknownsOf(task, compared)
  try {
    const value = compared.length === 1 ? null : new Judge(task, unknowns, budget).step(first, last)
    if (value?.reason.code === 'steps.approximate' && !task.rounded) return notDone('steps.rounded')
    return (
      unlike(value) ??
      (isSolving(task) ? solvedForm(last, unknowns) : formOf(first, last, task, unknowns, budget))
    )
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error
    return { solved: false, reason: { code: 'steps.undecided' }, basis: { kind: 'undecided' } }
  }
}

function notDone(code: string): EndVerdict {
  return { solved: false, reason: { code }, basis: { kind: 'refuted' } }
}

const done: EndVerdict = { solved: true, reason: { code: 'steps.solved' }, basis: { kind: 'proved' } }

/** What is wrong where the last line does not say the same as the first. */
function unlike(verdict: StepVerdict | null): EndVerdict | null {
  if (!verdict || verdict.relation === 'nearer' || verdict.relation === 'equivalent') return null
  const { lost, gained } = verdict
  const codes: Partial<Record<StepVerdict['relation'], string>> = {
    loses: 'steps.missing',
    adds: 'steps.tooMany',
    undecided: 'steps.undecided',
  }
  const rounded = verdict.reason.code === 'steps.rounded'
  const code = rounded ? 'steps.rounded' : (codes[verdict.relation] ?? 'steps.wrongEnd')
  return { ...notDone(code), ...(lost ? { lost } : {}), ...(gained ? { gained } : {}), basis: verdict.basis }
}

function solvedForm(last: Expr, unknowns: readonly string[]): EndVerdict {
  if (last.kind === 'sym') return done
  const parts = partsOf(last)
  const loose = parts.find(part => !unknowns.some(name => isolates(part, name)) && !isOp(part, 'in'))
  const free = unknowns.find(name => !parts.some(part => isolates(part, name) || isOp(part, 'in')))
  if (loose || free !== undefined) {
    return {
      ...notDone('steps.notIsolated'),
      reason: { code: 'steps.notIsolated', data: { unknown: free ?? unknowns[0] ?? '' } },
    }
  }
  return parts.every(tidyPart) ? done : notDone('steps.notTidy')
}

function partsOf(e: Expr): readonly Expr[] {
  if (e.kind !== 'op') return []
  if (e.op === 'set' && e.args.length === 0) return []
  if (['or', 'and', 'list', 'seq', 'chain'].includes(e.op)) return e.args.flatMap(partsOf)
  return [e]
}

function tidyPart(e: Expr): boolean {
  return e.kind !== 'op' || e.op === 'in' || e.args.every(isTidy)
}

function isTidy(e: Expr): boolean {
  const found = reduced(neat(e))
  return key(found) === key(e) || size(found) >= size(e)
}

function formOf(
  first: Expr,
  last: Expr,
  task: Task,
  unknowns: readonly string[],
  budget: Budget,
): EndVerdict {
  const name = sym(unknowns[0] ?? 'x')
  const by = (test: AnswerTest | undefined, code: string): EndVerdict => {
    const given = {
      student: last,
      teacher: first,
      options: name,
      raw: { student: '', teacher: '', options: '' },
      assume: task.assume ?? {},
      budget,
    }
    return test?.(given).score === 1 ? done : notDone(code)
  }
  switch (task.kind) {
    case 'expand':
      return terms(last).length > terms(neat(last)).length
        ? notDone('steps.notExpanded')
        : by(expandedTests.Expanded, 'steps.notExpanded')
    case 'factor':
      return by(factoredTests.FacForm, 'steps.notFactored')
    case 'completeSquare':
      return by(squareTests.CompSquare, 'steps.notSquare')
    case 'differentiate':
      return some(last, part => isOp(part, 'diff')) ? notDone('steps.notDifferentiated') : done
    case 'substitute':
      return Object.keys(task.values ?? {}).some(v => variables(last).includes(v))
        ? notDone('steps.notFilledIn')
        : tidyEnd(last)
    default:
      return tidyEnd(last)
  }
}

function tidyEnd(last: Expr): EndVerdict {
  return isTidy(last) && size(expand(last)) >= size(last) ? done : notDone('steps.notTidy')
}
