import type { Budget } from '../budget.ts'
import { dividesByZero } from '../forms/rational-value.ts'
import { type Expr, isSym, nodes, variables } from '../tree.ts'
import type { Verdict } from '../verdict.ts'
import type { AnswerTest, Given } from './given.ts'
import { isUnknownFunction } from './numeric-functions.ts'
import { invalid, right, wrong } from './outcome.ts'

/** Whether an answer passes the check that the options name. A name that no check has refuses every answer. */
export const tests: Readonly<Record<string, AnswerTest>> = { Validator }

function Validator({ student, options, raw, budget }: Given): Verdict {
  if (!options || !isSym(options)) return invalid('validator.options', { options: raw.options })
  if (dividesByZero(student, budget)) return invalid('validator.divisionByZero')
  if (partsOnly.has(options.name)) return ofParts(student, options.name)
  const check = checks[options.name]
  if (!check) return wrong('validator.unknown', { name: options.name })
  const fault = check(student, budget)
  return fault === null ? right('validator.passed') : wrong(fault.code, { found: fault.found })
}

interface Fault {
  readonly code: string
  readonly found: string
}

type Check = (e: Expr, budget: Budget) => Fault | null

/** Checks by name: those of answers as a pupil may type them, and Maxima's questions of kind. */
const checks: Readonly<Record<string, Check>> = {
  validate_nofunctions: first('validator.functions', isUnknownFunction),
  validate_underscore: first('validator.underscore', node => node.kind === 'sym' && node.name.includes('_')),
  validate_all_one_letter_variables: e => named(variables(e).find(name => Array.from(name).length > 1)),
  listp: kind(e => e.kind === 'op' && e.op === 'list'),
  setp: kind(e => e.kind === 'op' && e.op === 'set'),
  matrixp: kind(e => e.kind === 'op' && e.op === 'matrix'),
  equationp: kind(e => e.kind === 'op' && e.op === '='),
  stringp: kind(e => e.kind === 'str'),
  symbolp: kind(e => e.kind === 'sym'),
  numberp: kind(e => e.kind === 'num'),
  atom: kind(e => e.kind !== 'op'),
}

function first(code: string, isFault: (node: Expr) => boolean): Check {
  return (e, budget) => {
    for (const node of nodes(e)) {
      budget.spend()
      if (isFault(node))
        return { code, found: node.kind === 'op' ? node.op : node.kind === 'sym' ? node.name : '' }
    }
    return null
  }
}

function named(name: string | undefined): Fault | null {
  return name === undefined ? null : { code: 'validator.longNames', found: name }
}

function kind(question: (e: Expr) => boolean): Check {
  return e => (question(e) ? null : { code: 'validator.kind', found: '' })
}

/** Functions of the parts of an expression. What they give is no message, so that no answer passes; on what has no parts they fail. */
const partsOnly = new Set(['op', 'args', 'first', 'second', 'third', 'last', 'rest', 'length', 'lhs', 'rhs'])
const placeOf: Readonly<Record<string, number>> = { first: 1, last: 1, rest: 1, second: 2, third: 3 }

function ofParts(student: Expr, name: string): Verdict {
  const count = student.kind === 'op' ? student.args.length : name === 'lhs' || name === 'rhs' ? 1 : -1
  return count < (placeOf[name] ?? 0)
    ? invalid('validator.noParts', { name })
    : wrong('validator.noCheck', { name })
}
