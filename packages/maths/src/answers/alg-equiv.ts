import { type Comparing, compare, NotScalar, Undefined } from '../equal/compare.ts'
import { type Formula, formulaOf, isStatement } from '../equal/formula.ts'
import { compareFormulas } from '../equal/statements.ts'
import { printText } from '../print/text.ts'
import {
  collected,
  constants,
  type Expr,
  isOp,
  isSym,
  nodes,
  type Op,
  op,
  rewrite,
  some,
  substitute,
  sym,
} from '../tree.ts'
import type { Assumptions, Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { invalid, right, undecided, wrong } from './outcome.ts'

/** What a comparison of two answers of any sort found. */
export interface Finding {
  readonly answer: 'equal' | 'different' | 'undecided'
  readonly code: string
  readonly data?: Readonly<Record<string, string>>
  readonly errorBits?: number
}

/** Same value, same equation up to a factor, same set, list by list. */
export const tests: Readonly<Record<string, AnswerTest>> = {
  AlgEquiv: given => equivalence(given, false),
  AlgEquivNouns: given => equivalence(given, true),
}

function equivalence(given: Given, keepNouns: boolean): Verdict {
  return asVerdict(() => equivalentAnswers(given.student, given.teacher, { ...given, keepNouns }))
}

/** A finding as a verdict; what has no value is not valid for any test. */
export function asVerdict(find: () => Finding): Verdict {
  try {
    const { answer, code, data, errorBits } = find()
    if (answer === 'equal') return right(code, data, errorBits)
    return answer === 'undecided' ? undecided(code, data) : wrong(code, data)
  } catch (error) {
    if (!(error instanceof Undefined)) throw error
    return invalid('algEquiv.noValue')
  }
}

/** Compares two answers with what either of them says to assume. Throws Undefined. */
export function equivalentAnswers(a: Expr, b: Expr, comparing: Comparing): Finding {
  const assume = [a, b].reduce(withAssumptions, comparing.assume)
  return equivalent(lastValue(a), lastValue(b), { ...comparing, assume })
}

/** What `(assume(a > 0), …)` adds to the assumptions. */
function withAssumptions(assume: Assumptions, e: Expr): Assumptions {
  if (!isOp(e, 'seq')) return assume
  const positive = new Set(assume.positive)
  for (const step of e.args)
    if (isOp(step, 'assume'))
      for (const fact of step.args) {
        const name = positiveName(fact)
        if (name !== null) positive.add(name)
      }
  return { ...assume, positive }
}

function positiveName(fact: Expr): string | null {
  if (fact.kind !== 'op') return null
  const [low, high] = fact.op === '>' || fact.op === '>=' ? [fact.args[1], fact.args[0]] : fact.args
  const above = ['<', '>', '<=', '>='].includes(fact.op) && low?.kind === 'num'
  return above && isSym(high) ? high.name : null
}

/** The last of a sequence, without marks that only say how it is shown. */
function lastValue(e: Expr): Expr {
  if (isOp(e, 'seq')) return lastValue(e.args.at(-1) ?? e)
  return rewrite(withMembersSaidOut(e), node => {
    if (node.kind !== 'op') return node
    if (node.op === 'stackunits' && node.args.length === 2) return op('*', ...node.args)
    return node.op === 'stackeq' && node.args.length === 1 ? (node.args[0] ?? node) : node
  })
}

/** With `x ∈ [1, 2]` as what it says of x; a set of numbers by name, such as ℝ, is left standing. */
export function withMembersSaidOut(e: Expr): Expr {
  return rewrite(e, node => {
    if (node.kind !== 'op' || (node.op !== 'in' && node.op !== 'notin')) return node
    const [x, set] = node.args
    const statement = x && set ? membershipStatement(set, x) : null
    return statement === null ? node : node.op === 'in' ? statement : op('not', statement)
  })
}

const equal: Finding = { answer: 'equal', code: 'algEquiv.equal' }
const different: Finding = { answer: 'different', code: 'algEquiv.different' }

type Sort =
  | 'expression'
  | 'statement'
  | 'list'
  | 'tuple'
  | 'set'
  | 'matrix'
  | 'interval'
  | 'function'
  | 'text'

const sorts: Readonly<Record<string, Sort>> = {
  list: 'list',
  tuple: 'tuple',
  set: 'set',
  matrix: 'matrix',
  oo: 'interval',
  oc: 'interval',
  co: 'interval',
  cc: 'interval',
  union: 'interval',
  intersection: 'interval',
  setminus: 'interval',
  define: 'function',
}

function sortOf(e: Expr): Sort {
  if (e.kind === 'str') return 'text'
  if (isStatement(e)) return 'statement'
  return (e.kind === 'op' ? sorts[e.op] : undefined) ?? 'expression'
}

/** Compares two answers of any sort. Throws Undefined where one has no value. */
export function equivalent(a: Expr, b: Expr, comparing: Comparing): Finding {
  comparing.budget.spend(50)
  const sort = sortOf(a)
  const other = sortOf(b)
  if (sort !== other) return ofDifferentSorts(a, b, comparing, sort, other)
  if (a.kind === 'op' && b.kind === 'op') {
    if (sort === 'list' || sort === 'tuple') return inOrder(a, b, comparing, 'algEquiv.element')
    if (sort === 'matrix') return matrices(a, b, comparing)
    if (sort === 'set') return sets(a, b, comparing)
    if (sort === 'function') return functions(a, b, comparing)
  }
  if (sort === 'interval') return intervals(a, b, comparing)
  if (sort === 'statement') return statements(a, b, comparing)
  if (a.kind === 'str' || b.kind === 'str')
    return a.kind === 'str' && b.kind === 'str' && a.value === b.value ? equal : different
  return expressions(a, b, comparing)
}

function ofDifferentSorts(a: Expr, b: Expr, comparing: Comparing, sort: Sort, other: Sort): Finding {
  const [name, statement] = isSym(a) ? [a, b] : [b, a]
  const both = new Set([sort, other])
  // A single name beside a formula of names is a statement too.
  if (isSym(name) && !constants.has(name.name) && both.has('statement') && both.has('expression'))
    if (ofNamesOnly(statement)) return formulas(formulaOf(a), formulaOf(b), comparing)
  if (both.has('interval') && (isConstant(a) || isConstant(b))) return intervals(a, b, comparing)
  return { answer: 'different', code: 'algEquiv.sort', data: { answer: sort, target: other } }
}

function isConstant(e: Expr): boolean {
  return e.kind === 'sym' && (e.name === 'all' || e.name === 'none')
}

/** Whether a formula says something about true and false alone. */
function ofNamesOnly(e: Expr): boolean {
  if (e.kind === 'sym') return true
  return (
    e.kind === 'op' &&
    ['and', 'or', 'not', 'implies', 'xor', 'xnor', 'nand', 'nor'].includes(e.op) &&
    e.args.every(ofNamesOnly)
  )
}

/** Two numbers or functions; with ± both ways at once, in any order. */
function expressions(a: Expr, b: Expr, comparing: Comparing): Finding {
  const left = bothSigns(a)
  const right = bothSigns(b)
  if (left.length === 1 && right.length === 1) return scalars(a, b, comparing)
  return sets(op('set', ...left), op('set', ...right), comparing)
}

function scalars(a: Expr, b: Expr, comparing: Comparing): Finding {
  try {
    const found = compare(a, b, comparing)
    if (found.answer === 'equal')
      return found.errorBits === undefined ? equal : { ...equal, errorBits: found.errorBits }
    if (found.answer === 'different') return different
    return { answer: 'undecided', code: found.why === 'budget' ? 'algEquiv.tooMuch' : 'algEquiv.undecided' }
  } catch (error) {
    if (!(error instanceof NotScalar)) throw error
    return structures(a, b, comparing)
  }
}

/** Something that is no number as a whole, such as a sum of matrices: the same operator on the same arguments. */
function structures(a: Expr, b: Expr, comparing: Comparing): Finding {
  if (a.kind !== 'op' || b.kind !== 'op' || a.op !== b.op || a.args.length !== b.args.length) return different
  return inOrder(a, b, comparing, 'algEquiv.different')
}

/** The two readings of an answer with ±: all upper signs, and all lower ones. */
export function bothSigns(e: Expr): Expr[] {
  if (!some(e, node => isOp(node, 'pm'))) return [e]
  return [signed(e, 1), signed(e, -1)]
}

function signed(e: Expr, sign: 1 | -1): Expr {
  return rewrite(e, node => {
    if (!isOp(node, 'pm')) return node
    const last = node.args.at(-1) ?? node
    const term = sign === 1 ? last : op('-', last)
    const [first] = node.args
    return node.args.length === 2 && first ? op('+', first, term) : term
  })
}

function inOrder(a: Op, b: Op, comparing: Comparing, code: string): Finding {
  if (a.args.length !== b.args.length)
    return {
      answer: 'different',
      code: 'algEquiv.length',
      data: { answer: `${a.args.length}`, target: `${b.args.length}` },
    }
  let weakest = equal
  for (const [k, arg] of a.args.entries()) {
    const found = equivalent(arg, b.args[k] ?? arg, comparing)
    if (found.answer === 'different')
      return { answer: 'different', code, data: { place: `${k + 1}`, element: printText(arg) } }
    weakest = weaker(weakest, found)
  }
  return weakest
}

/** The less certain of two findings that are not `different`. */
function weaker(a: Finding, b: Finding): Finding {
  if (a.answer === 'undecided' || (b.answer === 'equal' && b.errorBits === undefined)) return a
  return b
}

function matrices(a: Op, b: Op, comparing: Comparing): Finding {
  const shape = (m: Op): string => `${m.args.length}×${m.args[0]?.kind === 'op' ? m.args[0].args.length : 0}`
  if (shape(a) !== shape(b))
    return { answer: 'different', code: 'algEquiv.shape', data: { answer: shape(a), target: shape(b) } }
  for (const [k, row] of a.args.entries()) {
    const other = b.args[k]
    if (!isOp(row, 'list') || !isOp(other, 'list')) return structures(a, b, comparing)
    const found = inOrder(row, other, comparing, 'algEquiv.entry')
    if (found.answer !== 'equal') return { ...found, data: { ...found.data, row: `${k + 1}` } }
  }
  return equal
}

/** Every element of either is in the other. */
function sets(a: Op, b: Op, comparing: Comparing): Finding {
  const missing = firstMissing(a, b, comparing)
  if (missing && missing !== undefinedElement)
    return { answer: 'different', code: 'algEquiv.notInSet', data: { element: printText(missing) } }
  const unfound = firstMissing(b, a, comparing)
  if (unfound && unfound !== undefinedElement) return { answer: 'different', code: 'algEquiv.lacksElement' }
  return missing || unfound ? { answer: 'undecided', code: 'algEquiv.undecided' } : equal
}

const undefinedElement = sym('undefined')

function firstMissing(a: Op, b: Op, comparing: Comparing): Expr | null {
  let doubt = false
  for (const element of a.args) {
    comparing.budget.spend(20)
    let found: Finding['answer'] = 'different'
    for (const other of b.args) {
      const { answer } = sameConnectives(element, other) ? equivalent(element, other, comparing) : different
      if (answer !== 'different') found = answer
      if (answer === 'equal') break
    }
    if (found === 'different') return element
    if (found === 'undecided') doubt = true
  }
  return doubt ? undefinedElement : null
}

/** Elements of a set are objects: two formulas are one element where they are joined by the same words. */
function sameConnectives(a: Expr, b: Expr): boolean {
  return connectivesOf(a) === connectivesOf(b)
}

function connectivesOf(e: Expr): string {
  const found: string[] = []
  for (const node of nodes(e)) if (node.kind === 'op' && connectives.has(node.op)) found.push(node.op)
  return found.sort().join()
}

const connectives: ReadonlySet<string> = new Set(['implies', 'xor', 'xnor', 'nand', 'nor'])

/** Two functions by name, number of arguments and rule; the names of the arguments don't matter. */
function functions(a: Op, b: Op, comparing: Comparing): Finding {
  const [head, body] = a.args
  const [otherHead, otherBody] = b.args
  if (head?.kind !== 'op' || otherHead?.kind !== 'op' || !body || !otherBody) return different
  if (head.op !== otherHead.op)
    return {
      answer: 'different',
      code: 'algEquiv.functionName',
      data: { answer: head.op, target: otherHead.op },
    }
  if (head.args.length !== otherHead.args.length)
    return { answer: 'different', code: 'algEquiv.functionArguments' }
  return equivalent(withNumberedArguments(head, body), withNumberedArguments(otherHead, otherBody), comparing)
}

function withNumberedArguments(head: Op, body: Expr): Expr {
  return head.args.reduce((e: Expr, arg, k) => (isSym(arg) ? substitute(e, arg.name, sym(`#${k}`)) : e), body)
}

/** Sets of numbers, as statements about a number in them. */
function intervals(a: Expr, b: Expr, comparing: Comparing): Finding {
  return formulas(membership(a), membership(b), comparing)
}

const member = sym('#member')

function membership(e: Expr): Formula | null {
  const statement = membershipStatement(e, member)
  return statement && formulaOf(statement)
}

/** What it says of a number to be in a set; null for what is no set that can be said so. */
function membershipStatement(e: Expr, member: Expr): Expr | null {
  if (isConstant(e)) return e
  if (e.kind !== 'op') return null
  const [low, high] = e.args
  if (['oo', 'oc', 'co', 'cc'].includes(e.op) && low && high)
    return op(
      'and',
      op(e.op[0] === 'c' && !isInfinite(low) ? '<=' : '<', low, member),
      op(e.op[1] === 'c' && !isInfinite(high) ? '<=' : '<', member, high),
    )
  if (e.op === 'set')
    return e.args.length === 0
      ? sym('false')
      : collected(
          'or',
          e.args.map(arg => op('=', member, arg)),
        )
  const parts = e.args.map(part => membershipStatement(part, member))
  if (parts.some(part => part === null)) return null
  const known = parts.filter(part => part !== null)
  if (e.op === 'union') return collected('or', known)
  if (e.op === 'intersection') return op('and', ...known)
  const [from, without] = known
  return e.op === 'setminus' && from && without ? op('and', from, op('not', without)) : null
}

function isInfinite(e: Expr): boolean {
  return some(e, node => isSym(node, 'inf') || isSym(node, 'minf'))
}

function statements(a: Expr, b: Expr, comparing: Comparing): Finding {
  return formulas(formulaOf(withBothSigns(a)), formulaOf(withBothSigns(b)), comparing)
}

/** A relation with ± is either of two. */
export function withBothSigns(e: Expr): Expr {
  if (e.kind !== 'op' || !some(e, node => isOp(node, 'pm'))) return e
  if (['and', 'or', 'not', 'implies', 'xor'].includes(e.op)) return op(e.op, ...e.args.map(withBothSigns))
  return op('or', ...bothSigns(e))
}

function formulas(a: Formula | null, b: Formula | null, comparing: Comparing): Finding {
  if (a === null || b === null) return different
  try {
    const found = compareFormulas(a, b, { ...comparing, countRoots: true })
    if (found.answer === 'equal')
      return found.errorBits === undefined ? equal : { ...equal, errorBits: found.errorBits }
    if (found.answer === 'different') return different
    return { answer: 'undecided', code: found.why === 'budget' ? 'algEquiv.tooMuch' : 'algEquiv.undecided' }
  } catch (error) {
    if (error instanceof NotScalar) return different
    throw error
  }
}
