import { Budget, BudgetSpent } from '../budget.ts'
import { printText, type TextStyle } from '../print/text.ts'
import type { Expr } from '../tree.ts'
import { isOp, op, size, sym } from '../tree.ts'
import { hintTexts, nextLine } from '../words/steps-hints.ts'
import { checkSteps, judgeEnd } from './check.ts'
import type { Move } from './cover-up.ts'
import { coefficient, key, minus, neat } from './form.ts'
import { linesOf } from './lines.ts'
import { nextMove } from './strategy.ts'
import { isSolving, type Task, unknownsOf } from './task.ts'

/** One hint; level 1 points the way, 2 says what to do, 3 gives the line. */
export interface Hint {
  readonly level: 1 | 2 | 3
  /** The name of the step that it is about. */
  readonly step: string
  readonly nl: string
  readonly en: string
  /** The next line, with the third level. */
  readonly line?: Expr
}

/**
 * Hints on how to go on after these lines, from a nudge to the line itself. They begin at the last line that keeps all
 * solutions; where that is not the last one, the first hint is to look back. None where the solution is finished, or
 * no strategy knows how to go on.
 */
export function hints(
  lines: readonly Expr[],
  task: Task,
  style: TextStyle = {},
  budget: () => Budget = () => new Budget(),
): Hint[] {
  const all = linesOf(lines, task)
  const [first] = all
  const [name] = first ? unknownsOf(task, [first]) : []
  if (
    !first ||
    name === undefined ||
    lines.some(line => size(line) > largest) ||
    !isSolving(task) ||
    task.kind === 'system'
  )
    return []
  const sound = lastSound(lines, task, budget)
  const from = all[sound] ?? first
  const move = moveFrom(from, all, { ...task, unknowns: [name] }, budget)
  const back = sound < all.length - 1 ? [lookBack(from, style)] : []
  return move ? [...back, ...ofMove(move, style)] : back
}

/** How large a line may be for a hint. */
const largest = 500

/** The last line up to which no step was wrong or lost solutions. */
function lastSound(lines: readonly Expr[], task: Task, budget: () => Budget): number {
  const bad = checkSteps(lines, task, budget).findIndex(
    v => !['nearer', 'equivalent', 'adds'].includes(v.relation),
  )
  return bad < 0 ? lines.length - 1 : bad
}

function moveFrom(line: Expr, all: readonly Expr[], task: Task, budget: () => Budget): Move | null {
  const [name = 'x'] = task.unknowns ?? []
  try {
    return nextMove(line, task, name, budget()) ?? rejection(line, all, task, budget())
  } catch (error) {
    if (error instanceof BudgetSpent) return null
    throw error
  }
}

/** In a solved line, what does not satisfy the exercise goes. */
function rejection(line: Expr, all: readonly Expr[], task: Task, budget: Budget): Move | null {
  const [first] = all
  const end = first ? judgeEnd([first, line], task, budget) : null
  if (end?.reason.code !== 'steps.tooMany' || !end.gained) return null
  const extra = new Set(end.gained.map(key))
  const kept = (isOp(line, 'or') || isOp(line, 'list') ? line.args : [line]).filter(
    part => !extra.has(key(part)),
  )
  const [only] = kept
  return {
    name: 'checkSolutions',
    line: only === undefined ? sym('none') : kept.length === 1 ? only : op('or', ...kept),
  }
}

/** Taking away what is below zero is adding its opposite. */
function phrased(move: Move): Move {
  const { name, part } = move
  const added: Partial<Record<string, string>> = { moveTerm: 'addTerm', moveUnknown: 'addUnknown' }
  const other = added[name]
  if (!part || other === undefined || isOp(part, '+') || coefficient(part).c.n >= 0n) return move
  return { ...move, name: other, part: neat(minus(part)) }
}

function ofMove(found: Move, style: TextStyle): Hint[] {
  const move = phrased(found)
  const texts = hintTexts[move.name]
  if (!texts) return []
  return [
    { level: 1, step: move.name, ...filled(texts.nudge, move, style) },
    { level: 2, step: move.name, ...filled(texts.todo, move, style) },
    { level: 3, step: move.name, ...filled(nextLine, move, style), line: move.line },
  ]
}

function lookBack(line: Expr, style: TextStyle): Hint {
  const texts = hintTexts.lookBack
  const move = { name: 'lookBack', line, part: line }
  return { level: 1, step: 'lookBack', ...filled(texts?.nudge ?? nextLine, move, style) }
}

function filled(text: { nl: string; en: string }, move: Move, style: TextStyle): { nl: string; en: string } {
  const put = (sentence: string, language: 'nl' | 'en'): string => {
    const shown = (e: Expr): string => printText(e, { ...style, language })
    return sentence.replace('{part}', move.part ? shown(move.part) : '').replace('{line}', shown(move.line))
  }
  return { nl: put(text.nl, 'nl'), en: put(text.en, 'en') }
}
