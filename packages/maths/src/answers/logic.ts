import type { Budget } from '../budget.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { type Expr, isOp, type Op, sameTree, size } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid, right, undecided, wrong } from './outcome.ts'

/** Formulas of propositional logic that are true in the same cases. */
export const tests: Readonly<Record<string, AnswerTest>> = { PropLogic }

const mostAtoms = 12

function PropLogic({ student, teacher, budget }: Given): Verdict {
  if ([student, teacher].some(e => dividesByZero(e, budget))) return invalid('logic.divisionByZero')
  const atoms: Expr[] = []
  const answer = formula(student, atoms, budget)
  const target = formula(teacher, atoms, budget)
  if (!target) return invalid('logic.targetNotFormula')
  if (!answer) return wrong('logic.notFormula')
  if (atoms.length > mostAtoms) return undecided('logic.tooMany', { most: `${mostAtoms}` })
  const cost = size(student) + size(teacher)
  for (let row = 0; row < 1 << atoms.length; row++) {
    budget.spend(cost)
    if (answer(row) !== target(row)) return wrong('logic.different', { case: caseOf(row, atoms) })
  }
  return right('logic.same')
}

/** Whether a formula is true in a row of the truth table: bit k tells whether atom k is true. */
type Formula = (row: number) => boolean

const connectives: Readonly<Record<string, (parts: readonly boolean[]) => boolean>> = {
  and: parts => parts.every(part => part),
  or: parts => parts.some(part => part),
  not: ([part]) => !part,
  implies: ([from, to]) => !from || to === true,
  xor: parts => parts.filter(part => part).length % 2 === 1,
  xnor: ([a, b]) => a === b,
  eq: ([a, b]) => a === b,
  nand: parts => !parts.every(part => part),
  nor: parts => !parts.some(part => part),
}

/** Functions of authors that write a formula in another form. */
const forms = new Set([
  'boolean_form',
  'logic_simp',
  'demorgan',
  'pdnf',
  'pcnf',
  'noun_logic_remove',
  'verb_logic',
  'noun_logic',
])

/** A formula of atoms, to which new ones are added; null where it has parts that are no formula: numbers, lists. */
function formula(e: Expr, atoms: Expr[], budget: Budget): Formula | null {
  budget.spend()
  if (e.kind === 'num' || e.kind === 'str') return null
  if (e.kind === 'sym')
    return e.name === 'true' ? () => true : e.name === 'false' ? () => false : atom(e, atoms, budget)
  const [first] = e.args
  if (forms.has(e.op) && first) return formula(first, atoms, budget)
  const connective = connectives[e.op]
  return connective ? connected(connective, e, atoms, budget) : atomOrNegation(e, atoms, budget)
}

function connected(
  connective: (parts: readonly boolean[]) => boolean,
  e: Op,
  atoms: Expr[],
  budget: Budget,
): Formula | null {
  const parts: Formula[] = []
  for (const arg of e.args) {
    const part = formula(arg, atoms, budget)
    if (!part) return null
    parts.push(part)
  }
  return row => connective(parts.map(part => part(row)))
}

/** Relations that are each other's opposite, and the same relation read from the other side. */
const opposites: Readonly<Record<string, string>> = { '#': '=', '>=': '<', '<=': '>' }
const mirrored: Readonly<Record<string, string>> = { '>': '<', '>=': '<=' }
const values = new Set(['list', 'set', 'matrix', 'tuple', '+', '-', '*', '/', '^'])

function atomOrNegation(e: Op, atoms: Expr[], budget: Budget): Formula | null {
  if (values.has(e.op)) return null
  const opposite = opposites[e.op]
  if (opposite === undefined) return atom(turned(e), atoms, budget)
  const found = atom(turned({ ...e, op: opposite }), atoms, budget)
  return row => !found(row)
}

function turned(e: Op): Op {
  const op = mirrored[e.op]
  return op === undefined ? e : { ...e, op, args: [...e.args].reverse() }
}

function atom(e: Expr, atoms: Expr[], budget: Budget): Formula {
  budget.spend(atoms.length)
  const known = atoms.findIndex(other => sameTree(other, e) || isSwapped(other, e))
  const k = known < 0 ? atoms.push(e) - 1 : known
  return row => ((row >> k) & 1) === 1
}

/** Whether two equations are the same, read from either side. */
function isSwapped(a: Expr, b: Expr): boolean {
  if (!isOp(a, '=', 2) || !isOp(b, '=', 2)) return false
  return sameTree(a, { ...b, args: [...b.args].reverse() })
}

/** A case in which two formulas differ, where it can be told in a few names. */
function caseOf(row: number, atoms: readonly Expr[]): string {
  const names = atoms.flatMap((e, k) => (e.kind === 'sym' ? [`${e.name} = ${(row >> k) & 1}`] : []))
  return names.join(', ')
}
